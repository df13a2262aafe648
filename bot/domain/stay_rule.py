"""How the days of a stay are counted, read from the English rule of destinations.csv."""

import re
from dataclasses import dataclass

YEAR = 365


@dataclass(frozen=True, slots=True)
class StayRule:
    """A stay in days.

    longest: longest single stay, None where only a total is given.
    per_entry: whether the source says that a new entry begins a new count.
    total, window: so many days in any so many, None where single stays are the only limit.
    from_first_entry: the window begins with the first entry instead of rolling.
    on_visa: the days are those of a visa (Schengen), shared by all its states.
    """

    longest: int | None = None
    per_entry: bool = False
    total: int | None = None
    window: int | None = None
    from_first_entry: bool = False
    on_visa: bool = False


_UP_TO = re.compile(r"up to (\d+) days")
_YEAR = re.compile(r"1 year per entry")
_FROM_ENTRY = re.compile(r"(\d+) from entry")
_PER_ENTRY = re.compile(r"(\d+) per entry(?:, (\d+) in (\d+) in total)?")
_WINDOW = re.compile(r"(\d+)(?: days)? in (\d+|a year)(,? (?:counted )?from first entry)?")
_VISA = re.compile(r"(\d+) in (\d+) on a short-stay visa, all Schengen states together")


def parse_stay_rule(text: str) -> StayRule | None:
    """Return the rule of an English text, None when it says more than this model holds (show the phrase then)."""
    text = text.strip()
    if match := _UP_TO.fullmatch(text):
        return StayRule(longest=int(match[1]))
    if _YEAR.fullmatch(text):
        return StayRule(longest=YEAR, per_entry=True)
    if match := _FROM_ENTRY.fullmatch(text):
        return StayRule(longest=int(match[1]), per_entry=True)
    if match := _PER_ENTRY.fullmatch(text):
        total, window = (int(match[2]), int(match[3])) if match[2] else (None, None)
        return StayRule(longest=int(match[1]), per_entry=True, total=total, window=window)
    if match := _VISA.fullmatch(text):
        return StayRule(total=int(match[1]), window=int(match[2]), on_visa=True)
    if match := _WINDOW.fullmatch(text):
        window = YEAR if match[2] == "a year" else int(match[2])
        return StayRule(total=int(match[1]), window=window, from_first_entry=bool(match[3]))
    return None
