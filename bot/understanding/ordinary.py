"""Words of every day that look or sound like places and are none."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class OrdinaryWords:
    """Words that are no places: not_places look mistyped (keys), not_names sound alike (as written), never in any case.

    beginnings: those of words (keys) that are never mistyped places, whatever their endings.
    """

    not_places: frozenset[str] = frozenset()
    not_names: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()


def read_words(path: Path) -> frozenset[str]:
    """Return the words of a file, one a line."""
    return frozenset(path.read_text(encoding="utf-8").split())
