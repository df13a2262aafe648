"""Sending, editing, deleting: Telegram's rules and its words."""

from typing import Any

import pytest

from bot.playground import StandIn, Upload
from bot.playground.people import PIXEL
from tests.playground import toy

ID = 77


@pytest.fixture
def telegram() -> StandIn:
    standin = StandIn()
    standin.add_person(ID, "Айгүл", language="kk")
    return standin


async def ok(telegram: StandIn, method: str, files: dict[str, bytes] | None = None, **params: Any) -> Any:
    status, answer = await telegram.call(method, {"chat_id": ID, **params}, files or {})
    assert (status, answer["ok"]) == (200, True), answer
    return answer["result"]


async def refused(telegram: StandIn, method: str, files: dict[str, bytes] | None = None, **params: Any) -> str:
    status, answer = await telegram.call(method, {"chat_id": ID, **params}, files or {})
    assert answer["ok"] is False
    assert answer["error_code"] == status
    return f"{status} {answer['description']}"


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


OK = {"text": "ok", "callback_data": "ok"}


async def test_a_message_is_returned_as_telegram_returns_it(telegram: StandIn) -> None:
    sent = await ok(telegram, "sendMessage", text="<b>Сәлем</b>", parse_mode="HTML", reply_markup=inline([OK]))
    assert sent["chat"] == {"id": ID, "type": "private", "first_name": "Айгүл"}
    assert sent["from"]["username"] == "sapar_demo_bot"
    assert sent["text"] == "Сәлем"
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 5}]
    assert sent["reply_markup"] == inline([OK])


async def test_strings_from_forms_mean_the_same_as_json(telegram: StandIn) -> None:
    sent = await ok(
        telegram, "SENDMESSAGE", text="a", reply_markup='{"inline_keyboard": [[{"text": "a", "url": "a.kz"}]]}'
    )
    assert sent["reply_markup"]["inline_keyboard"][0][0]["url"] == "a.kz"
    problem = await refused(telegram, "sendMessage", text="a", reply_markup="{broken")
    assert problem == "400 Bad Request: can't parse reply markup JSON object"
    assert "must be an integer" in await refused(telegram, "deleteMessage", message_id="one")
    assert "must be an Array" in await refused(telegram, "deleteMessages", message_ids={"a": 1})


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        (inline([{"text": "a"}]), "Text buttons are unallowed"),
        (inline([{"text": "", "callback_data": "a"}]), "must be non-empty"),
        (inline(["a"]), "must be an Object"),
        (inline([{"text": "a", "callback_data": "ы" * 33}]), "BUTTON_DATA_INVALID"),
        (inline([{"text": "a", "callback_data": ""}]), "BUTTON_DATA_INVALID"),
        (inline([{"text": "a", "url": "ftp://a.kz"}]), "Wrong HTTP URL"),
        (inline([{"text": "a", "url": "http://localhost/"}]), "Wrong HTTP URL"),
        (inline([{"text": "a", "url": "a.kz", "callback_data": "a"}]), "exactly one action"),
        (inline([{"text": "a", "web_app": {"url": "http://a.kz"}}]), "Only HTTPS links"),
        (inline([{"text": "a", "copy_text": {"text": ""}}]), "BUTTON_COPY_TEXT_INVALID"),
        (inline([{"text": "a", "switch_inline_query": "я" * 257}]), "BUTTON_DATA_INVALID"),
        (inline([OK] * 9), "REPLY_MARKUP_TOO_LONG"),
        (inline(*[[OK]] * 101), "REPLY_MARKUP_TOO_LONG"),
        ({"inline_keyboard": [OK]}, "Array of Array"),
        ({"keyboard": [[{"text": ""}]]}, "must be non-empty"),
        ({"keyboard": [[{"text": "a", "web_app": {"url": "http://a.kz"}}]]}, "Only HTTPS links"),
        ({"what": 1}, "object expected"),
    ],
)
async def test_wrong_keyboards_are_refused(telegram: StandIn, markup: dict[str, Any], problem: str) -> None:
    assert problem in await refused(telegram, "sendMessage", text="a", reply_markup=markup)
    assert telegram.sent_to(ID) == []


async def test_sixty_four_bytes_of_data_fit(telegram: StandIn) -> None:
    await ok(telegram, "sendMessage", text="a", reply_markup=inline([{"text": "a", "callback_data": "ы" * 32}]))


