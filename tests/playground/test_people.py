"""People, groups and channels, through a real dispatcher."""

from datetime import UTC, datetime, timedelta

import pytest
from aiogram import Bot, Dispatcher
from aiogram.filters.callback_data import CallbackData
from aiogram.types import Message

from bot.playground import Alert, StandIn, StandInSession, Town
from bot.playground.errors import Refusal
from tests.playground import toy


class Follow(CallbackData, prefix="follow"):
    on: int


async def test_saying_returns_what_the_bot_answered(town: Town) -> None:
    aigul = town.person("Айгүл", language="kk")
    [card] = await aigul.say("Түркия")
    assert card.html.startswith("🇹🇷 <b>Түркия</b>")
    assert card.text.startswith("🇹🇷 Түркия · 🟢")
    assert card.labels[0] == ["🔔 Бақылау", "📄 Құжаттар"]
    assert aigul.last.id == card.id
    assert aigul.history[0].text == "Түркия"


async def test_tapping_by_text_data_or_object_edits_in_place(town: Town) -> None:
    erlan = town.person("Ерлан")
    await erlan.say("турция")
    [changed] = await erlan.tap("🔔 Следить")
    assert changed.id == erlan.last.id
    assert erlan.last.edited_at is not None
    assert erlan.last.button("🔔 Вы следите") is not None
    assert erlan.alerts == [Alert(erlan.id, "Сообщу, когда что-то изменится", show_alert=False)]
    await erlan.tap("follow:0")
    await erlan.tap(Follow(on=1))
    assert erlan.last.labels[0][0] == "🔔 Вы следите"
    assert erlan.unanswered_taps == 0


async def test_a_tap_may_answer_with_an_alert_and_a_new_message(town: Town) -> None:
    erlan = town.person("Ерлан")
    await erlan.say("турция")
    [answer] = await erlan.tap("📄 Документы")
    assert erlan.alerts[-1].show_alert
    assert "<blockquote expandable>" in answer.html


async def test_buttons_that_are_not_there_are_named(town: Town) -> None:
    erlan = town.person("Ерлан")
    await erlan.say("турция")
    with pytest.raises(LookupError, match="На карте"):
        await erlan.tap("Нет такой")
    with pytest.raises(LookupError):
        await town.person().tap(Follow(on=1))


async def test_a_button_nobody_answers_keeps_spinning(town: Town) -> None:
    erlan = town.person("Ерлан")
    await erlan.say("турция")
    assert await erlan.press("of-an-old-release") == []
    assert erlan.unanswered_taps == 1


async def test_links_are_opened_and_deep_links_followed(town: Town, bot: Bot) -> None:
    erlan = town.person("Ерлан")
    await erlan.say("турция")
    assert await erlan.tap("🗺 На карте") == []
    assert erlan.opened == ["https://www.openstreetmap.org/"]
    markup = {"inline_keyboard": [[{"text": "Открыть", "url": "https://t.me/sapar_demo_bot?start=TR"}]]}
    await town.standin.call("sendMessage", {"chat_id": erlan.id, "text": "a", "reply_markup": markup})
    [answer] = await erlan.tap("Открыть")
    assert answer.text.startswith("Здравствуйте")
    assert erlan.history[-2].text == "/start TR"


async def test_reply_keyboards_are_pressed_and_removed(town: Town) -> None:
    erlan = town.person("Ерлан")
    await erlan.say("/keyboard")
    assert erlan.keyboard == [["Турция", "Грузия"], ["Где я", "Убрать"]]
    assert (await erlan.tap("Где я"))[0].text == "location"
    assert (await erlan.tap("Турция"))[0].text.startswith("🇹🇷")
    await erlan.tap("Убрать")
    assert erlan.keyboard == []


async def test_other_things_than_text_arrive_as_what_they_are(town: Town) -> None:
    erlan = town.person("Ерлан")
    kinds = [
        await erlan.send_photo(caption="подпись https://a.kz"),
        await erlan.send_sticker(),
        await erlan.send_voice(),
        await erlan.send_document(b"x", "a.pdf"),
        await erlan.send_location(),
        await erlan.send_contact(),
        await erlan.send_file("video", b"x", duration=3),
    ]
    texts = [answers[0].text for answers in kinds]
    assert texts == ["photo", "sticker", "voice", "document", "location", "contact", "video"]
    assert erlan.history[0].html == "подпись https://a.kz"
    assert erlan.history[6].file is not None
    assert erlan.last.file is None


async def test_editing_ones_message(town: Town) -> None:
    erlan = town.person("Ерлан")
    await erlan.say("Турцыя")
    [answer] = await erlan.edit(erlan.history[0], "Турция")
    assert answer.text == "Вижу правку: Турция"
    photo = (await erlan.send_photo(caption="a"), erlan.history[-2])[1]
    await erlan.edit(photo, "/start")
    assert (photo.raw["caption"], photo.raw["caption_entities"][0]["type"]) == ("/start", "bot_command")


async def test_blocking_the_bot(town: Town, telegram: StandIn) -> None:
    erlan = town.person("Ерлан")
    await erlan.block_bot()
    status, _ = await telegram.call("sendMessage", {"chat_id": erlan.id, "text": "a"})
    assert status == 403
    with pytest.raises(RuntimeError, match="has blocked the bot"):
        await erlan.say("a")
    await erlan.unblock_bot()
    assert (await erlan.start())[0].text.startswith("Здравствуйте")


async def test_a_stranger_becomes_known_by_writing(town: Town, bot: Bot) -> None:
    erlan = town.person("Ерлан", started=False, username="erlan")
    await erlan.start("TR")
    await bot.send_message(erlan.id, "a")
    assert erlan.history[0].text == "/start TR"
    with pytest.raises(ValueError, match="is there already"):
        town.person(user_id=erlan.id)


