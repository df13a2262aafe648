"""How alerts are delivered: every setting by a tap, in both languages."""

from datetime import time

import pytest

from bot.domain.language import Language
from bot.domain.user import Cadence, QuietHours, User
from bot.playground import Person
from bot.telegram.callbacks import SettingsCallback
from tests.handlers.conftest import House


async def stored(house: House, person: Person) -> User:
    """Return the person as the database has them."""
    house.app.users.clear()
    user = await house.app.users.get(person.id)
    assert user is not None
    return user


async def test_the_cadence_is_one_tap_in_place(house: House, erlan: Person) -> None:
    page = (await erlan.say("/settings"))[-1]
    assert "Когда: сразу, как только что-то изменилось" in page.text
    await erlan.tap("Раз в день")
    assert "одной сводкой каждый день в 09:00" in page.text
    assert page.labels[0] == ["Сразу", "✓ Раз в день", "Раз в неделю"]
    await erlan.tap("Раз в неделю")
    assert (await stored(house, erlan)).cadence is Cadence.WEEKLY
    await erlan.tap("Сразу")
    assert (await stored(house, erlan)).cadence is Cadence.AT_ONCE
    assert len(erlan.messages) == 1


async def test_quiet_hours_by_preset_and_off_again(house: House, erlan: Person) -> None:
    page = (await erlan.say("/настройки"))[-1]
    await erlan.tap("🌙 Тихие часы")
    await erlan.tap("23:00–07:00")
    assert "Тихие часы: 23:00–07:00" in page.text
    assert (await stored(house, erlan)).quiet == QuietHours(time(23), time(7))
    await erlan.tap("🌙 Тихие часы")
    assert "✓ 23:00–07:00" in page.labels[0]
    await erlan.tap("Без тихих часов")
    assert (await stored(house, erlan)).quiet is None


async def test_quiet_hours_typed_by_hand(house: House, aigul: Person) -> None:
    await aigul.say("/баптаулар")
    await aigul.tap("🌙 Тыныш уақыт")
    await aigul.tap("Өз уақытым")
    wrong = await aigul.say("22:00-25:00")
    assert "Екі уақыт керек" in wrong[-1].text
    page = (await aigul.say("22:00-07:30"))[-1]
    assert "Тыныш уақыт: 22:00–07:30" in page.text
    assert (await stored(house, aigul)).quiet == QuietHours(time(22), time(7, 30))
    await aigul.tap("🌙 Тыныш уақыт", page)
    assert ["✓ Өз уақытым: 22:00–07:30"] in page.labels


async def test_time_zones_by_button_city_country_and_offset(house: House, erlan: Person) -> None:
    page = (await erlan.say("/settings"))[-1]
    assert "Часовой пояс: Казахстан, UTC+5" in page.text
    await erlan.tap("🕒 Часовой пояс")
    await erlan.tap("Москва, UTC+3")
    assert (await stored(house, erlan)).timezone == "Europe/Moscow"
    for typed, zone in (("Варшава", "Europe/Warsaw"), ("Пхукет", "Asia/Bangkok"), ("+3", "Etc/GMT-3")):
        await erlan.tap("🕒 Часовой пояс", erlan.last)
        await erlan.tap("Другой город", erlan.last)
        await erlan.say(typed)
        assert (await stored(house, erlan)).timezone == zone
    await erlan.tap("🕒 Часовой пояс", erlan.last)
    await erlan.tap("Другой город", erlan.last)
    assert "Не нашёл такого пояса" in (await erlan.say("абвгд"))[-1].text


async def test_a_question_asked_meanwhile_is_answered(house: House, erlan: Person) -> None:
    await erlan.say("/settings")
    await erlan.tap("🕒 Часовой пояс")
    await erlan.tap("Другой город")
    assert (await erlan.say("нужна ли виза в Турцию"))[-1].text.startswith("🇹🇷")
    assert (await stored(house, erlan)).timezone is None
    await erlan.say("/settings")
    await erlan.tap("🌙 Тихие часы")
    await erlan.tap("Свои часы")
    assert (await erlan.say("Грузия"))[-1].text.startswith("🇬🇪")


async def test_sound_and_language_switch_in_place(house: House, erlan: Person) -> None:
    page = (await erlan.say("/settings"))[-1]
    await erlan.tap("🔕 Без звука")
    assert "Звук: выключен" in page.text
    assert (await stored(house, erlan)).silent
    await erlan.tap("🔔 Включить звук")
    assert not (await stored(house, erlan)).silent
    await erlan.tap("🇰🇿 Қазақша")
    assert page.text.startswith("⚙️ Хабарламалар қалай келеді")
    assert (await stored(house, erlan)).language is Language.KK
    assert erlan.alerts[-1].text == "Сақталды"


@pytest.mark.parametrize(
    ("item", "value"), [("cadence", "hourly"), ("quiet", "9999-0000"), ("zone", "Mars/Base"), ("silent", "2")]
)
async def test_a_button_of_no_setting_changes_nothing(house: House, erlan: Person, item: str, value: str) -> None:
    await erlan.say("/settings")
    before = await stored(house, erlan)
    await erlan.tap(SettingsCallback(item=item, value=value))
    after = await stored(house, erlan)
    assert (after.cadence, after.quiet, after.timezone, after.silent) == (
        before.cadence,
        before.quiet,
        before.timezone,
        before.silent,
    )
    assert "старого сообщения" in erlan.alerts[-1].text


async def test_settings_are_personal(house: House, erlan: Person) -> None:
    group = house.town.group("Чат", erlan)
    answer = await group.say(erlan, "/settings")
    assert "личные сообщения" in answer[-1].text
