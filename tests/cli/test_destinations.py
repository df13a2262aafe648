"""`destinations import --notify`, `history`, `undo`: what they change, whom they tell, what they refuse."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sapar, is_one_line
from tests.cli.test_keeping import changed

NEW = {
    "regime": "evisa",
    "stay_days": "30",
    "stay_rule": "up to 30 days",
    "as_of": "2026-11-20",
    "confirmed_on": "2026-11-20",
}
PEOPLE = "telegram_id,language,topics\n5,ru,country:TR|list\n6,kk,list\n7,ru,country:FR\n8,kk,country:TR\n"


@pytest.fixture
def before(sapar: Sapar, folder: Path) -> str:
    """Return the export before a change of Turkey that lies in new.csv; people follow."""
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    sapar("users", "import", "people.csv")
    exported = sapar("destinations", "export").out
    (folder / "new.csv").write_text(changed(exported, "TR", **NEW), encoding="utf-8")
    return exported


def test_a_rehearsal_shows_exactly_what_differs(sapar: Sapar, before: str) -> None:
    told = sapar("destinations", "import", "new.csv", "--dry-run")
    rows = [line for line in told.out.splitlines() if "TR" in line]
    assert [row.split("│")[2].strip() for row in rows] == ["regime", "stay_days", "stay_rule", "as_of", "confirmed_on"]
    assert told.last == "1 of 1 destinations would change"
    assert sapar("destinations", "export").out == before


def test_country_and_list_are_told_once_each_person(sapar: Sapar, before: str) -> None:
    told = sapar("destinations", "import", "new.csv", "--notify", "--reason", "указ № 5")
    assert told.last == "alerts: TR 3"
    (campaign,) = json.loads(sapar("campaigns", "list", "--json").out)
    assert campaign["total"] == 3
    (edit,) = json.loads(sapar("destinations", "history", "tr", "--json").out)
    assert (edit["by"], edit["origin"], edit["reason"]) == (0, "import", "указ № 5")
    assert edit["changed"]["regime"] == {"before": "visa_free", "after": "evisa"}
    assert edit["campaigns"] == [campaign["id"]]


def test_many_changes_give_one_summary(sapar: Sapar, before: str, folder: Path) -> None:
    header, *rows = before.splitlines()
    free = [row.replace("visa_free,90", "visa_free,91") for row in rows if "visa_free,90" in row][:6]
    (folder / "many.csv").write_text("\n".join([header, *free]) + "\n", encoding="utf-8")
    told = sapar("destinations", "import", "many.csv", "--notify")
    assert told.last.startswith("alerts: list 2, ")
    assert len(told.last.split(", ")) == 7


def test_an_undo_restores_and_can_be_undone(sapar: Sapar, before: str) -> None:
    sapar("destinations", "import", "new.csv")
    after = sapar("destinations", "export").out
    rehearsed = sapar("destinations", "undo", "TR", "--dry-run")
    assert "visa_free" in rehearsed.out
    assert rehearsed.last == "edit 1 of TR would be undone"
    assert sapar("destinations", "export").out == after
    undone = sapar("destinations", "undo", "TR", "--notify", "--reason", "не подтвердилось")
    assert undone.out.splitlines()[-2:] == ["edit 1 of TR is undone", "alerts: TR 3"]
    assert sapar("destinations", "export").out == before
    told = sapar("destinations", "history", "TR")
    assert "undone by 2" in told.out
    assert "command line" in told.out
    assert told.last == "2 edits of TR"
    assert sapar("destinations", "undo", "2").code == 0
    assert sapar("destinations", "export").out == after
    refused = sapar("destinations", "undo", "2")
    assert refused.code == 2
    assert is_one_line(refused.err)


def test_an_undo_under_a_later_edit_is_refused(sapar: Sapar, before: str, folder: Path) -> None:
    sapar("destinations", "import", "new.csv")
    later = changed(sapar("destinations", "export").out, "TR", stay_days="60", stay_rule="up to 60 days")
    (folder / "later.csv").write_text(later, encoding="utf-8")
    sapar("destinations", "import", "later.csv")
    refused = sapar("destinations", "undo", "1")
    assert refused.code == 2
    assert is_one_line(refused.err)
    assert "stay_days" in refused.err


@pytest.mark.parametrize(
    "arguments", [("undo", "TR"), ("undo", "77"), ("undo", "9" * 30), ("history", "ZZ"), ("undo", "=1")]
)
def test_what_is_not_there_is_told(sapar: Sapar, arguments: tuple[str, str]) -> None:
    told = sapar("destinations", *arguments)
    assert told.code == 2
    assert is_one_line(told.err), told.err


def test_an_added_destination_stays(sapar: Sapar, before: str, folder: Path) -> None:
    row = changed(before, "AE", name_en="Greenland").replace("\nAE,ARE,", "\nGL,GRL,")
    (folder / "more.csv").write_text(row, encoding="utf-8")
    assert sapar("destinations", "import", "more.csv", "--notify").last == "alerts: none"
    assert "added" in sapar("destinations", "history", "GL").out
    assert sapar("destinations", "undo", "GL").code == 2
