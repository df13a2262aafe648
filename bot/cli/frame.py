"""What every command shares: settings, the error line, output for people and for programs."""

import json
import sys
from collections.abc import AsyncIterator, Coroutine, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

if TYPE_CHECKING:
    from bot.assembly import App
    from bot.db.engine import Database
    from bot.settings import Settings

T = TypeVar("T")

BAD_INPUT = 2
FAILURE = 1

_BAD_INPUT = (  # by name, so that no command waits for modules it does not use
    "FactsError",
    "UsersFileError",
    "RestoreError",
    "MoveError",
    "NewerDatabaseError",
    "ChangedMeanwhileError",
    "UndoError",
    "TokenError",
)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]


class BadInputError(Exception):
    """What was given can't be used; the text is for the person who gave it."""


def complain(text: str, code: int) -> int:
    """Say on stderr what is wrong, in one line without secrets, and return the exit code."""
    from bot.secrets import Secrets

    secrets = _known_secrets() or Secrets()
    print(f"sapar: {secrets.hide(' '.join(text.split()))}", file=sys.stderr)
    return code


def complain_unexpected(error: Exception) -> int:
    """Say what went wrong: in one line when it is something outside of us, else with the traceback for a report."""
    if (told := _expected(error)) is not None:
        text, code = told
        return complain(text, code)
    _quiet_logs()
    import structlog

    structlog.get_logger("bot.cli").error("stopped by an error", exc_info=error)
    return FAILURE


def load_settings() -> "Settings":
    """Return the settings; BadInputError naming each one that is wrong, without its value."""
    from pydantic import ValidationError
    from pydantic_settings import SettingsError

    from bot.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        raise BadInputError("; ".join(_problem(one) for one in error.errors())) from None
    except (SettingsError, UnicodeDecodeError):
        raise BadInputError("the file .env can't be read") from None


def finish(work: "Coroutine[Any, Any, T]") -> T:
    """Run a command's work to its end, with only warnings and errors on stderr."""
    import asyncio

    _quiet_logs()
    return asyncio.run(work)


@asynccontextmanager
async def opened_app() -> "AsyncIterator[App]":
    """Yield everything that answers, on a database that is migrated and seeded."""
    from bot.assembly import open_app

    async with open_app(load_settings()) as app:
        yield app


@asynccontextmanager
async def opened_database() -> "AsyncIterator[Database]":
    """Yield a database that is migrated and seeded: enough for commands that answer no questions."""
    from bot.db.engine import Database
    from bot.db.migrate import migrate
    from bot.db.seed import seed

    async with Database.open(load_settings().database_url) as db:
        await migrate(db)
        await seed(db)
        yield db


def print_json(value: Any) -> None:
    """Print a value for programs."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table for people."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title or None, title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(str(value)) for value in row))
    console = Console()
    if not console.is_terminal:
        console.width = 140
    console.print(table)


def _problem(error: Any) -> str:
    name = ".".join(str(part) for part in error["loc"]).upper()
    if error["type"] == "extra_forbidden":
        return f"{name}: no such setting"
    told = error["msg"].removeprefix("Value error, ")
    return f"{name}: {told}" if name else told


def _expected(error: Exception) -> tuple[str, int] | None:
    """Return what to say of an error that is not ours, and the exit code; None for the others."""
    kind = type(error).__name__
    if kind in _BAD_INPUT:
        return str(error), BAD_INPUT
    if isinstance(error, OSError):
        return _told_by_system(error)
    if kind in ("PictureError", "DamagedDatabaseError"):
        return str(error), FAILURE
    if kind in ("ArgumentError", "NoSuchModuleError"):
        return "DATABASE_URL: not sqlite+aiosqlite:///… or postgresql+asyncpg://…", BAD_INPUT
    if kind in ("OperationalError", "InterfaceError", "DatabaseError") or _is_of_postgres(error):
        return f"the database: {getattr(error, 'orig', error)}", FAILURE
    if isinstance(error, ImportError) and error.name == "asyncpg":
        return "asyncpg is not installed: install the extra `postgres`", BAD_INPUT
    return None


def _told_by_system(error: OSError) -> tuple[str, int]:
    import errno

    told = f"{error.filename or ''}: {error.strerror or error}".removeprefix(": ")
    if error.errno == errno.EADDRINUSE:
        return f"{told}: choose another HTTP_PORT", BAD_INPUT
    return told, FAILURE if isinstance(error, ConnectionError) else BAD_INPUT


def _is_of_postgres(error: Exception) -> bool:
    return type(error).__module__.startswith("asyncpg")


def _quiet_logs() -> None:
    from bot import log

    settings = _settings_or_none()
    if settings is not None:
        level = settings.log_level if settings.log_level == "DEBUG" else "WARNING"
        log.configure(settings.model_copy(update={"log_level": level}))


def _settings_or_none() -> "Settings | None":
    try:
        return load_settings()
    except BadInputError:
        return None


def _known_secrets() -> Any:
    if "bot.settings" not in sys.modules:
        return None  # nothing read them, so nothing can tell them
    from bot.log import secrets_of

    settings = _settings_or_none()
    return None if settings is None else secrets_of(settings)
