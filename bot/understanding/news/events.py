"""Are two reports of one event? Dates help where they differ; what is said must agree."""

from datetime import timedelta

from rapidfuzz import fuzz

from bot.domain.talks import Stage
from bot.domain.watch import Item, Judgement, Subject
from bot.understanding.news.concepts import Concept
from bot.understanding.news.judging import NewsReader, is_held
from bot.understanding.news.signs import Signs

NEARLY_THE_SAME = 92
"""Likeness of titles, 0..100, from which they are one text that two sites carry."""

OF_A_STEP, OF_A_STATEMENT, OF_A_REGIME = timedelta(days=3), timedelta(days=1.5), timedelta(days=10)
"""How far apart reports of one event may be."""

_TELLING = frozenset(
    {
        Concept.MANDATE, Concept.MINISTRY, Concept.DEPUTY, Concept.AMBASSADOR, Concept.PRESIDENT, Concept.TIMING,
        Concept.DOCUMENTS, Concept.FEE, Concept.PARLIAMENT, Concept.GROUPS, Concept.READMISSION,
    }
)  # fmt: skip
_ACTS = frozenset({Concept.SIGNED, Concept.RATIFIED, Concept.IN_FORCE, Concept.SUSPENDED, Concept.INITIALLED})

Told = tuple[Item, Judgement, Signs]


def same_event(reader: NewsReader, one: tuple[Item, Judgement], other: tuple[Item, Judgement]) -> bool:
    """Tell whether two reports are of one event. It is symmetric."""
    return _same((*one, reader.signs(one[0])), (*other, reader.signs(other[0])))


def _same(one: Told, other: Told) -> bool:
    if one[0].link and one[0].link == other[0].link:
        return True
    if one[1].subject is not other[1].subject:
        return False
    if _are_alike(one[0], other[0]):
        return _within(one[0], other[0], OF_A_REGIME)
    return _same_regime(one, other) if one[1].subject is Subject.REGIME else _same_of_talks(one, other)


def _same_regime(one: Told, other: Told) -> bool:
    if not set(one[1].places) & set(other[1].places):
        return False
    acts = one[2].every & _ACTS, other[2].every & _ACTS
    agrees = not all(acts) or bool(acts[0] & acts[1])
    return agrees and _within(one[0], other[0], OF_A_REGIME)


def _same_of_talks(one: Told, other: Told) -> bool:
    held = is_held(one[2]), is_held(other[2])
    if held[0] is not held[1]:
        return False
    if all(held):
        return _same_step(one, other)
    return _same_statement(one, other)


def _same_step(one: Told, other: Told) -> bool:
    rounds = _rounds(one[2]), _rounds(other[2])
    if all(rounds) and not rounds[0] & rounds[1]:
        return False
    stages = one[1].stage, other[1].stage
    near = stages[0] is stages[1] or set(stages) == {Stage.LAUNCH, Stage.ROUND}
    return near and _within(one[0], other[0], OF_A_STEP)


def _rounds(signs: Signs) -> frozenset[int]:
    """Return the rounds that are meant: talks that begin are the first."""
    if signs.rounds:
        return signs.rounds
    return frozenset({1}) if Concept.START in signs.title else frozenset()


def _same_statement(one: Told, other: Told) -> bool:
    told = _topics(one[2]), _topics(other[2])
    common = told[0] & told[1]
    if one[0].published is None or other[0].published is None:
        return len(common) >= 2
    return _within(one[0], other[0], OF_A_STATEMENT) and (bool(common) or not all(told))


def _topics(signs: Signs) -> frozenset[object]:
    """Return what tells one statement from another."""
    rounds = {f"round {number}" for number in signs.rounds}
    months = {f"month {number}" for number in signs.months}
    return frozenset({*(signs.every & _TELLING), *signs.members, *rounds, *months})


def _are_alike(one: Item, other: Item) -> bool:
    titles = one.title.casefold(), other.title.casefold()
    return min(map(len, titles)) > 20 and fuzz.ratio(*titles) >= NEARLY_THE_SAME


def _within(one: Item, other: Item, span: timedelta) -> bool:
    """Tell whether two reports are near in time; an unknown date is near to any."""
    if one.published is None or other.published is None:
        return True
    return abs(one.published - other.published) <= span
