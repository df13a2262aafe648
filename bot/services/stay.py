"""The stay calculator for a place: its rule, a person's trips, and what follows of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.domain.question import SCHENGEN
from bot.domain.stay import (
    NotComputable,
    PerEntry,
    Rule,
    Trip,
    Usage,
    Verdict,
    Why,
    check,
    earliest_return,
    last_legal_day,
    left,
    rule_of,
    usages,
)
from bot.services.catalogue import CatalogueHolder


class TripStore(Protocol):
    """What this needs of a database."""

    async def of(self, user_id: int, place: str) -> tuple[Trip, ...]:
        """Return a person's kept trips to a place."""
        ...

    async def places(self, user_id: int) -> tuple[str, ...]:
        """Return the places a person keeps trips to."""
        ...

    async def keep(self, user_id: int, place: str, trips: Iterable[Trip], moment: datetime) -> None:
        """Make these a person's kept trips to a place."""
        ...

    async def forget(self, user_id: int, place: str) -> int:
        """Delete a person's kept trips to a place; return how many there were."""
        ...


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands with a rule on a day.

    left: days in a row that are possible from that day on, None without a limit. last_day: the last of them; for a
    visit that is too long, the last that was legal. returns: from when one may enter again, if that is not now.
    whole: how many days a stay may have that begins afresh, and whole_from: from when, if that is not now.
    over: by trip, how many of its days are too much.
    """

    rule: Rule
    day: date
    is_there: bool
    usages: tuple[Usage, ...]
    left: int | None
    last_day: date | None
    returns: date | None
    whole: int | None
    whole_from: date | None
    over: dict[Trip, int]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a plan comes to. fits_from: the first day from which a trip of that length is possible, if the plan isn't.

    left_after: how many days in a row are possible on the day after it, None where that has no end.
    """

    plan: Trip
    verdict: Verdict
    fits_from: date | None = None
    left_after: int | None = None


@dataclass(frozen=True, slots=True)
class StayCalculator:
    """Counts days of stays. today, now: of the bot's time zone, and the moment."""

    store: TripStore
    holder: CatalogueHolder
    today: Callable[[], date]
    now: Callable[[], datetime]

    def area(self, place: str) -> str | None:
        """Return where the days of a place are counted: SCHENGEN for its states; None for a place without facts."""
        catalogue = self.holder.current
        if place == SCHENGEN or place in catalogue.schengen:
            return SCHENGEN
        return place if place in catalogue.destinations else None

    def rule(self, area: str) -> Rule | NotComputable:
        """Return the rule of an area, or why there is none to compute with."""
        catalogue = self.holder.current
        places = sorted(catalogue.schengen) if area == SCHENGEN else [area]
        rules = [rule_of(catalogue.destinations[place]) for place in places if place in catalogue.destinations]
        computable = [rule for rule in rules if isinstance(rule, Rule)]
        return next(iter(computable or rules), NotComputable(Why.NOT_STATED))

    def standing(self, rule: Rule, trips: Iterable[Trip]) -> Standing:
        """Return where a person with these trips stands today."""
        known, today = tuple(trips), self.today()
        is_there = any(trip.first <= today <= (trip.last or today) for trip in known)
        last_day = last_legal_day(rule, known, today)
        exit_day = max(today, last_day) if is_there and last_day is not None else today
        gone = [trip.closed(exit_day) for trip in known]
        begins = exit_day + timedelta(days=1) if is_there else today
        whole = min((limit.days for limit in rule.limits), default=None)
        returns = earliest_return(rule, gone, begins)
        whole_from = None if whole is None else earliest_return(rule, gone, begins, whole)
        return Standing(
            rule=rule,
            day=today,
            is_there=is_there,
            usages=tuple(one for one in usages(rule, known, today) if is_there or not isinstance(one.limit, PerEntry)),
            left=left(rule, known, today),
            last_day=last_day,
            returns=None if returns == today else returns,
            whole=whole,
            whole_from=None if whole_from in (today, returns) else whole_from,
            over=self._over(rule, known),
        )

    def judge(self, rule: Rule, trips: Iterable[Trip], plan: Trip) -> Judgement:
        """Return what a planned trip (with its end) comes to beside a person's trips."""
        today = self.today()
        known = tuple(trip.closed(max(today, trip.first)) for trip in trips if trip != plan)
        verdict = check(rule, known, plan)
        last = plan.last or plan.first
        if not verdict.is_fine:
            return Judgement(plan, verdict, fits_from=earliest_return(rule, known, plan.first, plan.days))
        after = left(rule, (*known, plan), last + timedelta(days=1))
        return Judgement(plan, verdict, left_after=after)

    async def kept(self, user_id: int, area: str) -> tuple[Trip, ...]:
        """Return the trips a person asked to keep."""
        return await self.store.of(user_id, area)

    async def kept_places(self, user_id: int) -> tuple[str, ...]:
        """Return the places a person keeps trips to, the latest first."""
        return await self.store.places(user_id)

    async def keep(self, user_id: int, area: str, trips: Iterable[Trip]) -> None:
        """Keep a person's trips to an area in place of those kept before."""
        await self.store.keep(user_id, area, trips, self.now())

    async def forget(self, user_id: int, area: str) -> bool:
        """Keep a person's trips to an area no more; tell whether any were kept."""
        return bool(await self.store.forget(user_id, area))

    def _over(self, rule: Rule, trips: tuple[Trip, ...]) -> dict[Trip, int]:
        found: dict[Trip, int] = {}
        closed = [trip.closed(self.today()) for trip in trips]
        for index, trip in enumerate(closed):
            verdict = check(rule, closed[:index] + closed[index + 1 :], trip)
            if verdict.first_breach is not None and verdict.first_breach <= (trip.last or trip.first):
                found[trips[index]] = verdict.over
        return found


def merged(trips: Iterable[Trip], more: Iterable[Trip], most: int) -> tuple[Trip, ...]:
    """Return trips in order with more of them, each first day once: what was said last counts; at most so many."""
    found = {trip.first: trip for trip in (*trips, *more)}
    return tuple(found[first] for first in sorted(found))[-most:]


def without(trips: Iterable[Trip], first: date) -> tuple[Trip, ...]:
    """Return trips without the one that begins on a day."""
    return tuple(trip for trip in trips if trip.first != first)
