"""Plain text out of what feeds hold: no tags, no control characters, bounded."""

import html
import re
import unicodedata
from datetime import UTC, date, datetime

LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_LINK = 300, 1500, 1000
_HIDDEN = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_DAY_IN_ADDRESS = re.compile(r"(?<!\d)(20\d\d)[-/_.](\d{1,2})[-/_.](\d{1,2})(?!\d)")


def plain(text: object, limit: int) -> str:
    """Return text without markup, in one line, cut at a limit; empty for what is no text."""
    if not isinstance(text, str):
        return ""
    text = _TAG.sub(" ", _HIDDEN.sub(" ", text[: limit * 20]))
    text = html.unescape(html.unescape(text))  # many feeds escape twice
    text = _TAG.sub(" ", text)
    text = "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in text if _shows(char))
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def link_of(text: object) -> str:
    """Return a web address, empty for anything else."""
    if not isinstance(text, str):
        return ""
    text = text.strip()
    good = text.startswith(("http://", "https://")) and len(text) <= LONGEST_LINK
    return text if good and not any(char.isspace() or ord(char) < 32 for char in text) else ""


def day_in(address: str) -> datetime | None:
    """Return the day that an address names (…/2026/03/04/…, …-2026-05-28_en), None when it names none."""
    for year, month, day in _DAY_IN_ADDRESS.findall(address):
        try:
            found = date(int(year), int(month), int(day))
        except ValueError:
            continue
        return datetime(found.year, found.month, found.day, tzinfo=UTC)
    return None


def _shows(char: str) -> bool:
    """Tell whether a character may stand in a message: no marks that turn the direction, no halves of pairs."""
    return unicodedata.category(char) not in ("Cf", "Cs", "Co", "Cn") or char == "\u00ad"
