"""What bounds a stay, each by arithmetic on spans of days. Days are ordinals in here."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.domain.stay_days import Presence, Span


class Limit(Protocol):
    """So many days at the most, counted in some way."""

    @property
    def days(self) -> int:
        """Return how many days are allowed."""
        ...

    def used(self, presence: Presence, day: int) -> int:
        """Return how many days count on this one."""
        ...

    def since(self, presence: Presence, day: int) -> int:
        """Return from which day on they are counted."""
        ...

    def first_breach(self, presence: Presence, within: Span) -> int | None:
        """Return the first day spent there on which more days count than are allowed, None when there is none."""
        ...

    def breach_ends(self, day: int) -> int | None:
        """Return the last day until which a breach of this day lasts in any case, None: to the end of the stay."""
        ...

    def wait(self, others: Presence, stay: Span) -> int | None:
        """Return the first day on which a stay of that length could begin for this limit, not before it does.

        It may have to be asked again: the day found is not too late. None: never. The stay shares no day with others.
        """
        ...


@dataclass(frozen=True, slots=True)
class PerEntry:
    """Days from each entry on; a new entry begins a new count."""

    days: int

    def used(self, presence: Presence, day: int) -> int:
        """Return how many days the visit of this day has lasted."""
        return max((day - visit.first + 1 for visit in presence.visits_on(day)), default=0)

    def since(self, presence: Presence, day: int) -> int:
        """Return the day of entry, this day when nobody is there."""
        return min((visit.first for visit in presence.visits_on(day)), default=day)

    def first_breach(self, presence: Presence, within: Span) -> int | None:
        """Return the first day beyond the days of its entry."""
        for visit in presence.visits:
            day = max(visit.first + self.days, within.first)
            if day <= min(visit.last, within.last):
                return day
        return None

    def breach_ends(self, day: int) -> int | None:
        """Return None: it lasts until the exit."""
        return None

    def wait(self, others: Presence, stay: Span) -> int | None:
        """Return the day itself, None when the stay is too long for one entry."""
        return stay.first if _length(stay) <= self.days else None


@dataclass(frozen=True, slots=True)
class Rolling:
    """Days in any window of so many days that ends on a day of the stay."""

    days: int
    window: int

    def used(self, presence: Presence, day: int) -> int:
        """Return how many days the window that ends here has."""
        return presence.between(day - self.window + 1, day)

    def since(self, presence: Presence, day: int) -> int:
        """Return the first day of the window."""
        return day - self.window + 1

    def first_breach(self, presence: Presence, within: Span) -> int | None:
        """Return the first day whose window has too many; in days in a row the count never falls."""
        for span in presence.spans:
            first, last = max(span.first, within.first), min(span.last, within.last)
            if first <= last and self.used(presence, last) > self.days:
                inside = range(first, last + 1)
                return inside[bisect_left(inside, True, key=lambda day: self.used(presence, day) > self.days)]
        return None

    def breach_ends(self, day: int) -> int | None:
        """Return None: it lasts until the exit."""
        return None

    def wait(self, others: Presence, stay: Span) -> int | None:
        """Return the day by which enough of the earlier days are out of the window."""
        if self.days >= self.window:
            return stay.first
        if _length(stay) > self.days:
            return None
        begins = stay.last - self.window + 1
        surplus = others.between(begins, stay.first - 1) + _length(stay) - self.days
        if surplus <= 0:
            return stay.first
        last_to_leave = others.nth(others.until(begins - 1) + surplus)
        return stay.first + last_to_leave - begins + 1


@dataclass(frozen=True, slots=True)
class PerYear:
    """Days in each calendar year."""

    days: int

    def used(self, presence: Presence, day: int) -> int:
        """Return how many days the year has had so far."""
        return presence.between(_new_year(day), day)

    def since(self, presence: Presence, day: int) -> int:
        """Return 1 January."""
        return _new_year(day)

    def first_breach(self, presence: Presence, within: Span) -> int | None:
        """Return the first day too many of its year."""
        for span in presence.spans:
            first = max(span.first, within.first)
            while first <= min(span.last, within.last):
                day = first + max(0, self.days - presence.between(_new_year(first), first - 1))
                end = min(span.last, within.last, _year_end(first))
                if day <= end:
                    return day
                first = end + 1
        return None

    def breach_ends(self, day: int) -> int | None:
        """Return the end of the year."""
        return _year_end(day)

    def wait(self, others: Presence, stay: Span) -> int | None:
        """Return the day from which only as much of the stay falls into the year as there is left of it."""
        day = self.first_breach(others.with_span(stay), stay)
        if day is None:
            return stay.first
        if _length(stay) > 2 * self.days:
            return None
        left = self.days - others.between(_new_year(day), min(stay.first, day) - 1)
        return max(stay.first + 1, _year_end(day) - max(0, left) + 1)


@dataclass(frozen=True, slots=True)
class FromFirst:
    """Days in a window that begins with an entry; the next window begins with the first entry after its end.

    A visit belongs to the window in which it began, also where it outlasts it: nobody is told to stay longer than that.
    """

    days: int
    window: int

    def used(self, presence: Presence, day: int) -> int:
        """Return how many days of this day's window there have been."""
        counts = [count + max(0, day - new + 1) for visit, _, count, new in self._walk(presence, day) if day in visit]
        if counts:
            return max(counts)
        start = self._window_on(presence, day)
        return 0 if start is None else presence.between(start, day)

    def since(self, presence: Presence, day: int) -> int:
        """Return the first day of the window, this day when none has begun."""
        starts = [start for visit, start, _, _ in self._walk(presence, day) if day in visit]
        start = min(starts) if starts else self._window_on(presence, day)
        return day if start is None else start

    def first_breach(self, presence: Presence, within: Span) -> int | None:
        """Return the first day too many of its window."""
        for visit, _, count, new in self._walk(presence, within.last):
            breach = visit[0] if count > self.days else new + self.days - count
            day = max(breach, within.first)
            if day <= min(visit[-1], within.last):
                return day
        return None

    def breach_ends(self, day: int) -> int | None:
        """Return None: it lasts until the exit."""
        return None

    def wait(self, others: Presence, stay: Span) -> int | None:
        """Return the day itself, or the first one after the window when too little of it is left."""
        if _length(stay) > self.days:
            return None
        start = self._window_on(others, stay.first)
        if start is None or others.between(start, stay.first - 1) + _length(stay) <= self.days:
            return stay.first
        return start + self.window

    def _walk(self, presence: Presence, until: int) -> list[tuple[range, int, int, int]]:
        """Return each visit with its window's start, the days counted before it, and its first day not counted yet."""
        found: list[tuple[range, int, int, int]] = []
        start, count, reached = None, 0, 0
        for visit in presence.visits:
            if visit.first > until:
                break
            if start is None or visit.first >= start + self.window:
                start, count, reached = visit.first, 0, visit.first - 1
            new = max(visit.first, reached + 1)
            found.append((range(visit.first, visit.last + 1), start, count, new))
            count, reached = count + max(0, visit.last - new + 1), max(reached, visit.last)
        return found

    def _window_on(self, presence: Presence, day: int) -> int | None:
        """Return the start of the window that a day without a visit lies in, None when there is none."""
        walked = self._walk(presence, day)
        return walked[-1][1] if walked and day < walked[-1][1] + self.window else None


def _length(span: Span) -> int:
    return span.last - span.first + 1


def _new_year(day: int) -> int:
    return date.fromordinal(day).replace(month=1, day=1).toordinal()


def _year_end(day: int) -> int:
    return date.fromordinal(day).replace(month=12, day=31).toordinal()
