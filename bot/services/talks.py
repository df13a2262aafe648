"""The EU talks: what is told of them, and how an event is published, corrected and taken back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from bot import clock
from bot.domain.campaign import Content
from bot.domain.publication import Publication
from bot.domain.talks import NewEvent, TalksEvent, TalksTopic
from bot.services.catalogue import Catalogue, CatalogueHolder
from bot.services.event_rules import check_event, split_urls
from bot.services.talks_peers import Peers, peers_of
from bot.services.talks_state import (
    ARTICLE_TOPICS,
    Standing,
    TalksState,
    standing_before,
    standing_of,
    state_of,
)


class AlertNote(StrEnum):
    """Why subscribers see a message on an event."""

    NEW = "new"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class EventAlert:
    """What an alert tells. before, after: where the talks stood and stand; both None when nothing moved.

    event.id is 0 in a preview.
    """

    event: TalksEvent
    before: Standing | None
    after: Standing | None
    note: AlertNote = AlertNote.NEW


Compose = Callable[[Catalogue, EventAlert], Content]
"""Makes the messages of an alert, one a language."""


class EventStore(Protocol):
    """What this needs of a database. Each change is one transaction: event, campaign, log and revision."""

    async def publish(self, event: NewEvent, by: int, content: Callable[[int], Content], key: str) -> Publication:
        """Store an event and queue its alert, once a key (empty: none). content: the alert, by the event's id."""
        ...

    async def published(self, key: str) -> Publication | None:
        """Return what was published under this key, None when nothing was."""
        ...

    async def find(self, event_id: int) -> TalksEvent | None:
        """Return an event, a withdrawn one too; None when there is none of this id."""
        ...

    async def correct(self, event_id: int, event: NewEvent, by: int, content: Content) -> bool:
        """Replace what an event says, in messages that were sent too; False when there is none."""
        ...

    async def withdraw(self, event_id: int, by: int, content: Content) -> bool:
        """Take an event back, in messages that were sent too; False when there is none to take back."""
        ...


@dataclass(frozen=True, slots=True)
class Talks:
    """The talks. compose: makes the alert's messages. wake: tells the delivery loop that there is work."""

    holder: CatalogueHolder
    store: EventStore
    compose: Compose
    today: Callable[[], date] = clock.today
    wake: Callable[[], None] = lambda: None

    def state(self, today: date | None = None) -> TalksState:
        """Return where the talks stand on a day, by default today."""
        return state_of(self.holder.current, today or self.today())

    def timeline(self) -> tuple[TalksEvent, ...]:
        """Return every event, newest first."""
        return self.holder.current.events

    def event(self, event_id: int) -> TalksEvent | None:
        """Return an event that is shown, None when there is none."""
        return next((one for one in self.timeline() if one.id == event_id), None)

    def peers(self) -> Peers:
        """Return how long other countries' agreements took."""
        return peers_of(self.holder.current)

    def topics(self) -> tuple[tuple[TalksTopic, ...], tuple[TalksTopic, ...]]:
        """Return the subjects that the ministry named first, and the others."""
        every = self.holder.current.topics
        named = tuple(topic for topic in every if topic.id in ARTICLE_TOPICS)
        return named, tuple(topic for topic in every if topic.id not in ARTICLE_TOPICS)

    def check(self, event: NewEvent) -> NewEvent:
        """Return the event with its texts tidied; EventError (a ValueError) names what is wrong with it."""
        return check_event(event, self.today())

    def preview(self, event: NewEvent, event_id: int = 0) -> Content:
        """Return the alert as subscribers would get it, writing nothing; EventError as `check`.

        event_id: the event that is being corrected, 0 for a new one.
        """
        note = AlertNote.CORRECTED if event_id else AlertNote.NEW
        return self._content(_event(event_id, self.check(event)), note)

    async def publish(self, event: NewEvent, by: int = 0, key: str = "") -> int:
        """Store an event, queue its alert and return the campaign's id; EventError when the event is not fit.

        by: the admin, 0 for the command line. key: the same key publishes once, however often this is called.
        """
        return (await self.publish_once(event, by, key)).campaign_id

    async def publish_once(self, event: NewEvent, by: int = 0, key: str = "") -> Publication:
        """Do what `publish` does and tell whether it was done before."""
        checked = self.check(event)
        await self.holder.refresh()
        done = await self.store.publish(checked, by, lambda number: self._content(_event(number, checked)), key)
        await self._changed()
        return done

    async def published(self, key: str) -> Publication | None:
        """Return what was published under a key, None when nothing was."""
        return await self.store.published(key)

    async def correct(self, event_id: int, event: NewEvent, by: int) -> bool:
        """Replace what an event says; messages already sent are edited. False when there is none."""
        checked = self.check(event)
        await self.holder.refresh()
        content = self._content(_event(event_id, checked), AlertNote.CORRECTED)
        done = await self.store.correct(event_id, checked, by, content)
        await self._changed()
        return done

    async def withdraw(self, event_id: int, by: int) -> bool:
        """Take an event back; messages already sent say so. False when there is none to take back."""
        await self.holder.refresh()
        event = await self.store.find(event_id)
        if event is None or event.withdrawn:
            return False
        done = await self.store.withdraw(event_id, by, self._content(event, AlertNote.WITHDRAWN))
        await self._changed()
        return done

    def _content(self, event: TalksEvent, note: AlertNote = AlertNote.NEW) -> Content:
        catalogue = self.holder.current
        ordered = event if event.id else _last(event, catalogue.events)
        before = standing_before(catalogue.events, ordered)
        after = standing_of(catalogue.events, ordered) if before else None
        return self.compose(catalogue, EventAlert(event, before, after, note))

    async def _changed(self) -> None:
        await self.holder.refresh()
        self.wake()


def _event(event_id: int, new: NewEvent) -> TalksEvent:
    """Return a new event as it will be stored."""
    return TalksEvent(
        id=event_id,
        date=new.date,
        stage=new.stage,
        moves=new.moves,
        titles=dict(new.titles),
        details=dict(new.details),
        source_name=new.source_name,
        source_urls=tuple(split_urls(new.source_url)),
        confidence=new.confidence,
    )


def _last(event: TalksEvent, events: tuple[TalksEvent, ...]) -> TalksEvent:
    """Return a previewed event with the number it would get, so that it stands last among those of its day."""
    return replace(event, id=max((one.id for one in events), default=0) + 1)
