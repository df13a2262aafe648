"""Reminders: kept, chosen, queued for delivery when they are due."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.campaigns import insert_campaign
from bot.db.delivery_statements import quiet_hours
from bot.db.dialects import insert
from bot.db.engine import Database
from bot.db.schema import campaign, reminder, users
from bot.domain.campaign import Audience, CampaignKind, Content
from bot.domain.reminder import Due, Reminder, ReminderKind, Subject, ahead, due_at
from bot.domain.user import Cadence, UserState
from bot.domain.waiting import release_time

Compose = Callable[[Due], Content]


class DatabaseReminders:
    """Reminders in the database. zone: the time zone of people who set none."""

    def __init__(self, db: Database, zone: ZoneInfo) -> None:
        """Keep them in this database."""
        self._db, self._zone = db, zone

    async def keep(self, user_id: int, subject: Subject, distances: Iterable[int], moment: datetime) -> tuple[int, ...]:
        """Remind a person of this in place of another day of the same; return the distances that are still ahead."""
        async with self._db.write() as c:
            return await keep_reminders(c, user_id, subject, distances, moment, self._zone)

    async def of(self, user_id: int) -> tuple[Reminder, ...]:
        """Return a person's reminders that are still to come, the next first."""
        query = sa.select(reminder).where(reminder.c.user_id == user_id, reminder.c.campaign_id.is_(None))
        async with self._db.read() as c:
            rows = (await c.execute(query.order_by(reminder.c.due_at, reminder.c.id))).mappings().all()
        return tuple(Reminder(_subject(row), row["days_before"], row["due_at"]) for row in rows)

    async def switch(self, user_id: int, subject: Subject, days_before: int, *, on: bool, moment: datetime) -> bool:
        """Turn one distance on or off; False when nothing changed: it is so already, or its moment has passed."""
        async with self._db.write() as c:
            if on:
                zone = await zone_of(c, user_id, self._zone)
                moments = ahead(subject.day, [days_before], zone, moment) if zone else {}
                return bool(await _add(c, user_id, subject, moments))
            one = sa.and_(_of(user_id, subject.kind, subject.place), reminder.c.day == subject.day)
            one = sa.and_(one, reminder.c.days_before == days_before, reminder.c.campaign_id.is_(None))
            return bool((await c.execute(sa.delete(reminder).where(one))).rowcount)

    async def stop(self, user_id: int, kind: ReminderKind, place: str) -> int:
        """Delete a person's reminders of a thing; what waits for the end of quiet hours is not sent either."""
        async with self._db.write() as c:
            return await stop_reminders(c, user_id, kind, place)

    async def reschedule(self, user_id: int) -> None:
        """Move what is still to come to the person's time zone of now."""
        query = sa.select(reminder).where(reminder.c.user_id == user_id, reminder.c.campaign_id.is_(None))
        async with self._db.write() as c:
            zone = await zone_of(c, user_id, self._zone) or self._zone
            for row in (await c.execute(query.with_for_update())).mappings().all():
                values = {"due_at": due_at(row["day"], row["days_before"], zone)}
                await c.execute(sa.update(reminder).where(reminder.c.id == row["id"]).values(values))

    async def queue_due(self, moment: datetime, compose: Compose, limit: int) -> int:
        """Queue what is due, a campaign for all who get the same words; return how many reminders were taken.

        They are marked in the transaction of their campaigns: whatever is killed, each is queued once.
        """
        waiting = _due(moment, limit)
        async with self._db.read() as c:
            if (await c.execute(waiting.limit(1))).first() is None:
                return 0
        async with self._db.write() as c:
            rows = (await c.execute(waiting.with_for_update(of=reminder, skip_locked=True))).mappings().all()
            groups = self._groups(rows, moment)
            useful = {number for numbers in groups.values() for number in numbers}
            useless = [row["id"] for row in rows if row["id"] not in useful]
            await c.execute(sa.delete(reminder).where(reminder.c.id.in_(useless)))
            for due, numbers in groups.items():
                await _queue(c, compose(due), numbers, moment)
            return len(rows)

    async def prune(self, before: date) -> int:
        """Delete the reminders of days before this one; return how many."""
        async with self._db.write() as c:
            return (await c.execute(sa.delete(reminder).where(reminder.c.day < before))).rowcount

    def _groups(self, rows: Iterable[Any], moment: datetime) -> dict[Due, list[int]]:
        """Return who gets the same words; left out: who can't be reached, and days that are over when it arrives."""
        found: dict[Due, list[int]] = {}
        for row in rows:
            zone = ZoneInfo(row["timezone"]) if row["timezone"] else self._zone
            quiet = quiet_hours(row["quiet_start"], row["quiet_end"])
            arrives = release_time(moment, zone, Cadence.AT_ONCE, quiet) or moment
            left = (row["day"] - arrives.astimezone(zone).date()).days
            if left >= 0 and row["state"] == UserState.ACTIVE:
                found.setdefault(Due(_subject(row), left), []).append(row["id"])
        return found


