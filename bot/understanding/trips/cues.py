"""What a message about days wants: to know how many are left, to check a plan, or to tell of trips."""

import re

from bot.understanding.trips.dating import Problem
from bot.understanding.trips.reading import ReadTrips


def _any_of(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


_ASKS = _any_of(
    r"остал|остан|сколько.{0,12}дн|\bбыл[аи]?\b|езди|лимит|калькул",
    r"қалды|қалад|қалған|калды|қанша\s+күн|неше\s+күн|болдым|бардым|болғанмын|days.{0,12}left|how many days",
)
_THERE = _any_of(
    r"остал|остан|\bбыл[аи]?\b|езди|нахо[жд]|\bжив[ую]|\bсиж",
    r"қалды|қалад|қалған|калды|болдым|бардым|жүрмін|тұрмын|\bleft\b",
)
_MISTAKES = (Problem.REVERSED, Problem.IMPOSSIBLE, Problem.TOO_FAR)
_PLANS = _any_of(
    r"можно|мог[ул]|смогу|поех|поед|полет|полеч|\bхо[чт]|план|успе|получит|если",
    r"бара\b|барсам|барға|болады|бола\s+ал|жоспар|ұша|\bcan i\b|\bmay i\b|\bplan",
)
_WAS = _any_of(r"\bбыл[аи]?\b|езди|летал|\bжил[аи]?\b|добав", r"болдым|болғанмын|бардым|барып|тұрдым|\bқос")
_NEVER = _any_of(
    r"нет|не было|не был[аи]?|никогда|ни разу|жоқ|болған жоқ|болған жоқпын|болмадым|барған жоқпын|бармадым|no|never"
)


def asks_days_left(text: str) -> bool:
    """Tell whether a message that came out of the blue may ask how many days are left; cheap, for every message."""
    return any(sign.isdigit() for sign in text) and _ASKS.search(text) is not None


def tells_of_trips(text: str, read: ReadTrips) -> bool:
    """Tell whether what was read of such a message are trips, and not a term or the day of a rule's change."""
    if any(trip.last for trip in read.trips) or any(one.problem in _MISTAKES for one in read.problems):
        return True
    return bool(read.trips) and _THERE.search(text) is not None


def tells_of_past(text: str) -> bool:
    """Tell whether words say that somebody was somewhere."""
    return _WAS.search(text) is not None


def sounds_like_plan(text: str) -> bool:
    """Tell whether days named after an answer are a plan rather than a further trip."""
    return _WAS.search(text) is None and (_PLANS.search(text) is not None or "?" in text)


def was_never_there(text: str) -> bool:
    """Tell whether a person says that there were no trips."""
    return _NEVER.fullmatch(text.strip(" .,!")) is not None
