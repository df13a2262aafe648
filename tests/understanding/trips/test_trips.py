"""Trips as people type them, in Russian, Kazakh, English and digits."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.domain.stay import Trip
from bot.understanding.trips import Problem, read_trips
from bot.understanding.trips.reading import MOST_TRIPS

TODAY = date(2026, 11, 23)

READ = {
    "12-20 марта": "2026-03-12/2026-03-20",
    "с 12 по 20 марта 2026": "2026-03-12/2026-03-20",
    "с 12-го по 20-е марта": "2026-03-12/2026-03-20",
    "между 12 и 20 марта": "2026-03-12/2026-03-20",
    "12 числа марта - 20 марта": "2026-03-12/2026-03-20",
    "12.03-20.03.26": "2026-03-12/2026-03-20",
    "5.05–1.06.2026": "2026-05-05/2026-06-01",
    "28 дек - 5 янв": "2025-12-28/2026-01-05",
    "с 28.12 по 05.01.2026": "2025-12-28/2026-01-05",
    "28.12.2025-05.01": "2025-12-28/2026-01-05",
    "весь июль": "2026-07-01/2026-07-31",
    "весь февраль 2024": "2024-02-01/2024-02-29",
    "10 дней с 5 мая": "2026-05-05/2026-05-14",
    "5 мая на 10 дней": "2026-05-05/2026-05-14",
    "на неделю с 5 мая": "2026-05-05/2026-05-11",
    "2 недели с 5 мая": "2026-05-05/2026-05-18",
    "10 дней с 5 по 9 мая": "2026-05-05/2026-05-09",
    "12-20 сентебря": "2026-09-12/2026-09-20",
    "в Казань 5-10 мая": "2026-05-05/2026-05-10",
    "12 марта": "2026-03-12/2026-03-12",
    "5 мая 12 июня": "2026-05-05/2026-06-12",
    "12.03.2026 20.03.2026": "2026-03-12/2026-03-20",
    "12/03/2026-20/03/2026": "2026-03-12/2026-03-20",
    "2026-03-12/2026-03-20": "2026-03-12/2026-03-20",
    "2026-03-12 2026-03-20": "2026-03-12/2026-03-20",
    "29 февраля": "2024-02-29/2024-02-29",
    "с 5 мая": "2026-05-05/",
    "с 5 мая по сей день": "2026-05-05/",
    "5.05.2026 - сейчас": "2026-05-05/",
    "с 5 мая по сегодня": "2026-05-05/2026-11-23",
    "вчера": "2026-11-22/2026-11-22",
    "наурыздың 12-нен 20-сына дейін": "2026-03-12/2026-03-20",
    "Наурыздың 12-сі мен 20-сы аралығында": "2026-03-12/2026-03-20",
    "12–20 наурыз": "2026-03-12/2026-03-20",
    "5 мамырдан 1 маусымға дейін": "2026-05-05/2026-06-01",
    "2026 жылдың 5 мамырынан 1 маусымына дейін": "2026-05-05/2026-06-01",
    "2026 жылғы 12 наурыздан 20 наурызға дейін": "2026-03-12/2026-03-20",
    "5 мамырдан бастап 10 күн": "2026-05-05/2026-05-14",
    "5 мамырдан бері осындамын": "2026-05-05/",
    "қазан айының 5-10": "2026-10-05/2026-10-10",
    "кантардын 5-нен 10-на дейин": "2026-01-05/2026-01-10",
    "1 shilde - 20 shilde": "2026-07-01/2026-07-20",
    "июльдің 1-нен 20-на дейін": "2026-07-01/2026-07-20",
    "бүкіл шілде": "2026-07-01/2026-07-31",
    "March 12-20, 2026": "2026-03-12/2026-03-20",
    "from 5 May until 1 June 2025": "2025-05-05/2025-06-01",
    "12th to 20th of March": "2026-03-12/2026-03-20",
    "2025 жылғы 12-20 наурыз": "2025-03-12/2025-03-20",
}
MANY = {
    "12-20 марта и 5-20 мая": "2026-03-12/2026-03-20 2026-05-05/2026-05-20",
    "12-20 марта, 5.05–1.06.2026": "2026-03-12/2026-03-20 2026-05-05/2026-06-01",
    "12-20 марта\n5-20 мая 2025": "2025-03-12/2025-03-20 2025-05-05/2025-05-20",
    "28 дек – 5 янв, 5–10 мая 2026": "2025-12-28/2026-01-05 2026-05-05/2026-05-10",
    "5-10, 15-20 мая 2026": "2026-05-05/2026-05-10 2026-05-15/2026-05-20",
    "наурыздың 5-10, 15-20": "2026-03-05/2026-03-10 2026-03-15/2026-03-20",
    "12–20 наурыз және 5–20 мамыр": "2026-03-12/2026-03-20 2026-05-05/2026-05-20",
    "12–20 наурыз, 2026 жылғы 5–20 мамыр": "2026-03-12/2026-03-20 2026-05-05/2026-05-20",
    "март 12-20, 2026; 01.05.2026-10.05.2026": "2026-03-12/2026-03-20 2026-05-01/2026-05-10",
    "был 2 раза в марте: 12-20 марта и 5-20 мая": "2026-03-12/2026-03-20 2026-05-05/2026-05-20",
    "12-20 марта, 12-20 марта": "2026-03-12/2026-03-20",
    "сколько дней мне осталось в шенгене если был 12-20 марта и 5-20 мая?": (
        "2026-03-12/2026-03-20 2026-05-05/2026-05-20"
    ),
}
WRONG = {
    "31 апреля": (Problem.IMPOSSIBLE, "31 апреля"),
    "29.02.2026": (Problem.IMPOSSIBLE, "29.02.2026"),
    "0000-05-05": (Problem.IMPOSSIBLE, "0000-05-05"),
    "12 марта - 31 апреля": (Problem.IMPOSSIBLE, "12 марта - 31 апреля"),
    "20-12 марта": (Problem.REVERSED, "20-12 марта"),
    "20 мая - 5 марта": (Problem.REVERSED, "20 мая - 5 марта"),
    "20.03.2026-12.03.2026": (Problem.REVERSED, "20.03.2026-12.03.2026"),
    "5 мая – 3 мая 2026": (Problem.REVERSED, "5 мая – 3 мая 2026"),
    "20.05-05.03.2026": (Problem.REVERSED, "20.05-05.03.2026"),
    "шілдеде 10 күн болдым": (Problem.NO_DATES, "шілдеде 10 күн"),
    "10 дней в мае": (Problem.NO_DATES, "мае"),
    "с мая по июль": (Problem.NO_DATES, "мая по июль"),
    "12-20": (Problem.NO_MONTH, "12-20"),
    "до 20 марта": (Problem.NO_START, "20 марта"),
    "с 5 мая 2027": (Problem.NO_END, "5 мая 2027"),
    "12.03.1970-20.03.1970": (Problem.TOO_FAR, "12.03.1970-20.03.1970"),
}


def written(text: str, *, planned: bool = False) -> str:
    trips = read_trips(text, TODAY, planned=planned).trips
    return " ".join(f"{trip.first}/{trip.last or ''}" for trip in trips)


@pytest.mark.parametrize("text", READ)
def test_a_trip_is_read(text: str) -> None:
    assert written(text) == READ[text]
    assert not read_trips(text, TODAY).problems


@pytest.mark.parametrize("text", MANY)
def test_many_trips_are_read(text: str) -> None:
    assert written(text) == MANY[text]
    assert not read_trips(text, TODAY).problems


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_named(text: str) -> None:
    read = read_trips(text, TODAY)
    assert [(one.problem, one.part) for one in read.problems] == [WRONG[text]]
    assert not read.trips


def test_the_good_trips_are_read_beside_a_wrong_one() -> None:
    read = read_trips("12-20 марта, 31 апреля, 5-20 мая", TODAY)
    assert [str(trip.first) for trip in read.trips] == ["2026-03-12", "2026-05-05"]
    assert [one.part for one in read.problems] == ["31 апреля"]


@pytest.mark.parametrize(
    ("text", "trips"),
    [
        ("1–20 июля", "2027-07-01/2027-07-20"),
        ("20 ноября - 5 декабря", "2026-11-20/2026-12-05"),
        ("28 дек - 5 янв", "2026-12-28/2027-01-05"),
        ("шілденің 1-інен 20-сына дейін бара аламын ба?", "2027-07-01/2027-07-20"),
        ("с 5 мая на 10 дней", "2027-05-05/2027-05-14"),
        ("до 20 декабря", "2026-11-23/2026-12-20"),
        ("завтра", "2026-11-24/2026-11-24"),
        ("29 февраля", "2028-02-29/2028-02-29"),
    ],
)
def test_a_plan_is_the_next_that_has_not_ended(text: str, trips: str) -> None:
    assert written(text, planned=True) == trips


@pytest.mark.parametrize(("text", "problem"), [("с 5 мая", Problem.NO_END), ("до 5.05.2026", Problem.REVERSED)])
def test_a_plan_needs_both_its_ends(text: str, problem: Problem) -> None:
    read = read_trips(text, TODAY, planned=True)
    assert [one.problem for one in read.problems] == [problem]


@pytest.mark.parametrize(
    "text", ["", "Турция", "90 дней", "сколько дней можно в грузии", "спасибо", "до завтрака", "2 раза"]
)
def test_words_without_days_are_no_trips(text: str) -> None:
    read = read_trips(text, TODAY)
    assert (read.trips, read.problems) == ((), ())


def test_the_rest_and_the_language_are_told() -> None:
    read = read_trips("сколько дней в турции, если был 12-20 марта", TODAY)
    assert (read.rest, read.language) == ("сколько дней в турции, если был", Language.RU)
    assert read_trips("12–20 шілде", TODAY).language is Language.KK
    assert read_trips("12-20 March", TODAY).language is None


# -- every way of writing a day comes back ------------------------------------------------------------

days = st.dates(date(2016, 1, 1), date(2026, 11, 22))


def russian(day: date) -> str:
    return format_date(day, "d MMMM y", locale="ru")


def kazakh(day: date) -> str:
    return f"{day.year} жылғы {format_date(day, 'd MMMM', locale='kk')}"


STYLES: dict[str, Callable[[date, date], str]] = {
    "iso": lambda a, b: f"{a} {b}",
    "iso with a slash": lambda a, b: f"{a}/{b}",
    "dots": lambda a, b: f"{a:%d.%m.%Y}-{b:%d.%m.%Y}",
    "short years": lambda a, b: f"{a:%d.%m.%y} – {b:%d.%m.%y}",
    "slashes": lambda a, b: f"{a:%d/%m/%Y} - {b:%d/%m/%Y}",
    "hyphens": lambda a, b: f"{a:%d-%m-%Y} по {b:%d-%m-%Y}",
    "Russian": lambda a, b: f"с {russian(a)} по {russian(b)}",
    "Russian with a dash": lambda a, b: f"{russian(a)} года — {russian(b)} г.",
    "Russian, short": lambda a, b: f"{a.day} {SHORT[a.month]}. {a.year} - {b.day} {SHORT[b.month]}. {b.year}",
    "Russian, so many days": lambda a, b: f"{(b - a).days + 1} дней с {russian(a)}",
    "Kazakh with a dash": lambda a, b: f"{kazakh(a)} – {kazakh(b)}",
    "Kazakh, from and until": lambda a, b: f"{kazakh(a)}дан {kazakh(b)}ға дейін",
    "Kazakh, possessive": lambda a, b: (
        f"{a.year} жылдың {format_date(a, 'd MMMM', locale='kk')}ынан"
        f" {b.year} жылдың {format_date(b, 'd MMMM', locale='kk')}ына дейін"
    ),
    "English": lambda a, b: f"from {a:%d %B %Y} to {b:%d %B %Y}",
    "English, month first": lambda a, b: f"{a:%B %d, %Y} - {b:%B %d, %Y}",
}
SHORT = dict(enumerate("янв фев мар апр мая июн июл авг сен окт ноя дек".split(), start=1))  # noqa: SIM905


@pytest.mark.parametrize("style", STYLES)
@given(first=days, length=st.integers(0, 98))
def test_a_trip_with_its_years_comes_back(style: str, first: date, length: int) -> None:
    last = min(first + timedelta(days=length), date(2026, 12, 31))
    assert read_trips(STYLES[style](first, last), TODAY).trips == (Trip(first, last),)


@given(days=st.integers(0, 364), length=st.integers(0, 100), planned=st.booleans())
def test_a_trip_without_a_year_is_the_nearest(days: int, length: int, planned: bool) -> None:
    first = TODAY + timedelta(days=days) if planned else TODAY - timedelta(days=days)
    last = first + timedelta(days=length)
    assume((2, 29) not in {(day.month, day.day) for day in (first, last)})
    text = f"{format_date(first, 'd MMMM', locale='ru')} - {format_date(last, 'd MMMM', locale='ru')}"
    (trip,) = read_trips(text, TODAY, planned=planned).trips
    assert trip.last is not None
    assert (trip.first.month, trip.first.day) == (first.month, first.day)
    assert (trip.last.month, trip.last.day) == (last.month, last.day)
    if planned:
        assert trip.last - timedelta(days=366) < TODAY <= trip.last
    else:
        assert trip == Trip(first, last)


SCRAPS = [*READ, *MANY, *WRONG, "и", ",", "-", "по", "с", "дейін", "12", "мая", "2026", "99"]


@given(st.text(max_size=200) | st.lists(st.sampled_from(SCRAPS), max_size=9).map(" ".join), st.booleans())
def test_no_text_raises(text: str, planned: bool) -> None:
    read = read_trips(text, TODAY, planned=planned)
    assert all(trip.last is None or trip.first <= trip.last for trip in read.trips)
    assert all(len(one.part) <= 60 for one in read.problems)


def test_a_long_text_costs_no_more_than_its_first_two_thousand_signs() -> None:
    text = "\n".join(f"{1 + n % 28}.{1 + n % 12}.{1990 + n % 30}" for n in range(5000))
    assert len(read_trips(text, TODAY).trips) == MOST_TRIPS


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("две недели с 5 мая", date(2026, 5, 18)),
        ("с 5 мая десять дней", date(2026, 5, 14)),
        ("5 мамырдан екі апта", date(2026, 5, 18)),
        ("он күн 5 мамырдан", date(2026, 5, 14)),
        ("бір апта 5 мамырдан", date(2026, 5, 11)),
    ],
)
def test_numbers_in_words_count(text: str, last: date) -> None:
    assert read_trips(text, date(2026, 11, 23)).trips == (Trip(date(2026, 5, 5), last),)


@pytest.mark.parametrize(
    "text",
    [
        "5 мая на месяц",
        "2 месяца с 5 мая",
        "с 5 мая пару недель",
        "5 мамырдан екі ай",
        "5 мая полгода",
        "месяц с 5 мая",
    ],
)
def test_a_length_of_no_certain_days_is_asked_for_not_guessed(text: str) -> None:
    read = read_trips(text, date(2026, 11, 23))
    assert read.trips == ()
    assert [one.problem for one in read.problems] == [Problem.NO_END]


@pytest.mark.parametrize("text", ["Казахстан", "Қазақстан", "из Казахстана", "қазақстандықтарға"])
def test_our_own_country_is_no_october(text: str) -> None:
    assert read_trips(text, date(2026, 11, 23)).problems == ()
