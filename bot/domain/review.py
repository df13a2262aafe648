"""Looking over destinations: what an edit would change, and which rows need a person's eye."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.destination import Destination

GROWS_OLD_AFTER = timedelta(days=365)

_COLUMNS = tuple(field.name for field in fields(Destination))
_WHAT_PEOPLE_FOLLOW = ("regime", "stay_days", "stay_rule", "conditions", "passport_validity_months")


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
        """Tell whether followers should hear of it: another source or date alone is no news."""
        return any(column in _WHAT_PEOPLE_FOLLOW for column in self.columns)

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
            found.append(Difference(before, after, _columns_that_differ(before, after)))
    return tuple(found)


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


def _columns_that_differ(before: Destination | None, after: Destination) -> tuple[str, ...]:
    if before is None:
        return _COLUMNS
    return tuple(name for name in _COLUMNS if getattr(before, name) != getattr(after, name))
