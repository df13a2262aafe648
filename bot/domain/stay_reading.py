"""The English rule of a destination, read into limits that can be computed, or into why it can't be."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.destination import Destination, Regime
from bot.domain.stay_limits import FromFirst, Limit, PerEntry, PerYear, Rolling
from bot.domain.stay_rule import StayRule, parse_stay_rule

MOST_DAYS = 3650
"""Numbers above ten years are no rule of stay."""


class Caution(StrEnum):
    """What an honest answer adds to the numbers."""

    NEW_ENTRY = "new-entry"
    """No source says whether a new entry begins a new count."""
    EXTENSION = "extension"
    """The stay can be extended on the spot."""
    ONE_PLACE = "one-place"
    """It holds at one place of entry only."""
    VISA = "visa"
    """The days are those of a visa, which may have fewer."""


class Why(StrEnum):
    """Why a stay can't be computed."""

    VISA_SAYS = "visa-says"
    NOT_ADMITTED = "not-admitted"
    NOT_STATED = "not-stated"
    SCHENGEN_ENTRY = "schengen-entry"
    """The window begins with an entry into Schengen, not into this country."""
    UNCLEAR_TOTAL = "unclear-total"
    """It is not said whether the days are those of each visit or of all together."""
    OTHER_WORDS = "other-words"
    """An editor's own words, which hold more than numbers."""


@dataclass(frozen=True, slots=True)
class Rule:
    """All of these limits hold at once; none: one may stay as long as one likes."""

    limits: tuple[Limit, ...] = ()
    cautions: frozenset[Caution] = frozenset()


@dataclass(frozen=True, slots=True)
class NotComputable:
    """A stay that can't be computed, and why."""

    reason: Why


_UNLIMITED = re.compile(r"unlimited|no limit")
_IN_A_YEAR = re.compile(r"(?:(\d{1,5}) per entry, )?(\d{1,5})(?: days)? in a calendar year(?: in total)?")
_EXTENDED_ENTRY = re.compile(r"(\d{1,5}) per entry, can be extended .+")
_EXTENDED = re.compile(r"(\d{1,5}) days, can be extended .+")
_AT_ONE_PLACE = re.compile(r"(\d{1,5}) days on arrival at .+")
_INTO_SCHENGEN = re.compile(r".+ first entry into Schengen")
_MANY_ENTRIES = re.compile(r"up to \d+ days, multiple entries .+")


def rule_of(destination: Destination) -> Rule | NotComputable:
    """Return the rule of a destination's row, or why there is none to compute with."""
    if destination.regime is Regime.NOT_ADMITTED:
        return NotComputable(Why.NOT_ADMITTED)
    if destination.stay_rule:
        return read_rule(destination.stay_rule)
    if destination.stay_days and destination.regime is not Regime.VISA_REQUIRED:
        return read_rule(f"up to {destination.stay_days} days")
    return NotComputable(Why.VISA_SAYS if destination.regime is Regime.VISA_REQUIRED else Why.NOT_STATED)


def read_rule(text: str) -> Rule | NotComputable:
    """Return the rule of an English text, or why it is none."""
    text = text.strip()
    if not text:
        return NotComputable(Why.NOT_STATED)
    if _INTO_SCHENGEN.fullmatch(text):
        return NotComputable(Why.SCHENGEN_ENTRY)
    if _MANY_ENTRIES.fullmatch(text):
        return NotComputable(Why.UNCLEAR_TOTAL)
    rule = _of_special_words(text) or _of_stay_rule(parse_stay_rule(text))
    if rule is None or not all(map(_is_sensible, rule.limits)):
        return NotComputable(Why.OTHER_WORDS)
    return rule


def _of_special_words(text: str) -> Rule | None:
    if _UNLIMITED.fullmatch(text):
        return Rule()
    if match := _IN_A_YEAR.fullmatch(text):
        entry = (PerEntry(int(match[1])),) if match[1] else ()
        return Rule((*entry, PerYear(int(match[2]))))
    if match := _EXTENDED_ENTRY.fullmatch(text):
        return Rule((PerEntry(int(match[1])),), frozenset({Caution.EXTENSION}))
    if match := _EXTENDED.fullmatch(text):
        return Rule((PerEntry(int(match[1])),), frozenset({Caution.EXTENSION, Caution.NEW_ENTRY}))
    if match := _AT_ONE_PLACE.fullmatch(text):
        return Rule((PerEntry(int(match[1])),), frozenset({Caution.ONE_PLACE, Caution.NEW_ENTRY}))
    return None


def _of_stay_rule(stay: StayRule | None) -> Rule | None:
    if stay is None:
        return None
    limits: list[Limit] = [PerEntry(stay.longest)] if stay.longest is not None else []
    if stay.total is not None and stay.window is not None:
        limits.append((FromFirst if stay.from_first_entry else Rolling)(stay.total, stay.window))
    cautions = set()
    if stay.on_visa:
        cautions.add(Caution.VISA)
    if stay.longest is not None and not stay.per_entry:
        cautions.add(Caution.NEW_ENTRY)
    return Rule(tuple(limits), frozenset(cautions))


def _is_sensible(limit: Limit) -> bool:
    window = limit.window if isinstance(limit, FromFirst | Rolling) else limit.days
    return 0 < limit.days <= MOST_DAYS and 0 < window <= MOST_DAYS
