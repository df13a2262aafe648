"""The words that carry a meaning here, by concept and language.

A concept maps to three strings: Russian, Kazakh and English words, separated by spaces; `_` joins the words of a
phrase, a final `*` stands for any ending. Each is matched in whatever spelling has the same key (see `keys`): without
diacritics, in Latin letters, with doubled letters. The longest pattern that fits a word decides.
"""

from bot.understanding.words import neutral, offtopic, orders, people, practical, talks, visa

WORDS: dict[str, tuple[str, str, str]] = {
    **visa.WORDS,
    **practical.WORDS,
    **talks.WORDS,
    **orders.WORDS,
    **people.WORDS,
    **offtopic.WORDS,
    **neutral.WORDS,
}
