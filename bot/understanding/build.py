"""Compiles the names of places with all their forms: `python -m bot.understanding.build` writes bot/data/forms.tsv.

Only this module needs pymorphy3. Run it after changing aliases.csv, names.csv, usual_names.csv, more_places.csv or
peoples.csv; a test compares what it would write with what is shipped.

A line: code, kind, language, name, then its keys (see `keys`), the name's own first. A key with a `?` before it is
also an ordinary word («того», «шарм»): it names the place only where the rest of the message makes that likely.
"""

import csv
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import pymorphy3

from bot.understanding.inflect import phrase_forms
from bot.understanding.keys import key_of_words
from bot.understanding.names import PlaceName
from bot.understanding.tokens import clean, tokenise

DATA = Path(__file__).parents[1] / "data"
FORMS = DATA / "forms.tsv"
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_PROPER = {"Geox", "Name", "Surn", "Patr", "Orgn", "Trad", "Abbr", "Init", "UNKN"}
_KAZAKH_WORDS = frozenset(["қатар", "тай", "шарм", "қазан", "мале", "оман", "палау", "берген"])
_UNLIKELY = 0.02


def read_names() -> list[PlaceName]:
    """Return the shipped names of all places, each once."""
    codes = {row["iso2"] for row in _rows("destinations.csv")}
    names = [PlaceName(row["iso2"], row["alias"], row["lang"], row["kind"]) for row in _rows("aliases.csv")]
    for row in _rows("names.csv"):
        if row["iso2"] in codes:
            names += [PlaceName(row["iso2"], row[language], language, "country") for language in ("ru", "kk", "en")]
    for row in _rows("usual_names.csv"):
        code = "SCHENGEN" if row["iso2"] == "EU" else row["iso2"]
        names.append(PlaceName(code, row["name"], row["language"], "country"))
    names += [PlaceName(row["iso2"], row["alias"], row["lang"], row["kind"]) for row in _rows("more_places.csv")]
    names += [PlaceName(row["iso2"], row["word"], row["lang"], row["kind"]) for row in _rows("peoples.csv")]
    return list({(name.iso2, name.name.lower(), name.language): name for name in reversed(names)}.values())[::-1]


def compile_forms(names: Iterable[PlaceName]) -> str:
    """Return the contents of forms.tsv."""
    return "".join(
        f"{name.iso2}\t{name.kind}\t{name.language}\t{name.name}\t{'|'.join(_keys(name))}\n" for name in names
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def surfaces(names: Iterable[PlaceName]) -> set[str]:
    """Return all forms of one word, as they are written."""
    return {phrase[0] for name in names for phrase in _phrases(name) if len(phrase) == 1}


def _keys(name: PlaceName) -> list[str]:
    keys: dict[str, str] = {}
    for phrase in _phrases(name):
        key = key_of_words(phrase)
        doubtful = len(phrase) == 1 and name.kind != "adjective" and _is_ordinary(phrase[0], name)
        keys.setdefault(key, "?" + key if doubtful else key)
    return [marked for key, marked in keys.items() if len(key) > 1]


def _phrases(name: PlaceName) -> list[list[str]]:
    """Return the forms of a name, its own first, each a list of words."""
    words = [token.word for token in tokenise(clean(name.name))]
    if name.language != "ru" or len(name.name) < 2 or (name.kind == "abbr" and name.name.isupper()):
        return [words]
    forms = _dictionary_forms(words, name.kind)
    return [words, *forms, *(phrase_forms(words) if name.kind not in ("adjective", "person") else [])]


def _dictionary_forms(words: list[str], kind: str) -> list[list[str]]:
    if kind == "adjective":
        return [[form.word] for form in _parse(words[0])[0].lexeme if "COMP" not in form.tag]
    if kind == "person":
        return [[form.word] for form in _parse(words[0])[0].lexeme]
    phrases = [[word] for word in _lexeme(words[0])] if len(words) == 1 else []
    for case in _CASES:
        declined = [_declined(word, case) for word in words]
        phrases += [declined, [declined[0], *words[1:]], [*declined[:-1], words[-1]]]
    return phrases


def _lexeme(word: str) -> list[str]:
    """Return all forms of a name, old-fashioned ones («Варшавою») too, in its own number."""
    places = [parse for parse in _parse(word) if "nomn" in parse.tag and "Geox" in parse.tag]
    return (
        [form.word.replace("ё", "е") for form in places[0].lexeme if form.tag.number == places[0].tag.number]
        if places
        else []
    )


def _declined(word: str, case: str) -> str:
    """Return a word of a name in this case; what is no nominative (слоновой) stays."""
    for parse in sorted(_parse(word), key=lambda parse: "Geox" not in parse.tag):
        if "nomn" in parse.tag and parse.tag.POS in ("NOUN", "ADJF"):
            form = parse.inflect({case, parse.tag.number} if parse.tag.number else {case})
            return form.word.replace("ё", "е") if form else word
    return word


def _is_ordinary(word: str, name: PlaceName) -> bool:
    if name.kind == "person" or (name.language != "ru" and word not in _KAZAKH_WORDS):
        return False
    if word in _KAZAKH_WORDS:
        return True
    parses = [parse for parse in _parse(word) if parse.is_known]
    proper = [parse for parse in parses if "Geox" in parse.tag]
    ordinary = [parse for parse in parses if not _PROPER & set(parse.tag.grammemes) and parse.score >= _UNLIKELY]
    return bool(ordinary) and name.kind not in ("abbr",) and (not proper or len(word) <= 6)


@lru_cache(maxsize=20_000)
def _parse(word: str) -> list[pymorphy3.analyzer.Parse]:
    return list(_morph().parse(word))


@lru_cache(maxsize=1)
def _morph() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


def main() -> None:
    """Write forms.tsv."""
    FORMS.write_text(compile_forms(read_names()), encoding="utf-8")


if __name__ == "__main__":
    main()
