"""The stay calculator: asked in words, by command, from a card; answered, doubted, kept, in both languages."""

from datetime import date, timedelta
from itertools import chain

import pytest

from bot import clock
from bot.domain.stay import Trip
from bot.playground import Person, Town
from bot.telegram import stay_session
from bot.telegram.callbacks import StayCallback
from tests.handlers.conftest import House

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _hold_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda timezone="": TODAY)


async def test_a_question_out_of_the_blue_is_counted_at_once(erlan: Person) -> None:
    await erlan.start()
    [sent] = await erlan.say("сколько дней мне осталось в Турции, если был 12–20 июля и 5 октября – 1 ноября?")
    assert "🇹🇷 Турция: можно ещё 62 дня подряд" in sent.text
    assert "Занято 37 из 90 — за последние 180 дней, начиная с 28 мая 2026." in sent.text
    assert "• 12–20 июля 2026: 9 дней" in sent.text
    assert "решает пограничник" in sent.text


async def test_the_same_in_kazakh(aigul: Person) -> None:
    await aigul.start()
    [sent] = await aigul.say("Түркияда шілденің 12-нен 20-сына дейін болдым, неше күн қалды?")
    assert "🇹🇷 Түркия: қатарынан тағы 90 күн болуға болады" in sent.text
    assert "2026 жылғы 12–20 шілде: 9 күн" in sent.text


async def test_a_question_without_days_is_answered_as_ever(erlan: Person) -> None:
    await erlan.start()
    [sent] = await erlan.say("сколько дней можно в Турции")
    assert "до 90 дней" in sent.text
    assert "осталось" not in sent.text.splitlines()[0]


async def test_place_then_trips_then_a_plan(erlan: Person) -> None:
    await erlan.start()
    [asked] = await erlan.say("/stay")
    assert "Для какой страны считаем дни?" in asked.text
    [asked] = await erlan.say("шенген")
    assert "когда вы там были?" in asked.text
    [sent] = await erlan.say("1 августа - 20 октября, 1.11.2026–6.11.2026")
    assert "🇪🇺 Шенген: осталось 3 дня" in sent.text
    assert "Все 90 дней подряд — при въезде с 5 февраля 2027." in sent.text
    [sent] = await erlan.say("а можно 1–20 декабря?")
    assert "❌ 🇪🇺 Шенген, 1–20 декабря 2026: не получится" in sent.text
    assert "Мешает правило: не больше 90 дней за любые 180 дней." in sent.text
    [sent] = await erlan.say("могу ли я поехать 1–5 февраля")
    assert "✅" in sent.text
    assert "1–5 февраля 2027: можно, это 5 дней" in sent.text


@pytest.mark.parametrize("begun", [False, True])
async def test_trips_and_a_plan_in_one_message(erlan: Person, begun: bool) -> None:
    await erlan.start()
    if begun:
        await erlan.say("/stay Турция")
    [sent] = await erlan.say("был в Шенгене 1 августа – 25 октября, можно поехать 1–20 декабря?")
    assert "❌ 🇪🇺 Шенген, 1–20 декабря 2026: не получится, 16 дней сверх срока" in sent.text
    await erlan.tap("↩️ К расчёту")
    assert "• 1 августа – 25 октября 2026: 86 дней" in erlan.last.text
    assert "осталось 4 дня" in erlan.last.text


async def test_a_plan_beside_days_that_are_none_is_asked_again(erlan: Person) -> None:
    await erlan.start()
    [sent] = await erlan.say("был в Турции 1 августа – 5 августа, можно поехать 31 ноября – 5 декабря?")
    assert "такого дня нет" in sent.text


async def test_trips_told_before_the_place_are_not_lost(erlan: Person) -> None:
    await erlan.start()
    await erlan.say("/stay")
    [asked] = await erlan.say("12-20 июля")
    assert "Для какой страны считаем дни?" in asked.text
    [sent] = await erlan.say("Грузия")
    assert "• 12–20 июля 2026: 9 дней" in sent.text


async def test_days_that_are_none_are_named_and_the_others_counted(aigul: Person) -> None:
    await aigul.start()
    [sent] = await aigul.say("/мерзім Түркия 12–20 шілде, 31 сәуір – 5 мамыр")
    assert "ондай күн жоқ" in sent.text
    assert "тағы 90 күн" in sent.text


async def test_another_question_in_between_is_answered(erlan: Person) -> None:
    await erlan.start()
    await erlan.say("/stay Турция 12-20 июля")
    [sent] = await erlan.say("виза в Японию")
    assert "Япония" in sent.text
    [sent] = await erlan.say("добавь 1–5 октября")
    assert "можно ещё 85 дней подряд" in sent.text, "the calculation went on"


async def test_who_was_never_there_may_stay_the_whole_term(erlan: Person) -> None:
    await erlan.start()
    await erlan.say("/stay Турция")
    [sent] = await erlan.say("не был")
    assert "осталось 90 дней" in sent.text
    assert "Поездок пока нет." in sent.text


async def test_a_place_nobody_knows_is_asked_again_with_the_nearest(erlan: Person) -> None:
    await erlan.start()
    await erlan.say("/stay")
    [asked] = await erlan.say("абракадабра")
    assert "Не узнал страну" in asked.text
    [asked] = await erlan.say("Конго")
    assert len(list(chain(*asked.labels))) >= 2, "there are two of that name"
    [asked] = await erlan.say("Турция")
    assert "Турция: когда вы там были?" in asked.text


