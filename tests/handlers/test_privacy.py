"""One's own data."""

import json

from bot.playground import Person
from tests.handlers.conftest import House


async def test_privacy_tells_what_is_kept_in_both_languages(erlan: Person, aigul: Person) -> None:
    assert "Что мы храним о вас" in (await erlan.say("/privacy"))[-1].text
    assert "Сіз туралы не сақтаймыз" in (await aigul.say("/құпиялық"))[-1].text


async def test_mydata_is_a_json_file_of_everything(house: House, erlan: Person) -> None:
    await erlan.say("/subscribe Турция")
    await erlan.say("/feedback Спасибо за бота")
    file = (await erlan.say("/mydata"))[-1].file
    assert file is not None
    data = json.loads(file.data)
    assert data["user"]["telegram_id"] == erlan.id
    assert [row["topic"] for row in data["subscriptions"]] == ["country:TR"]
    assert [row["text"] for row in data["reports"]] == ["Спасибо за бота"]


async def test_the_file_comes_from_the_button_too(erlan: Person) -> None:
    await erlan.say("/privacy")
    assert (await erlan.tap("📄 Скачать мои данные"))[-1].file is not None


async def test_forgetting_asks_and_then_leaves_nothing(house: House, erlan: Person) -> None:
    await erlan.say("/subscribe Турция")
    await erlan.say("/feedback Спасибо")
    page = (await erlan.say("/забыть"))[-1]
    await erlan.tap("✖️ Не удалять", page)
    assert await house.app.users.mydata(erlan.id) is not None
    await erlan.say("/forget")
    await erlan.tap("✅ Удалить всё")
    assert await house.app.users.mydata(erlan.id) is None
    assert "ничего не осталось" in erlan.last.text


async def test_who_was_forgotten_begins_anew(house: House, erlan: Person) -> None:
    await erlan.say("/settings")
    await erlan.tap("Раз в день")
    await erlan.say("/forget")
    await erlan.tap("✅ Удалить всё")
    page = (await erlan.say("/settings"))[-1]
    assert "✓ Сразу" in page.labels[0]


async def test_an_editor_is_told_what_stays(house: House, erlan: Person, owner: Person) -> None:
    await erlan.start()
    await house.app.users.set_editor(erlan.id, is_editor=True, by=7)
    question = (await erlan.say("/forget"))[-1].text
    assert "Журнал действий редакторов останется" in question
    assert "Права редактора удалятся" in question
    assert "Права редактора" not in (await owner.say("/forget"))[-1].text


async def test_a_group_gets_no_file_and_no_delete_button(house: House, erlan: Person) -> None:
    group = house.town.group("Чат", erlan)
    assert (await group.say(erlan, "/privacy"))[-1].labels == []
    for command in ("/mydata", "/forget"):
        assert "личные сообщения" in (await group.say(erlan, command))[-1].text
    assert await house.app.users.mydata(erlan.id) is not None
