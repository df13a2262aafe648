"""What the doctor looks at: the database as it is, and Telegram over plain HTTP."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, TypeVar

import aiohttp
import sqlalchemy.exc
from sqlalchemy.engine import make_url

from bot.db.destinations import DatabaseDestinations
from bot.db.engine import Database
from bot.db.facts import DatabaseFacts
from bot.db.feeds import DatabaseFeeds
from bot.db.migrate import HEAD, schema_version
from bot.db.storage import DamagedDatabaseError, check_integrity
from bot.domain.watch import Feed
from bot.services.doctor import RefusedError, StoreState, UnreachableError

T = TypeVar("T")

SECONDS = 10.0
LOOK_SECONDS = 60.0


def database_file(url: str) -> Path | None:
    """Return the file of a SQLite address, None for other databases and for what is no address."""
    try:
        parsed = make_url(url)
    except sqlalchemy.exc.ArgumentError:
        return None
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        return None
    return Path(parsed.database)


class DatabaseProbe:
    """Reads the state of a database and makes nothing: no file, no table."""

    def __init__(self, url: str) -> None:
        """Take the SQLAlchemy address."""
        self._url = url

    async def state(self) -> StoreState:
        """Return what the database holds; UnreachableError when it can't be read."""
        return await self._read(_state)

    async def feeds(self) -> tuple[Feed, ...]:
        """Return the feeds; none when the database can't be read or is not of today's schema."""
        try:
            return await self._read(_feeds)
        except UnreachableError:
            return ()

    async def damage(self) -> str:
        """Return what is wrong with SQLite's file as a whole, empty when nothing is known to be."""
        file = database_file(self._url)
        if file is None or not file.exists():
            return ""
        try:
            async with Database.open(self._url) as db:
                await check_integrity(db, LOOK_SECONDS)
        except DamagedDatabaseError as error:
            return str(error)
        return ""

    async def _read(self, read: Callable[[Database], Awaitable[T]]) -> T:
        file = database_file(self._url)
        if file is not None and not file.exists():
            raise UnreachableError(f"{file} is not there yet: `python -m bot migrate` makes it")
        try:
            async with asyncio.timeout(SECONDS), Database.open(self._url) as db:
                return await read(db)
        except sqlalchemy.exc.ArgumentError:
            raise UnreachableError("DATABASE_URL is no address of a database") from None
        except sqlalchemy.exc.DBAPIError as error:
            raise UnreachableError(str(error.orig)) from None
        except (OSError, ImportError, TimeoutError) as error:
            raise UnreachableError(str(error) or "no answer") from None
        except Exception as error:
            if not type(error).__module__.startswith("asyncpg"):
                raise
            raise UnreachableError(str(error)) from None  # a wrong password, no such database …


class TelegramProbe:
    """Asks a Bot API server."""

    def __init__(self, base: str, token: str) -> None:
        """Take the server's address and the bot's token."""
        self._base, self._token = base, token
        self.time: datetime | None = None
        """When the server answered, by its own clock."""

    async def call(self, method: str) -> dict[str, Any]:
        """Return the result of a method; UnreachableError, RefusedError."""
        timeout = aiohttp.ClientTimeout(total=SECONDS)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout, trust_env=True) as session,
                session.post(f"{self._base}/bot{self._token}/{method}") as response,
            ):
                answer = await response.json(content_type=None)
                self.time = _time(response.headers.get("Date"))
        except TimeoutError:
            raise UnreachableError(f"{self._base} does not answer within {SECONDS:g} s") from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise UnreachableError(f"{self._base} can't be reached: {type(error).__name__}") from None
        if not isinstance(answer, dict):
            raise UnreachableError(f"{self._base} is no Bot API server")
        if not answer.get("ok"):
            raise RefusedError(int(answer.get("error_code") or response.status), str(answer.get("description", "")))
        result = answer.get("result")
        return result if isinstance(result, dict) else {}


def _time(header: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(header or "")
    except ValueError:
        return None


async def _state(db: Database) -> StoreState:
    version = await schema_version(db)
    if version != HEAD:
        return StoreState(version, HEAD, 0, 0)
    destinations = await DatabaseDestinations(db).all()
    return StoreState(version, HEAD, await DatabaseFacts(db).read_revision(), len(destinations))


async def _feeds(db: Database) -> tuple[Feed, ...]:
    return await DatabaseFeeds(db).all() if await schema_version(db) == HEAD else ()
