"""`status`, `broadcast`, `campaigns`: what goes out to many."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Outcome, Sapar, is_one_line

PEOPLE = "telegram_id,language,topics\n1,ru,eu|country:TR\n2,kk,eu\n3,ru,country:TR\n4,kk,\n"


@pytest.fixture
def audience(sapar: Sapar, folder: Path) -> None:
    """Fill the database with four people."""
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    assert sapar("users", "import", "people.csv").code == 0


def publish(sapar: Sapar, *more: str, **changed: str) -> Outcome:
    given = {
        "stage": "round",
        "date": "2026-11-20",
        "title-ru": "Третий раунд в Брюсселе",
        "title-kk": "Брюссельдегі үшінші раунд",
        "source-url": "https://example.org/round",
    }
    options = [word for name, value in (given | changed).items() for word in (f"--{name}", value)]
    return sapar("status", "publish", *options, *more)


def shown(sapar: Sapar, number: str) -> dict[str, Any]:
    told = sapar("campaigns", "show", number, "--json")
    assert told.code == 0
    found = json.loads(told.out)
    assert isinstance(found, dict)
    return found


def test_status_shows_the_rounds(sapar: Sapar) -> None:
    told = sapar("status", "show")
    assert told.code == 0
    assert told.out.startswith("stage 5 of 13: round 2, since 2025-12-02")
    data = json.loads(sapar("status", "show", "--json").out)
    assert (data["stage"], data["position"], data["round"]) == ("round", 5, 2)
    assert data["newest_report"] == "2026-03-03"
    assert {"date", "stage", "title", "source"} == set(data["events"][0])


@pytest.mark.usefixtures("audience")
def test_an_event_is_published_to_its_subscribers(sapar: Sapar) -> None:
    told = publish(sapar)
    assert told.code == 0
    assert told.last.isdigit()
    assert "2 subscribers" in told.out
    campaign = shown(sapar, told.last)
    assert (campaign["kind"], campaign["state"], campaign["total"]) == ("alert", "running", 2)
    data = json.loads(sapar("status", "show", "--json").out)
    assert (data["round"], data["events"][0]["title"]) == (3, "Третий раунд в Брюсселе")


@pytest.mark.usefixtures("audience")
def test_a_rehearsal_shows_the_alert_and_writes_nothing(sapar: Sapar) -> None:
    told = publish(sapar, "--dry-run")
    assert told.code == 0
    assert "Третий раунд в Брюсселе" in told.out
    assert "Брюссельдегі үшінші раунд" in told.out
    assert "2 subscribers would" in told.out
    assert json.loads(sapar("campaigns", "list", "--json").out) == []
    assert json.loads(sapar("status", "show", "--json").out)["round"] == 2


def test_a_statement_moves_nothing(sapar: Sapar) -> None:
    assert publish(sapar, "--statement").code == 0
    assert json.loads(sapar("status", "show", "--json").out)["round"] == 2


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("stage", "14"),
        ("stage", "picnic"),
        ("date", "soon"),
        ("date", "2999-01-01"),
        ("date", "2026-02-30"),
        ("title-ru", " "),
        ("title-kk", "ә" * 1000),
        ("source-url", "example.org"),
        ("source-url", "javascript:alert(1)"),
    ],
)
def test_a_bad_event_is_refused(sapar: Sapar, option: str, value: str) -> None:
    told = publish(sapar, **{option: value})
    assert told.code == 2
    assert is_one_line(told.err), told.err
    assert json.loads(sapar("campaigns", "list", "--json").out) == []


@pytest.mark.usefixtures("audience")
@pytest.mark.parametrize(
    ("audience_words", "count"),
    [("all", 4), ("lang:ru", 2), ("lang:kk", 2), ("topic:eu", 2), ("country:TR", 2), ("lang:kk,topic:eu", 1)],
)
def test_a_broadcast_is_queued_for_its_audience(sapar: Sapar, audience_words: str, count: int) -> None:
    told = sapar("broadcast", "--text-ru", "Привет", "--text-kk", "Сәлем", "--audience", audience_words)
    assert told.code == 0
    assert told.last.isdigit()
    campaign = shown(sapar, told.last)
    assert campaign | {"id": 0} == {
        "id": 0,
        "kind": "broadcast",
        "state": "running",
        "total": count,
        "pending": count,
        "sent": 0,
        "failed": 0,
        "skipped": 0,
        "reasons": {},
    }


@pytest.mark.usefixtures("audience")
def test_one_text_is_enough_for_people_of_one_language(sapar: Sapar) -> None:
    assert sapar("broadcast", "--text-kk", "Сәлем", "--audience", "lang:kk").code == 0
    told = sapar("broadcast", "--text-ru", "Привет", "--text-kk", "Сәлем", "--audience", "lang:kk", "--dry-run")
    assert "2 people would" in told.out


@pytest.mark.usefixtures("audience")
def test_a_broadcast_may_wait(sapar: Sapar) -> None:
    at = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    told = sapar("broadcast", "--text-ru", "а", "--text-kk", "ә", "--at", at, "--html")
    assert shown(sapar, told.last)["state"] == "scheduled"
    assert "begins" in sapar("campaigns", "show", told.last).out
    local = (datetime.now() + timedelta(days=2)).replace(tzinfo=None, microsecond=0).isoformat()  # noqa: DTZ005
    assert sapar("broadcast", "--text-ru", "а", "--text-kk", "ә", "--at", local).code == 0


@pytest.mark.parametrize(
    "options",
    [
        ("--audience", "everybody"),
        ("--audience", "country:ZZ"),
        ("--audience", "lang:en"),
        ("--at", "tomorrow"),
        ("--at", "2020-01-01T10:00"),
        ("--text-ru", "я" * 4097),
        ("--text-ru", "😀" * 2049),
        ("--text-kk", ""),
    ],
    ids=lambda options: " ".join(options)[:40],
)
def test_a_bad_broadcast_is_refused(sapar: Sapar, options: tuple[str, ...]) -> None:
    told = sapar("broadcast", "--text-ru", "а", "--text-kk", "ә", *options)
    assert told.code == 2
    assert is_one_line(told.err), told.err
    assert json.loads(sapar("campaigns", "list", "--json").out) == []


@pytest.mark.usefixtures("audience")
def test_campaigns_are_steered(sapar: Sapar) -> None:
    number = sapar("broadcast", "--text-ru", "а", "--text-kk", "ә").last
    assert json.loads(sapar("campaigns", "pause", number, "--json").out)["state"] == "paused"
    assert sapar("campaigns", "pause", number).code == 2
    assert json.loads(sapar("campaigns", "resume", number, "--json").out)["state"] == "running"
    assert "cancelled" in sapar("campaigns", "cancel", number).out
    told = sapar("campaigns", "resume", number)
    assert told.code == 2
    assert is_one_line(told.err)


@pytest.mark.usefixtures("audience")
def test_campaigns_are_listed_newest_first(sapar: Sapar) -> None:
    numbers = [sapar("broadcast", "--text-ru", "а", "--text-kk", "ә").last for _ in range(3)]
    listed = json.loads(sapar("campaigns", "list", "--json").out)
    assert [str(one["id"]) for one in listed] == numbers[::-1]
    assert len(json.loads(sapar("campaigns", "list", "--limit", "2", "--json").out)) == 2
    assert all(number in sapar("campaigns", "list").out for number in numbers)


@pytest.mark.parametrize("act", ["show", "pause", "resume", "cancel"])
def test_an_unknown_campaign_is_told(sapar: Sapar, act: str) -> None:
    told = sapar("campaigns", act, "99")
    assert (told.code, told.err) == (2, "sapar: there is no campaign 99\n")
