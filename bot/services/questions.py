"""What was asked, counted; what was not understood, kept for the editors without personal data."""

import re
from dataclasses import dataclass
from typing import Protocol

from bot.domain.language import Language
from bot.domain.question import Intent
from bot.domain.statistics import NOT_UNDERSTOOD
from bot.services.tally import Tally
from bot.understanding.folding import fold

LONGEST = 200
"""Letters of a question that are kept."""

_PERSONAL = (
    (re.compile(r"https?://\S+|www\.\S+|t\.me/\S+"), "‹link›"),
    (re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"), "‹mail›"),
    (re.compile(r"@\w+"), "‹name›"),
    (re.compile(r"(?<!\w)\+?\d[\d\s()-]{5,}\d"), "‹number›"),
    (re.compile(r"\b[A-Za-zА-Яа-я]{0,2}\d{5,}\b"), "‹number›"),
)


class UnansweredStore(Protocol):
    """What this needs of a database."""

    async def note(self, text: str, language: str, fold: str) -> None:
        """Count a question that was not understood. fold: the same for its other spellings."""
        ...


@dataclass(slots=True)
class Unanswered:
    """Counts questions, and keeps those that found no answer."""

    store: UnansweredStore
    tally: Tally

    async def note(self, text: str, language: Language) -> None:
        """Keep a question that was not understood, stripped of what could name a person."""
        self.tally.count(NOT_UNDERSTOOD, language)
        stripped = strip_personal(text)
        if stripped:
            await self.store.note(stripped, language, fold(stripped))

    def answered(self, intent: Intent, language: Language) -> None:
        """Count a question that was answered, and in which language."""
        self.tally.count(intent, language)


def strip_personal(text: str) -> str:
    """Return the text without links, addresses, names of accounts and long numbers, cut short."""
    text = " ".join(text.split())
    for pattern, placeholder in _PERSONAL:
        text = pattern.sub(placeholder, text)
    return text[:LONGEST].strip()
