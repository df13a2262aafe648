"""How wide words are in our fonts, from a table: cutting and shrinking what would not fit."""

import csv
import math
import re
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent.parent / "data" / "fonts"
FAMILY = "Inter"
ELLIPSIS = "…"
STAND_IN = "·"
"""What is drawn for letters that our fonts don't have."""

_EM = 1000


def printable(text: str) -> str:
    """Return the text as our fonts can draw it: other letters become dots, pictures and control characters go."""
    spaced = re.sub(r"[\t\n\r\v\f]+", " ", unicodedata.normalize("NFC", text))
    return "".join(letter if letter in _widths() else _instead(letter) for letter in spaced).strip()


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is. Kerning, which mostly draws letters nearer, is not counted."""
    table = _widths()
    return sum(table.get(letter, table[STAND_IN])[bold] for letter in text) * size / _EM


def fit(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """Return the text, cut with an ellipsis where it is wider than its room."""
    if width(text, size, bold=bold) <= room:
        return text
    for end in range(len(text) - 1, 0, -1):
        short = text[:end].rstrip(" ,.;:–—-") + ELLIPSIS
        if width(short, size, bold=bold) <= room:
            return short
    return ELLIPSIS


def fitting_size(text: str, size: float, room: float, *, least: float, bold: bool = False) -> float:
    """Return the size, or the smaller one, down to the least, at which the text fits its room."""
    wide = width(text, size, bold=bold)
    return size if wide <= room else max(least, math.floor(100 * size * room / wide) / 100)


def wrap(text: str, size: float, room: float, *, lines: int, bold: bool = False) -> tuple[str, ...]:
    """Return the text in at most so many lines; the last is cut where that is not enough."""
    found: list[str] = []
    rest = text.split(" ")
    while rest and len(found) < lines - 1:
        taken = 1
        while taken < len(rest) and width(" ".join(rest[: taken + 1]), size, bold=bold) <= room:
            taken += 1
        found.append(fit(" ".join(rest[:taken]), size, room, bold=bold))
        rest = rest[taken:]
    return (*found, fit(" ".join(rest), size, room, bold=bold)) if rest else tuple(found)


def font_files() -> tuple[Path, ...]:
    """Return the fonts that pictures are drawn with."""
    return tuple(sorted(FONTS.glob("*.otf")))


@cache
def _widths() -> dict[str, tuple[int, int]]:
    with (FONTS / "widths.csv").open(encoding="utf-8", newline="") as file:
        return {chr(int(row["letter"], 16)): (int(row["regular"]), int(row["bold"])) for row in csv.DictReader(file)}


def _instead(letter: str) -> str:
    return STAND_IN if unicodedata.category(letter).startswith(("L", "N")) else ""
