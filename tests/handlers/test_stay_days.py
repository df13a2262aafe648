"""The calculator's buttons: days picked on the calendar, a plan, the list of trips, the picture."""

from datetime import date
from itertools import chain

import pytest

from bot import clock
from bot.pictures.rendering import PictureError, Renderer
from bot.playground import Person
from bot.playground.shown import Shown
from bot.telegram.callbacks import StayCallback

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _hold_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda timezone="": TODAY)


@pytest.fixture
async def asked(erlan: Person) -> Shown:
    """Return the question when Ерлан was in Türkiye."""
    await erlan.start()
    return (await erlan.say("/stay Турция"))[-1]


def labels(person: Person) -> list[str]:
    return list(chain(*person.last.labels))


def day(value: str) -> StayCallback:
    return StayCallback(act="day", place="TR", value=value)


async def test_a_trip_is_picked_on_the_calendar(erlan: Person, asked: Shown) -> None:
    await erlan.tap("📅 Календарь")
    assert "ноябрь 2026" in labels(erlan)
    assert "(23)" in labels(erlan), "today"
    await erlan.tap("◀️")
    assert "октябрь 2026" in labels(erlan)
    await erlan.tap(day("2026-10-05"))
    assert "[5]" in labels(erlan)
    assert "Въезд: 5 октября 2026" in erlan.last.text
    await erlan.tap(day("2026-10-09"))
    assert "• 5–9 октября 2026: 5 дней" in erlan.last.text
    assert erlan.last.id == asked.id, "all of it in one message"
    await erlan.tap("➕ Добавить поездку")
    await erlan.tap("📅 Календарь")
    await erlan.tap("◀️")
    assert "·7·" in labels(erlan), "days of trips are marked"


async def test_a_day_before_the_first_is_the_first_anew(erlan: Person, asked: Shown) -> None:
    await erlan.tap("📅 Календарь")
    await erlan.tap(day("2026-11-10"))
    await erlan.tap(day("2026-11-02"))
    assert "Въезд: 2 ноября 2026" in erlan.last.text
    await erlan.tap("Я ещё там")
    assert "с 2 ноября 2026, вы ещё там: 22 дня" in erlan.last.text


async def test_nobody_is_there_since_tomorrow(erlan: Person, asked: Shown) -> None:
    await erlan.tap("📅 Календарь")
    await erlan.tap(day("2026-11-24"))
    assert "Я ещё там" not in labels(erlan)
    await erlan.press(StayCallback(act="there", place="TR").pack())
    assert "уже закончен" in erlan.alerts[-1].text


async def test_the_calendar_ends_somewhere(erlan: Person, asked: Shown) -> None:
    await erlan.tap("📅 Календарь")
    for month, gone in (("2000-01", "◀️"), ("2099-12", "▶️")):
        await erlan.press(StayCallback(act="month", place="TR", value=month).pack(), asked)
        assert gone not in labels(erlan)
    await erlan.press(StayCallback(act="idle").pack(), asked)
    assert erlan.unanswered_taps == 0


async def test_a_plan_is_picked_too(erlan: Person, asked: Shown) -> None:
    await erlan.tap("Поездок не было")
    await erlan.tap("🔮 Проверить план")
    assert "когда хотите поехать" in erlan.last.text
    await erlan.tap("📅 Календарь")
    await erlan.tap(day("2026-12-01"))
    await erlan.tap(day("2027-03-10"))
    assert "не получится" in erlan.last.text
    assert "Первый лишний день — 1 марта 2027." in erlan.last.text
    await erlan.tap("↩️ К расчёту")
    assert "осталось 90 дней" in erlan.last.text


async def test_a_plan_typed_wrong_is_asked_again(erlan: Person, asked: Shown) -> None:
    await erlan.tap("Поездок не было")
    await erlan.tap("🔮 Проверить план")
    [said] = await erlan.say("20–1 июля")
    assert "выезд раньше въезда" in said.text
    assert "когда хотите поехать" in said.text
    [said] = await erlan.say("1–20 июля")
    assert "1–20 июля 2027: можно" in said.text


async def test_a_plan_that_spoils_a_later_trip_names_it(erlan: Person, asked: Shown) -> None:
    await erlan.say("1 января 2027 - 20 марта 2027")
    [said] = await erlan.say("можно 1–20 декабря?")
    assert "На поездку 1 января – 20 марта 2027 не хватит" in said.text


async def test_a_trip_is_taken_off_the_list(erlan: Person, asked: Shown) -> None:
    await erlan.say("12–20 июля, 1–5 октября")
    await erlan.tap("✏️ Убрать поездку")
    await erlan.tap("✖️ 12–20 июля 2026")
    assert "12–20 июля" not in erlan.last.text
    assert "осталось 85 дней" in erlan.last.text
    await erlan.tap("🌍 Другая страна")
    assert "Для какой страны" in erlan.last.text


async def test_the_window_comes_as_a_picture(erlan: Person, asked: Shown) -> None:
    await erlan.say("1–5 октября")
    [sent] = await erlan.tap("🖼 Картинкой")
    assert "Турция: ваши дни на календаре." in sent.text
    assert sent.raw["photo"]


async def test_without_a_picture_the_words_remain(erlan: Person, asked: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(self: Renderer, svg: str) -> bytes:
        raise PictureError("no")

    monkeypatch.setattr(Renderer, "png", fail)
    await erlan.say("1–5 октября")
    [sent] = await erlan.tap("🖼 Картинкой")
    assert "Не получилось нарисовать" in sent.text


async def test_without_a_limit_there_is_no_picture(erlan: Person, asked: Shown) -> None:
    await erlan.press(StayCallback(act="picture", place="GE").pack(), asked)
    assert "уже закончен" in erlan.alerts[-1].text
