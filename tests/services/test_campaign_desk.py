"""What replaces a message that was sent."""

from bot.domain.campaign import Message
from bot.services.campaign_desk import reworded

MARKUP = {"inline_keyboard": [[{"text": "a", "url": "https://a.kz"}]]}
BOLD = [{"type": "bold", "offset": 0, "length": 3}]


def test_a_text_gets_new_words_and_keeps_its_buttons_and_preview() -> None:
    old = Message(
        "sendMessage",
        {
            "text": "<b>x</b>",
            "parse_mode": "HTML",
            "reply_markup": MARKUP,
            "link_preview_options": {"is_disabled": True},
        },
    )
    new = reworded(old, Message("sendMessage", {"text": "new", "entities": BOLD}))
    assert new.method == "editMessageText"
    assert new.params == {
        "text": "new",
        "entities": BOLD,
        "reply_markup": MARKUP,
        "link_preview_options": {"is_disabled": True},
    }


def test_a_photo_gets_a_new_caption_and_keeps_its_buttons() -> None:
    old = Message("sendPhoto", {"photo": "F", "caption": "old", "reply_markup": MARKUP})
    new = reworded(old, Message("sendMessage", {"text": "new", "entities": BOLD, "link_preview_options": {}}))
    assert new == Message("editMessageCaption", {"caption": "new", "caption_entities": BOLD, "reply_markup": MARKUP})


def test_an_album_gets_a_new_caption_under_its_first_part() -> None:
    old = Message("sendMediaGroup", {"media": [{"type": "photo", "media": "F", "caption": "old"}]})
    assert reworded(old, Message("sendMessage", {"text": "new"})) == Message("editMessageCaption", {"caption": "new"})