@pytest.mark.parametrize(
    ("chat", "problem"),
    [
        (404, "400 Bad Request: chat not found"),
        ("@nobody", "400 Bad Request: chat not found"),
        ("", "400 Bad Request: chat_id is empty"),
        (7000000001, "403 Forbidden: bots can't send messages to bots"),
    ],
)
async def test_chats_that_are_not_there_are_refused(telegram: StandIn, chat: object, problem: str) -> None:
    assert await refused(telegram, "sendMessage", chat_id=chat, text="a") == problem


async def test_people_who_left_are_refused_in_telegrams_words(telegram: StandIn) -> None:
    telegram.block(ID)
    assert await refused(telegram, "sendMessage", text="a") == "403 Forbidden: bot was blocked by the user"
    telegram.unblock(ID)
    await ok(telegram, "sendMessage", text="a")
    telegram.deactivate(ID)
    assert await refused(telegram, "sendMessage", text="a") == "403 Forbidden: user is deactivated"


async def test_people_who_never_wrote_can_not_be_written_to(telegram: StandIn) -> None:
    telegram.add_person(78, started=False)
    assert "chat not found" in await refused(telegram, "sendMessage", chat_id=78, text="a")


async def test_an_open_house_knows_everybody() -> None:
    telegram = StandIn(open_house=True)
    await ok(telegram, "sendMessage", chat_id=123456, text="a")
    assert "chat not found" in await refused(telegram, "sendMessage", chat_id=-5, text="a")


async def test_an_edit_changes_the_message_and_takes_its_keyboard(telegram: StandIn) -> None:
    sent = await ok(telegram, "sendMessage", text="a", reply_markup=inline([OK]))
    edited = await ok(telegram, "editMessageText", message_id=sent["message_id"], text="b")
    assert (edited["text"], "reply_markup" in edited, "edit_date" in edited) == ("b", False, True)


async def test_an_edit_that_changes_nothing_is_refused(telegram: StandIn) -> None:
    sent = await ok(telegram, "sendMessage", text="<b>a</b>", parse_mode="HTML", reply_markup=inline([OK]))
    same: dict[str, Any] = {"message_id": sent["message_id"], "text": "<strong>a</strong> ", "parse_mode": "HTML"}
    problem = await refused(telegram, "editMessageText", reply_markup=inline([OK]), **same)
    assert "message is not modified" in problem
    await ok(telegram, "editMessageText", **same)
    assert "not modified" in await refused(telegram, "editMessageReplyMarkup", message_id=sent["message_id"])


async def test_only_ones_own_messages_that_are_there_can_be_edited(telegram: StandIn) -> None:
    assert await refused(telegram, "editMessageText", message_id=9, text="b") == (
        "400 Bad Request: message to edit not found"
    )
    assert "identifier is not specified" in await refused(telegram, "editMessageText", text="b")
    with_keys = await ok(telegram, "sendMessage", text="a", reply_markup={"keyboard": [["Да"]]})
    assert "can't be edited" in await refused(telegram, "editMessageText", message_id=with_keys["message_id"], text="b")
    text = await ok(telegram, "sendMessage", text="a")
    assert "no caption" in await refused(telegram, "editMessageCaption", message_id=text["message_id"], caption="b")
    photo = await ok(telegram, "sendPhoto", {"photo": PIXEL}, caption="a")
    assert "no text" in await refused(telegram, "editMessageText", message_id=photo["message_id"], text="b")
    assert "inline keyboard expected" in await refused(
        telegram, "editMessageReplyMarkup", message_id=text["message_id"], reply_markup={"remove_keyboard": True}
    )
    assert "MESSAGE_ID_INVALID" in await refused(telegram, "editMessageText", inline_message_id="x", text="b")


async def test_captions_and_media_can_be_replaced(telegram: StandIn) -> None:
    photo = await ok(telegram, "sendPhoto", {"photo": PIXEL}, caption="a")
    number = photo["message_id"]
    assert (await ok(telegram, "editMessageCaption", message_id=number, caption="b"))["caption"] == "b"
    media = {"type": "document", "media": "attach://x", "caption": "<i>c</i>", "parse_mode": "HTML"}
    changed = await ok(telegram, "editMessageMedia", {"x": Upload(b"{}", "a.json")}, message_id=number, media=media)
    assert (changed["document"]["file_name"], changed["caption"], "photo" in changed) == ("a.json", "c", False)


