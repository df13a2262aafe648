"""How far a typed word is from a known one: mistakes people make are cheap, others dear."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

VOWELS = frozenset("aeiou")
_ROWS = ("icukengSSzh", "fivaproldje", "iaCsmitbiu", "kertiuiop", "asdfghjkl", "zhcvbnm")
_PAIRS = ("bp", "dt", "gk", "zs", "jS", "vf", "SC", "cs", "gh", "kh", "ao", "ei", "ae", "iu", "ou", "ia", "jz", "mn")
_CLOSE = frozenset(frozenset(pair) for pair in _PAIRS)
_BESIDE = frozenset(frozenset((left, right)) for row in _ROWS for left, right in pairwise(row) if left != right)
FIRST_LETTER = 0.4
OMITTED, OMITTED_VOWEL = 0.8, 0.7
ADDED = 0.95
SWAPPED = 0.7
NEAREST_FOUND = 8


def budget(length: int) -> float:
    """Return how dear a mistake may be in a word of this many letters."""
    if length < 4:
        return 0.0
    return (0.72, 0.96, 1.25, 1.25, 1.7, 1.7)[length - 4] if length < 10 else 2.2


@lru_cache(maxsize=8192)
def distance(typed: str, known: str) -> float:
    """Return the cost of typing `typed` for `known`; bounded by their lengths, at most 40 letters each."""
    before_last: list[float] = []
    last = [0.0]
    for sign in known:
        last.append(last[-1] + _omission(sign))
    for row, sign in enumerate(typed, 1):
        line = [last[0] + _addition(sign, row)]
        for column, wanted in enumerate(known, 1):
            best = min(
                last[column - 1] + _replacement(sign, wanted, row),
                last[column] + _addition(sign, row),
                line[column - 1] + _omission(wanted),
            )
            if row > 1 and column > 1 and sign == known[column - 2] and typed[row - 2] == wanted:
                best = min(best, before_last[column - 2] + SWAPPED)
            line.append(best)
        before_last, last = last, line
    return last[-1]


def _omission(sign: str) -> float:
    if sign == " ":
        return 0.2
    return OMITTED_VOWEL if sign in VOWELS else OMITTED


def _addition(sign: str, row: int) -> float:
    return 0.2 if sign == " " else ADDED + (FIRST_LETTER if row == 1 else 0)


def _replacement(sign: str, wanted: str, row: int) -> float:
    if sign == wanted:
        return 0.0
    pair = frozenset((sign, wanted))
    cost = 0.5 if pair in _CLOSE else 0.75 if pair in _BESIDE else 1.1
    return cost + (FIRST_LETTER if row == 1 else 0)


class NearIndex:
    """Known words by first letter and length, to compare few."""

    def __init__(self, words: Iterable[str]) -> None:
        self._shelves: dict[tuple[str, int], list[str]] = {}
        for word in words:
            self._shelves.setdefault((word[0], len(word)), []).append(word)
        self._windows: dict[tuple[str, int], list[str]] = {}

    def near(self, typed: str) -> list[tuple[float, str]]:
        """Return (cost, known word) within the budget, nearest first."""
        if not 4 <= len(typed) <= 40:
            return []
        reach = 1 if len(typed) < 7 else 2
        found = set(self._look(typed, typed[0], reach))
        if not found and typed[1] != typed[0]:
            found = set(self._look(typed, typed[1], reach))
        costs = ((distance(typed, word), word) for word in found)
        return sorted((cost, word) for cost, word in costs if cost <= budget(min(len(word), len(typed) + 1)))

    def _look(self, typed: str, letter: str, reach: int) -> list[str]:
        window = self._windows.get((letter, len(typed)))
        if window is None:
            lengths = range(len(typed) - 2, len(typed) + 3)
            window = [word for length in lengths for word in self._shelves.get((letter, length), ())]
            self._windows[letter, len(typed)] = window
        hits = process.extract(
            typed, window, scorer=OSA.distance, processor=None, score_cutoff=reach, limit=NEAREST_FOUND
        )
        return [word for word, _, _ in hits]
