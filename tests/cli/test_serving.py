"""`run` and `demo`: which of the two starts, with which settings."""

import errno
import logging
import os

import pytest

import bot.app
from bot.settings import Settings
from tests.cli.conftest import Sapar, is_one_line

TOKEN = "1234567890:AAEabcdefghijklmnopqrstuvwxyz01234"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Return what was started: the name and the port."""
    starts: list[tuple[str, int]] = []

    def run(settings: Settings) -> int:
        starts.append(("run", settings.http_port))
        return 0

    def demo(settings: Settings, port: int) -> int:
        starts.append(("demo", port))
        return 0

    monkeypatch.setattr(bot.app, "run", run)
    monkeypatch.setattr(bot.app, "demo", demo)
    return starts


def test_without_a_token_run_opens_the_playground(sapar: Sapar, started: list[tuple[str, int]]) -> None:
    assert sapar("run").code == 0
    assert started == [("demo", 8080)]


def test_with_a_token_run_runs_the_bot(
    sapar: Sapar, started: list[tuple[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("HTTP_PORT", "8090")
    assert sapar("run").code == 0
    assert started == [("run", 8090)]


def test_demo_takes_a_port_and_no_token(
    sapar: Sapar, started: list[tuple[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    assert sapar("demo", "--port", "0").code == 0
    assert sapar("demo").code == 0
    assert started == [("demo", 0), ("demo", 8080)]


@pytest.mark.usefixtures("started")
def test_a_running_bot_logs_from_the_level_that_is_set(sapar: Sapar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "INFO")
    sapar("run")
    assert logging.getLogger().level == logging.INFO
    sapar("campaigns", "list")
    assert logging.getLogger().level == logging.WARNING


def test_a_refused_token_is_one_line(sapar: Sapar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "not a token")
    told = sapar("run")
    assert told.code == 2
    assert is_one_line(told.err), told.err
    assert "BOT_TOKEN" in told.err


def test_a_taken_port_is_one_line(sapar: Sapar, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(_settings: Settings, _port: int) -> int:
        raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))

    monkeypatch.setattr(bot.app, "demo", taken)
    told = sapar("demo")
    assert told.code == 2
    assert is_one_line(told.err)
    assert "HTTP_PORT" in told.err
