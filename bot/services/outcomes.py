"""What can become of a message: each failure has a name (architecture, decision 3)."""

from dataclasses import dataclass

from bot.domain.campaign import Reason


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived. message_ids: one, or those of an album."""

    message_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Later:
    """Not now. seconds: Telegram's own number, None when we choose. whole_queue: everybody has to wait."""

    seconds: float | None = None
    whole_queue: bool = False


@dataclass(frozen=True, slots=True)
class Gone:
    """The person can't be reached: blocked, deactivated or not found."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Moved:
    """A group became a supergroup with another id."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will never take this message: our mistake. description: Telegram's words."""

    description: str


Outcome = Sent | Later | Gone | Moved | Refused
