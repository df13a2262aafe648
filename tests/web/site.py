"""A site on the shipped facts, asked over real HTTP."""

from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from typing import Any

import aiohttp

from bot import clock
from bot.app import build_site
from bot.assembly import App
from bot.domain.language import Language
from bot.domain.question import Intent, Question
from bot.i18n import Translator
from bot.playground.web_app import init_data
from bot.services.catalogue import Catalogue
from bot.services.followers import Followers
from bot.web import Figure, Site, build_web_app, serve
from tests.facts import shipped

TOKEN = "123456:a-token-of-the-site"
SECRET = "a-secret-of-sixteen"


@dataclass
class Holder:
    """Holds a catalogue, as CatalogueHolder does."""

    current: Catalogue = field(default_factory=shipped)


@dataclass
class Town:
    """What the site under test sees of the rest of the program."""

    holder: Holder = field(default_factory=Holder)
    problems: dict[str, str] = field(default_factory=dict)
    shown: tuple[Figure, ...] = ()
    taken: list[object] = field(default_factory=list)
    fails: bool = False

    async def ready(self) -> Mapping[str, str]:
        if self.fails:
            raise RuntimeError("down")
        return self.problems

    async def figures(self) -> Iterable[Figure]:
        return self.shown

    async def take(self, update: object) -> bool:
        if self.fails:
            raise RuntimeError("down")
        self.taken.append(update)
        return True


@lru_cache(maxsize=1)
def translator() -> Translator:
    """Return the texts, read once."""
    return Translator()


@asynccontextmanager
async def visiting(town: Town, **options: Any) -> AsyncIterator[aiohttp.ClientSession]:
    """Yield a client of a site that is served on a port of its own."""
    given = {"take": town.take, "webhook_secret": SECRET, "bot_name": "sapar_test_bot"} | options
    async with visiting_site(site_of(town, **given)) as client:
        yield client


def site_of(town: Town, **options: Any) -> Site:
    """Return the site as this town sees it, which knows nobody and understands nothing."""
    return Site(
        holder=town.holder,  # type: ignore[arg-type]
        translator=translator(),
        understand=lambda text, language: Question(Intent.UNKNOWN),
        card=_no_card,
        followers=Followers(None, None, None),  # type: ignore[arg-type]
        token=TOKEN,
        ready=town.ready,
        figures=town.figures,
        **options,
    )


def inhabited(app: App, **options: Any) -> Site:
    """Return the site of a whole app, without a bot at work."""
    town = Town()
    return build_site(app, TOKEN, ready=town.ready, figures=town.figures, **options)


async def _no_card(language: Language, iso2: str) -> str:
    return ""


@asynccontextmanager
async def visiting_site(site: Site) -> AsyncIterator[aiohttp.ClientSession]:
    """Yield a client of this site, served on a port of its own."""
    async with (
        serve(build_web_app(site), "127.0.0.1", 0) as port,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}", auto_decompress=True) as client,
    ):
        yield client


def proof(user_id: int, *, token: str = "", age: timedelta = timedelta(), **user: Any) -> dict[str, str]:
    """Return the header that says who is there, as Telegram signs it."""
    data = init_data(token or TOKEN, {"id": user_id, "first_name": "Асель", **user}, clock.now() - age)
    return {"Authorization": f"tma {data}"}
