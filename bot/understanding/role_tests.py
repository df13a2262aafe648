"""Tells which part a named place plays, by the words beside it."""

from collections.abc import Callable, Sequence

from bot.domain.question import SCHENGEN
from bot.understanding.mention import Mention
from bot.understanding.reading import Reading
from bot.understanding.suffixes import ABLATIVE, DATIVE

_NOT = frozenset(["ne", "not", "net", "ni"])
_PREPOSITIONS = frozenset([
    "v", "vo", "na", "po", "pro", "o", "ob", "iz", "s", "so", "k", "ko", "do", "dlia", "dlya", "in",
    "to", "for", "about", "of", "the",
])  # fmt: skip
_NOT_MEANT = ("aitpaimin", "aitpaim", "suramaimin", "suramaim", "kerekemes", "aitpai", "aitip_turgan_jokpin")
_ASKED = ("suragan", "aitkan", "aitip")
"""«Польшаны сұраған жоқпын»."""
_NOT_ASKED = ("spraSiva", "govor", "sprosil", "imel")
_ABOUT = frozenset(["pro", "o", "ob", "nasCet"])
_BETWEEN = _PREPOSITIONS | {"prosto", "tolko", "just", "only"}
EXCEPT = frozenset(["krome", "pomimo", "eksept", "except", "isklucaia", "iskluchaia", "besides", "minus"])
_THROUGH = frozenset(["cerez", "Cerez", "Crez", "skvoz", "via", "through"])
_I = frozenset(["mne", "ia", "menia", "magan"])
_FROM = frozenset(["iz", "s", "ot", "from", "izo"])
_HERE = (
    "siju", "jivu", "jivem", "najojus", "nahojus", "nahodimsia", "rabotaiu", "uCus", "uCimsia", "live", "living",
    "turamin",
)  # fmt: skip
_WITH_ENDINGS = ("ei", "oi", "om", "ami", "em")
_WITH = frozenset(["s", "so", "po", "with"])
_WALKED = frozenset(["arkili", "tranzit", "tranzitpen", "tranzitom", "peresadka"])
_CHANGES = ("auistir",)
"""Beginnings of Kazakh words for changing planes."""

Test = Callable[[Mention, Reading, Sequence[Mention]], bool]


def is_excluded(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    before, earlier = key_at(reading, mention.start - 1), key_at(reading, mention.start - 2)
    after, later = key_at(reading, mention.end), key_at(reading, mention.end + 1)
    if (
        before in EXCEPT
        or (before == "kak" and bool(others))
        or (before == "bez" and mention.place == SCHENGEN)
        or (after == "baska" and mention.case == ABLATIVE)
    ):
        return True
    if after.startswith(_NOT_MEANT) or (after.startswith(_ASKED) and later.startswith("jok")):
        return True
    if after == "emes" and reading.tokens[mention.end].gap.strip() == "":
        return True
    if before in _NOT or (before in _BETWEEN and earlier in _NOT):
        return after != "li"
    if after in _NOT and later in ("nado", "nujno", "nujna") and before in _ABOUT:
        return True
    if later in _NOT and key_at(reading, mention.end + 2).startswith(_NOT_ASKED):
        return True
    if after in _NOT and later.startswith((*_NOT_ASKED, "nujn")) and _is_needed(others, reading):
        return True
    if after in _NOT and later.startswith(("interes", "nado", "kasa", "predl")):
        return not reading.has("need") or later.startswith("interes")
    if after in _NOT and later.startswith("puta"):
        return before in ("s", "so")
    return earlier in ("putat", "otliCie", "spulai") and before in ("s", "so", "ot")


def _is_needed(others: Sequence[Mention], reading: Reading) -> bool:
    """«Австралия не нужна, Австрия нужна»."""
    return any(key_at(reading, other.end).startswith(("nujn", "nado", "inter")) for other in others)


def is_transit(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    before, earlier = key_at(reading, mention.start - 1), key_at(reading, mention.start - 2)
    if before in _THROUGH or key_at(reading, mention.end) in _WALKED:
        return True
    if key_at(reading, mention.end).startswith(_CHANGES) or key_at(reading, mention.end + 1).startswith(_CHANGES):
        return True
    stop = reading.concepts.get("transit_word", [])
    near = [index for index in stop if 0 < mention.start - index <= 2 or 0 <= index - mention.end <= 1]
    return bool(near) and earlier != "bez" and before != "bez"


def is_origin(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    before = key_at(reading, mention.start - 1)
    if reading.has("compare"):
        return False
    directed = [other for other in others if key_at(reading, other.start - 1) in _PREPOSITIONS or other.case == DATIVE]
    if mention.case == ABLATIVE:
        return bool(directed)
    if before == "s" and reading.tokens[mention.end - 1].key.endswith(_WITH_ENDINGS):
        return False
    return before in _FROM and bool(directed or len(others) == 1)


def is_residence(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    near = (key_at(reading, mention.start - 2), key_at(reading, mention.start - 3), key_at(reading, mention.end))
    return any(key in _HERE for key in near) or ("seiCas" in near and not {"mi", "ia"}.isdisjoint(near))


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
    if before in ("vizoi", "vizoiu", "vnj", "pmj") or before.startswith("Stamp"):
        return True
    return after in ("vizoi", "vizoiu", "vize") and before in _WITH


def _has_one(mention: Mention, reading: Reading) -> bool:
    """Tell whether the visa before a name is one that the person has: «у меня виза в США»."""
    near = {key_at(reading, mention.start - 3), key_at(reading, mention.start - 4), key_at(reading, mention.end)}
    return not near.isdisjoint(("menia", "est", "otkrita", "imeetsia"))


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


def key_at(reading: Reading, index: int) -> str:
    return reading.tokens[index].key if 0 <= index < len(reading.tokens) else ""
