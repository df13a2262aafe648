"""Broadcasts in the making: rows of campaigns in the state `draft`, one an admin."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.clock import now
from bot.db.engine import Database
from bot.db.schema import campaign
from bot.domain.campaign import Audience, CampaignKind, CampaignState, Content
from bot.domain.draft import Draft

_COLUMNS = (
    campaign.c.id,
    campaign.c.created_by,
    campaign.c.audience,
    campaign.c.content,
    campaign.c.scheduled_at,
    campaign.c.to_channel,
    campaign.c.state,
)


class DatabaseDrafts:
    """Drafts in the database. Writes hold only while the row is a draft: so a confirmation counts once."""

    def __init__(self, db: Database) -> None:
        """Keep them in this database."""
        self._db = db

    async def begin(self, admin: int) -> Draft:
        """Start an empty draft for everybody; an older one of this admin is dropped in the same transaction."""
        values = {
            "kind": CampaignKind.BROADCAST.value,
            "state": CampaignState.DRAFT.value,
            "audience": str(Audience()),
            "content": {},
            "created_by": admin,
            "created_at": now(),
        }
        async with self._db.write() as c:
            await c.execute(sa.delete(campaign).where(campaign.c.created_by == admin, _IS_DRAFT))
            number = await c.scalar(sa.insert(campaign).values(values).returning(campaign.c.id))
        assert number is not None
        return Draft(int(number), admin, Audience(), Content({}))

    async def find(self, draft_id: int, admin: int) -> Draft | None:
        """Return a draft of this admin, also one that was confirmed since; None when there is none."""
        return await self._one(campaign.c.id == draft_id, campaign.c.created_by == admin)

    async def newest(self, admin: int) -> Draft | None:
        """Return the admin's draft, None when they have none."""
        return await self._one(campaign.c.created_by == admin, _IS_DRAFT)

    async def save(self, draft: Draft) -> bool:
        """Store what a draft holds; False when it is no draft any more."""
        return await self._update(
            draft.id,
            audience=str(draft.audience),
            content=draft.content.to_json(),
            scheduled_at=draft.scheduled_at,
            to_channel=draft.to_channel,
        )

    async def confirm(self, draft_id: int, state: CampaignState, scheduled_at: datetime | None) -> bool:
        """Make the draft a campaign, RUNNING or SCHEDULED; False when somebody was quicker."""
        return await self._update(draft_id, state=state.value, scheduled_at=scheduled_at, created_at=now())

    async def drop(self, draft_id: int) -> bool:
        """Delete a draft; False when it is no draft any more."""
        async with self._db.write() as c:
            return bool((await c.execute(sa.delete(campaign).where(campaign.c.id == draft_id, _IS_DRAFT))).rowcount)

    async def _update(self, draft_id: int, **values: Any) -> bool:
        statement = sa.update(campaign).where(campaign.c.id == draft_id, _IS_DRAFT).values(values)
        async with self._db.write() as c:
            return bool((await c.execute(statement)).rowcount)

    async def _one(self, *conditions: sa.ColumnElement[bool]) -> Draft | None:
        query = sa.select(*_COLUMNS).where(*conditions).order_by(campaign.c.id.desc()).limit(1)
        async with self._db.read() as c:
            row = (await c.execute(query)).first()
        if row is None:
            return None
        number, admin, audience, content, at, to_channel, state = row
        draft = Draft(number, admin, Audience.parse(audience), Content.from_json(content), at, to_channel)
        return replace(draft, state=CampaignState(state))


_IS_DRAFT = campaign.c.state == CampaignState.DRAFT.value
