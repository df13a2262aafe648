"""When reminders are due."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reminder import AT, ReminderKind, ahead, carried_over, due_at

ZONES = [
    ZoneInfo(name)
    for name in (
        "Asia/Almaty", "Europe/Berlin", "America/New_York", "Pacific/Apia", "Asia/Kolkata", "Australia/Lord_Howe",
        "Pacific/Kiritimati", "Etc/GMT+12",
    )
]  # fmt: skip
days = st.dates(date(2005, 1, 1), date(2060, 1, 1))
zones = st.sampled_from(ZONES)
kinds = st.sampled_from(list(ReminderKind))
moments = st.integers(0, 5000).map(lambda hours: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(hours=23 * hours))


def test_a_reminder_is_due_at_ten_in_the_morning_where_the_person_is() -> None:
    moment = due_at(date(2027, 8, 15), 30, ZoneInfo("Asia/Almaty"))
    assert moment == datetime(2027, 7, 16, 5, tzinfo=UTC)
    summer, winter = (due_at(day, 1, ZoneInfo("Europe/Berlin")) for day in (date(2027, 7, 2), date(2027, 12, 2)))
    assert (summer.hour, winter.hour) == (8, 9)


@given(day=days, distance=st.integers(0, 400), zone=zones)
def test_it_is_ten_there_so_many_days_before(day: date, distance: int, zone: ZoneInfo) -> None:
    local = due_at(day, distance, zone).astimezone(zone)
    # Samoa had no 30 December 2011: what was due on it comes on the next day.
    assert local.date() == day - timedelta(days=distance) or local.date() == date(2011, 12, 31)
    assert local.time() == AT


@given(day=days, zone=zones, kind=kinds, now=moments)
def test_distances_whose_moment_has_passed_are_left_out(
    day: date, zone: ZoneInfo, kind: ReminderKind, now: datetime
) -> None:
    found = ahead(day, kind.offered, zone, now)
    assert all(moment > now for moment in found.values())
    assert all(due_at(day, distance, zone) <= now for distance in set(kind.offered) - set(found))


@given(kind=kinds)
def test_the_usual_distances_are_among_those_offered(kind: ReminderKind) -> None:
    assert set(kind.usual) <= set(kind.offered)


def test_another_day_keeps_what_was_chosen_and_brings_back_what_was_too_late_before() -> None:
    now, zone = datetime(2026, 11, 23, tzinfo=UTC), ZONES[0]
    in_forty_days = date(2027, 1, 2)
    carried = carried_over(ReminderKind.PASSPORT, in_forty_days, [7], zone, now)
    assert carried == {180, 90, 7}  # 30 was switched off; 180 and 90 had passed
