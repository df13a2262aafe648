"""Numbers of a period, compared only where the one before was counted whole."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.destination import Confidence
from bot.services.insight import facts_health
from tests.facts import shipped
from tests.numbers import A_FEW, TODAY, days_ago, insights_on, many


async def test_a_period_is_compared_with_the_one_before() -> None:
    insight = await insights_on(many()).gather(30)
    assert insight.joined == sum((n % 7) for n in range(30))
    assert insight.joined_before == sum((n % 7) for n in range(30, 60))
    assert insight.asked_before is not None
    assert insight.questions == insight.asked_before  # the same is asked every day
    assert insight.questions.asked - insight.questions.understood == 30 * 2 * 11
    assert insight.outcomes == {"sent": 12000, "failed:blocked": 200, "skipped:left": 4, "failed:odd_reason": 3}
    assert (await insights_on(many()).gather(90)).outcomes["sent"] == 12100


async def test_nothing_is_compared_with_days_that_were_not_counted() -> None:
    insight = await insights_on(A_FEW).gather(7)
    assert (insight.joined, insight.joined_before) == (1, None)
    assert (insight.questions.asked, insight.questions.understood, insight.asked_before) == (2, 1, None)
    barely = replace(A_FEW, counted_since=days_ago(13), people=replace(A_FEW.people, since=days_ago(13)))
    insight = await insights_on(barely).gather(7)
    assert (insight.joined_before, insight.asked_before is not None) == (3, True)


async def test_only_days_that_were_read_can_be_asked_for() -> None:
    with pytest.raises(ValueError, match="365"):
        await insights_on(A_FEW).gather(365)


def test_facts_that_need_a_look_are_counted() -> None:
    one = shipped().destinations["TR"]
    rows = (
        replace(one, iso2="AA", confirmed_on=TODAY - timedelta(days=366), confidence=Confidence.HIGH),
        replace(one, iso2="BB", confirmed_on=TODAY - timedelta(days=365), confidence=Confidence.LOW),
        replace(one, iso2="CC", confirmed_on=TODAY, source_url="", confidence=Confidence.HIGH),
        replace(one, iso2="DD", confirmed_on=TODAY + timedelta(days=1), confidence=Confidence.HIGH),
    )
    health = facts_health(replace(shipped(), destinations={row.iso2: row for row in rows}), TODAY)
    assert [row.iso2 for row in health.by_age] == ["AA", "BB", "CC", "DD"]
    assert (health.old, health.soon, health.conflicting, health.unsourced, health.oldest_days) == (1, 1, 1, 1, 366)
    assert facts_health(replace(shipped(), destinations={}), TODAY).oldest_days == 0
