"""Updates made at random after the Bot API's own types, as aiogram knows them: right, odd, and wrong in places."""

import random
import types
import typing
from datetime import datetime
from functools import cache
from typing import Any

from aiogram.types import TelegramObject, Update
from pydantic.fields import FieldInfo

TEXTS = (
    "Турция", "Түркияға виза керек пе", "/start", "/start TR", "/admin", "/subscribe eu", "/publish", "/виза", "/",
    "/visa@sapar_bot Грузия", "виза", "<b>&", "\x00\u202e\ud83d", "𝔗ü𝔯𝔨𝔢𝔶" * 20, "а" * 4096, "🇹🇷🇰🇿",
    " \n\t", "%s{0}${x}", "0" * 30,
)  # fmt: skip
DATA = (
    "c1:TR:0",
    "l1:f:-:0:0",
    "f1:eu:1:",
    "pb1:confirm:x:",
    "b1:send:1:0",
    "zz",
    "",
    "m1:admin",
    "ds1:open:TR:",
    "😀" * 16,
)
NUMBERS = (0, 1, -1, 7000, 2**31, 2**53, -(10**12), 10**18)
TAGS = ("type", "status", "source")
MOMENTS = (0, 1, 1_790_000_000, 2**31 - 1)
DEEPEST = 5


class Fuzzer:
    """Makes updates of one seed, the same every time."""

    def __init__(self, seed: int) -> None:
        """Start from this seed."""
        self.random = random.Random(seed)
        self.number = 0

    def update(self) -> dict[str, Any]:
        """Return an update of a random kind; one in ten is wrong somewhere."""
        self.number += 1
        kinds = [name for name in Update.model_fields if name != "update_id"]
        weights = [
            12 if name in ("message", "callback_query", "edited_message", "inline_query") else 1 for name in kinds
        ]
        [kind] = self.random.choices(kinds, weights)
        update = {"update_id": self.number, kind: self._value(Update.model_fields[kind].annotation, 0, kind)}
        return self._spoiled(update) if self.random.random() < 0.1 else update

    def _model(self, model: type[TelegramObject], depth: int) -> dict[str, Any]:
        made = {}
        for name, field in _fields(model).items():
            if name == "model_custom_emoji_id" or not self._is_wanted(name, field, depth):
                continue
            tag = name in TAGS and isinstance(field.default, str)  # what tells the members of a union apart
            made[field.alias or name] = _word(field.default) if tag else self._value(field.annotation, depth + 1, name)
        return made

    def _is_wanted(self, name: str, field: FieldInfo, depth: int) -> bool:
        if field.is_required() or (name in TAGS and isinstance(field.default, str)):
            return True
        likely = 0.9 if name in ("text", "data", "from_user", "message", "query", "chat") else 0.12
        return depth < DEEPEST and self.random.random() < likely

    def _value(self, kind: Any, depth: int, name: str) -> Any:
        origin, parts = typing.get_origin(kind), typing.get_args(kind)
        if origin in (typing.Union, types.UnionType):
            parts = tuple(part for part in parts if part is not type(None))
            return self._value(self.random.choice(parts), depth, name)
        if origin is typing.Literal:
            return self.random.choice(parts)
        if origin is typing.Annotated:
            return self._value(parts[0], depth, name)
        if origin is list:
            return [self._value(parts[0], depth + 1, name) for _ in range(self.random.randrange(3))]
        if isinstance(kind, type) and issubclass(kind, TelegramObject):
            return self._model(kind, depth)
        return self._plain(kind, name)

    def _plain(self, kind: Any, name: str) -> Any:
        if kind is bool:
            return self.random.random() < 0.3
        if kind is datetime or name.endswith("date"):
            return self.random.choice(MOMENTS)
        if kind is int:
            return self._number(name)
        if kind is float:
            return self.random.uniform(-180, 180)
        if name == "type":
            return self.random.choice(("private", "group", "supergroup", "channel", "mention", "url", "bot_command"))
        return self.random.choice(DATA if name == "data" else TEXTS)

    def _number(self, name: str) -> int:
        if name == "id":
            return self.random.choice((7000, 1001, 1002, 1003, self.random.randrange(1, 10**10), -100123))
        return self.random.choice(NUMBERS)

    def _spoiled(self, update: dict[str, Any]) -> Any:
        """Put something of the wrong kind into a random place."""
        place: Any = update
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                return update
            key = self.random.choice(keys)
            if not isinstance(place[key], dict | list) or not place[key] or self.random.random() < 0.3:
                place[key] = self.random.choice((None, [], {}, "x", -1, 1e308, True, [[[]]], {"": {}}))
                return update
            place = place[key]


def _word(tag: Any) -> str:
    return str(getattr(tag, "value", tag))


@cache
def _fields(model: type[TelegramObject]) -> dict[str, FieldInfo]:
    return dict(model.model_fields)