async def keep_reminders(
    c: AsyncConnection, user_id: int, subject: Subject, distances: Iterable[int], moment: datetime, home: ZoneInfo
) -> tuple[int, ...]:
    """Remind a person of this, and of no other day of the same thing; return the distances that are still ahead."""
    zone = await zone_of(c, user_id, home)
    if zone is None:
        return ()
    moments = ahead(subject.day, distances, zone, moment)
    other_day = reminder.c.day != subject.day
    not_chosen = sa.and_(reminder.c.campaign_id.is_(None), reminder.c.days_before.not_in(list(moments)))
    thing = _of(user_id, subject.kind, subject.place)
    await c.execute(sa.delete(reminder).where(thing, sa.or_(other_day, not_chosen)))
    await _add(c, user_id, subject, moments)
    return tuple(moments)


async def stop_reminders(c: AsyncConnection, user_id: int, kind: ReminderKind, place: str) -> int:
    """Delete a person's reminders of a thing; return how many there were."""
    return (await c.execute(sa.delete(reminder).where(_of(user_id, kind, place)))).rowcount


async def zone_of(c: AsyncConnection, user_id: int, home: ZoneInfo) -> ZoneInfo | None:
    """Return a person's time zone, None when nobody is known by this id. Their row stays as it is until the end."""
    query = sa.select(users.c.timezone).where(users.c.telegram_id == user_id).with_for_update(read=True)
    found = (await c.execute(query)).first()
    if found is None:
        return None
    return ZoneInfo(found.timezone) if found.timezone else home


async def _add(c: AsyncConnection, user_id: int, subject: Subject, moments: Mapping[int, datetime]) -> int:
    """Write reminders; one that was sent already is not sent again. Return how many are new."""
    thing = {"user_id": user_id, "kind": str(subject.kind), "place": subject.place, "day": subject.day}
    added = 0
    for days_before, due in moments.items():
        statement = insert(c, reminder).values(**thing, days_before=days_before, due_at=due)
        added += (await c.execute(statement.on_conflict_do_nothing())).rowcount
    return added


async def _queue(c: AsyncConnection, content: Content, numbers: list[int], moment: datetime) -> None:
    """Make the campaign of these reminders; its audience is known by its own number."""
    made = await insert_campaign(c, CampaignKind.REMINDER, Audience(reminders=0), content, at=moment)
    audience = str(Audience(reminders=made))
    await c.execute(sa.update(campaign).where(campaign.c.id == made).values(audience=audience))
    await c.execute(sa.update(reminder).where(reminder.c.id.in_(numbers)).values(campaign_id=made))


def _due(moment: datetime, limit: int) -> sa.Select[Any]:
    columns = (users.c.timezone, users.c.state, users.c.quiet_start, users.c.quiet_end)
    return (
        sa.select(reminder, *columns)
        .join(users, users.c.telegram_id == reminder.c.user_id)
        .where(reminder.c.campaign_id.is_(None), reminder.c.due_at <= moment)
        .order_by(reminder.c.due_at, reminder.c.id)
        .limit(limit)
    )


def _of(user_id: int, kind: ReminderKind, place: str) -> sa.ColumnElement[bool]:
    return sa.and_(reminder.c.user_id == user_id, reminder.c.kind == str(kind), reminder.c.place == place)


def _subject(row: Any) -> Subject:
    return Subject(ReminderKind(row["kind"]), row["place"], row["day"])
