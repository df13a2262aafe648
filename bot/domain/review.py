"""Looking over destinations: what an edit would change, and which rows need a person's eye."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.destination import Destination
from bot.domain.stay_rule import StayRule, parse_stay_rule

GROWS_OLD_AFTER = timedelta(days=365)

_COLUMNS = tuple(field.name for field in fields(Destination))
_WHAT_PEOPLE_FOLLOW = ("regime", "stay_days", "conditions", "passport_validity_months")

_PHRASES = ("stay_rule", "conditions", "agreement", "notes")


class Concern(StrEnum):
    """Why a row needs a look."""

    OLD = "old"
    CONFLICTING = "conflicting"
    UNSOURCED = "unsourced"


@dataclass(frozen=True, slots=True)
class Difference:
    """What would change for one destination. before: None for a new one. columns: those that differ."""

    before: Destination | None
    after: Destination
    columns: tuple[str, ...]

    @property
    def iso2(self) -> str:
        """Return the destination's code."""
        return self.after.iso2

    @property
    def concerns_travellers(self) -> bool:
        """Tell whether followers should hear of it: another source or date alone is no news.

        Neither is a rule of stay that says in other words what was known: `up to 90 days` beside 90 days.
        """
        return any(column in _WHAT_PEOPLE_FOLLOW for column in self.columns) or self.is_of_stay

    @property
    def is_of_stay(self) -> bool:
        """Tell whether the days or the way they are counted change."""
        return self.before is None or stay_told(self.before) != stay_told(self.after)

    @property
    def is_of_regime(self) -> bool:
        """Tell whether the regime itself changes, so that the lists change."""
        return "regime" in self.columns


def differences(current: Mapping[str, Destination], rows: Iterable[Destination]) -> tuple[Difference, ...]:
    """Return what these rows would change; rows that say the same are left out."""
    found = []
    for after in rows:
        before = current.get(after.iso2)
        if before != after:
            found.append(difference(before, after))
    return tuple(found)


def difference(before: Destination | None, after: Destination) -> Difference:
    """Return the difference of two rows of one destination."""
    return Difference(before, after, _columns_that_differ(before, after))


def concerns(destination: Destination, today: date) -> tuple[Concern, ...]:
    """Return why this row needs a look: last confirmed over a year ago, sources that differ, no source at all."""
    found = []
    if today - destination.confirmed_on > GROWS_OLD_AFTER:
        found.append(Concern.OLD)
    if destination.is_disputed or destination.notes.startswith("CONFLICT"):
        found.append(Concern.CONFLICTING)
    if not destination.source_name or not destination.source_url.startswith(("http://", "https://")):
        found.append(Concern.UNSOURCED)
    return tuple(found)


def stay_told(destination: Destination) -> StayRule | str | None:
    """Return how long one may stay as a card tells it: the rule, its words when it says more, the days alone."""
    if not destination.stay_rule:
        return StayRule(longest=destination.stay_days) if destination.stay_days else None
    return parse_stay_rule(destination.stay_rule) or destination.stay_rule


def stay_contradicts(destination: Destination) -> bool:
    """Tell whether the rule of stay counts other days than the number of days does: a card shows both."""
    rule = parse_stay_rule(destination.stay_rule) if destination.stay_rule else None
    if rule is None or rule.on_visa:
        return False
    return (rule.longest or rule.total) != destination.stay_days


def _columns_that_differ(before: Destination | None, after: Destination) -> tuple[str, ...]:
    if before is None:
        return _COLUMNS
    return tuple(name for name in _COLUMNS if getattr(before, name) != getattr(after, name))


def untranslated(changes: Iterable[Difference], known: Collection[str]) -> tuple[str, ...]:
    """Return the English texts that these changes bring to people and that have no translation, each once."""
    texts = [getattr(change.after, column) for change in changes for column in _PHRASES if column in change.columns]
    said = [text for text in texts if text and text not in known and parse_stay_rule(text) is None]
    return tuple(dict.fromkeys(said))
