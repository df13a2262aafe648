"""Many ways to ask one thing: every opening goes with every end, and all are understood alike."""

import csv
from itertools import product
from pathlib import Path

import pytest

from bot.understanding import Understanding

pytestmark = pytest.mark.no_cover  # counting lines would take five times as long

WAYS = Path(__file__).parent / "paraphrases.csv"
"""`form` takes one of `openings` and one of `ends`. iso2: the place that must be found, * where there may be others."""

with WAYS.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@pytest.mark.parametrize("row", ROWS, ids=[f"{number}-{row['intent']}" for number, row in enumerate(ROWS)])
def test_every_way_to_ask_is_understood(understanding: Understanding, row: dict[str, str]) -> None:
    missed = []
    for opening, end in product(row["openings"].split(", "), row["ends"].split(", ")):
        text = row["form"].format(opening, end)
        question = understanding.understand(text)
        if question.intent != row["intent"] or row["iso2"] not in ("*", "|".join(question.places)):
            missed.append((text, question.intent, question.places))
    assert missed == []
