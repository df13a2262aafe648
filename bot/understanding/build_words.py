"""Compiles the ordinary Russian words that look like mistyped ones of ours: `python -m bot.understanding.build_words`.

It reads the whole dictionary of pymorphy3 (some minutes) and writes, a key a line:
bot/data/not_places.txt: words that would be taken for places («данные» is one letter from «Дания»);
bot/data/not_cues.txt: beginnings of words that would be taken for cues («выпуск…» is one letter from «выписк…»);
bot/data/not_names.txt: words as written that sound like a place but are spelt otherwise («балы», «рядом»).
"""

from collections.abc import Iterable, Iterator

import pymorphy3

from bot.understanding.build import read_names, surfaces
from bot.understanding.engine import NOT_CUES, NOT_NAMES, NOT_PLACES
from bot.understanding.gazetteer import Gazetteer
from bot.understanding.keys import key
from bot.understanding.lexicon import SHORTEST_NEAR, Lexicon

_PROPER = {"Geox", "Name", "Surn", "Patr", "Orgn", "Trad", "Abbr", "Init", "Erro"}
_HARMLESS = {"small", "neutral_translit", "person", "child", "travel"}
SHORTEST, LONGEST = 4, 14


def dictionary_words(morph: pymorphy3.MorphAnalyzer) -> Iterator[tuple[str, str]]:
    """Yield (word, key) of the dictionary's words that are no names, some more than once."""
    for word, tag, _, _, _ in morph.dictionary.iter_known_words():
        if SHORTEST <= len(word) <= LONGEST and not _PROPER & tag.grammemes:
            plain = word.replace("ё", "е")
            yield plain, key.__wrapped__(plain)


def without_one(word: str) -> Iterator[str]:
    """Yield the word, and the word without each of its letters."""
    yield word
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]


def not_places(words: Iterable[str], gazetteer: Gazetteer, lexicon: Lexicon) -> list[str]:
    """Return the words that would be taken for places, sorted."""
    beside = {variant for form in gazetteer.forms for variant in without_one(form)}
    close = {word for word in words if not beside.isdisjoint(without_one(word))}
    return sorted(
        word for word in close if not gazetteer.knows(word) and lexicon.word(word) is None and gazetteer.guesses(word)
    )


def not_cues(words: Iterable[str], lexicon: Lexicon) -> list[str]:
    """Return the beginnings of words that would be taken for cues, one letter longer than what looks alike, sorted."""
    found: set[str] = set()
    for word in words:
        nearest = lexicon.nearest(word) if len(word) >= SHORTEST_NEAR and lexicon.word(word) is None else None
        if nearest is not None and not set(nearest[1].concepts) <= _HARMLESS:
            found.add(word[: len(nearest[2]) + 1])
    return sorted(found)


def main() -> None:
    """Write the three files."""
    gazetteer, lexicon = Gazetteer.load(()), Lexicon()
    written = surfaces(read_names())
    words, alike = set(), set()
    for word, sound in dictionary_words(pymorphy3.MorphAnalyzer()):
        words.add(sound)
        if sound in gazetteer.forms and word not in written:
            alike.add(word)
    NOT_NAMES.write_text("\n".join(sorted(alike)) + "\n", encoding="utf-8")
    NOT_PLACES.write_text("\n".join(not_places(words, gazetteer, lexicon)) + "\n", encoding="utf-8")
    NOT_CUES.write_text("\n".join(not_cues(words, lexicon)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
