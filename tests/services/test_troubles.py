"""What fails is told once, and once when it is over, whatever Telegram does meanwhile."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.trouble import LEAST_ROOM, Cause, Part
from bot.services.troubles import StorageWatch, Troubles

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@dataclass
class Ears:
    """Hears what is told; deaf while Telegram is out of reach."""

    deaf: bool = False
    heard: list[tuple[Part, Cause | None]] = field(default_factory=list)

    async def tell(self, part: Part, cause: Cause | None) -> None:
        if self.deaf:
            raise ConnectionError
        self.heard.append((part, cause))


@dataclass
class Disk:
    """A database and its disk in this state."""

    cause: Cause | None = None
    free: int | None = LEAST_ROOM

    async def trouble(self, _at: datetime) -> Cause | None:
        return self.cause

    def room(self) -> int | None:
        return self.free


@given(st.lists(st.sampled_from([None, Cause.FULL, Cause.LOCKED])))
async def test_what_is_told_alternates(looks: list[Cause | None]) -> None:
    ears = Ears()
    troubles = Troubles(ears.tell)
    for cause in looks:
        await troubles.note(Part.STORAGE, cause)
    words = [cause is None for _, cause in ears.heard]
    assert words == [number % 2 == 1 for number in range(len(words))], "begun, over, begun, over …"
    if looks and looks[-1] is None:
        assert len(words) % 2 == 0
    if looks and looks[-1] is Cause.FULL:
        assert len(words) % 2 == 1


async def test_a_passing_cause_is_told_at_the_second_look() -> None:
    ears = Ears()
    troubles = Troubles(ears.tell)
    for cause in (Cause.LOCKED, None, Cause.LOCKED):
        await troubles.note(Part.STORAGE, cause)
    assert ears.heard == []
    await troubles.note(Part.STORAGE, Cause.LOCKED)
    assert ears.heard == [(Part.STORAGE, Cause.LOCKED)]


async def test_what_could_not_be_told_is_told_later() -> None:
    ears = Ears(deaf=True)
    troubles = Troubles(ears.tell)
    await troubles.note(Part.BACKUP, Cause.FULL)
    ears.deaf = False
    await troubles.note(Part.BACKUP, Cause.FULL)
    ears.deaf = True
    await troubles.note(Part.BACKUP, None)
    ears.deaf = False
    await troubles.note(Part.BACKUP, None)
    assert ears.heard == [(Part.BACKUP, Cause.FULL), (Part.BACKUP, None)]


async def test_little_room_is_told_unless_worse_is() -> None:
    ears, disk = Ears(), Disk(free=LEAST_ROOM - 1)
    watch = StorageWatch(disk, Troubles(ears.tell), lambda: NOW)
    disk.cause = Cause.FULL
    await watch.look()
    assert ears.heard == [(Part.STORAGE, Cause.FULL)]
    disk.cause = None
    await watch.look()
    assert ears.heard[1:] == [(Part.STORAGE, None), (Part.ROOM, Cause.FULL)]
    disk.free = None
    await watch.look()
    assert ears.heard[3:] == [(Part.ROOM, None)]
