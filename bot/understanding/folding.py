"""Spellings of one question, folded: for the editors' queue, where a question asked ten ways is one."""

from bot.understanding.keys import key
from bot.understanding.tokens import clean, tokenise

LONGEST = 200

_SAYS_NOTHING = """
а и в во на ли же то у с к о об от до из за по это этот вот ну да не бы мне мы нам я вы вас вам ваш свой как что чтобы
надо нужно нужна нужен нужны можно подскажите скажите пожалуйста пж пжл плиз здравствуйте привет добрый день есть для
ма ме ба бе па пе мен пен бен үшін маған бізге керек қажет айтыңызшы өтінемін сәлем сәлеметсіз емес осы сол
the a an is are do does i we my need please hello hi to for in of
"""
FILLERS = frozenset(key(word) for word in _SAYS_NOTHING.split())


def fold(text: str) -> str:
    """Return what is the same for all spellings of a question: its telling words by their sound, in no order.

    Alphabet, capitals, signs, repeated letters, order and polite words make no difference. A text of such words alone
    folds to itself.
    """
    words = {token.key for token in tokenise(clean(text)) if token.key}
    telling = sorted(words - FILLERS) or sorted(words)
    return " ".join(telling)[:LONGEST] or " ".join(text.casefold().split())[:LONGEST]
