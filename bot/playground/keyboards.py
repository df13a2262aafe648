"""Keyboards under messages, checked as Telegram checks them."""

from collections.abc import Callable
from typing import Any

from bot.playground.errors import Refusal, bad_request
from bot.playground.links import checked_link, is_web_app
from bot.playground.markup import units
from bot.playground.parameters import Given

MOST_IN_A_ROW = 8
MOST_BUTTONS = 100
LONGEST_DATA = 64
ACTIONS = (
    "callback_data", "url", "web_app", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "login_url", "callback_game", "pay",
)  # fmt: skip
KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
Button = dict[str, Any]


def read_markup(given: Given, *, is_private: bool = True) -> dict[str, Any] | None:
    """Return the checked reply_markup, None when there is none (an inline keyboard without buttons is none)."""
    markup = {key: value for key, value in given.table("reply_markup").items() if value is not None}
    kind = next((kind for kind in KINDS if kind in markup), None)
    if kind is None:
        if markup:
            raise bad_request("object expected as reply markup")
        return None
    if kind == "inline_keyboard":
        rows = _rows(markup[kind], lambda button: _inline(button, is_private=is_private))
        return {kind: rows} if rows else None
    if kind == "keyboard":
        markup[kind] = _rows(markup[kind], lambda button: _reply(button, is_private=is_private))
    return markup


def is_inline(markup: dict[str, Any] | None) -> bool:
    """Tell whether the keyboard belongs to its message (and not to the chat)."""
    return markup is not None and "inline_keyboard" in markup


def _rows(rows: Any, check: Callable[[Any], Button]) -> list[list[Button]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("can't parse inline keyboard: expected an Array of Array")
    checked = [[check(button) for button in row] for row in rows if row]
    if any(len(row) > MOST_IN_A_ROW for row in checked) or sum(map(len, checked)) > MOST_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return checked


def _inline(given: Any, *, is_private: bool) -> Button:
    if not isinstance(given, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    button: Button = {key: value for key, value in given.items() if value is not None}
    if not str(button.get("text", "")).strip():
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be non-empty')
    actions = [action for action in ACTIONS if action in button]
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(f"inline keyboard button must have exactly one action, found {', '.join(actions)}")
    _check_action(button, actions[0], is_private=is_private)
    return dict(button)


def _check_action(button: Button, action: str, *, is_private: bool) -> None:
    value = button[action]
    if action == "callback_data" and not 1 <= len(str(value).encode()) <= LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "url" and checked_link(str(value)) is None:
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
    if action == "web_app":
        if not is_private:
            raise bad_request("BUTTON_TYPE_INVALID")
        check_web_app(value)
    if action == "copy_text" and not 1 <= units(_inner(value, "text")) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if action.startswith("switch_inline") and not isinstance(value, dict) and len(str(value)) > 256:
        raise bad_request("BUTTON_DATA_INVALID")


def _reply(given: Any, *, is_private: bool) -> Button:
    given = {"text": given} if isinstance(given, str) else given
    if not isinstance(given, dict) or not str(given.get("text", "")).strip():
        raise bad_request('can\'t parse keyboard button: Field "text" must be non-empty')
    button: Button = {key: value for key, value in given.items() if value is not None}
    if not is_private and {"request_contact", "request_location", "web_app"} & set(button):
        raise _only_in_private(button)
    if "web_app" in button:
        check_web_app(button["web_app"])
    return button


def _only_in_private(button: Button) -> Refusal:
    wanted = next(name for name in ("request_contact", "request_location", "web_app") if name in button)
    called = {"request_contact": "phone number", "request_location": "location", "web_app": "Web App"}[wanted]
    return bad_request(f"{called} can be requested in private chats only")


def check_web_app(value: Any) -> None:
    url = _inner(value, "url")
    if not is_web_app(url):
        raise bad_request(f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed")


def _inner(value: Any, name: str) -> str:
    return str(value.get(name, "")) if isinstance(value, dict) else ""
