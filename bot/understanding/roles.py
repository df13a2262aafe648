"""What part a named place plays: asked about, ruled out, passed through, come from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.question import SCHENGEN
from bot.understanding.mention import Mention, Name
from bot.understanding.reading import Reading
from bot.understanding.suffixes import ABLATIVE, DATIVE

MOST_PLACES = 10
MOST_MENTIONS = 20
_NOT = frozenset(["ne", "not", "net", "ni"])
_PREPOSITIONS = frozenset(
    [
        "v",
        "vo",
        "na",
        "po",
        "pro",
        "o",
        "ob",
        "iz",
        "s",
        "so",
        "k",
        "ko",
        "do",
        "dlia",
        "dlya",
        "in",
        "to",
        "for",
        "about",
        "of",
        "the",
    ]
)
_NOT_MEANT = ("aitpaimin", "aitpaim", "suramaimin", "suramaim", "kerekemes", "aitpai", "aitip_turgan_jokpin")
_ABOUT = frozenset(["pro", "o", "ob", "nasCet"])
_BETWEEN = _PREPOSITIONS | {"prosto", "tolko", "just", "only"}
_EXCEPT = frozenset(["krome", "pomimo", "eksept", "except", "isklucaia", "iskluchaia", "besides", "minus"])
_THROUGH = frozenset(["cerez", "Cerez", "Crez", "skvoz", "via", "through"])
_FROM = frozenset(["iz", "s", "ot", "from", "izo"])
_HERE = (
    "siju",
    "jivu",
    "jivem",
    "najojus",
    "nahojus",
    "nahodimsia",
    "rabotaiu",
    "uCus",
    "uCimsia",
    "live",
    "living",
    "turamin",
)
_WITH_ENDINGS = ("ei", "oi", "om", "ami", "em")
_WITH = frozenset(["s", "so", "po", "with"])
_VISA_NEXT = ("viz", "vis", "posolstv", "konsulstv", "center", "centr", "ambasad", "elSilig", "konsuldik", "embasy")
_PEOPLE_NEXT = ("pasport", "student", "turist", "grajdan", "rabotnik", "biznesmen", "sportsmen", "druz", "drug", "gost")
_ACTS = ("pusk", "vpusk", "daiut", "trebu", "prosiat", "vidaiut")
_WALKED = frozenset(["arkili", "tranzit", "tranzitpen", "tranzitom", "peresadka"])
_CHANGES = ("auistir",)
"""Beginnings of Kazakh words for changing planes."""

_TOWARDS = frozenset(["k", "ko", "u"])

Test = Callable[[Mention, Reading, Sequence[Mention]], bool]


@dataclass(slots=True)
class Parts:
    """The places of a message by their part, each once, in order of mention."""

    asked: list[Mention] = field(default_factory=list)
    excluded: list[Mention] = field(default_factory=list)
    transit: list[Mention] = field(default_factory=list)
    people: list[Mention] = field(default_factory=list)
    trace: list[str] = field(default_factory=list)

    @property
    def places(self) -> tuple[str, ...]:
        """Return the codes asked about."""
        return tuple(dict.fromkeys(mention.place for mention in self.asked))[:MOST_PLACES]

    @property
    def passed(self) -> tuple[str, ...]:
        """Return the codes passed through on the way."""
        return tuple(dict.fromkeys(m.place for m in self.transit if m.place not in self.places))


def assign(reading: Reading) -> Parts:
    """Return the parts that the named places play."""
    parts = Parts()
    reading.mentions = reading.mentions[:MOST_MENTIONS]
    nouns = [mention for mention in reading.mentions if mention.names[0].rank < 2]
    for mention in reading.mentions:
        if mention.kind == "person":
            _place_person(parts, mention, nouns, reading)
        elif mention.kind in ("adjective", "people"):
            _place_adjective(parts, mention, nouns, reading)
        else:
            parts.asked.append(mention)
    parts.asked.sort(key=lambda mention: mention.start)
    _tell_states_from_namesakes(parts, reading)
    _tell_the_union_from_its_seat(parts, reading)
    if not parts.asked:
        return parts
    _move(parts, reading, "excluded", parts.excluded, _is_excluded)
    if len(parts.asked) < 2:
        return parts
    _move(parts, reading, "transit", parts.transit, _is_transit)
    for name, test in (
        ("origin", _is_origin),
        ("residence", _is_residence),
        ("holder", _is_holder),
        ("seat", _is_seat),
    ):
        _move(parts, reading, name, [], test)
    _drop_schengen(parts, reading)
    return parts


def _place_person(parts: Parts, mention: Mention, nouns: Sequence[Mention], reading: Reading) -> None:
    before = _key(reading, mention.start - 1)
    if before == "kak":
        return
    acts = (
        reading.has("issue_verb")
        or (reading.has("apply") and reading.has("where"))
        or _key(reading, mention.end).startswith(_ACTS)
    )
    if (before in _TOWARDS or acts) and not nouns:
        parts.asked.append(mention)
    else:
        parts.people.append(mention)


def _place_adjective(parts: Parts, mention: Mention, nouns: Sequence[Mention], reading: Reading) -> None:
    after = [_key(reading, mention.end), _key(reading, mention.end + 1)]
    if after[0].startswith(_PEOPLE_NEXT) and mention.place != SCHENGEN:
        parts.people.append(mention)
    elif nouns and all(noun.place != mention.place for noun in nouns) and not reading.has("or", "compare", "better"):
        parts.trace.append(f"kind of visa:{mention.place}")
    elif (
        reading.has("or", "compare", "better")
        or any(key.startswith(_VISA_NEXT) for key in after)
        or (not nouns and reading.has("visa", "visa_free", "office", "kinds", "with_visa", "evisa", "multiple"))
    ):
        parts.asked.append(mention)


def _tell_states_from_namesakes(parts: Parts, reading: Reading) -> None:
    """Georgia beside an American town, or called a state, is the American one."""
    american = any(m.place == "US" for m in parts.asked)
    for mention in [m for m in parts.asked if m.names[0].text == "Georgia"]:
        beside = {_key(reading, mention.start - 1), _key(reading, mention.start - 2), _key(reading, mention.end)}
        if american or beside & {"state", "Stat", "State", "usa", "us"}:
            parts.asked.remove(mention)
            if not american:
                parts.asked.append(Mention(mention.start, mention.end, (_american(mention),)))


def _tell_the_union_from_its_seat(parts: Parts, reading: Reading) -> None:
    """Brussels that simplifies visas is the EU."""
    if reading.has("talks", "simplify", "agreement", "sign", "topics_sure"):
        seats = [m for m in parts.asked if m.place == "BE" and m.kind == "capital"]
        parts.asked = [m for m in parts.asked if m not in seats] + [
            m._replace(names=(replace(m.names[0], place=SCHENGEN),)) for m in seats
        ]


def _american(mention: Mention) -> Name:
    return replace(mention.names[0], place="US", kind="region")


def _move(parts: Parts, reading: Reading, name: str, to: list[Mention], test: Test) -> None:
    """Move the mentions that pass a test away, as long as something is left to ask about."""
    for mention in list(parts.asked):
        others = [other for other in parts.asked if other.place != mention.place]
        before = _key(reading, mention.start - 1)
        sure = name == "excluded" and (before in _EXCEPT or (before == "bez" and mention.place == SCHENGEN))
        if (others or sure) and test(mention, reading, others):
            to.append(mention)
            parts.asked.remove(mention)
            parts.trace.append(f"{name}:{mention.place}")


def _is_excluded(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    before, earlier = _key(reading, mention.start - 1), _key(reading, mention.start - 2)
    after, later = _key(reading, mention.end), _key(reading, mention.end + 1)
    if (
        before in _EXCEPT
        or (before == "bez" and mention.place == SCHENGEN)
        or (after == "baska" and mention.case == ABLATIVE)
    ):
        return True
    if after.startswith(_NOT_MEANT):
        return True
    if after == "emes" and reading.tokens[mention.end].gap.strip() == "":
        return True
    if before in _NOT or (before in _BETWEEN and earlier in _NOT):
        return after != "li"
    if after in _NOT and later.startswith(("interes", "nado", "kasa", "predl")):
        return not reading.has("need") or later.startswith("interes")
    if after in _NOT and later in ("nado", "nujno", "nujna") and before in _ABOUT:
        return True
    if after in _NOT and later.startswith("puta"):
        return before in ("s", "so")
    return earlier in ("putat", "otliCie", "spulai") and before in ("s", "so", "ot")


def _is_transit(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    before, earlier = _key(reading, mention.start - 1), _key(reading, mention.start - 2)
    if before in _THROUGH or _key(reading, mention.end) in _WALKED:
        return True
    if _key(reading, mention.end).startswith(_CHANGES) or _key(reading, mention.end + 1).startswith(_CHANGES):
        return True
    stop = reading.concepts.get("transit_word", [])
    near = [index for index in stop if 0 < mention.start - index <= 2 or 0 <= index - mention.end <= 1]
    return bool(near) and earlier != "bez" and before != "bez"


def _is_origin(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    before = _key(reading, mention.start - 1)
    if reading.has("compare"):
        return False
    directed = [other for other in others if _key(reading, other.start - 1) in _PREPOSITIONS or other.case == DATIVE]
    if mention.case == ABLATIVE:
        return bool(directed)
    if before == "s" and reading.tokens[mention.end - 1].key.endswith(_WITH_ENDINGS):
        return False
    return before in _FROM and bool(directed or len(others) == 1)


def _is_residence(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    near = (_key(reading, mention.start - 2), _key(reading, mention.start - 3), _key(reading, mention.end))
    return any(key in _HERE for key in near) or ("seiCas" in near and not {"mi", "ia"}.isdisjoint(near))


def _is_holder(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    """«С американской визой в Мексику»: a visa one has, not one asked about."""
    after, before = _key(reading, mention.end), _key(reading, mention.start - 1)
    if after in ("vizasimen", "vizamen") or (after == "vizasi" and _key(reading, mention.end + 1) == "bar"):
        return True
    if before in ("vizoi", "vizoiu") or before.startswith("Stamp"):
        return True
    return after in ("vizoi", "vizoiu", "vize") and before in _WITH


def _is_seat(mention: Mention, reading: Reading, others: Sequence[Mention]) -> bool:
    """«Посольство Ирландии в Москве»: where the office is, not whose."""
    if not reading.has("office") or _key(reading, mention.start - 1) not in ("v", "vo", "in"):
        return False
    return any(other.end == mention.start - 1 for other in others)


def _drop_schengen(parts: Parts, reading: Reading) -> None:
    """Beside a named state, «шенген» is the kind of visa."""
    beside = [m for m in parts.asked if m.place == SCHENGEN and _is_alternative(m, reading)]
    if reading.has("compare", "better", "talks", "topics_sure", "agreement") or beside:
        return
    if any(mention.place != SCHENGEN for mention in parts.asked):
        parts.asked = [mention for mention in parts.asked if mention.place != SCHENGEN]


def _is_alternative(mention: Mention, reading: Reading) -> bool:
    for index in reading.concepts.get("or", []):
        beside = [m for m in reading.mentions if m.end == index or 0 < m.start - index <= 2]
        if mention in beside and len(beside) > 1:
            return True
    return False


def _key(reading: Reading, index: int) -> str:
    return reading.tokens[index].key if 0 <= index < len(reading.tokens) else ""
