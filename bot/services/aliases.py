"""Names that editors add: checked, tried on the question they were missed in, and only then stored."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from bot.domain.facts import ALIAS, PlaceName
from bot.domain.language import Language
from bot.domain.question import Intent, Question
from bot.services.catalogue import Catalogue
from bot.understanding import PlaceName as Known
from bot.understanding import Understanding
from bot.understanding.tokens import clean, tokenise

SHORTEST, LONGEST = 3, 60
MOST_WORDS = 4
MOST_CHOICES = 6
SUGGESTED = 6
_KAZAKH = frozenset("әғқңөұүһі")


class AliasError(ValueError):
    """A name can't be an alias. key: of a text for people; place: whose name it is already, if it is one's."""

    def __init__(self, text: str, key: str, place: str = "") -> None:
        """Take the words for the command line and the key of those for the chat."""
        super().__init__(text)
        self.key, self.place = key, place


class AliasStore(Protocol):
    """What this needs of a database."""

    async def all(self) -> Sequence[PlaceName]:
        """Return every alias, by name."""
        ...

    async def add(self, alias: PlaceName, by: int) -> bool:
        """Store an alias; False when it is there already."""
        ...

    async def remove(self, name: str, iso2: str, by: int) -> bool:
        """Delete an alias; False when there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Aliases:
    """The aliases. understanding: the one at work now, whichever that is."""

    store: AliasStore
    understanding: Callable[[], Understanding]
    catalogue: Callable[[], Catalogue]

    def check(self, name: str, iso2: str) -> PlaceName:
        """Return the alias, tidied; AliasError says why it can't be one."""
        name = " ".join(clean(name).split()).strip(".,!?«»\"' ")
        words = tokenise(name)
        if not SHORTEST <= len(name) <= LONGEST or not 1 <= len(words) <= MOST_WORDS:
            raise AliasError(
                f"{name!r}: {SHORTEST} to {LONGEST} letters, {MOST_WORDS} words at most", "alias-wrong-length"
            )
        if sum(char.isalpha() for char in name) < SHORTEST:
            raise AliasError(f"{name!r} has too few letters", "alias-wrong-letters")
        if iso2 not in self.catalogue().destinations:
            raise AliasError(f"{iso2!r} is no destination", "alias-wrong-place")
        self._refuse_known(name, iso2)
        return PlaceName(iso2, name, language_of(name), ALIAS)

    def _refuse_known(self, name: str, iso2: str) -> None:
        """Refuse what has a meaning already: another place's name, or a word that questions are understood by."""
        found = self.understanding().gazetteer.find(tokenise(clean(name)))
        places = {place for mention in found for place in mention.places}
        if places:
            key = "alias-wrong-own" if iso2 in places else "alias-wrong-taken"
            raise AliasError(f"{name!r} is known already: {', '.join(sorted(places))}", key, min(places))
        question = self.understanding().understand(name)
        if question.understood and question.intent not in (Intent.OUT_OF_SCOPE, Intent.COUNTRY):
            raise AliasError(f"{name!r} is a word of questions: {question.intent}", "alias-wrong-word")

    async def attempt(self, alias: PlaceName, text: str) -> Question:
        """Return how a question would be understood with this alias. It takes a moment: in a thread."""
        names = [Known(*name) for name in self.catalogue().place_names]
        names.append(Known(alias.iso2, alias.name, alias.language, alias.kind))
        tried = await asyncio.to_thread(Understanding.load, names)
        return tried.understand(text)

    def choices(self, text: str) -> tuple[str, ...]:
        """Return the words of a question that may be a name nobody knows, the likeliest first."""
        words = [token.raw for token in tokenise(clean(text)) if not token.is_flag]
        unknown = [self._is_unknown(word) for word in words]
        single = [word for word, strange in zip(words, unknown, strict=True) if strange]
        pairs = [f"{words[i]} {words[i + 1]}" for i in range(len(words) - 1) if unknown[i] and unknown[i + 1]]
        found = [*pairs, *sorted(single, key=len, reverse=True), *sorted(words, key=len, reverse=True)]
        return tuple(dict.fromkeys(word for word in found if SHORTEST <= len(word) <= LONGEST))[:MOST_CHOICES]

    def nearest(self, name: str, language: Language) -> tuple[str, ...]:
        """Return the destinations whose names are most like a name."""
        names = {iso2: self.catalogue().name(iso2, language).casefold() for iso2 in self.catalogue().destinations}
        found = process.extract(name.casefold(), names, scorer=JaroWinkler.normalized_similarity, limit=SUGGESTED)
        return tuple(iso2 for _, _, iso2 in found)

    def place(self, text: str) -> str | None:
        """Return the destination that a text names, None when it names none or several."""
        places = [one for one in self.understanding().understand(text).places if one in self.catalogue().destinations]
        return places[0] if len(places) == 1 else None

    def _is_unknown(self, word: str) -> bool:
        question = self.understanding().understand(word)
        return not question.understood and not question.places


def language_of(name: str) -> str:
    """Return the language a name is written in: `kk` by its letters, `ru` for other Cyrillic, else `translit`."""
    lower = name.casefold()
    if _KAZAKH & set(lower):
        return "kk"
    return "ru" if any("а" <= char <= "я" or char == "ё" for char in lower) else "translit"
