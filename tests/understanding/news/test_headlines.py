"""How the reader fares on labelled headlines: nearly all that matters reaches the editors, nearly nothing else does."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest

from bot.domain.watch import Item
from bot.understanding.news import NewsReader
from tests.understanding.news.labelled import SETS, Labelled, drafts, judged, labelled

TODAY = datetime(2026, 11, 22, tzinfo=UTC)
MAY_BE_MISSED = dict.fromkeys(SETS, 0.05) | {"samples": 0.0}
MAY_BE_TOLD = dict.fromkeys(SETS, 0.03) | {"samples": 0.0}
Dated = Callable[[Item], Item]


def as_dated(item: Item) -> Item:
    return item


def shifted(item: Item) -> Item:
    return replace(item, published=item.published and item.published + timedelta(days=200))


def all_today(item: Item) -> Item:
    return replace(item, published=TODAY)


def undated(item: Item) -> Item:
    return replace(item, published=None)


@pytest.mark.parametrize("name", SETS)
def test_what_matters_reaches_the_editors(reader: NewsReader, name: str) -> None:
    relevant = [row.item for row in labelled(name) if row.subject]
    missed = [item.title for item in relevant if reader.judge(item) is None]
    assert len(missed) <= len(relevant) * MAY_BE_MISSED[name], missed


@pytest.mark.parametrize("name", SETS)
def test_what_does_not_matter_stays_away(reader: NewsReader, name: str) -> None:
    others = [row.item for row in labelled(name) if not row.subject]
    told = [item.title for item in others if reader.judge(item) is not None]
    assert len(told) <= len(others) * MAY_BE_TOLD[name], told


@pytest.mark.parametrize("name", SETS)
def test_the_subject_and_the_places_are_told(reader: NewsReader, name: str) -> None:
    for row, judgement in judged(reader, labelled(name)):
        assert (judgement.subject.value, " ".join(judgement.places)) == (row.subject, row.places), row.item.title


@pytest.mark.parametrize("name", SETS)
def test_the_step_of_the_talks_is_told(reader: NewsReader, name: str) -> None:
    found = judged(reader, labelled(name))
    wrong = [row.item.title for row, judgement in found if (judgement.stage or "") != row.stage]
    assert len(wrong) <= len(found) * 0.02


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("dated", [as_dated, shifted])
def test_reports_of_one_event_make_one_draft(reader: NewsReader, name: str, dated: Dated) -> None:
    made = drafts(reader, [replace(row, item=dated(row.item)) for row in labelled(name)])
    assert not split_events(made)
    assert len(mixed_drafts(made)) <= len(made) * 0.03


@pytest.mark.parametrize("seed", range(5))
def test_the_samples_make_the_same_drafts_in_whatever_order_they_come(reader: NewsReader, seed: int) -> None:
    rows = labelled("samples")
    random.Random(seed).shuffle(rows)
    made = drafts(reader, [replace(row, item=all_today(row.item)) for row in rows])
    assert not mixed_drafts(made)
    assert sorted(map(len, made)) == [1, 1, 1, 2, 2, 2, 4, 6]


@pytest.mark.parametrize("dated", [all_today, undated])
@pytest.mark.parametrize("name", SETS)
def test_without_dates_what_is_told_still_tells_events_apart(reader: NewsReader, name: str, dated: Dated) -> None:
    found = judged(reader, [replace(row, item=dated(row.item)) for row in labelled(name)])
    joined = one_event = 0
    for (row, judgement), (other, other_judgement) in combinations(found, 2):
        if row.event != other.event:
            one_event += 1
            joined += reader.same_event((row.item, judgement), (other.item, other_judgement))
    assert joined <= max(1, one_event * 0.005)


def test_the_order_of_two_items_does_not_matter(reader: NewsReader) -> None:
    found = judged(reader, labelled("samples") + labelled("headlines_aside"))
    for (row, judgement), (other, other_judgement) in combinations(found, 2):
        one, two = (row.item, judgement), (other.item, other_judgement)
        assert reader.same_event(one, two) == reader.same_event(two, one)
        assert reader.same_event(one, one)


def split_events(made: list[list[Labelled]]) -> list[str]:
    counts = Counter(event for draft in made for event in {row.event for row in draft})
    return [event for event, count in counts.items() if count > 1]


def mixed_drafts(made: list[list[Labelled]]) -> list[list[str]]:
    return [[row.item.title for row in draft] for draft in made if len({row.event for row in draft}) > 1]


def test_headlines_of_another_hand_fare_nearly_as_well(reader: NewsReader) -> None:
    rows = [replace(row, places=row.places.replace("|", " ")) for row in labelled("headlines_apart")]
    found = judged(reader, rows)
    right = [row for row, told in found if (told.subject.value, " ".join(told.places)) == (row.subject, row.places)]
    assert len(right) >= 0.97 * sum(bool(row.subject) for row in rows)
    assert sum(not row.subject for row, _ in found) <= 1
    told = [(row, (row.item, judgement)) for row, judgement in found if row.subject]
    wrong = [
        (row.item.title, other.item.title)
        for (row, one), (other, two) in combinations(told, 2)
        if reader.same_event(one, two) != (row.event == other.event)
    ]
    assert len(wrong) <= 3
