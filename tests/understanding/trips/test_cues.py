"""What a message about days wants."""

import pytest

from bot.understanding.trips.cues import asks_days_left, sounds_like_plan, was_never_there

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
