"""Papers as people type them: «паспорт 15.08.2031», «виза Шенген до 12 марта 2027», «2031 жылғы 15 тамыз»."""

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.question import Question
from bot.domain.reminder import ReminderKind
from bot.understanding import Understanding
from bot.understanding.trips import TripProblem, read_trips

_PASSPORT = re.compile(r"паспорт|төлқұжат|толкужат|\bpassport|\bpasport", re.IGNORECASE)
_WHOLE_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{2}(?!\d)")
_MOST_WORDS = 8
_VISA = re.compile(r"\bвиз|\bvis[ae]|\bviza", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """What was read so far; what is missing is None. problems: days that are none. days: how many dates were seen."""

    kind: ReminderKind | None = None
    place: str | None = None
    expires: date | None = None
    problems: tuple[TripProblem, ...] = ()
    days: int = 0

    def over(self, earlier: "ReadPaper") -> "ReadPaper":
        """Return this with what was said before and is missing in it."""
        return replace(
            self,
            kind=self.kind or earlier.kind,
            place=self.place or earlier.place,
            expires=self.expires or earlier.expires,
        )

    @property
    def names_a_day(self) -> bool:
        """Tell whether the text has days, even wrong ones."""
        return bool(self.days or self.problems)

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing is missing and nothing is wrong."""
        is_placed = self.kind is ReminderKind.PASSPORT or self.place is not None
        return self.kind is not None and is_placed and self.expires is not None and not self.problems

    @property
    def is_nothing(self) -> bool:
        """Tell whether the text named neither a paper nor a place nor a day."""
        return self.kind is None and self.place is None and not self.names_a_day


def sounds_like_paper(text: str) -> bool:
    """Tell whether a message out of the blue may tell of a paper and its last day, and asks nothing; cheap."""
    if "?" in text or len(text.split()) > _MOST_WORDS or _WHOLE_DAY.search(text) is None:
        return False
    return _kind(text) is not None


def read_paper(text: str, understanding: Understanding, today: date) -> ReadPaper:
    """Return the paper of a text; of «12.01–12.03.2027» the last day counts."""
    read = read_trips(text, today, planned=True)
    days = {trip.last for trip in read.trips if trip.last is not None}
    problems = read.problems if any(sign.isdigit() for sign in text) else ()  # «Казахстан» begins like a month
    rest = read.rest if problems or read.trips else text
    place = _place(understanding.understand(rest)) if rest else None
    return ReadPaper(_kind(text), place, days.pop() if len(days) == 1 else None, problems, len(read.trips))


def _kind(text: str) -> ReminderKind | None:
    if _PASSPORT.search(text):
        return ReminderKind.PASSPORT
    return ReminderKind.VISA if _VISA.search(text) else None


def _place(question: Question) -> str | None:
    return question.places[0] if len(question.places) == 1 and not question.ask_back else None
