"""Papers in the chat: told freely, changed, removed; what a passport is too short for; distances."""

from datetime import date, timedelta

import pytest

from bot.clock import today
from bot.playground import Person, Shown, Town
from bot.telegram.callbacks import PaperCallback, ReminderCallback
from tests.handlers.conftest import House


def ahead(days: int) -> date:
    return today() + timedelta(days=days)


def written(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def labels(page: Shown) -> list[str]:
    return [label for row in page.labels for label in row]


async def test_a_passport_is_kept_with_what_it_is_too_short_for(house: House, erlan: Person) -> None:
    page = (await erlan.say("/документы"))[-1]
    assert "Номер и фото не нужны" in page.text
    await erlan.tap("➕ Паспорт", page)
    answer = (await erlan.say(f"до {written(ahead(60))}"))[-1]
    assert "Запомнил" in answer.text
    assert "паспорта не хватит" in answer.text
    assert "Таиланд" in answer.text
    assert "3 месяца после выезда" in answer.text
    assert labels(answer) == [
        "✅ за 30 дней", "▫️ за 7 дней", "✏️ Другой срок", "🗑 Удалить", "↩️ Все документы",
    ]  # fmt: skip


async def test_a_paper_is_kept_without_any_command(house: House, erlan: Person, aigul: Person) -> None:
    await erlan.say("/papers")
    assert "Запомнил" in (await erlan.say(f"паспорт {written(ahead(400))}"))[-1].text
    assert "Виза: 🇪🇺" in (await aigul.say(f"Шенген визасы {written(ahead(100))}"))[-1].text
    assert "Запомнил" not in (await erlan.say(f"виза {written(ahead(90))}"))[-1].text, "whose?"


async def test_a_long_passport_is_enough_and_its_last_days_are_told(aigul: Person) -> None:
    answer = (await aigul.say("/құжаттар паспорт 15.08.2035"))[-1]
    assert "Жазып алдым" in answer.text
    assert "паспорт мерзімі жетеді" in answer.text
    assert "2035 жылғы 15 ақпан" in answer.text  # six months before, from the day of entry
    assert "2035 жылғы 15 мамыр" in answer.text  # three after leaving Schengen


async def test_a_visa_is_told_in_one_line_or_in_two(house: House, erlan: Person, aigul: Person) -> None:
    answer = (await erlan.say(f"/papers виза в Японию до {written(ahead(100))}"))[-1]
    assert "Виза: 🇯🇵 Япония" in answer.text
    await aigul.say("/papers")
    await aigul.tap("➕ Виза")
    assert "қай күнге дейін жарамды" in (await aigul.say("Франция"))[-1].text
    answer = (await aigul.say(written(ahead(100))))[-1]
    assert "Виза: 🇪🇺 Шенген" in answer.text
    [kept] = await house.app.paper_talk.papers.of(aigul.id)
    assert (kept.place, kept.expires) == ("SCHENGEN", ahead(100))


async def test_a_day_without_a_paper_is_not_lost(house: House, erlan: Person) -> None:
    assert "А что это" in (await erlan.say(f"/papers {written(ahead(100))}"))[-1].text
    assert "Об этом месте" in (await erlan.say("Казахстан"))[-1].text
    assert "Об этом месте" in (await erlan.say("Гренландия"))[-1].text
    await erlan.say("Грузия")
    [kept] = await house.app.paper_talk.papers.of(erlan.id)
    assert (kept.place, kept.expires) == ("GE", ahead(100))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("15.08.2020", "уже прошёл"),
        ("15.08.2190", "Напишите один день целиком"),
        ("31.02.2031", "Такого дня не нашёл: «31.02.2031»"),
        ("15.08.2031 и 16.09.2032", "несколько разных дней"),
    ],
)
async def test_a_wrong_day_is_asked_for_again(house: House, erlan: Person, typed: str, told: str) -> None:
    await erlan.say("/papers")
    await erlan.tap("➕ Паспорт")
    assert told in (await erlan.say(typed))[-1].text
    await erlan.say("15.08.2031")
    [kept] = await house.app.paper_talk.papers.of(erlan.id)
    assert kept.expires == date(2031, 8, 15)


