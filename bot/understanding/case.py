"""A message as rules see it: what was recognised, and the parts its places play."""

from collections.abc import Callable, KeysView
from dataclasses import dataclass, field
from itertools import pairwise

from bot.domain.question import SCHENGEN, Intent
from bot.understanding.mention import Mention
from bot.understanding.reading import Reading
from bot.understanding.roles import Parts

_VISA = (
    "visa",
    "with_visa",
    "visa_free",
    "barred",
    "evisa",
    "eta",
    "kinds",
    "no_visa_free",
    "work_study",
    "multiple",
    "for_visa",
)
_CONTINENT = ("evropa", "evropu", "evrope", "evropi", "evropo", "europa", "europe", "europamen")
_TONGUE = frozenset(["iazike", "tilde"])
_BOUGHT = ("safari", "kruiz", "svadb", "putev", "ekskurs", "polet", "poezd")
_IF = ("sa", "se", "ca", "ce")
_IN_PERSON = frozenset(["liCno", "lichno", "sam", "sami", "ozim", "ozimiz"])
_JOINING = frozenset(["i", "ili", "libo", "jane", "ne", "nemese", "and", "or", "plius"])
_ONLY = frozenset(["tek", "tolko", "only"])
_FOR = frozenset(["dlia", "na", "for"])
WITHIN = ("da", "de", "ta", "te")
"""Kazakh endings of the place or time within which something is."""
_EUROPE = ("evrop", "europ", "es", "eo", "eu", "eurosoiuz", "evrosoiuz")


