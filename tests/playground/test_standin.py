"""The core: faults, limits, records, the bot's profile, updates, the aiogram session."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetUpdates, SendMessage
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatAdministrators,
    BotCommandScopeChatMember,
    BufferedInputFile,
    MenuButtonCommands,
    MenuButtonWebApp,
    WebAppInfo,
)

from bot.playground import Limits, StandIn, Town
from tests.playground import toy


@pytest.fixture
def ids(telegram: StandIn) -> list[int]:
    for number in (1, 2):
        telegram.add_person(number)
    return [1, 2]


async def test_failures_are_aiograms_own_exceptions(telegram: StandIn, bot: Bot, ids: list[int]) -> None:
    telegram.fail_next(429, retry_after=7)
    with pytest.raises(TelegramRetryAfter) as limited:
        await bot.send_message(1, "a")
    assert limited.value.retry_after == 7
    telegram.fail_next(502)
    with pytest.raises(TelegramServerError):
        await bot.send_message(1, "a")
    telegram.fail_next(401, method="getMe")
    with pytest.raises(TelegramUnauthorizedError):
        await bot.get_me()
    telegram.block(2)
    with pytest.raises(TelegramForbiddenError, match="blocked by the user"):
        await bot.send_message(2, "a")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(3, "a")
    assert [call.status for call in telegram.calls] == [429, 502, 401, 403, 400]


async def test_a_failure_waits_for_its_method_and_chat(telegram: StandIn, bot: Bot, ids: list[int]) -> None:
    telegram.fail_next(500, method=SendMessage, chat_id=2, times=2, description="Internal: oops")
    await bot.send_message(1, "a")
    await bot.send_chat_action(2, "typing")
    for _ in range(2):
        with pytest.raises(TelegramServerError, match="oops"):
            await bot.send_message(2, "a")
    await bot.send_message(2, "a")
    telegram.fail_next(500)
    telegram.faults.clear()
    await bot.send_message(2, "a")


async def test_a_429_without_seconds_still_names_some(telegram: StandIn, bot: Bot, ids: list[int]) -> None:
    telegram.fail_next(429)
    with pytest.raises(TelegramRetryAfter, match="retry after 1"):
        await bot.send_message(1, "a")


async def test_a_lost_answer_may_mean_a_delivered_message(telegram: StandIn, bot: Bot, town: Town) -> None:
    aigul = town.person()
    telegram.lose_next(method="sendMessage")
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(aigul.id, "a")
    assert aigul.messages == []
    telegram.lose_next(after=True)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(aigul.id, "b")
    assert aigul.last.text == "b"


async def test_the_session_gives_up_in_time(telegram: StandIn, bot: Bot, ids: list[int]) -> None:
    telegram.latency = 0.5
    with pytest.raises(TelegramNetworkError, match="timeout"):
        await bot.send_message(1, "a", request_timeout=0.01)
    telegram.latency = lambda: 0.0
    await bot.send_message(1, "a")


async def test_a_limit_is_held_over_every_second(ids: list[int]) -> None:
    telegram = StandIn(open_house=True, limits=Limits(per_second=2, per_chat=1))
    send: Any = lambda chat: telegram.call("sendMessage", {"chat_id": chat, "text": "a"})  # noqa: E731
    assert [(await send(chat))[0] for chat in (1, 1, 2, 3)] == [200, 429, 200, 429]
    status, answer = await send(4)
    assert (status, answer["parameters"]) == (429, {"retry_after": 1})
    await asyncio.sleep(1.01)
    assert (await send(1))[0] == 200


async def test_calls_are_recorded_with_objects(telegram: StandIn, bot: Bot, ids: list[int]) -> None:
    await bot.send_message(1, "a", reply_markup=toy.card_keyboard("ru", followed=False))
    call = telegram.last(SendMessage)
    assert call["text"] == "a"
    assert call["reply_markup"]["inline_keyboard"][0][1]["callback_data"] == "papers"
    assert telegram.sent_to(1) == [call] == telegram.calls_of("sendMessage")
    assert telegram.sent_to(2) == []
    with pytest.raises(LookupError, match="getFile was not called"):
        telegram.last("getFile")
    telegram.log.clear()
    assert telegram.calls == []


async def test_a_bounded_record_forgets_the_oldest() -> None:
    telegram = StandIn(open_house=True, keep_calls=3, keep_messages=2)
    for number in range(5):
        await telegram.call("sendMessage", {"chat_id": 1, "text": str(number)})
    assert [call["text"] for call in telegram.calls] == ["2", "3", "4"] == [c["text"] for c in telegram.sent_to(1)]
    chat = telegram.world.chats.find("1")
    assert [stored.data["text"] for stored in chat.messages.values()] == ["3", "4"]


async def test_files_pass_through_the_session_both_ways(telegram: StandIn, bot: Bot, ids: list[int]) -> None:
    sent = await bot.send_document(1, BufferedInputFile(b"x" * 70_000, "данные.json"))
    assert sent.document is not None
    assert sent.document.file_name == "данные.json"
    content = await bot.download(sent.document)
    assert content is not None
    assert content.read() == b"x" * 70_000
    with pytest.raises(LookupError):
        await bot.download_file("documents/none.bin")


async def test_menus_are_resolved_as_telegram_resolves_them(telegram: StandIn, bot: Bot, town: Town) -> None:
    aigul, erlan = town.person(language="kk"), town.person(language="ru-RU")
    group = town.group("Семья", aigul, erlan, bot="administrator")

    async def publish(name: str, scope: Any = None, language: str | None = None) -> None:
        await bot.set_my_commands([BotCommand(command=name, description=name)], scope, language)

    def seen() -> list[str]:
        menus = [aigul.commands, erlan.commands]
        people = ((aigul.id, "kk"), (erlan.id, "ru"))
        menus += [telegram.world.profile.commands_for(group.chat, *one) for one in people]
        return [menu[0]["command"] if menu else "" for menu in menus]

    assert seen() == ["", "", "", ""]
    await publish("base")
    await publish("base_kk", None, "kk")
    assert seen() == ["base_kk", "base", "base_kk", "base"]
    await publish("private", BotCommandScopeAllPrivateChats())
    await publish("groups", BotCommandScopeAllGroupChats())
    assert seen() == ["private", "private", "groups", "groups"]
    await publish("own", BotCommandScopeChat(chat_id=aigul.id))
    await publish("admins", BotCommandScopeChatAdministrators(chat_id=group.id))
    await publish("member", BotCommandScopeChatMember(chat_id=group.id, user_id=erlan.id))
    assert seen() == ["own", "private", "admins", "member"]
    await bot.delete_my_commands(BotCommandScopeChat(chat_id=aigul.id))
    assert seen()[0] == "private"
    assert [command.command for command in await bot.get_my_commands(language_code="kk")] == ["base_kk"]


@pytest.mark.parametrize(
    ("params", "problem"),
    [
        ({"commands": [{"command": "виза", "description": "a"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "Visa", "description": "a"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "a" * 33, "description": "a"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "a", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{"command": "a", "description": "я" * 257}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{"command": "a", "description": "a"}] * 2}, "BOT_COMMAND_DUPLICATE"),
        ({"commands": [{"command": "a", "description": "a"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": ["a"]}, "can't parse BotCommand"),
        ({"commands": [], "language_code": "kaz"}, "invalid language code"),
        ({"commands": [], "scope": {"type": "chat", "chat_id": 404}}, "chat not found"),
        ({"commands": [], "scope": {"type": "world"}}, "unsupported scope"),
    ],
)
async def test_wrong_menus_are_refused(telegram: StandIn, params: dict[str, Any], problem: str) -> None:
    status, answer = await telegram.call("setMyCommands", params)
    assert status == 400
    assert problem in answer["description"]


async def test_descriptions_fall_back_to_the_common_language(telegram: StandIn, bot: Bot, town: Town) -> None:
    await bot.set_my_description("Общее")
    await bot.set_my_description("Қазақша", "kk")
    await bot.set_my_short_description("коротко")
    await bot.set_my_name("Сапар KZ", "ru")
    assert (await bot.get_my_description("kk")).description == "Қазақша"
    assert (await bot.get_my_description("de")).description == "Общее"
    assert (await bot.get_my_short_description()).short_description == "коротко"
    assert (await bot.get_my_name()).name == "Сапар"
    await bot.set_my_description("", "kk")
    assert (await bot.get_my_description("kk")).description == "Общее"
    with pytest.raises(TelegramBadRequest, match="too long"):
        await bot.set_my_description("я" * 513)
    aigul = town.person()
    await bot.set_chat_menu_button(aigul.id, MenuButtonCommands())
    assert (await bot.get_chat_menu_button(aigul.id)).type == "commands"
    assert (await bot.get_chat_menu_button()).type == "default"
    with pytest.raises(TelegramBadRequest, match="Only HTTPS"):
        await bot.set_chat_menu_button(menu_button=MenuButtonWebApp(text="a", web_app=WebAppInfo(url="http://a.kz")))


async def test_updates_wait_until_they_are_confirmed(telegram: StandIn, bot: Bot) -> None:
    aigul = Town(telegram).person()
    await aigul.say("раз")
    await aigul.say("два")
    updates = await bot.get_updates()
    assert [update.message.text for update in updates if update.message] == ["раз", "два"]
    rest = await bot.get_updates(offset=updates[1].update_id)
    assert [update.update_id for update in rest] == [updates[1].update_id]
    assert len(await bot.get_updates(offset=-1)) == 1
    assert await bot.get_updates(offset=updates[1].update_id + 1) == []


async def test_a_long_poll_ends_with_the_first_update(telegram: StandIn, bot: Bot) -> None:
    aigul = Town(telegram).person()
    polling = asyncio.create_task(bot(GetUpdates(timeout=5)))
    await asyncio.sleep(0.02)
    assert not polling.done()
    await aigul.say("привет")
    assert len(await asyncio.wait_for(polling, 1)) == 1


async def test_a_second_poll_ends_the_first_with_a_conflict(telegram: StandIn) -> None:
    first = asyncio.create_task(telegram.call("getUpdates", {"timeout": 5}))
    await asyncio.sleep(0.02)
    await telegram.call("getUpdates", {"timeout": 0})
    status, answer = await asyncio.wait_for(first, 1)
    assert status == 409
    assert "terminated by other getUpdates" in answer["description"]


async def test_only_wanted_kinds_of_updates_come(telegram: StandIn, bot: Bot) -> None:
    aigul = Town(telegram).person()
    await bot.get_updates(allowed_updates=["my_chat_member"])
    await aigul.say("привет")
    await aigul.block_bot()
    [update] = await bot.get_updates()
    assert update.my_chat_member is not None
    assert update.my_chat_member.new_chat_member.status == "kicked"


async def test_a_webhook_and_polling_exclude_each_other(telegram: StandIn, bot: Bot) -> None:
    await bot.set_webhook("https://bot.example/webhook", secret_token="s")
    status, _ = await telegram.call("getUpdates", {})
    assert status == 409
    assert (await bot.get_webhook_info()).url == "https://bot.example/webhook"
    await Town(telegram).person().say("a")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == []
    with pytest.raises(TelegramBadRequest, match="HTTPS URL"):
        await bot.set_webhook("http://bot.example/webhook")
    await bot.set_webhook("", drop_pending_updates=True, allowed_updates=["message"])


async def test_groups_know_their_members(telegram: StandIn, bot: Bot, town: Town) -> None:
    aigul, erlan, other = town.person(), town.person(), town.person()
    group = town.group("Семья", aigul, erlan, kind="group")
    assert (await bot.get_chat(group.id)).title == "Семья"
    assert await bot.get_chat_member_count(group.id) == 3
    members = [await bot.get_chat_member(group.id, one) for one in (aigul.id, erlan.id, other.id, bot.id)]
    assert [member.status for member in members] == ["creator", "member", "left", "member"]
    assert [member.user.id for member in await bot.get_chat_administrators(group.id)] == [aigul.id]
    with pytest.raises(TelegramBadRequest, match="PARTICIPANT_ID_INVALID"):
        await bot.get_chat_member(group.id, 5)
    with pytest.raises(TelegramBadRequest, match="not enough rights"):
        await bot.pin_chat_message(group.id, 1)
    with pytest.raises(TelegramBadRequest, match="can't be changed in private"):
        await bot.leave_chat(aigul.id)
    moved = await group.migrate(aigul)
    with pytest.raises(TelegramMigrateToChat) as migrated:
        await bot.send_message(group.id, "a")
    assert migrated.value.migrate_to_chat_id == moved.id
    await bot.leave_chat(moved.id)
    with pytest.raises(TelegramForbiddenError, match="not a member of the supergroup"):
        await bot.send_message(moved.id, "a")
    with pytest.raises(TelegramForbiddenError, match="not a member"):
        await bot.get_chat_member(moved.id, aigul.id)


async def test_the_bot_posts_only_where_it_may(telegram: StandIn, bot: Bot, town: Town) -> None:
    ours, foreign = town.channel("Сапар", username="sapar_news"), town.channel("Чужой", bot="member")
    sent = await bot.send_message("@Sapar_News", "новость")
    assert sent.chat.id == ours.id
    assert sent.from_user is None
    assert ours.messages[0].text == "новость"
    with pytest.raises(TelegramBadRequest, match="need administrator rights"):
        await bot.send_message(foreign.id, "a")
    stranger = town.person(started=False)
    group = town.group("Группа", stranger)
    with pytest.raises(TelegramForbiddenError, match="can't initiate conversation"):
        await bot.send_message(stranger.id, "a")
    group.chat.bot = "kicked"
    with pytest.raises(TelegramForbiddenError, match="kicked from the supergroup chat"):
        await bot.send_message(group.id, "a")


async def test_old_messages_and_taps_are_out_of_reach() -> None:
    moment = datetime(2026, 11, 23, tzinfo=UTC)
    telegram = StandIn(open_house=True, now=lambda: moment)
    _, sent = await telegram.call("sendMessage", {"chat_id": 1, "text": "a"})
    moment += timedelta(hours=49)
    status, answer = await telegram.call("deleteMessage", {"chat_id": 1, "message_id": sent["result"]["message_id"]})
    assert (status, "can't be deleted" in answer["description"]) == (400, True)
