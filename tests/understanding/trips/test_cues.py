"""What a message about days wants."""

import csv
from datetime import date
from pathlib import Path

import pytest

from bot.understanding.trips import read_trips
from bot.understanding.trips.cues import asks_days_left, sounds_like_plan, tells_of_trips, was_never_there

SETS = Path(__file__).parent.parent
ASKED = (
    "сколько дней осталось в Шенгене, если был 12-20 марта",
    "была в Турции 5.05–1.06, сколько ещё можно",
    "Түркияда 5 мамырдан 20 мамырға дейін болдым, неше күн қалды",
    "how many days left in Schengen after 12-20 March",
)


@pytest.mark.parametrize("text", ASKED)
def test_a_question_about_days_left_is_heard(text: str) -> None:
    assert asks_days_left(text)


@pytest.mark.parametrize(
    "text", ["виза в Турцию", "сколько дней осталось", "Шенген 90/180", "куда без визы на 30 дней"]
)
def test_without_days_of_trips_or_words_of_staying_it_is_another_question(text: str) -> None:
    assert not asks_days_left(text)


def takes(text: str) -> bool:
    return asks_days_left(text) and tells_of_trips(text, read_trips(text, date(2026, 11, 23)))


@pytest.mark.parametrize(
    "text", [*ASKED, "я в Турции с 5 октября, сколько дней осталось", "был 20–12 марта, сколько дней ещё"]
)
def test_it_is_taken_where_it_tells_of_trips(text: str) -> None:
    assert takes(text)


@pytest.mark.parametrize(
    "text",
    [
        "сколько дней можно быть в Таиланде с 15 июля",
        "төлқұжатымның мерзіміне 4 ай қалды, Египетке кіргізе ме",
        "сколько дней сейчас в Таиланде, 60 или вернули 30?",
        "остался в турции дольше 90 дней какой штраф",
    ],
)
def test_a_term_or_the_day_of_a_change_is_no_trip(text: str) -> None:
    assert not takes(text)


def test_no_question_of_the_sets_is_taken_for_trips() -> None:
    for name in ("dev", "seen", "aside"):
        with (SETS / f"{name}.csv").open(encoding="utf-8") as file:
            taken = [row["text"] for row in csv.DictReader(file) if takes(row["text"])]
        assert taken == []


@pytest.mark.parametrize(
    "text", ["можно 1–20 июля?", "хочу поехать 1–20 июля", "1–20 шілдеде бара аламын ба", "1–20 июля?"]
)
def test_a_wish_is_a_plan(text: str) -> None:
    assert sounds_like_plan(text)


@pytest.mark.parametrize("text", ["1–20 июля", "ещё был 1–20 июля?", "добавь 1–20 июля", "1–20 шілдеде болдым"])
def test_what_was_is_none(text: str) -> None:
    assert not sounds_like_plan(text)


@pytest.mark.parametrize("text", ["нет", "Не было!", "ни разу", "болған жоқпын", "жоқ.", "never"])
def test_who_was_never_there_says_so(text: str) -> None:
    assert was_never_there(text)
    assert not was_never_there(f"{text} так думаю")
