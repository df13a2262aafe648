"""`GET /`: the page, made once a language, day and revision; it reads well before any script runs, and without."""

import html
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from string import Template

from aiohttp import web

from bot.domain.destination import Regime
from bot.domain.language import Language
from bot.i18n import Texts, Translator
from bot.services.catalogue import Catalogue, CatalogueHolder
from bot.web.asking import asked_language
from bot.web.assets import Assets
from bot.web.countries_part import counts, day_options, legend, region_options, rows
from bot.web.prepared import Prepared
from bot.web.talks_part import talks_part

_TEMPLATE = Path(__file__).parent / "page" / "page.html"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self' https://web.telegram.org https://*.telegram.org"
)
"""Telegram on the web shows Mini Apps in a frame; its other programs in a window of their own."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "Vary": "Accept-Language",
    "Cache-Control": "public, max-age=60",
}
SAID_BY_SCRIPTS = (
    "page-nothing", "page-nearest", "page-about-talks", "page-home", "page-loading", "page-retry", "page-followed",
    "page-unfollowed", "page-unreachable", "page-follow-talks", "page-error-network", "page-error-stale",
    "page-error-forged", "page-error-often", "button-follow", "button-unfollow",
)  # fmt: skip

IN_TEMPLATE = (
    "page-title", "page-lead", "page-brand", "page-skip", "page-other-language", "page-countries", "page-talks",
    "page-search", "page-legend", "page-region", "page-days", "page-reset", "page-map", "page-zoom-in",
    "page-zoom-out", "page-zoom-all", "page-close", "page-ask-bot", "page-noscript", "page-sources", "page-data",
    "page-data-destinations", "page-data-talks",
)  # fmt: skip
"""Texts that the template names as `$page_title`."""


class Home:
    """The page."""

    def __init__(
        self,
        holder: CatalogueHolder,
        translator: Translator,
        assets: Assets,
        today: Callable[[], date],
        *,
        bot_name: str,
        playground: bool,
    ) -> None:
        """Take the facts and texts. bot_name: without @, may be empty; playground: whether to link it."""
        self._holder, self._translator, self._assets, self._today = holder, translator, assets, today
        self._bot_name, self._playground = bot_name, playground
        self._template = Template(_TEMPLATE.read_text(encoding="utf-8"))
        self._made: dict[Language, tuple[Catalogue, date, Prepared]] = {}

    async def page(self, request: web.Request) -> web.Response:
        """Return the page; `?lang=kk` chooses the language, else the browser's wish does."""
        return self._page(asked_language(request) or _wished(request)).response(request)

    def _page(self, language: Language) -> Prepared:
        catalogue, today = self._holder.current, self._today()
        made = self._made.get(language)
        if made is None or made[0] is not catalogue or made[1] != today:
            body = self._written(catalogue, self._translator[language], today).encode()
            made = catalogue, today, Prepared.of(body, "text/html; charset=utf-8", HEADERS)
            self._made[language] = made
        return made[2]

    def _written(self, catalogue: Catalogue, texts: Texts, today: date) -> str:
        other = Language.KK if texts.language is Language.RU else Language.RU
        free, every = counts(catalogue).get(Regime.VISA_FREE, 0), len(catalogue.destinations)
        return self._template.substitute(
            {key.replace("-", "_"): texts(key) for key in IN_TEMPLATE},
            lang=texts.language.value,
            other=other.value,
            count=texts("page-count", free=free, all=every),
            style=self._assets.address("page.css"),
            script=self._assets.address("app.js"),
            icon=self._assets.address("icon.svg"),
            preloads="".join(f'<link rel="modulepreload" href="{one}">' for one in self._assets.scripts()),
            map=self._assets.address("map.json"),
            bot=html.escape(self._bot_address()),
            bot_link=self._bot_link(texts),
            legend=legend(catalogue, texts),
            regions=region_options(catalogue, texts),
            days=day_options(texts),
            rows=rows(catalogue, texts, other),
            talks=talks_part(catalogue, texts, today),
            said=_said(texts, every),
        )

    def _bot_address(self) -> str:
        if self._playground:  # the stand-in's bot is not to be found in Telegram
            return "/playground/"
        return f"https://t.me/{self._bot_name}" if self._bot_name else ""

    def _bot_link(self, texts: Texts) -> str:
        if not (address := self._bot_address()):
            return ""
        words = texts("page-try-bot") if self._playground else texts("page-open-bot")
        return f'<a class="button" id="bot-link" href="{html.escape(address)}">{words}</a>'


def _said(texts: Texts, every: int) -> str:
    """Return what scripts say, as JSON that can stand within a page."""
    said = {key: texts.plain(key) for key in SAID_BY_SCRIPTS}
    said["page-shown"] = texts.plain("page-shown", shown="{shown}", all=str(every))
    return json.dumps(said, ensure_ascii=False).replace("<", "\\u003c")


def _wished(request: web.Request) -> Language:
    wishes = request.headers.get("Accept-Language", "").split(",")
    tags = [wish.partition(";")[0].strip().lower().partition("-")[0] for wish in wishes]
    return next((Language(tag) for tag in tags if tag in set(Language)), Language.RU)
