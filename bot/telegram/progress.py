"""The live messages in which admins watch campaigns."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNotFound,
    TelegramRetryAfter,
)

from bot.domain.campaign import Campaign, CampaignState
from bot.domain.draft import Watched
from bot.domain.language import Language
from bot.domain.user import User
from bot.i18n import Translator
from bot.services.catalogue import CatalogueHolder
from bot.services.pace import Pace, Speed
from bot.telegram.reply import NO_PREVIEW, Reply
from bot.telegram.views.broadcasts import Desk
from bot.telegram.views.campaigns import campaign_page

log = structlog.get_logger(__name__)

EVERY = 3.0
"""Seconds between two edits of one message, at least."""


class WatchedStore(Protocol):
    """What this needs of a database."""

    async def watch(self, watched: Watched) -> None:
        """Watch a campaign in this message."""
        ...

    async def every(self) -> tuple[Watched, ...]:
        """Return all messages in which something is watched."""
        ...

    async def leave(self, watched: Watched) -> None:
        """Watch no more in this message."""
        ...


class CampaignSource(Protocol):
    """Where campaigns are looked up."""

    async def get(self, campaign_id: int) -> Campaign | None:
        """Return a campaign, None when there is none."""
        ...


class Readers(Protocol):
    """Where people are looked up."""

    async def get(self, telegram_id: int) -> User | None:
        """Return a person, None when unknown."""
        ...


@dataclass(slots=True)
class ProgressBoard:
    """Redraws every watched campaign: `tick` every few seconds. What is watched survives a restart."""

    bot: Bot
    store: WatchedStore
    campaigns: CampaignSource
    readers: Readers
    translator: Translator
    holder: CatalogueHolder
    zone: ZoneInfo
    now: Callable[[], datetime]
    monotonic: Callable[[], float] = time.monotonic
    pace: Pace = field(init=False)
    _shown: dict[Watched, tuple[float, str]] = field(default_factory=dict)
    _quiet_until: float = 0.0

    def __post_init__(self) -> None:
        """Measure speed by the same clock."""
        self.pace = Pace(self.monotonic)

    async def watch(self, campaign: Campaign, chat_id: int, message_id: int, shown: Reply) -> None:
        """Keep this message, which shows this now, up to date until the campaign is over."""
        watched = Watched(campaign.id, chat_id, message_id)
        if not campaign.state.is_over:
            self._shown[watched] = (self.monotonic(), shown.html)
            await self.store.watch(watched)

    async def tick(self) -> None:
        """Redraw what has changed."""
        if self.monotonic() < self._quiet_until:
            return
        campaigns: dict[int, tuple[Campaign | None, Speed]] = {}
        for watched in await self.store.every():
            if watched.campaign_id not in campaigns:
                found = await self.campaigns.get(watched.campaign_id)
                campaigns[watched.campaign_id] = (found, self.pace.look(found) if found else Speed())
            await self._redraw(watched, *campaigns[watched.campaign_id])

    async def _redraw(self, watched: Watched, campaign: Campaign | None, speed: Speed) -> None:
        if campaign is None:
            await self._leave(watched)
            return
        drawn_at, before = self._shown.get(watched, (0.0, ""))
        due = self.monotonic() - drawn_at >= EVERY or not before
        if not due or campaign.state is CampaignState.SCHEDULED:
            return
        reply = campaign_page(await self._desk(watched.chat_id), campaign, speed)
        if reply.html != before and not await self._edit(watched, reply):
            return
        if campaign.state.is_over:
            await self._leave(watched)

    async def _edit(self, watched: Watched, reply: Reply) -> bool:
        """Edit a message; False when that must be tried again later."""
        try:
            await self.bot.edit_message_text(
                reply.html,
                chat_id=watched.chat_id,
                message_id=watched.message_id,
                reply_markup=reply.inline,
                link_preview_options=NO_PREVIEW,
            )
        except TelegramRetryAfter as error:
            self._quiet_until = self.monotonic() + error.retry_after
            return False
        except (TelegramForbiddenError, TelegramNotFound, TelegramBadRequest) as error:
            if "not modified" not in error.message:  # deleted by the admin, or the admin has left
                await self._leave(watched)
                return False
        except TelegramAPIError as error:
            log.info("progress not shown", campaign_id=watched.campaign_id, error=error.message)
            return False
        self._shown[watched] = (self.monotonic(), reply.html)
        return True

    async def _leave(self, watched: Watched) -> None:
        self._shown.pop(watched, None)
        await self.store.leave(watched)

    async def _desk(self, chat_id: int) -> Desk:
        reader = await self.readers.get(chat_id)
        language = reader.language if reader is not None else Language.RU
        return Desk(self.translator[language], self.holder.current, self.zone, self.now())
