"""The wrong keyboard layout: «dbpf d nehwb.» is «виза в турцию»."""

_EN = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`"
_RU = "йцукенгшщзхъфывапролджэячсмитьбю.ё"
_EN_UPPER = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?~'
_RU_UPPER = "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,Ё"
_EN_SIGNS = "@#$^&|"
_RU_SIGNS = '"№;:?/'
_KK_DIGITS = ("234567890-=", "әіңғ,.үұқөһ")
_KK_UPPER = ("@#$%^&*()_+", "ӘІҢҒ;:ҮҰҚӨҺ")

TO_RUSSIAN = str.maketrans(_EN + _EN_UPPER + _EN_SIGNS, _RU + _RU_UPPER + _RU_SIGNS)
TO_KAZAKH = str.maketrans(
    _EN[:-2] + _EN_UPPER[:-2] + _KK_DIGITS[0] + _KK_UPPER[0] + "/?",
    _RU[:-2] + _RU_UPPER[:-2] + _KK_DIGITS[1] + _KK_UPPER[1] + "№?",
)
TO_LATIN = str.maketrans(_RU + _RU_UPPER + _KK_DIGITS[1], _EN + _EN_UPPER + _KK_DIGITS[0])


def readings(text: str) -> list[str]:
    """Return what the text would be on the other layouts, likeliest first; empty where none makes sense."""
    if any("a" <= sign <= "z" for sign in text.lower()):
        return [_decoded(text, TO_RUSSIAN), _decoded(text, TO_KAZAKH)]
    return [text.translate(TO_LATIN)]


def _decoded(text: str, table: dict[int, int]) -> str:
    return " ".join(_chunk(chunk, table) for chunk in text.split())


def _chunk(chunk: str, table: dict[int, int]) -> str:
    """Return a chunk decoded; chunks already in Cyrillic are left alone."""
    return chunk if any(sign > "\u03ff" for sign in chunk) else chunk.translate(table)
