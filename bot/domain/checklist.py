"""A list of what to take along, which people tick off. What is ticked lives in its buttons and nowhere else."""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.language import Language

MOST_ITEMS = 16
"""Items a list may have: as many as a screen of a phone holds."""

_WORD = re.compile(r"\w+(?:[./]\w+)*")
_SHORT = 2
"""Letters of words that say nothing by themselves."""

_STEM = 4
"""Letters that forms of a longer word share; those of a short one share one less than it has."""


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing to have. place, subject: whose answer it is cut from, and the answer's topic; words: by language."""

    place: str
    subject: str
    words: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Checklist:
    """What to have for a destination, in its order."""

    place: str
    items: tuple[ChecklistItem, ...]

    @property
    def revision(self) -> str:
        """Return four letters that change when the items do: ticks of another list are no ticks of this one."""
        told = "\n".join(item.words[language] for item in self.items for language in sorted(Language))
        return f"{zlib.crc32(told.encode()) & 0xFFFF:04x}"

    @property
    def every(self) -> int:
        """Return the ticks of a list on which nothing is missing."""
        return (1 << len(self.items)) - 1


def is_ticked(ticks: int, place: int) -> bool:
    """Tell whether the item at this place, from 0, is ticked."""
    return bool(ticks >> place & 1)


def toggled(ticks: int, place: int) -> int:
    """Return the ticks with that of one item changed."""
    return ticks ^ 1 << place


def read_ticks(text: str, checklist: Checklist) -> int:
    """Return the ticks that a button carries; ValueError when they can't be of this list."""
    if not re.fullmatch(r"[0-9a-f]{1,4}", text):
        raise ValueError(f"{text!r} is no ticks")
    ticks = int(text, 16)
    if ticks > checklist.every:
        raise ValueError(f"{text!r} ticks more than {len(checklist.items)} items")
    return ticks


def is_said(words: str, text: str) -> bool:
    """Tell whether every word of an item stands in the text it is cut from, in whatever ending; numbers exactly.

    So an item goes when the fact behind it does.
    """
    known = set(_words(text))
    return all(word in known or any(_is_form(word, other) for other in known) for word in _words(words))


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.lower().replace("ё", "е")) if len(word) > _SHORT or word.isdigit()]


def _is_form(word: str, other: str) -> bool:
    if any(letter.isdigit() for letter in word):
        return False
    length = _STEM if len(word) > _STEM else 3
    return word[:length] == other[:length]
