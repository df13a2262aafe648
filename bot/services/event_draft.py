"""An event in the making: what was typed so far, checked part by part."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, tzinfo
from typing import Any

from bot.domain.language import Language
from bot.domain.talks import NewEvent, PartialDate, Stage, TalksEvent
from bot.domain.watch import NewsDraft
from bot.services.event_rules import (
    LONGEST_DETAILS,
    LONGEST_TITLE,
    EventError,
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
MOST_SOURCES = 3
"""Addresses of reports that an event of the watch starts with."""

STATEMENT = "statement"
"""Said of an event that leaves the talks at their stage."""

LIMITS = {part: LONGEST_TITLE if part.startswith("title") else LONGEST_DETAILS for part in PARTS if "_" in part}


@dataclass(frozen=True, slots=True)
class EventDraft:
    """A draft. name: makes its publication one. event_id: the event that it corrects, 0 for a new one.

    values: what is known, by part; the stage is written `round`, or `round/statement` where nothing moves.
    asking: the part that is asked for, empty when all are known. news_id: the draft of the watch it was made of, or 0.
    """

    name: str
    event_id: int = 0
    values: Mapping[str, str] = field(default_factory=dict)
    asking: str = PARTS[0]
    news_id: int = 0

    @property
    def key(self) -> str:
        """Return the key under which it is published once: all drafts of one piece of news share it."""
        return f"draft:{self.name.partition('-')[0]}"

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
        return {
            "draft": self.name,
            "event": self.event_id,
            "values": dict(self.values),
            "asking": self.asking,
            "news": self.news_id,
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "EventDraft | None":
        """Return what `to_data` wrote, None when there is none."""
        if not data.get("draft"):
            return None
        return cls(
            data["draft"], data.get("event", 0), data.get("values", {}), data.get("asking", ""), data.get("news", 0)
        )

    def apart(self, name: str) -> "EventDraft":
        """Return the draft as one that is of no news any more."""
        return replace(self, name=name, news_id=0)

    @classmethod
    def of_news(cls, token: str, news: NewsDraft, today: date, zone: tzinfo) -> "EventDraft":
        """Return a draft with all that the reports of the watch tell, asking for the stage.

        It is named after the news, so that two owners publish it once; token: tells one attempt from another.
        """
        known = {"date": str(min(_day_of(news, zone) or today, today)), **_titles_of(news), **_sources_of(news)}
        values: dict[str, str] = {}
        for part, text in known.items():
            with suppress(EventError):
                values[part] = _checked(part, text, Stage.CONTEXT, today)
        return cls(f"n{news.id}-{token}", values=values, news_id=news.id)

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


def _day_of(news: NewsDraft, zone: tzinfo) -> date | None:
    days = [one.item.published.astimezone(zone).date() for one in news.sources if one.item.published is not None]
    return min(days, default=None)


def _titles_of(news: NewsDraft) -> dict[str, str]:
    """Return the first title of each of our languages, of those that are short enough."""
    items = [one.item for one in reversed(news.sources) if len(one.item.title) <= LONGEST_TITLE]
    titles = {item.language: item.title for item in items}
    return {f"title_{language}": titles[language] for language in Language if language in titles}


def _sources_of(news: NewsDraft) -> dict[str, str]:
    """Return the outlet that was first, and the first addresses that may stand as a source."""
    links: dict[str, None] = {}
    for one in news.sources:
        with suppress(EventError):
            links[check_urls(one.item.link)] = None
    urls = {"source_url": " ; ".join(list(links)[:MOST_SOURCES])} if links else {}
    return {"source_name": news.sources[0].feed, **urls}


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
