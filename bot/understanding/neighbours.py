"""The words beside a named place."""

from collections.abc import Callable, Sequence

from bot.understanding.mention import Mention
from bot.understanding.reading import Reading

PREPOSITIONS = frozenset([
    "v", "vo", "na", "po", "pro", "o", "ob", "iz", "s", "so", "k", "ko", "do", "dlia", "dlya", "in",
    "to", "for", "about", "of", "the",
])  # fmt: skip

Test = Callable[[Mention, Reading, Sequence[Mention]], bool]


def key_at(reading: Reading, index: int) -> str:
    return reading.tokens[index].key if 0 <= index < len(reading.tokens) else ""
