"""The watch's rules: when to look next, which addresses are one."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.folding import link_mark
from bot.services.watch_schedule import JITTER, LONGEST, next_look

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)


@given(st.integers(1, 10**6), st.integers(0, 1000), st.floats(0, 1), st.none() | st.floats(0, 86_400))
def test_the_next_look_is_neither_too_soon_nor_too_late(
    seconds: int, failures: int, chance: float, retry_after: float | None
) -> None:
    interval = timedelta(seconds=seconds)
    wait = next_look(NOW, interval, failures, chance, retry_after) - NOW
    longest = max(min(6 * interval, max(LONGEST, interval)) * (1 + JITTER), timedelta(seconds=retry_after or 0))
    assert interval * (1 - JITTER) - timedelta(milliseconds=1) <= wait <= longest + timedelta(milliseconds=1)
    assert wait >= timedelta(seconds=retry_after or 0)


@given(st.floats(0, 1))
def test_looks_are_spread(chance: float) -> None:
    wait = (next_look(NOW, timedelta(seconds=1000), 0, chance) - NOW).total_seconds()
    assert wait == pytest.approx(900 + 200 * chance)


@pytest.mark.parametrize(
    "link",
    [
        "https://a.example/x",
        "http://a.example/x/",
        "https://www.a.example/x#y",
        "https://a.example/x?utm_source=rss&utm_medium=x",
        "https://A.example/x?fbclid=1",
    ],
)
def test_addresses_of_one_report(link: str) -> None:
    assert link_mark(link) == link_mark("https://a.example/x")


@pytest.mark.parametrize(
    "link", ["", "https://a.example", "https://a.example/", "https://www.a.example/?utm_a=1", "http://["]
)
def test_addresses_of_no_report(link: str) -> None:
    assert link_mark(link) == ""


def test_what_is_asked_for_tells_reports_apart() -> None:
    assert link_mark("https://a.example/?id=1") != link_mark("https://a.example/?id=2")
    assert link_mark("https://a.example/x?a=1&b=2") == link_mark("https://a.example/x?b=2&a=1")


@given(st.text(max_size=80))
def test_any_text_has_a_mark(link: str) -> None:
    assert isinstance(link_mark(link), str)
