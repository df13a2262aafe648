"""A day in the past as an editor types it: «20.11.2026», «20 ноября», «2026 жылғы 20 қараша», «кеше»."""

import re
from datetime import date, timedelta

EARLIEST = 1990
_AGO = {
    "сегодня": 0, "бүгін": 0, "бугин": 0, "today": 0,
    "вчера": 1, "кеше": 1, "yesterday": 1,
    "позавчера": 2, "алдыңгүні": 2,
}  # fmt: skip
_MONTHS = (
    ("янв", "қаңтар", "jan"), ("фев", "ақпан", "feb"), ("мар", "наурыз"), ("апр", "сәуір", "apr"),
    ("май", "мая", "мамыр", "may"), ("июн", "маусым", "jun"), ("июл", "шілде", "jul"), ("авг", "тамыз", "aug"),
    ("сен", "қыркүйек", "sep"), ("окт", "қазан", "oct"), ("ноя", "қараша", "nov"), ("дек", "желтоқсан", "dec"),
)  # fmt: skip
_FILLERS = frozenset({"г", "год", "года", "ж", "жыл", "жылы", "жылғы"})
_ISO = re.compile(r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})")
_NUMBERS = re.compile(r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})(?:[./-](?P<year>\d{4}|\d{2}))?\.?")


def parse_day(text: str, today: date) -> date | None:
    """Return the day that was typed, None when it is none. It may lie ahead: the caller looks.

    Without a year it is the last such day up to today.
    """
    typed = " ".join(text.casefold().split())
    if typed in _AGO:
        return today - timedelta(days=_AGO[typed])
    for pattern in (_ISO, _NUMBERS):
        if (match := pattern.fullmatch(typed)) is not None:
            parts = match.groupdict()
            return _day(parts["year"], int(parts["month"]), int(parts["day"]), today)
    return _in_words(re.findall(r"\d+|[^\W\d]+", typed), today)


def _in_words(words: list[str], today: date) -> date | None:
    """Return the day of a month's name beside one or two numbers, in the order of either language."""
    left = [word for word in words if word not in _FILLERS]
    months = [number for word in left if (number := _month(word))]
    numbers = [word for word in left if word.isdecimal()]
    days, years = [one for one in numbers if len(one) <= 2], [one for one in numbers if len(one) == 4]
    if len(months) != 1 or len(days) != 1 or len(left) != 2 + len(years) or len(years) > 1:
        return None
    return _day(years[0] if years else None, months[0], int(days[0]), today)


def _month(word: str) -> int:
    found = (number for number, stems in enumerate(_MONTHS, 1) if word.startswith(stems))
    return next(found, 0)


def _day(year: str | None, month: int, day: int, today: date) -> date | None:
    try:
        if year is None:
            this_year = date(today.year, month, day)
            return this_year if this_year <= today else date(today.year - 1, month, day)
        found = date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    except ValueError:  # the 31st of November
        return None
    return found if found.year >= EARLIEST else None
