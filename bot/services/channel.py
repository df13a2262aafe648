"""The bot's channel: what a campaign sends is posted there too, once."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import structlog

from bot.domain.campaign import Campaign, Content, Message
from bot.domain.delivery import Claimed
from bot.domain.language import Language
from bot.services.delivery_ports import Sender
from bot.services.outcomes import Later, Sent

log = structlog.get_logger(__name__)

TRY_AGAIN = 2.0
"""Seconds until the next try when Telegram names none."""


class ChannelStore(Protocol):
    """What this needs of a database."""

    async def posted(self, campaign_id: int, message_id: int) -> None:
        """Store that a campaign stands in the channel; 0 when Telegram refused it."""
        ...


@dataclass(slots=True)
class Channel:
    """A channel to post in. chat: its id or @name; arrange: the messages for people of all languages at once."""

    chat: int | str
    store: ChannelStore
    sender: Sender
    arrange: Callable[[Content], tuple[Message, ...]]
    _ids: dict[int, list[int]] = field(default_factory=dict)
    _not_before: float = 0.0

    async def post(self, campaign: Campaign) -> None:
        """Post what a campaign holds; while Telegram can't be reached, what is missing is tried at a later look."""
        if time.monotonic() < self._not_before:
            return
        ids = self._ids.setdefault(campaign.id, [])
        for message in self.arrange(campaign.content)[len(ids) :]:
            slot = await self.sender.slot()
            outcome = await self.sender.send(slot, self.chat, message, Claimed(campaign.id, 0, Language.RU))
            if isinstance(outcome, Later):
                self._not_before = time.monotonic() + (outcome.seconds or TRY_AGAIN)
                return
            if not isinstance(outcome, Sent):
                log.warning("channel post refused", campaign=campaign.id, outcome=repr(outcome))
            ids.append(outcome.message_ids[0] if isinstance(outcome, Sent) and outcome.message_ids else 0)
        await self.store.posted(campaign.id, next(filter(None, ids), 0))
        del self._ids[campaign.id]
