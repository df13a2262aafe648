"""Tells whose visa is meant: a foreigner's is not our matter."""

from bot.domain.question import SCHENGEN
from bot.understanding.mention import Mention
from bot.understanding.reading import Reading
from bot.understanding.role_tests import is_own_trip
from bot.understanding.roles import Parts
from bot.understanding.suffixes import ABLATIVE

_FOR = frozenset(["dlia", "dla"])
_FROM = frozenset(["iz", "from"])


def about_foreigner(reading: Reading, parts: Parts) -> str | None:
    """Return the rule by which the question is about somebody who is no citizen of Kazakhstan, or None."""
    if reading.has("foreigner") and not reading.has("own"):
        return "foreigner"
    if reading.has("to_own") and not _is_hope(reading, parts):
        return "to_kazakhstan"
    if _is_citizen_elsewhere(reading, parts):
        return "citizen_elsewhere"
    if (
        parts.people
        and not is_own_trip(reading)
        and reading.has("visa", "visa_free", "entry", "stay", "in_own", "come", "countries", "need")
    ):
        return "people"
    others = reading.has("person", "third_party") or any(_is_from(m, reading) for m in reading.mentions)
    if others and reading.has("in_own") and any(_is_from(m, reading) for m in reading.mentions):
        return "guest"
    if others and reading.has("own_city") and reading.has("extension", "registration"):
        return "guest"
    if reading.has("to_own_city") and (others or parts.people) and reading.has("come", "travel"):
        return "guest" if reading.has("come") or any(_is_from(m, reading) for m in reading.mentions) else None
    if reading.has("countries") and any(_before(m, reading) in _FOR and m.place != SCHENGEN for m in parts.asked):
        return "countries_for"
    return None


def _is_hope(reading: Reading, parts: Parts) -> bool:
    """Tell whether others are to lift their visas («Еуроодақ Қазақстанға визаны қашан алып тастайды»)."""
    return SCHENGEN in parts.places and not reading.has("person", "third_party", "citizen")


def _is_citizen_elsewhere(reading: Reading, parts: Parts) -> bool:
    for index in reading.concepts.get("citizen", []):
        for mention in reading.mentions:
            if mention.place != SCHENGEN and (mention.start - 1 == index or mention.end == index):
                return True
    passports = [i for i, token in enumerate(reading.tokens) if token.key.startswith("pasport")]
    return any(m.start - 1 == index and _is_owner(m, reading) for m in parts.asked for index in passports)


def _is_owner(mention: Mention, reading: Reading) -> bool:
    """Tell whether «паспорт Турции» is meant rather than «паспорт, Турция» or a passport for the trip."""
    return not reading.tokens[mention.start].gap.strip() and not mention.exact and mention.case == ""


def _is_from(mention: Mention, reading: Reading) -> bool:
    return _before(mention, reading) in _FROM or mention.case == ABLATIVE


def _before(mention: Mention, reading: Reading) -> str:
    return reading.tokens[mention.start - 1].key if mention.start else ""
