"""Reminders in the chat: what is to come, and what comes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import today
from bot.domain.reminder import ReminderKind
from bot.playground import Person, Shown, Town
from bot.services.reminders import Reminders
from bot.telegram.callbacks import ReminderCallback
from tests.handlers.conftest import House

ALMATY = ZoneInfo("Asia/Almaty")


def ahead(days: int) -> date:
    return today() + timedelta(days=days)


async def remind(house: House, day: date) -> int:
    """Let the job run at noon of a day, and deliver."""
    reminders = house.app.reminders
    noon = datetime.combine(day, time(12), ALMATY).astimezone(UTC)
    late = Reminders(reminders.store, reminders.holder, reminders.compose, lambda: noon, reminders.zone)
    taken = await late.queue_due()
    await house.deliver()
    return taken


def labels(page: Shown) -> list[str]:
    return [label for row in page.labels for label in row]


async def test_a_passport_reminder_tells_where_it_is_too_short(house: House, erlan: Person, aigul: Person) -> None:
    for person in (erlan, aigul):
        await person.start()
        await person.say(f"/papers паспорт {ahead(120):%d.%m.%Y}")
    assert await remind(house, ahead(30)) == 2
    assert "Паспорт действует до" in erlan.last.text
    assert "Осталось 90 дней." in erlan.last.text
    assert "Таиланд" in erlan.last.text
    assert "90 күн қалды." in aigul.last.text
    assert await remind(house, ahead(30)) == 0
    assert len([one for one in erlan.messages if "Осталось 90" in one.text]) == 1


async def test_a_visa_reminder_can_be_stopped_where_it_stands(house: House, town: Town, erlan: Person) -> None:
    await erlan.say(f"/papers виза в Японию до {ahead(100):%d.%m.%Y}")
    await remind(house, ahead(70))
    assert "виза действует до" in erlan.last.text
    assert "Осталось 30 дней." in erlan.last.text
    await erlan.tap("🔕 Не напоминать об этом")
    assert [one.text for one in town.alerts if one.text] == ["Больше не напомню"]
    assert await house.app.reminders.of(erlan.id) == ()
    assert "Пока ни о чём" in (await erlan.say("/reminders"))[-1].text


async def test_the_calculators_last_day_is_kept_and_comes(house: House, town: Town, erlan: Person) -> None:
    page = (await erlan.say("/start"))[-1]
    button = ReminderCallback(act="keep", place="TR", day=str(ahead(20))).pack()
    await erlan.press(button, page)
    await erlan.press(button, page)  # a double tap
    assert "Напомню за 14 дней, за 3 дня, за 1 день" in town.alerts[-1].text
    assert [one.days_before for one in await house.app.reminders.of(erlan.id)] == [14, 3, 1]
    await erlan.tap("▫️ за 7 дней", erlan.last)
    await erlan.tap("✅ за 14 дней", erlan.last)
    assert "▫️ за 14 дней" in labels(erlan.last)
    await remind(house, ahead(13))
    assert "последний законный день" in erlan.last.text
    assert "Осталось 7 дней." in erlan.last.text
    listed = (await erlan.say("/reminders"))[-1]
    await erlan.tap("🇹🇷 Турция: последний день", listed)
    assert "последний законный день" in erlan.last.text


async def test_who_is_there_is_offered_a_reminder_of_the_last_day(house: House, erlan: Person, aigul: Person) -> None:
    begun = today() - timedelta(days=20)
    answer = (await erlan.say(f"/stay Турция с {begun:%d.%m.%Y}"))[-1]
    await erlan.tap("🔔 Напомнить о последнем дне", answer)
    assert {one.subject.day for one in await house.app.reminders.of(erlan.id)} == {begun + timedelta(days=89)}
    over = today() - timedelta(days=200)
    answer = (await aigul.say(f"/stay Түркия {over:%d.%m.%Y}–{over:%d.%m.%Y}"))[-1]
    assert "🔔 Соңғы күнді еске салу" not in labels(answer)


async def test_the_day_before_last_is_too_late_to_be_reminded_of(house: House, town: Town, erlan: Person) -> None:
    page = (await erlan.say("/start"))[-1]
    await erlan.press(ReminderCallback(act="keep", place="TR", day=str(today())).pack(), page)
    assert "уже поздно" in town.alerts[-1].text
    assert await house.app.reminders.of(erlan.id) == ()


@pytest.mark.parametrize(("zone", "hour"), [("Europe/Istanbul", 7), ("Asia/Seoul", 1)])
async def test_another_time_zone_moves_reminders(house: House, erlan: Person, zone: str, hour: int) -> None:
    await erlan.start()
    await house.app.reminders.keep(erlan.id, ReminderKind.VISA, "JP", ahead(100))
    user = await house.app.users.get(erlan.id)
    assert user is not None
    await house.app.users.set_timezone(user, zone)
    assert {one.due_at.hour for one in await house.app.reminders.of(erlan.id)} == {hour}


async def test_the_job_takes_more_than_one_transaction_holds(
    house: House, erlan: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.services.reminders.AT_ONCE", 2)
    await erlan.start()
    for place in ("JP", "CN", "GE", "TR", "KR"):
        await house.app.reminders.keep(erlan.id, ReminderKind.VISA, place, ahead(100), (30,))
    assert await remind(house, ahead(70)) == 5
    assert len([one for one in erlan.messages if "Осталось 30" in one.text]) == 5


async def test_days_that_are_over_are_pruned(house: House, erlan: Person) -> None:
    await erlan.start()
    await house.app.reminders.keep(erlan.id, ReminderKind.VISA, "JP", ahead(2), (1,))
    assert await house.app.reminders.prune() == 0
    reminders = house.app.reminders
    later = datetime.now(UTC) + timedelta(days=9)
    assert (
        await Reminders(reminders.store, reminders.holder, reminders.compose, lambda: later, reminders.zone).prune()
        == 1
    )


async def test_settings_lead_to_reminders(erlan: Person) -> None:
    await erlan.say("/settings")
    page = (await erlan.tap("⏰ Напоминания"))[-1]
    assert "О чём я напомню" in page.text
    assert "Мои документы" in (await erlan.tap("📄 Мои документы", page))[-1].text
