"""Everything the stand-in remembers, and the few ways in which it changes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.playground.chats import Chat, Chats, Stored
from bot.playground.files import FileStore
from bot.playground.profile import Profile
from bot.playground.updates import Updates

NEW = ("sent", "edited", "deleted", "typing", "answered", "inline", "profile", "keyboard", "account", "pinned")


@dataclass(frozen=True, slots=True)
class Event:
    """Something changed in a chat: what a client on a person's phone would be told. kind: one of NEW."""

    kind: str
    chat_id: int
    data: dict[str, Any]


@dataclass(slots=True)
class Tap:
    """A tap on a button that waits for its answer."""

    user_id: int
    chat_id: int
    at: datetime


@dataclass(slots=True)
class Inquiry:
    """An inline query that waits for its answer; results as the bot gave them."""

    id: str
    user_id: int
    text: str
    at: datetime
    results: list[dict[str, Any]] | None = None
    button: dict[str, Any] | None = None
    next_offset: str = ""


@dataclass(slots=True)
class World:
    """The state behind the Bot API."""

    bot: dict[str, Any]
    chats: Chats
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    files: FileStore = field(default_factory=FileStore)
    profile: Profile = field(default_factory=Profile)
    updates: Updates = field(default_factory=Updates)
    webhook: dict[str, Any] = field(default_factory=dict)
    taps: dict[str, Tap] = field(default_factory=dict)
    inquiries: dict[str, Inquiry] = field(default_factory=dict)
    inline_messages: dict[str, tuple[int, int]] = field(default_factory=dict)
    watchers: list[Callable[[Event], None]] = field(default_factory=list)
    tap_lifetime: float = 600
    _counted: int = 0

    @property
    def bot_id(self) -> int:
        """Return the bot's id."""
        return int(self.bot["id"])

    def stamp(self) -> int:
        """Return this moment in Unix seconds."""
        return int(self.now().timestamp())

    def unique(self, prefix: str) -> str:
        """Return an id that was never given before."""
        self._counted += 1
        return f"{prefix}{self._counted:012d}"

    def tell(self, kind: str, chat_id: int, **data: Any) -> None:
        """Let the watchers know that something changed."""
        event = Event(kind, chat_id, data)
        for watcher in tuple(self.watchers):
            watcher(event)

    def put(
        self, chat: Chat, content: dict[str, Any], sender: dict[str, Any] | None, *,
        markup: dict[str, Any] | None = None, silent: bool = False,
    ) -> Stored:  # fmt: skip
        """Lay a new message into a chat; sender: the user, None for a post in the chat's own name."""
        author = {"sender_chat": chat.brief()} if sender is None else {"from": sender}
        data = {"message_id": self.chats.new_id(chat), **author, "chat": chat.brief(), "date": self.stamp()}
        stored = Stored(data | content, sender is None or sender["id"] == self.bot_id, markup, silent)
        if markup is not None and "inline_keyboard" in markup:
            stored.data["reply_markup"] = markup
        self.chats.put(chat, stored)
        self.tell("sent", chat.id, message=stored.data, mine=stored.mine, silent=silent)
        if markup is not None and "inline_keyboard" not in markup:
            chat.keyboard = None if "remove_keyboard" in markup else markup
            self.tell("keyboard", chat.id, keyboard=chat.keyboard)
        return stored

    def changed(self, chat: Chat, stored: Stored) -> None:
        """Mark a message as edited now."""
        stored.data["edit_date"] = self.stamp()
        self.tell("edited", chat.id, message=stored.data, mine=stored.mine)

    def delete(self, chat: Chat, message_id: int) -> None:
        """Take a message out of its chat."""
        del chat.messages[message_id]
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
        self.tell("deleted", chat.id, message_id=message_id)

    def is_stale(self, since: datetime) -> bool:
        """Tell whether a tap or an inline query of that moment can't be answered any more."""
        return (self.now() - since).total_seconds() > self.tap_lifetime
