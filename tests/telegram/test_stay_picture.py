"""The window of a stay as a picture."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.domain.stay import Rule, Trip, last_legal_day, left, used
from bot.domain.stay_limits import PerEntry, Rolling
from bot.i18n import Translator
from bot.pictures.rendering import Renderer
from bot.telegram.views.stay_picture import FREE, MOST_MONTHS, OLD, SPENT, Stay, draw

SCHENGEN = Rule((Rolling(90, 180),))
DAY = date(2026, 11, 23)
TRIPS = (Trip(date(2026, 3, 12), date(2026, 3, 20)), Trip(date(2026, 9, 5), date(2026, 9, 30)))


def stay_of(rule: Rule, trips: tuple[Trip, ...], day: date = DAY, place: str = "Шенген") -> Stay:
    usage = used(rule, trips, day)
    assert usage is not None
    return Stay(place, day, trips, usage, left(rule, trips, day), last_legal_day(rule, trips, day))


def cells(svg: str, fill: str) -> int:
    """Return how many days have this colour: cells are the small rectangles with round corners."""
    return len(re.findall(rf'height="39" rx="5" fill="{fill}"', svg))


def test_each_day_has_the_colour_of_what_it_is() -> None:
    svg = draw(Translator()[Language.RU], stay_of(SCHENGEN, TRIPS))
    assert cells(svg, SPENT) == 26
    assert cells(svg, OLD) == 0, "March lies before the months that are drawn"
    assert cells(svg, FREE) == 63, "64 are left with today, which is ringed"
    assert ">26<" in svg
    assert ">из 90 дней<" in svg


def test_days_out_of_the_window_are_seen_as_such() -> None:
    trips = (Trip(date(2026, 5, 25), date(2026, 6, 2)),)
    svg = draw(Translator()[Language.KK], stay_of(SCHENGEN, trips))
    assert cells(svg, SPENT) == 6, "the window begins on 28 May"
    assert cells(svg, OLD) == 3
    assert "енді есептелмейді" in svg


def test_who_is_still_there_spends_days_until_today() -> None:
    svg = draw(Translator()[Language.RU], stay_of(Rule((PerEntry(30),)), (Trip(date(2026, 11, 10)),)))
    assert cells(svg, SPENT) == 13, "and today, which is ringed"
    assert cells(svg, FREE) == 16


@pytest.mark.parametrize("language", list(Language))
async def test_it_can_be_drawn(language: Language) -> None:
    svg = draw(Translator()[language], stay_of(SCHENGEN, TRIPS, place="<Шенген> & Co"), "sapar_bot")
    assert (await Renderer().png(svg)).startswith(b"\x89PNG")


spans = st.tuples(st.integers(-700, 60), st.integers(0, 120)).map(
    lambda pair: Trip(DAY + timedelta(days=pair[0]), DAY + timedelta(days=pair[0] + pair[1]))
)


@given(
    st.lists(spans, max_size=8).map(tuple), st.sampled_from([SCHENGEN, Rule((PerEntry(30),)), Rule((Rolling(30, 30),))])
)
def test_any_trips_fit_on_the_picture(trips: tuple[Trip, ...], rule: Rule) -> None:
    svg = draw(Translator()[Language.KK], stay_of(rule, trips))
    height = int(re.search(r'height="(\d+)"', svg)[1])  # type: ignore[index]
    assert height < 1100 + MOST_MONTHS * 46
