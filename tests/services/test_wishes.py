"""Wishes about where to go, and which of them to give up."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.destination import Regime, Region
from bot.domain.question import Filters
from bot.services.lists import ASIA
from bot.services.wishes import Wish, count, loosenings, without_stay
from tests.facts import shipped

FILTERS = st.builds(
    Filters,
    st.lists(st.sampled_from(Regime), unique=True, max_size=3).map(tuple),
    st.lists(st.sampled_from(Region), unique=True, max_size=3).map(tuple),
    st.none() | st.integers(1, 400),
)


@given(FILTERS)
def test_what_is_loosened_lets_something_through_and_changes_one_wish_alone(filters: Filters) -> None:
    for found in loosenings(shipped(), filters):
        assert found.count == count(shipped(), found.filters) > 0
        changed = {
            Wish.DAYS: found.filters.min_days != filters.min_days,
            Wish.REGIME: found.filters.regimes != filters.regimes,
            Wish.REGION: found.filters.regions != filters.regions,
        }
        assert [wish for wish, is_changed in changed.items() if is_changed] == [found.wish]


def test_the_nearest_shorter_stay_comes_first() -> None:
    found = loosenings(shipped(), Filters((Regime.VISA_FREE,), (Region.SOUTH_ASIA,), 90))
    assert (found[0].wish, found[0].filters.min_days) == (Wish.DAYS, 30)
    assert {one.wish: one.filters.regions for one in found}[Wish.REGION] == ASIA


def test_wishes_that_were_not_made_are_not_loosened() -> None:
    assert loosenings(shipped(), Filters()) == ()


def test_those_whose_stay_nobody_tells_are_counted_when_a_stay_is_wished() -> None:
    free = Filters((Regime.VISA_FREE,))
    unknown = [one for one in shipped().destinations.values() if one.regime is Regime.VISA_FREE and not one.stay_days]
    assert without_stay(shipped(), free) == 0
    assert without_stay(shipped(), Filters((Regime.VISA_FREE,), min_days=30)) == len(unknown) > 0
