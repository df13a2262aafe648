"""Finds the concepts of `words` in a message."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bot.understanding.keys import key
from bot.understanding.suffixes import CASE_ENDINGS
from bot.understanding.tokens import EN, KK, RU, Token
from bot.understanding.typos import budget, distance
from bot.understanding.words import WORDS

_LANGUAGES = (RU, KK, EN)
ALL = RU | KK | EN
DEAREST = 1.2
_MELTING = {"t": "c", "i": "e"}
"""Last letters that melt with an ending in a key: тс is c, ие is e."""
SMALL = "small"
_MEASURES = frozenset(["how_many", "days", "when", "countries"])
SHORTEST_SHARED = 4
LONGEST_CODE = 3
"""Letters and digits of a code like B1, which says nothing to us."""
SHORTEST_NEAR = 5
"""Letters of the shortest word that is recognised with a typing mistake."""


class Entry(NamedTuple):
    """What a pattern means; languages is a sum of RU, KK, EN."""

    concepts: tuple[str, ...]
    languages: int


Meanings = dict[int, tuple[str, ...]]
"""The concepts of a pattern by language."""


class Hit(NamedTuple):
    """Concepts found from the token `start` up to before `end`. cost: of the typing mistakes."""

    start: int
    end: int
    concepts: tuple[str, ...]
    languages: int
    cost: float = 0.0


Pattern = tuple[str, bool]
"""A key, and whether any ending may follow."""
_SPOKEN = {"Ce": "Cto", "Co": "Cto", "So": "Cto", "Sto": "Cto", "nada": "nado", "skoka": "skolko", "skoko": "skolko"}
"""Keys of words as they are spoken, and as phrases have them."""


class Lexicon:
    """All patterns, by key."""

    def __init__(self, ordinary: frozenset[str] = frozenset()) -> None:
        """Take the beginnings of ordinary words that look like mistyped ones of ours (not_cues.txt)."""
        self._ordinary = ordinary
        self._exact: dict[str, Meanings] = {}
        self._prefix: dict[str, Meanings] = {}
        self._phrases: dict[str, dict[tuple[Pattern, ...], Meanings]] = {}
        self._openings: dict[str, dict[tuple[Pattern, ...], Meanings]] = {}
        for concept, languages in WORDS.items():
            for flag, words in zip(_LANGUAGES, languages, strict=True):
                for word in words.split():
                    self._add(word, concept, flag)
        self._deletes = self._all_deletes()

    def _add(self, word: str, concept: str, language: int) -> None:
        patterns = [_pattern(part) for part in word.lower().replace("ё", "е").replace("-", "_").split("_") if part]
        if len(patterns) > 1:
            shelves = self._openings if patterns[0][1] else self._phrases
            _note(shelves.setdefault(patterns[0][0], {}).setdefault(tuple(patterns), {}), concept, language)
            return
        stem, is_prefix = patterns[0]
        if is_prefix and stem[-1] in _MELTING:
            _note(self._prefix.setdefault(stem[:-1] + _MELTING[stem[-1]], {}), concept, language)
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
        if start + 1 < len(tokens):
            for patterns, entry in self._phrases_from(_spoken(tokens[start]), _spoken(tokens[start + 1])):
                if _fits(patterns, tokens, start):
                    end = start + len(patterns)
                    return Hit(start, end, self._with_measures(entry.concepts, tokens[start:end]), entry.languages)
        known = self.word(tokens[start].key, tokens[start].languages)
        return None if known is None else Hit(start, start + 1, known.concepts, known.languages)

    def _with_measures(self, concepts: tuple[str, ...], words: Sequence[Token]) -> tuple[str, ...]:
        """Return the concepts of a phrase with the measures its words name: «сколько ждать» also asks how many."""
        entries = (self.word(token.key, token.languages) for token in words)
        named = (concept for entry in entries if entry is not None for concept in entry.concepts)
        return tuple(dict.fromkeys((*concepts, *(concept for concept in named if concept in _MEASURES))))

    @lru_cache(maxsize=16_384)  # noqa: B019 the lexicon lives as long as the bot
    def _phrases_from(self, first: str, second: str) -> tuple[tuple[tuple[Pattern, ...], Entry], ...]:
        """Return the phrases that two words may begin, longest first."""
        found = list(self._phrases.get(first, {}).items())
        for length in range(1, len(first) + 1):
            found += self._openings.get(first[:length], {}).items()
        fitting = [(patterns, _entry(meanings)) for patterns, meanings in found if _matches(patterns[1], second)]
        known = [(patterns, entry) for patterns, entry in fitting if entry is not None]
        return tuple(sorted(known, key=_length, reverse=True))

    @lru_cache(maxsize=8192)  # noqa: B019
    def word(self, key: str, languages: int = ALL) -> Entry | None:
        """Return what a single word means, None when it is unknown; the longest pattern decides.

        languages: those whose letters the word has; «тұр» is not the Russian «тур».
        """
        if (known := _entry(self._exact.get(key), languages)) is not None:
            return known
        for length in range(len(key), 1, -1):
            if (known := _entry(self._prefix.get(key[:length]), languages)) is not None:
                return self._shared(known, key[: length - 1], languages)
        if languages == KK and (known := self._borrowed(key)) is not None:
            return known
        return Entry((), 0) if key.isdigit() or (len(key) <= LONGEST_CODE and not key.isalpha()) else None

    def _borrowed(self, key: str) -> Entry | None:
        """Return what a Russian word with a Kazakh ending means («отпускқа»)."""
        for length in range(len(key) - 1, SHORTEST_SHARED, -1):
            if not CASE_ENDINGS.isdisjoint((key[length:], key[length - 1 :])):
                known = _entry(self._prefix.get(key[:length]), RU) or _entry(self._exact.get(key[:length]), RU)
                if known is not None:
                    return Entry(known.concepts, RU | KK)
        return None

    def _shared(self, known: Entry, rest: str, languages: int) -> Entry:
        """Return an entry with the languages that know the word by a shorter pattern: «страховка» is also Russian."""
        others = (
            _entry(self._prefix.get(rest[:length]), languages) for length in range(SHORTEST_SHARED, len(rest) + 1)
        )
        shared = known.languages
        for other in others:
            shared |= other.languages if other is not None else 0
        return Entry(known.concepts, shared)

    @lru_cache(maxsize=8192)  # noqa: B019
    def near(self, key: str, languages: int = ALL) -> tuple[float, Entry, int] | None:
        """Return (cost, meaning, letters compared) of the known word that a mistyped one is likeliest to be."""
        if len(key) < SHORTEST_NEAR or len(key) > 24:
            return None
        if any(key[:length] in self._ordinary for length in range(SHORTEST_NEAR - 1, len(key) + 1)):
            return None
        best = self.nearest(key, languages)
        return None if best is None else (best[0], best[1], len(best[2]))

    def nearest(self, key: str, languages: int = ALL) -> tuple[float, Entry, str] | None:
        """Return (cost, meaning, the letters compared) of the nearest known word, be this an ordinary word or not."""
        best: tuple[float, Entry, str] | None = None
        for typed, (stem, is_prefix) in self._candidates(key):
            cost = distance(typed, stem)
            if cost <= min(budget(len(stem)), DEAREST) and (best is None or cost < best[0]):
                entry = _entry((self._prefix if is_prefix else self._exact).get(stem), languages)
                best = (cost, entry, typed) if entry is not None else best
        return best

    def _candidates(self, key: str) -> list[tuple[str, Pattern]]:
        found: dict[tuple[str, Pattern], None] = {}
        for length in range(SHORTEST_NEAR - 1, min(len(key), 13) + 1):
            typed = key[:length]
            for variant in (typed, *_without_one(typed)):
                for pattern in self._deletes.get(variant, ()):
                    if pattern[1] or length == len(key):
                        found[typed, pattern] = None
        return [(typed, pattern) for typed, pattern in found if OSA.distance(typed, pattern[0], score_cutoff=1) <= 1]

    def _all_deletes(self) -> dict[str, tuple[Pattern, ...]]:
        """Return the patterns by themselves and by all that is left when one letter is missing."""
        deletes: dict[str, tuple[Pattern, ...]] = {}
        for stem, is_prefix in (*((stem, False) for stem in self._exact), *((stem, True) for stem in self._prefix)):
            if len(stem) >= SHORTEST_NEAR:
                for variant in (stem, *_without_one(stem)):
                    deletes[variant] = (*deletes.get(variant, ()), (stem, is_prefix))
        return deletes


def _length(phrase: tuple[tuple[Pattern, ...], Entry]) -> tuple[int, int]:
    return len(phrase[0]), sum(len(stem) for stem, _ in phrase[0])


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
    return all(_matches(patterns[offset], _spoken(tokens[start + offset])) for offset in range(2, len(patterns)))


def _spoken(token: Token) -> str:
    return _SPOKEN.get(token.key, token.key)


def _matches(pattern: Pattern, word: str) -> bool:
    stem, is_prefix = pattern
    return _begins(word, stem) if is_prefix else word == stem


def _begins(word: str, stem: str) -> bool:
    return word.startswith(stem) or (stem[-1:] in _MELTING and word.startswith(stem[:-1] + _MELTING[stem[-1]]))


def _without_one(word: str) -> list[str]:
    # The first letter is hardly ever mistyped: words that differ there are other words.
    return [word[:index] + word[index + 1 :] for index in range(1, len(word))]
