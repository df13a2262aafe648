"""Notes of what was answered: all that is not in the database yet survives a kill, and a broken disk stops nothing."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.db.answers import AnswerJournal
from bot.domain.campaign import DeliveryState, Reason
from bot.domain.delivery import Settled

NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)
NUMBERS = st.integers(-(2**63), 2**63 - 1)


def sent(user: int, **details: int) -> Settled:
    return Settled(1, user, DeliveryState.SENT, tries=1, tried_at=NOW, **details)


def left_in(path: Path) -> list[int]:
    """Return the people that the next start finds noted."""
    return [one.user_id for one in AnswerJournal(path).left()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sapar.db"


@pytest.fixture
def journal(path: Path) -> Iterable[AnswerJournal]:
    journal = AnswerJournal(path)
    assert journal.open() == ()
    yield journal
    journal.close()


@given(user=NUMBERS, campaign=NUMBERS, message=st.none() | st.integers(1, 2**53), count=st.integers(1, 10))
def test_a_note_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, user: int, campaign: int, message: int | None, count: int
) -> None:
    path = tmp_path_factory.mktemp("notes") / "sapar.db"
    one = Settled(campaign, user, DeliveryState.SENT, None, 3, NOW, message_id=message, message_count=count)
    journal = AnswerJournal(path)
    journal.open()
    journal.note([one])
    journal.close()
    again = AnswerJournal(path)
    assert again.open() == (one,)
    again.clear()
    again.close()
    assert list(path.parent.iterdir()) == []


def test_only_messages_that_arrived_are_noted(journal: AnswerJournal, path: Path) -> None:
    later = Settled(1, 2, DeliveryState.LATER, not_before=NOW)
    journal.note([later, Settled(1, 3, DeliveryState.FAILED, Reason.BLOCKED), sent(4)])
    journal.note([later])
    assert left_in(path) == [4]


def test_what_is_written_is_forgotten_and_what_came_meanwhile_is_not(journal: AnswerJournal, path: Path) -> None:
    journal.note([sent(1)])
    journal.turn()
    journal.note([sent(2)])
    assert sorted(left_in(path)) == [1, 2]
    journal.forget()
    assert left_in(path) == [2]


def test_nothing_is_forgotten_while_the_database_fails(journal: AnswerJournal, path: Path) -> None:
    for user in (1, 2, 3):
        journal.note([sent(user)])
        journal.turn()  # and the transaction fails
    assert sorted(left_in(path)) == [1, 2, 3]
    journal.forget()
    journal.turn()
    journal.forget()
    assert left_in(path) == []


@given(steps=st.lists(st.sampled_from(["note", "write", "fail"]), max_size=30))
def test_whatever_fails_all_that_is_unwritten_is_noted(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    path = tmp_path_factory.mktemp("notes") / "sapar.db"
    journal = AnswerJournal(path)
    journal.open()
    unwritten: set[int] = set()
    for number, step in enumerate(steps):
        if step == "note":
            journal.note([sent(number)])
            unwritten.add(number)
            continue
        journal.turn()
        journal.note([sent(1000 + number)])  # comes during the transaction
        if step == "write":
            journal.forget()
            unwritten.clear()
        unwritten.add(1000 + number)
        assert unwritten <= set(left_in(path))
    journal.close()


def test_a_note_that_was_cut_off_is_none(journal: AnswerJournal, path: Path) -> None:
    journal.note([sent(1), sent(2)])
    file = path.with_name("sapar.db-answers0")
    os.truncate(file, file.stat().st_size - 1)
    assert left_in(path) == [1]


def test_a_closed_journal_takes_no_notes_and_leaves_no_files(path: Path) -> None:
    journal = AnswerJournal(path)
    journal.note([sent(1)])
    journal.open()
    journal.close()
    journal.turn()
    journal.forget()
    journal.clear()
    journal.note([sent(1)])
    assert list(path.parent.iterdir()) == []


def test_a_disk_that_fails_stops_nothing(
    journal: AnswerJournal, path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    journal.note([sent(1)])
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        patch.setattr(os, "ftruncate", full)
        journal.note([sent(2)])
        journal.turn()
        journal.forget()
    journal.note([sent(3)])
    assert left_in(path) == [1, 3]


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    journal = AnswerJournal(tmp_path / "missing" / "sapar.db")
    assert journal.open() == ()
    journal.note([sent(1)])
    journal.close()