async def test_inline_results_are_chosen_and_later_edited(town: Town, bot: Bot) -> None:
    erlan = town.person("Ерлан")
    found = await erlan.inline("тур")
    assert [result["title"] for result in found.results or []] == ["🇹🇷 Турция"]
    sent = await erlan.choose(found, "TR")
    assert sent.html == "🇹🇷 <b>Турция</b>"
    assert sent.raw["via_bot"]["id"] == bot.id
    with pytest.raises(Refusal, match="RESULT_ID_INVALID"):
        await erlan.choose(found, "XX")


async def test_an_inline_message_with_buttons_can_be_edited_by_its_id(telegram: StandIn) -> None:
    town = Town(telegram)
    erlan = town.person("Ерлан")
    asked = await erlan.inline("")
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "a"}]]}
    content = {"message_text": "до", "parse_mode": "HTML"}
    result = {"type": "article", "id": "1", "title": "x", "input_message_content": content, "reply_markup": markup}
    answer = {"inline_query_id": asked.id, "button": {"text": "Ещё", "start_parameter": "more"}}
    assert (await telegram.call("answerInlineQuery", answer | {"results": [result]}))[0] == 200
    sent = await erlan.choose(asked, "1")
    await erlan.tap("a")
    tapped = (await telegram.world.updates.fetch(0, 100, 0))[-1]["callback_query"]
    assert "message" not in tapped
    place = {"inline_message_id": tapped["inline_message_id"]}
    status, changed = await telegram.call("editMessageText", place | {"text": "после"})
    assert (status, changed["result"], sent.text) == (200, True, "после")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"id": ""}, "RESULT_ID_INVALID"),
        ({"title": ""}, "RESULT_TITLE_INVALID"),
        ({"type": ""}, "type must be specified"),
        ({"input_message_content": None}, "input_message_content"),
        ({"input_message_content": {"message_text": "<b>", "parse_mode": "HTML"}}, "can't parse entities"),
    ],
)
async def test_wrong_inline_results_are_refused(telegram: StandIn, change: dict[str, object], problem: str) -> None:
    asked = await Town(telegram).person().inline("")
    good = {"type": "article", "id": "1", "title": "x", "input_message_content": {"message_text": "a"}}
    params = {"inline_query_id": asked.id, "results": [good | change]}
    status, answer = await telegram.call("answerInlineQuery", params)
    assert (status, problem in answer["description"]) == (400, True), answer
    for results, told in (([good, good], "DUPLICATE"), ([good] * 51, "TOO_MUCH")):
        _, answer = await telegram.call("answerInlineQuery", params | {"results": results})
        assert told in answer["description"]


async def test_a_tap_is_answered_once_and_in_time(town: Town, telegram: StandIn) -> None:
    moment = datetime(2026, 11, 23, tzinfo=UTC)
    telegram.world.now = lambda: moment
    erlan = town.person("Ерлан")
    await erlan.say("турция")
    await erlan.press("unknown")
    [tap] = telegram.world.taps
    moment += timedelta(hours=1)
    status, answer = await telegram.call("answerCallbackQuery", {"callback_query_id": tap})
    assert (status, "query is too old" in answer["description"]) == (400, True)
    long = {"callback_query_id": tap, "text": "я" * 201}
    assert (await telegram.call("answerCallbackQuery", long))[1]["description"].endswith("MESSAGE_TOO_LONG")


async def test_a_group_with_privacy_passes_on_only_what_is_meant(town: Town) -> None:
    aigul, erlan = town.person("Айгүл"), town.person("Ерлан")
    group = town.group("Семья", aigul, erlan, sees_all=False)
    assert await group.say(aigul, "просто разговор") == []
    [greeting] = await group.say(erlan, "/start@sapar_demo_bot")
    assert greeting.text.startswith("Здравствуйте")
    assert len(await group.mention(aigul, "Турция?")) == 1
    assert len(await group.say(aigul, "ответ", reply_to=greeting)) == 1
    assert group.last.text.startswith("Вы написали: ответ")
    assert aigul.messages == []


async def test_buttons_in_a_group_are_for_every_member(town: Town) -> None:
    aigul, erlan = town.person("Айгүл"), town.person("Ерлан")
    group = town.group("Семья", aigul)
    await group.say(aigul, "турция")
    await group.tap(erlan, "🔔 Следить")
    assert [alert.user_id for alert in town.alerts] == [erlan.id]
    await group.set_bot(aigul, "administrator")
    assert group.chat.bot == "administrator"
    with pytest.raises(LookupError):
        _ = town.group("Пусто").last


async def test_a_channels_post_is_an_update_of_its_own(telegram: StandIn) -> None:
    town = Town(telegram)
    channel = town.channel("Сапар")
    await channel.post("новость")
    [update] = await telegram.world.updates.fetch(0, 10, 0)
    assert update["channel_post"]["sender_chat"]["id"] == channel.id
    assert channel.messages == []


async def test_an_answer_that_a_handler_returns_is_sent(telegram: StandIn) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> object:
        return message.answer("эхо")

    town = Town(telegram, dispatcher, Bot(telegram.token, session=StandInSession(telegram)))
    assert [one.text for one in await town.person().say("a")] == ["эхо"]


async def test_errors_of_handlers_are_not_hidden(telegram: StandIn) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def fail(message: Message) -> None:
        raise RuntimeError("наша ошибка")

    town = Town(telegram, dispatcher, toy.build_bot(telegram))
    with pytest.raises(RuntimeError, match="наша ошибка"):
        await town.person().say("a")
    with pytest.raises(ValueError, match="comes with its bot"):
        Town(telegram, dispatcher)
    silent = town.person()
    with pytest.raises(LookupError, match="said nothing"):
        _ = silent.last
