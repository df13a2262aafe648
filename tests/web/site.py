"""A site on the shipped facts, asked over real HTTP."""

from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import aiohttp

from bot.i18n import Translator
from bot.services.catalogue import Catalogue
from bot.web import Figure, Site, build_web_app, serve
from tests.facts import shipped

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
    site = Site(town.holder, translator(), town.ready, town.figures, **given)  # type: ignore[arg-type]
    async with (
        serve(build_web_app(site), "127.0.0.1", 0) as port,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}", auto_decompress=True) as client,
    ):
        yield client
