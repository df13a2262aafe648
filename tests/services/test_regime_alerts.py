"""Whom changes are told: each person each change once, in as few messages as can be."""

from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.destination import Regime
from bot.domain.review import Difference, difference
from bot.domain.topic import LIST, Topic
from bot.services.regime_alerts import MOST_IN_SUMMARY, MOST_SINGLE, Plan, plan_alerts
from tests.services.facts_for_tests import destination

CODES = [first + second for first in "ABCDEF" for second in "ABCDEF"]


def changed(iso2: str, **values: Any) -> Difference:
    row = destination(iso2)
    return difference(row, replace(row, **(values or {"regime": Regime.VISA_FREE})))


def reaches(plan: Plan, topics: set[Topic], trips: AbstractSet[str] = frozenset()) -> bool:
    wanted = bool(topics & set(plan.audience.topics)) or bool(trips & set(plan.audience.trips))
    return wanted and plan.audience.without not in topics


@given(
    st.integers(0, len(CODES)),
    st.sets(st.sampled_from([LIST, *map(Topic.country, CODES)])),
    st.sets(st.sampled_from(CODES), max_size=3),
)
def test_nobody_is_told_a_change_twice_and_nobody_misses_one(count: int, topics: set[Topic], trips: set[str]) -> None:
    plans = plan_alerts([changed(iso2) for iso2 in CODES[:count]])
    told = Counter(change.iso2 for plan in plans if reaches(plan, topics, trips) for change in plan.changes)
    assert not told or max(told.values()) == 1
    followed = {iso2 for iso2 in CODES[:count] if Topic.country(iso2) in topics or iso2 in trips}
    of_list = set(CODES[: min(count, MOST_IN_SUMMARY if count > MOST_SINGLE else count)]) if LIST in topics else set()
    assert set(told) == followed | of_list


@pytest.mark.parametrize(("count", "messages"), [(0, 0), (1, 1), (3, 3), (4, 1), (36, 1)])
def test_a_follower_of_the_list_gets_one_summary_of_many_changes(count: int, messages: int) -> None:
    plans = [plan for plan in plan_alerts([changed(iso2) for iso2 in CODES[:count]]) if reaches(plan, {LIST})]
    assert len(plans) == messages
    if count > MOST_SINGLE:
        assert plans[0].iso2 == ""
        assert plans[0].left_out == max(0, count - MOST_IN_SUMMARY)


def test_a_change_of_a_schengen_state_reaches_trips_to_schengen() -> None:
    [inside] = plan_alerts([changed("FR", regime=Regime.VISA_FREE, notes="Schengen")])
    [outside] = plan_alerts([changed("GE")])
    assert inside.audience.trips == ("FR", "SCHENGEN")
    assert outside.audience.trips == ("GE",)


def test_the_channel_gets_each_change_once() -> None:
    for count in (2, 30):
        plans = plan_alerts([changed(iso2) for iso2 in CODES[:count]])
        assert len([plan for plan in plans if plan.to_channel]) == (count if count <= MOST_SINGLE else 1)


def test_what_is_nothing_for_travellers_and_what_is_new_is_told_to_nobody() -> None:
    added = difference(None, destination("TR"))
    assert plan_alerts([changed("TR", source_name="МИД"), changed("GE", notes="CONFLICT"), added]) == ()
