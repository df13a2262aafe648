"""A message to one recipient, between the claim and its last word."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.campaign import DeliveryState, Reason
from bot.domain.language import Language


@dataclass(frozen=True, slots=True)
class Claimed:
    """A row that this sender has taken. attempts: tries before this one.

    held: it waited for the end of quiet hours or for a digest. target_message_id, target_count: the message to edit or
    delete, and how many there are (an album).
    """

    campaign_id: int
    user_id: int
    language: Language
    attempts: int = 0
    first_tried_at: datetime | None = None
    silent: bool = False
    held: bool = False
    target_message_id: int | None = None
    target_count: int = 1


@dataclass(frozen=True, slots=True)
class Claims:
    """What a claim took. last: the highest user id that was looked at. exhausted: nothing pending lies behind it."""

    rows: tuple[Claimed, ...]
    last: int
    exhausted: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a row. tries: how many were made now. not_before: for LATER and HELD."""

    campaign_id: int
    user_id: int
    state: DeliveryState
    reason: Reason | None = None
    tries: int = 0
    tried_at: datetime | None = None
    not_before: datetime | None = None
    message_id: int | None = None
    message_count: int = 1