async def test_a_question_asked_meanwhile_is_answered(house: House, erlan: Person) -> None:
    await erlan.say("/papers")
    await erlan.tap("➕ Паспорт")
    answer = (await erlan.say("нужна ли виза в Грузию на месяц"))[-1]
    assert answer.text.startswith("🇬🇪")
    assert (await house.app.paper_talk.papers.of(erlan.id)) == ()


async def test_another_day_replaces_the_one_before_and_keeps_the_choice(house: House, erlan: Person) -> None:
    await erlan.say(f"/papers виза в Японию до {written(ahead(100))}")
    await erlan.tap("✅ за 7 дней")
    await erlan.tap("▫️ за 90 дней")
    await erlan.tap("✏️ Другой срок")
    page = (await erlan.say(written(ahead(200))))[-1]
    assert [label for label in labels(page) if "за " in label] == [
        "✅ за 90 дней", "✅ за 30 дней", "▫️ за 7 дней", "✅ за 1 день",
    ]  # fmt: skip
    assert {one.subject.day for one in await house.app.reminders.of(erlan.id)} == {ahead(200)}


async def test_a_paper_is_removed_with_its_reminders_and_a_second_tap_is_told_so(
    house: House, town: Town, erlan: Person
) -> None:
    page = (await erlan.say(f"/papers виза в Японию до {written(ahead(100))}"))[-1]
    [remove] = [b.data for row in page.buttons for b in row if "Удалить" in b.text]
    await erlan.tap("🗑 Удалить", page)
    assert await house.app.reminders.of(erlan.id) == ()
    assert remove is not None
    await erlan.press(remove, page)
    assert [one.text for one in town.alerts if one.text] == [
        "Удалил. Напоминать о нём не буду.", "Этого документа в списке уже нет.",
    ]  # fmt: skip


async def test_forged_buttons_are_answered(house: House, town: Town, erlan: Person) -> None:
    page = (await erlan.say(f"/papers виза в Японию до {written(ahead(100))}"))[-1]
    before = await house.app.reminders.of(erlan.id)
    forged = [
        PaperCallback(act="open", kind="visa", place="XX"), PaperCallback(act="open", kind="nonsense"),
        PaperCallback(act="change", kind="passport"), PaperCallback(act="remove", kind="last_week"),
        ReminderCallback(act="switch", kind="visa", place="JP", day="tomorrow", days=7, on=True),
        ReminderCallback(act="switch", kind="visa", place="JP", day="2031-01-01", days=7, on=True),
        ReminderCallback(act="switch", kind="visa", place="JP", day=str(ahead(100)), days=8, on=True),
        ReminderCallback(act="switch", kind="passport", day=str(ahead(100)), days=7, on=True),
        ReminderCallback(act="off", kind="everything"), ReminderCallback(act="keep", place="XX", day=str(ahead(1))),
        ReminderCallback(act="keep", place="TR", day="2020-01-01"), ReminderCallback(act="open", place="TR"),
    ]  # fmt: skip
    for data in forged:
        await erlan.press(data.pack(), page)
    assert len([one for one in town.alerts if one.text]) >= len(forged) - 1
    assert await house.app.reminders.of(erlan.id) == before


async def test_a_group_is_told_that_papers_are_private(town: Town, erlan: Person) -> None:
    group = town.group("Семья", erlan)
    for command in ("/papers", "/reminders"):
        assert "личн" in (await group.say(erlan, command))[-1].text


async def test_all_of_it_is_in_the_file_and_is_forgotten(house: House, erlan: Person) -> None:
    await erlan.say(f"/papers виза в Японию до {written(ahead(100))}")
    data = await house.app.users.mydata(erlan.id)
    assert data is not None
    assert [row["place"] for row in data["papers"]] == ["JP"]  # type: ignore[attr-defined]
    assert len(data["reminders"]) == 3  # type: ignore[arg-type]
    await erlan.say("/forget")
    await erlan.tap("✅ Удалить всё")
    assert await house.app.users.mydata(erlan.id) is None
