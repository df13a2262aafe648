"""The shipped facts as tests want them: a catalogue, read once."""

import asyncio
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

from bot.db.engine import Database
from bot.db.facts import DatabaseFacts
from bot.db.migrate import migrate
from bot.db.seed import seed
from bot.services.catalogue import Catalogue, CatalogueHolder


async def _read(folder: Path) -> Catalogue:
    async with Database.open(f"sqlite+aiosqlite:///{folder}/facts.db") as db:
        await migrate(db)
        await seed(db)
        holder = CatalogueHolder(DatabaseFacts(db))
        await holder.refresh()
        return holder.current


@lru_cache(maxsize=1)
def shipped() -> Catalogue:
    """Return the catalogue of the shipped facts."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(1) as other_thread:  # a test's may run a loop
        return other_thread.submit(asyncio.run, _read(Path(folder))).result()
