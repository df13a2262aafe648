"""Checklists: ticks, their revision, and whether the facts still say so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.checklist import MOST_ITEMS, Checklist, ChecklistItem, is_said, is_ticked, read_ticks, toggled
from bot.domain.language import Language

LISTS = st.integers(1, MOST_ITEMS).map(lambda count: made_of(*(f"item {number}" for number in range(count))))


def made_of(*words: str) -> Checklist:
    items = tuple(ChecklistItem("TR", "documents", dict.fromkeys(Language, one)) for one in words)
    return Checklist("TR", items)


@given(LISTS, st.data())
def test_ticks_come_back_from_a_button(checklist: Checklist, data: st.DataObject) -> None:
    ticks = data.draw(st.integers(0, checklist.every))
    assert read_ticks(f"{ticks:x}", checklist) == ticks


@given(st.integers(0, 0xFFFF), st.integers(0, MOST_ITEMS - 1))
def test_a_tap_changes_one_tick_and_a_second_takes_it_back(ticks: int, place: int) -> None:
    changed = toggled(ticks, place)
    assert [number for number in range(MOST_ITEMS) if is_ticked(ticks, number) != is_ticked(changed, number)] == [place]
    assert toggled(changed, place) == ticks


@given(st.text(), LISTS)
def test_what_is_no_ticks_of_this_list_is_a_value_error_and_nothing_else(text: str, checklist: Checklist) -> None:
    try:
        ticks = read_ticks(text, checklist)
    except ValueError:
        return
    assert 0 <= ticks <= checklist.every


@pytest.mark.parametrize("text", ["", "-1", "0x1", "10", "g", "00000", "1 ", "١"])
def test_forged_ticks_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="tick"):
        read_ticks(text, made_of("a", "b", "c"))


def test_the_revision_changes_with_any_item_and_with_their_order() -> None:
    revisions = {made_of(*words).revision for words in (("a", "b"), ("b", "a"), ("a", "c"), ("a", "b", "c"))}
    assert len(revisions) == 4
    assert all(len(revision) == 4 for revision in revisions)


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("Страховка от 30 000 евро", True),
        ("Страховки от 30 000 евро", True),
        ("Страховка от 50 000 евро", False),
        ("Справка о судимости", False),
    ],
)
def test_an_item_is_borne_out_by_its_words_in_any_ending_and_by_its_exact_numbers(words: str, is_so: bool) -> None:
    assert is_said(words, "Нужны анкета, фото и страховка не меньше чем от 30 000 евро.") is is_so
