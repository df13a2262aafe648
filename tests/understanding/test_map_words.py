"""When the map is wanted, and when a card of another kind is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.map_words import asked_for_map


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("карта", ""),
        ("Покажите карту!", ""),
        ("карта мира", "мира"),
        ("покажи мне карту Европы", "Европы"),
        ("визовая карта", "визовая"),
        ("карта безвизовых стран в азии", "безвизовых стран азии"),
        ("әлем картасы", "әлем"),
        ("Еуропа картасын көрсет", "Еуропа"),
        ("картаны көрсетіңізші", ""),
        ("карта юго-восточной азии", "юго восточной азии"),
    ],
)
def test_the_map_is_asked_for(text: str, wanted: str) -> None:
    assert asked_for_map(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "карта поляка",
        "нужна ли миграционная карта в турции",
        "миграционная карта",
        "банковская карта",
        "карта мир",
        "можно платить картой в грузии",
        "карта прибытия таиланд",
        "турция",
        "картахена",
        "виза в картахену",
        "",
        "карта " * 20,
    ],
)
def test_another_card_is_no_map(text: str) -> None:
    assert asked_for_map(text) is None


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    assert asked_for_map(text) is None or "карт" in text.lower()
