"""What an edit changes, whom that concerns, and taking it back."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.destination import Confidence, Destination, MfaGroup, Regime
from bot.domain.review import difference, stay_contradicts, stay_told, untranslated
from bot.domain.stay_rule import StayRule
from bot.domain.undo import UndoError, undo
from tests.services.facts_for_tests import destination

FREE = destination("TR", regime=Regime.VISA_FREE, stay_days=90, stay_rule="up to 90 days")
LATER = {"as_of": date(2026, 11, 1), "confirmed_on": date(2026, 11, 2)}

edits = st.fixed_dictionaries(
    {},
    optional={
        "regime": st.sampled_from(list(Regime)),
        "stay_days": st.none() | st.integers(1, 365),
        "stay_rule": st.sampled_from(["", "up to 90 days", "90 in 180", "odd"]),
        "conditions": st.sampled_from(["", "Insurance", "Not for work"]),
        "passport_validity_months": st.none() | st.integers(1, 120),
        "source_name": st.sampled_from(["МИД", "Kazinform"]),
        "confidence": st.sampled_from(list(Confidence)),
        "mfa_group": st.none() | st.sampled_from(list(MfaGroup)),
        "notes": st.sampled_from(["", "Schengen", "CONFLICT"]),
    },
)


@given(edits)
def test_a_destination_is_read_as_written(values: dict[str, Any]) -> None:
    row = replace(FREE, **values)
    assert Destination.from_texts(row.to_texts()) == row
    assert all(isinstance(text, str) for text in row.to_texts().values())


@pytest.mark.parametrize(
    ("values", "concerns"),
    [
        ({"regime": Regime.EVISA}, True),
        ({"stay_days": 30}, True),
        ({"stay_rule": "90 in 180"}, True),
        ({"stay_rule": ""}, False),  # 90 days, as before
        ({"conditions": "Insurance"}, True),
        ({"passport_validity_months": 6}, True),
        ({"source_name": "МИД", **LATER}, False),
        ({"notes": "CONFLICT", "confidence": Confidence.LOW}, False),
    ],
)
def test_only_what_travellers_see_concerns_them(values: dict[str, Any], concerns: bool) -> None:
    assert difference(FREE, replace(FREE, **values)).concerns_travellers is concerns


def test_a_stay_is_told_by_its_rule_its_words_or_its_days() -> None:
    assert stay_told(FREE) == StayRule(longest=90) == stay_told(replace(FREE, stay_rule=""))
    assert stay_told(replace(FREE, stay_rule="as long as you like")) == "as long as you like"
    assert stay_told(replace(FREE, stay_rule="", stay_days=None)) is None


def test_days_and_rule_must_say_the_same() -> None:
    assert not stay_contradicts(FREE)
    assert stay_contradicts(replace(FREE, stay_days=30))
    assert stay_contradicts(replace(FREE, stay_rule="90 in 180", stay_days=None))
    assert not stay_contradicts(replace(FREE, stay_rule="odd", stay_days=1))
    visa = "90 in 180 on a short-stay visa, all Schengen states together"
    assert not stay_contradicts(replace(FREE, stay_rule=visa, stay_days=None))


def test_texts_without_a_translation_are_found_once() -> None:
    changes = [difference(FREE, replace(FREE, conditions="Be quick", notes="Known", stay_rule="90 in 180"))] * 2
    assert untranslated(changes, {"Known"}) == ("Be quick",)


# -- taking back -----------------------------------------------------------------------------------


@given(edits)
def test_an_undo_restores_the_row_exactly_and_an_undo_of_that_brings_it_again(values: dict[str, Any]) -> None:
    edit = difference(FREE, replace(FREE, **{**LATER, **values}))
    back = undo(edit, edit.after)
    assert back.after == FREE
    assert undo(back, FREE).after == edit.after


@given(edits, edits)
def test_an_undo_leaves_other_columns_as_they_are_or_refuses(first: dict[str, Any], second: dict[str, Any]) -> None:
    edit = difference(FREE, replace(FREE, **first))
    current = replace(edit.after, **second)
    touched = {column for column in edit.columns if getattr(current, column) != getattr(edit.after, column)}
    try:
        restored = undo(edit, current).after
    except UndoError as error:
        gone = all(getattr(current, column) == getattr(FREE, column) for column in edit.columns)
        assert error.key == ("destinations-undo-done" if gone else "destinations-undo-later")
        assert gone or set(error.columns) == touched
        return
    assert not touched
    for column in FREE.to_texts():
        expected = FREE if column in edit.columns else current
        assert getattr(restored, column) == getattr(expected, column)


def test_an_added_destination_cannot_be_undone() -> None:
    with pytest.raises(UndoError, match="was added"):
        undo(difference(None, FREE), FREE)


def test_an_undo_never_leaves_a_source_newer_than_its_confirmation() -> None:
    edit = difference(FREE, replace(FREE, confirmed_on=date(2026, 11, 1)))
    with pytest.raises(UndoError) as caught:
        undo(edit, replace(edit.after, as_of=date(2026, 10, 1)))
    assert caught.value.columns == ("as_of",)
