"""Alerts, digests and broadcasts: one campaign each, with one delivery a recipient (architecture, decision 3)."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.domain.audience import Audience
from bot.domain.language import Language

__all__ = [
    "Audience", "Campaign", "CampaignKind", "CampaignState", "Content", "DeliveryState", "Message", "Post", "Reason",
]  # fmt: skip


class CampaignKind(StrEnum):
    """What is sent; the order of `priority` is who goes first."""

    ALERT = "alert"
    REMINDER = "reminder"
    BROADCAST = "broadcast"
    DIGEST = "digest"

    @property
    def priority(self) -> int:
        """Return the place in the queue, 0 first."""
        return tuple(CampaignKind).index(self)


class CampaignState(StrEnum):
    """The life of a campaign."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more will be sent."""
        return self in (CampaignState.DONE, CampaignState.CANCELLED)


class DeliveryState(StrEnum):
    """Where one recipient's message is. HELD waits for the end of quiet hours, LATER for a retry."""

    PENDING = "pending"
    CLAIMED = "claimed"
    LATER = "later"
    HELD = "held"
    SENT = "sent"
    FAILED = "failed"
    SKIPPED = "skipped"

    @property
    def is_settled(self) -> bool:
        """Tell whether the last word is spoken."""
        return self in (DeliveryState.SENT, DeliveryState.FAILED, DeliveryState.SKIPPED)


class Reason(StrEnum):
    """Why a message was not delivered. Failed: tried and refused for good; skipped: not tried."""

    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"
    NOT_FOUND = "not_found"
    REFUSED = "refused"
    TIMED_OUT = "timed_out"
    CANCELLED = "cancelled"
    LEFT = "left"
    NO_TEXT = "no_text"


@dataclass(frozen=True, slots=True)
class Message:
    """One Bot API call without its chat_id: what a recipient of one language gets.

    method: `sendMessage`, `sendPhoto`, `copyMessage`, `sendMediaGroup` …; params: its JSON parameters,
    reply_markup included as a dict.
    """

    method: str
    params: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Content:
    """The message of a campaign by language; people of a language that is missing are left out."""

    by_language: dict[Language, Message]

    def to_json(self) -> dict[str, Any]:
        """Return the form kept in the database."""
        return {lang: {"method": m.method, "params": m.params} for lang, m in self.by_language.items()}

    def edited_by(self, edit: "Content") -> "Content":
        """Return what people see of this content after such an edit; languages it does not touch stay."""
        by_language = dict(self.by_language)
        for language, new in edit.by_language.items():
            old = by_language.get(language)
            if old is not None:
                params = new.params if new.method == "editMessageText" else {**old.params, **new.params}
                by_language[language] = Message(old.method, params)
        return Content(by_language)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Content":
        """Return what `to_json` wrote."""
        return cls({Language(lang): Message(m["method"], m["params"]) for lang, m in data.items()})


@dataclass(frozen=True, slots=True)
class Post:
    """A message in the channel. count: of messages, more than one for an album, whose first one this is."""

    message_id: int
    count: int = 1


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign as stored.

    counts: deliveries by state and reason (`sent`, `failed:blocked`, `skipped:cancelled` …), settled ones only.
    total: recipients; exact once fanned_out is True, as counted at the start before.
    to_channel, is_posted: whether it is to stand in the channel too, and does.
    target_id: the campaign whose sent messages this one edits or deletes.
    """

    id: int
    kind: CampaignKind
    state: CampaignState
    audience: Audience
    content: Content
    total: int = 0
    fanned_out: bool = False
    counts: dict[str, int] = field(default_factory=dict)
    created_by: int | None = None
    created_at: datetime | None = None
    scheduled_at: datetime | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    target_id: int | None = None
    to_channel: bool = False
    is_posted: bool = False

    def count(self, state: DeliveryState) -> int:
        """Return how many deliveries have settled in this state."""
        return sum(n for key, n in self.counts.items() if key.partition(":")[0] == state)

    @property
    def pending(self) -> int:
        """Return how many deliveries have no last word yet; 0 while a large audience is not counted."""
        return max(0, self.total - sum(self.counts.values()))

    @property
    def reasons(self) -> dict[str, int]:
        """Return the counts of what failed or was skipped, by reason."""
        return {key.partition(":")[2]: n for key, n in sorted(self.counts.items()) if ":" in key}
