"""Answers to practical questions."""

from dataclasses import dataclass
from datetime import date

from bot.domain.destination import Confidence
from bot.domain.language import Language
from bot.domain.question import Practical

GENERAL = "GENERAL"
"""The place of answers that hold for every destination."""


@dataclass(frozen=True, slots=True)
class Howto:
    """One answer; column for column a row of howto.csv.

    place: ISO code, SCHENGEN or GENERAL. answers: plain text by language.
    """

    place: str
    practical: Practical
    answers: dict[Language, str]
    source_name: str
    source_url: str
    as_of: date
    confidence: Confidence
