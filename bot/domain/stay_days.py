"""Trips as days: what was spent somewhere, with the days of entry and exit both counted."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Trip:
    """A stay from its day of entry to its day of exit. last: None while the person is still there."""

    first: date
    last: date | None = None

    def closed(self, day: date) -> "Trip":
        """Return the trip with its end; one that is still under way ends on this day, at the earliest on its first."""
        return self if self.last is not None else Trip(self.first, max(self.first, day))

    @property
    def days(self) -> int:
        """Return how many days it has, 0 while its end is open."""
        return 0 if self.last is None else (self.last - self.first).days + 1


class Span(NamedTuple):
    """Days in a row, as ordinals, both ends counted."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Presence:
    """The days of trips, so that days are counted and found without walking over them.

    visits: in order, each from an entry to an exit; two may share a day. spans: the days themselves, disjoint.
    """

    visits: tuple[Span, ...]
    spans: tuple[Span, ...]
    _firsts: tuple[int, ...]
    _sums: tuple[int, ...]

    @classmethod
    def of(cls, trips: Iterable[Trip], until: date) -> "Presence":
        """Return the days of trips in any order; those still under way last until this day."""
        closed = [trip.closed(until) for trip in trips]
        return cls.of_spans(Span(one.first.toordinal(), (one.last or until).toordinal()) for one in closed)

    @classmethod
    def of_spans(cls, spans: Iterable[Span]) -> "Presence":
        """Return the days of spans in any order."""
        found = sorted(set(spans))
        days = _joined(found, 1)
        sums = accumulate((span.last - span.first + 1 for span in days), initial=0)
        return cls(_joined(found, -1), days, tuple(span.first for span in days), tuple(sums))

    def with_span(self, span: Span) -> "Presence":
        """Return these days and a further visit."""
        return Presence.of_spans((*self.visits, span))

    def until(self, day: int) -> int:
        """Return how many days there are up to this one."""
        index = bisect_right(self._firsts, day) - 1
        if index < 0:
            return 0
        return self._sums[index] + min(day, self.spans[index].last) - self.spans[index].first + 1

    def between(self, first: int, last: int) -> int:
        """Return how many days there are from the first to the last, none when they are in the wrong order."""
        return max(0, self.until(last) - self.until(first - 1))

    def nth(self, number: int) -> int:
        """Return the day of this number, counted from 1; IndexError when there are fewer."""
        index = bisect_left(self._sums, number) - 1
        return self.spans[index].first + number - self._sums[index] - 1

    def visits_on(self, day: int) -> list[Span]:
        """Return the visits of a day: none, one, or two where one left and came back."""
        return [visit for visit in self.visits if visit.first <= day <= visit.last]


def _joined(spans: Sequence[Span], gap: int) -> tuple[Span, ...]:
    """Return sorted spans with those joined that lie no further apart than this; -1: those that share two days.

    A day shared is an exit and an entry, unless one of the two lies within the other.
    """
    found: list[Span] = []
    for span in spans:
        if found and (span.first <= found[-1].last + gap or span.last <= found[-1].last):
            found[-1] = Span(found[-1].first, max(found[-1].last, span.last))
        else:
            found.append(span)
    return tuple(found)
