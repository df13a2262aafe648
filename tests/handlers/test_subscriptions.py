"""Following and not, by command and by button; and those who block the bot."""

import pytest

from bot.domain.language import Language
from bot.domain.talks import NewEvent, PartialDate, Stage
from bot.domain.topic import EU, LIST, NEWS, Topic
from bot.domain.user import UserState
from bot.playground import Person, Town
from bot.telegram.callbacks import FollowCallback
from tests.handlers.conftest import House

TURKIYE = Topic.country("TR")

ROUND_3 = NewEvent(
    date=PartialDate(2026, 11, 20),
    stage=Stage.ROUND,
    titles={Language.RU: "Третий раунд", Language.KK: "Үшінші раунд"},
    source_name="МИД РК",
    source_url="https://www.gov.kz/a",
)


async def followed(house: House, person: Person) -> set[Topic]:
    return set(await house.app.subscriptions.of(person.id))


@pytest.mark.parametrize(
    ("typed", "topic", "told"),
    [
        ("/subscribe eu", EU, "🔔 Слежу: переговоры с ЕС."),
        ("/подписка переговоры", EU, "🔔 Слежу: переговоры с ЕС."),
        ("/subscribe Турция", TURKIYE, "🔔 Слежу: Турция."),
        ("/subscribe Түркия", TURKIYE, "🔔 Слежу: Турция."),
        ("/podpiska список", LIST, "🔔 Слежу: список безвизовых стран."),
        ("/жазылу жаңалықтар", NEWS, "🔔 Слежу: новости бота."),
    ],
)
async def test_a_topic_is_followed_by_command_in_any_language(
    erlan: Person, house: House, typed: str, topic: Topic, told: str
) -> None:
    [answer] = await erlan.say(typed)
    assert answer.text.startswith(told)
    assert await followed(house, erlan) == {topic}


async def test_following_twice_and_leaving_twice_is_told(aigul: Person, house: House) -> None:
    await aigul.say("/subscribe eu")
    [again] = await aigul.say("/subscribe ео")
    assert again.text == "🔔 Сіз мұны бақылап жүрсіз: ЕО-мен келіссөз."
    [left] = await aigul.say("/unsubscribe eu")
    assert left.text == "🔕 Енді бақыламаймын: ЕО-мен келіссөз."
    [never] = await aigul.say("/unsubscribe eu")
    assert never.text == "Сізде мұндай жазылым болған жоқ."
    assert await followed(house, aigul) == set()


async def test_what_is_no_topic_is_asked_back(erlan: Person, house: House) -> None:
    [answer] = await erlan.say("/subscribe qqqqqqqq zzzzzz")
    assert answer.text.startswith("Не понял, за чем следить.")
    [answer] = await erlan.say("/unsubscribe qqqqqqqq zzzzzz")
    assert answer.text.startswith("Не понял, за чем следить.")
    assert await followed(house, erlan) == set()


@pytest.mark.parametrize("command", ["/subscribe", "/unsubscribe", "/subscriptions", "/подписки"])
async def test_bare_commands_show_switches(erlan: Person, command: str) -> None:
    [page] = await erlan.say(command)
    assert page.labels == [["▫️ 🇪🇺 Переговоры с ЕС"], ["▫️ 🟢 Список безвизовых стран"], ["▫️ 📣 Новости бота"]]


async def test_switches_turn_in_place_and_a_country_that_is_off_can_be_turned_on_again(
    erlan: Person, house: House
) -> None:
    await erlan.say("/subscribe Турция")
    [page] = await erlan.say("/subscriptions")
    await erlan.tap("▫️ 🇪🇺 Переговоры с ЕС")
    assert erlan.last.id == page.id
    assert erlan.last.button("✅ 🇪🇺 Переговоры с ЕС")
    assert await followed(house, erlan) == {EU, TURKIYE}
    await erlan.tap("✅ 🇹🇷 Турция")
    assert await followed(house, erlan) == {EU}
    await erlan.tap("▫️ 🇹🇷 Турция")
    assert await followed(house, erlan) == {EU, TURKIYE}


