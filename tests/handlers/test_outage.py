"""The database fails while the bot runs: questions are answered, owners hear of it once and once that it is over."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, NoReturn

import pytest
from aiogram.fsm.storage.base import StorageKey
from aiogram.fsm.storage.memory import MemoryStorage

from bot.db import engine as engine_module
from bot.domain.language import Language
from bot.domain.trouble import Cause, Part
from bot.domain.user import Role
from bot.telegram.forgiving_storage import ForgivingStorage
from tests.databases import SqliteEngine
from tests.handlers.desk_town import DeskTown, desk_town

RIGHT_AWAY = timedelta(0)


@pytest.fixture
async def desk(sqlite_engine: SqliteEngine, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DeskTown]:
    """Yield a bot at work whose database waits for a lock only a moment."""
    impatient = tuple(one.replace("=10000", "=100") for one in engine_module.SQLITE_PRAGMAS)
    monkeypatch.setattr(engine_module, "SQLITE_PRAGMAS", impatient)
    monkeypatch.setattr("bot.services.users.FRESH_FOR", RIGHT_AWAY)
    async with desk_town(sqlite_engine.copy("seeded")) as town:
        yield town


def file_of(desk: DeskTown) -> Path:
    return Path(desk.app.db.url.database or "")


async def look(desk: DeskTown, times: int = 1) -> None:
    for _ in range(times):
        await desk.work.keeping.watch.look()


async def pragma(desk: DeskTown, statement: str) -> None:
    """Set something on the connection that writes."""
    await desk.app.db.transact(lambda c: c.exec_driver_sql(statement).close())


def heard(desk: DeskTown) -> list[str]:
    """Return what the first owner was told of troubles."""
    return [text for text in desk.texts_of(desk.owner) if text.startswith(("🔴 Бот не", "🟠", "🟢 "))]


async def test_a_locked_database_is_told_at_the_second_look_and_once(desk: DeskTown) -> None:
    with closing(sqlite3.connect(file_of(desk))) as other:
        other.execute("BEGIN IMMEDIATE")
        await look(desk)
        assert heard(desk) == []
        await look(desk, 3)
        assert desk.work.keeping.troubles.now == {Part.STORAGE: Cause.LOCKED}
        [told] = heard(desk)
        assert "Базу держит занятой другая программа." in told
        other.rollback()
    await look(desk, 2)
    assert heard(desk)[1:] == ["🟢 Данные снова сохраняются."]
    assert not [text for text in desk.texts_of(desk.erlan) if "сохраня" in text]


async def test_a_full_disk_is_told_at_once(sqlite_engine: SqliteEngine, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        shutil.copy(sqlite_engine.copy("seeded").removeprefix("sqlite+aiosqlite:///"), disk / "sapar.db")
        async with desk_town(f"sqlite+aiosqlite:///{disk}/sapar.db") as desk:
            fill(disk / "ballast")
            await look(desk)
            [told] = heard(desk)
            assert "На диске нет места." in told
            [card] = await desk.erlan.say("Турция")
            assert card.text.startswith("🇹🇷")
            assert desk.work.keeping.figures()[0].samples[("storage",)] == 1
            (disk / "ballast").unlink()
            await look(desk)
            assert heard(desk)[1] == "🟢 Данные снова сохраняются."


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Yield a disk of 16 MB, mounted here; only root may."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can't be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(path: Path) -> None:
    """Write until the disk is full."""
    with suppress(OSError), path.open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass


async def test_a_read_only_disk_is_told_and_questions_are_answered(desk: DeskTown) -> None:
    await pragma(desk, "PRAGMA query_only=ON")
    await look(desk)
    [told] = heard(desk)
    assert "Писать на диск или в базу запрещено." in told
    [card] = await desk.erlan.say("Турция")
    assert card.text.startswith("🇹🇷")
    stranger = desk.town.person("Новая", language="kk", user_id=999)
    [card] = await stranger.say("Түркия")
    assert card.text.startswith("🇹🇷")


async def test_a_database_that_is_gone_leaves_the_answers(desk: DeskTown, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> NoReturn:
        raise OSError("no route to the database")

    with monkeypatch.context() as patched:
        for name in ("look", "transact", "read", "write"):
            patched.setattr(desk.app.db, name, gone)
        [card] = await desk.aigul.say("Түркия")
        assert card.text.startswith("🇹🇷")
        await look(desk, 2)
        assert len(heard(desk)) == 1
        [sorry] = await desk.erlan.say("/subscribe Турция")
        assert sorry.text.startswith("Что-то сломалось")
    await look(desk)
    assert heard(desk)[-1] == "🟢 Данные снова сохраняются."


async def test_an_editor_has_no_rights_while_nobody_can_tell_whether_they_still_have_them(
    desk: DeskTown, monkeypatch: pytest.MonkeyPatch
) -> None:
    users = desk.app.users
    await users.set_editor(desk.aigul.id, True, desk.owner.id)
    assert (await users.meet(desk.aigul.id, "kk")).role is Role.EDITOR

    def gone(*_: object) -> NoReturn:
        raise OSError("no route to the database")

    with monkeypatch.context() as patched:
        patched.setattr(desk.app.db, "look", gone)
        patched.setattr("bot.services.users.RIGHTS_FRESH_FOR", RIGHT_AWAY)
        known, stranger = await users.meet(desk.aigul.id, "ru"), await users.meet(987654, "ru")
        assert (known.role, known.language) == (Role.USER, Language.KK)
        assert (stranger.role, stranger.language) == (Role.USER, Language.RU)
        assert (await users.meet(desk.owner.id, "ru")).role is Role.OWNER


async def test_only_the_state_of_a_conversation_is_forgiven() -> None:
    class Broken(MemoryStorage):
        async def get_state(self, key: StorageKey) -> str | None:
            raise OSError

        async def get_data(self, key: StorageKey) -> dict[str, Any]:
            raise OSError

    key, broken, whole = StorageKey(1, 2, 3), ForgivingStorage(Broken()), ForgivingStorage(MemoryStorage())
    assert await broken.get_state(key) is None
    with pytest.raises(OSError):
        await broken.get_data(key)
    await whole.set_state(key, "draft")
    await whole.set_data(key, {"a": 1})
    assert await whole.update_data(key, {"b": 2}) == {"a": 1, "b": 2}
    assert (await whole.get_state(key), await whole.get_data(key)) == ("draft", {"a": 1, "b": 2})
    await whole.close()
