"""Questions, cards, lists, first contact, and everything nobody asked for: through the real dispatcher."""

import json

import pytest
import time_machine

from bot.domain.language import Language
from bot.playground import Person, StandIn, Town
from bot.telegram.callbacks import CardCallback, HowtoCallback, HowtoMenuCallback, ListCallback, ListMenuCallback
from tests.handlers.conftest import House


async def said(person: Person, text: str) -> str:
    """Say something and return what the bot answered, all of it."""
    return "\n".join(shown.text for shown in await person.say(text))


def labels(person: Person) -> list[str]:
    return [label for row in person.last.labels for label in row]


async def test_first_contact_asks_for_the_language_once(aigul: Person, erlan: Person) -> None:
    assert "Тілді таңдаңыз" in await said(aigul, "/start")
    await aigul.tap("🇷🇺 Русский")
    assert "Здравствуйте" in aigul.last.text
    assert "✓ 🇷🇺 Русский" in labels(aigul)
    again = await said(aigul, "/start")
    assert "Тілді таңдаңыз" not in again
    assert "Здравствуйте" in again
    assert "Здравствуйте" in await said(erlan, "/start")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("/visa Турция", "🇹🇷 Турция · 🟢 виза не нужна"),
        ("/виза Германия", "🇩🇪 Германия · 🔴 нужна виза"),
        ("турция", "🇹🇷 Турция · 🟢 виза не нужна"),
        ("🇬🇪", "🇬🇪 Грузия · 🟢 виза не нужна"),
        ("Гвинея", "🇬🇳"),
        ("Доминика", "🇩🇲"),
        ("Корея", "🇰🇷"),
        ("/start TR", "🇹🇷 Турция"),
        ("/start eu", "🇪🇺 Переговоры с ЕС"),
        ("/start free", "🟢 Без визы"),
        ("/start SCHENGEN", "🇪🇺 Шенген"),
        ("/start rubbish", "Тілді таңдаңыз"),
    ],
)
async def test_a_question_is_answered_in_the_first_line(erlan: Person, text: str, first: str) -> None:
    answer = (await said(erlan, text)).splitlines()[0]
    assert answer.startswith(first), answer


async def test_kongo_is_asked_back_with_both_on_buttons(erlan: Person) -> None:
    assert "две страны" in await said(erlan, "Конго")
    assert [label[:2] for label in labels(erlan)] == ["🇨🇬", "🇨🇩"]
    await erlan.tap(CardCallback(iso2="CD"))
    assert erlan.last.text.startswith("🇨🇩")


async def test_the_answer_comes_in_the_language_of_the_question(erlan: Person) -> None:
    assert "виза қажет емес" in await said(erlan, "Түркияға виза керек пе?")


async def test_practical_answers_open_from_the_card_and_lead_back(erlan: Person) -> None:
    await erlan.say("Германия")
    await erlan.tap("📄 Документы")
    assert "Германия · документы" in erlan.last.text
    assert "Шенген" in erlan.last.text
    await erlan.tap("❓ Все вопросы")
    assert len(labels(erlan)) > 6
    await erlan.tap("🇩🇪 Германия")
    assert "🔴 нужна виза" in erlan.last.text


async def test_a_follow_up_is_about_the_same_country(erlan: Person, house: House) -> None:
    await erlan.say("Германия")
    assert "Германия" in await said(erlan, "а сколько стоит?")
    house.app.conversations.forget(erlan.id)
    assert "О какой стране" in await said(erlan, "а сколько стоит?")


async def test_lists_page_and_filter_in_place(erlan: Person) -> None:
    await erlan.say("/безвиз")
    assert "42" in erlan.last.text
    first = erlan.last.text
    await erlan.tap("▶️")
    assert erlan.last.text != first
    assert "2 / 4" in labels(erlan)
    await erlan.tap("🌍 Весь мир")
    await erlan.tap("Кавказ · 3")
    assert "3 направления" in erlan.last.text
    await erlan.tap("🇬🇪")
    assert erlan.last.text.startswith("🇬🇪 Грузия")
    assert len(erlan.messages) == 2  # the list and one card below it


async def test_a_wish_narrows_the_list(erlan: Person) -> None:
    assert "от 60 дней" in await said(erlan, "/free Европа 60 дней")


async def test_several_places_take_a_line_each(erlan: Person) -> None:
    lines = (await said(erlan, "Латвия, Литва, Эстония")).splitlines()
    assert [line[:2] for line in lines[:3]] == ["🇱🇻", "🇱🇹", "🇪🇪"]