async def test_the_button_under_a_card_turns_round_and_the_card_stays(aigul: Person, house: House) -> None:
    [card] = await aigul.say("/visa Түркия")
    await aigul.tap("🔔 Бақылау")
    assert aigul.alerts[-1].text == "Бақылап отырамын: Түркия"
    assert aigul.last.id == card.id
    assert aigul.last.html == card.html
    await aigul.tap("🔕 Бақыламау")
    assert aigul.last.button("🔔 Бақылау")
    assert await followed(house, aigul) == set()


async def test_the_list_is_followed_from_the_list(erlan: Person, house: House) -> None:
    await erlan.say("/free")
    await erlan.tap("🔔 Следить за списком")
    assert erlan.last.button("🔕 Не следить за списком")
    assert await followed(house, erlan) == {LIST}


async def test_a_button_in_a_group_follows_for_whoever_taps_it_and_stays(
    town: Town, erlan: Person, aigul: Person, house: House
) -> None:
    await aigul.start()
    group = town.group("Семья", erlan, aigul)
    await group.say(erlan, "/eu")
    before = group.last.labels
    await group.tap(aigul, "🔔 Следить")
    assert group.last.labels == before
    assert await followed(house, aigul) == {EU}
    assert await followed(house, erlan) == set()


@pytest.mark.parametrize("topic", ["nonsense", "country.ZZ", "country."])
async def test_a_button_of_no_topic_is_old(erlan: Person, house: House, topic: str) -> None:
    await erlan.say("/eu")
    await erlan.press(FollowCallback(topic=topic, on=True).pack())
    assert "из старого сообщения" in erlan.alerts[-1].text
    assert await followed(house, erlan) == set()


async def test_an_alert_arrives_once_in_each_language_with_was_and_is(
    aigul: Person, erlan: Person, house: House
) -> None:
    await aigul.say("/subscribe eu")
    await erlan.say("/subscribe ес")
    await house.app.talks.publish(ROUND_3)
    await house.deliver()
    assert erlan.last.text.splitlines()[:3] == [
        "🇪🇺 Переговоры с ЕС · Третий раунд",
        "Было: раунд 2, 3 марта 2026",
        "Стало: раунд 3, 20 ноября 2026",
    ]
    assert aigul.last.text.splitlines()[:3] == [
        "🇪🇺 ЕО-мен келіссөз · Үшінші раунд",
        "Бұған дейін: 2-раунд, 2026 жылғы 3 наурыз",
        "Енді: 3-раунд, 2026 жылғы 20 қараша",
    ]
    assert [shown.text for shown in aigul.messages].count(aigul.last.text) == 1


async def test_the_buttons_of_an_alert_open_below_and_stop_it(erlan: Person, house: House) -> None:
    await erlan.say("/subscribe eu")
    await house.app.talks.publish(ROUND_3)
    await house.deliver()
    alert = erlan.last
    [event] = await erlan.tap("🔎 Подробнее", alert)
    assert event.id != alert.id
    assert event.text.startswith("🇪🇺 Третий раунд")
    [status] = await erlan.tap("🇪🇺 Где сейчас переговоры", alert)
    assert "3 раунда" in status.text
    await erlan.tap("🔕 Не присылать больше", alert)
    assert await followed(house, erlan) == set()
    await house.app.talks.publish(ROUND_3)
    await house.deliver()
    assert sum("Переговоры с ЕС · Третий раунд" in shown.text for shown in erlan.messages) == 1
    await erlan.tap("🔔 Присылать снова", alert)
    assert await followed(house, erlan) == {EU}


async def test_who_blocked_the_bot_is_marked_and_gets_no_old_alerts_on_return(
    erlan: Person, aigul: Person, house: House
) -> None:
    for person in (erlan, aigul):
        await person.say("/subscribe eu")
    await erlan.block_bot()
    left = await house.app.users.get(erlan.id)
    assert left is not None
    assert left.state is UserState.BLOCKED
    campaign = await house.app.talks.publish(ROUND_3)
    await house.deliver()
    sent = await house.app.campaigns.get(campaign)
    assert sent is not None
    assert (sent.total, sent.counts) == (1, {"sent": 1})
    seen = len(erlan.messages)
    await erlan.unblock_bot()
    await house.deliver()
    back = await house.app.users.get(erlan.id)
    assert back is not None
    assert back.state is UserState.ACTIVE
    assert len(erlan.messages) == seen
    assert await followed(house, erlan) == {EU}
