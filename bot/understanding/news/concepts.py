"""Finds the concepts of `words` in a text: which word stands for what."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.understanding.keys import key
from bot.understanding.news.words import WORDS
from bot.understanding.tokens import Token

Marks = tuple[frozenset[str], ...]
"""The concepts of every word of a text."""
SHORTEST_SHARED = 5
"""Letters of the shortest Cyrillic word that is looked for in Latin letters: «ввел» would be "well"."""
FARTHEST = 2
"""Words from one part of a phrase to the next."""
_MELTING = {"t": "c", "i": "e"}
"""Last letters that melt with an ending in a key: тс is c, ие is e."""


class _Table:
    """The words of one alphabet."""

    def __init__(self) -> None:
        self.exact: dict[str, set[str]] = {}
        self.stems: dict[str, set[str]] = {}

    def add(self, concept: str, found: str, *, is_stem: bool) -> None:
        (self.stems if is_stem else self.exact).setdefault(found, set()).add(concept)
        if is_stem and found[-1] in _MELTING:
            self.stems.setdefault(found[:-1] + _MELTING[found[-1]], set()).add(concept)


class Concepts:
    """All words, by key. A Cyrillic word is also found in Latin letters, unless it is too short to be sure of."""

    def __init__(self, words: Mapping[str, str] = WORDS) -> None:
        self._spelt: dict[str, set[str]] = {}
        self._cyrillic, self._latin = _Table(), _Table()
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for concept, all_words in words.items():
            for word in all_words.split():
                self._add(concept, word)
        self._meanings = lru_cache(maxsize=16_384)(self._look_up)

    def _add(self, concept: str, word: str) -> None:
        parts = word.split("_")
        if len(parts) == 1:
            self._add_word(concept, word)
            return
        self._phrases.setdefault(concept, []).append(tuple(parts))
        for part in parts:
            self._add_word("_" + part, part)

    def _add_word(self, concept: str, word: str) -> None:
        if word.startswith("="):
            self._spelt.setdefault(word[1:], set()).add(concept)
            return
        is_stem, found = word.endswith("*"), key(word.rstrip("*"))
        if _is_latin(word) or len(found) >= SHORTEST_SHARED:
            self._latin.add(concept, found, is_stem=is_stem)
        if not _is_latin(word):
            self._cyrillic.add(concept, found, is_stem=is_stem)

    def mark(self, tokens: Sequence[Token]) -> Marks:
        """Return what every word stands for; a phrase is marked at its first word and its last."""
        found = [self._meanings(token.word, token.key) for token in tokens]
        marks = [frozenset(concept for concept in concepts if concept[0] != "_") for concepts in found]
        met: set[str] = set().union(*found)
        for concept, phrases in self._phrases.items():
            for parts in phrases:
                if all("_" + part in met for part in parts):
                    for index in _ends(parts, found):
                        marks[index] |= {concept}
        return tuple(marks)

    def _look_up(self, word: str, key: str) -> frozenset[str]:
        table = self._latin if _is_latin(word) else self._cyrillic
        concepts = self._spelt.get(word, set()) | table.exact.get(key, set())
        for length in range(2, len(key) + 1):
            concepts |= table.stems.get(key[:length], set())
        return frozenset(concepts)


def _is_latin(word: str) -> bool:
    return word[:1] < "\u0400"


def _ends(parts: tuple[str, ...], found: Sequence[frozenset[str]]) -> set[int]:
    """Return the first and last words of every place where the parts follow each other."""
    ends: set[int] = set()
    for start, concepts in enumerate(found):
        if "_" + parts[0] in concepts:
            at = start
            for _, part in pairwise(parts):
                at = next((i for i in range(at + 1, min(at + FARTHEST + 1, len(found))) if "_" + part in found[i]), -1)
                if at < 0:
                    break
            else:
                ends |= {start, at}
    return ends
