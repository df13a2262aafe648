"""What a single chat may get: a bulk message a second, and a group twenty messages a minute whatever they are."""

from collections import OrderedDict, deque
from dataclasses import dataclass, field

APART = 1.0
"""Seconds between two bulk messages to one chat."""

GROUP_LIMIT, GROUP_WINDOW = 20, 60.0
MARGIN = 0.1
"""Seconds added, for what the network does on the way."""


@dataclass(slots=True)
class ChatPace:
    """Remembers who got something lately. A chat's id is negative for a group; a channel's name counts as one."""

    _last: OrderedDict[int | str, float] = field(default_factory=OrderedDict)
    _groups: OrderedDict[int | str, deque[float]] = field(default_factory=OrderedDict)

    def bulk(self, chat: int | str, now: float) -> float:
        """Return the seconds until a chat may get another bulk message; 0 takes its turn now."""
        while self._last and next(iter(self._last.values())) <= now - APART:
            self._last.popitem(last=False)
        wait = self._last[chat] + APART - now if chat in self._last else 0.0
        wait = max(wait, self._group_wait(chat, now))
        if wait <= 0:
            self._last[chat] = now
            self._note_group(chat, now)
        return max(0.0, wait)

    def reply(self, chat: int | str, now: float) -> float:
        """Return the seconds until a chat may get another reply; 0 takes its turn now."""
        wait = self._group_wait(chat, now)
        if wait <= 0:
            self._note_group(chat, now)
        return max(0.0, wait)

    def _group_wait(self, chat: int | str, now: float) -> float:
        times = self._groups.get(chat)
        return times[0] + GROUP_WINDOW + MARGIN - now if times is not None and len(times) == GROUP_LIMIT else 0.0

    def _note_group(self, chat: int | str, now: float) -> None:
        if isinstance(chat, int) and chat > 0:
            return
        self._groups.setdefault(chat, deque(maxlen=GROUP_LIMIT)).append(now)
        self._groups.move_to_end(chat)
        while next(iter(self._groups.values()))[-1] <= now - GROUP_WINDOW - MARGIN:
            self._groups.popitem(last=False)
