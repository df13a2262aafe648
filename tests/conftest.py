"""What every test may use."""

import gc
from functools import cache

import structlog
from hypothesis import HealthCheck, settings

from bot import i18n
from bot.understanding import Understanding

pytest_plugins = ["tests.databases"]

# A busy machine may stop for a second in the middle of anything: no test of ours fails on time.
settings.register_profile("busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy machine")

# Plain tracebacks, as in production: the default ones draw every local variable and take minutes.
structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.processors.format_exc_info,
        structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
    ]
)

# Texts and words are read once a run, not once a test: with coverage that is most of a test's time. Neither changes.
i18n._bundle = cache(i18n._bundle)
_load = cache(Understanding.load)
Understanding.load = staticmethod(lambda names=(): _load(tuple(names)))


def pytest_collection_finish() -> None:
    """Take what was imported out of the collector's sight: looking through it again and again costs seconds a test."""
    gc.collect()
    gc.freeze()
