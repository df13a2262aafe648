"""Text → words: cleaned of what only decorates."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from bot.understanding.keys import key

LONGEST_TEXT = 1000
"""Characters of a message that are read."""
MOST_TOKENS = 90
LONGEST_WORD = 40
RU, KK, EN = 1, 2, 4
_PLAIN = str.maketrans("әғқңөұүһі", "агкноуухи")
KAZAKH_LETTERS = frozenset("әғқңөұүһі")

_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_WORD = re.compile(r"[\U0001f1e6-\U0001f1ff]{2}|[🙏👍👌🤝🫶💐]|[^\W_]+", re.UNICODE)
_THANKS = "спасибо"
"""What the signs of thanks among the emoji say."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe00-\ufe0f\U000e0000-\U000e007f]")
_JOINING = re.compile(r"(?<=\w)['’ʼ`´‘](?=\w)")
_MARKS = re.compile("[\u0300-\u036f]")
_REPEATED = re.compile(r"(.)\1{3,}")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[a-zA-Z]")
_TO_CYRILLIC = str.maketrans("aAeEoOpPcCxXyYkKmMTHBiIhu", "аАеЕоОрРсСхХуУкКмМТНВіІһи")
_TO_LATIN = str.maketrans("аАеЕоОрРсСхХуУкКмМТНВіІ", "aAeEoOpPcCxXyYkKmMTHBiI")


class Token(NamedTuple):
    """A word of the message.

    raw: as typed. word: lower case. key: see `keys`; for a flag its code in capitals. languages: the sum of those whose
    letters the word has; Latin letters may write any of them. gap: the signs before it.
    """

    raw: str
    word: str
    key: str
    languages: int
    gap: str

    @property
    def is_flag(self) -> bool:
        """Tell whether this is a flag emoji."""
        return "\U0001f1e6" <= self.raw[0] <= "\U0001f1ff"

    @property
    def is_kazakh(self) -> bool:
        """Tell whether the word has a letter that Russian lacks and Kazakh has."""
        return self.languages == KK


def plain(word: str) -> str:
    """Return a lower-case word with the Russian letters people type for Kazakh ones."""
    return word.translate(_PLAIN)


def clean(text: str) -> str:
    """Return the text without invisible signs, stress marks and long runs of one sign."""
    text = _INVISIBLE.sub("", text[:LONGEST_TEXT])
    if not text.isascii():
        text = _unstressed(unicodedata.normalize("NFC", text))
    return _REPEATED.sub(r"\1\1\1", text)


def _unstressed(text: str) -> str:
    # NFC has joined й, ё and the Kazakh Latin letters; a mark still alone is a stress or decoration.
    return _MARKS.sub("", _JOINING.sub("", text))


def tokenise(text: str) -> list[Token]:
    """Return the words and flags of a cleaned text."""
    tokens: list[Token] = []
    end = 0
    text = _JOINING.sub("", text)
    for match in _WORD.finditer(text):
        raw = match.group()
        tokens.append(_token(raw, text[end : match.start()]))
        end = match.end()
        if len(tokens) == MOST_TOKENS:
            break
    return tokens


def _token(raw: str, gap: str) -> Token:
    return Token(raw, *_spelt(raw[:LONGEST_WORD]), gap)


@lru_cache(maxsize=16_384)
def _spelt(raw: str) -> tuple[str, str, int]:
    """Return the word in lower case, its key and its languages."""
    if raw[0] > "\U0001f300":
        return _THANKS, key(_THANKS), RU | KK | EN
    if _FLAG.fullmatch(raw):
        return raw, "".join(chr(ord(sign) - 0x1F1E6 + ord("A")) for sign in raw), RU | KK | EN
    word = _one_script(raw).lower().replace("ё", "е")
    return word, key(word), _languages(word)


def _languages(word: str) -> int:
    if not KAZAKH_LETTERS.isdisjoint(word):
        return KK
    return RU | KK if _CYRILLIC.search(word) else RU | KK | EN


def _one_script(word: str) -> str:
    """Return the word with look-alike letters of the other alphabet put right («кeрек» with a Latin e)."""
    if word.isascii() or not _LATIN.search(word) or not _CYRILLIC.search(word):
        return word
    cyrillic = len(_CYRILLIC.findall(word))
    latin = len(_LATIN.findall(word))
    return word.translate(_TO_CYRILLIC if cyrillic >= latin else _TO_LATIN)
