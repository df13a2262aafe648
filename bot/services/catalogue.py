"""The facts in memory: an immutable snapshot, replaced when the database has a newer revision (decision 2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Protocol

from bot.domain.destination import Destination
from bot.domain.facts import TALKS, Facts, PlaceName, RegimeChange
from bot.domain.howto import GENERAL, Howto
from bot.domain.language import Language
from bot.domain.question import SCHENGEN, Practical
from bot.domain.talks import PeerStep, Stage, StageInfo, TalksEvent, TalksTopic

_DISPLAY_KINDS = ("country", "cldr", "usual")  # the later, the better to show


class FactsStore(Protocol):
    """Where the facts are kept; bot.db.facts.DatabaseFacts is one."""

    async def read_revision(self) -> int:
        """Return the number that grows with every change."""
        ...

    async def read_facts(self) -> Facts:
        """Return all facts as of one moment."""
        ...


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All facts of one revision.

    destinations: by ISO code. names: the names to show, by language, then code (all territories, SCHENGEN, EU).
    place_names: every name people use, as (code, name, language, kind); the same name may be of several places.
    names_by_place: the same by code, as (name, language, kind).
    howto: by place (ISO code, SCHENGEN, GENERAL) and subject. events: newest first, none withdrawn.
    stages: the 13 in their order. talks_checked_on: the day the sources on the talks were last looked at.
    newest_report: the date of the newest report on the talks found then. schengen: codes of the Schengen states.
    """

    revision: int
    destinations: Mapping[str, Destination]
    names: Mapping[Language, Mapping[str, str]]
    place_names: tuple[tuple[str, str, str, str], ...]
    names_by_place: Mapping[str, tuple[tuple[str, str, str], ...]]
    howto: Mapping[tuple[str, Practical], Howto]
    phrases: Mapping[str, Mapping[Language, str]]
    events: tuple[TalksEvent, ...]
    stages: tuple[StageInfo, ...]
    peers: tuple[PeerStep, ...]
    topics: tuple[TalksTopic, ...]
    changes: tuple[RegimeChange, ...]
    talks_checked_on: date
    newest_report: date
    schengen: frozenset[str]

    @classmethod
    def of(cls, facts: Facts) -> "Catalogue":
        """Return the snapshot of these facts."""
        destinations = {one.iso2: one for one in facts.destinations}
        checked_on, newest_report = _last_look(facts)
        return cls(
            revision=facts.revision,
            destinations=MappingProxyType(destinations),
            names=MappingProxyType({lang: _names(facts.names, lang, destinations) for lang in Language}),
            place_names=tuple((one.iso2, one.name, one.language, one.kind) for one in facts.names),
            names_by_place=MappingProxyType(_by_place(facts.names)),
            howto=MappingProxyType({(one.place, one.practical): one for one in facts.howto}),
            phrases=MappingProxyType(dict(facts.phrases)),
            events=facts.events,
            stages=facts.stages,
            peers=facts.peers,
            topics=facts.topics,
            changes=facts.changes,
            talks_checked_on=checked_on,
            newest_report=newest_report,
            schengen=frozenset(one.iso2 for one in facts.destinations if one.is_schengen),
        )

    def name(self, iso2: str, language: Language) -> str:
        """Return the name to show for a code, SCHENGEN or EU; the code itself when it is of no known place."""
        return self.names[language].get(iso2, iso2)

    def phrase(self, text: str, language: Language) -> str:
        """Return the translation of an English fact, the English text where there is none."""
        return self.phrases.get(text, {}).get(language) or text

    def howto_for(self, iso2: str, practical: Practical) -> tuple[Howto, str] | None:
        """Return the answer and the place it was given for: the destination itself or, for its states, SCHENGEN.

        None when nothing is known.
        """
        for place in (iso2, SCHENGEN) if iso2 in self.schengen else (iso2,):
            if (found := self.howto.get((place, practical))) is not None:
                return found, place
        return None

    def general_howto(self, practical: Practical) -> Howto | None:
        """Return what holds for every destination, None when there is no such answer."""
        return self.howto.get((GENERAL, practical))

    def practicals_of(self, iso2: str) -> tuple[Practical, ...]:
        """Return the subjects that `howto_for` can answer for this place, in their usual order."""
        return tuple(practical for practical in Practical if self.howto_for(iso2, practical) is not None)

    def stage(self, stage: Stage) -> StageInfo | None:
        """Return what people are told about a stage, None for those that are no steps."""
        return next((one for one in self.stages if one.stage is stage), None)


class CatalogueHolder:
    """Holds the current snapshot; a second's old look at the database is the most it lags behind."""

    def __init__(self, store: FactsStore) -> None:
        """Read from this store; `refresh` must have run once before `current` is asked for."""
        self._store = store
        self._current: Catalogue | None = None

    @property
    def current(self) -> Catalogue:
        """Return the snapshot; RuntimeError before the first refresh."""
        if self._current is None:
            raise RuntimeError("the catalogue was not loaded: call refresh() at start")
        return self._current

    async def refresh(self) -> bool:
        """Load the facts if the database has another revision than the snapshot; tell whether it did."""
        if self._current is not None and await self._store.read_revision() == self._current.revision:
            return False
        self._current = Catalogue.of(await self._store.read_facts())
        return True


def _by_place(names: tuple[PlaceName, ...]) -> dict[str, tuple[tuple[str, str, str], ...]]:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for one in names:
        found.setdefault(one.iso2, []).append((one.name, one.language, one.kind))
    return {iso2: tuple(of_place) for iso2, of_place in found.items()}


def _names(
    names: tuple[PlaceName, ...], language: Language, destinations: Mapping[str, Destination]
) -> Mapping[str, str]:
    found = {code: destination.name_en for code, destination in destinations.items()}
    for kind in _DISPLAY_KINDS:
        of_kind = [(one.iso2, one.name) for one in names if one.kind == kind and one.language == language]
        found |= dict(reversed(of_kind))  # the first of several names is the one to show
    return MappingProxyType(found)


def _last_look(facts: Facts) -> tuple[date, date]:
    reports = [event.date.first_day for event in facts.events if event.stage is not Stage.CONTEXT]
    check = facts.checks.get(TALKS)
    newest = max(reports + ([check.newest_report] if check else []), default=date.min)
    return max(newest, check.checked_on) if check else newest, newest
