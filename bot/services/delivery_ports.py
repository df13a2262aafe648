"""What the delivery loop needs from outside."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any, Protocol

from bot.domain.campaign import Campaign, Message
from bot.domain.delivery import Claimed, Claims, Settled
from bot.domain.language import Language
from bot.services.outcomes import Outcome

Compose = Callable[[Sequence[Message], Language], Message]
"""Joins the messages that piled up for one person into one."""


class LeadLostError(Exception):
    """The lock that made this process the sender is gone; the supervisor starts the loop again, which waits for it."""


class DeliveryStore(Protocol):
    """Where deliveries are kept; each call is one durable transaction."""

    def lead(self) -> AbstractAsyncContextManager[None]:
        """Wait until this process is the one that sends, and stay it."""
        ...

    async def leads(self) -> bool:
        """Tell whether this process is still the one that sends."""
        ...

    async def recover(self) -> int:
        """Give back what a stopped sender had claimed; return how many."""
        ...

    async def fan_out(self, campaign_id: int, size: int, at: datetime) -> bool:
        """Write the rows of the next so many recipients; tell whether all have theirs."""
        ...

    async def claim(self, one: Campaign, after: int, limit: int, now: datetime) -> Claims:
        """Take the next rows of a campaign behind this user id."""
        ...

    async def claim_waiting(self, limit: int, now: datetime) -> tuple[Claimed, ...]:
        """Take rows whose time to wait is over."""
        ...

    async def has_due(self, now: datetime) -> bool:
        """Tell whether rows have waited long enough."""
        ...

    def note(self, results: Sequence[Settled]) -> None:
        """Note what is about to be settled, at once and where a killed process leaves it."""
        ...

    async def settle(self, results: Sequence[Settled]) -> None:
        """Write what became of claimed rows."""
        ...

    async def finish(self, campaign_id: int, at: datetime) -> bool:
        """End a campaign in which everybody has a last word; tell whether it did."""
        ...

    async def prune(self, before: datetime) -> int:
        """Delete a slice of the rows of campaigns that ended before this moment; return how many."""
        ...


class CampaignFeed(Protocol):
    """Which campaigns there are to send."""

    async def running(self) -> tuple[Campaign, ...]:
        """Return the campaigns that are being sent."""
        ...

    async def start_due(self, at: datetime) -> int:
        """Start the scheduled campaigns whose time has come; return how many."""
        ...


class Sender(Protocol):
    """Sends one message; knows the limits. What `slot` returns is the sender's own, for `send` or `free` to take."""

    async def slot(self) -> Any:
        """Wait until one more message may leave."""
        ...

    def free(self, slot: Any) -> None:
        """Give back a slot in which nothing was sent."""
        ...

    def wait(self, chat_id: int | str) -> float:
        """Return the seconds until this chat may get another message; 0 takes its turn now."""
        ...

    async def send(self, slot: Any, chat_id: int | str, message: Message, row: Claimed) -> Outcome:
        """Send to one chat; never raises for what Telegram says."""
        ...
