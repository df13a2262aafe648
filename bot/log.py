"""Logs: one line an event on stderr, for people or as JSON, and no secret in any of them.

The standard library's loggers (aiogram, aiohttp, APScheduler, Alembic) go through the same formatter.
"""

import logging
import sys
from types import TracebackType
from typing import TYPE_CHECKING, Any, TextIO

import structlog
from structlog.types import EventDict, Processor

from bot.log_repeats import Repeats
from bot.secrets import Secrets, token_parts, url_parts

if TYPE_CHECKING:
    from bot.settings import Settings

_QUIET = {  # what they say at INFO is said by our own lines, or holds people's texts
    "aiogram.event": logging.WARNING,
    "aiogram.dispatcher": logging.WARNING,
    "aiohttp.access": logging.WARNING,
    "apscheduler": logging.WARNING,
    "alembic": logging.WARNING,
    "asyncio": logging.WARNING,
    "aiosqlite": logging.WARNING,
    "sqlalchemy": logging.WARNING,
}


class MaskingFormatter(structlog.stdlib.ProcessorFormatter):
    """Renders a record and masks secrets in the result, whichever road they took into it."""

    def __init__(self, secrets: Secrets, **options: Any) -> None:
        """Take the secrets to hide and structlog's own options."""
        super().__init__(**options)
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, or the lines of a traceback."""
        return self._secrets.hide(super().format(record))


def configure(settings: "Settings", *, stream: TextIO | None = None) -> Secrets:
    """Send all logs to the stream (stderr) in the form and from the level that the settings name.

    Returns what hides the secrets of these settings, for other places where text leaves the program.
    """
    secrets = secrets_of(settings)
    shared = _shared(secrets)
    handler = logging.StreamHandler(stream or sys.stderr)
    ending = [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_ending(settings, handler.stream)]
    handler.setFormatter(MaskingFormatter(secrets, foreign_pre_chain=shared, processors=ending))
    structlog.configure(
        processors=[Repeats(), *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(settings.log_level)),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    _route_standard_library(handler, settings.log_level)
    sys.excepthook = _log_uncaught
    return secrets


def secrets_of(settings: "Settings") -> Secrets:
    """Return what hides the secrets of these settings."""
    token, dsn = settings.bot_token.get_secret_value(), settings.sentry_dsn.get_secret_value()
    known = (*token_parts(token), dsn, *url_parts(dsn), settings.webhook_secret.get_secret_value())
    return Secrets((*known, *url_parts(settings.database_url), *url_parts(settings.telegram_api_url)))


def _shared(secrets: Secrets) -> list[Processor]:
    def mask(_logger: Any, _method: str, event: EventDict) -> EventDict:
        return {key: _masked(secrets, key, value) for key, value in event.items()}

    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
        mask,
    ]


def _masked(secrets: Secrets, key: str, value: Any) -> Any:
    """Mask before rendering too: JSON could write a secret in a way that no longer looks like it."""
    if key.startswith("_") or key in ("exc_info", "stack_info"):
        return value
    return secrets.hide_deep(value)


def _ending(settings: "Settings", stream: TextIO) -> list[Processor]:
    if settings.log_format == "json":
        render = structlog.processors.JSONRenderer(ensure_ascii=False, default=str)
        return [structlog.processors.format_exc_info, render]
    colours = stream.isatty()
    # Not rich's tracebacks: they print the values of local variables, and people's messages are among them.
    plain = structlog.dev.plain_traceback
    return [structlog.dev.ConsoleRenderer(colors=colours, exception_formatter=plain)]


def _route_standard_library(handler: logging.Handler, level: str) -> None:
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level)
    for name, least in _QUIET.items():
        logging.getLogger(name).setLevel(max(least, root.level))
    logging.captureWarnings(True)


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("bot").critical("stopped by an error", exc_info=(kind, error, trace))
