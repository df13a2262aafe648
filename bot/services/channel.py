"""The bot's channel: what a campaign sends is posted there too, once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import structlog

from bot.domain.campaign import Campaign, Content, Message
from bot.domain.delivery import Claimed
from bot.domain.language import Language
from bot.services.delivery_ports import Sender
from bot.services.outcomes import Later, Sent

log = structlog.get_logger(__name__)


class ChannelStore(Protocol):
    """What this needs of a database."""

    async def posted(self, campaign_id: int, message_id: int) -> None:
        """Store that a campaign stands in the channel; 0 when Telegram refused it."""
        ...


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel to post in. chat: its id or @name; arrange: the messages for people of all languages at once."""

    chat: int | str
    store: ChannelStore
    sender: Sender
    arrange: Callable[[Content], tuple[Message, ...]]

    async def post(self, campaign: Campaign) -> None:
        """Post what a campaign holds; tried again at the next look while Telegram can't be reached."""
        first = 0
        for message in self.arrange(campaign.content):
            await self.sender.slot()
            outcome = await self.sender.send(self.chat, message, Claimed(campaign.id, 0, Language.RU))
            if isinstance(outcome, Later):
                return
            if isinstance(outcome, Sent) and outcome.message_ids:
                first = first or outcome.message_ids[0]
            else:
                log.warning("channel post refused", campaign=campaign.id, outcome=repr(outcome))
        await self.store.posted(campaign.id, first)
