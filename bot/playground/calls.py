"""The record of every call."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram.methods import TelegramMethod

MethodName = str | type[TelegramMethod[Any]]


@dataclass(frozen=True, slots=True)
class Call:
    """One call: method, parameters as objects (nested JSON is parsed), when, and the HTTP status of the answer.

    A status of 0 means that the connection was lost. `chat_id` is None when the call names no known chat.
    """

    method: str
    params: Mapping[str, Any]
    at: datetime
    status: int
    chat_id: int | None = None

    def __getitem__(self, name: str) -> Any:
        """Return a parameter; KeyError when it was not given."""
        return self.params[name]


class CallLog:
    """All calls, or the newest `keep` of them."""

    def __init__(self, keep: int | None = None) -> None:
        """Take how many calls to keep; None keeps all."""
        self._keep = keep
        self._calls: deque[Call] = deque()
        self._sent: dict[int, deque[Call]] = {}

    def add(self, call: Call) -> None:
        """Record a call, forgetting the oldest when full."""
        self._calls.append(call)
        if _delivers(call) and call.chat_id is not None:
            self._sent.setdefault(call.chat_id, deque()).append(call)
        if self._keep is not None and len(self._calls) > self._keep:
            self._forget(self._calls.popleft())

    def _forget(self, call: Call) -> None:
        sent = self._sent.get(call.chat_id or 0)
        if sent and sent[0] is call:
            sent.popleft()

    @property
    def all(self) -> list[Call]:
        """Return the calls, oldest first."""
        return list(self._calls)

    def of(self, method: MethodName) -> list[Call]:
        """Return the calls of a method, oldest first."""
        name = name_of(method).lower()
        return [call for call in self._calls if call.method.lower() == name]

    def sent_to(self, chat_id: int) -> list[Call]:
        """Return the calls that delivered something to this chat, oldest first."""
        return list(self._sent.get(chat_id, ()))

    def clear(self) -> None:
        """Forget everything."""
        self._calls.clear()
        self._sent.clear()


def name_of(method: MethodName) -> str:
    """Return the Bot API name of a method given by name or by aiogram's class."""
    return method if isinstance(method, str) else method.__api_method__


def _delivers(call: Call) -> bool:
    is_sending = call.method.startswith(("send", "copy", "forward")) and call.method != "sendChatAction"
    return is_sending and call.status == 200
