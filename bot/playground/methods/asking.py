"""Answers to taps and to inline queries."""

from typing import Any

from bot.playground.entities import read_caption, read_text
from bot.playground.errors import bad_request
from bot.playground.keyboards import read_markup
from bot.playground.markup import units
from bot.playground.parameters import Given
from bot.playground.world import World

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
MOST_RESULTS = 50
LONGEST_ANSWER = 200


def answer_tap(world: World, given: Given) -> bool:
    """Stop the button's spinner, with a toast or an alert. A tap can be answered once and not too late."""
    text = given.text("text")
    if units(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = world.taps.pop(given.text("callback_query_id"), None)
    if tap is None or world.is_stale(tap.at):
        raise bad_request(TOO_OLD)
    answer = {"text": text, "show_alert": given.flag("show_alert"), "url": given.text("url")}
    world.tell("answered", tap.chat_id, user_id=tap.user_id, tap=given.text("callback_query_id"), **answer)
    return True


def answer_inline(world: World, given: Given) -> bool:
    """Show up to 50 results of an inline query; each is checked as if it were sent."""
    inquiry = world.inquiries.get(given.text("inline_query_id"))
    if inquiry is None or inquiry.results is not None or world.is_stale(inquiry.at):
        raise bad_request(TOO_OLD)
    results = given.rows("results")
    if len(results) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len(given.text("next_offset").encode()) > 64:
        raise bad_request("NEXT_OFFSET_INVALID")
    checked = [_result(result, given) for result in results]
    if len({result["id"] for result in checked}) < len(checked):
        raise bad_request("RESULT_ID_DUPLICATE")
    inquiry.results, inquiry.next_offset = checked, given.text("next_offset")
    inquiry.button = _button(given)
    query_id = given.text("inline_query_id")
    world.tell("inline", inquiry.user_id, query_id=query_id, results=checked, button=inquiry.button)
    return True


def _result(offered: Any, given: Given) -> dict[str, Any]:
    if not isinstance(offered, dict) or not offered.get("type"):
        raise bad_request("can't parse InlineQueryResult: type must be specified")
    result: dict[str, Any] = {key: value for key, value in offered.items() if value is not None}
    if not 1 <= len(str(result.get("id", "")).encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    if result["type"] == "article" and not result.get("title"):
        raise bad_request("RESULT_TITLE_INVALID: title must be non-empty")
    markup = read_markup(Given({"reply_markup": result.get("reply_markup")}), is_private=False)
    return result | {"content": _content(result, given), "reply_markup": markup}


def _content(result: dict[str, Any], given: Given) -> dict[str, Any]:
    """Return what is sent when the result is chosen."""
    wanted = result.get("input_message_content")
    if wanted is None and result["type"] == "article":
        raise bad_request('can\'t find field "input_message_content"')
    if wanted is None:
        return {result["type"]: result.get(f"{result['type']}_file_id", ""), **read_caption(Given(result))}
    if "latitude" in wanted:
        return {"location": {"latitude": wanted["latitude"], "longitude": wanted["longitude"]}}
    return read_text(Given({**wanted, "text": wanted.get("message_text", "")}), "text")


def _button(given: Given) -> dict[str, Any] | None:
    button = {key: value for key, value in given.table("button").items() if value is not None}
    if not button:
        return None
    if not button.get("text") or not {"start_parameter", "web_app"} & set(button):
        raise bad_request("can't parse InlineQueryResultsButton")
    return button


METHODS = {"answerCallbackQuery": answer_tap, "answerInlineQuery": answer_inline}
