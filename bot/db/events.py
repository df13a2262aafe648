"""Events of the talks together with their alerts: an event and its campaign are written in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import now
from bot.db import talks
from bot.db.campaigns import insert_campaign, stop, unfinished
from bot.db.engine import Database
from bot.db.schema import campaign, talks_event
from bot.domain.campaign import Audience, CampaignKind, Content, Message
from bot.domain.publication import Publication
from bot.domain.talks import NewEvent, TalksEvent
from bot.domain.topic import EU

IN_FLIGHT = timedelta(seconds=30)
"""What the sender had claimed with the old words is with its recipients after this."""


class DatabaseEvents:
    """Events and their alerts in the database; what bot.services.talks asks for as an EventStore."""

    def __init__(self, db: Database, *, to_channel: bool = False) -> None:
        """Keep them in this database. to_channel: alerts are posted in the bot's channel too."""
        self._db, self._to_channel = db, to_channel
        self._talks = talks.DatabaseTalks(db)

    async def find(self, event_id: int) -> TalksEvent | None:
        """Return an event, a withdrawn one too; None when there is none of this id."""
        return await self._talks.find(event_id)

    async def publish(self, event: NewEvent, by: int, content: Callable[[int], Content], key: str) -> Publication:
        """Store an event and queue its alert, once a key (empty: none). content: the alert, by the event's id."""
        async with self._db.write() as c:
            if key:
                await self._db.alone(c, key)
                if (done := await _published(c, key)) is not None:
                    return done
            event_id = await talks.publish(c, event, by)
            if key:
                named = sa.update(talks_event).where(talks_event.c.id == event_id)
                await c.execute(named.values(seed_key=key))
            campaign_id = await insert_campaign(
                c,
                CampaignKind.ALERT,
                Audience(topic=EU),
                content(event_id),
                at=now(),
                created_by=by,
                event_id=event_id,
                to_channel=self._to_channel,
            )
        return Publication(event_id, campaign_id)

    async def published(self, key: str) -> Publication | None:
        """Return what was published under this key, None when nothing was."""
        async with self._db.read() as c:
            return await _published(c, key)

    async def correct(self, event_id: int, event: NewEvent, by: int, content: Content) -> bool:
        """Replace what an event says, in messages that were sent or still wait too; False when there is none."""
        async with self._db.write() as c:
            if not await talks.correct(c, event_id, event, by):
                return False
            for alert in await _alerts(c, event_id):
                waits = bool(await unfinished(c, campaign.c.id == alert.id))
                await c.execute(sa.update(campaign).where(campaign.c.id == alert.id).values(content=content.to_json()))
                await _edit_sent(c, alert, content, by, wait=waits)
        return True

    async def withdraw(self, event_id: int, by: int, content: Content) -> bool:
        """Take an event back, stop its alert, edit what was sent; False when there is none to take back."""
        async with self._db.write() as c:
            if not await talks.withdraw(c, event_id, by):
                return False
            for alert in await _alerts(c, event_id):
                stopped = await stop(c, campaign.c.id == alert.id)
                await _edit_sent(c, alert, content, by, wait=stopped)
        return True


@dataclass(frozen=True, slots=True)
class _Alert:
    id: int
    event_id: int
    to_channel: bool


async def _published(c: AsyncConnection, key: str) -> Publication | None:
    query = (
        sa.select(talks_event.c.id, campaign.c.id)
        .join(campaign, campaign.c.event_id == talks_event.c.id)
        .where(talks_event.c.seed_key == key, campaign.c.target_id.is_(None))
        .order_by(campaign.c.id)
    )
    row = (await c.execute(query)).first()
    return None if row is None else Publication(*row, is_new=False)


async def _alerts(c: AsyncConnection, event_id: int) -> tuple[_Alert, ...]:
    """Return the campaigns that told of an event, without those that edited them."""
    query = sa.select(campaign.c.id, campaign.c.to_channel).where(
        campaign.c.event_id == event_id, campaign.c.target_id.is_(None)
    )
    rows = (await c.execute(query)).all()
    return tuple(_Alert(one, event_id, to_channel) for one, to_channel in rows)


async def _edit_sent(c: AsyncConnection, alert: _Alert, content: Content, by: int, *, wait: bool) -> None:
    """Queue the edit of what was sent; an earlier edit that is under way is overtaken. wait: for what is in flight."""
    await stop(c, campaign.c.target_id == alert.id)
    edits = {lang: Message("editMessageText", message.params) for lang, message in content.by_language.items()}
    await insert_campaign(
        c,
        CampaignKind.ALERT,
        Audience(topic=EU),
        Content(edits),
        at=now(),
        created_by=by,
        event_id=alert.event_id,
        to_channel=alert.to_channel,
        target_id=alert.id,
        scheduled_at=now() + IN_FLIGHT if wait else None,
    )
