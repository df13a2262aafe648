"""How a name stands among its words."""

from collections.abc import Sequence

from bot.understanding.mention import Mention
from bot.understanding.tokens import Token

_PREPOSITIONS = frozenset(["в", "во", "на", "из", "до", "через", "по", "v", "vo", "na", "iz", "to", "in"])
MOST_BESIDE = 4
_AND = frozenset(["men", "pen", "ben", "jane", "i", "and"])
_OF_VISAS = ("viz", "bezviz", "kerek", "nujn", "nado", "pe", "li")


def is_capital(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word is capitalised within a sentence."""
    raw = tokens[index].raw
    starts = index == 0 or any(sign in tokens[index].gap for sign in ".!?\n")
    shouting = all(token.raw.isupper() for token in tokens)
    return raw[0].isupper() and not starts and not shouting


def is_directed(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].key in _PREPOSITIONS


def is_joined(tokens: Sequence[Token], mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Tell whether «and» or a comma joins the name with one that follows: «Баку мен Тбилиси», «Того, Гана»."""
    if mention.end >= len(tokens):
        return False
    listed = "," in tokens[mention.end].gap and tokens[mention.start].raw[0].isupper()
    follows = mention.end if listed else mention.end + 1
    return (listed or tokens[mention.end].key in _AND) and any(other.start == follows for other in mentions)


def is_with(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether something is done with it: «с ЕС», not «в ЕС»."""
    return index > 0 and tokens[index - 1].key in ("s", "so")


def is_alone(tokens: Sequence[Token], mention: Mention) -> bool:
    """Tell whether nothing but a word on visas stands beside the name."""
    rest = [token.key for index, token in enumerate(tokens) if not mention.start <= index < mention.end]
    return len(rest) < MOST_BESIDE and all(key.startswith(_OF_VISAS) or key in _PREPOSITIONS for key in rest)
