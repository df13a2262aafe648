"""Who opened the page in Telegram: init data, checked as core.telegram.org/bots/webapps says."""

import hashlib
import hmac
import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl

from bot.services.followers import Visitor

LONGEST = 4096
MOST_FIELDS = 32
LASTS = timedelta(hours=1)
AHEAD = timedelta(minutes=1)
"""How far the clocks of Telegram and of this machine may differ."""
LARGEST_ID = 2**52


class InitDataError(ValueError):
    """The data don't say who is there. reason: `forged` or `stale`."""

    def __init__(self, reason: str) -> None:
        """Take the reason, which the page puts into words."""
        super().__init__(reason)
        self.reason = reason


class Stamp:
    """Knows what Telegram signed with the bot's token."""

    def __init__(self, token: str) -> None:
        """Derive the key of this token; ValueError without one, for then anybody could sign."""
        if not token:
            raise ValueError("init data can't be checked without a token")
        self._key = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()

    def visitor(self, init_data: str, now: datetime) -> Visitor:
        """Return who opened the page; InitDataError when that is not certain or too long ago."""
        fields = _fields(init_data)
        given = fields.pop("hash", "")
        told = "\n".join(f"{key}={fields[key]}" for key in sorted(fields))
        # Headers may hold bytes that are no text: they come as lone surrogates, which nobody signed.
        made = hmac.new(self._key, told.encode(errors="replace"), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(made.encode(), given.encode(errors="replace")):
            raise InitDataError("forged")
        _check_age(fields.get("auth_date", ""), now)
        return _visitor(fields.get("user", ""))


def _fields(init_data: str) -> dict[str, str]:
    if len(init_data) > LONGEST:
        raise InitDataError("forged")
    try:
        pairs = parse_qsl(
            init_data, keep_blank_values=True, strict_parsing=True, errors="strict", max_num_fields=MOST_FIELDS
        )
    except ValueError:
        raise InitDataError("forged") from None
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise InitDataError("forged")
    return fields


def _check_age(auth_date: str, now: datetime) -> None:
    if not re.fullmatch(r"[0-9]{1,12}", auth_date):
        raise InitDataError("forged")
    try:
        age = now - datetime.fromtimestamp(int(auth_date), UTC)
    except (ValueError, OverflowError, OSError):
        raise InitDataError("forged") from None
    if age > LASTS or age < -AHEAD:
        raise InitDataError("stale")


def _visitor(text: str) -> Visitor:
    try:
        user: Any = json.loads(text)
    except (ValueError, RecursionError):
        raise InitDataError("forged") from None
    number = user.get("id") if isinstance(user, dict) else None
    if type(number) is not int or not 0 < number < LARGEST_ID or user.get("is_bot") is True:
        raise InitDataError("forged")
    code = user.get("language_code")
    return Visitor(number, code if isinstance(code, str) else None, user.get("allows_write_to_pm") is True)
