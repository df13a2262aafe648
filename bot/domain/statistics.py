"""How the bot is doing, in numbers: what is counted, and what it means for a span of days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.campaign import CampaignKind
from bot.domain.language import Language
from bot.domain.topic import Topic
from bot.domain.user import UserState

NOT_UNDERSTOOD = "not_understood"
"""Stands among the intents for questions that no rule understood."""

PERIODS = (7, 30, 90)
"""Days that statistics can be looked at."""

USUAL_PERIOD = 30
REMEMBERED = 2 * max(PERIODS)
"""Days that are read: the longest period, and the one before it to compare with."""

SEEN = (1, 7, 30)
"""Days within which people's last visit is counted."""


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days up to and with the last one, which may still be going on."""

    last: date
    days: int

    @property
    def first(self) -> date:
        """Return its first day."""
        return self.last - timedelta(days=self.days - 1)

    @property
    def before(self) -> "Period":
        """Return the period of the same length that ended the day before."""
        return Period(self.first - timedelta(days=1), self.days)

    @property
    def every_day(self) -> tuple[date, ...]:
        """Return its days in their order."""
        return tuple(self.first + timedelta(days=n) for n in range(self.days))

    def __contains__(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Asked:
    """So many questions of a day. intent: of an `Intent`, or NOT_UNDERSTOOD."""

    day: date
    intent: str
    language: str
    count: int


@dataclass(frozen=True, slots=True)
class SentCampaign:
    """A campaign as the statistics tell of it. counts: settled deliveries by outcome; day: when it began."""

    id: int
    kind: CampaignKind
    day: date
    total: int
    counts: Mapping[str, int]

    @property
    def sent(self) -> int:
        """Return how many got it."""
        return self.counts.get("sent", 0)


@dataclass(frozen=True, slots=True)
class People:
    """Everybody known, by state and language. seen: who can be reached and was here within so many days.

    joined: by the day of their first message, of the last REMEMBERED days; who had their data deleted is not among
    them. since: the day of the first who is known, None while there is nobody.
    """

    counts: Mapping[tuple[UserState, Language], int]
    seen: Mapping[int, int]
    joined: Mapping[date, int]
    since: date | None

    @property
    def total(self) -> int:
        """Return how many people are known."""
        return sum(self.counts.values())

    @property
    def reachable(self) -> int:
        """Return how many people get messages."""
        return self.of_state(UserState.ACTIVE)

    def of_state(self, state: UserState) -> int:
        """Return how many people are in a state."""
        return sum(count for (one, _), count in self.counts.items() if one is state)

    def of_language(self, language: Language) -> int:
        """Return how many people of a language get messages."""
        return self.counts.get((UserState.ACTIVE, language), 0)

    def joined_in(self, period: Period) -> int:
        """Return how many came in a period."""
        return sum(self.joined.get(day, 0) for day in period.every_day)

    def growth(self, period: Period) -> tuple[int, ...]:
        """Return how many of those known were there at the end of each day of the period."""
        totals, total = [], self.total
        for day in reversed(period.every_day):
            totals.append(total)
            total -= self.joined.get(day, 0)
        return tuple(reversed(totals))


@dataclass(frozen=True, slots=True)
class Statistics:
    """Numbers of one moment.

    today: the day in the bot's time zone. questions: of the last REMEMBERED days; counted_since: the first day on
    which questions were counted. followers: people who can be reached by topic, the most followed first.
    outcomes: deliveries by the day their campaign began and by outcome (`sent`, `failed:blocked` …), of the last
    REMEMBERED days; outcomes_in_all: of all campaigns. campaigns: the last ones, newest first.
    """

    today: date
    people: People
    questions: tuple[Asked, ...]
    counted_since: date | None
    followers: Mapping[Topic, int]
    outcomes: Mapping[date, Mapping[str, int]]
    outcomes_in_all: Mapping[str, int]
    campaigns: tuple[SentCampaign, ...]


def of_state(outcomes: Mapping[str, int], state: str) -> int:
    """Return how many deliveries ended in this state: `sent`, `failed` or `skipped`."""
    return sum(count for outcome, count in outcomes.items() if outcome.partition(":")[0] == state)


def largest(counts: Mapping[str, int], most: int, others: str) -> dict[str, int]:
    """Return the largest counts, and the sum of the others under that name; a single other one keeps its own."""
    ordered = list(added(counts.items()).items())
    if len(ordered) <= most + 1:
        return dict(ordered)
    rest = sum(count for _, count in ordered[most:])
    return dict(ordered[:most]) | ({others: rest} if rest else {})


def added(many: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return the sums by key, the largest first."""
    sums: dict[str, int] = {}
    for key, count in many:
        sums[key] = sums.get(key, 0) + count
    return dict(sorted(sums.items(), key=lambda item: (-item[1], item[0])))
