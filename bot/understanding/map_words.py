"""Whether somebody wants the map: a few words that mean nothing else, before the question is read as one."""

import re

_MAP = r"карт(?:а|у|ы|асы|асын|аны)"
_ASKED = re.compile(
    rf"(?:(?:покажи|дай|нарисуй|пришли|открой|хочу|можно)(?:те)?\s+)?(?:мне\s+)?(?P<before>[\w\s-]*?)\b{_MAP}\b"
    r"(?P<after>[\w\s-]*?)(?:\s*(?:көрсет|сал|жібер|аш)\w*)?\s*[.!?]*",
    re.IGNORECASE,
)
_FITTING = re.compile(
    r"(?:мира|визов\w*|безвизов\w*|виз|визы|виза|визасыз|без|безвиза|стран|страны|въезда|на|для|по|всего|вся|всю|казахстан\w*|"
    r"қазақстан\w*|граждан\w*|әлем\w*|дүние\w*|жүзі\w*|елдер\w*|бүкіл|толық|европ\w*|еуропа\w*|ази\w*|африк\w*|америк\w*|"
    r"океани\w*|кавказ\w*|карибы?|карибск\w*|ближн\w*|восток\w*|восточн\w*|северн\w*|южн\w*|центральн\w*|юго|таяу|шығыс\w*|"
    r"солтүстік|оңтүстік|орталық|кариб)",
    re.IGNORECASE,
)
LONGEST = 60


def asked_for_map(text: str) -> str | None:
    """Return what the map is wanted of (`в Азии`; empty: the world), None when it is not asked for.

    A bank's card, a migration card and the Card of the Pole are `карта` too, so every other word must fit.
    """
    text = text.strip()
    if len(text) > LONGEST or not (found := _ASKED.fullmatch(text)):
        return None
    words = [
        word for word in re.split(r"[\s-]+", f"{found['before']} {found['after']}") if word not in ("", "в", "мне")
    ]
    return " ".join(words) if all(_FITTING.fullmatch(word) for word in words) else None