async def test_a_country_is_followed_from_its_card_and_from_words(erlan: Person) -> None:
    await erlan.say("Грузия")
    await erlan.tap("🔔 Следить")
    assert "🔕 Не следить" in labels(erlan)
    await erlan.say("Грузия")
    assert "🔕 Не следить" in labels(erlan)
    await erlan.say("больше не присылайте про Грузию")
    await erlan.say("Грузия")
    assert "🔔 Следить" in labels(erlan)


@pytest.mark.parametrize(("typed", "offered"), [("/визо", "/visa"), ("/fre", "/bezviz"), ("/helpp", "/pomosh")])
async def test_a_mistyped_command_gets_the_nearest(erlan: Person, typed: str, offered: str) -> None:
    assert offered in await said(erlan, typed)


async def test_what_is_no_text_gets_an_answer_too(erlan: Person) -> None:
    for send in (erlan.send_sticker, erlan.send_voice, erlan.send_location):
        before = len(erlan.messages)
        await send()
        assert len(erlan.messages) == before + 1, send
        assert "только текст" in erlan.last.text


async def test_a_corrected_message_is_answered_anew(erlan: Person) -> None:
    await erlan.say("Трция")
    own = next(shown for shown in reversed(erlan.history) if not shown.stored.mine)
    await erlan.edit(own, "Грузия")
    assert erlan.last.text.startswith("🇬🇪 Грузия")


async def test_questions_not_understood_are_kept_without_personal_data(erlan: Person, house: House) -> None:
    await erlan.say("бзззжк +7 701 1234567")
    rows = await house.app.insights.questions.top(5)
    assert [row.text for row in rows] == ["бзззжк ‹number›"]


async def test_a_group_is_answered_only_when_the_bot_is_meant(town: Town, erlan: Person) -> None:
    me, group = town.world.bot["username"], town.group("Семья", erlan)
    assert await group.say(erlan, "Турция") == []
    assert await group.say(erlan, "/нет_такой") == []
    answered = await group.say(erlan, f"@{me} Турция")
    assert answered[0].text.startswith("🇹🇷")
    commanded = await group.say(erlan, f"/visa@{me} Грузия")
    assert commanded[0].text.startswith("🇬🇪")
    assert await group.say(erlan, "/visa@another_bot Грузия") == []


@pytest.mark.parametrize(
    "data", ["c1:ZZ:0", "c1::", "h1:DE:nonsense", "l1:zz:-:0:0", "zz9:1", "l1:f:-:0:999", "x" * 64]
)
async def test_any_button_data_gets_an_answer_and_no_traceback(
    erlan: Person, data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    await erlan.say("/free")
    await erlan.press(data)
    assert "update failed" not in capsys.readouterr().out


async def test_an_error_of_ours_says_sorry_and_is_logged(
    erlan: Person, house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("broken on purpose")

    await erlan.say("/start")
    monkeypatch.setattr(type(house.app.responder), "understand", fail)
    assert "сломалось" in await said(erlan, "Турция")
    told = capsys.readouterr().out
    assert "update failed" in told
    assert str(erlan.id) in told


async def test_the_same_card_is_drawn_once(erlan: Person, aigul: Person, house: House) -> None:
    await erlan.say("Турция")
    await aigul.say("Түркия")
    await erlan.say("Турция")
    assert len(house.app.responder._cards) == 2


async def test_a_person_may_send_twenty_at_once(erlan: Person, telegram: StandIn) -> None:
    await erlan.say("/help")
    with time_machine.travel(0, tick=False):
        answers = [len(await erlan.say("Грузия")) for _ in range(19)]
    assert answers == [1] * 19


@pytest.fixture
def telegram(house: House) -> StandIn:
    return house.telegram


async def test_the_language_is_changed_by_asking(erlan: Person, house: House) -> None:
    await erlan.say("ответь на казахском")
    assert erlan.last.text == house.app.translator[Language.KK].plain("start-language-now")
    assert "Сәлеметсіз" in await said(erlan, "/start")


async def test_what_is_kept_of_a_person_can_be_seen_and_deleted(erlan: Person, house: House) -> None:
    await erlan.say("/subscribe eu")
    await erlan.say("/mydata")
    kept = await house.app.users.mydata(erlan.id)
    assert kept is not None
    assert str(erlan.id) in json.dumps(kept, default=str)


async def test_menus_of_practical_questions_and_filters_open(erlan: Person) -> None:
    await erlan.say("Турция")
    for data in (
        HowtoMenuCallback(place="SCHENGEN"),
        HowtoCallback(place="GENERAL", practical="insurance"),
        ListMenuCallback(menu="days"),
        ListCallback(regime="f", days=60),
    ):
        await erlan.tap(data)
        assert erlan.last.text
