"""Following a trip in the chat: by a card's button, by words, and no more."""

from dataclasses import replace
from datetime import date, timedelta

from bot.clock import today
from bot.domain.campaign import Audience, CampaignKind
from bot.domain.review import difference
from bot.i18n import Translator
from bot.playground import Person, Shown, Town
from bot.services.regime_alerts import make_alert, plan_alerts
from bot.telegram.callbacks import TripCallback
from bot.telegram.views.regime_alerts import compose_plan
from tests.handlers.conftest import House


def days(first: int, last: int) -> tuple[date, date, str]:
    begin, end = today() + timedelta(days=first), today() + timedelta(days=last)
    return begin, end, f"{begin:%d.%m.%Y}–{end:%d.%m.%Y}"


async def trips_of(house: House, who: Person) -> list[tuple[str, date, date | None]]:
    return [(one.place, one.trip.first, one.trip.last) for one in await house.app.paper_talk.trips.of(who.id)]


def labels(page: Shown) -> list[str]:
    return [label for row in page.labels for label in row]


async def test_a_cards_button_asks_for_days_and_follows(house: House, erlan: Person) -> None:
    first, last, typed = days(30, 40)
    card = (await erlan.say("Турция"))[-1]
    asked = (await erlan.tap("🧳 Следить за поездкой", card))[-1]
    assert "когда едете" in asked.text
    answer = (await erlan.say(typed))[-1]
    assert "Слежу" in answer.text
    assert await trips_of(house, erlan) == [("TR", first, last)]


async def test_words_offer_to_follow_with_what_the_passport_comes_to(house: House, aigul: Person) -> None:
    first, last, typed = days(30, 40)
    await aigul.start()
    await aigul.say(f"/papers паспорт {today() + timedelta(days=60):%d.%m.%Y}")
    offered = (await aigul.say(f"{typed} Таиландқа барамын"))[-1]
    assert "паспорт мерзімі жетпейді" in offered.text
    answer = (await aigul.tap("🧳 Сапарды бақылау", offered))[-1]
    assert "Бақылап отырамын" in answer.text
    assert await trips_of(house, aigul) == [("TH", first, last)]
    await aigul.say("/papers")
    page = (await aigul.tap("🛂 Паспорт"))[-1]
    assert "Мына сапарға паспорт мерзімі жетпейді" in page.text


async def test_a_passport_that_is_long_enough_is_said_to_be(erlan: Person) -> None:
    *_, typed = days(30, 40)
    await erlan.say("/papers паспорт 15.08.2035")
    assert "Паспорта хватит" in (await erlan.say(f"лечу в Таиланд {typed}"))[-1].text
    georgia = (await erlan.say(f"лечу в Грузию {typed}"))[-1]
    assert "Паспорт" not in georgia.text


async def test_days_that_are_none_are_asked_for_again_and_a_question_is_answered(house: House, erlan: Person) -> None:
    card = (await erlan.say("Турция"))[-1]
    await erlan.tap("🧳 Следить за поездкой", card)
    assert "такого дня нет" in (await erlan.say("31.02.2027–5.03.2027"))[-1].text
    assert "несколько поездок" in (await erlan.say("1–2 мая и 3–4 июня"))[-1].text
    assert "уже закончилась" in (await erlan.say("1–5 мая 2020"))[-1].text
    assert (await erlan.say("нужна ли виза в Грузию"))[-1].text.startswith("🇬🇪")
    assert await trips_of(house, erlan) == []


async def test_trips_are_listed_and_taken_off(house: House, town: Town, erlan: Person) -> None:
    *_, typed = days(30, 40)
    offered = (await erlan.say(f"еду в Турцию {typed}"))[-1]
    await erlan.tap("🧳 Следить за поездкой", offered)
    listed = (await erlan.say("/reminders"))[-1]
    assert "Поездки, за которыми слежу" in listed.text
    [label] = [one for one in labels(listed) if one.startswith("✖️")]
    after = (await erlan.tap(label, listed))[-1]
    assert "Поездки" not in after.text
    assert [one.text for one in town.alerts if one.text] == ["За поездкой больше не слежу"]
    assert await trips_of(house, erlan) == []


async def test_a_change_reaches_who_follows_a_trip_and_can_be_stopped_under_it(
    house: House, town: Town, erlan: Person, aigul: Person
) -> None:
    *_, typed = days(30, 40)
    await aigul.start()
    await erlan.tap("🧳 Следить за поездкой", (await erlan.say(f"еду в Шенген {typed}"))[-1])
    before = house.app.holder.current.destinations["FR"]
    [plan] = plan_alerts([difference(before, replace(before, stay_days=60, stay_rule="up to 60 days"))])
    assert await house.app.campaigns.count(plan.audience) == 1
    alert = make_alert(house.app.holder.current, plan, compose_plan(Translator()), to_channel=False)
    await house.app.campaigns.create(CampaignKind.ALERT, alert.audience, alert.content, iso2="FR")
    await house.deliver()
    assert "правила въезда изменились" in erlan.last.text
    await erlan.tap("🧳 Не следить за поездкой")
    await erlan.tap("🧳 Не следить за поездкой")
    assert [one.text for one in town.alerts if one.text] == [
        "За поездкой больше не слежу", "За поездкой туда я и не слежу",
    ]  # fmt: skip
    assert await house.app.campaigns.count(Audience.parse(str(plan.audience))) == 0


async def test_forged_buttons_are_answered(house: House, town: Town, erlan: Person) -> None:
    page = (await erlan.say("Турция"))[-1]
    first, last, _ = days(30, 40)
    forged = [
        TripCallback(act="ask", place="XX"), TripCallback(act="off", place="TR", first="soon"),
        TripCallback(act="follow", place="TR", first="soon", last="later"),
        TripCallback(act="follow", place="TR", first=str(last), last=str(first)),
        TripCallback(act="follow", place="XX", first=str(first), last=str(last)),
    ]  # fmt: skip
    for data in forged:
        await erlan.press(data.pack(), page)
    assert len([one for one in town.alerts if one.text]) == len(forged)
    assert await trips_of(house, erlan) == []


async def test_in_a_group_nobody_follows_a_trip(town: Town, erlan: Person) -> None:
    group = town.group("Семья", erlan)
    card = (await group.say(erlan, "/visa Турция"))[-1]
    await erlan.press(TripCallback(act="ask", place="TR").pack(), card)
    assert "личн" in town.alerts[-1].text
