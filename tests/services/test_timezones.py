"""Time zones as people name them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.services.timezones import OFFERED, city, find_timezone, offset

WINTER = datetime(2026, 11, 23, 7, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Астана", "Asia/Almaty"),
        ("Қарағанды", "Asia/Almaty"),
        ("asia/almaty", "Asia/Almaty"),
        ("берлин", "Europe/Berlin"),
        ("Мәскеу", "Europe/Moscow"),
        ("москва", "Europe/Moscow"),
        ("Стамбұл", "Europe/Istanbul"),
        ("Нью-Йорк", "America/New_York"),
        ("New York", "America/New_York"),
        ("стамбулл", "Europe/Istanbul"),
        ("+5", "Asia/Almaty"),
        ("UTC+3", "Etc/GMT-3"),
        ("gmt -4", "Etc/GMT+4"),
        ("мск+2", "Asia/Almaty"),
    ],
)
def test_cities_names_and_offsets_are_known(typed: str, zone: str) -> None:
    assert find_timezone(typed, None, WINTER) == zone


def test_half_hours_find_a_zone_that_keeps_them() -> None:
    zone = find_timezone("+5:30", None, WINTER)
    assert zone is not None
    assert offset(zone, WINTER) == "UTC+5:30"


@pytest.mark.parametrize("typed", ["", "где-то там", "+17", "UTC", "завтра"])
def test_what_is_no_zone_is_not_guessed(typed: str) -> None:
    assert find_timezone(typed, None, WINTER) is None


def test_a_country_counts_only_where_it_keeps_one_time() -> None:
    assert find_timezone("Пхукет", "TH", WINTER) == "Asia/Bangkok"
    assert find_timezone("Казахстан", "KZ", WINTER) == "Asia/Almaty"
    assert find_timezone("США", "US", WINTER) is None


def test_offsets_follow_summer_time() -> None:
    assert offset("Europe/Berlin", WINTER) == "UTC+1"
    assert offset("Europe/Berlin", SUMMER) == "UTC+2"
    assert offset("America/St_Johns", WINTER) == "UTC−3:30"
    assert offset("Europe/London", WINTER) == "UTC"


def test_all_of_kazakhstan_keeps_one_time() -> None:
    assert offset("Asia/Almaty", WINTER) == offset("Asia/Qostanay", WINTER) == "UTC+5"


@given(st.integers(-11, 14))
def test_every_whole_offset_is_found(hours: int) -> None:
    zone = find_timezone(f"{hours:+}", None, WINTER)
    assert zone is not None
    shift = WINTER.astimezone(ZoneInfo(zone)).utcoffset()
    assert shift is not None
    assert shift.total_seconds() == hours * 3600


@pytest.mark.parametrize("zone", OFFERED)
def test_offered_zones_are_found_by_their_own_name(zone: str) -> None:
    assert find_timezone(zone, None, WINTER) == zone


def test_cities_are_named_in_both_languages() -> None:
    assert city("Europe/Moscow", Language.RU) == "Москва"
    assert city("Europe/Moscow", Language.KK) == "Мәскеу"
    assert city("Etc/GMT-3", Language.RU) == ""
