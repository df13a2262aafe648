"""The files on the talks: stages, the cases of other countries, and when the sources were last looked at."""

from datetime import date
from itertools import pairwise

import pytest

from bot.domain.talks import PartialDate
from bot.domain.web_address import is_web_address
from tests.data.shipped import shipped

STAGES = [
    "dialogue", "recommendation", "mandate", "launch", "round", "negotiators_conclusion", "initialling",
    "signing_decision", "signature", "ep_consent", "council_conclusion", "partner_ratification", "entry_into_force",
]  # fmt: skip
# Partner: days from mandate to launch, launch to initialling, initialling to signature, signature to entry into
# force, launch to entry into force, and the last of these in months.
HOW_LONG = {
    "AM": (70, 234, 60, 380, 674, 22),
    "GE": (126, 237, 204, 257, 698, 23),
    "AZ": (73, 515, 123, 276, 914, 30),
    "CV": (39, 1016, 185, 766, 1967, 65),
    "BY": (1067, 1964, 205, 175, 2344, 77),
}
STEPS_TIMED = ("mandate", "launch", "initialling", "signature", "entry_into_force")
ROUNDS = {"AM": "3", "AZ": "4", "GE": "3", "BY": "6"}
DAYS_A_MONTH = 365.25 / 12
STATE_OF_SOURCES = date(2026, 11, 22)

PEERS = shipped("peers.csv")


def day_of(partner: str, stage: str) -> date:
    """Return the exact day on which a partner reached a stage; fails when the file gives none."""
    [row] = [row for row in PEERS if (row["partner"], row["stage"]) == (partner, stage)]
    return date.fromisoformat(row["date"])


def test_stages_are_complete_and_in_order() -> None:
    rows = shipped("stages.csv")
    assert [row["id"] for row in rows] == STAGES
    assert [row["position"] for row in rows] == [str(number) for number in range(1, 14)]


@pytest.mark.parametrize("part", ["title", "who", "trace"])
def test_stages_say_the_same_in_all_languages(part: str) -> None:
    for row in shipped("stages.csv"):
        texts = [row[f"{part}_{language}"] for language in ("en", "ru", "kk")]
        assert all(texts), row["id"]
        assert len(set(texts)) == 3, row["id"]
    assert len({row[f"{part}_ru"] for row in shipped("stages.csv")}) > 8


def test_each_stage_is_explained_in_one_sentence() -> None:
    for row in shipped("stages.csv"):
        for language in ("ru", "kk"):
            sentence = row[f"about_{language}"]
            assert sentence.endswith(".")
            assert sentence.count(".") == 1, sentence
            assert sentence[0].isupper()
            assert len(sentence) < 120, sentence


def test_a_stage_has_a_legal_basis_where_the_treaties_name_one() -> None:
    with_basis = {row["id"] for row in shipped("stages.csv") if row["legal_basis"]}
    assert with_basis == set(STAGES) - {"launch", "round", "negotiators_conclusion", "initialling", "signature"}
    assert not any("[" in row["legal_basis"] for row in shipped("stages.csv"))


def test_peer_cases_name_known_partners_and_stages_once_each() -> None:
    known = {row["iso2"] for row in shipped("destinations.csv")}
    assert {row["partner"] for row in PEERS} == {"AM", "AZ", "GE", "BY", "CV", "UA", "MD"} <= known
    steps = [(row["partner"], row["stage"]) for row in PEERS]
    assert len(set(steps)) == len(steps) == 58
    assert {stage for _, stage in steps} <= set(STAGES)


def test_peer_steps_have_a_date_or_say_why_not() -> None:
    for row in PEERS:
        assert row["date"] or row["value"] or row["note_en"], row
        if row["date"]:
            assert str(PartialDate.parse(row["date"])) == row["date"]
        elif row["value"]:
            assert row["value"].rpartition("/")[2] in {"EU", "EC"}, row
        assert is_web_address(row["source_url"])


def test_peer_steps_follow_each_other_in_time() -> None:
    """Only the parliaments act on clocks of their own."""
    for partner in {row["partner"] for row in PEERS}:
        rows = [row for row in PEERS if row["partner"] == partner and row["date"]]
        days = [PartialDate.parse(row["date"]).first_day for row in rows if row["stage"] != "partner_ratification"]
        assert all(earlier <= later for earlier, later in pairwise(days)), partner


def test_rounds_are_counted() -> None:
    assert {row["partner"]: row["value"] for row in PEERS if row["stage"] == "round"} == ROUNDS


@pytest.mark.parametrize("partner", HOW_LONG)
def test_durations_can_be_computed_from_the_peer_cases(partner: str) -> None:
    days = [day_of(partner, stage) for stage in STEPS_TIMED]
    steps = [(later - earlier).days for earlier, later in pairwise(days)]
    whole = (days[-1] - days[1]).days
    assert (*steps, whole, round(whole / DAYS_A_MONTH)) == HOW_LONG[partner]


def test_the_only_duration_known_of_ukraine_can_be_computed() -> None:
    assert (day_of("UA", "entry_into_force") - day_of("UA", "signature")).days == 197
    assert not [row for row in PEERS if row["partner"] == "UA" and row["stage"] in ("launch", "initialling")]


def test_durations_of_the_talks_with_kazakhstan_can_be_computed() -> None:
    moves = {(row["stage"], row["date"]) for row in shipped("talks_moves.csv")}
    mandate = date.fromisoformat(min(day for stage, day in moves if stage == "mandate"))
    opened, second = sorted(date.fromisoformat(day) for stage, day in moves if stage == "round")[:2]
    assert ((opened - mandate).days, (second - opened).days) == (250, 91)
    assert [(STATE_OF_SOURCES - day).days for day in (mandate, opened, second)] == [605, 355, 264]


def test_checks_say_when_the_sources_were_last_looked_at() -> None:
    checks = {row["subject"]: row for row in shipped("checks.csv")}
    assert set(checks) == {"talks", "destinations"}
    for row in checks.values():
        assert date.fromisoformat(row["newest_report"]) <= date.fromisoformat(row["checked_on"])
    assert checks["talks"]["newest_report"] == max(row["date"] for row in shipped("talks_moves.csv"))
    assert date.fromisoformat(checks["destinations"]["newest_report"]) >= max(
        date.fromisoformat(row["date"]) for row in shipped("regime_changes.csv")
    )
