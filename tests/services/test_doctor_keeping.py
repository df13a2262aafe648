"""The doctor looks at backups, files with secrets and the clock."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.services.doctor import Verdict
from bot.services.doctor_keeping import check_backups, check_clock, check_secret_files

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kept", "hours", "verdict", "words"),
    [
        (7, 9, Verdict.FINE, "9 hours"),
        (7, 37, Verdict.WRONG, "37 hours"),
        (7, None, Verdict.NOTE, "none in"),
        (0, 9, Verdict.NOTE, "BACKUP_KEEP is 0"),
    ],
)
def test_backups_by_their_age(tmp_path: Path, kept: int, hours: int | None, verdict: Verdict, words: str) -> None:
    newest = None if hours is None else NOW - timedelta(hours=hours)
    [found] = check_backups(tmp_path / "deep" / "backups", kept, newest, NOW)
    assert found.verdict is verdict
    assert words in found.text


def test_a_place_where_no_backup_can_be_put_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    [found] = check_backups(tmp_path / "file", 7, NOW, NOW)
    assert found.verdict is Verdict.WRONG


def test_files_with_secrets_that_others_can_read_are_named(tmp_path: Path) -> None:
    closed, opened = tmp_path / "closed", tmp_path / "opened"
    for file, mode in ((closed, 0o640), (opened, 0o644)):
        file.write_text("x", encoding="utf-8")
        file.chmod(mode)
    [found] = check_secret_files([closed, opened, tmp_path / "none"])
    assert found.verdict is Verdict.NOTE
    assert "opened" in found.text
    assert "closed" not in found.text
    [found] = check_secret_files([closed])
    assert found.verdict is Verdict.FINE
    assert check_secret_files([tmp_path / "none"]) == []


@pytest.mark.parametrize(
    ("seconds", "verdict"),
    [(0, Verdict.FINE), (-4, Verdict.FINE), (30, Verdict.NOTE), (-30, Verdict.NOTE), (3600, Verdict.WRONG)],
)
def test_the_clock_is_compared_with_telegrams(seconds: int, verdict: Verdict) -> None:
    [found] = check_clock(NOW + timedelta(seconds=seconds), NOW)
    assert found.verdict is verdict
    assert check_clock(None, NOW) == []
