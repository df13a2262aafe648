"""Where the talks stand, worked out from the events: nothing here is guessed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.talks import PAUSES, STEPS, PartialDate, Stage, TalksEvent, current_stage, rounds_held, since
from bot.services.catalogue import Catalogue

ANY_ORDER = (Stage.EP_CONSENT, Stage.COUNCIL_CONCLUSION, Stage.PARTNER_RATIFICATION)
"""Steps that each side takes on its own clock, so that a later one says nothing of an earlier one."""

ARTICLE_TOPICS = ("processing_time", "documents", "validity", "multiple_entry")
"""The four subjects that the ministry named on 2 November 2025."""


class Progress(StrEnum):
    """What became of a step."""

    DONE = "done"
    NOW = "now"
    PAUSED = "paused"
    AHEAD = "ahead"


class Agreement(StrEnum):
    """The two agreements negotiated side by side; one is not concluded without the other."""

    VISAS = "visas"
    READMISSION = "readmission"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the talks. date: when it was reached, None where no date was found or it lies ahead."""

    stage: Stage
    progress: Progress
    date: PartialDate | None = None

    @property
    def position(self) -> int:
        """Return 1..13."""
        return STEPS.index(self.stage) + 1


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the talks stood since an event. round: which one it was, 0 when the stage is not the rounds."""

    event: TalksEvent
    stage: Stage
    round: int


@dataclass(frozen=True, slots=True)
class TalksState:
    """The talks on a day.

    now: the event that brought them where they are, None before the first. stage: the step they are at; while they
    are paused the last one they had reached. pause: SUSPENDED or STALLED, None while they go on.
    statement: the last thing said since then that moved nothing, None when there is none.
    steps: all 13. agreements: where each of the two is.
    rounds: oldest first. next_stage: the step after this one. days_since_*: None where that has not happened.
    newest_report: the newest report that was found; checked_on: when the sources were last looked at.
    """

    today: date
    now: Standing | None
    stage: Stage
    pause: Stage | None
    statement: TalksEvent | None
    steps: tuple[Step, ...]
    agreements: tuple[tuple[Agreement, Stage, int], ...]
    rounds: tuple[TalksEvent, ...]
    next_stage: Stage | None
    mandate: TalksEvent | None
    launch: TalksEvent | None
    newest_report: date
    checked_on: date

    @property
    def position(self) -> int:
        """Return the number of the step, 1..13."""
        return STEPS.index(self.stage) + 1

    @property
    def since(self) -> PartialDate | None:
        """Return since when the talks are at this step."""
        return self.steps[self.position - 1].date

    @property
    def is_past_initialling(self) -> bool:
        """Tell whether the agreed text was initialled."""
        return self.position >= STEPS.index(Stage.INITIALLING) + 1

    @property
    def days_since_mandate(self) -> int | None:
        """Return the days since the Council's mandate."""
        return self._days(self.mandate)

    @property
    def days_since_launch(self) -> int | None:
        """Return the days since the talks opened."""
        return self._days(self.launch)

    @property
    def days_since_last_round(self) -> int | None:
        """Return the days since the last round."""
        return self._days(self.rounds[-1] if self.rounds else None)

    @property
    def days_from_mandate_to_launch(self) -> int | None:
        """Return the days from the mandate to the opening."""
        if self.mandate is None or self.launch is None:
            return None
        return (self.launch.date.first_day - self.mandate.date.first_day).days

    def _days(self, event: TalksEvent | None) -> int | None:
        return None if event is None else max(0, (self.today - event.date.first_day).days)


def state_of(catalogue: Catalogue, today: date) -> TalksState:
    """Return the state of the talks that these facts tell."""
    events = catalogue.events
    event = current_stage(events)
    stage = _step(events)
    rounds = rounds_held(events)
    standing = None if event is None else standing_of(events, event)
    pause = event.stage if event is not None and event.stage in PAUSES else None
    position = STEPS.index(stage) + 1
    return TalksState(
        today=today,
        now=standing,
        stage=stage,
        pause=pause,
        statement=_statement_after(events, event),
        steps=tuple(_step_of(events, step, stage, paused=pause is not None) for step in STEPS),
        agreements=tuple((agreement, stage, len(rounds)) for agreement in Agreement),
        rounds=rounds,
        next_stage=STEPS[position] if position < len(STEPS) else None,
        mandate=since(events, Stage.MANDATE),
        launch=rounds[0] if rounds else since(events, Stage.LAUNCH),
        newest_report=catalogue.newest_report,
        checked_on=catalogue.talks_checked_on,
    )


def standing_of(events: Iterable[TalksEvent], event: TalksEvent) -> Standing:
    """Return where an event brought the talks; a round is counted among those held until then."""
    earlier = [one for one in rounds_held(tuple(events)) if _order(one) < _order(event) and one.id != event.id]
    return Standing(event, event.stage, len(earlier) + 1 if event.stage is Stage.ROUND else 0)


def standing_before(events: Iterable[TalksEvent], event: TalksEvent) -> Standing | None:
    """Return where the talks stood when this event moved them.

    None when it did not: a statement, the first event of all, or one that came to light after a later move.
    """
    every = tuple(events)
    others = tuple(one for one in every if one.id != event.id)
    before = current_stage(others)
    if not event.moves or before is None or _order(before) > _order(event):
        return None
    return standing_of(every, before)


def _order(event: TalksEvent) -> tuple[date, int]:
    return event.date.first_day, event.id


def _step(events: tuple[TalksEvent, ...]) -> Stage:
    event = current_stage(tuple(one for one in events if one.stage.position is not None))
    return STEPS[0] if event is None else event.stage


def _statement_after(events: tuple[TalksEvent, ...], event: TalksEvent | None) -> TalksEvent | None:
    said = [one for one in events if one.is_statement and (event is None or _order(one) > _order(event))]
    return max(said, key=_order, default=None)


def _step_of(events: tuple[TalksEvent, ...], step: Stage, current: Stage, *, paused: bool) -> Step:
    reached = since(events, step)
    day = reached.date if reached else None
    if step is current:
        return Step(step, Progress.PAUSED if paused else Progress.NOW, day)
    is_before = STEPS.index(step) < STEPS.index(current)
    if step in ANY_ORDER and current in ANY_ORDER:
        return Step(step, Progress.DONE if reached else Progress.AHEAD, day)
    return Step(step, Progress.DONE if is_before else Progress.AHEAD, day if is_before else None)
