"""`users`, `destinations`, `backup`, `restore`, `migrate`."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sapar, is_one_line
from tests.databases import PostgresEngine


def test_people_go_out_as_they_came_in(sapar: Sapar, folder: Path) -> None:
    people = "telegram_id,language,topics\n5,ru,country:TR|eu\n77,kk,\n"
    (folder / "in.csv").write_text(people, encoding="utf-8")
    told = sapar("users", "import", "in.csv")
    assert (told.code, told.out) == (0, "2 lines: 2 new users, 2 new subscriptions\n")
    assert sapar("users", "export", "out.csv").out == "2 users in out.csv\n"
    assert (folder / "out.csv").read_text(encoding="utf-8") == people
    assert "0 new users" in sapar("users", "import", "out.csv").out


def test_every_bad_line_is_named_and_nothing_is_written(sapar: Sapar, folder: Path) -> None:
    (folder / "in.csv").write_text("telegram_id,language,topics\n5,ru,\nx,ru,\n6,fr,\n", encoding="utf-8")
    told = sapar("users", "import", "in.csv")
    assert told.code == 2
    assert [line.split(":")[0] for line in told.err.splitlines()] == [
        "in.csv, line 3",
        "in.csv, line 4",
        "nothing was written",
    ]
    assert sapar("users", "export", "out.csv").out == "0 users in out.csv\n"
    assert "2 bad lines skipped" in sapar("users", "import", "in.csv", "--skip-bad").out


def test_of_very_many_bad_lines_the_number_is_told(sapar: Sapar, folder: Path) -> None:
    (folder / "in.csv").write_text("telegram_id,language,topics\n" + "x,ru,\n" * 150, encoding="utf-8")
    told = sapar("users", "import", "in.csv")
    assert "… and 50 more bad lines" in told.err


@pytest.mark.parametrize("content", ["", "id\n1\n", "telegram_id,language\n1,ru\n"])
def test_a_file_that_is_no_list_of_people_is_refused(sapar: Sapar, folder: Path, content: str) -> None:
    (folder / "in.csv").write_text(content, encoding="utf-8")
    told = sapar("users", "import", "in.csv")
    assert told.code == 2
    assert is_one_line(told.err), told.err


@pytest.mark.parametrize(
    "command",
    [("users", "import"), ("destinations", "import"), ("restore",)],
    ids=" ".join,
)
def test_a_file_that_is_not_there_is_told(sapar: Sapar, command: tuple[str, ...]) -> None:
    told = sapar(*command, "nowhere.csv")
    assert told.code == 2
    assert is_one_line(told.err), told.err
    assert "nowhere.csv" in told.err


@pytest.mark.parametrize("command", [("users", "export"), ("destinations", "export"), ("backup",)], ids=" ".join)
def test_a_place_that_cannot_be_written_is_told(sapar: Sapar, folder: Path, command: tuple[str, ...]) -> None:
    (folder / "file").write_text("", encoding="utf-8")
    told = sapar(*command, "file/inside")
    assert told.code == 2
    assert is_one_line(told.err), told.err


def changed(text: str, iso2: str, **values: str) -> str:
    """Return the one changed row of an export, with its header."""
    rows = csv.DictReader(io.StringIO(text))
    row = next(row for row in rows if row["iso2"] == iso2)
    file = io.StringIO()
    writer = csv.DictWriter(file, rows.fieldnames or (), lineterminator="\n")
    writer.writeheader()
    writer.writerow(row | values)
    return file.getvalue()


def test_an_export_changes_nothing_when_it_comes_back(sapar: Sapar, folder: Path) -> None:
    exported = sapar("destinations", "export").out
    assert sapar("destinations", "export", "all.csv").code == 0
    assert (folder / "all.csv").read_text(encoding="utf-8") == exported
    assert "0 of 198 destinations changed" in sapar("destinations", "import", "all.csv").out


def test_a_change_is_shown_written_and_told_to_followers(sapar: Sapar, folder: Path) -> None:
    (folder / "people.csv").write_text(
        "telegram_id,language,topics\n5,ru,country:DE\n6,kk,country:FR\n", encoding="utf-8"
    )
    sapar("users", "import", "people.csv")
    new = changed(
        sapar("destinations", "export").out,
        "DE",
        regime="visa_free",
        stay_days="90",
        as_of="2026-11-20",
        confirmed_on="2026-11-20",
    )
    (folder / "new.csv").write_text(new, encoding="utf-8")

    rehearsed = sapar("destinations", "import", "new.csv", "--dry-run", "--notify")
    assert "1 of 1 destinations would change" in rehearsed.out
    assert "visa_required" in rehearsed.out
    assert "alerts: DE 1" in rehearsed.out
    assert sapar("ask", "Германия").out.startswith("🇩🇪 Германия · 🔴")

    assert "alerts: DE 1" in sapar("destinations", "import", "new.csv", "--notify").out
    assert sapar("ask", "Германия").out.startswith("🇩🇪 Германия · 🟢")
    (campaign,) = json.loads(sapar("campaigns", "list", "--json").out)
    assert (campaign["kind"], campaign["total"]) == ("alert", 1)
    again = sapar("destinations", "import", "new.csv", "--notify")
    assert "0 of 1 destinations changed" in again.out
    assert "alerts: none" in again.out


def test_a_silent_change_alerts_nobody(sapar: Sapar, folder: Path) -> None:
    new = changed(sapar("destinations", "export").out, "DE", stay_days="30")
    (folder / "new.csv").write_text(new, encoding="utf-8")
    assert sapar("destinations", "import", "new.csv").code == 0
    assert json.loads(sapar("campaigns", "list", "--json").out) == []


@pytest.mark.parametrize(
    "values", [{"regime": "free"}, {"stay_days": "many"}, {"source_url": "here"}, {"as_of": "now"}]
)
def test_a_bad_row_is_refused_by_its_line(sapar: Sapar, folder: Path, values: dict[str, str]) -> None:
    exported = sapar("destinations", "export").out
    (folder / "new.csv").write_text(changed(exported, "DE", **values), encoding="utf-8")
    told = sapar("destinations", "import", "new.csv")
    assert told.code == 2
    assert is_one_line(told.err)
    assert "line 2" in told.err
    assert sapar("destinations", "export").out == exported


def test_check_names_what_needs_a_look(sapar: Sapar) -> None:
    found = {one["iso2"]: one["concerns"] for one in json.loads(sapar("destinations", "check", "--json").out)}
    assert found["AD"] == ["old"]
    assert "conflicting" in found["AR"]
    assert "unsourced" not in {concern for concerns in found.values() for concern in concerns}
    told = sapar("destinations", "check")
    assert f"{len(found)} of 198 need a look" in told.out


def test_migrate_can_be_run_again(sapar: Sapar, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{folder}/deep/new.db")
    first, second = sapar("migrate"), sapar("migrate")
    assert (first.code, second.code) == (0, 0)
    assert "0 changed" in first.out
    assert "facts: nothing new" in second.out


def test_a_backup_brings_everything_back(sapar: Sapar, folder: Path) -> None:
    (folder / "in.csv").write_text("telegram_id,language,topics\n5,ru,eu\n", encoding="utf-8")
    sapar("users", "import", "in.csv")
    assert sapar("backup", "kept.db").code == 0
    (folder / "in.csv").write_text("telegram_id,language,topics\n6,ru,eu\n", encoding="utf-8")
    sapar("users", "import", "in.csv")

    refused = sapar("restore", "kept.db")
    assert refused.code == 2
    assert is_one_line(refused.err)
    assert "--force" in refused.err
    assert sapar("users", "export", "out.csv").out == "2 users in out.csv\n"

    assert sapar("restore", "kept.db", "--force").code == 0
    assert sapar("users", "export", "out.csv").out == "1 users in out.csv\n"


def test_no_backup_of_nothing(sapar: Sapar, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{folder}/none.db")
    told = sapar("backup", "kept.db")
    assert told.code == 2
    assert is_one_line(told.err)
    assert not (folder / "kept.db").exists()


def test_a_file_that_is_no_backup_is_refused(sapar: Sapar, folder: Path) -> None:
    (folder / "kept.db").write_text("not a database", encoding="utf-8")
    told = sapar("restore", "kept.db", "--force")
    assert told.code == 2
    assert is_one_line(told.err)


def test_a_postgresql_that_is_not_there_is_1(sapar: Sapar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql+asyncpg://sapar:geheim@127.0.0.1:1/sapar")
    told = sapar("migrate")
    assert told.code == 1
    assert is_one_line(told.err), told.err
    assert "geheim" not in told.err


@pytest.mark.postgres
def test_a_bot_moves_to_postgresql(
    sapar: Sapar, folder: Path, monkeypatch: pytest.MonkeyPatch, postgres_engine: PostgresEngine
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{folder}/old.db")
    (folder / "in.csv").write_text("telegram_id,language,topics\n5,ru,eu\n", encoding="utf-8")
    assert sapar("users", "import", "in.csv").code == 0
    monkeypatch.setenv("DATABASE_URL", postgres_engine.copy("empty"))
    told = sapar("move", "old.db")
    assert (told.code, told.err) == (0, "")
    assert "the same on both sides" in told.last
    assert sapar("users", "export", "out.csv").out == "1 users in out.csv\n"
    again = sapar("move", "old.db")
    assert again.code == 2
    assert is_one_line(again.err)


def test_a_move_needs_postgresql(sapar: Sapar) -> None:
    told = sapar("move", "nowhere.db")
    assert told.code == 2
    assert is_one_line(told.err)
    assert "PostgreSQL" in told.err
