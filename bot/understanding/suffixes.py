"""Kazakh endings on a word's key: «Түркияға» is «Түркия» + the dative."""

from functools import lru_cache
from itertools import product

GENITIVE, DATIVE, ACCUSATIVE, LOCATIVE, ABLATIVE, INSTRUMENTAL = "gen", "dat", "acc", "loc", "abl", "ins"
PEOPLE = "people"
BARE = ""
JOINT = "i"
"""A vowel put before the ending after two consonants: «Омск» + «іге»."""
SHORT = 4
"""Stems up to this many letters take an ending only by the rules of voicing and vowel harmony."""

_PLAIN = {
    GENITIVE: "nin din tin niki diki tiki", DATIVE: "ga ge ka ke", ACCUSATIVE: "ni di ti", LOCATIVE: "da de ta te",
    ABLATIVE: "dan den tan ten nan nen", INSTRUMENTAL: "men ben pen menen penen", BARE: "",
}  # fmt: skip
_OWNED = {
    GENITIVE: "nin", DATIVE: "na ne", ACCUSATIVE: "n", LOCATIVE: "nda nde", ABLATIVE: "nan nen",
    INSTRUMENTAL: "men", BARE: "",
}  # fmt: skip
CASE_ENDINGS = frozenset(form for forms in _PLAIN.values() for form in forms.split())
_PLURALS = ("", "lar", "ler", "dar", "der", "tar", "ter")
_OWNERS = ("i", "si")
_PARTICLES = ("", "ma", "me", "ba", "be", "pa", "pe", "Se", "goi", "koi")
_ADJECTIVES = ("dagi", "degi", "tagi", "tegi", "ndagi", "ndegi")
_PEOPLE = ("lik", "dik", "tik")
_VOICELESS = "kptsSCfhc"
_EITHER = "bvgd"


def _endings() -> dict[str, str]:
    plain = [(plural + form, case) for plural, (case, form) in product(_PLURALS, _each(_PLAIN))]
    owned = [(plural + owner + form, case) for plural, owner, (case, form) in product(_PLURALS, _OWNERS, _each(_OWNED))]
    joined = [(JOINT + form, case) for case, form in _each(_PLAIN) if form]
    adjectives = [(ending, LOCATIVE) for ending in _ADJECTIVES]
    people = [(kind + plural + form, PEOPLE) for kind, plural, (_, form) in product(_PEOPLE, _PLURALS, _each(_PLAIN))]
    endings: dict[str, str] = {}
    for (ending, case), particle in product(plain + owned + joined + adjectives + people, _PARTICLES):
        if ending + particle:
            endings.setdefault(ending + particle, case)
    return endings


def _each(forms: dict[str, str]) -> list[tuple[str, str]]:
    return [(case, form) for case, all_forms in forms.items() for form in all_forms.split() or [""]]


_ENDINGS = _endings()
_LONGEST = max(map(len, _ENDINGS))


@lru_cache(maxsize=20_000)
def splits(key: str) -> tuple[tuple[str, str], ...]:
    """Return the (stem, case) pairs the key may be made of, longest stem first; the whole key is not among them."""
    found: list[tuple[str, str]] = []
    for cut in range(len(key) - 1, max(1, len(key) - _LONGEST), -1):
        stem, rest = key[:cut], key[cut:]
        # In a key doubled letters are one: «Ираннан» is iranan, so the ending may share the stem's last letter.
        for ending in (rest, stem[-1] + rest):
            case = _ENDINGS.get(ending)
            if case is not None and (len(stem) > SHORT or _fits(stem, ending)):
                found.append((stem, case))
    tails = ((key[: -len(tail)], case) for tail, case in _OWNED_TAILS if key.endswith(tail))
    return tuple(found + [(stem, case) for stem, case in tails if stem.endswith(_OWNER)])


_OWNER = "i"
"""What names that own end in: «Араб әмірліктері», «Сауд Арабиясы»."""
_OWNED_TAILS = (
    ("na", DATIVE), ("ne", DATIVE), ("ndagi", LOCATIVE), ("ndegi", LOCATIVE), ("nda", LOCATIVE), ("nde", LOCATIVE),
    ("nan", ABLATIVE), ("nen", ABLATIVE), ("n", ACCUSATIVE),
)  # fmt: skip


def _fits(stem: str, ending: str) -> bool:
    if ending[0] == JOINT and len(ending) > 2:
        return len(stem) > 2 and stem[-1] not in "aeiou" and stem[-2] not in "aeiou"
    if len(stem) < 2 or ending[0] in "is":
        return False
    voiceless = stem[-1] in _VOICELESS
    if stem[-1] not in _EITHER and ending[0] in "gdlbktp" and (ending[0] in "ktp") != voiceless:
        return False
    vowel = next((sign for sign in reversed(stem) if sign in "aeiou"), "i")
    tone = "" if ending[1:3] == "en" else next((sign for sign in ending if sign in "ae"), "")  # мен has no harmony
    return not (tone and vowel in "aeo" and (vowel == "e") != (tone == "e"))
