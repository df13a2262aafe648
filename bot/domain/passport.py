"""How long a passport must still be valid, and for which day of a trip that is no longer so."""

import calendar
from dataclasses import dataclass
from datetime import date

LAST_YEAR = 9999


@dataclass(frozen=True, slots=True, order=True)
class ValidityRule:
    """So many months, counted from the day of leaving, or else from that of entering."""

    months: int
    after_leaving: bool = False

    def needed_until(self, first: date, last: date) -> date:
        """Return the day until which a passport must be valid for a trip."""
        return months_later(last if self.after_leaving else first, self.months)

    def is_met(self, expires: date, first: date, last: date) -> bool:
        """Tell whether a passport is long enough for a trip."""
        return expires >= max(last, self.needed_until(first, last))

    def last_day(self, expires: date) -> date:
        """Return the last day on which one may enter, or leave, with a passport; the rule says which."""
        return months_earlier(expires, self.months)


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, the month's last where it has no such day."""
    return _shifted(day, months)


def months_earlier(day: date, months: int) -> date:
    """Return the last day from which so many months end on this day or before it."""
    if day.day == _length(day.year, day.month):
        target = _shifted(day.replace(day=1), -months)
        return target.replace(day=_length(target.year, target.month))
    return _shifted(day, -months)


def _shifted(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 + months
    year, month = min(number // 12, LAST_YEAR), number % 12 + 1
    return date(year, month, min(day.day, _length(year, month)))


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
