"""Logs hold no secret, whichever road it took into them."""

import io
import json
import logging
import string
import sys
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot import log
from bot.secrets import MASK, Secrets, token_parts, url_parts
from bot.settings import Settings

TOKEN = "1234567890:AAEabcdefghijklmnopqrstuvwxyz01234"
HALF = TOKEN.partition(":")[2]
HOOK, PASSWORD, KEY = 'wéb"hook-secret', "p@ss/wörd", "0123456789abcdef"


def settings(**values: object) -> Settings:
    known: dict[str, object] = {
        "bot_token": TOKEN,
        "webhook_secret": HOOK,
        "database_url": "postgresql+asyncpg://sapar:p%40ss%2Fw%C3%B6rd@db/sapar",
        "sentry_dsn": f"https://{KEY}@sentry.example/1",
    }
    return Settings(_env_file=None, **(known | values))  # type: ignore[arg-type, call-arg]


@pytest.fixture(autouse=True)
def _put_logging_back() -> Iterator[None]:
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level, configuration = root.handlers[:], root.level, structlog.get_config()
    yield
    root.handlers[:], root.level, sys.excepthook = handlers, level, hook
    logging.captureWarnings(False)
    structlog.configure(**configuration)


@pytest.fixture(params=["console", "json"])
def stream(request: pytest.FixtureRequest) -> io.StringIO:
    stream = io.StringIO()
    log.configure(settings(log_format=request.param), stream=stream)
    return stream


def is_clean(text: str) -> bool:
    return not any(secret in text for secret in (TOKEN, HALF, HOOK, "hook-secret", PASSWORD, "p%40ss", KEY))


def test_values_and_containers_are_masked(stream: io.StringIO) -> None:
    structlog.get_logger("a").info("got", url=f"https://x/bot{TOKEN}/getMe", parts=[{"secret": HOOK}], key={KEY: 1})
    assert MASK in stream.getvalue()
    assert is_clean(stream.getvalue())


def test_tracebacks_are_masked(stream: io.StringIO) -> None:
    def fail() -> None:
        raise ValueError(f"no route to postgresql://sapar:{PASSWORD}@db with {TOKEN}")

    try:
        fail()
    except ValueError:
        structlog.get_logger("a").exception("failed")
        logging.getLogger("aiohttp.server").exception("failed %s", HOOK)
    assert stream.getvalue().count("Traceback") == 2
    assert is_clean(stream.getvalue())


def test_what_nobody_caught_is_masked(stream: io.StringIO) -> None:
    error = RuntimeError(TOKEN)
    sys.excepthook(RuntimeError, error, None)
    assert "stopped by an error" in stream.getvalue()
    assert is_clean(stream.getvalue())
    before = stream.getvalue()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert stream.getvalue() == before


def test_json_lines_can_be_read_by_programs() -> None:
    stream = io.StringIO()
    log.configure(settings(log_format="json"), stream=stream)
    structlog.get_logger("bot.x").warning("slow", user_id=5, seconds=1.5, name="Қазақстан")
    logging.getLogger("apscheduler.x").error("late")
    first, second = map(json.loads, stream.getvalue().splitlines())
    assert first["event"] == "slow"
    assert first["logger"] == "bot.x"
    assert first["level"] == "warning"
    assert (first["user_id"], first["name"]) == (5, "Қазақстан")
    assert (second["event"], second["logger"]) == ("late", "apscheduler.x")
    assert first["timestamp"].endswith("Z")


def test_the_level_holds_and_chatty_libraries_are_quiet(stream: io.StringIO) -> None:
    structlog.get_logger("a").debug("no")
    logging.getLogger("aiogram.event").info("Update is handled")
    logging.getLogger("sqlalchemy.engine.Engine").info("SELECT")
    assert stream.getvalue() == ""


def test_a_token_of_another_bot_is_masked_too() -> None:
    other = "987654321:AAFzyxwvutsrqponmlkjihgfedcba98765"
    assert other not in Secrets().hide(f"GET /bot{other}/getMe")
    assert Secrets().hide("postgresql://u:pw@h/d") == f"postgresql://u:{MASK}@h/d"


def test_ordinary_words_survive() -> None:
    text = "12:30 user 5 at https://x.kz/a@b said: виза"
    assert Secrets(["abc", ""]).hide(text) == text


@given(st.text(alphabet=string.printable, min_size=4), st.text(), st.text())
def test_a_known_secret_never_survives(secret: str, before: str, after: str) -> None:
    hidden = Secrets([secret]).hide(before + secret + after)
    assert secret not in hidden
    assert MASK in hidden


def test_parts_of_addresses() -> None:
    assert url_parts("https://key@host/1") == ("key",)
    assert url_parts("postgresql://u:p@host/1") == ("p",)
    assert url_parts("http://[") == ()
    assert token_parts("") == ()


def test_no_value_can_forge_a_line(stream: io.StringIO) -> None:
    structlog.get_logger("a").info("asked", name="x\n2026-11-23T00:00:00Z [critical ] forged\r\x1b[2J")
    assert len(stream.getvalue().splitlines()) == 1
    assert "\x1b[2J" not in stream.getvalue()
