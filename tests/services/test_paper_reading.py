"""Papers and trips as people type them, in both languages."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reminder import ReminderKind
from bot.services.paper_reading import ReadPaper, read_paper, sounds_like_paper
from bot.services.trip_reading import read_trip, tells_of_trip
from bot.understanding import Understanding

TODAY = date(2026, 11, 23)
SETS = Path(__file__).parent.parent / "understanding"
NOBODY = Understanding.load(())


@pytest.fixture(scope="module")
def understanding() -> Understanding:
    return Understanding.load()


PASSPORT, VISA = ReminderKind.PASSPORT, ReminderKind.VISA


@pytest.mark.parametrize(
    ("text", "kind", "place", "expires"),
    [
        ("15.08.2031", None, None, date(2031, 8, 15)),
        ("2031-08-15", None, None, date(2031, 8, 15)),
        ("до 15 августа 2031 года", None, None, date(2031, 8, 15)),
        ("2031 жылғы 15 тамызға дейін", None, None, date(2031, 8, 15)),
        ("паспорт 15.08.2031", PASSPORT, None, date(2031, 8, 15)),
        ("төлқұжат 2031 жылғы 15 тамыз", PASSPORT, None, date(2031, 8, 15)),
        ("виза в Японию до 12.03.2027", VISA, "JP", date(2027, 3, 12)),
        ("шенген 12.03.27", None, "SCHENGEN", date(2027, 3, 12)),
        ("Жапония визасы 12.01–12.03.2027", VISA, "JP", date(2027, 3, 12)),
        ("15 августа", None, None, date(2027, 8, 15)),
        ("Франция", None, "FR", None),
        ("привет", None, None, None),
    ],
)
def test_a_paper_is_read_as_people_type_it(
    understanding: Understanding, text: str, kind: ReminderKind | None, place: str | None, expires: date | None
) -> None:
    read = read_paper(text, understanding, TODAY)
    assert (read.kind, read.place, read.expires) == (kind, place, expires)


def test_wrong_and_several_days_are_told_apart(understanding: Understanding) -> None:
    impossible, several = (
        read_paper("31.02.2027", understanding, TODAY),
        read_paper("1.02.2027 и 3.04.2027", understanding, TODAY),
    )
    assert impossible.names_a_day
    assert impossible.expires is None
    assert impossible.problems
    assert several.days == 2
    assert several.expires is None
    assert read_paper("спасибо", understanding, TODAY).is_nothing


def test_what_was_said_before_fills_what_is_missing() -> None:
    said = ReadPaper(VISA, None, date(2027, 3, 12))
    assert ReadPaper(place="JP").over(said) == ReadPaper(VISA, "JP", date(2027, 3, 12))
    assert ReadPaper(PASSPORT, expires=date(2030, 1, 1)).over(said).expires == date(2030, 1, 1)


@given(st.dates(TODAY, TODAY + timedelta(days=7000)), st.sampled_from(["{:%d.%m.%Y}", "{:%Y-%m-%d}", "до {:%d.%m.%Y}"]))
def test_any_written_day_is_read(day: date, form: str) -> None:
    assert read_paper(form.format(day), NOBODY, TODAY).expires == day


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    read_paper(text, NOBODY, TODAY)
    read_trip(text, NOBODY, TODAY)
    tells_of_trip(text)


@pytest.mark.parametrize(
    "text",
    [
        "еду в Турцию 3–15 июля",
        "Лечу в Турцию с 3 по 15 июля",
        "шілденің 3-15 Түркияға барамын",
        "поеду в Турцию 3-15.07",
    ],
)
def test_a_trip_is_told_in_words(understanding: Understanding, text: str) -> None:
    read = read_trip(text, understanding, TODAY)
    assert tells_of_trip(text)
    assert read.place == "TR"
    assert read.trip is not None
    assert (read.trip.first, read.trip.last) == (date(2027, 7, 3), date(2027, 7, 15))


@pytest.mark.parametrize(
    "text",
    [
        "еду в Турцию", "еду в Турцию 3–15 июля, нужна ли виза", "Түркияға 3-15 шілде барамын, виза керек пе",
        "сколько дней осталось, если был 3–15 июля", "3–15 июля", "обедал 3 июля",
    ],
)  # fmt: skip
def test_questions_are_no_told_trips(text: str) -> None:
    assert not tells_of_trip(text)


def test_several_trips_are_none() -> None:
    read = read_trip("3–5 июля и 8–9 августа", NOBODY, TODAY)
    assert read.is_several
    assert read.names_days
    assert read.trip is None


@pytest.mark.parametrize(
    "text",
    ["паспорт 15.08.2031", "мой паспорт действует до 15.08.31", "виза Шенген 12.03.2027", "Жапония визасы 12.03.2027"],
)
def test_a_paper_told_out_of_the_blue_is_heard(understanding: Understanding, text: str) -> None:
    assert sounds_like_paper(text)
    assert read_paper(text, understanding, TODAY).is_whole


@pytest.mark.parametrize(
    "text",
    [
        "паспорт до 15.03.2027, пустят в Таиланд?",
        "виза 12.03.2027",
        "паспорт до августа",
        "виза в Турцию 3 июля",
        "паспорт 31.02.2031",
        "15.08.2031",
        "сколько стоит виза в Японию в 2026",
    ],
)
def test_a_question_or_half_a_paper_is_none(understanding: Understanding, text: str) -> None:
    assert not (sounds_like_paper(text) and read_paper(text, understanding, TODAY).is_whole)


def test_no_question_of_the_sets_is_taken_for_a_paper(understanding: Understanding) -> None:
    for name in ("dev", "seen", "aside"):
        with (SETS / f"{name}.csv").open(encoding="utf-8") as file:
            texts = [row["text"] for row in csv.DictReader(file) if sounds_like_paper(row["text"])]
        assert [text for text in texts if read_paper(text, understanding, TODAY).is_whole] == []
