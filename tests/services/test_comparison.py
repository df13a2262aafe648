"""What sets places apart."""

import pytest

from bot.domain.language import Language
from bot.domain.question import SCHENGEN
from bot.services.comparison import MOST_SIDES, easier, is_one_area, longer, side_of, sides_of, similar
from tests.facts import shipped


def codes(places: tuple[str, ...], best: str) -> list[str]:
    sides = sides_of(shipped(), places)
    return [side.place for side in (easier(sides) if best == "easier" else longer(sides))]


@pytest.mark.parametrize(
    ("places", "is_easier", "is_longer"),
    [
        (("TR", "EG"), ["TR"], ["TR"]),
        (("TR", "GE"), [], ["GE"]),
        (("AE", "TH"), [], []),
        (("TR", "AE", "JP"), ["TR", "AE"], []),
        (("TR", SCHENGEN), ["TR"], []),
        (("GB", SCHENGEN), [], []),
    ],
)
def test_which_is_easier_and_which_lets_one_stay_longer(
    places: tuple[str, ...], is_easier: list[str], is_longer: list[str]
) -> None:
    assert codes(places, "easier") == is_easier
    assert codes(places, "longer") == is_longer


def test_each_place_stands_there_once_and_no_more_than_fit() -> None:
    sides = sides_of(shipped(), ("TR", "TR", "??", "GE", "AE", "TH"))
    assert [side.place for side in sides] == ["TR", "GE", "AE"]
    assert len(sides) == MOST_SIDES


def test_schengen_is_as_old_as_the_oldest_of_its_states() -> None:
    area = side_of(shipped(), SCHENGEN)
    assert area is not None
    assert area.days == 90
    assert area.confirmed_on == min(shipped().destinations[code].confirmed_on for code in shipped().schengen)
    assert side_of(shipped(), "??") is None


def test_one_visa_serves_schengen_states_only() -> None:
    assert is_one_area(shipped(), sides_of(shipped(), ("DE", "FR", SCHENGEN)))
    assert not is_one_area(shipped(), sides_of(shipped(), ("DE", "TR")))


def test_similar_places_are_of_the_same_region_and_never_those_compared() -> None:
    regions = {shipped().destinations[code].region for code in similar(shipped(), ("TR",), Language.RU, 5)}
    assert regions == {shipped().destinations["TR"].region}
    assert "TR" not in similar(shipped(), ("TR",), Language.KK, 300)
    assert similar(shipped(), (SCHENGEN,), Language.KK, 3)
