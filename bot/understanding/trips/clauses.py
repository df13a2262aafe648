"""Clauses of a message that tells of trips and asks about a plan at once: «был 12–20 марта, можно ли 1–20 июля?»."""

import re

from bot.understanding.trips.cues import sounds_like_plan, tells_of_past

_BREAK = re.compile(
    r"(?<=[,;?!\n])|(?<=\.)(?=\s)|(?=\b(?:если|теперь|сейчас|потом|хочу|смогу|могу|можно|енді|ал|егер|if)\b)",
    re.IGNORECASE,
)


def parted(text: str) -> tuple[str, str]:
    """Return what tells of trips and what asks about a plan; a clause that shows neither goes with the one before it.

    Without a plan the text is returned as it is: nothing in it is taken apart in vain.
    """
    told: list[str] = []
    planned: list[str] = []
    to = told
    for clause in _BREAK.split(text):
        if tells_of_past(clause):
            to = told
        elif sounds_like_plan(clause):
            to = planned
        to.append(clause)
    ahead = "".join(planned)
    if not any(sign.isdigit() for sign in ahead) or not any(sign.isdigit() for clause in told for sign in clause):
        return text, ""
    return "".join(told), ahead
