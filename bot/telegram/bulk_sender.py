"""Sends a campaign's messages: a body made once per language, filled with the chat's id, and an outcome with a name."""

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from bot.domain.campaign import Message, Reason
from bot.domain.delivery import Claimed
from bot.services.outcomes import Gone, Later, Moved, Outcome, Refused, Sent
from bot.telegram.pacing import Limiter
from bot.telegram.transport import Transport
from bot.telegram.window import Slot

_PLACE = -7_007_007_007_007
"""Stands for the chat's id in a prepared body: no real id, so nothing in a text is taken for it."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A message ready for any chat: its JSON before and after the chat's id, loud and silent."""

    method: str
    head: bytes
    tail: bytes
    silent_tail: bytes

    def body(self, chat_id: int | str, row: Claimed) -> bytes:
        """Return the JSON for one chat; edits and deletions name the messages that were sent there."""
        tail = self.silent_tail if row.silent else self.tail
        return b"%s%s%s%s" % (self.head, _chat(chat_id), _target(self.method, row), tail)


def _chat(chat_id: int | str) -> bytes:
    return b"%d" % chat_id if isinstance(chat_id, int) else json.dumps(chat_id).encode()


def _method(method: str, row: Claimed) -> str:
    """Return the call to make: an album is deleted with all its messages."""
    return "deleteMessages" if method == "deleteMessage" and row.target_count > 1 else method


def _target(method: str, row: Claimed) -> bytes:
    first = row.target_message_id
    if first is None:
        return b""
    if _method(method, row) == "deleteMessages":
        ids = ", ".join(str(first + number) for number in range(row.target_count))
        return f', "message_ids": [{ids}]'.encode()
    return b', "message_id": %d' % first


def prepare(message: Message) -> Prepared:
    """Return the message with its JSON made, once for all its recipients."""
    loud = json.dumps({"chat_id": _PLACE, **message.params}, ensure_ascii=False).encode()
    silent = json.dumps({"chat_id": _PLACE, **message.params, "disable_notification": True}, ensure_ascii=False)
    head, tail = loud.split(str(_PLACE).encode(), 1)
    return Prepared(message.method, head, tail, silent.encode().split(str(_PLACE).encode(), 1)[1])


@dataclass(slots=True)
class BulkSender:
    """Takes a slot, sends, and names what became of it; `Sender` of the delivery loop."""

    transport: Transport
    limiter: Limiter
    outcomes: Counter[str] = field(default_factory=Counter)
    _prepared: dict[int, tuple[Message, Prepared]] = field(default_factory=dict)

    async def slot(self) -> Slot:
        """Wait until one more message may leave; `send` or `free` takes what this returns."""
        return await self.limiter.bulk()

    def free(self, slot: Slot) -> None:
        """Give back a slot in which nothing was sent."""
        self.limiter.free(slot)

    def wait(self, chat_id: int | str) -> float:
        """Return the seconds until this chat may get another message; 0 takes its turn now."""
        return self.limiter.chats.bulk(chat_id, self.limiter.clock())

    async def send(self, slot: Slot, chat_id: int | str, message: Message, row: Claimed) -> Outcome:
        """Send to one chat and count what became of it. A lost connection may have delivered it."""
        outcome = await self._send(slot, chat_id, message, row)
        self.outcomes[_word(outcome)] += 1
        return outcome

    async def _send(self, slot: Slot, chat_id: int | str, message: Message, row: Claimed) -> Outcome:
        """Send to one chat: a rare double beats a miss."""
        prepared, answered = self._prepare(message), False
        try:
            status, answer = await self.transport.post(_method(prepared.method, row), prepared.body(chat_id, row))
            answered = True
        except (OSError, TimeoutError):
            return Later()
        finally:
            self.limiter.land(slot, answered=answered)
        outcome = outcome_of(status, answer)
        if isinstance(outcome, Later) and outcome.whole_queue and outcome.seconds is not None:
            if not isinstance(chat_id, int) or chat_id < 0:  # a group has a limit of its own
                return Later(outcome.seconds)
            self.limiter.pause(outcome.seconds)
        return outcome

    def _prepare(self, message: Message) -> Prepared:
        known = self._prepared.get(id(message))
        if known is not None and known[0] is message:
            return known[1]
        if len(self._prepared) > 100:
            self._prepared.clear()
        prepared = prepare(message)
        self._prepared[id(message)] = (message, prepared)
        return prepared


_GONE = {
    "bot was blocked": Reason.BLOCKED,
    "bot was kicked": Reason.BLOCKED,
    "not a member": Reason.BLOCKED,
    "user is deactivated": Reason.DEACTIVATED,
    "chat not found": Reason.NOT_FOUND,
    "user not found": Reason.NOT_FOUND,
    "peer_id_invalid": Reason.NOT_FOUND,
    "can't initiate conversation": Reason.NOT_FOUND,
    "group chat was deleted": Reason.NOT_FOUND,
}
_DONE_ALREADY = ("message is not modified", "message to delete not found")


def outcome_of(status: int, answer: dict[str, Any]) -> Outcome:
    """Return what an answer of the Bot API means."""
    if answer.get("ok") is True:
        return Sent(_message_ids(answer.get("result")))
    text = str(answer.get("description", "")).lower()
    parameters = answer.get("parameters")
    parameters = parameters if isinstance(parameters, dict) else {}
    if status == 429 or "retry_after" in parameters:
        return Later(float(parameters.get("retry_after", 1)), whole_queue=True)
    if isinstance(moved := parameters.get("migrate_to_chat_id"), int):
        return Moved(moved)
    if any(word in text for word in _DONE_ALREADY):
        return Sent()
    for word, reason in _GONE.items():
        if word in text:
            return Gone(reason)
    if status == 403:
        return Gone(Reason.BLOCKED)
    if 400 <= status < 500:
        return Refused(text or str(status))
    return Later()


def _word(outcome: Outcome) -> str:
    """Return an outcome in one word, for counting."""
    match outcome:
        case Gone(reason):
            return str(reason)
        case Later(whole_queue=True):
            return "throttled"
        case _:
            return type(outcome).__name__.lower()


def _message_ids(result: Any) -> tuple[int, ...]:
    found = result if isinstance(result, list) else [result]
    return tuple(one["message_id"] for one in found if isinstance(one, dict) and "message_id" in one)
