"""An event in the making: what was typed so far, checked part by part."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bot.domain.language import Language
from bot.domain.talks import NewEvent, PartialDate, Stage, TalksEvent
from bot.services.event_rules import (
    LONGEST_DETAILS,
    LONGEST_TITLE,
    check_details,
    check_source_name,
    check_title,
    check_urls,
    parse_date,
    parse_stage,
)

PARTS = (
    "stage",
    "date",
    *(f"title_{language}" for language in Language),
    *(f"details_{language}" for language in Language),
    "source_url",
    "source_name",
)
STATEMENT = "statement"
"""Said of an event that leaves the talks at their stage."""

LIMITS = {part: LONGEST_TITLE if part.startswith("title") else LONGEST_DETAILS for part in PARTS if "_" in part}


@dataclass(frozen=True, slots=True)
class EventDraft:
    """A draft. name: makes its publication one. event_id: the event that it corrects, 0 for a new one.

    values: what is known, by part; the stage is written `round`, or `round/statement` where nothing moves.
    asking: the part that is asked for, empty when all are known.
    """

    name: str
    event_id: int = 0
    values: Mapping[str, str] = field(default_factory=dict)
    asking: str = PARTS[0]

    @property
    def key(self) -> str:
        """Return the key under which it is published once."""
        return f"draft:{self.name}"

    @property
    def is_whole(self) -> bool:
        """Tell whether every part is known."""
        return all(part in self.values for part in PARTS)

    def put(self, part: str, text: str, *, stage: Stage, today: date) -> "EventDraft":
        """Return the draft with a part, asking for the next one; EventError when the part is not fit.

        stage: where the talks are, for a statement.
        """
        values = {**self.values, part: _checked(part, text, stage, today)}
        missing = [one for one in PARTS if one not in values]
        return replace(self, values=values, asking=missing[0] if missing else "")

    def ask(self, part: str) -> "EventDraft":
        """Return the draft asking for a part again."""
        return replace(self, asking=part)

    def event(self) -> NewEvent:
        """Return the event of a whole draft."""
        stage, _, statement = self.values["stage"].partition("/")
        return NewEvent(
            date=PartialDate.parse(self.values["date"]),
            stage=Stage(stage),
            titles={language: self.values[f"title_{language}"] for language in Language},
            source_name=self.values["source_name"],
            source_url=self.values["source_url"],
            moves=not statement and Stage(stage) is not Stage.CONTEXT,
            details={language: self.values[f"details_{language}"] for language in Language},
        )

    def to_data(self) -> dict[str, Any]:
        """Return the form kept with the conversation."""
        return {"draft": self.name, "event": self.event_id, "values": dict(self.values), "asking": self.asking}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "EventDraft | None":
        """Return what `to_data` wrote, None when there is none."""
        if not data.get("draft"):
            return None
        return cls(data["draft"], data.get("event", 0), data.get("values", {}), data.get("asking", ""))

    @classmethod
    def of_event(cls, name: str, event: TalksEvent) -> "EventDraft":
        """Return a draft that corrects an event, with all that it says."""
        stands = event.moves or event.stage is Stage.CONTEXT
        values = {
            "stage": event.stage.value if stands else f"{event.stage}/{STATEMENT}",
            "date": str(event.date),
            **{f"title_{language}": event.titles[language] for language in Language},
            **{f"details_{language}": event.details.get(language, "") for language in Language},
            "source_url": " ; ".join(event.source_urls),
            "source_name": event.source_name,
        }
        return cls(name, event.id, values, "")


def _checked(part: str, text: str, stage: Stage, today: date) -> str:
    if part == "stage":
        return f"{stage}/{STATEMENT}" if text == STATEMENT else parse_stage(text).value
    if part == "date":
        return str(parse_date(text, today))
    if part == "source_url":
        return check_urls(text)
    if part == "source_name":
        return check_source_name(text)
    return check_title(text) if part.startswith("title") else check_details(text)
