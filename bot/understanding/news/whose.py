"""Whose way gets easier or harder: ours, that of both countries' citizens, or somebody else's."""

from enum import Enum

from bot.understanding.news.report import Place, Stretch
from bot.understanding.suffixes import INSTRUMENTAL

_OF = frozenset(["of", "from", "из", "республики", "the", "republic"])
_FOR, _FOR_BEHIND = frozenset(["для", "for"]), "үшін"
_WITH = frozenset(["с", "со", "with", "between", "между"])
_AND_BETWEEN = frozenset(["и", "and", "мен", "пен", "бен", "with", "с", "со"])
_OWNED_BEFORE = ("azamat", "turgin", "tolkujat")
"""Keys of Kazakh words that follow the country's name: «Қазақстан азаматтары»."""
_SPAN = 3
"""Words that «граждан Республики Казахстан» has behind its first."""


class Whose(Enum):
    """Whose visas are spoken of."""

    OURS = "ours"
    BOTH = "both"
    THEIRS = "theirs"
    UNKNOWN = "unknown"


def whose(stretch: Stretch) -> Whose:
    """Return whose visas a text speaks of."""
    if _is_ours(stretch):
        return Whose.OURS
    theirs = _is_theirs(stretch)
    if stretch.has("mutual") or (_is_between(stretch) and not theirs):
        return Whose.BOTH
    return Whose.THEIRS if theirs else Whose.UNKNOWN


def _is_ours(stretch: Stretch) -> bool:
    if stretch.has("kz_people"):
        return True
    if any(_owner(index, stretch) == "KZ" for index in stretch.at("citizen")):
        return True
    return any(_is_included(index, stretch) for index in stretch.at("kz"))


def _is_included(index: int, stretch: Stretch) -> bool:
    """«for Kazakhstan», «including Kazakhstan», «включила Казахстан»."""
    if index in set(stretch.at("kz_at")):
        return False
    before = {stretch.word(index - 1), stretch.word(index - 2) if stretch.word(index - 1) in _OF else ""}
    if not _FOR.isdisjoint(before) or stretch.word(index + 1) == _FOR_BEHIND:
        return True
    near = stretch.part(max(0, index - _SPAN), index + 2)
    return near.has("including", "add") and _named(index + 1, stretch) in ("", "KZ")


def _owner(index: int, stretch: Stretch) -> str:
    """Return whose citizens the word at `index` names: KZ, another's code, or nothing."""
    if stretch.tokens[index].key.startswith(_OWNED_BEFORE):
        return _named(index - 1, stretch)
    for behind in range(index + 1, min(index + 1 + _SPAN, len(stretch.tokens))):
        if (name := _named(behind, stretch)) or stretch.word(behind) not in _OF:
            return name or _named(index - 1, stretch)
    return _named(index - 1, stretch)


def _named(index: int, stretch: Stretch) -> str:
    if not 0 <= index < len(stretch.tokens):
        return ""
    if "kz" in stretch.marks[index] and "kz_at" not in stretch.marks[index]:
        return "KZ"
    if "eu" in stretch.marks[index]:
        return "EU"
    return next((place.code for place in stretch.places if place.start <= index < place.end), "")


def _is_theirs(stretch: Stretch) -> bool:
    if stretch.has("foreigner", "nomad", "kz_at") or any(place.kind == "people" for place in stretch.places):
        return True
    return any(_owner(index, stretch) not in ("", "KZ") for index in stretch.at("citizen"))


def _is_between(stretch: Stretch) -> bool:
    """«Казахстан и Марокко», «соглашение с Катаром», «Қытаймен», «proposes to Pakistan»."""
    return any(_is_partner(place, stretch) for place in stretch.places if place.kind == "country")


def _is_partner(place: Place, stretch: Stretch) -> bool:
    if place.case == INSTRUMENTAL or stretch.word(place.start - 1) in _WITH:
        return True
    if stretch.has("propose", "agree") and (stretch.word(place.start - 1) == "to" or stretch.has("kz", "kz_power")):
        return True
    return any(_is_beside(index, place, stretch) for index in stretch.at("kz"))


def _is_beside(index: int, place: Place, stretch: Stretch) -> bool:
    if "kz_people" in stretch.marks[index]:
        return False
    between = range(index + 1, place.start) if index < place.start else range(place.end, index)
    return len(between) <= 1 and all(stretch.word(at) in _AND_BETWEEN for at in between)
