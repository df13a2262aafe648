"""Reports to Sentry hold what failed and where, no secret and nothing of people: with the real library, no network."""

import io
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import sentry_sdk
import structlog
from sentry_sdk.envelope import Envelope
from sentry_sdk.transport import Transport

from bot import log
from bot.error_reports import scrubbed, start_reports
from bot.secrets import Secrets
from bot.settings import Settings

TOKEN = "1234567890:AAEabcdefghijklmnopqrstuvwxyz01234"
KEY = "0123456789abcdef0123456789abcdef"
LETTER = "моя виза в Турцию, паспорт N1234567"


def settings(**values: object) -> Settings:
    known: dict[str, Any] = {"bot_token": TOKEN, "sentry_dsn": f"https://{KEY}@errors.example/1"}
    return Settings(_env_file=None, **(known | values))  # type: ignore[call-arg]


class Mailbox(Transport):
    """Keeps what would leave."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[Any] = []

    def capture_envelope(self, envelope: Envelope) -> None:
        self.sent += [item.payload.json for item in envelope.items if item.payload.json is not None]


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    """Yield what Sentry would get; log lines go nowhere else."""
    root = logging.getLogger()
    handlers, level, configuration, hook = root.handlers[:], root.level, structlog.get_config(), sys.excepthook
    mailbox = Mailbox()
    secrets = log.configure(settings(log_format="json"), stream=io.StringIO())
    assert start_reports(settings(), secrets, transport=mailbox)
    yield mailbox
    sentry_sdk.get_client().close(timeout=0)
    sentry_sdk.get_global_scope().set_client(None)
    root.handlers[:], root.level, sys.excepthook = handlers, level, hook
    logging.captureWarnings(False)
    structlog.configure(**configuration)


def fail(text: str) -> None:
    letter = text  # a local variable, as a handler has them
    raise ValueError(f"no such place: {letter}")


def everything(mailbox: Mailbox) -> str:
    return json.dumps(mailbox.sent, ensure_ascii=False)


def test_a_failure_is_reported_by_its_type_and_place(mailbox: Mailbox) -> None:
    try:
        fail(f"{LETTER} {TOKEN}")
    except ValueError:
        structlog.get_logger("bot.x").exception("update failed", update_id=77, user_id=123456789, text=LETTER)
    [report] = mailbox.sent
    [error] = report["exception"]["values"]
    assert error["type"] == "ValueError"
    assert error["stacktrace"]["frames"][-1]["function"] == "fail"
    assert report["logentry"]["message"] == "update failed"
    assert report["tags"] == {"update_id": 77}
    for secret in (LETTER, "N1234567", TOKEN, KEY, "123456789"):
        assert secret not in everything(mailbox)


def test_an_exception_handed_over_is_reported_too(mailbox: Mailbox) -> None:
    try:
        fail(LETTER)
    except ValueError as error:
        caught = error
    structlog.get_logger("bot.x").error("job failed", job="prune", exc_info=caught)
    structlog.get_logger("bot.x").error("job failed", exc_info=(ValueError, caught, caught.__traceback__))
    assert [one["exception"]["values"][0]["type"] for one in mailbox.sent] == ["ValueError"] * 2
    assert "N1234567" not in everything(mailbox)


def test_other_libraries_are_reported_without_their_arguments(mailbox: Mailbox) -> None:
    try:
        fail(LETTER)
    except ValueError:
        logging.getLogger("aiohttp.server").exception("Error handling %s", LETTER)
    [report] = mailbox.sent
    assert report["logentry"] == {"message": "Error handling %s"}
    assert report["exception"]["values"][0]["type"] == "ValueError"
    assert "N1234567" not in everything(mailbox)


def test_what_nobody_caught_is_reported(mailbox: Mailbox) -> None:
    error = RuntimeError(TOKEN)
    sys.excepthook(RuntimeError, error, None)
    assert mailbox.sent[0]["exception"]["values"][0]["type"] == "RuntimeError"
    assert TOKEN not in everything(mailbox)


def test_lines_before_the_failure_are_not_sent_along(mailbox: Mailbox) -> None:
    structlog.get_logger("bot.x").warning("slow", text=LETTER)
    structlog.get_logger("bot.x").error("no traceback", exc_info=True)
    [report] = mailbox.sent
    assert not report.get("breadcrumbs")
    assert "exception" not in report
    assert "N1234567" not in everything(mailbox)


def test_what_the_library_adds_stays_here() -> None:
    event = {
        "level": "error",
        "user": {"id": 5, "ip_address": "10.0.0.1"},
        "request": {"data": LETTER, "headers": {"X-Telegram-Bot-Api-Secret-Token": "s"}},
        "extra": {"text": LETTER},
        "contexts": {"message": LETTER},
        "exception": {"values": [{"type": "E", "value": LETTER, "stacktrace": {"frames": [{"vars": {"a": LETTER}}]}}]},
    }
    kept = scrubbed(event, {})
    assert set(kept) == {"level", "logentry", "tags", "exception"}
    assert "N1234567" not in json.dumps(kept, ensure_ascii=False)


def test_reports_need_a_dsn_and_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not start_reports(settings(sentry_dsn=""), Secrets())
    monkeypatch.setitem(sys.modules, "sentry_sdk", None)
    assert not start_reports(settings(), Secrets())
