"""The words that dates are written with, by their keys: months in all their forms, from, until, days, now."""

from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bot.understanding.keys import key
from bot.understanding.tokens import plain


class Kind(Enum):
    """What a piece of text is to a date."""

    DATE = auto()
    NUMBER = auto()
    MONTH = auto()
    YEAR = auto()
    NEAR_DAY = auto()
    """Today, yesterday, tomorrow."""
    DASH = auto()
    FROM = auto()
    UNTIL = auto()
    BETWEEN = auto()
    AND = auto()
    SEPARATOR = auto()
    WHOLE = auto()
    UNIT = auto()
    """Days or weeks, of which there are so many."""
    NOW = auto()
    """Until now: still there."""
    NOISE = auto()
    """What a number may stand before that is no date."""
    OTHER = auto()
    NOTHING = auto()
    """Left out: ordinal endings, the word for year."""


class Word(NamedTuple):
    """A known word. value: number of the month, days of a unit, distance of a near day. case: see `_SUFFIXES`."""

    kind: Kind
    value: int = 0
    case: str = ""


_RUSSIAN = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
_KAZAKH = (
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
)
_ENGLISH = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SHORT = (
    ("янв", "jan"), ("фев", "февр", "feb"), ("мар", "mar"), ("апр", "apr"), (), ("июн", "jun"), ("июл", "jul"),
    ("авг", "aug"), ("сен", "сент", "sep", "sept"), ("окт", "oct"), ("ноя", "нояб", "nov"), ("дек", "dec"),
)  # fmt: skip

FROM_CASE, UNTIL_CASE, OF_CASE, IN_CASE = "from", "until", "of", "in"
_SUFFIXES = {
    FROM_CASE: "дан ден тан тен нан нен ынан інен",
    UNTIL_CASE: "ға ге қа ке ына іне",
    OF_CASE: "дың дің тың тің ның нің ының інің",
    IN_CASE: "да де та те ында інде",
}
"""Kazakh endings by what they say of a date."""

NUMBER_FROM = frozenset(map(key, (*_SUFFIXES[FROM_CASE].split(), "сынан", "сінен")))
NUMBER_UNTIL = frozenset(map(key, (*_SUFFIXES[UNTIL_CASE].split(), "на", "не", "сына", "сіне")))
"""Endings of a number: «12-нен 20-сына»."""

_NOT_MONTH = ("казань", "казани", "казанск", "казах", "қазақ", "казак")
_PLAIN = {
    Kind.FROM: "с со от начиная from since бастап бері бастай bastap",
    Kind.UNTIL: "по до to until till through thru дейін шейін дейінгі deiin dejin",
    Kind.BETWEEN: "между between аралығында арасында аралық",
    Kind.AND: "и а также және and мен пен бен плюс затем потом сосын jane",
    Kind.WHOLE: "весь вся всё все целый целиком полностью whole all entire бүкіл бойы толық",
    Kind.NOW: "сейчас сегодняшний сегодняшнего сих сей настоящее нв now present still қазір қазірге әлі осы",
    Kind.NOISE: "раз раза рет times time человек человека адам лет года года хода евро тенге час часа часов сағат",
    Kind.NOTHING: "айы айының айында айынан айына месяца числа число числам г гг год году "
    "ж жыл жылы жылғы жылдың жылдан жылға year of",
}
_UNITS = {
    1: "день дня дней дн дню днём днями сутки суток day days күн күнге күнді күндік тәулік",
    7: "неделя недели недель неделю нед week weeks апта аптаға апталық",
}
COUNTS = {
    plain(word): number
    for number, words in {
        1: "один одну одна бір one",
        2: "два две двух екі two",
        3: "три трех үш three",
        4: "четыре четырех төрт four",
        5: "пять пяти бес five",
        6: "шесть шести алты six",
        7: "семь семи жеті seven",
        8: "восемь восьми сегіз eight",
        9: "девять девяти тоғыз nine",
        10: "десять десяти он ten",
        14: "четырнадцать четырнадцати",
        15: "пятнадцать пятнадцати",
        20: "двадцать двадцати жиырма twenty",
        30: "тридцать тридцати отыз thirty",
    }.items()
    for word in words.split()
}
"""Numbers in words, which count days or weeks."""

VAGUE = -1
"""The days of a unit that has no certain number of them: a month, a few days."""

_LENGTHS = {
    "some": "пару пара пары несколько нескольких полтора полторы полутора бірнеше couple few several",
    "months": "месяц месяцев месяцы полгода полмесяца айға айлық month months",
    "counted": "месяца ай",
}
SOME, MONTHS_LONG, MONTHS_COUNTED = (frozenset(map(plain, words.split())) for words in _LENGTHS.values())
"""Words that leave the number of a unit open; words for months; those that are so only behind a number."""

_NEAR_DAYS = {
    -2: "позавчера",
    -1: "вчера кеше yesterday",
    0: "сегодня бүгін бүгінге today",
    1: "завтра ертең tomorrow",
    2: "послезавтра бүрсігүні",
}
LONG_ENOUGH, VERY_LONG = 6, 9
"""Letters from which on one mistake in a month is forgiven, and two."""


def _months() -> dict[str, Word]:
    found: dict[str, Word] = {}
    names = enumerate(zip(_RUSSIAN, _KAZAKH, _ENGLISH, _SHORT, strict=True), start=1)
    for number, (russian, kazakh, english, short) in names:
        for case, endings in _SUFFIXES.items():
            forms = (name + ending for name in (kazakh, russian) for ending in endings.split())
            found |= {key(form): Word(Kind.MONTH, number, case) for form in forms}
        for form in (*_russian_forms(russian), kazakh, english, *short):
            found[key(form)] = Word(Kind.MONTH, number)
    return found


def _russian_forms(name: str) -> tuple[str, ...]:
    if name.endswith("т"):
        return (name, *(name + ending for ending in ("а", "е", "у")))
    return (name, *(name[:-1] + ending for ending in ("я", "е", "ю")))


def _words() -> dict[str, Word]:
    found = {word: Word(kind) for kind, words in _PLAIN.items() for word in words.split()}
    found |= {word: Word(Kind.UNIT, days) for days, words in _UNITS.items() for word in words.split()}
    found |= {word: Word(Kind.NEAR_DAY, days) for days, words in _NEAR_DAYS.items() for word in words.split()}
    return {plain(word): meaning for word, meaning in found.items()} | found


_WORDS, _MONTHS = _words(), _months()
_LONG_MONTHS = tuple(name for name in _MONTHS if len(name) >= LONG_ENOUGH)


@lru_cache(maxsize=4096)
def find_word(word: str) -> Word:
    """Return what a word, in lower case, is to a date; one mistake in a long month is forgiven."""
    word = word.replace("ё", "е")
    if word in _WORDS:
        return _WORDS[word]
    spelt = key(word)
    if word.startswith(_NOT_MONTH) or not spelt:
        return Word(Kind.OTHER)
    if spelt in _MONTHS or len(spelt) < LONG_ENOUGH:
        return _MONTHS.get(spelt, Word(Kind.OTHER))
    mistakes = 2 if len(spelt) >= VERY_LONG else 1
    near = (name for name in _LONG_MONTHS if name[0] == spelt[0] and OSA.distance(name, spelt) <= mistakes)
    return next((_MONTHS[name] for name in near), Word(Kind.OTHER))
