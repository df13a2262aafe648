"""The front page: what this address is, in the visitor's language."""

import html
from pathlib import Path
from string import Template

from aiohttp import web

from bot.domain.destination import Regime
from bot.domain.language import Language
from bot.domain.talks import current_stage
from bot.i18n import Html, Texts, Translator
from bot.services.catalogue import Catalogue, CatalogueHolder

_PAGE = Path(__file__).parent / "pages" / "front.html"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_HEADERS = {"Content-Security-Policy": _POLICY, "Vary": "Accept-Language", "Cache-Control": "public, max-age=60"}


class Front:
    """Says what the bot is, how much it knows and where to find it."""

    def __init__(self, holder: CatalogueHolder, translator: Translator, bot_name: str, *, playground: bool) -> None:
        """Take the facts and texts; bot_name: without @, may be empty; playground: whether to link it."""
        self._holder, self._translator = holder, translator
        self._bot_name, self._playground = bot_name, playground
        self._template = Template(_PAGE.read_text(encoding="utf-8"))

    async def page(self, request: web.Request) -> web.Response:
        """Return the page; `?lang=kk` chooses the language, else the browser's wish does."""
        language = _wanted(request)
        texts, catalogue = self._translator[language], self._holder.current
        body = self._template.substitute(
            lang=language.value,
            title=texts("front-title"),
            lead=texts("front-lead"),
            facts="\n".join(f"<p>{line}</p>" for line in _lines(catalogue, texts)),
            links="\n".join(self._links(texts)),
            data=texts("front-data"),
            destinations=texts("front-destinations"),
            talks=texts("front-events"),
        )
        headers = {
            "Content-Security-Policy": _POLICY,
            "Vary": "Accept-Language",
            "Cache-Control": "public, max-age=60",
        }
        return web.Response(text=body, content_type="text/html", headers=headers)

    def _links(self, texts: Texts) -> list[str]:
        if self._playground:  # the stand-in's bot is not to be found in Telegram
            return [f'<a class="open" href="/playground">{texts("front-playground")}</a>']
        if not self._bot_name:
            return []
        address = f"https://t.me/{html.escape(self._bot_name)}"
        return [f'<a class="open" href="{address}">{texts("front-open")}</a>']


def _wanted(request: web.Request) -> Language:
    chosen = request.query.get("lang")
    if chosen in set(Language):
        return Language(chosen)
    wishes = request.headers.get("Accept-Language", "").split(",")
    tags = [wish.partition(";")[0].strip().lower().partition("-")[0] for wish in wishes]
    return next((Language(tag) for tag in tags if tag in set(Language)), Language.RU)


def _lines(catalogue: Catalogue, texts: Texts) -> list[Html]:
    every = catalogue.destinations.values()
    free = sum(one.regime is Regime.VISA_FREE for one in every)
    lines = [texts("front-count", free=free, all=len(every))]
    now = current_stage(catalogue.events)
    info = catalogue.stage(now.stage) if now else None
    if now and info:
        stage, date = info.titles[texts.language].lower(), texts.short_date(now.date)
        lines.append(texts("front-talks", stage=stage, date=date))
    return [*lines, texts("front-sources")]
