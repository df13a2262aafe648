"""Dates as feeds write them: to moments in UTC, None for what is no date."""

import calendar
import re
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\D{1,3}(\d{1,2}):(\d{2}))?")
_IN_ADDRESS = re.compile(r"(?<!\d)(20\d\d)[-/_.]?(\d{2})[-/_.]?(\d{2})(?!\d)")
_MILLISECONDS = 10**11


def moment(value: object) -> datetime | None:
    """Return the moment of a date in text, of seconds or milliseconds since 1970, or of a `struct_time` in UTC."""
    try:
        found = _read(value)
    except (ValueError, OverflowError, OSError, TypeError, IndexError):
        return None
    if found is None:
        return None
    found = found.replace(tzinfo=UTC) if found.tzinfo is None else found
    try:
        found = found.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    return found if found >= EARLIEST else None


def day_in(url: str) -> datetime | None:
    """Return the day that an address names, as in `…/2026/03/04/…`, None when it names none."""
    for match in _IN_ADDRESS.finditer(url):
        year, month, day = map(int, match.groups())
        if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
            return datetime(year, month, day, tzinfo=UTC)
    return None


def _read(value: object) -> datetime | None:
    if isinstance(value, time.struct_time):
        return datetime.fromtimestamp(calendar.timegm(value), UTC)
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return datetime.fromtimestamp(value / 1000 if value > _MILLISECONDS else value, UTC)
    return _written(value.strip()[:60]) if isinstance(value, str) else None


def _written(text: str) -> datetime | None:
    if re.fullmatch(r"\d{9,13}", text):
        return _read(int(text))
    if match := _DOTTED.match(text):
        day, month, year, hour, minute = (int(part or 0) for part in match.groups())
        return datetime(year, month, day, hour, minute, tzinfo=UTC)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return parsedate_to_datetime(text)
