"""What tells the reports of one event from those of another."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.talks import Stage
from bot.domain.watch import Item, Judgement
from bot.understanding.news.report import MEMBERS, Report, Stretch
from bot.understanding.news.stages import is_statement

_NUMBERS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_PERSONS = (
    "bakayev", "smadiyarov", "kosherbayev", "nurtleu", "vassilenko", "kallas", "costa", "leyen", "simkic", "luchner",
)  # fmt: skip
_SPOKEN_OF = (
    "ministry", "spokesperson", "vice_minister", "ambassador", "leaders", "commission", "timing", "documents", "fee",
    "groups", "senate_hall", "conditions", "readmission", "mandate", "round", "not_free", "request", "consultation",
    "council", "postponed",
)  # fmt: skip
_BEFORE_ROUND = 3
"""Words from a number to the round it counts."""
_SHORTEST_TELLING = 4
_INSTRUMENTS = ("immigrant", "evisa", "permit")


class Act(StrEnum):
    """What happened, as far as a report on the talks tells."""

    DONE = "done"
    ANNOUNCED = "announced"
    SAID = "said"


class Phase(StrEnum):
    """How far a change of regime has come, as far as a report tells."""

    PROPOSED = "propose"
    RATIFIED = "ratify"
    IN_FORCE = "in_force"
    SIGNED = "sign"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Traits:
    """A report on the talks. number: of the round, None where it is not told. members: the EU's states it names."""

    act: Act
    stage: Stage | None
    number: int | None
    months: frozenset[str]
    persons: frozenset[str]
    members: frozenset[str]
    topics: frozenset[str]


def traits(report: Report, judgement: Judgement) -> Traits:
    """Return what is told of an event of the talks."""
    whole = report.whole
    return Traits(
        _act(report, judgement),
        judgement.stage,
        _number(whole),
        _named(whole, _MONTHS),
        _named(whole, _PERSONS),
        frozenset(MEMBERS.intersection(whole.codes("country", "adjective"))),
        _named(whole, _SPOKEN_OF) | frozenset(p.code for p in whole.places if p.is_venue),
    )


def _act(report: Report, judgement: Judgement) -> Act:
    if judgement.stage is not None:
        return Act.DONE
    title = report.title
    if title.has("future") and title.has("round", "talks", "consultation") and not title.has("request"):
        return Act.ANNOUNCED
    says = is_statement(title) or report.summary.has("speech")
    is_planned = report.whole.has("future", "timing") and report.whole.has("round")
    if title.has("round") and is_planned:
        return Act.ANNOUNCED
    return Act.ANNOUNCED if is_planned and not says else Act.SAID


def _named(stretch: Stretch, concepts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(concept for concept in concepts if stretch.has(concept))


def _number(stretch: Stretch) -> int | None:
    """Return the number of the round that is told."""
    for at in stretch.at("round", "talks"):
        before = stretch.part(max(0, at - _BEFORE_ROUND), at)
        for number, word in enumerate(_NUMBERS, 1):
            if before.has(word):
                return number
    return None


def phase(report: Report) -> Phase:
    """Return how far a change of regime has come; the title tells before the summary."""
    for stretch in (report.title, report.summary):
        for found in tuple(Phase)[:-1]:
            if stretch.has(found.value):
                return found
    return Phase.UNKNOWN


def instruments(report: Report) -> frozenset[str]:
    """Return the special papers that a change of regime is about."""
    return _named(report.whole, _INSTRUMENTS)


def telling(stretch: Stretch) -> frozenset[str]:
    """Return the words by which one title is known again."""
    return frozenset(token.key for token in stretch.tokens if len(token.key) >= _SHORTEST_TELLING)


def address(item: Item) -> str:
    """Return an item's link as far as it names the article, empty for a page of many."""
    path = item.link.split("#")[0].split("?")[0].strip().lower().rstrip("/")
    path = path.split("://", 1)[-1].removeprefix("www.")
    return path if len(path.rsplit("/", 1)[-1]) >= _SHORTEST_ADDRESS and "/" in path else ""


_SHORTEST_ADDRESS = 8
"""Letters of an article's own part of a link."""
