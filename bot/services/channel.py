"""The bot's channel: what a campaign sends is posted there too, once; edited and deleted there too."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import structlog

from bot.domain.campaign import Campaign, Content, Message, Post
from bot.domain.delivery import Claimed
from bot.domain.language import Language
from bot.services.delivery_ports import Sender
from bot.services.outcomes import Later, Outcome, Sent

log = structlog.get_logger(__name__)

TRY_AGAIN = 2.0
"""Seconds until the next try when Telegram names none."""

Act = tuple[Message, Post | None]
"""A call, and the post it changes; None for a new one."""


class ChannelStore(Protocol):
    """What this needs of a database."""

    async def posted(self, campaign_id: int, posts: Sequence[Post]) -> None:
        """Store where a campaign stands in the channel; nowhere when Telegram refused it."""
        ...

    async def standing(self, campaign: Campaign) -> tuple[Content, tuple[Post, ...]]:
        """Return what the target of an edit shows after it and all edits before, and the posts it stands in by now."""
        ...


@dataclass(slots=True)
class Channel:
    """A channel to post in. chat: its id or @name; arrange: the messages for people of all languages at once."""

    chat: int | str
    store: ChannelStore
    sender: Sender
    arrange: Callable[[Content], tuple[Message, ...]]
    _done: dict[int, list[Post | None]] = field(default_factory=dict)
    _not_before: float = 0.0

    async def post(self, campaign: Campaign) -> None:
        """Post what a campaign holds, or change what its target posted.

        While Telegram can't be reached, what is missing is tried at a later look.
        """
        if time.monotonic() < self._not_before:
            return
        done = self._done.setdefault(campaign.id, [])
        for message, target in (await self._acts(campaign))[len(done) :]:
            outcome = await self._send(campaign, message, target)
            if isinstance(outcome, Later):
                self._not_before = time.monotonic() + (outcome.seconds or TRY_AGAIN)
                return
            if not isinstance(outcome, Sent):
                log.warning("channel post refused", campaign=campaign.id, outcome=repr(outcome))
            done.append(_left(message, target, outcome))
        await self.store.posted(campaign.id, [one for one in done if one is not None])
        del self._done[campaign.id]

    async def _acts(self, campaign: Campaign) -> list[Act]:
        if campaign.target_id is None:
            return [(message, None) for message in self.arrange(campaign.content)]
        content, posts = await self.store.standing(campaign)
        if not posts:  # it was never posted; if it still will be, then with its new words
            return []
        if all(message.method == "deleteMessage" for message in campaign.content.by_language.values()):
            return [(Message("deleteMessage", {}), post) for post in posts]
        return _changes(self.arrange(content), posts)

    async def _send(self, campaign: Campaign, message: Message, target: Post | None) -> Outcome:
        row = Claimed(campaign.id, 0, Language.RU)
        if target is not None:
            row = Claimed(campaign.id, 0, Language.RU, target_message_id=target.message_id, target_count=target.count)
        return await self.sender.send(await self.sender.slot(), self.chat, message, row)


def _changes(wanted: Sequence[Message], posts: Sequence[Post]) -> list[Act]:
    """Return what makes of the posts those that are wanted: texts may have outgrown one post, or fit into one again."""
    acts: list[Act] = [(_edit(message), post) for message, post in zip(wanted, posts, strict=False)]
    acts += [(message, None) for message in wanted[len(posts) :]]
    return [*acts, *((Message("deleteMessage", {}), post) for post in posts[len(wanted) :])]


def _edit(message: Message) -> Message:
    if message.method == "sendMessage":
        return Message("editMessageText", message.params)
    kept = ("caption", "caption_entities", "parse_mode", "show_caption_above_media", "reply_markup")
    return Message("editMessageCaption", {name: message.params[name] for name in kept if name in message.params})


def _left(message: Message, target: Post | None, outcome: Outcome) -> Post | None:
    """Return the post that stands in the channel after a call."""
    if target is not None:
        return None if message.method == "deleteMessage" else target
    if isinstance(outcome, Sent) and outcome.message_ids:
        return Post(outcome.message_ids[0], len(outcome.message_ids))
    return None
