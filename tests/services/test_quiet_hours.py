"""Quiet hours typed by people."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.user import QuietHours
from bot.services.quiet_hours import PRESETS, packed, parse_quiet, unpack, written

MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
SPANS = st.builds(QuietHours, MINUTES, MINUTES).filter(lambda span: span.start != span.end)


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("22:00-07:30", time(22), time(7, 30)),
        ("с 22 до 7", time(22), time(7)),
        ("23.30 – 8", time(23, 30), time(8)),
        ("сағат 22-ден 8-ге дейін", time(22), time(8)),
        ("21-24", time(21), time(0)),
    ],
)
def test_spans_are_read_as_people_write_them(typed: str, start: time, end: time) -> None:
    assert parse_quiet(typed) == QuietHours(start, end)


@pytest.mark.parametrize("typed", ["", "ночью", "22", "22-25", "22:70-8", "22-22", "1-2-3", "2200-0700", "22:00:00-7"])
def test_what_is_no_span_is_refused(typed: str) -> None:
    assert parse_quiet(typed) is None


@given(SPANS)
def test_every_span_survives_writing_and_buttons(span: QuietHours) -> None:
    assert parse_quiet(written(span)) == span
    assert unpack(packed(span)) == span


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(text: str) -> None:
    found = parse_quiet(text)
    assert found is None or found.start != found.end


def test_a_strange_button_is_no_span() -> None:
    assert unpack("2500-0700") is None
    assert unpack("own") is None


def test_presets_are_different() -> None:
    assert len(set(PRESETS)) == len(PRESETS)
