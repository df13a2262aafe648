"""What the desk's statistics show: numbers of a period, what people ask in vain, facts that grow old."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.destination import Destination
from bot.domain.review import GROWS_OLD_AFTER, Concern, concerns
from bot.domain.statistics import (
    NOT_UNDERSTOOD,
    PERIODS,
    USUAL_PERIOD,
    Asked,
    People,
    Period,
    SentCampaign,
    Statistics,
    added,
)
from bot.domain.topic import Topic
from bot.services.catalogue import Catalogue, CatalogueHolder
from bot.services.queue import Missed, MissedStore
from bot.services.readings import Readings

SOON = timedelta(days=300)
"""Facts older than this will need a look before long."""


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions of a period. by_intent: of those that were understood, the most asked first; by_language: of all."""

    asked: int
    understood: int
    by_intent: Mapping[str, int]
    by_language: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class FactsHealth:
    """How the facts about destinations fare.

    by_age: the longest unconfirmed first. soon: how many will be old before long.
    """

    by_age: tuple[Destination, ...]
    old: int
    soon: int
    conflicting: int
    unsourced: int
    oldest_days: int


@dataclass(frozen=True, slots=True)
class Insight:
    """Statistics as shown. moment: when they were counted.

    joined_before, asked_before: of the period before, None where the bot did not count all of it.
    outcomes: deliveries of campaigns that began in the period, outcomes_in_all: of all; by outcome.
    top_missed: open questions, the most asked first.
    """

    moment: datetime
    period: Period
    people: People
    joined: int
    joined_before: int | None
    questions: Questions
    asked_before: Questions | None
    top_missed: Sequence[Missed]
    followers: Mapping[Topic, int]
    outcomes: Mapping[str, int]
    outcomes_in_all: Mapping[str, int]
    campaigns: tuple[SentCampaign, ...]
    facts: FactsHealth

    @property
    def growth(self) -> tuple[int, ...]:
        """Return how many people there were at the end of each day of the period."""
        return self.people.growth(self.period)


@dataclass(frozen=True, slots=True)
class Insights:
    """Gathers the statistics."""

    readings: Readings
    questions: MissedStore
    holder: CatalogueHolder
    today: Callable[[], date]

    async def gather(self, days: int = USUAL_PERIOD, top: int = 5) -> Insight:
        """Return the statistics of so many days up to today, with so many of the questions asked in vain.

        ValueError for days that are none of PERIODS: further back nothing is read.
        """
        if days not in PERIODS:
            raise ValueError(f"statistics are of {PERIODS} days, not of {days}")
        reading = await self.readings.current()
        numbers = reading.numbers
        period = Period(numbers.today, days)
        return Insight(
            moment=reading.moment,
            period=period,
            people=numbers.people,
            joined=numbers.people.joined_in(period),
            joined_before=_joined_before(numbers, period),
            questions=_questions(numbers.questions, period),
            asked_before=_asked_before(numbers, period),
            top_missed=await self.questions.top(top),
            followers=numbers.followers,
            outcomes=_outcomes(numbers, period),
            outcomes_in_all=numbers.outcomes_in_all,
            campaigns=numbers.campaigns,
            facts=self.facts(),
        )

    def facts(self) -> FactsHealth:
        """Return how the facts fare today."""
        return facts_health(self.holder.current, self.today())


def facts_health(catalogue: Catalogue, today: date) -> FactsHealth:
    """Return how the facts of a catalogue fare on a day."""
    by_age = sorted(catalogue.destinations.values(), key=lambda one: (one.confirmed_on, one.iso2))
    found = [concern for one in by_age for concern in concerns(one, today)]
    return FactsHealth(
        by_age=tuple(by_age),
        old=found.count(Concern.OLD),
        soon=sum(SOON < today - one.confirmed_on <= GROWS_OLD_AFTER for one in by_age),
        conflicting=found.count(Concern.CONFLICTING),
        unsourced=found.count(Concern.UNSOURCED),
        oldest_days=max(0, (today - by_age[0].confirmed_on).days) if by_age else 0,
    )


def _joined_before(numbers: Statistics, period: Period) -> int | None:
    since = numbers.people.since
    known = since is not None and since <= period.before.first
    return numbers.people.joined_in(period.before) if known else None


def _asked_before(numbers: Statistics, period: Period) -> Questions | None:
    since = numbers.counted_since
    return _questions(numbers.questions, period.before) if since is not None and since <= period.before.first else None


def _questions(asked: Sequence[Asked], period: Period) -> Questions:
    those = [one for one in asked if one.day in period]
    every = sum(one.count for one in those)
    by_intent = added((one.intent, one.count) for one in those if one.intent != NOT_UNDERSTOOD)
    return Questions(every, sum(by_intent.values()), by_intent, added((one.language, one.count) for one in those))


def _outcomes(numbers: Statistics, period: Period) -> dict[str, int]:
    return added(
        (outcome, count)
        for day, of_day in numbers.outcomes.items()
        if day in period
        for outcome, count in of_day.items()
    )
