"""The EU–Kazakhstan talks: stages, events, and what may be said of them.

Source of the stage model and of the dates that move it: negotiation_stages.md of the project's facts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.domain.destination import Confidence
from bot.domain.language import Language


class Stage(StrEnum):
    """The 13 stages in their usual order, and three words for events outside it.

    STALLED: nobody suspended anything, but the sides say that they do not move on."""

    DIALOGUE = "dialogue"
    RECOMMENDATION = "recommendation"
    MANDATE = "mandate"
    LAUNCH = "launch"
    ROUND = "round"
    NEGOTIATORS_CONCLUSION = "negotiators_conclusion"
    INITIALLING = "initialling"
    SIGNING_DECISION = "signing_decision"
    SIGNATURE = "signature"
    EP_CONSENT = "ep_consent"
    COUNCIL_CONCLUSION = "council_conclusion"
    PARTNER_RATIFICATION = "partner_ratification"
    ENTRY_INTO_FORCE = "entry_into_force"
    CONTEXT = "context"
    SUSPENDED = "suspended"
    STALLED = "stalled"

    @property
    def position(self) -> int | None:
        """Return 1..13, None for those that are no steps."""
        return STEPS.index(self) + 1 if self in STEPS else None


STEPS = tuple(Stage)[:13]
PAUSES = (Stage.SUSPENDED, Stage.STALLED)
"""Where the talks may be while they stay at the step they had reached."""


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as exact as its source: a day, a month or a year.

    month and day are 0 where unknown; so a month sorts before its days, a year before its months.
    """

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Return the date of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; ValueError when it is none of these."""
        parts = text.strip().split("-")
        widths = [len(part) for part in parts]
        if widths not in ([4], [4, 2], [4, 2, 2]) or not all(part.isascii() and part.isdigit() for part in parts):
            raise ValueError(f"{text!r} is no date: YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = (*map(int, parts), 0, 0)[:3]
        date(year, 1 if len(parts) < 2 else month, 1 if len(parts) < 3 else day)  # raises on 2026-02-30
        return cls(year, month, day)

    @property
    def first_day(self) -> date:
        """Return the earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        """Return the form that `parse` reads."""
        return "-".join([f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part])


@dataclass(frozen=True, slots=True)
class TalksEvent:
    """Something that happened in the talks or around them.

    titles, details: by language. moves: whether it moves the stepper (a statement during the rounds does not).
    source_urls: one or more. withdrawn: taken back by an editor; shown nowhere.
    """

    id: int
    date: PartialDate
    stage: Stage
    moves: bool
    titles: dict[Language, str]
    details: dict[Language, str]
    source_name: str
    source_urls: tuple[str, ...]
    confidence: str
    withdrawn: bool = False

    @property
    def is_statement(self) -> bool:
        """Tell whether something was said about the talks without moving them."""
        return not self.moves and self.stage is not Stage.CONTEXT


@dataclass(frozen=True, slots=True)
class StageInfo:
    """What people are told about a stage, by language."""

    stage: Stage
    titles: dict[Language, str]
    who: dict[Language, str]
    trace: dict[Language, str]
    about: dict[Language, str]


@dataclass(frozen=True, slots=True)
class PeerStep:
    """One dated step of another country's agreement. value: an act's number or a count of rounds, may be empty."""

    partner: str
    stage: Stage
    date: PartialDate | None
    value: str
    note: str
    source_url: str


@dataclass(frozen=True, slots=True)
class TalksTopic:
    """A subject of the talks: today's rule and what other facilitation agreements gave, by language."""

    id: str
    titles: dict[Language, str]
    today: dict[Language, str]
    typical: dict[Language, str]
    source_urls: tuple[str, ...]


def current_stage(events: tuple[TalksEvent, ...]) -> TalksEvent | None:
    """Return the event that brought the talks where they are: the latest that moves and is not withdrawn."""
    moving = [event for event in events if event.moves and not event.withdrawn]
    return max(moving, key=lambda event: (event.date.first_day, event.id), default=None)


def rounds_held(events: tuple[TalksEvent, ...]) -> tuple[TalksEvent, ...]:
    """Return the rounds, oldest first."""
    held = [e for e in events if e.moves and not e.withdrawn and e.stage is Stage.ROUND]
    return tuple(sorted(held, key=lambda event: (event.date.first_day, event.id)))


def since(events: tuple[TalksEvent, ...], stage: Stage) -> TalksEvent | None:
    """Return the first event that reached this stage, None when it was never reached."""
    reached = [e for e in events if e.moves and not e.withdrawn and e.stage is stage]
    return min(reached, key=lambda event: (event.date.first_day, event.id), default=None)


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event as an editor or the command line states it.

    titles: in every language. details: may lack languages.
    moves: whether the talks are at this stage since then; a statement made meanwhile moves nothing.
    """

    date: PartialDate
    stage: Stage
    titles: Mapping[Language, str]
    source_name: str
    source_url: str
    moves: bool = True
    details: Mapping[Language, str] = field(default_factory=dict)
    confidence: Confidence = Confidence.HIGH
