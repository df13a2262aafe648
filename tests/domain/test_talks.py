"""Dates as exact as their source, and where the talks are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.talks import PartialDate, Stage, TalksEvent, current_stage, rounds_held, since


def event(number: int, date: str, stage: Stage, *, moves: bool = True) -> TalksEvent:
    return TalksEvent(number, PartialDate.parse(date), stage, moves, {}, {}, "", (), "high")


@given(st.dates())
def test_a_day_is_written_as_it_was_read(day: object) -> None:
    assert str(PartialDate.parse(str(day))) == str(day)


@pytest.mark.parametrize("text", ["2026", "2026-03", "2026-03-03"])
def test_months_and_years_stay_as_inexact_as_they_are(text: str) -> None:
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize("text", ["", "26", "2026-3", "2026-13", "2026-02-30", "03.03.2026", "²⁰²⁶", "2026-03-03-01"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="."):
        PartialDate.parse(text)


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    try:
        parsed = PartialDate.parse(text)
    except ValueError:
        return
    assert str(parsed) == text.strip()


def test_only_moving_events_set_the_stage() -> None:
    events = (
        event(1, "2025-12-02", Stage.ROUND),
        event(2, "2026-03-03", Stage.ROUND),
        event(3, "2026-05-28", Stage.CONTEXT, moves=False),
        event(4, "2026-01-22", Stage.ROUND, moves=False),
    )
    assert current_stage(events) == events[1]
    assert rounds_held(events) == events[:2]
    assert since(events, Stage.ROUND) == events[0]
    assert since(events, Stage.SIGNATURE) is None


def test_a_withdrawn_event_moves_nothing() -> None:
    first, second = event(1, "2025-12-02", Stage.ROUND), event(2, "2026-03-03", Stage.INITIALLING)
    assert current_stage((first, replace(second, withdrawn=True))) == first


def test_the_thirteen_stages_are_numbered_and_the_others_are_not() -> None:
    assert [stage.position for stage in Stage] == [*range(1, 14), None, None, None]
