"""Finds the concepts of `words` in a message."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.understanding.keys import key
from bot.understanding.tokens import EN, KK, RU, Token
from bot.understanding.typos import budget, distance
from bot.understanding.words import WORDS

_LANGUAGES = (RU, KK, EN)
ALL = RU | KK | EN
DEAREST = 1.2
SMALL = "small"
SHORTEST_NEAR = 5
"""Letters of the shortest word that is recognised with a typing mistake."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a pattern means; languages is a sum of RU, KK, EN."""

    concepts: tuple[str, ...]
    languages: int


Meanings = dict[int, tuple[str, ...]]
"""The concepts of a pattern by language."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Concepts found from the token `start` up to before `end`. cost: of the typing mistakes."""

    start: int
    end: int
    concepts: tuple[str, ...]
    languages: int
    cost: float = 0.0


Pattern = tuple[str, bool]
"""A key, and whether any ending may follow."""


class Lexicon:
    """All patterns, by key."""

    def __init__(self) -> None:
        self._exact: dict[str, Meanings] = {}
        self._prefix: dict[str, Meanings] = {}
        self._phrases: dict[str, dict[tuple[Pattern, ...], Meanings]] = {}
        self._openings: dict[str, dict[tuple[Pattern, ...], Meanings]] = {}
        self._deletes: dict[str, tuple[Pattern, ...]] | None = None
        for concept, languages in WORDS.items():
            for flag, words in zip(_LANGUAGES, languages, strict=True):
                for word in words.split():
                    self._add(word, concept, flag)

    def _add(self, word: str, concept: str, language: int) -> None:
        patterns = [_pattern(part) for part in word.lower().replace("ё", "е").replace("-", "_").split("_") if part]
        if len(patterns) > 1:
            shelves = self._openings if patterns[0][1] else self._phrases
            _note(shelves.setdefault(patterns[0][0], {}).setdefault(tuple(patterns), {}), concept, language)
            return
        stem, is_prefix = patterns[0]
        if is_prefix and stem.endswith("t"):
            _note(self._prefix.setdefault(stem[:-1] + "c", {}), concept, language)  # тс is ц in a key
        if concept == SMALL and not is_prefix and self._means_more(stem, language):
            return
        _note((self._prefix if is_prefix else self._exact).setdefault(stem, {}), concept, language)

    def _means_more(self, key: str, language: int) -> bool:
        """Tell whether a word has a meaning already: it shall not be lost because the word is also common."""
        tables = (self._exact.get(key), *(self._prefix.get(key[:length]) for length in range(len(key), 2, -1)))
        return any(table is not None and language in table for table in tables)

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """Return what is recognised, phrases before words, none overlapping; unknown words are left out."""
        hits: list[Hit] = []
        index = 0
        while index < len(tokens):
            hit = self._at(tokens, index)
            if hit is not None:
                hits.append(hit)
            index = hit.end if hit is not None else index + 1
        return hits

    def _at(self, tokens: Sequence[Token], start: int) -> Hit | None:
        best: Hit | None = None
        for patterns, entry in self._phrases_from(tokens[start].key):
            length = len(patterns)
            if (best is None or length > best.end - start) and _fits(patterns, tokens, start):
                best = Hit(start, start + length, entry.concepts, entry.languages)
        if best is not None:
            return best
        known = self.word(tokens[start].key, tokens[start].languages)
        return None if known is None else Hit(start, start + 1, known.concepts, known.languages)

    @lru_cache(maxsize=8192)  # noqa: B019 the lexicon lives as long as the bot
    def _phrases_from(self, key: str) -> tuple[tuple[tuple[Pattern, ...], Entry], ...]:
        found = list(self._phrases.get(key, {}).items())
        for length in range(1, len(key) + 1):
            found += self._openings.get(key[:length], {}).items()
        return tuple((patterns, entry) for patterns, meanings in found if (entry := _entry(meanings)) is not None)

    @lru_cache(maxsize=8192)  # noqa: B019
    def word(self, key: str, languages: int = ALL) -> Entry | None:
        """Return what a single word means, None when it is unknown; the longest pattern decides.

        languages: those whose letters the word has; «тұр» is not the Russian «тур».
        """
        if (known := _entry(self._exact.get(key), languages)) is not None:
            return known
        for length in range(len(key), 1, -1):
            if (known := _entry(self._prefix.get(key[:length]), languages)) is not None:
                return known
        return Entry((), 0) if key.isdigit() else None

    @lru_cache(maxsize=8192)  # noqa: B019
    def near(self, key: str, languages: int = ALL) -> tuple[float, Entry, int] | None:
        """Return (cost, meaning, letters compared) of the known word that a mistyped one is likeliest to be."""
        if len(key) < SHORTEST_NEAR - 1 or len(key) > 24:
            return None
        best: tuple[float, Entry, int] | None = None
        for typed, (stem, is_prefix) in self._candidates(key):
            cost = distance(typed, stem)
            if cost <= min(budget(len(stem)), DEAREST) and (best is None or cost < best[0]):
                entry = _entry((self._prefix if is_prefix else self._exact).get(stem), languages)
                best = (cost, entry, len(stem)) if entry is not None else best
        return best

    def _candidates(self, key: str) -> list[tuple[str, Pattern]]:
        deletes = self._all_deletes()
        found: dict[tuple[str, Pattern], None] = {}
        for length in range(SHORTEST_NEAR - 1, min(len(key), 13) + 1):
            typed = key[:length]
            for variant in (typed, *_without_one(typed)):
                for pattern in deletes.get(variant, ()):
                    if pattern[1] or length == len(key):
                        found[typed, pattern] = None
        return [(typed, pattern) for typed, pattern in found if OSA.distance(typed, pattern[0], score_cutoff=1) <= 1]

    def _all_deletes(self) -> dict[str, tuple[Pattern, ...]]:
        if self._deletes is None:
            deletes: dict[str, tuple[Pattern, ...]] = {}
            stems = [(stem, False) for stem in self._exact] + [(stem, True) for stem in self._prefix]
            for stem, is_prefix in stems:
                if len(stem) >= SHORTEST_NEAR:
                    for variant in (stem, *_without_one(stem)):
                        deletes[variant] = (*deletes.get(variant, ()), (stem, is_prefix))
            self._deletes = deletes
        return self._deletes


def _pattern(part: str) -> Pattern:
    return key(part.rstrip("*")), part.endswith("*")


def _note(meanings: Meanings, concept: str, language: int) -> None:
    if concept not in meanings.get(language, ()):
        meanings[language] = (*meanings.get(language, ()), concept)


def _entry(meanings: Meanings | None, languages: int = ALL) -> Entry | None:
    if meanings is None:
        return None
    fair = [language for language in meanings if language & languages]
    concepts = dict.fromkeys(concept for language in fair for concept in meanings[language])
    return Entry(tuple(concepts), sum(fair)) if fair else None


def _fits(patterns: tuple[Pattern, ...], tokens: Sequence[Token], start: int) -> bool:
    if start + len(patterns) > len(tokens):
        return False
    for offset, (stem, is_prefix) in enumerate(patterns):
        word = tokens[start + offset].key
        if not (_begins(word, stem) if is_prefix else word == stem):
            return False
    return True


def _begins(word: str, stem: str) -> bool:
    return word.startswith(stem) or (stem.endswith("t") and word.startswith(stem[:-1] + "c"))


def _without_one(word: str) -> list[str]:
    # The first letter is hardly ever mistyped: words that differ there are other words.
    return [word[:index] + word[index + 1 :] for index in range(1, len(word))]
