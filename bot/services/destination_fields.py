"""What may stand in each field of a destination: in the chat as in the file, with a clear reason when it may not."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from bot.domain.destination import Confidence, Destination, MfaGroup, Regime
from bot.domain.stay_rule import parse_stay_rule
from bot.domain.web_address import is_web_address
from bot.services.days import parse_day
from bot.services.event_rules import split_urls

FIELDS = (
    "regime", "stay_days", "stay_rule", "conditions", "passport_validity_months", "agreement", "source_url",
    "source_name", "as_of", "second_source_url", "confidence", "notes", "mfa_group",
)  # fmt: skip
"""What can be changed in the chat, in the order in which it is shown."""

PHRASES = ("stay_rule", "conditions", "agreement", "notes")
"""Fields that hold an English phrase of the table of translations."""
OPTIONAL = (*PHRASES, "stay_days", "passport_validity_months", "second_source_url", "mfa_group")
CHOICES: Mapping[str, type[StrEnum]] = {"regime": Regime, "confidence": Confidence, "mfa_group": MfaGroup}

LONGEST_STAY, LONGEST_VALIDITY = 3650, 120
LONGEST_PHRASE, LONGEST_SOURCE, LONGEST_URLS, LONGEST_REASON = 500, 120, 1000, 300
_NUMBER = re.compile(r"(\d{1,5})(?: *[^\W\d]+)?\.?")
_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@")


class FieldError(ValueError):
    """A value that a field can't hold. key, arguments: the text that says why."""

    def __init__(self, key: str, **arguments: Any) -> None:
        """Take the text's key and its arguments."""
        super().__init__(key)
        self.key, self.arguments = key, arguments


def put(row: Destination, field: str, text: str, today: date) -> Destination:
    """Return the row with this in its field; FieldError when the field can't hold it. Empty text: nothing is known.

    Fields that would contradict it follow: the rule of stay follows the days, the days follow the rule.
    """
    if not text.strip():
        if field not in OPTIONAL:
            raise FieldError("destinations-wrong-empty")
        return _empty(row, field)
    return _PUT[field](row, field, text, today)


def clean(text: str, limit: int) -> str:
    """Return a text in one line; FieldError when it is empty, too long, or nothing that a table should hold."""
    line = " ".join(text.split())
    if not line:
        raise FieldError("destinations-wrong-empty")
    if len(line) > limit:
        raise FieldError("destinations-wrong-long", length=len(line), limit=limit)
    if not line.isprintable() or line.startswith(_RUN_BY_SPREADSHEETS):
        raise FieldError("destinations-wrong-signs")
    return line


def rules_for(days: int | None) -> tuple[str, ...]:
    """Return the usual rules of stay for a number of days."""
    if not days:
        return ()
    window = (f"{days} in 180",) if days < 180 else ()
    return (f"up to {days} days", *window, f"{days} per entry")


def _empty(row: Destination, field: str) -> Destination:
    kind = None if field in ("stay_days", "passport_validity_months", "mfa_group") else ""
    changed = replace(row, **{field: kind})  # type: ignore[arg-type]
    return _with_rule(row, changed) if field == "stay_days" else changed


def _choice(row: Destination, field: str, text: str, today: date) -> Destination:
    try:
        return replace(row, **{field: CHOICES[field](text)})  # type: ignore[arg-type]
    except ValueError:
        raise FieldError("destinations-wrong-choice") from None


def _days(row: Destination, field: str, text: str, today: date) -> Destination:
    return _with_rule(row, replace(row, stay_days=_number(text, LONGEST_STAY)))


def _months(row: Destination, field: str, text: str, today: date) -> Destination:
    return replace(row, passport_validity_months=_number(text, LONGEST_VALIDITY))


def _number(text: str, most: int) -> int:
    match = _NUMBER.fullmatch(" ".join(text.split()))
    if match is None or not 1 <= int(match[1]) <= most:
        raise FieldError("destinations-wrong-number", most=most)
    return int(match[1])


def _with_rule(row: Destination, changed: Destination) -> Destination:
    if row.stay_rule and row.stay_rule == f"up to {row.stay_days} days":
        return replace(changed, stay_rule=f"up to {changed.stay_days} days" if changed.stay_days else "")
    return changed


def _phrase(row: Destination, field: str, text: str, today: date) -> Destination:
    changed = replace(row, **{field: clean(text, LONGEST_PHRASE)})  # type: ignore[arg-type]
    rule = parse_stay_rule(changed.stay_rule) if field == "stay_rule" else None
    if rule is None or rule.on_visa:
        return changed
    return replace(changed, stay_days=rule.longest or rule.total)


def _source_name(row: Destination, field: str, text: str, today: date) -> Destination:
    return replace(row, source_name=clean(text, LONGEST_SOURCE))


def _urls(row: Destination, field: str, text: str, today: date) -> Destination:
    urls = split_urls(text)
    if not urls or not all(map(is_web_address, urls)):
        raise FieldError("destinations-wrong-url")
    return replace(row, **{field: clean(" ; ".join(urls), LONGEST_URLS)})  # type: ignore[arg-type]


def _as_of(row: Destination, field: str, text: str, today: date) -> Destination:
    """Take the date of the source, which was seen today to say so."""
    day = parse_day(text, today)
    if day is None:
        raise FieldError("destinations-wrong-date")
    if day > today:
        raise FieldError("destinations-wrong-ahead")
    return replace(row, as_of=day, confirmed_on=today)


_PUT: Mapping[str, Callable[[Destination, str, str, date], Destination]] = {
    **dict.fromkeys(CHOICES, _choice),
    **dict.fromkeys(PHRASES, _phrase),
    "stay_days": _days,
    "passport_validity_months": _months,
    "source_name": _source_name,
    "source_url": _urls,
    "second_source_url": _urls,
    "as_of": _as_of,
}
