"""Trips and a plan told in one message."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.stay import Trip
from bot.understanding.trips import read_trips
from bot.understanding.trips.clauses import parted

TODAY = date(2026, 11, 23)
MARCH = Trip(date(2026, 3, 12), date(2026, 3, 20))
JULY = Trip(date(2027, 7, 1), date(2027, 7, 20))

BOTH = (
    "был в Шенгене 12–20 марта, можно ли поехать 1–20 июля?",
    "Можно поехать в Шенген 1–20 июля, если был там 12–20 марта?",
    "была в Шенгене 12-20 марта. Хочу поехать 1-20 июля",
    "в шенгене был 12–20 марта смогу поехать 1–20 июля",
    "Шенгенде 12–20 наурызда болдым, енді 1–20 шілдеде бара аламын ба?",
    "Шенгенге 1–20 шілдеде бара аламын ба, 12–20 наурызда болғанмын",
)


@pytest.mark.parametrize("text", BOTH)
def test_what_was_and_what_is_planned_are_told_apart(text: str) -> None:
    told, planned = parted(text)
    assert read_trips(told, TODAY).trips == (MARCH,)
    assert read_trips(planned, TODAY, planned=True).trips == (JULY,)


@pytest.mark.parametrize(
    "text",
    [
        "сколько дней осталось в Шенгене, если был 12–20 марта, 5.05–1.06.2026",
        "могу ли я поехать 1–20 июля",
        "был в Шенгене 12–20 марта, можно ещё?",
        "Түркияда 12–20 наурызда болдым, қанша күн болуға болады?",
    ],
)
def test_where_only_one_of_them_has_days_the_text_stays_whole(text: str) -> None:
    assert parted(text) == (text, "")


@given(st.text(alphabet="был можно, если 12–20 марта?.\n", max_size=80))
def test_no_word_is_lost_or_said_twice(text: str) -> None:
    told, planned = parted(text)
    assert sorted(told + planned) == sorted(text)
