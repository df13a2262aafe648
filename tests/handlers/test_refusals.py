"""Strangers at the desk: nothing is shown, nothing changes, and all that was tried is in the log."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from aiogram.types import BotCommandScopeChat

from bot.db.schema import metadata
from bot.domain.user import Role
from bot.playground import Person
from bot.services.refusals import AT_MOST, SPAN, TRACKED, Refusal, Refusals
from bot.telegram import desk_callbacks
from bot.telegram.callbacks import MenuCallback
from bot.telegram.commands import COMMANDS, OWNERS_ONLY
from bot.telegram.desk_callbacks import DESK_PREFIXES, CampaignCallback, DraftCallback, EditorCallback
from bot.telegram.views.admin import PAGES
from tests.handlers.conftest import OWNER, House

DESK_COMMANDS = [f"/{name}" for command in COMMANDS if command.place == "desk" for name in command.all_names]
RESTS = ("show:1", "", "send:1:x", "😀:-1:::", "9" * 50)
FORGED = [
    *(f"{prefix}:{rest}" for prefix in sorted(DESK_PREFIXES) for rest in RESTS),
    *(MenuCallback(page=page).pack() for page in ("admin", *PAGES)),
]  # fmt: skip
UNTOUCHED = {"audit", "users", "conversation"}


async def everything(house: House) -> dict[str, list[Any]]:
    """Return all rows but those of the log and of the people who write."""
    tables = [table for table in metadata.sorted_tables if table.name not in UNTOUCHED]
    async with house.app.db.read() as c:
        return {table.name: list(await c.execute(sa.select(table))) for table in tables}


async def attempts(house: House, person: Person) -> list[str]:
    """Return what the log says that a person tried, oldest first."""
    entries = await house.app.audit.newest(1000)
    return [one.details["attempt"] for one in reversed(entries) if one.actor == person.id]


def slowly(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a person write as fast as a test does."""
    monkeypatch.setattr("bot.telegram.middlewares.flood.BURST", 1e6)


