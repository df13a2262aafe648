"""What an admin sent, turned into the call that sends it on."""

from typing import Any

import pytest
from aiogram.methods import CopyMessage, SendMediaGroup, SendMessage, SendPhoto
from aiogram.types import Message as Incoming

from bot.domain.campaign import Message
from bot.telegram.broadcast_content import (
    UnsendableError,
    album,
    call,
    links_of,
    message_of,
    takes_links,
    with_links,
    words_of,
)

FILE = {"file_id": "F", "file_unique_id": "U"}
PHOTO = {"photo": [{**FILE, "file_id": "small", "width": 1, "height": 1}, {**FILE, "width": 9, "height": 9}]}
BOLD = [{"type": "bold", "offset": 0, "length": 6}]


def incoming(**content: Any) -> Incoming:
    return Incoming.model_validate({"message_id": 5, "date": 1, "chat": {"id": 42, "type": "private"}, **content})


def test_text_keeps_its_entities_and_link_preview() -> None:
    preview = {"is_disabled": True}
    message = message_of(incoming(text="Привет", entities=BOLD, link_preview_options=preview))
    assert message == Message("sendMessage", {"text": "Привет", "entities": BOLD, "link_preview_options": preview})


def test_a_photo_is_sent_in_its_largest_size() -> None:
    message = message_of(incoming(**PHOTO, caption="Привет", caption_entities=BOLD, has_media_spoiler=True))
    expected = {"photo": "F", "caption": "Привет", "caption_entities": BOLD, "has_spoiler": True}
    assert message == Message("sendPhoto", expected)


@pytest.mark.parametrize(
    ("content", "method", "field"),
    [
        ({"video": {**FILE, "width": 1, "height": 1, "duration": 1}}, "sendVideo", "video"),
        ({"document": FILE}, "sendDocument", "document"),
        ({"audio": {**FILE, "duration": 1}}, "sendAudio", "audio"),
        ({"voice": {**FILE, "duration": 1}}, "sendVoice", "voice"),
        ({"video_note": {**FILE, "length": 1, "duration": 1}}, "sendVideoNote", "video_note"),
        (
            {"animation": {**FILE, "width": 1, "height": 1, "duration": 1}, "document": FILE},
            "sendAnimation",
            "animation",
        ),
    ],
)
def test_files_are_sent_by_their_id(content: dict[str, Any], method: str, field: str) -> None:
    message = message_of(incoming(**content))
    assert message == Message(method, {field: "F"})
    assert call(message, 7).__api_method__ == method


def test_a_poll_is_copied() -> None:
    poll = {
        "id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False, "is_anonymous": True,
        "type": "regular", "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
    }  # fmt: skip
    message = message_of(incoming(poll=poll))
    assert message == Message("copyMessage", {"from_chat_id": 42, "message_id": 5})
    assert isinstance(call(message, 7), CopyMessage)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ({"new_chat_title": "x"}, "broadcast-wrong-kind"),
        ({"text": "я" * 4097}, "broadcast-wrong-text"),
        ({**PHOTO, "caption": "я" * 1025}, "broadcast-wrong-caption"),
    ],
)
def test_what_cannot_be_sent_on_is_refused_with_a_reason(content: dict[str, Any], key: str) -> None:
    with pytest.raises(UnsendableError) as caught:
        message_of(incoming(**content))
    assert caught.value.key == key


def test_longest_texts_are_taken() -> None:
    assert len(words_of(message_of(incoming(text="я" * 4096)))) == 4096
    assert len(words_of(message_of(incoming(**PHOTO, caption="я" * 1024)))) == 1024


def test_parts_become_one_album_with_the_first_caption() -> None:
    first = message_of(incoming(**PHOTO, caption="Привет", caption_entities=BOLD))
    second = message_of(incoming(video={**FILE, "width": 1, "height": 1, "duration": 1}))
    whole = album(album(first, second), first)
    assert [item["type"] for item in whole.params["media"]] == ["photo", "video", "photo"]
    assert whole.params["media"][0] == {"type": "photo", "media": "F", "caption": "Привет", "caption_entities": BOLD}
    assert words_of(whole) == "Привет"
    sent = call(whole, 7)
    assert isinstance(sent, SendMediaGroup)
    assert len(sent.media) == 3


def test_an_album_takes_ten_of_a_kind() -> None:
    photo, document = message_of(incoming(**PHOTO)), message_of(incoming(document=FILE))
    whole = photo
    for _ in range(9):
        whole = album(whole, photo)
    with pytest.raises(UnsendableError, match="album-size"):
        album(whole, photo)
    with pytest.raises(UnsendableError, match="album-kinds"):
        album(photo, document)
    with pytest.raises(UnsendableError, match="album-kinds"):
        album(photo, message_of(incoming(text="x")))


def test_buttons_are_put_on_changed_and_taken_off() -> None:
    links = (("Подробнее", "https://gov.kz"), ("Канал", "https://t.me/x"))
    message = message_of(incoming(text="Привет"))
    linked = with_links(message, links)
    assert links_of(linked) == links
    assert links_of(with_links(linked, links[:1])) == links[:1]
    assert with_links(linked, ()) == message


def test_buttons_of_a_forwarded_message_stay_if_they_are_links() -> None:
    rows = [[{"text": "Сайт", "url": "https://a.kz"}, {"text": "Голос", "callback_data": "v"}]]
    message = message_of(incoming(text="x", reply_markup={"inline_keyboard": rows}))
    assert links_of(message) == (("Сайт", "https://a.kz"),)


def test_albums_take_no_buttons() -> None:
    photo = with_links(message_of(incoming(**PHOTO)), (("a", "https://a.kz"),))
    whole = album(photo, photo)
    assert not takes_links(whole)
    assert with_links(whole, (("a", "https://a.kz"),)) == whole


def test_a_call_says_nothing_of_parse_modes() -> None:
    linked = with_links(message_of(incoming(text="<b>", entities=BOLD)), (("a", "https://a.kz"),))
    sent = call(linked, 7)
    assert isinstance(sent, SendMessage)
    assert (sent.chat_id, sent.text, sent.parse_mode) == (7, "<b>", None)
    photo = call(message_of(incoming(**PHOTO)), 7)
    assert isinstance(photo, SendPhoto)
    assert photo.parse_mode is None