async def test_text_without_days_is_told_how_to_write_them(erlan: Person) -> None:
    await erlan.start()
    await erlan.say("/stay Турция")
    [sent] = await erlan.say("летом где-то")
    assert "Не увидел дат" in sent.text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Андорра", "с первого въезда в Шенген"),
        ("Саудовская Аравия", "источники не говорят"),
        ("Япония", "написано в самой визе"),
    ],
)
async def test_a_rule_that_cannot_be_counted_says_why(erlan: Person, words: str, said: str) -> None:
    await erlan.start()
    [sent] = await erlan.say(f"/stay {words}")
    assert said in sent.text
    assert "📄 Карточка страны" in chain(*sent.labels)


async def test_andorra_sends_to_schengen(erlan: Person) -> None:
    await erlan.start()
    await erlan.say("/stay Андорра 12–20 июля")
    await erlan.tap("🧮 Посчитать для Шенгена")
    assert "Шенген: можно ещё 90 дней" in erlan.last.text


async def test_a_card_begins_a_calculation_below_itself(aigul: Person) -> None:
    await aigul.start()
    [card] = await aigul.say("Грузия")
    [asked] = await aigul.tap("🧮 Неше күн қалды", card)
    assert "онда қашан болдыңыз" in asked.text
    assert asked.id != card.id


async def test_who_is_there_learns_the_last_day_and_who_stayed_too_long_too(erlan: Person) -> None:
    await erlan.start()
    [sent] = await erlan.say("/stay Китай с 1 ноября")
    assert "Вы там. Последний день — 30 ноября 2026." in sent.text
    [sent] = await erlan.say("/stay Грузия 1.10.2025-")
    [sent] = await erlan.say("/stay Китай с 1 октября")
    assert "⚠️ Срок вышел: последним днём было 30 октября 2026." in sent.text
    assert "дней не осталось" in sent.text


async def test_groups_hear_nothing_of_trips(town: Town, erlan: Person) -> None:
    await erlan.start()
    group = town.group("Дом", erlan)
    [said] = await group.say(erlan, "/stay Турция 12–20 июля")
    assert "Турция: осталось" not in said.text


async def test_after_an_hour_it_is_over(erlan: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    await erlan.start()
    [sent] = await erlan.say("/stay Турция 12-20 июля")
    monkeypatch.setattr(stay_session, "LASTS", -1)
    await erlan.tap("🔮 Проверить план", sent)
    assert "Этот расчёт уже закончен" in erlan.alerts[-1].text
    [said] = await erlan.say("Грузия")
    assert "виза не нужна" in said.text.splitlines()[0], "a country is a question again"


FORGED = ("sy1:day:TR:2026-13-40", "sy1:drop-one:TR:x", "sy1:month:TR:9999-99", "sy1:there:TR:")


@pytest.mark.parametrize("data", FORGED)
async def test_forged_buttons_are_answered(erlan: Person, data: str) -> None:
    await erlan.start()
    await erlan.say("/stay Турция 12-20 июля")
    await erlan.press(data)
    assert erlan.unanswered_taps == 0
    assert "что-то пошло не так" not in erlan.last.text.lower()


@pytest.mark.parametrize("place", ["XX", "GE", "", "../etc"])
async def test_buttons_of_another_place_do_nothing(erlan: Person, place: str) -> None:
    await erlan.start()
    await erlan.say("/stay Турция 12-20 июля")
    await erlan.press(StayCallback(act="answer", place=place).pack())
    assert "уже закончен" in erlan.alerts[-1].text
    await erlan.press(StayCallback(act="card", place="XX").pack())
    assert "из старого сообщения" in erlan.alerts[-1].text


async def test_kept_trips_are_there_next_time_and_forgotten_with_everything(house: House, erlan: Person) -> None:
    await erlan.start()
    await erlan.say("/stay Турция 12-20 июля")
    await erlan.tap("💾 Запомнить поездки")
    assert "Запомнил" in erlan.alerts[-1].text
    await erlan.say("/start")
    [sent] = await erlan.say("/stay Турция")
    assert "можно ещё 90 дней" in sent.text
    assert "🗑 Забыть поездки" in chain(*sent.labels)
    data = await house.app.users.mydata(erlan.id)
    assert data is not None
    assert [row["place"] for row in data["trips"]] == ["TR"]
    await erlan.tap("🗑 Забыть поездки")
    assert await house.app.stay.calculator.kept(erlan.id, "TR") == ()
    await erlan.tap("💾 Запомнить поездки")
    await erlan.say("/forget")
    await erlan.tap("✅ Удалить всё")
    assert await house.app.stay.calculator.kept(erlan.id, "TR") == ()


async def test_kept_places_come_first(house: House, erlan: Person) -> None:
    await erlan.start()
    await house.app.stay.calculator.keep(erlan.id, "GE", [Trip(TODAY - timedelta(days=9), TODAY)])
    [asked] = await erlan.say("/stay")
    assert asked.labels[0][0] == "🇬🇪 Грузия"