@dataclass(slots=True)
class Case:
    """What rules ask of a message.

    places: codes asked about. states: how many of them are single states. eu: Schengen, the EU or Europe is asked
    about; europe: by the name of Europe or the EU; union: by that of the EU; shengen: by the name of the visa.
    visa: a visa is spoken of. off: a topic that is not ours is. strangers: how many words mean nothing to us.
    region: a region of the world is named. length: words of the message.
    """

    reading: Reading
    parts: Parts
    places: tuple[str, ...] = field(init=False)
    states: int = field(init=False)
    eu: bool = field(init=False)
    union: bool = field(init=False)
    europe: bool = field(init=False)
    shengen: bool = field(init=False)
    visa: bool = field(init=False)
    off: bool = field(init=False)
    strangers: int = field(init=False)
    region: bool = field(init=False)
    length: int = field(init=False)
    _found: KeysView[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Work the figures out once."""
        reading = self.reading
        self._found = reading.concepts.keys()
        self.places = self.parts.places
        self.states = sum(place != SCHENGEN for place in self.places)
        self.eu = SCHENGEN in self.places
        self.union = any(self._is_europe(m) and not self._key(m).startswith(_CONTINENT) for m in self.parts.asked)
        self.europe = any(self._is_europe(m) for m in self.parts.asked)
        self.shengen = any(m.place == SCHENGEN and not self._is_europe(m) for m in self.parts.asked)
        named = any(m.place == SCHENGEN and not self._is_europe(m) for m in reading.mentions)
        self.visa = named or reading.has(*_VISA) or any(m.kind == "permit" for m in reading.mentions)
        self.off = any(concept.startswith("off_") for concept in reading.concepts)
        self.strangers = len(reading.unknown)
        self.region = any(concept.startswith("region_") for concept in reading.concepts)
        self.length = len(reading.tokens)

    def has(self, *concepts: str) -> bool:
        """Tell whether any of these concepts was found."""
        return not self._found.isdisjoint(concepts)

    def has_all(self, *concepts: str) -> bool:
        """Tell whether all of these concepts were found."""
        return all(concept in self._found for concept in concepts)

    def starts(self, concept: str, *beginnings: str) -> bool:
        """Tell whether a word of this concept has a key with one of these beginnings."""
        indexes = self.reading.concepts.get(concept, ())
        return any(self.reading.tokens[index].key.startswith(beginnings) for index in indexes)

    @property
    def numbered(self) -> bool:
        """Tell whether a number stands in the message."""
        return any(token.key.isdigit() for token in self.reading.tokens)

    @property
    def visa_needed(self) -> bool:
        """Tell whether it is the visa that is needed or not: «виза керек пе», «нужна ли виза»."""
        concepts = self.reading.concepts
        visas = concepts.get("visa", ())
        return any(0 < abs(need - visa) <= 2 for need in concepts.get("need", ()) for visa in visas)

    def is_only(self, concept: str) -> bool:
        """Tell whether nothing but this is wanted: «тек бағасын айтыңыз», «только цену»."""
        keys = [token.key for token in self.reading.tokens]
        return any(not _ONLY.isdisjoint(keys[max(at - 2, 0) : at]) for at in self.reading.concepts.get(concept, ()))

    @property
    def buys_trip(self) -> bool:
        """Tell whether the price of a trip is asked about: «сафари в Кении стоимость»."""
        return self.has("cost") and not self.visa and self.starts("travel", *_BOUGHT)

    @property
    def is_condition(self) -> bool:
        """Tell whether a Kazakh word says that something would have to happen: «өзгертсе»."""
        return any(token.is_kazakh and token.key.endswith(_IF) for token in self.reading.tokens)

    @property
    def names_tongue(self) -> bool:
        """Tell whether the language one may write in is asked about: «на каком языке с тобой говорить»."""
        keys = [token.key for token in self.reading.tokens]
        return any(first in ("kakom", "kai") and second in _TONGUE for first, second in pairwise(keys))

    @property
    def joins_regimes(self) -> bool:
        """Tell whether several ways to enter are wished for: «без визы или по прилёте», «визасыз не онлайн визамен»."""
        return any(token.key in _JOINING for token in self.reading.tokens) or self.has("or")

    @property
    def in_person(self) -> bool:
        """Tell whether somebody asks if he has to come himself."""
        return any(token.key in _IN_PERSON for token in self.reading.tokens)

    @property
    def through_office(self) -> bool:
        """Tell whether an office is only the way to a visa: «виза через посольство»."""
        keys = [token.key for token in self.reading.tokens]
        offices = self.reading.concepts.get("office", ())
        return any("Cerez" in keys[max(at - 1, 0) : at] or "arkili" in keys[at + 1 : at + 2] for at in offices)

    @property
    def in_own_city(self) -> bool:
        """Tell whether a town of Kazakhstan is named as where something is: «в Алматы», «Астанада»."""
        tokens = self.reading.tokens
        concepts = self.reading.concepts
        if any(tokens[i].key == "v" for i in concepts.get("to_own_city", ())):
            return True
        named = concepts.get("own_city", ())
        return any(tokens[i].key.endswith(WITHIN) or (i > 0 and tokens[i - 1].key == "v") for i in named)

    @property
    def for_visa(self) -> bool:
        """Tell whether something is spoken of that is for a visa: «для немецкой визы», «шенгенге»."""
        if self.has("for_visa"):
            return True
        keys = [token.key for token in self.reading.tokens]
        visas = [*self.reading.concepts.get("visa", ()), *(m.start for m in self.parts.asked if m.place == SCHENGEN)]
        named = {m.start for m in self.reading.mentions}
        before = {index: index - 1 - (index - 1 in named) for index in visas if keys[index] != "viza"}
        return any(first >= 0 and keys[first] in _FOR for first in before.values())

    def _key(self, mention: Mention) -> str:
        return self.reading.tokens[mention.start].key

    def _is_europe(self, mention: Mention) -> bool:
        token = self.reading.tokens[mention.start]
        return mention.place == SCHENGEN and (token.is_flag or token.key.startswith(_EUROPE))


@dataclass(frozen=True, slots=True)
class Rule:
    """name: shown in the trace. weight: the heavier goes first; among equals the first written."""

    weight: int
    intent: Intent
    name: str
    fits: Callable[[Case], bool]
