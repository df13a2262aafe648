"""What a passport is too short for, by the shipped facts."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.passport import ValidityRule, months_later
from bot.domain.question import SCHENGEN
from bot.services.validity import demands, is_too_short, rule_for, too_short_for
from tests.facts import shipped

DAY = date(2026, 11, 23)


def test_schengen_counts_from_leaving_and_others_from_entry() -> None:
    assert rule_for(shipped(), "FR") == rule_for(shipped(), SCHENGEN) == ValidityRule(3, after_leaving=True)
    assert rule_for(shipped(), "TH") == ValidityRule(6)
    assert rule_for(shipped(), "GE") is None
    assert rule_for(shipped(), "KZ") is None


def test_a_trip_needs_what_the_place_demands() -> None:
    first, last = date(2027, 7, 3), date(2027, 7, 15)
    assert is_too_short(shipped(), "TH", date(2028, 1, 2), first, last) is True
    assert is_too_short(shipped(), "TH", date(2028, 1, 3), first, last) is False
    assert is_too_short(shipped(), SCHENGEN, date(2027, 10, 14), first, last) is True
    assert is_too_short(shipped(), SCHENGEN, date(2027, 10, 15), first, last) is False


def test_where_the_facts_say_nothing_only_the_trip_itself_is_certain() -> None:
    first, last = date(2027, 7, 3), date(2027, 7, 15)
    assert is_too_short(shipped(), "GE", date(2027, 7, 14), first, last) is True
    assert is_too_short(shipped(), "GE", date(2027, 7, 15), first, last) is None


@given(st.dates(date(2026, 1, 1), date(2036, 1, 1)))
def test_every_place_with_a_rule_is_told_once_and_judged_as_a_model_does(expires: date) -> None:
    found = demands(shipped(), expires, DAY)
    places = [place for one in found for place in one.places]
    ruled = {one.iso2 for one in shipped().destinations.values() if one.passport_validity_months}
    assert sorted(places) == sorted((ruled - shipped().schengen) | {SCHENGEN})
    months = {place: shipped().destinations["FR" if place == SCHENGEN else place] for place in places}
    short = {p for p, one in months.items() if months_later(DAY, one.passport_validity_months or 0) > expires}
    assert set(too_short_for(found)) == short