async def test_deleting(telegram: StandIn) -> None:
    first, second = [(await ok(telegram, "sendMessage", text=text))["message_id"] for text in "ab"]
    assert await ok(telegram, "deleteMessage", message_id=first) is True
    assert "message to delete not found" in await refused(telegram, "deleteMessage", message_id=first)
    assert await ok(telegram, "deleteMessages", message_ids=[first, second]) is True
    assert "from 1 to 100" in await refused(telegram, "deleteMessages", message_ids=[])


async def test_files_come_back_as_they_went(telegram: StandIn) -> None:
    picture = toy.png(40, 20, 1, 2, 3)
    photo = await ok(
        telegram, "sendPhoto", {"pic": picture}, photo="attach://pic", caption="<b>x</b>", parse_mode="HTML"
    )
    assert (photo["photo"][-1]["width"], photo["photo"][-1]["height"], photo["caption"]) == (40, 20, "x")
    file_id = photo["photo"][-1]["file_id"]
    again = await ok(telegram, "sendPhoto", photo=file_id)
    assert again["photo"][-1]["file_id"] == file_id
    path = (await ok(telegram, "getFile", file_id=file_id))["file_path"]
    stored = telegram.world.files.at(path)
    assert stored is not None
    assert stored.data == picture


@pytest.mark.parametrize(
    ("method", "files", "params", "problem"),
    [
        ("sendPhoto", {"photo": b"no picture"}, {}, "IMAGE_PROCESS_FAILED"),
        ("sendPhoto", {"photo": b""}, {}, "non-empty"),
        ("sendPhoto", {}, {}, "no photo in the request"),
        ("sendPhoto", {}, {"photo": "attach://x"}, "was not attached"),
        ("sendPhoto", {}, {"photo": "unknown"}, "wrong file identifier"),
        ("sendPhoto", {}, {"photo": "https://a.kz/a.png"}, "failed to get HTTP URL content"),
        ("sendPhoto", {"photo": PIXEL}, {"caption": "я" * 1025}, "caption is too long"),
        ("sendDocument", {"document": b"x" * (50 * 1024 * 1024 + 1)}, {}, "413 Request Entity Too Large"),
        ("sendMediaGroup", {}, {"media": [{"type": "photo", "media": "x"}]}, "from 2 to 10"),
        ("sendMediaGroup", {}, {"media": [{"type": "photo"}, {}]}, "can't parse InputMedia"),
        ("sendChatAction", {}, {"action": "dancing"}, "wrong parameter action"),
        ("sendLocation", {}, {"latitude": 91, "longitude": 0}, "wrong latitude"),
        ("sendLocation", {}, {}, "latitude is wrong or empty"),
        ("sendVenue", {}, {"latitude": 1, "longitude": 0}, "must be non-empty"),
        ("sendContact", {}, {}, "must be non-empty"),
        ("copyMessage", {}, {"from_chat_id": ID, "message_id": 99}, "message to copy not found"),
        ("forwardMessage", {}, {"from_chat_id": ID, "message_id": 99}, "message to forward not found"),
        ("copyMessages", {}, {"from_chat_id": ID, "message_ids": [99]}, "no messages to copy"),
        ("copyMessages", {}, {"from_chat_id": ID, "message_ids": []}, "from 1 to 100"),
        ("setMessageReaction", {}, {"message_id": 99}, "message to react not found"),
        ("pinChatMessage", {}, {"message_id": 99}, "message to pin not found"),
        ("unpinChatMessage", {}, {}, "message to unpin not found"),
        ("answerCallbackQuery", {}, {"callback_query_id": "1"}, "query is too old"),
        ("answerInlineQuery", {}, {"inline_query_id": "1"}, "query is too old"),
        ("noSuchMethod", {}, {}, "404 Not Found"),
    ],
)
async def test_what_telegram_refuses(
    telegram: StandIn, method: str, files: dict[str, bytes], params: dict[str, Any], problem: str
) -> None:
    assert problem in await refused(telegram, method, files, **params)


