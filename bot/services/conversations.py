"""What each chat was just about, so that «а на сколько дней?» has an answer. Kept in memory, ten minutes."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.domain.language import Language
from bot.understanding import Context

LASTS = 600.0
TRACKED = 50_000


@dataclass(slots=True)
class Conversations:
    """The last places of each chat, for follow-ups. A restart forgets them; nobody needs them longer."""

    clock: Callable[[], float] = time.monotonic
    _chats: "OrderedDict[int, tuple[float, Context]]" = field(default_factory=OrderedDict)

    def context(self, chat_id: int) -> Context | None:
        """Return what the chat was about in the last ten minutes."""
        told = self._chats.get(chat_id)
        return told[1] if told is not None and self.clock() - told[0] < LASTS else None

    def remember(self, chat_id: int, places: tuple[str, ...], language: Language | None) -> None:
        """Note what the chat is about now; nothing named leaves the old subject."""
        if not places:
            return
        self._chats[chat_id] = (self.clock(), Context(places=places, language=language))
        self._chats.move_to_end(chat_id)
        while len(self._chats) > TRACKED:
            self._chats.popitem(last=False)

    def forget(self, chat_id: int) -> None:
        """Drop what is known of a chat."""
        self._chats.pop(chat_id, None)
