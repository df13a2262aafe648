"""Stay rules: every shipped one is understood or has a phrase; nothing is misread."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.stay_rule import YEAR, StayRule, parse_stay_rule

SHIPPED = Path("bot/data/destinations.csv")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("up to 90 days", StayRule(longest=90)),
        ("30 from entry", StayRule(longest=30, per_entry=True)),
        ("1 year per entry", StayRule(longest=YEAR, per_entry=True)),
        ("30 per entry, 90 in 180 in total", StayRule(longest=30, per_entry=True, total=90, window=180)),
        ("90 in 180", StayRule(total=90, window=180)),
        ("90 in 180, counted from first entry", StayRule(total=90, window=180, from_first_entry=True)),
        ("90 in 365 from first entry", StayRule(total=90, window=365, from_first_entry=True)),
        ("30 days in a year from first entry", StayRule(total=30, window=365, from_first_entry=True)),
        (
            "90 in 180 on a short-stay visa, all Schengen states together",
            StayRule(total=90, window=180, on_visa=True),
        ),
        ("15 days on arrival at Sharm el-Sheikh airport", None),
        ("", None),
    ],
)
def test_a_rule_is_read_as_written(text: str, rule: StayRule | None) -> None:
    assert parse_stay_rule(text) == rule


def test_days_of_a_shipped_row_agree_with_its_rule() -> None:
    with SHIPPED.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            rule = parse_stay_rule(row["stay_rule"])
            if rule is not None and row["stay_days"]:
                assert int(row["stay_days"]) in (rule.longest, rule.total), row["iso2"]


@given(st.integers(1, 999), st.integers(1, 999), st.integers(1, 999))
def test_numbers_come_back_as_they_went_in(longest: int, total: int, window: int) -> None:
    rule = parse_stay_rule(f"{longest} per entry, {total} in {window} in total")
    assert rule == StayRule(longest=longest, per_entry=True, total=total, window=window)


@given(st.text(max_size=80))
def test_no_text_raises(text: str) -> None:
    parse_stay_rule(text)
