"""Tells whether a named place is one that is not asked about: ruled out, given up, misspoken, a landmark."""

from collections.abc import Sequence

from bot.domain.question import SCHENGEN
from bot.understanding.mention import Mention
from bot.understanding.neighbours import PREPOSITIONS, key_at
from bot.understanding.reading import Reading
from bot.understanding.suffixes import ABLATIVE

_NOT = frozenset(["ne", "not", "net", "ni"])
_NOT_MEANT = ("aitpaimin", "aitpaim", "suramaimin", "suramaim", "kerekemes", "aitpai", "aitip_turgan_jokpin")
_ASKED = ("suragan", "aitkan", "aitip")
"""«Польшаны сұраған жоқпын»."""
_NOT_ASKED = ("spraSiva", "govor", "sprosil", "imel")
_ABOUT = frozenset(["pro", "o", "ob", "nasCet"])
_SETTLED = frozenset(["poniatno", "iasno", "belgili", "tusinikti"])
"""Said of a place about which nothing is to be asked any more."""
_KNOWN = frozenset(["znaiu", "znaem", "ponial", "poniala", "bilemin", "bilemiz", "tusindim"])
_SAID = frozenset(["skazal", "skazala", "napisal", "napisala", "depin", "dedim", "jazipin", "aitipin"])
_BESIDE = frozenset(["riadom", "vozle", "okolo", "nedaleko", "graniCit", "near"])
_BESIDE_IT = frozenset(
    ["Sektes", "Sekteses", "Sekaralas", "irgeles", "korSi", "janindagi", "kasindagi", "manindagi", "irgesindegi"]
)
_GO = ("ed", "poed", "let", "polet", "poleC", "leC", "sobira", "hoCu", "hotim")
_BETWEEN = PREPOSITIONS | {"prosto", "tolko", "just", "only"}
EXCEPT = frozenset(["krome", "pomimo", "eksept", "except", "isklucaia", "iskluchaia", "besides", "minus"])


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
    if not _BESIDE_IT.isdisjoint((key_at(reading, mention.end), key_at(reading, mention.end + 1))):
        return bool(others)  # «ОАР-мен шектес Лесото»
    beside = before in _BESIDE or (before == "s" and earlier in _BESIDE)
    return beside and any(other.start < mention.start for other in others)


def _is_given_up(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    """«В Непал не едем, теперь Бангладеш»."""
    after, later = key_at(reading, mention.end), key_at(reading, mention.end + 1)
    return (
        after in _NOT
        and later.startswith(_GO)
        and key_at(reading, mention.start - 1) in PREPOSITIONS
        and any(other.start > mention.end for other in others)
    )


def _is_misspoken(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    """«Сказал Словакия, имел в виду Словения», «Словакия деппін ғой, Словения болатын»."""
    said = key_at(reading, mention.start - 1) in _SAID or key_at(reading, mention.end) in _SAID
    return said and any(other.start > mention.start for other in others)


def _is_settled(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    """«В Россию понятно, а в Беларусь?»."""
    after = [key_at(reading, mention.end + step) for step in range(3)]
    known = not _KNOWN.isdisjoint(after) and _NOT.isdisjoint(after)  # «про Иран я всё знаю»
    return bool(others) and (known or key_at(reading, mention.start - 1) in _SETTLED or after[0] in _SETTLED)


def _follows(beginning: str, index: int, reading: Reading) -> bool:
    return any(key_at(reading, at).startswith(beginning) for at in (index, index + 1))


def _is_needed(others: Sequence[Mention], reading: Reading) -> bool:
    """«Австралия не нужна, Австрия нужна»."""
    return any(key_at(reading, other.end).startswith(("nujn", "nado", "inter")) for other in others)
