"""Quiet hours as people type them: «22:00-07:30», «с 22 до 7», «23.30–8»."""

import re
from datetime import time

from bot.domain.user import QuietHours

PRESETS = (QuietHours(time(22), time(8)), QuietHours(time(23), time(7)))
"""The spans offered as buttons."""

_CLOCK = re.compile(r"(?<![\d:.,])(\d{1,2})(?:[:.](\d{2}))?(?![\d:])")


def parse_quiet(text: str) -> QuietHours | None:
    """Return the span a person typed, None when it is none: not two times of a day, or twice the same."""
    found = [_time(*clock) for clock in _CLOCK.findall(text)]
    if len(found) != 2 or found[0] is None or found[1] is None or found[0] == found[1]:
        return None
    return QuietHours(found[0], found[1])


def written(quiet: QuietHours) -> str:
    """Return the span in digits: `22:00–07:30`."""
    return f"{quiet.start:%H:%M}–{quiet.end:%H:%M}"


def packed(quiet: QuietHours) -> str:
    """Return the span as a button carries it: `2200-0730`."""
    return f"{quiet.start:%H%M}-{quiet.end:%H%M}"


def unpack(text: str) -> QuietHours | None:
    """Return the span of a button, None when it is none."""
    match = re.fullmatch(r"(\d\d)(\d\d)-(\d\d)(\d\d)", text)
    return parse_quiet("{}:{}-{}:{}".format(*match.groups())) if match else None


def _time(hours: str, minutes: str) -> time | None:
    hour, minute = int(hours), int(minutes or 0)
    if hour == 24 and not minute:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None
