"""Does a report concern the editors? The talks with the Union, or a regime of Kazakhstan's citizens somewhere."""

from dataclasses import dataclass, field

from bot.domain.talks import Stage
from bot.domain.watch import Item, Judgement, Subject
from bot.understanding.gazetteer import Gazetteer
from bot.understanding.news.concepts import Concept
from bot.understanding.news.signs import UNION_PLACES, Signs, signs_of

KEPT = 2_000
"""Bound of the reports kept read: about 3 MB."""

MOST_PLACES = 6
"""Countries of a regime report; more of them are an overview."""

_STAGES = (
    (Concept.SUSPENDED, Stage.SUSPENDED),
    (Concept.IN_FORCE, Stage.ENTRY_INTO_FORCE),
    (Concept.RATIFIED, Stage.PARTNER_RATIFICATION),
    (Concept.CONSENT, Stage.EP_CONSENT),
    (Concept.INITIALLED, Stage.INITIALLING),
    (Concept.AUTHORISED, Stage.SIGNING_DECISION),
    (Concept.SIGNED, Stage.SIGNATURE),
    (Concept.ROUND, Stage.ROUND),
    (Concept.START, Stage.LAUNCH),
    (Concept.MANDATE, Stage.MANDATE),
)


@dataclass(frozen=True, slots=True)
class NewsReader:
    """Reads reports with the names of places that the bot knows."""

    gazetteer: Gazetteer
    _signs: dict[Item, Signs] = field(default_factory=dict)

    def signs(self, item: Item) -> Signs:
        """Return what can be read off a report, worked out once."""
        if item not in self._signs:
            if len(self._signs) >= KEPT:
                self._signs.clear()
            self._signs[item] = signs_of(item, self.gazetteer)
        return self._signs[item]

    def judge(self, item: Item) -> Judgement | None:
        """Return why a report concerns the editors, None when it does not."""
        signs = self.signs(item)
        if not signs.speaks_of_visas:
            return self._readmission(signs)
        if _is_of_talks(signs, item.language):
            return Judgement(Subject.TALKS, stage_of(signs))
        places = _regimes(signs)
        return Judgement(Subject.REGIME, None, places) if places else None

    @staticmethod
    def _readmission(signs: Signs) -> Judgement | None:
        """Take news of the agreement that goes with the visas: of the Union's own, not of one with a single state."""
        wanted = {Concept.READMISSION, Concept.KAZAKHSTAN, Concept.UNION, Concept.TALKS}
        return Judgement(Subject.TALKS, stage_of(signs)) if wanted <= signs.every else None


def is_held(signs: Signs) -> bool:
    """Tell whether something happened, rather than that somebody spoke of it: the title has the word."""
    if Concept.HELD in signs.title:
        return True
    return Concept.HELD in signs.every and Concept.SAID not in signs.every


def stage_of(signs: Signs) -> Stage | None:
    """Return the step that a report on the talks seems to tell of, None for a statement."""
    if not is_held(signs):
        return None
    return next((stage for concept, stage in _STAGES if concept in signs.every), None)


def _is_of_talks(signs: Signs, language: str) -> bool:
    every = signs.every
    ours = bool(every & {Concept.KAZAKHSTAN, Concept.OUR_CITIZENS}) or _is_our_ministry(signs, language)
    if not ours or not every & {Concept.EASE, Concept.TALKS, Concept.MANDATE, Concept.MUTUAL}:
        return False
    if not (signs.speaks_of_union or signs.members):
        return False
    if not signs.speaks_of_union and Concept.EASE not in every:
        return False  # consultations with one state on whatever
    if Concept.COUNTED in signs.title and not signs.title & {Concept.EASE, Concept.TALKS}:
        return False  # figures, and what somebody said of them
    return not _is_of_others(signs) and not every & {Concept.CRIME, Concept.ADVERT}


def _is_our_ministry(signs: Signs, language: str) -> bool:
    """Tell whether «СІМ» is spoken of with nobody else's name beside it: in Kazakh it is ours."""
    return language == "kk" and Concept.MINISTRY in signs.every and not signs.countries - UNION_PLACES


def _is_of_others(signs: Signs) -> bool:
    """Tell whether a title is about another country's talks, with ours only mentioned."""
    others = (signs.countries | signs.people) - UNION_PLACES
    named = signs.title & {Concept.KAZAKHSTAN, Concept.OUR_CITIZENS}
    return bool(others) and not named and Concept.OUR_CITIZENS not in signs.every


def _regimes(signs: Signs) -> tuple[str, ...]:
    """Return the destinations whose regime for our citizens is said to change."""
    every = signs.every
    if not every & {Concept.VISA_FREE, Concept.E_PERMIT, Concept.EASE} and not _is_tightened(every):
        return ()
    if not every & {Concept.CHANGE, Concept.EASE} or every & {Concept.CRIME, Concept.ADVERT, Concept.COUNTED}:
        return ()
    if Concept.LISTED in signs.title or not _is_outward(signs):
        return ()
    places = signs.countries - {"SCHENGEN", "EU"} or signs.people - {"SCHENGEN", "EU"}
    return tuple(sorted(places)) if len(places) <= MOST_PLACES else ()


def _is_tightened(every: frozenset[Concept]) -> bool:
    return bool(every & {Concept.VISA, Concept.SCHENGEN}) and Concept.OUR_CITIZENS in every


def _is_outward(signs: Signs) -> bool:
    """Tell whether our citizens are the ones who travel: said outright, or by an agreement of both sides."""
    every = signs.every
    if not every & {Concept.KAZAKHSTAN, Concept.OUR_CITIZENS}:
        return False
    if Concept.MUTUAL in signs.title and Concept.FOREIGNERS not in every:
        return True
    if every & {Concept.INTO_KAZAKHSTAN, Concept.FOREIGNERS}:
        return bool(Concept.OUR_CITIZENS in signs.title and Concept.INTO_KAZAKHSTAN not in signs.title)
    if Concept.OUR_CITIZENS in every:
        return True
    return Concept.MUTUAL in every
