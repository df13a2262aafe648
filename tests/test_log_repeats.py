"""One failure that goes on does not fill the log, and nothing else is lost."""

import io
import logging
import sys

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot import log
from bot.log_repeats import AT_MOST, SPAN, TRACKED, Repeats
from bot.settings import Settings


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def passes(repeats: Repeats, event: str, method: str = "error") -> dict[str, object] | None:
    try:
        return dict(repeats(None, method, {"event": event}))
    except structlog.DropEvent:
        return None


def test_the_same_failure_is_told_a_few_times_a_minute() -> None:
    clock = Clock()
    repeats = Repeats(clock)
    told = [passes(repeats, "gone") for _ in range(AT_MOST + 7)]
    assert told == [{"event": "gone"}] * AT_MOST + [None] * 7
    assert passes(repeats, "another") == {"event": "another"}
    clock.now += SPAN
    assert passes(repeats, "gone") == {"event": "gone", "left_out": 7}
    assert passes(repeats, "gone") == {"event": "gone"}


@given(st.lists(st.tuples(st.sampled_from("ab"), st.floats(0, 40)), max_size=80))
def test_every_line_is_told_or_counted(lines: list[tuple[str, float]]) -> None:
    clock = Clock()
    repeats = Repeats(clock)
    told: list[dict[str, object]] = []
    for event, pause in lines:
        clock.now += pause
        if (line := passes(repeats, event)) is not None:
            told.append(line)
    clock.now += SPAN
    told += [line for event in "ab" if (line := passes(repeats, event)) is not None]
    assert len(told) + sum(int(str(line.get("left_out", 0))) for line in told) == len(lines) + 2


def test_what_is_no_trouble_always_passes() -> None:
    repeats = Repeats(Clock())
    assert all(passes(repeats, "at work", "info") for _ in range(50))


def test_no_more_is_remembered_than_may_be() -> None:
    repeats = Repeats(Clock())
    for number in range(TRACKED * 2):
        passes(repeats, str(number))
    assert len(repeats._kinds) == TRACKED


@pytest.fixture
def stream() -> io.StringIO:
    return io.StringIO()


def test_it_is_at_work_in_the_real_log(stream: io.StringIO) -> None:
    configuration = structlog.get_config()
    root = logging.getLogger()
    handlers, level, hook = root.handlers[:], root.level, sys.excepthook
    try:
        log.configure(Settings(_env_file=None), stream=stream)  # type: ignore[call-arg]
        for _ in range(AT_MOST * 3):
            structlog.get_logger("bot.x").error("job failed")
        assert stream.getvalue().count("job failed") == AT_MOST
    finally:
        root.handlers[:], root.level, sys.excepthook = handlers, level, hook
        logging.captureWarnings(False)
        structlog.configure(**configuration)
