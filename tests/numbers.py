"""Statistics made up for tests: nobody yet, a few people, many."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.campaign import CampaignKind
from bot.domain.language import Language
from bot.domain.statistics import NOT_UNDERSTOOD, Asked, People, SentCampaign, Statistics
from bot.domain.topic import EU, LIST, Topic
from bot.domain.user import UserState
from bot.domain.watch import Precision, WatchHealth
from bot.i18n import Translator
from bot.services.catalogue import Catalogue
from bot.services.insight import Insights
from bot.services.readings import Readings
from bot.telegram.views.stats_words import Board
from tests.facts import shipped

NOW = datetime(2026, 11, 23, 7, 5, tzinfo=UTC)
TODAY = date(2026, 11, 23)
ZONE = ZoneInfo("Asia/Almaty")
ACTIVE, BLOCKED, DEACTIVATED = UserState
COUNTRIES = ("TR", "AE", "TH", "CN", "GE", "DE", "KR", "US", "GB", "JP", "VN", "EG")


def days_ago(days: int) -> date:
    """Return a day before TODAY."""
    return TODAY - timedelta(days=days)


NOBODY = Statistics(TODAY, People({}, {1: 0, 7: 0, 30: 0}, {}, None), (), None, {}, {}, {}, ())
A_FEW = Statistics(
    today=TODAY,
    people=People(
        {(ACTIVE, Language.RU): 2, (ACTIVE, Language.KK): 1, (BLOCKED, Language.RU): 1},
        {1: 1, 7: 2, 30: 3},
        {TODAY: 1, days_ago(12): 3},
        days_ago(12),
    ),
    questions=(Asked(TODAY, "country", "ru", 1), Asked(TODAY, NOT_UNDERSTOOD, "kk", 1)),
    counted_since=days_ago(3),
    followers={EU: 2, Topic.country("TR"): 1},
    outcomes={TODAY: {"sent": 1, "failed:blocked": 1}},
    outcomes_in_all={"sent": 1, "failed:blocked": 1},
    campaigns=(SentCampaign(1, CampaignKind.BROADCAST, TODAY, 2, {"sent": 1, "failed:blocked": 1}),),
)


def many(times: int = 1) -> Statistics:
    """Return the numbers of a bot that has been there for long; times: so many times as large."""
    every_day = [days_ago(n) for n in range(180)]
    intents = ("country", "list_free", "status", "documents", "fee", "stay", "greeting", "help", "of another release")
    return Statistics(
        today=TODAY,
        people=People(
            {
                (ACTIVE, Language.RU): 8200 * times,
                (ACTIVE, Language.KK): 3700 * times,
                (BLOCKED, Language.RU): 570 * times,
                (DEACTIVATED, Language.RU): 7,
            },
            {1: 300 * times, 7: 1200 * times, 30: 3400 * times},
            {day: (n % 7) * times for n, day in enumerate(every_day)},
            days_ago(600),
        ),
        questions=tuple(
            Asked(day, intent, language, (20 - n) * times)
            for day in every_day
            for n, intent in enumerate((*intents, NOT_UNDERSTOOD))
            for language in Language
        ),
        counted_since=days_ago(600),
        followers={EU: 9000 * times, LIST: 2100 * times}
        | {Topic.country(iso2): (1900 - 90 * n) * times for n, iso2 in enumerate(COUNTRIES)},
        outcomes={
            days_ago(3): {
                "sent": 12000 * times,
                "failed:blocked": 200 * times,
                "failed:odd_reason": 3,
                "skipped:left": 4,
            },
            days_ago(50): {"sent": 100 * times},
        },
        outcomes_in_all={"sent": 123000 * times, "failed:blocked": 2300 * times, "skipped:left": 500},
        campaigns=tuple(
            SentCampaign(12 - n, kind, days_ago(3 + n), 12400 * times, {"sent": 12214 * times})
            for n, kind in enumerate(CampaignKind)
        ),
    )


@dataclass(frozen=True)
class Missed:
    """A question that was not understood."""

    text: str
    count: int = 1234
    language: str = "ru"


@dataclass(frozen=True)
class MissedQuestions:
    """The open questions."""

    questions: Sequence[Missed] = ()

    async def top(self, limit: int = 20) -> Sequence[Missed]:
        return self.questions[:limit]

    async def close(self, text: str) -> bool:
        raise AssertionError("statistics close no question")

    async def total(self) -> int:
        return len(self.questions)


@dataclass
class Numbers:
    """A database that counts this, and counts how often it was asked."""

    numbers: Statistics
    asked: int = 0
    fails: bool = False

    async def read(self, moment: datetime) -> Statistics:
        self.asked += 1
        if self.fails:
            raise ConnectionError("no database")
        return self.numbers


@dataclass(frozen=True)
class Holder:
    """Holds the shipped facts."""

    current: Catalogue


def insights_on(numbers: Statistics, *missed: str) -> Insights:
    """Return what gathers statistics, on these numbers and open questions."""
    holder = Holder(shipped())
    questions = MissedQuestions([Missed(text) for text in missed])
    return Insights(Readings(Numbers(numbers), lambda: NOW), questions, holder, lambda: TODAY)  # type: ignore[arg-type]


async def board_of(numbers: Statistics, language: Language, days: int = 30, missed: Sequence[str] = ()) -> Board:
    """Return what the statistics are drawn with."""
    insight = await insights_on(numbers, *missed).gather(days)
    return Board(Translator()[language], shipped(), insight, ZONE, WatchHealth((), {}, 0, Precision(0, 0)))
