"""Whether two reports are of one event. What they tell decides; dates only keep apart what lies too far apart."""

from datetime import timedelta

from bot.domain.talks import Stage
from bot.domain.watch import Item, Judgement, Subject
from bot.understanding.news.report import Report
from bot.understanding.news.traits import Act, Phase, Traits, address, instruments, phase, telling, traits

_WITHIN = {
    Act.DONE: timedelta(days=7),
    Act.ANNOUNCED: timedelta(days=5),
    Act.SAID: timedelta(days=3),
}
_REGIME_WITHIN = timedelta(days=10)
_SAME_TITLE = 0.8
_ALIKE = 0.5
"""Share of what two statements speak of that they have in common."""
_RARE = frozenset(["mandate", "documents", "fee", "groups", "senate_hall", "conditions"])
"""What few statements of the same days speak of."""
_SPEAKER = "vice_minister"
"""Who seldom speaks of the talks twice in the days that are compared, unlike the ministry or an ambassador."""
_PUT_OFF = "postponed"
_DAYS_OF_ONE = timedelta(days=2)
_BEGINNING = frozenset([Stage.LAUNCH, Stage.ROUND])
"""The talks were opened by their first round."""
Judged = tuple[Item, Judgement]


def is_same_event(one: Report, of_one: Judged, other: Report, of_other: Judged) -> bool:
    """Tell whether two reports are of one event."""
    (item, judgement), (other_item, other_judgement) = of_one, of_other
    if judgement.subject is not other_judgement.subject:
        return False
    link = address(item)
    if link and link == address(other_item):
        return True
    if judgement.subject is Subject.REGIME:
        return _is_one_change(one, of_one, other, of_other)
    return _is_one_step(one, of_one, other, of_other)


def _are_near(one: Item, other: Item, within: timedelta) -> bool:
    """Tell whether the dates allow two reports to be of one event."""
    if one.published is None or other.published is None:
        return True
    return abs(one.published - other.published) <= within


def _are_surely_near(one: Item, other: Item) -> bool:
    return one.published is not None and other.published is not None and _are_near(one, other, _DAYS_OF_ONE)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _is_contradicted(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and one.isdisjoint(other)


# --- a regime


def _is_one_change(one: Report, of_one: Judged, other: Report, of_other: Judged) -> bool:
    if not _are_near(of_one[0], of_other[0], _REGIME_WITHIN):
        return False
    if set(of_one[1].places).isdisjoint(of_other[1].places) or instruments(one) != instruments(other):
        return False
    phases = {phase(one), phase(other)}
    return len(phases) == 1 or (Phase.UNKNOWN in phases and Phase.PROPOSED not in phases)


# --- the talks


def _is_one_step(one: Report, of_one: Judged, other: Report, of_other: Judged) -> bool:
    mine, theirs = traits(one, of_one[1]), traits(other, of_other[1])
    if not _are_near(of_one[0], of_other[0], max(_WITHIN[mine.act], _WITHIN[theirs.act])):
        return False
    if not _agree_on_round(mine, theirs):
        return False
    if _share(telling(one.title), telling(other.title)) >= _SAME_TITLE:
        return mine.stage == theirs.stage
    if _PUT_OFF in mine.topics | theirs.topics:
        return _PUT_OFF in mine.topics & theirs.topics
    if mine.act is not theirs.act:
        return _is_one_opening(mine, theirs) and _are_surely_near(of_one[0], of_other[0])
    if mine.act is Act.DONE:
        return _is_one_stage(mine, theirs)
    if mine.act is Act.ANNOUNCED:
        return _is_one_plan(mine, theirs)
    rare = mine.topics & theirs.topics & _RARE and _are_surely_near(of_one[0], of_other[0])
    return _is_one_statement(mine, theirs, is_rare=bool(rare))


def _agree_on_round(mine: Traits, theirs: Traits) -> bool:
    return mine.number is None or theirs.number is None or mine.number == theirs.number


def _is_one_stage(mine: Traits, theirs: Traits) -> bool:
    if mine.stage is theirs.stage:
        return True
    is_first = {mine.number, theirs.number} <= {None, 1}
    return is_first and {mine.stage, theirs.stage} <= _BEGINNING


def _is_one_opening(mine: Traits, theirs: Traits) -> bool:
    """Tell whether one report tells that talks are to begin, the other that they have begun."""
    acts, stages = {mine.act, theirs.act}, {mine.stage, theirs.stage}
    if acts != {Act.DONE, Act.ANNOUNCED} or "round" in mine.topics | theirs.topics:
        return False
    consult = "consultation" in mine.topics & theirs.topics
    return (Stage.DIALOGUE if consult else Stage.LAUNCH) in stages


def _is_one_plan(mine: Traits, theirs: Traits) -> bool:
    if _is_contradicted(mine.months, theirs.months):
        return False
    is_one_month = bool(mine.months & theirs.months)
    is_one_round = mine.number is not None and mine.number == theirs.number
    return is_one_month or is_one_round or _share(mine.topics, theirs.topics) >= _ALIKE


def _is_one_statement(mine: Traits, theirs: Traits, *, is_rare: bool) -> bool:
    if _is_contradicted(mine.persons, theirs.persons) or _is_contradicted(mine.members, theirs.members):
        return False
    if is_rare or mine.persons & theirs.persons or _SPEAKER in mine.topics & theirs.topics:
        return True
    known, others = mine.topics | mine.members, theirs.topics | theirs.members
    return len(known & others) > 1 and _share(known, others) > _ALIKE
