"""Backups by the clock: one a day, the newest kept, a failure told once."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.trouble import Cause, Part
from bot.services.backups import BackupFolder, Backups, last_due
from bot.services.troubles import Troubles

ALMATY = ZoneInfo("Asia/Almaty")
NIGHT = datetime(2026, 11, 23, 3, tzinfo=ALMATY)


@dataclass
class Turns:
    """Gives a turn whenever it is free."""

    free: bool = True
    fails: bool = False

    async def claim(self, _name: str, _every: timedelta, _at: datetime) -> bool:
        taken, self.free = self.free, False
        return taken

    async def reopen(self, _name: str) -> None:
        if self.fails:
            raise OSError("gone too")
        self.free = True


@dataclass
class Night:
    """Backups in a folder, at a time that the test sets; what owners were told."""

    folder: Path
    now: datetime = NIGHT
    error: Exception | None = None
    told: list[tuple[Part, Cause | None]] = field(default_factory=list)
    turns: Turns = field(default_factory=Turns)

    def __post_init__(self) -> None:
        self.backups = Backups(
            BackupFolder(self.folder), 3, 2, self.copy, lambda _: Cause.FULL, self.turns,
            Troubles(self.tell), lambda: self.now, ALMATY,
        )  # fmt: skip

    async def copy(self, path: Path) -> None:
        if self.error is not None:
            raise self.error
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"copy")

    async def tell(self, part: Part, cause: Cause | None) -> None:
        self.told.append((part, cause))

    async def look(self, at: datetime) -> Path | None:
        self.now, self.turns.free = at, True
        return await self.backups.look()


@pytest.fixture
def night(tmp_path: Path) -> Night:
    return Night(tmp_path / "backups")


async def test_one_a_day_and_the_newest_are_kept(night: Night) -> None:
    made = [await night.look(NIGHT + timedelta(hours=hours)) for hours in (0, 1, 23, 24, 47, 48)]
    assert [one is not None for one in made] == [True, False, False, True, False, True]
    assert sorted(night.folder.iterdir()) == [made[3], made[5]]


async def test_the_first_is_made_at_once_and_one_missed_is_made_up_for(night: Night) -> None:
    assert await night.look(NIGHT - timedelta(hours=5))
    assert await night.look(NIGHT + timedelta(hours=9))
    assert not await night.look(NIGHT + timedelta(hours=20))


async def test_a_failure_is_told_once_and_so_is_its_end(night: Night) -> None:
    night.error = OSError(28, "No space left on device")
    for minutes in (0, 10, 20):
        assert await night.look(NIGHT + timedelta(minutes=minutes)) is None
    assert night.told == [(Part.BACKUP, Cause.FULL)]
    night.error = None
    assert await night.look(NIGHT + timedelta(minutes=30))
    assert night.told[1:] == [(Part.BACKUP, None)]


async def test_a_failed_turn_is_given_back_if_that_works(night: Night) -> None:
    night.error = OSError("no")
    await night.look(NIGHT)
    assert night.turns.free
    night.turns.fails = True
    await night.look(NIGHT)
    assert not night.turns.free
    assert night.told == [(Part.BACKUP, Cause.FULL)]


async def test_who_has_no_turn_makes_none(night: Night) -> None:
    night.turns.free = False
    assert await night.backups.look() is None
    assert not night.folder.exists()


async def test_other_files_are_left_alone_and_the_future_does_not_count(night: Night) -> None:
    night.folder.mkdir()
    names = ("mine.db", "sapar-20269999T000000Z.db", "sapar.db.part")
    for name in names:
        (night.folder / name).write_text("")
    BackupFolder(night.folder).file(NIGHT + timedelta(days=400)).write_text("")
    assert await night.look(NIGHT)
    assert {path.name for path in night.folder.iterdir()} > set(names)


moments = st.timedeltas(timedelta(0), timedelta(days=7000)).map(lambda span: datetime(2020, 1, 1, tzinfo=UTC) + span)


@given(moments, st.integers(0, 23))
def test_what_is_due_lies_within_the_last_day(moment: datetime, hour: int) -> None:
    local = moment.astimezone(ALMATY)
    due = last_due(local, hour)
    assert due.hour == hour
    assert timedelta(0) <= local - due < timedelta(days=1)


@given(moments)
def test_a_name_tells_its_moment(moment: datetime) -> None:
    folder = BackupFolder(Path("x"))
    name = folder.file(moment.astimezone(ALMATY)).name
    assert name == folder.file(replace_microsecond(moment)).name
    assert datetime.strptime(name, "sapar-%Y%m%dT%H%M%SZ.db").replace(tzinfo=UTC) == replace_microsecond(moment)


def replace_microsecond(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)


def test_a_folder_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert BackupFolder(tmp_path / "none").newest(NIGHT) is None
