"""Which sentence of a long message asks: the others tell the story."""

from collections.abc import Sequence

from bot.understanding.tokens import Token

FEWEST_WORDS = 14
"""Words of a message that tells a story; in shorter ones every word belongs to the question."""
_ENDS = frozenset(".?!…\n")
_REFUSED = frozenset([
    ("kerek", "emes"), ("kajet", "emes"), ("ne", "nujen"), ("ne", "nujna"), ("ne", "nujni"), ("ne", "nado"),
    ("ne", "interesuet"),
])  # fmt: skip


def wanted(tokens: Sequence[Token]) -> range | None:
    """Return the words after a first sentence that turns something down («… керек емес. …»), None without one."""
    for start in range(2, len(tokens)):
        if not _ENDS.isdisjoint(tokens[start].gap):
            refused = (tokens[start - 2].key, tokens[start - 1].key) in _REFUSED and "?" not in tokens[start].gap
            return range(start, len(tokens)) if refused else None
    return None


def asking(tokens: Sequence[Token], text: str) -> range | None:
    """Return the words of the only sentence that ends in a question mark, None where there is no other or no such."""
    if len(tokens) < FEWEST_WORDS:
        return None
    starts = [index for index, token in enumerate(tokens) if index and not _ENDS.isdisjoint(token.gap)]
    bounds = [0, *starts, len(tokens)]
    asks = [*("?" in tokens[start].gap for start in starts), text.rstrip().endswith("?")]
    found = [range(*bounds[number : number + 2]) for number, does in enumerate(asks) if does]
    return found[0] if starts and len(found) == 1 else None
