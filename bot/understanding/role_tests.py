"""Tells which part a named place plays, by the words beside it."""

from collections.abc import Sequence

from bot.understanding.mention import Mention
from bot.understanding.neighbours import PREPOSITIONS, key_at
from bot.understanding.reading import Reading
from bot.understanding.suffixes import ABLATIVE, DATIVE, LOCATIVE

_THROUGH = frozenset(["cerez", "Cerez", "Crez", "skvoz", "via", "through"])
_I = frozenset(["mne", "ia", "menia", "magan"])
_FROM = frozenset(["iz", "s", "ot", "from", "izo"])
_PERMITS = frozenset(
    ["vizoi", "vizoiu", "vnj", "pmj", "karta", "kartoi", "karti", "grinkarta", "jitelstvo", "rezident"]
)
_HERE = (
    "siju", "jivu", "jivem", "najojus", "nahojus", "nahodimsia", "rabotaiu", "uCus", "uCimsia", "live", "living",
    "turamin",
)  # fmt: skip
_WANT = ("hoCu", "hotim", "hoCet", "zaehat", "sezd", "sletat", "smota", "mahnut", "zaskoC", "zaedem", "zaedu")
"""Beginnings of words after which comes where one wants to go from where one is."""
_BEEN = ("bil", "bival", "ezdil")
_LOCATIVE = ("и", "е", "ах", "ях")
"""Endings of a Russian name for where one is: «в Черногории», not «в Черногорию»."""
_STAYING = (
    "turam", "turip", "jurmin", "jurmiz", "jurgen", "okimin", "okimiz", "okip", "okiti", "jumis", "isteim", "jatir",
    "kolik", "jalga",
)  # fmt: skip
"""Beginnings of Kazakh words for living, studying or working where one is."""
_WITH_ENDINGS = ("ei", "oi", "om", "ami", "em")
_WITH = frozenset(["s", "so", "po", "with"])
_WALKED = frozenset(["arkili", "tranzit", "tranzitpen", "tranzitom", "peresadka"])
_CHANGES = ("auistir",)
"""Beginnings of Kazakh words for changing planes."""


def is_transit(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    before, earlier = key_at(reading, mention.start - 1), key_at(reading, mention.start - 2)
    if before in _THROUGH or key_at(reading, mention.end) in _WALKED:
        return True
    if key_at(reading, mention.end).startswith(_CHANGES) or key_at(reading, mention.end + 1).startswith(_CHANGES):
        return True
    if _is_amid_a_route(mention, reading):
        return True
    stop = reading.concepts.get("transit_word", [])
    near = [index for index in stop if 0 < mention.start - index <= 2 or 0 <= index - mention.end <= 1]
    return bool(near) and earlier != "bez" and before != "bez"


def _is_amid_a_route(mention: Mention, reading: Reading) -> bool:
    """«Алматы-Доха-Кейптаун»: a change of planes on the way from home."""
    tokens, end, first = reading.tokens, mention.end, mention.start - 1
    if first < 0 or end >= len(tokens) or not tokens[mention.start].gap == tokens[end].gap == "-":
        return False
    at_home = first in reading.concepts.get("own_city", ())
    return at_home and any(other.start == end for other in reading.mentions)


def is_origin(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    before = key_at(reading, mention.start - 1)
    if reading.has("compare"):
        return False
    directed = [other for other in others if key_at(reading, other.start - 1) in PREPOSITIONS or other.case == DATIVE]
    if mention.case == ABLATIVE:
        return bool(directed)
    if before == "s" and reading.tokens[mention.end - 1].key.endswith(_WITH_ENDINGS):
        return False
    return before in _FROM and bool(directed or len(others) == 1)


def is_residence(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    near = (key_at(reading, mention.start - 2), key_at(reading, mention.start - 3), key_at(reading, mention.end))
    if any(key in _HERE for key in near) or ("seiCas" in near and not {"mi", "ia"}.isdisjoint(near)):
        return True
    if mention.case == LOCATIVE:
        stays = any(key_at(reading, mention.end + step).startswith(_STAYING) for step in range(2))
        return stays and any(other.case == DATIVE and other.start > mention.start for other in others)
    if not _is_in(mention, reading):
        return False
    been = any(key_at(reading, mention.start - step).startswith(_BEEN) for step in (2, 3))  # «были только в Турции»
    return been or any(_is_wanted(other, reading) for other in others)


def _is_in(mention: Mention, reading: Reading) -> bool:
    name, word = mention.names[0].text.lower(), reading.tokens[mention.end - 1].word
    inside = key_at(reading, mention.start - 1) in ("v", "vo", "na") and word.endswith(_LOCATIVE)
    return inside and name[-1:] != word[-1:]


def _is_wanted(mention: Mention, reading: Reading) -> bool:
    """«Хотим заехать в Албанию»."""
    if key_at(reading, mention.start - 1) not in ("v", "vo", "na") or _is_in(mention, reading):
        return False
    return any(key_at(reading, mention.start - step).startswith(_WANT) for step in (2, 3))


def is_holder(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    """«С американской визой в Мексику»: a visa one has, not one asked about."""
    after, before = key_at(reading, mention.end), key_at(reading, mention.start - 1)
    if after in ("vizasimen", "vizamen"):
        return True
    if after in ("vizasi", "vizam") and key_at(reading, mention.end + 1) == "bar":
        return True
    if before in ("v", "vo") and key_at(reading, mention.start - 2) == "viza" and _has_one(mention, reading):
        return True
    if before == "viza" and key_at(reading, mention.start - 2) in ("menia", "est", "moia", "deistvuet"):
        return True
    if before in _PERMITS or before.startswith("Stamp") or after == "grin":
        return True
    if mention.kind == "adjective" and after.startswith("viz"):
        return key_at(reading, mention.end + 1) in ("est", "bar", "uje", "imeem", "imeiu")  # «американские визы есть»
    return after in ("vizoi", "vizoiu", "vize") and before in _WITH


def _has_one(mention: Mention, reading: Reading) -> bool:
    """Tell whether the visa before a name is one that the person has: «у меня виза в США»."""
    near = {key_at(reading, mention.start - 3), key_at(reading, mention.start - 4), key_at(reading, mention.end)}
    return not near.isdisjoint(("menia", "est", "otkrita", "imeetsia"))


def is_adverb(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    """«Перу мен Колумбияға қатар барамыз»: side by side, not Qatar."""
    return reading.tokens[mention.start].raw == "қатар" and any(other.case == DATIVE for other in others)


def is_seat(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    """«Посольство Ирландии в Москве»: where the office is, not whose."""
    if (
        mention.kind == "adjective"
        or not reading.has("office")
        or key_at(reading, mention.start - 1) not in ("v", "vo", "in")
    ):
        return False
    return any(other.end == mention.start - 1 for other in others)


def is_own_trip(reading: Reading) -> bool:
    """«Муж итальянец, мне виза нужна?»: the foreigner is only who is visited."""
    if reading.has("third_party", "come", "to_own", "in_own", "citizen", "own_city", "to_own_city"):
        return False
    return reading.has("person", "neutral_translit") and any(token.key in _I for token in reading.tokens)
