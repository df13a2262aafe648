"""Telegram's Bot API in memory: one core behind every door."""

import asyncio
import inspect
import math
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from bot.playground.calls import Call, CallLog, MethodName, name_of
from bot.playground.chats import Chats
from bot.playground.errors import ConnectionLost, Refusal
from bot.playground.faults import Fault, Faults
from bot.playground.methods import METHODS
from bot.playground.parameters import Given, decode
from bot.playground.world import World

TOKEN = "7000000001:AAplayground-not-a-secret-token_00000"  # noqa: S105 - opens nothing but this memory
NO_FILES: Mapping[str, bytes] = MappingProxyType({})
Answer = tuple[int, dict[str, Any]]


@dataclass(slots=True)
class Limits:
    """Messages that may be sent in any second: overall, and to one chat (None: as many as one likes)."""

    per_second: int | None = None
    per_chat: int | None = None
    _sent: dict[int, deque[float]] = field(default_factory=dict)

    def check(self, chat_id: int, moment: float) -> None:
        """Count a message; refuses with a 429 when there were too many in the last second."""
        for key, most in ((0, self.per_second), (chat_id, self.per_chat)):
            recent = self._sent.setdefault(key, deque())
            while recent and recent[0] <= moment - 1:
                recent.popleft()
            if most is not None and len(recent) >= most:
                wait = math.ceil(recent[0] + 1 - moment) or 1
                raise Refusal(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
        for key in {0, chat_id}:
            self._sent[key].append(moment)


def _usual_bot(bot_id: int, username: str) -> dict[str, Any]:
    may = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}
    return {"id": bot_id, "is_bot": True, "first_name": "Сапар", "username": username} | may


class StandIn:
    """The Bot API with its rules, a record of every call, and failures on demand."""

    def __init__(
        self, token: str = TOKEN, *, username: str = "sapar_demo_bot", open_house: bool = False,
        keep_calls: int | None = None, keep_messages: int | None = None, limits: Limits | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:  # fmt: skip
        """Make an empty Telegram with one bot.

        open_house: any unknown positive chat_id is a person who has started the bot (for load tests).
        keep_calls, keep_messages (per chat): how many to remember, None for all. now: the clock, in UTC.
        """
        bot_id = int(token.partition(":")[0])
        chats = Chats(bot_id, open_house=open_house, keep_messages=keep_messages)
        self.token = token
        self.world = World(_usual_bot(bot_id, username), chats, now)
        self.log = CallLog(keep_calls)
        self.faults = Faults()
        self.limits = limits
        self.latency: float | Callable[[], float] = 0.0

    @property
    def me(self) -> dict[str, Any]:
        """Return the bot's account."""
        return self.world.bot

    async def call(self, method: str, params: Mapping[str, Any], files: Mapping[str, bytes] = NO_FILES) -> Answer:
        """Carry out a method and return the HTTP status and the JSON answer.

        Nested objects may come as objects or as JSON strings; a file is meant by `attach://name`, or by its
        parameter's own name. Raises ConnectionLost when lose_next asked for it.
        """
        delay = self.latency() if callable(self.latency) else self.latency
        if delay:
            await asyncio.sleep(delay)
        status, chat_id = 0, None
        try:
            params = decode(params)
            chat_id = self._chat_of(params)
            answer = await self._carry_out(method, Given(params, files), chat_id)
            status = answer[0]
        except Refusal as refusal:
            status = refusal.status
            answer = status, _refused(refusal)
        finally:
            self.log.add(Call(method, params, self.world.now(), status, chat_id))
        return answer

    async def _carry_out(self, method: str, given: Given, chat_id: int | None) -> Answer:
        fault = self.faults.take(method, chat_id)
        if fault is not None and not fault.after:
            fault.strike()
        run = METHODS.get(method.lower())
        if run is None:
            raise Refusal(404, "Not Found")
        if self.limits is not None and chat_id is not None and method.startswith(("send", "copy", "forward")):
            self.limits.check(chat_id, asyncio.get_running_loop().time())
        result = run(self.world, given)
        if inspect.isawaitable(result):
            result = await result
        if fault is not None:
            fault.strike()
        return 200, {"ok": True, "result": result}

    def _chat_of(self, params: Mapping[str, Any]) -> int | None:
        try:
            return self.world.chats.find(str(params.get("chat_id") or "")).id
        except Refusal:
            return None

    def fail_next(
        self, status: int, *, description: str = "", retry_after: int | None = None, times: int = 1,
        method: MethodName | None = None, chat_id: int | None = None,
    ) -> None:  # fmt: skip
        """Let the next call (or `times` calls; of this method, to this chat) fail with this HTTP status."""
        name = None if method is None else name_of(method)
        self.faults.add(Fault(status, description, retry_after, times, name, chat_id))

    def lose_next(
        self, *, times: int = 1, method: MethodName | None = None, chat_id: int | None = None, after: bool = False
    ) -> None:
        """Break the connection of the next call; after: when the work is done and only the answer is lost."""
        name = None if method is None else name_of(method)
        self.faults.add(Fault(0, times=times, method=name, chat_id=chat_id, after=after))

    def block(self, user_id: int) -> None:
        """Let a person block the bot without an update; `Person.block_bot` sends one too."""
        self.world.chats.accounts[user_id].blocked = True

    def unblock(self, user_id: int) -> None:
        """Let a person have the bot back."""
        self.world.chats.accounts[user_id].blocked = False

    def deactivate(self, user_id: int) -> None:
        """Let a person's account be deleted."""
        self.world.chats.accounts[user_id].deactivated = True

    def add_person(self, user_id: int, first_name: str = "", *, language: str = "ru", started: bool = True) -> None:
        """Add a person who only receives; `Town.person` makes one who also acts."""
        name = first_name or f"Person {user_id}"
        user = {"id": user_id, "is_bot": False, "first_name": name, "language_code": language}
        self.world.chats.add_account(user, started=started)

    @property
    def calls(self) -> list[Call]:
        """Return every call so far, oldest first."""
        return self.log.all

    def calls_of(self, method: MethodName) -> list[Call]:
        """Return the calls of one method, oldest first."""
        return self.log.of(method)

    def last(self, method: MethodName) -> Call:
        """Return the latest call of a method, named or as aiogram's class; LookupError when there was none."""
        calls = self.log.of(method)
        if not calls:
            latest = [call.method for call in self.calls[-10:]]
            raise LookupError(f"{name_of(method)} was not called; the last calls were {latest}")
        return calls[-1]

    def sent_to(self, chat_id: int) -> list[Call]:
        """Return the calls that delivered something to this chat, oldest first."""
        return self.log.sent_to(chat_id)


def _refused(refusal: Refusal) -> dict[str, Any]:
    answer: dict[str, Any] = {"ok": False, "error_code": refusal.status, "description": refusal.description}
    return answer | ({"parameters": refusal.parameters} if refusal.parameters else {})


__all__ = ["TOKEN", "ConnectionLost", "Limits", "StandIn"]
