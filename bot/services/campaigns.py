"""Campaigns as editors and the command line steer them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.domain.campaign import Audience, Campaign, CampaignKind, CampaignState, Content
from bot.domain.language import Language

EVERY_LANGUAGE = tuple(Language)

PAUSABLE = (CampaignState.RUNNING, CampaignState.SCHEDULED)
CANCELLABLE = (CampaignState.RUNNING, CampaignState.SCHEDULED, CampaignState.PAUSED)


class CampaignError(Exception):
    """What was asked of a campaign can't be done; the text says why. key: of a text for people."""

    def __init__(self, text: str, key: str) -> None:
        """Take the words for the command line and the key of those for the chat."""
        super().__init__(text)
        self.key = key


class CampaignStore(Protocol):
    """What this needs of a database."""

    async def create(
        self, kind: CampaignKind, audience: Audience, content: Content, *, at: datetime, **details: Any
    ) -> int:
        """Store a campaign and return its id."""
        ...

    async def count(self, audience: Audience, languages: tuple[Language, ...], at: datetime) -> int:
        """Return how many people an audience holds."""
        ...

    async def get(self, campaign_id: int) -> Campaign | None:
        """Return a campaign, None when there is none."""
        ...

    async def list(self, limit: int, offset: int) -> tuple[Campaign, ...]:
        """Return campaigns that are more than drafts, newest first."""
        ...

    async def switch(
        self, campaign_id: int, allowed: Sequence[CampaignState], state: CampaignState, at: datetime
    ) -> bool:
        """Change the state if it is one of the allowed; tell whether it was."""
        ...


@dataclass(slots=True)
class Campaigns:
    """Campaigns: made, counted, paused, resumed, cancelled. wake: tells the delivery loop that there is work."""

    store: CampaignStore
    clock: Callable[[], datetime]
    wake: Callable[[], None] = lambda: None

    async def create(
        self,
        kind: CampaignKind,
        audience: Audience,
        content: Content,
        *,
        created_by: int | None = None,
        event_id: int | None = None,
        iso2: str | None = None,
        scheduled_at: datetime | None = None,
        to_channel: bool = False,
        state: CampaignState | None = None,
        target_id: int | None = None,
    ) -> int:
        """Queue a campaign and return its id; it runs at once unless a time is given. ValueError without a text."""
        if not content.by_language:
            raise ValueError("a campaign needs a message in one language at least")
        campaign_id = await self.store.create(
            kind,
            audience,
            content,
            at=self.clock(),
            created_by=created_by,
            event_id=event_id,
            iso2=iso2,
            scheduled_at=scheduled_at,
            to_channel=to_channel,
            state=state,
            target_id=target_id,
        )
        self.wake()
        return campaign_id

    async def count(self, audience: Audience, languages: tuple[Language, ...] = EVERY_LANGUAGE) -> int:
        """Return how many people an audience holds now, of these languages."""
        return await self.store.count(audience, languages, self.clock())

    async def get(self, campaign_id: int) -> Campaign | None:
        """Return a campaign, None when there is none."""
        return await self.store.get(campaign_id)

    async def list(self, limit: int = 20, offset: int = 0) -> tuple[Campaign, ...]:
        """Return campaigns that are more than drafts, newest first."""
        return await self.store.list(limit, offset)

    async def pause(self, campaign_id: int) -> Campaign:
        """Hold a campaign; CampaignError unless it runs or is scheduled."""
        return await self._switch(campaign_id, PAUSABLE, CampaignState.PAUSED, "paused")

    async def resume(self, campaign_id: int) -> Campaign:
        """Go on with a paused campaign, at its time if it has not come; CampaignError unless it is paused."""
        found = await self.store.get(campaign_id)
        waits = found is not None and found.scheduled_at is not None and found.started_at is None
        state = CampaignState.SCHEDULED if waits else CampaignState.RUNNING
        return await self._switch(campaign_id, (CampaignState.PAUSED,), state, "resumed")

    async def cancel(self, campaign_id: int) -> Campaign:
        """End a campaign for good; CampaignError when it is over already."""
        return await self._switch(campaign_id, CANCELLABLE, CampaignState.CANCELLED, "cancelled")

    async def _switch(
        self, campaign_id: int, allowed: Sequence[CampaignState], state: CampaignState, word: str
    ) -> Campaign:
        done = await self.store.switch(campaign_id, allowed, state, self.clock())
        found = await self.store.get(campaign_id)
        if found is None:
            raise CampaignError(f"there is no campaign {campaign_id}", "campaign-error-unknown")
        if not done:
            raise CampaignError(f"campaign {campaign_id} is {found.state}: it can't be {word}", "campaign-error-state")
        self.wake()
        return found
