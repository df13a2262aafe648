"""Compiles the ordinary Russian words that look like mistyped places: `python -m bot.understanding.build_words`.

It reads the whole dictionary of pymorphy3 (a minute or two) and writes bot/data/not_places.txt, a key a line: «данные»
is one letter from «Дания», and must not be taken for it.
"""

from collections.abc import Iterator

import pymorphy3

from bot.understanding.engine import NOT_PLACES
from bot.understanding.gazetteer import Gazetteer
from bot.understanding.keys import key
from bot.understanding.lexicon import Lexicon

_PROPER = {"Geox", "Name", "Surn", "Patr", "Orgn", "Trad", "Abbr", "Init", "Erro"}
SHORTEST, LONGEST = 4, 14


def dictionary_keys(morph: pymorphy3.MorphAnalyzer) -> Iterator[str]:
    """Yield the keys of the dictionary's words that are no names, some more than once."""
    for word, tag, _, _, _ in morph.dictionary.iter_known_words():
        if SHORTEST <= len(word) <= LONGEST and not _PROPER & tag.grammemes:
            yield key(word.replace("ё", "е"))


def without_one(word: str) -> Iterator[str]:
    """Yield the word, and the word without each of its letters."""
    yield word
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]


def main() -> None:
    """Write not_places.txt."""
    gazetteer, lexicon = Gazetteer.load(()), Lexicon()
    beside = {variant for form in gazetteer.forms for variant in without_one(form)}
    keys = {word for word in dictionary_keys(pymorphy3.MorphAnalyzer()) if not beside.isdisjoint(without_one(word))}
    words = sorted(
        word for word in keys if not gazetteer.knows(word) and lexicon.word(word) is None and gazetteer.guesses(word)
    )
    NOT_PLACES.write_text("\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
