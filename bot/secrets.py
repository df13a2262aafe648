"""Keeps secrets out of whatever is written down: logs, error reports, messages of the command line."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote, unquote, urlsplit

MASK = "•••"
SHORTEST = 4
"""Letters; a shorter secret would black out ordinary words. `doctor` warns of those."""

_PATTERNS = (
    (re.compile(r"(?<!\d)\d{5,20}(?::|%3A)[A-Za-z0-9_-]{20,}"), MASK),  # any bot's token, not only ours
    (re.compile(r"(?<=://)([^\s/:@'\"]*):[^\s/@'\"]+(?=@)"), rf"\1:{MASK}"),  # the password in an address
)


class Secrets:
    """Masks known secrets, in every form they may be written in, and what looks like one."""

    def __init__(self, values: Iterable[str] = ()) -> None:
        """Take the values to hide."""
        forms = {form for value in values if len(value) >= SHORTEST for form in _forms(value)}
        longest_first = sorted(forms, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, longest_first))) if forms else None

    def hide(self, text: str) -> str:
        """Return the text with every secret masked."""
        if self._known is not None:
            text = self._known.sub(MASK, text)
        for pattern, replacement in _PATTERNS:
            text = pattern.sub(replacement, text)
        return text

    def hide_deep(self, value: Any) -> Any:
        """Return the value with the secrets in its strings masked, those in containers and keys included."""
        if isinstance(value, str):
            return self.hide(value)
        if isinstance(value, Mapping):
            return {self.hide_deep(key): self.hide_deep(one) for key, one in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self.hide_deep(one) for one in value]
        return value


def token_parts(token: str) -> tuple[str, ...]:
    """Return what of a bot's token is secret: the whole and the half after the colon."""
    return tuple(part for part in (token, token.partition(":")[2]) if part)


def url_parts(url: str) -> tuple[str, ...]:
    """Return the secrets in an address: its password, and for a DSN the key before the @."""
    try:
        parts = urlsplit(url)
        user, password = parts.username, parts.password
    except ValueError:
        return ()
    key = user if parts.scheme in ("http", "https") else None
    return tuple(part for part in (password, key) if part)


def _forms(value: str) -> set[str]:
    return {value, unquote(value), quote(value, safe=""), quote(value), json.dumps(value)[1:-1], repr(value)[1:-1]}
