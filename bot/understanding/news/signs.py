"""What can be read off a report: concepts of title and summary, places, rounds, months."""

from dataclasses import dataclass

from bot.domain.watch import Item
from bot.understanding.gazetteer import Gazetteer
from bot.understanding.mention import Mention
from bot.understanding.news.concepts import Concept, month_patterns, normal, patterns
from bot.understanding.tokens import clean, tokenise

LONGEST = 700
"""Characters that are read: what matters stands at the beginning."""

UNION_PLACES = frozenset(
    [
        "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT",
        "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "SCHENGEN", "EU",
    ]
)  # fmt: skip
"""With whom a visa is a matter of the Union."""

_ROUNDS = {Concept.FIRST: 1, Concept.SECOND: 2, Concept.THIRD: 3, Concept.FOURTH: 4}


@dataclass(frozen=True, slots=True)
class Signs:
    """What a report speaks of. title: concepts of the title alone; every: of title and summary.

    countries: codes of destinations named themselves; people: of those whose people or adjectives are named.
    rounds, months: numbers that are named.
    """

    title: frozenset[Concept]
    every: frozenset[Concept]
    countries: frozenset[str]
    people: frozenset[str]
    rounds: frozenset[int]
    months: frozenset[int]

    @property
    def members(self) -> frozenset[str]:
        """Return the codes of the Union's states that are named."""
        return (self.countries | self.people) & UNION_PLACES - {"SCHENGEN", "EU"}

    @property
    def speaks_of_visas(self) -> bool:
        """Tell whether visas are the matter, by any of their names."""
        return bool(self.every & {Concept.VISA, Concept.SCHENGEN, Concept.E_PERMIT})

    @property
    def speaks_of_union(self) -> bool:
        """Tell whether the Union is named, or Schengen."""
        return Concept.UNION in self.every or bool((self.countries | self.people) & {"SCHENGEN", "EU"})


def signs_of(item: Item, gazetteer: Gazetteer) -> Signs:
    """Return the signs of a report."""
    title = normal(item.title[:LONGEST])
    whole = normal(f"{item.title}. {item.summary}"[:LONGEST])
    mentions = _mentions(f"{item.title}. {item.summary}"[:LONGEST], gazetteer)
    every = _concepts(whole)
    return Signs(
        title=_concepts(title),
        every=every,
        countries=frozenset(one.place for one in mentions if one.names[0].rank == 0),
        people=frozenset(one.place for one in mentions if one.names[0].rank > 1),
        rounds=frozenset(number for concept, number in _ROUNDS.items() if concept in every and Concept.ROUND in every),
        months=frozenset(n for n, pattern in enumerate(month_patterns(), 1) if pattern.search(whole)),
    )


def _concepts(text: str) -> frozenset[Concept]:
    return frozenset(concept for concept, pattern in patterns().items() if pattern.search(text))


def _mentions(text: str, gazetteer: Gazetteer) -> list[Mention]:
    """Return the places named for certain: no towns, nothing without a capital letter, which headlines always have."""
    tokens = tokenise(clean(text))
    return [
        one
        for one in gazetteer.find(tokens)
        if one.names[0].rank != 1 and len(one.places) == 1 and _is_name(tokens[one.start].raw, one)
    ]


def _is_name(word: str, mention: Mention) -> bool:
    """Tell whether a word is written as a name; adjectives («французский») need no capital."""
    return word[:1].isupper() or (mention.names[0].rank > 1 and not mention.doubtful)