async def test_a_stranger_sees_nothing_changes_nothing_and_is_in_the_log(
    house: House, erlan: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    slowly(house, monkeypatch)
    await erlan.start()
    before = await everything(house)
    for command in DESK_COMMANDS:
        [answer] = await erlan.say(f"{command} eu")
        assert answer.text.startswith("Такой команды нет."), command
        assert not answer.buttons
    for data in FORGED:
        assert await erlan.press(data) == [], data
        assert erlan.alerts[-1].text == "Это действие доступно только редакторам.", data
    assert await everything(house) == before
    tried = [*(f"{command} eu" for command in DESK_COMMANDS), *FORGED]
    assert await attempts(house, erlan) == tried[:AT_MOST]


async def test_an_editor_is_refused_what_is_the_owners(house: House, erlan: Person) -> None:
    await erlan.start()
    await house.app.editors.add(erlan.id, OWNER)
    for name in OWNERS_ONLY:
        [answer] = await erlan.say(f"/{name}")
        assert answer.text == "Это может только владелец бота."
    await erlan.press(EditorCallback(act="remove-yes", id=OWNER).pack())
    assert erlan.alerts[-1].text == "Это может только владелец бота."
    assert len(await attempts(house, erlan)) == len(OWNERS_ONLY) + 1


async def test_what_no_button_carries_is_refused_to_admins_too(house: House, owner: Person) -> None:
    await owner.start()
    for data in ("b1:explode:1:", "kk1:show", "zz9:1", CampaignCallback(act="burn", id=1).pack()):
        await owner.press(data)
        assert owner.alerts[-1].text, data
    assert await attempts(house, owner) == ["b1:explode:1:", "kk1:show", "zz9:1", "kk1:burn:1:"]


async def test_a_replay_is_told_and_in_the_log(house: House, owner: Person, aigul: Person) -> None:
    await aigul.start()
    await owner.start()
    await house.app.editors.add(aigul.id, OWNER)
    remove = EditorCallback(act="remove-yes", id=aigul.id).pack()
    await owner.press(remove)
    await owner.press(remove)
    sent = DraftCallback(act="send", draft=1, value="0").pack()
    await owner.press(sent)
    entries = await house.app.audit.newest(10)
    assert [one.details["attempt"] for one in entries if one.action == "refused.replayed"] == [sent, remove]


async def test_in_groups_a_command_of_the_desk_is_refused_only_when_the_bot_was_meant(
    house: House, erlan: Person
) -> None:
    group = house.town.group("Саяхат", erlan)
    named = f"/admin@{house.town.world.bot['username']}"
    await group.say(erlan, "/admin")
    assert await attempts(house, erlan) == []
    await group.say(erlan, named)
    assert await attempts(house, erlan) == [named]


async def test_the_owner_reads_refusals_apart(house: House, owner: Person, erlan: Person) -> None:
    await erlan.start()
    await erlan.say("/stats <b>")
    await house.app.editors.add(erlan.id, OWNER)
    [page] = await owner.say("/audit")
    assert "отказано: нет прав: роль пользователь, попытка /stats <b>" in page.text
    assert "назначен редактор" in page.text
    await owner.tap("🚫 Только отказы")
    assert "назначен редактор" not in owner.last.text
    assert "отказано: нет прав" in owner.last.text
    await owner.tap("🗒 Все действия")
    assert "назначен редактор" in owner.last.text


async def test_menus_follow_rights_and_language(house: House, owner: Person, aigul: Person) -> None:
    async def menu(person: Person) -> set[str]:
        return {one.command for one in await house.bot.get_my_commands(BotCommandScopeChat(chat_id=person.id))}

    await owner.start()
    await aigul.start()
    assert {"pult", "opublikovat", "redaktory"} <= await menu(owner)
    assert not await menu(aigul)
    await owner.say("/editors")
    await owner.tap("➕ Добавить")
    await owner.say(str(aigul.id))
    assert {"basqaru", "taratu"} <= await menu(aigul)
    assert not {"jariialau", "redaktorlar"} & await menu(aigul)
    await owner.say("/til")
    await owner.tap("🇰🇿 Қазақша")
    assert "basqaru" in await menu(owner)
    await owner.press(EditorCallback(act="remove-yes", id=aigul.id).pack())
    assert not await menu(aigul)


class Log:
    """Keeps entries in memory."""

    def __init__(self) -> None:
        self.entries: list[tuple[int, str, dict[str, Any]]] = []

    async def add(self, actor: int, action: str, **details: Any) -> None:
        self.entries.append((actor, action, details))


async def test_nobody_fills_the_log() -> None:
    moment = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    log = Log()
    refusals = Refusals(log, lambda: moment)
    for number in range(AT_MOST + 50):
        await refusals.note(5, Role.USER, Refusal.FORGED, f"x{number}" + "y" * 1000)
    assert len(log.entries) == AT_MOST
    assert log.entries[-1][2]["more"] is True
    assert all(len(details["attempt"]) <= 200 for _, _, details in log.entries)
    await refusals.note(6, Role.USER, Refusal.RIGHTS, "/admin")
    assert log.entries[-1][:2] == (6, "refused.rights")
    moment += SPAN + timedelta(seconds=1)
    await refusals.note(5, Role.USER, Refusal.FORGED, "again")
    assert log.entries[-1][2]["attempt"] == "again"


async def test_only_so_many_people_are_remembered() -> None:
    refusals = Refusals(Log(), lambda: datetime(2026, 11, 23, tzinfo=UTC))
    for person in range(TRACKED + 10):
        await refusals.note(person, Role.USER, Refusal.FORGED, "x")
    assert len(refusals._spans) == TRACKED


def test_every_button_of_the_desk_is_known_by_its_prefix() -> None:
    classes = [one for one in vars(desk_callbacks).values() if hasattr(one, "__prefix__")]
    assert {one.__prefix__ for one in classes} == DESK_PREFIXES
