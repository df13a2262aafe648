"""A moment as an editor types it: «25.11 18:00», «завтра 9:00», «18:30»."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_DAYS = {"сегодня": 0, "бүгін": 0, "завтра": 1, "ертең": 1, "послезавтра": 2, "бүрсігүні": 2}
_CLOCK = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})"
_AT = r",? +(?:(?:в|сағат) +)?"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})(?:[./](?P<year>\d{{4}}|\d{{2}}))?{_AT}{_CLOCK}",
        rf"(?P<year>\d{{4}})-(?P<month>\d{{2}})-(?P<day>\d{{2}})[ t]{_CLOCK}",
        rf"(?P<word>[а-яёәіңғүұқөһ]+){_AT}{_CLOCK}",
        _CLOCK,
    )
)
LONG_AGO = timedelta(days=180)
"""A day without a year that lies further back is meant to be next year's."""


def parse_moment(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Return the moment in UTC that was typed, None when it is none. It may lie in the past: the caller looks.

    now: aware. A time alone is the next such time; a day without a year is the nearest such day.
    """
    local = now.astimezone(zone)
    typed = " ".join(text.casefold().split())
    for pattern in _PATTERNS:
        if (match := pattern.fullmatch(typed)) is not None:
            return _moment(match.groupdict(), local)
    return None


def _moment(parts: dict[str, str | None], local: datetime) -> datetime | None:
    try:
        clock = time(int(parts["hour"] or 0), int(parts["minute"] or 0))
        day = _day(parts, local, clock)
        return None if day is None else datetime.combine(day, clock, local.tzinfo).astimezone(UTC)
    except (ValueError, OverflowError):  # 31.02, 25:00, the year 1
        return None


def _day(parts: dict[str, str | None], local: datetime, clock: time) -> date | None:
    if "word" in parts:
        ahead = _DAYS.get(parts["word"] or "")
        return None if ahead is None else local.date() + timedelta(days=ahead)
    if "month" not in parts:
        return local.date() + timedelta(days=int(clock <= local.time()))
    month, day, year = int(parts["month"] or 0), int(parts["day"] or 0), parts["year"]
    if year is not None:
        return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    this_year = date(local.year, month, day)
    return date(local.year + 1, month, day) if local.date() - this_year > LONG_AGO else this_year
