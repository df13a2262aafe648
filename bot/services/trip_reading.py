"""A trip as people tell it: «еду в Турцию 3–15 июля», «шілденің 3-15 Түркияға барамын»."""

import re
from dataclasses import dataclass
from datetime import date

from bot.domain.language import Language
from bot.domain.stay_days import Trip
from bot.understanding import Understanding
from bot.understanding.trips import TripProblem, read_trips

_GOING = re.compile(
    r"\b(?:по|у|вы)?(?:еду|едем|лечу|летим|езжаю|езжаем|летаю|летаем)\b"
    r"|\b(?:бара|ұша|уша|жүре|аттана|кете)(?:мын|мін|мыз|міз|м)\b|\bбарам\b",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\?|нужн|надо\b|можно|сколько|виз|докум|страхов|керек|бола ма|болады|қанша|неше|құжат|сақтандыр", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ReadTrip:
    """What was read. trip: the only one, with its end; None where there is none or several. place: the only one."""

    trip: Trip | None = None
    place: str | None = None
    problems: tuple[TripProblem, ...] = ()
    is_several: bool = False
    language: Language | None = None

    @property
    def names_days(self) -> bool:
        """Tell whether the text has days, even wrong ones."""
        return self.trip is not None or self.is_several or bool(self.problems)


def read_trip(text: str, understanding: Understanding, today: date) -> ReadTrip:
    """Return the trip of a text, which is planned or under way."""
    read = read_trips(text, today, planned=True)
    trips = [trip.closed(trip.first) for trip in read.trips]
    question = understanding.understand(read.rest) if read.rest else None
    place = None
    if question is not None and len(question.places) == 1 and not question.ask_back:
        place = question.places[0]
    problems = read.problems if any(sign.isdigit() for sign in text) else ()  # «Казахстан» begins like a month
    return ReadTrip(trips[0] if len(trips) == 1 else None, place, problems, len(trips) > 1, read.language)


def tells_of_trip(text: str) -> bool:
    """Tell whether a message out of the blue tells of a trip and asks nothing; cheap, for every message."""
    return any(sign.isdigit() for sign in text) and _GOING.search(text) is not None and _ASKING.search(text) is None
