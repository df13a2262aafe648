"""Tells which part a named place plays, by the words beside it."""

from collections.abc import Callable, Sequence

from bot.domain.question import SCHENGEN
from bot.understanding.mention import Mention
from bot.understanding.reading import Reading
from bot.understanding.suffixes import ABLATIVE, DATIVE, LOCATIVE

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
_SETTLED = frozenset(["poniatno", "iasno", "belgili", "tusinikti"])
"""Said of a place about which nothing is to be asked any more."""
_SAID = frozenset(["skazal", "skazala", "napisal", "napisala", "depin", "dedim", "jazipin", "aitipin"])
_BESIDE = frozenset(["riadom", "vozle", "okolo", "nedaleko", "graniCit", "near"])
_BESIDE_IT = frozenset(["janindagi", "kasindagi", "manindagi", "irgesindegi"])
_GO = ("ed", "poed", "let", "polet", "poleC", "leC", "sobira", "hoCu", "hotim")
_BETWEEN = _PREPOSITIONS | {"prosto", "tolko", "just", "only"}
EXCEPT = frozenset(["krome", "pomimo", "eksept", "except", "isklucaia", "iskluchaia", "besides", "minus"])
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
_LOCATIVE = ("и", "е", "ах", "ях")
"""Endings of a Russian name for where one is: «в Черногории», not «в Черногорию»."""
_STAYING = (
    "turam",
    "turip",
    "jurmin",
    "jurmiz",
    "jurgen",
    "okimin",
    "okimiz",
    "okip",
    "okiti",
    "jumis",
    "isteim",
    "jatir",
)
"""Beginnings of Kazakh words for living, studying or working where one is."""
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
    if after.startswith(_NOT_MEANT) or (after.startswith(_ASKED) and _follows("jok", mention.end + 1, reading)):
        return True
    if after == "emes" or (after in ("da", "de") and later == "emes"):
        return not reading.tokens[mention.end].gap.strip()
    if before in _NOT or (before in _BETWEEN and earlier in _NOT):
        said_no = before == "net" and not reading.tokens[mention.start].gap.isspace()  # «нет-нет, Гвинея-Бисау»
        return after != "li" and not said_no
    if after in _NOT and later in ("nado", "nujno", "nujna") and before in _ABOUT:
        return True
    if later in _NOT and key_at(reading, mention.end + 2).startswith(_NOT_ASKED):
        return True
    if after in _NOT and later.startswith((*_NOT_ASKED, "nujn")) and _is_needed(others, reading):
        return True
    if after in _NOT and later.startswith(("interes", "nado", "kasa", "predl")):
        return not reading.has("need") or later.startswith("interes")
    return (
        _is_confused(mention, reading)
        or _is_settled(mention, reading, others)
        or _is_landmark(mention, reading, others)
        or _is_given_up(mention, reading, others)
        or _is_misspoken(mention, reading, others)
    )


def _is_confused(mention: Mention, reading: Reading) -> bool:
    """«Не путать с Австрией», «с Австрией не путайте»."""
    before, earlier = key_at(reading, mention.start - 1), key_at(reading, mention.start - 2)
    if key_at(reading, mention.end) in _NOT and key_at(reading, mention.end + 1).startswith("puta"):
        return before in ("s", "so")
    return earlier in ("putat", "otliCie", "spulai") and before in ("s", "so", "ot")


def _is_landmark(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    """«Гайана, та, что рядом с Суринамом»: only tells where the other lies."""
    before, earlier = key_at(reading, mention.start - 1), key_at(reading, mention.start - 2)
    beside = before in _BESIDE or (before == "s" and earlier in _BESIDE) or key_at(reading, mention.end) in _BESIDE_IT
    return beside and any(other.start < mention.start for other in others)


def _is_given_up(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    """«В Непал не едем, теперь Бангладеш»."""
    after, later = key_at(reading, mention.end), key_at(reading, mention.end + 1)
    return (
        after in _NOT
        and later.startswith(_GO)
        and key_at(reading, mention.start - 1) in _PREPOSITIONS
        and any(other.start > mention.end for other in others)
    )


def _is_misspoken(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    """«Сказал Словакия, имел в виду Словения», «Словакия деппін ғой, Словения болатын»."""
    said = key_at(reading, mention.start - 1) in _SAID or key_at(reading, mention.end) in _SAID
    return said and any(other.start > mention.start for other in others)


def _is_settled(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    """«В Россию понятно, а в Беларусь?»."""
    return bool(others) and (key_at(reading, mention.start - 1) in _SETTLED or key_at(reading, mention.end) in _SETTLED)


def _follows(beginning: str, index: int, reading: Reading) -> bool:
    return any(key_at(reading, at).startswith(beginning) for at in (index, index + 1))


def _is_needed(others: Sequence[Mention], reading: Reading) -> bool:
    """«Австралия не нужна, Австрия нужна»."""
    return any(key_at(reading, other.end).startswith(("nujn", "nado", "inter")) for other in others)


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
    directed = [other for other in others if key_at(reading, other.start - 1) in _PREPOSITIONS or other.case == DATIVE]
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
    return _is_in(mention, reading) and any(_is_wanted(other, reading) for other in others)


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
