"""Editing destinations: what would change, whom it would be told, writing it once, history, taking back."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Protocol

from bot import clock
from bot.domain.campaign import Audience
from bot.domain.destination import Destination
from bot.domain.destination_edit import Applied, Edit, EditOrigin, Version, Wording
from bot.domain.language import Language
from bot.domain.review import Concern, Difference, concerns, difference, differences, untranslated
from bot.domain.undo import UndoError, undo
from bot.services.catalogue import Catalogue, CatalogueHolder
from bot.services.regime_alerts import Compose, Plan, make_alert, plan_alerts


class DestinationStore(Protocol):
    """What this needs of a database."""

    async def all(self) -> dict[str, Destination]:
        """Return every destination by its code."""
        ...

    async def apply(self, edit: Edit) -> Applied:
        """Write an edit, all or nothing, once a key; ChangedMeanwhileError when a row was changed since."""
        ...

    async def applied(self, key: str) -> Applied | None:
        """Return what was written under this key, None when nothing was."""
        ...

    async def versions(self, iso2: str | None, limit: int, before: int | None = None) -> tuple[Version, ...]:
        """Return edits, newest first, of one destination or of all."""
        ...

    async def version(self, number: int) -> Version | None:
        """Return an edit, None when there is none of this number."""
        ...

    def parse(self, data: bytes, name: str) -> list[Destination]:
        """Return the rows of a CSV file; ValueError names what is wrong with it line by line."""
        ...

    async def export(self, iso2: str | None = None) -> str:
        """Return all rows, or one, as CSV."""
        ...


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an edit would do. rows: how many were looked at. recipients: messages that would go out, by alert.

    untranslated: English texts that people would see as they are.
    """

    changes: tuple[Difference, ...]
    plans: tuple[Plan, ...]
    recipients: tuple[int, ...]
    untranslated: tuple[str, ...] = ()
    rows: int = 0

    @property
    def total(self) -> int:
        """Return how many messages would go out."""
        return sum(self.recipients)


@dataclass(frozen=True, slots=True)
class Destinations:
    """Destinations as editors change them. count: how many people an audience holds now.

    compose: makes an alert's messages. to_channel: alerts are posted in the bot's channel too.
    wake: tells the delivery loop that there is work.
    """

    store: DestinationStore
    holder: CatalogueHolder
    compose: Compose
    count: Callable[[Audience], Awaitable[int]]
    to_channel: bool = False
    today: Callable[[], date] = clock.today
    wake: Callable[[], None] = lambda: None

    async def find(self, iso2: str) -> Destination | None:
        """Return a destination as it is in the database, None when there is none."""
        return (await self.store.all()).get(iso2)

    async def propose(self, rows: Sequence[Destination], wordings: Iterable[Wording] = ()) -> Proposal:
        """Return what these rows would change, writing nothing."""
        changes = differences(await self.store.all(), rows)
        return replace(await self.consider(changes, wordings), rows=len(rows))

    async def consider(
        self, changes: Sequence[Difference], wordings: Iterable[Wording] = (), *, correction: bool = False
    ) -> Proposal:
        """Return what these differences would bring about, writing nothing."""
        plans = plan_alerts(changes, correction=correction)
        recipients = [await self.count(plan.audience) for plan in plans]
        missing = untranslated(changes, {*self.holder.current.phrases, *(one.en for one in wordings)})
        return Proposal(tuple(changes), plans, tuple(recipients), missing, len(changes))

    async def propose_undo(self, version: Version) -> Proposal:
        """Return what taking an edit back would do; UndoError when that can't be told."""
        current = await self.find(version.iso2)
        if current is None:
            raise UndoError("destinations-undo-gone", f"{version.iso2} is not there any more")
        return await self.consider([undo(version.difference, current)], correction=is_correction(version))

    async def confirm(self, edit: Edit, *, notify: bool) -> Applied:
        """Write a confirmed edit and queue its alerts in one transaction; once a key, however often it is called.

        Raises ChangedMeanwhileError when somebody changed one of the rows since the difference was shown.
        """
        await self.holder.refresh()
        catalogue = with_wordings(self.holder.current, edit.wordings)
        undone = await self.store.version(edit.undoes) if edit.undoes else None
        plans = plan_alerts(edit.changes, correction=undone is not None and is_correction(undone)) if notify else ()
        alerts = tuple(make_alert(catalogue, one, self.compose, to_channel=self.to_channel) for one in plans)
        done = await self.store.apply(replace(edit, alerts=alerts))
        await self.holder.refresh()
        self.wake()
        return done

    async def confirm_unchanged(self, iso2: str, by: int) -> Applied | None:
        """Store that a source was seen today to say the same; None when that is stored or nobody can have seen it.

        Raises LookupError when the destination has no source.
        """
        today, current = self.today(), await self.find(iso2)
        if current is None or current.confirmed_on >= today:
            return None
        if Concern.UNSOURCED in concerns(current, today):
            raise LookupError(f"{iso2} has no source that could have been looked at")
        change = difference(current, replace(current, confirmed_on=today))
        return await self.confirm(Edit((change,), by, action="destinations.confirm"), notify=False)

    async def history(self, iso2: str | None, limit: int, before: int | None = None) -> tuple[Version, ...]:
        """Return edits, newest first; before: only those with a smaller number."""
        return await self.store.versions(iso2, limit, before)

    async def version(self, number: int) -> Version | None:
        """Return an edit, None when there is none of this number."""
        return await self.store.version(number)

    async def last_version(self, iso2: str) -> Version | None:
        """Return the newest edit of a destination, None when nobody changed it."""
        return next(iter(await self.store.versions(iso2, 1)), None)

    async def applied(self, key: str) -> Applied | None:
        """Return what was written under a key, None when nothing was."""
        return await self.store.applied(key)

    async def concerned(self) -> tuple[tuple[Destination, tuple[Concern, ...]], ...]:
        """Return the rows that need a person's eye, the longest not confirmed first."""
        every = sorted((await self.store.all()).values(), key=lambda one: (one.confirmed_on, one.iso2))
        return tuple((one, why) for one in every if (why := concerns(one, self.today())))


def is_correction(undone: Version) -> bool:
    """Tell whether taking this edit back corrects what was told; taking an undo back brings news again."""
    return undone.origin is not EditOrigin.UNDO


def with_wordings(catalogue: Catalogue, wordings: Iterable[Wording]) -> Catalogue:
    """Return the catalogue with phrases that are about to be added."""
    added: dict[str, Mapping[Language, str]] = {one.en: one.translations for one in wordings}
    return replace(catalogue, phrases=MappingProxyType({**added, **catalogue.phrases})) if added else catalogue
