"""The parameters of a call: strings from forms, objects from JSON, one way to read both."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from bot.playground.errors import bad_request

STRUCTURED = frozenset(
    {
        "allowed_updates", "button", "caption_entities", "commands", "entities", "link_preview_options", "media",
        "menu_button", "message_ids", "reaction", "reply_markup", "reply_parameters", "results", "scope",
    }
)  # fmt: skip
TRUE = ("true", "1", "yes", "y", "on")


@dataclass(frozen=True, slots=True)
class Given:
    """What came with a call. Every reader refuses as Telegram does when a value is of no use."""

    params: Mapping[str, Any]
    files: Mapping[str, bytes] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Tell whether there is a value that is not empty."""
        return self.params.get(name) not in (None, "")

    def text(self, name: str, default: str = "") -> str:
        """Return a string."""
        value = self.params.get(name)
        return default if value is None else str(value)

    def number(self, name: str, default: int = 0) -> int:
        """Return an integer."""
        value = self.params.get(name)
        if value in (None, ""):
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f'parameter "{name}" must be an integer') from None

    def real(self, name: str) -> float:
        """Return a number with a fraction; it must be there."""
        try:
            return float(self.params[name])
        except (KeyError, TypeError, ValueError):
            raise bad_request(f"{name} is wrong or empty") from None

    def flag(self, name: str) -> bool:
        """Return a truth value; an absent one is False."""
        value = self.params.get(name)
        return value if isinstance(value, bool) else str(value or "").strip().lower() in TRUE

    def table(self, name: str) -> dict[str, Any]:
        """Return an object; an absent one is empty."""
        return self._of_type(name, dict, "an Object")  # type: ignore[no-any-return]

    def rows(self, name: str) -> list[Any]:
        """Return an array; an absent one is empty."""
        return self._of_type(name, list, "an Array")  # type: ignore[no-any-return]

    def _of_type(self, name: str, kind: type, called: str) -> Any:
        value = self.params.get(name)
        if value in (None, ""):
            return kind()
        if not isinstance(value, kind):
            raise bad_request(f'parameter "{name}" must be {called}')
        return value


def decode(params: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters with nested JSON parsed and absent ones left out; 400 for broken JSON."""
    return {name: _decoded(name, value) for name, value in params.items() if value is not None}


def _decoded(name: str, value: Any) -> Any:
    if isinstance(value, Enum):  # aiogram's enums are strings whose str() is not their value
        value = value.value
    if name not in STRUCTURED or not isinstance(value, str) or not value:
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None
