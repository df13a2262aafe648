"""When a message that waits is let go."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.user import Cadence, QuietHours
from bot.domain.waiting import DIGEST_AT, release_time

ALMATY, LONDON, LA = ZoneInfo("Asia/Almaty"), ZoneInfo("Europe/London"), ZoneInfo("America/Los_Angeles")
NIGHT = QuietHours(time(22), time(8))


def moment(text: str, zone: ZoneInfo = ALMATY) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("now", "cadence", "quiet", "until"),
    [
        ("2026-11-23 12:00", Cadence.AT_ONCE, None, None),
        ("2026-11-23 12:00", Cadence.AT_ONCE, NIGHT, None),
        ("2026-11-23 21:59", Cadence.AT_ONCE, NIGHT, None),
        ("2026-11-23 22:00", Cadence.AT_ONCE, NIGHT, "2026-11-24 08:00"),
        ("2026-11-24 03:00", Cadence.AT_ONCE, NIGHT, "2026-11-24 08:00"),
        ("2026-11-24 08:00", Cadence.AT_ONCE, NIGHT, None),
        ("2026-11-24 14:30", Cadence.AT_ONCE, QuietHours(time(14), time(15)), "2026-11-24 15:00"),
        ("2026-11-24 14:30", Cadence.AT_ONCE, QuietHours(time(14), time(14)), None),
        ("2026-11-23 08:59", Cadence.DAILY, None, "2026-11-23 09:00"),
        ("2026-11-23 09:00", Cadence.DAILY, None, "2026-11-24 09:00"),
        ("2026-11-23 12:00", Cadence.DAILY, QuietHours(time(22), time(10)), "2026-11-24 10:00"),
        ("2026-11-23 08:00", Cadence.WEEKLY, None, "2026-11-23 09:00"),  # a Monday
        ("2026-11-23 10:00", Cadence.WEEKLY, None, "2026-11-30 09:00"),
        ("2026-11-29 23:00", Cadence.WEEKLY, NIGHT, "2026-11-30 09:00"),
    ],
)
def test_by_local_time(now: str, cadence: Cadence, quiet: QuietHours | None, until: str | None) -> None:
    for zone in (ALMATY, LONDON, LA):
        expected = moment(until, zone).astimezone(UTC) if until else None
        assert release_time(moment(now, zone).astimezone(UTC), zone, cadence, quiet) == expected


hours = st.times(timezones=st.none()).map(lambda one: one.replace(second=0, microsecond=0))
moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
zones = st.sampled_from([ALMATY, ZoneInfo("Asia/Aqtau"), LONDON, LA, ZoneInfo("Asia/Kathmandu"), ZoneInfo("UTC")])
quiets = st.one_of(st.none(), st.builds(QuietHours, hours, hours))


@given(moments, zones, st.sampled_from(Cadence), quiets)
def test_what_waits_is_let_go_at_a_time_that_suits(
    now: datetime, zone: ZoneInfo, cadence: Cadence, quiet: QuietHours | None
) -> None:
    until = release_time(now, zone, cadence, quiet)
    if until is None:
        assert cadence is Cadence.AT_ONCE
        assert quiet is None or not quiet.cover(now.astimezone(zone).time())
        return
    longest = {Cadence.AT_ONCE: 1, Cadence.DAILY: 2, Cadence.WEEKLY: 8}[cadence]
    assert now < until <= now + timedelta(days=longest, hours=2)
    local = until.astimezone(zone)
    assert local.time() == DIGEST_AT or (quiet is not None and _is_end(local, quiet))


def _is_end(local: datetime, quiet: QuietHours) -> bool:
    """Tell whether this is the end of quiet hours; an end that no clock shows in March is an hour later."""
    ends = {quiet.end, (datetime.combine(local, quiet.end) + timedelta(hours=1)).time()}
    return local.time() in ends


@given(moments, zones, quiets)
def test_after_the_wait_there_is_no_second_one(now: datetime, zone: ZoneInfo, quiet: QuietHours | None) -> None:
    until = release_time(now, zone, Cadence.AT_ONCE, quiet)
    if until is not None:
        assert release_time(until, zone, Cadence.AT_ONCE, quiet) is None
