"""An item as it is read: its words, what they stand for, and the places named."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.domain.watch import Item
from bot.understanding.gazetteer import Gazetteer
from bot.understanding.mention import Mention
from bot.understanding.news.concepts import Concepts, Marks
from bot.understanding.suffixes import LOCATIVE
from bot.understanding.tokens import Token, clean, tokenise

LONGEST_TITLE = 400
WINDOW, STEP = 36, 18
"""Words of a summary that are read together, and from one such stretch to the next."""
MEMBERS = frozenset(
    "AT BE BG CH CZ DE DK EE ES FI FR GR HR HU IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(),  # noqa: SIM905
)
"""The Schengen states: whoever eases their visas eases the EU's. Cyprus and Ireland issue visas of their own."""
_NOT_A_NAME = frozenset(["того", "us"])
_ALSO = {
    "benel": ("BE", "LU", "NL"), "benil": ("BE", "LU", "NL"), "trump": ("US",), "tramp": ("US",), "gosde": ("US",),
}  # fmt: skip
"""Beginnings of the keys of what stands for countries in headlines."""
_ALSO_LETTERS = 5
_AT, _INTO_OR_AT, _FROM = frozenset(["in", "at"]), frozenset(["в", "во", "на"]), frozenset(["из", "from"])
_RUSSIAN_LOCATIVE = ("е", "ии", "ах", "ях")
_US_IS_NONE = frozenset(
    ["to", "for", "with", "of", "from", "by", "about", "join", "tell", "let", "help", "give", "contact", "follow", "on"]
)
"""Words before an "us" that is no country: a text is read without its capitals."""
_BREAK = Token("", "", "", 0, " ")
_WHOLE = 1
"""The lowest rank of what lies in a country."""


class Place(NamedTuple):
    """A country named at a word.

    kind: `country`, `town`, `people` or `adjective`. is_venue: only where something takes place.
    """

    start: int
    end: int
    code: str
    kind: str
    case: str
    is_venue: bool

    def moved(self, by: int) -> "Place":
        """Return the place as it stands in a longer or shorter stretch."""
        return self._replace(start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words read together, what they stand for, and the places among them."""

    tokens: Sequence[Token]
    marks: Marks
    places: tuple[Place, ...]
    concepts: frozenset[str] = field(init=False)
    """What any of the words stands for."""

    def __post_init__(self) -> None:
        """Gather the concepts of all words: nearly every rule asks for some."""
        object.__setattr__(self, "concepts", frozenset().union(*self.marks))

    def has(self, *concepts: str) -> bool:
        """Tell whether any word stands for any of these."""
        return not self.concepts.isdisjoint(concepts)

    def at(self, *concepts: str) -> Iterator[int]:
        """Return the words that stand for any of these."""
        if self.concepts.isdisjoint(concepts):
            return iter(())
        return (index for index, marks in enumerate(self.marks) if not marks.isdisjoint(concepts))

    def is_near(self, ones: Iterable[str], others: Iterable[str], distance: int) -> bool:
        """Tell whether a word for one of the first stands near another word for one of the second."""
        ends = tuple(self.at(*others))
        return any(0 < abs(start - end) <= distance for start in self.at(*ones) for end in ends)

    def word(self, index: int) -> str:
        """Return a word, empty beyond the ends."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def codes(self, *kinds: str, venues: bool = False) -> tuple[str, ...]:
        """Return the codes of the places of these kinds, each once; venues only where wanted."""
        return tuple(dict.fromkeys(p.code for p in self.places if p.kind in kinds and (venues or not p.is_venue)))

    def joined(self, other: "Stretch") -> "Stretch":
        """Return this and another as one, with a break between that is no word."""
        shift = len(self.tokens) + 1
        tokens = (*self.tokens, _BREAK, *other.tokens)
        marks = (*self.marks, frozenset[str](), *other.marks)
        return Stretch(tokens, marks, (*self.places, *(place.moved(shift) for place in other.places)))

    def part(self, start: int, end: int) -> "Stretch":
        """Return the words from `start` up to before `end`."""
        kept = tuple(place.moved(-start) for place in self.places if start <= place.start and place.end <= end)
        return Stretch(self.tokens[start:end], self.marks[start:end], kept)


@dataclass(frozen=True, slots=True)
class Report:
    """An item, read. whole: title and the beginning of the summary. later: the title with each further stretch."""

    is_kazakh: bool
    title: Stretch
    summary: Stretch
    whole: Stretch
    later: tuple[tuple[Stretch, Stretch], ...]


def read(item: Item, concepts: Concepts, gazetteer: Gazetteer) -> Report:
    """Return an item as it is read; what is told of earlier days is left out."""
    title = _stretch(item.title[:LONGEST_TITLE], concepts, gazetteer)
    summary = _stretch(item.summary, concepts, gazetteer)
    told = next(summary.at("background"), len(summary.tokens))
    summary = summary.part(0, told)
    first = summary.part(0, WINDOW)
    starts = range(STEP, max(STEP, told - STEP), STEP) if told > WINDOW else ()
    later = ((stretch := summary.part(start, start + WINDOW), title.joined(stretch)) for start in starts)
    is_kazakh = item.language == "kk" or any(token.is_kazakh for token in title.tokens)
    return Report(is_kazakh, title, first, title.joined(first), tuple(later))


def _stretch(text: str, concepts: Concepts, gazetteer: Gazetteer) -> Stretch:
    tokens = tokenise(clean(text).lower())
    places = tuple(place for mention in gazetteer.find(tokens) for place in _places(mention, tokens))
    groups = (
        Place(index, index + 1, code, "country", "", is_venue=False)
        for index, token in enumerate(tokens)
        for code in _ALSO.get(token.key[:_ALSO_LETTERS], ())
    )
    return Stretch(tokens, concepts.mark(tokens), (*places, *groups))


def _places(mention: Mention, tokens: Sequence[Token]) -> Iterator[Place]:
    word = tokens[mention.start].word
    before = tokens[mention.start - 1].word if mention.start else ""
    if mention.place == "SCHENGEN" or (word in _NOT_A_NAME and (word != "us" or before in _US_IS_NONE)):
        return
    kind = _kind(mention, before)
    is_venue = kind in ("country", "town") and _is_venue(mention, before, word)
    yield Place(mention.start, mention.end, mention.place, kind, mention.case, is_venue)


def _kind(mention: Mention, before: str) -> str:
    rank = mention.names[0].rank
    if rank > _WHOLE:
        return "people" if mention.kind == "person" else mention.kind
    if before in _FROM:
        return "people"  # «туристы из Китая»
    return "town" if rank == _WHOLE else "country"


def _is_venue(mention: Mention, before: str, word: str) -> bool:
    into_or_at = before in _INTO_OR_AT and (mention.names[0].rank == _WHOLE or word.endswith(_RUSSIAN_LOCATIVE))
    return mention.case == LOCATIVE or before in _AT or into_or_at
