"""Moments typed by editors."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.moments import parse_moment

NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)
ALMATY = ZoneInfo("Asia/Almaty")


@pytest.mark.parametrize(
    ("typed", "local"),
    [
        ("25.11 18:00", "2026-11-25 18:00"),
        ("25.11.2026 18:00", "2026-11-25 18:00"),
        ("25/11/26, 18.05", "2026-11-25 18:05"),
        ("25.11 в 18:00", "2026-11-25 18:00"),
        ("2026-11-25 18:00", "2026-11-25 18:00"),
        ("завтра в 9:00", "2026-11-24 09:00"),
        ("Ертең сағат 9:00", "2026-11-24 09:00"),
        ("бүгін 23:59", "2026-11-23 23:59"),
        ("18:30", "2026-11-23 18:30"),
        ("11:59", "2026-11-24 11:59"),
        ("05.01 10:00", "2027-01-05 10:00"),
        ("20.11 10:00", "2026-11-20 10:00"),
    ],
)
def test_times_are_read_in_the_bots_zone(typed: str, local: str) -> None:
    moment = parse_moment(typed, NOW, ALMATY)
    assert moment is not None
    assert moment.astimezone(ALMATY).strftime("%Y-%m-%d %H:%M") == local


@pytest.mark.parametrize(
    "typed", ["", "потом", "25.11", "31.02 10:00", "29.02 10:00", "вчера 9:00", "25:00", "12:60", "01.01.0001 00:00"]
)
def test_what_is_no_time_is_refused(typed: str) -> None:
    assert parse_moment(typed, NOW, ALMATY) is None


@given(st.integers(0, 60 * 24 * 3650))
def test_every_full_date_comes_back(minutes: int) -> None:
    local = (NOW + timedelta(minutes=minutes)).astimezone(ALMATY)
    assert parse_moment(f"{local:%d.%m.%Y %H:%M}", NOW, ALMATY) == local


@given(st.integers(0, 60 * 24 * 365), st.times())
def test_a_time_alone_is_the_next_one(minutes: int, clock: time) -> None:
    now = NOW + timedelta(minutes=minutes)
    moment = parse_moment(f"{clock:%H:%M}", now, ALMATY)
    assert moment is not None
    assert timedelta() < moment - now <= timedelta(days=1)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(text: str) -> None:
    found = parse_moment(text, NOW, ALMATY)
    assert found is None or found.tzinfo is UTC
