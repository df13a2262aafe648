"""What part a named place plays: asked about, ruled out, passed through, come from."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.domain.question import SCHENGEN
from bot.understanding.exclusions import EXCEPT, is_excluded
from bot.understanding.mention import Mention, Name
from bot.understanding.neighbours import Test, key_at
from bot.understanding.reading import Reading
from bot.understanding.role_tests import is_adverb, is_holder, is_origin, is_own_trip, is_residence, is_seat, is_transit

MOST_PLACES = 10
MOST_MENTIONS = 20
_VISA_NEXT = ("viz", "vis", "posolstv", "konsulstv", "center", "centr", "ambasad", "elSilig", "konsuldik", "embasy")
_PEOPLE_NEXT = (
    "pasport", "student", "turist", "grajdan", "rabotnik", "biznesmen", "sportsmen", "druz", "drug", "gost",
    "azamat", "dosim", "kurdas", "kelin", "jigit", "jumisS", "konagim", "kurbim",
)  # fmt: skip
_ACTS = ("otmeni", "otveCa", "rasmatriva", "prinima", "pusk", "vpusk", "daiut", "trebu", "prosiat", "vidaiut")

_TOWARDS = frozenset(["k", "ko", "u"])


@dataclass(slots=True)
class Parts:
    """The places of a message by their part, each once, in order of mention."""

    asked: list[Mention] = field(default_factory=list)
    excluded: list[Mention] = field(default_factory=list)
    transit: list[Mention] = field(default_factory=list)
    people: list[Mention] = field(default_factory=list)
    trace: list[str] = field(default_factory=list)

    def keep(self, words: range) -> None:
        """Ask only about the places named among these words, where there are some: the others belong to the story."""
        self.asked = [mention for mention in self.asked if mention.start in words] or self.asked

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
    _move(parts, reading, "excluded", parts.excluded, is_excluded)
    _drop_corrected(parts)
    if len(parts.asked) < 2:
        return parts
    _move(parts, reading, "transit", parts.transit, is_transit)
    for name, test in (
        ("origin", is_origin),
        ("residence", is_residence),
        ("holder", is_holder),
        ("seat", is_seat),
        ("adverb", is_adverb),
    ):
        _move(parts, reading, name, [], test)
    _drop_schengen(parts, reading)
    return parts


def _place_person(parts: Parts, mention: Mention, nouns: Sequence[Mention], reading: Reading) -> None:
    before = key_at(reading, mention.start - 1)
    if before == "kak":
        return
    if before == "v" and not nouns:  # «в Белорусь»: nobody goes into people
        parts.asked.append(mention)
        return
    acts = (
        reading.has("issue_verb", "processing_sure")
        or (reading.has("apply") and reading.has("where"))
        or any(key_at(reading, mention.end + step).startswith(_ACTS) for step in range(3))
        or is_own_trip(reading)
    )
    if (before in _TOWARDS or acts) and not nouns:
        parts.asked.append(mention)
    else:
        parts.people.append(mention)


def _place_adjective(parts: Parts, mention: Mention, nouns: Sequence[Mention], reading: Reading) -> None:
    after = [key_at(reading, mention.end), key_at(reading, mention.end + 1)]
    told_of_visa = any(key.startswith(_VISA_NEXT) for key in after)
    alone = mention.kind == "people" and not (told_of_visa or nouns or reading.has("or", "compare", "better"))
    if alone or (after[0].startswith(_PEOPLE_NEXT) and mention.place != SCHENGEN):
        parts.people.append(mention)
    elif after[0].startswith(_VISA_NEXT) and nouns and all(noun.place == SCHENGEN for noun in nouns):
        parts.asked.append(mention)  # «шенген в итальянском консульстве»
    elif nouns and all(noun.place != mention.place for noun in nouns) and not reading.has("or", "compare", "better"):
        parts.trace.append(f"kind of visa:{mention.place}")
    elif (
        reading.has("or", "compare", "better")
        or told_of_visa
        or (not nouns and reading.has("visa", "visa_free", "office", "kinds", "with_visa", "evisa", "multiple"))
    ):
        parts.asked.append(mention)


def _tell_states_from_namesakes(parts: Parts, reading: Reading) -> None:
    """Georgia beside an American town, or called a state, is the American one."""
    american = any(m.place == "US" for m in parts.asked)
    for mention in [m for m in parts.asked if m.names[0].text == "Georgia"]:
        beside = {key_at(reading, mention.start - 1), key_at(reading, mention.start - 2), key_at(reading, mention.end)}
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
        before = key_at(reading, mention.start - 1)
        sure = name == "excluded" and (before in EXCEPT or (before == "bez" and mention.place == SCHENGEN))
        if (others or sure) and test(mention, reading, others):
            to.append(mention)
            parts.asked.remove(mention)
            parts.trace.append(f"{name}:{mention.place}")


def _drop_corrected(parts: Parts) -> None:
    """«На Багамы, нет, не на Багамы, а на Тринидад»: what was said before it was taken back is taken back too."""
    last = {mention.place: mention.start for mention in parts.excluded}
    left = [mention for mention in parts.asked if mention.start > last.get(mention.place, -1)]
    parts.asked = left or parts.asked


def _drop_schengen(parts: Parts, reading: Reading) -> None:
    """Beside a named state, «шенген» is the kind of visa."""
    beside = [m for m in parts.asked if m.place == SCHENGEN and _is_alternative(m, reading)]
    states = sum(mention.place != SCHENGEN for mention in parts.asked)
    if beside or reading.has("talks", "topics_sure", "agreement"):
        return
    if reading.has("compare", "better") and states < 2:
        return
    if states:
        parts.asked = [mention for mention in parts.asked if mention.place != SCHENGEN]


def _is_alternative(mention: Mention, reading: Reading) -> bool:
    for index in reading.concepts.get("or", []):
        beside = [m for m in reading.mentions if m.end == index or 0 < m.start - index <= 2]
        if mention in beside and len(beside) > 1:
            return True
    return False
