"""One spelling for the many a word is typed in.

The key of a word is what it sounds like in plain Latin letters. «Қытайға», «кытайга», "qytaiga" and "kytaygha" share
one key, as do «Филиппины» and «филипины»; so names and words are looked up by key, whatever the alphabet.
"""

import re
from functools import lru_cache

_CYRILLIC = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "j", "з": "z",
    "и": "i", "й": "i", "і": "i", "ы": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o",
    "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ў": "u", "ф": "f", "х": "h",
    "һ": "h", "ц": "c", "ч": "C", "ш": "S", "щ": "S", "ъ": "", "ь": "", "э": "e", "ю": "iu", "я": "ia", "є": "e",
    "ї": "i", "ґ": "g", "ј": "j",
}  # fmt: skip
_LATIN = {
    "á": "a", "à": "a", "â": "a", "ã": "a", "ä": "a", "å": "a", "ə": "a", "ć": "c", "č": "C", "ç": "C", "é": "e",
    "è": "e", "ê": "e", "ë": "e", "ğ": "g", "ǵ": "g", "ı": "i", "í": "i", "ì": "i", "î": "i", "ï": "i", "ñ": "n",
    "ń": "n", "ŋ": "n", "ó": "o", "ò": "o", "ô": "o", "õ": "o", "ö": "o", "ø": "o", "ş": "S", "š": "S", "ú": "u",
    "ù": "u", "û": "u", "ü": "u", "ū": "u", "ý": "u", "ž": "j", "q": "k", "x": "h", "y": "i", "w": "v",
}  # fmt: skip
_LETTERS = str.maketrans(_CYRILLIC | _LATIN)
_GROUPS = (
    ("shch", "S"), ("sch", "S"), ("tch", "C"), ("zh", "j"), ("sh", "S"), ("ch", "C"), ("kh", "h"), ("gh", "g"),
    ("tz", "c"), ("tc", "c"), ("ck", "k"),
)  # fmt: skip
_LATIN_LETTER = re.compile("[a-zäöüıñşğûúóáǵńýç]")
_RUSSIAN_CK = re.compile("ck(?=[aiouy][a-z]{0,3}$)")
"""In a Russian ending these are цк («nemeckuyu»), elsewhere k (Stockholm)."""
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=20_000)
def key(word: str) -> str:
    """Return the key of a lower-case word; digits are kept, other signs must be gone."""
    if word.isdigit():
        return word
    word = _DOUBLED.sub(r"\1", word)
    if _LATIN_LETTER.search(word):
        word = _RUSSIAN_CK.sub("цk", word)
        for group, letter in _GROUPS:
            word = word.replace(group, letter)
    spelt = _DOUBLED.sub(r"\1", word.translate(_LETTERS))
    return _DOUBLED.sub(r"\1", spelt.replace("ts", "c").replace("ie", "e"))


def key_of_words(words: list[str]) -> str:
    """Return the keys of several words, joined by spaces."""
    return " ".join(filter(None, map(key, words)))
