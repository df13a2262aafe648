"""Rules of stay, read from the words of destinations: each shipped one can be computed or says why not."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.destination import Destination, Regime
from bot.domain.stay import FromFirst, NotComputable, PerEntry, PerYear, Rolling, Rule, Why, read_rule, rule_of
from bot.domain.stay_reading import Caution

SHIPPED = Path("bot/data/destinations.csv")
ASKS = {Caution.NEW_ENTRY}

READ = {
    "1 year per entry": Rule((PerEntry(365),)),
    "14 per entry": Rule((PerEntry(14),)),
    "15 days on arrival at Sharm el-Sheikh airport": Rule((PerEntry(15),), frozenset({*ASKS, Caution.ONE_PLACE})),
    "30 days in a year from first entry": Rule((FromFirst(30, 365),)),
    "30 days, can be extended by 30": Rule((PerEntry(30),), frozenset({*ASKS, Caution.EXTENSION})),
    "30 from entry": Rule((PerEntry(30),)),
    "30 in 180": Rule((Rolling(30, 180),)),
    "30 per entry": Rule((PerEntry(30),)),
    "30 per entry, 60 in 180 in total": Rule((PerEntry(30), Rolling(60, 180))),
    "30 per entry, 90 in 180 in total": Rule((PerEntry(30), Rolling(90, 180))),
    "30 per entry, can be extended once by 30": Rule((PerEntry(30),), frozenset({Caution.EXTENSION})),
    "90 in 180": Rule((Rolling(90, 180),)),
    "90 in 180 on a short-stay visa, all Schengen states together": Rule(
        (Rolling(90, 180),), frozenset({Caution.VISA})
    ),
    "90 in 180, counted from first entry": Rule((FromFirst(90, 180),)),
    "90 in 180, counted from first entry into Schengen": NotComputable(Why.SCHENGEN_ENTRY),
    "90 in 365 from first entry": Rule((FromFirst(90, 365),)),
    "90 in 365, counted from first entry into Schengen": NotComputable(Why.SCHENGEN_ENTRY),
    "up to 90 days, multiple entries in 1 year": NotComputable(Why.UNCLEAR_TOTAL),
    **{
        f"up to {days} days": Rule((PerEntry(days),), frozenset(ASKS))
        for days in (7, 15, 21, 28, 30, 45, 60, 90, 150, 180)
    },
}
"""Every rule that is shipped, and what it is to the calculator."""


def shipped() -> list[dict[str, str]]:
    with SHIPPED.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_shipped_rule_is_listed_here() -> None:
    assert {row["stay_rule"] for row in shipped() if row["stay_rule"]} == set(READ)


@pytest.mark.parametrize("text", READ)
def test_a_shipped_rule_is_read(text: str) -> None:
    assert read_rule(text) == READ[text]


def test_every_destination_can_be_computed_or_says_why_not() -> None:
    why: dict[str, set[str]] = {}
    for row in shipped():
        rule = rule_of(Destination.from_texts(row))
        if isinstance(rule, NotComputable):
            why.setdefault(rule.reason, set()).add(row["iso2"])
        elif row["stay_days"]:
            assert int(row["stay_days"]) in {limit.days for limit in rule.limits}, row["iso2"]
    assert why.pop(Why.SCHENGEN_ENTRY) == {"AD", "SM"}
    assert why.pop(Why.UNCLEAR_TOTAL) == {"SA"}
    assert why.pop(Why.VISA_SAYS) == {
        row["iso2"] for row in shipped() if row["regime"] == "visa_required" and not row["stay_rule"]
    }
    assert set(why) <= {Why.NOT_STATED, Why.NOT_ADMITTED}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("90 in a calendar year", Rule((PerYear(90),))),
        ("30 per entry, 90 days in a calendar year in total", Rule((PerEntry(30), PerYear(90)))),
        ("unlimited", Rule()),
        ("", NotComputable(Why.NOT_STATED)),
        ("ask the officer", NotComputable(Why.OTHER_WORDS)),
        ("0 per entry", NotComputable(Why.OTHER_WORDS)),
        ("90 in 99999", NotComputable(Why.OTHER_WORDS)),
    ],
)
def test_a_rule_that_an_editor_may_write_is_read(text: str, rule: Rule | NotComputable) -> None:
    assert read_rule(text) == rule


def test_days_without_words_are_a_rule_unless_a_visa_has_them() -> None:
    row = next(Destination.from_texts(row) for row in shipped() if row["iso2"] == "TR")
    bare = replace(row, stay_rule="", stay_days=45)
    assert rule_of(bare) == Rule((PerEntry(45),), frozenset(ASKS))
    assert rule_of(replace(bare, regime=Regime.VISA_REQUIRED)) == NotComputable(Why.VISA_SAYS)
    assert rule_of(replace(bare, regime=Regime.NOT_ADMITTED)) == NotComputable(Why.NOT_ADMITTED)
    assert rule_of(replace(bare, stay_days=None)) == NotComputable(Why.NOT_STATED)


@given(st.text(max_size=80) | st.from_regex(r"\d{1,30} (per entry|in \d{1,30}|from entry)"))
def test_no_words_raise(text: str) -> None:
    assert isinstance(read_rule(text), Rule | NotComputable)
