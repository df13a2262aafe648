"""Typed trips read whole: months and years filled in, days checked, what is wrong named."""

from dataclasses import dataclass
from datetime import date

from bot.domain.language import Language
from bot.domain.stay import Trip
from bot.understanding.tokens import KAZAKH_LETTERS
from bot.understanding.trips.dating import Dating, Problem, WrongDaysError
from bot.understanding.trips.months import is_in_passing, last_day_before, with_months
from bot.understanding.trips.pairing import Stretch, stretches
from bot.understanding.trips.scanning import LONGEST, scan

MOST_TRIPS = 60
LONGEST_PART = 60


@dataclass(frozen=True, slots=True)
class TripProblem:
    """A part of the text that is no trip, as it was typed."""

    problem: Problem
    part: str


@dataclass(frozen=True, slots=True)
class ReadTrips:
    """What was read. rest: the text without it. language: the one its words are clearly in."""

    trips: tuple[Trip, ...] = ()
    problems: tuple[TripProblem, ...] = ()
    rest: str = ""
    language: Language | None = None


def may_have_trips(text: str) -> bool:
    """Tell whether a text may name days: it has a digit. Cheap, for every message."""
    return any(sign.isdigit() for sign in text)


def read_trips(text: str, today: date, *, planned: bool = False) -> ReadTrips:
    """Return the trips of a text in its order; no text raises.

    A trip without a year is the latest that has begun by today; if a trip with a year follows it, the latest before
    that one. A planned one is the next that has not ended yet. A trip over New Year needs no year.
    """
    text = text[:LONGEST]
    found = with_months(stretches(scan(text, today)))
    trips: list[Trip] = []
    problems: list[TripProblem] = []
    for index, stretch in enumerate(found):
        try:
            before = last_day_before(found[index + 1 :], today)
            trips.append(Dating(today, before, planned).trip(stretch))
        except WrongDaysError as wrong:
            if len(found) == 1 or not is_in_passing(stretch):
                problems.append(TripProblem(wrong.problem, _part(text, stretch)))
    kept = tuple(dict.fromkeys(trips))[:MOST_TRIPS]
    return ReadTrips(kept, tuple(problems[:MOST_TRIPS]), _rest(text, found), _language(text))


def _part(text: str, stretch: Stretch) -> str:
    return " ".join(text[stretch.start : stretch.end].split())[:LONGEST_PART]


def _rest(text: str, found: list[Stretch]) -> str:
    kept, end = [], 0
    for stretch in found:
        kept.append(text[end : stretch.start])
        end = max(end, stretch.end)
    return " ".join(" ".join([*kept, text[end:]]).split())


def _language(text: str) -> Language | None:
    letters = set(text.lower())
    if not KAZAKH_LETTERS.isdisjoint(letters):
        return Language.KK
    return Language.RU if letters & set("абвгдежзиклмнопрстуфхцчшщъыьэюя") else None