async def test_an_album_is_one_group_of_like_files(telegram: StandIn) -> None:
    media = [{"type": "photo", "media": f"attach://{i}", "caption": "a" if not i else None} for i in range(3)]
    sent = await ok(telegram, "sendMediaGroup", {str(i): PIXEL for i in range(3)}, media=media)
    assert len({one["media_group_id"] for one in sent}) == 1
    mixed = [{"type": "photo", "media": "attach://0"}, {"type": "document", "media": "attach://1"}]
    assert "can't be mixed" in await refused(telegram, "sendMediaGroup", {"0": PIXEL, "1": b"x"}, media=mixed)
    copied = await ok(telegram, "copyMessages", from_chat_id=ID, message_ids=[one["message_id"] for one in sent])
    groups = {telegram.world.chats.find(str(ID)).messages[one["message_id"]].data["media_group_id"] for one in copied}
    assert len(groups) == 1
    assert groups != {sent[0]["media_group_id"]}


@pytest.mark.parametrize(
    ("kind", "method"),
    [
        ("video", "sendVideo"), ("animation", "sendAnimation"), ("audio", "sendAudio"), ("voice", "sendVoice"),
        ("sticker", "sendSticker"), ("video_note", "sendVideoNote"), ("document", "sendDocument"),
    ],
)  # fmt: skip
async def test_every_kind_of_file_can_be_sent_and_copied(telegram: StandIn, kind: str, method: str) -> None:
    sent = await ok(telegram, method, {kind: b"content"}, disable_notification=True, protect_content="true")
    assert sent[kind]["file_size"] == 7
    assert sent["has_protected_content"] is True
    copied = await ok(telegram, "copyMessage", from_chat_id=ID, message_id=sent["message_id"], caption="new")
    copy = telegram.world.chats.find(str(ID)).messages[copied["message_id"]].data
    assert copy[kind]["file_id"] == sent[kind]["file_id"]
    assert copy["caption"] == "new"
    assert "can't use file of type" in await refused(telegram, "sendPhoto", photo=sent[kind]["file_id"])


async def test_forwards_and_replies_name_where_they_come_from(telegram: StandIn) -> None:
    first = await ok(telegram, "sendMessage", text="a")
    forwarded = await ok(telegram, "forwardMessage", from_chat_id=ID, message_id=first["message_id"])
    assert forwarded["forward_origin"]["sender_user"]["is_bot"] is True
    again = await ok(telegram, "forwardMessages", from_chat_id=ID, message_ids=[forwarded["message_id"]])
    assert len(again) == 1
    reply = await ok(telegram, "sendMessage", text="b", reply_parameters={"message_id": first["message_id"]})
    assert reply["reply_to_message"]["text"] == "a"
    gone = {"message_id": 999}
    assert "replied not found" in await refused(telegram, "sendMessage", text="b", reply_parameters=gone)
    alone = await ok(telegram, "sendMessage", text="b", reply_parameters=gone | {"allow_sending_without_reply": True})
    assert "reply_to_message" not in alone


async def test_places_contacts_pins_and_reactions(telegram: StandIn) -> None:
    venue = await ok(telegram, "sendVenue", latitude="43.2", longitude=76.9, title="ЦОН", address="Абая, 1")
    assert venue["venue"]["location"] == {"latitude": 43.2, "longitude": 76.9}
    assert (await ok(telegram, "sendLocation", latitude=1, longitude=2))["location"]["latitude"] == 1
    assert (await ok(telegram, "sendContact", phone_number="1", first_name="a"))["contact"]["first_name"] == "a"
    number = venue["message_id"]
    assert await ok(telegram, "pinChatMessage", message_id=number)
    assert (await ok(telegram, "getChat"))["pinned_message"]["message_id"] == number
    assert await ok(telegram, "unpinChatMessage", message_id=number)
    assert await ok(telegram, "pinChatMessage", message_id=number)
    assert await ok(telegram, "unpinAllChatMessages")
    assert "pinned_message" not in await ok(telegram, "getChat")
    assert await ok(telegram, "setMessageReaction", message_id=number, reaction=[{"type": "emoji", "emoji": "👍"}])
    two = [{"type": "emoji", "emoji": "👍"}] * 2
    assert "REACTION_INVALID" in await refused(telegram, "setMessageReaction", message_id=number, reaction=two)
    assert await ok(telegram, "sendChatAction", action="typing")
