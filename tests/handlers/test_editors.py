"""The desk's menu, the editors, the log."""

import pytest

from bot.domain.user import Role
from bot.playground import Person
from bot.playground.entities import said
from bot.telegram.desk_callbacks import AuditCallback, EditorCallback
from tests.handlers.conftest import OWNER, House


async def role(house: House, person: Person) -> Role:
    user = await house.app.users.get(person.id)
    assert user is not None
    return user.role


async def forward(owner: Person, origin: dict[str, object]) -> str:
    """Let the owner forward somebody's message; return the bot's answer."""
    [answer, *_] = await owner._send({**said("Привет"), "forward_origin": {"date": 1, **origin}})
    return answer.text


async def test_the_menu_is_made_for_the_role(owner: Person, erlan: Person, house: House) -> None:
    [menu] = await owner.say("/admin")
    assert "вы владелец" in menu.text
    assert menu.button("📝 Новое событие")
    assert menu.button("👥 Редакторы")
    await erlan.start()
    await house.app.editors.add(erlan.id, OWNER)
    [menu] = await erlan.say("/пульт")
    assert "вы редактор" in menu.text
    assert menu.button("📣 Новая рассылка")
    assert not menu.button("👥 Редакторы")


async def test_every_button_of_the_menu_opens_something(owner: Person) -> None:
    [menu] = await owner.say("/admin")
    for label in [label for row in menu.labels for label in row]:
        await owner.say("/admin")
        before = len(owner.alerts)
        assert await owner.tap(label), label
        assert not any(alert.text for alert in owner.alerts[before:]), label


async def test_strangers_see_no_desk(erlan: Person) -> None:
    for command in ("/admin", "/editors", "/audit"):
        [answer] = await erlan.say(command)
        assert answer.text.startswith("Такой команды нет.")
    for data in (EditorCallback(act="remove-yes", id=OWNER), EditorCallback(act="add"), AuditCallback()):
        await erlan.press(data.pack())
        assert erlan.alerts[-1].text == "Это действие доступно только редакторам."


async def test_an_editor_is_added_by_id_told_so_and_removed(owner: Person, aigul: Person, house: House) -> None:
    await aigul.start()
    [page] = await owner.say("/editors")
    assert "Редакторов пока нет" in page.text
    await owner.tap("➕ Добавить")
    [answer] = await owner.say(str(aigul.id))
    assert answer.text == f"✅ {aigul.id} теперь редактор."
    assert aigul.last.text == "Сіз енді Сапар редакторысыз. Пульт – /basqaru"
    assert await role(house, aigul) is Role.EDITOR
    await owner.tap("← К списку")
    assert "Редакторы: 1" in owner.last.text
    await owner.tap(f"✖️ {aigul.id}")
    await owner.tap("Да, убрать")
    assert owner.last.text == f"{aigul.id} больше не редактор."
    assert await role(house, aigul) is Role.USER
    await owner.press(EditorCallback(act="remove-yes", id=aigul.id).pack())
    assert owner.last.text == "Этот человек уже не редактор."


async def test_an_editor_is_added_by_a_forwarded_message(owner: Person, erlan: Person, house: House) -> None:
    await erlan.start()
    await owner.say("/editors")
    await owner.tap("➕ Добавить")
    hidden = await forward(owner, {"type": "hidden_user", "sender_user_name": "Ерлан"})
    assert hidden.startswith("Этот человек скрыл себя")
    robot = {"id": 9, "is_bot": True, "first_name": "Бот"}
    assert (await forward(owner, {"type": "user", "sender_user": robot})).startswith("Не нашёл здесь человека.")
    sender = {"id": erlan.id, "is_bot": False, "first_name": "Ерлан"}
    assert (await forward(owner, {"type": "user", "sender_user": sender})).endswith("теперь редактор.")
    assert await role(house, erlan) is Role.EDITOR


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("999", "Этот человек ещё не писал боту."),
        ("@erlan", "Не нашёл здесь человека."),
        (str(OWNER), "Это владелец"),
        ("9" * 30, "Не нашёл здесь человека."),
    ],
)
async def test_who_cannot_be_an_editor_is_told_why(owner: Person, typed: str, told: str) -> None:
    await owner.say("/editors")
    await owner.tap("➕ Добавить")
    [answer] = await owner.say(typed)
    assert answer.text.startswith(told)
    assert "Telegram ID" in answer.text


async def test_an_editor_who_cannot_be_reached_is_one_all_the_same(owner: Person, erlan: Person, house: House) -> None:
    await erlan.start()
    await erlan.block_bot()
    await owner.say("/editors")
    await owner.tap("➕ Добавить")
    await owner.say(str(erlan.id))
    assert await role(house, erlan) is Role.EDITOR


async def test_the_log_tells_who_did_what_and_is_paged(owner: Person, erlan: Person, house: House) -> None:
    [empty] = await owner.say("/audit")
    assert "В журнале пока пусто." in empty.text
    await erlan.start()
    for _ in range(6):
        await house.app.editors.add(erlan.id, OWNER)
        await house.app.editors.remove(erlan.id, OWNER)
    await house.app.editors.audit.add(0, "something.new", note="<b>", long="р" * 100)
    [page] = await owner.say("/журнал")
    first = page.text.splitlines()[2]
    assert "командная строка · something.new: note <b>, long " in first
    assert first.endswith("…")
    assert f"{OWNER} · убран редактор: человек {erlan.id}" in page.text
    assert len(page.text.splitlines()) == 12
    await owner.tap("Раньше →")
    assert len(owner.last.text.splitlines()) == 5
    await owner.tap("⇤ К новым")
    assert owner.last.text == page.text
