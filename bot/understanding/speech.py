"""Which language a message is in."""

from bot.domain.language import Language
from bot.understanding.reading import Reading
from bot.understanding.tokens import EN, KK, RU

CLEARLY = 0.65
"""The share of the words that tell a language which it must have."""


def language_of(reading: Reading) -> Language | None:
    """Return the language the message is clearly in, None for mixed, foreign or bare names."""
    russian = kazakh = english = 0.0
    for hit in reading.hits:
        length = hit.end - hit.start
        russian += length if hit.languages == RU else 0
        kazakh += length if hit.languages == KK else 0
        english += length if hit.languages == EN else 0
    for token in reading.tokens:
        kazakh += 1.5 if token.is_kazakh else 0
    for mention in reading.mentions:
        kazakh += 1 if mention.case else 0
        inflected = not (mention.exact or mention.case or mention.cost)
        russian += 1 if inflected and mention.names[0].language == "ru" else 0
    total = russian + kazakh + english
    if total == 0:
        return None
    if kazakh / total >= CLEARLY:
        return Language.KK
    return Language.RU if russian / total >= CLEARLY else None
