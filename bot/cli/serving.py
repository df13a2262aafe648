"""`run` and `demo`."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from bot.cli.frame import load_settings

Port = Annotated[int | None, typer.Option(min=0, max=65535, help="The port; HTTP_PORT if not given, 0 for any.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command("run")(run)
    app.command("demo")(demo)


def run() -> int:
    """Run the bot; without a BOT_TOKEN, the playground."""
    settings = load_settings()
    if settings.is_playground:
        return demo(None)
    _begin_logs()
    with _no_collection():
        from bot.app import run

    return run(settings)


def demo(port: Port = None) -> int:
    """Run the playground: the bot with a stand-in for Telegram, as a chat page in the browser."""
    settings = load_settings()
    _begin_logs()
    with _no_collection():
        from bot.app import demo

    return demo(settings, settings.http_port if port is None else port)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Import without garbage collection, which finds nothing in half a second of looking, and never looks again."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _begin_logs() -> None:
    from bot import log
    from bot.error_reports import start_reports

    settings = load_settings()
    start_reports(settings, log.configure(settings))
