"""What is posted in the channel, whose readers speak both languages."""

from typing import Any

from bot.domain.campaign import Content, Message
from bot.domain.language import Language

ORDER = (Language.KK, Language.RU)


def channel_messages(content: Content) -> tuple[Message, ...]:
    """Return texts of both languages as one post, else one post a language; only buttons with links stay."""
    found = [content.by_language[language] for language in ORDER if language in content.by_language]
    if all(message.method == "sendMessage" and message.params.get("parse_mode") == "HTML" for message in found):
        text = "\n\n———\n\n".join(str(message.params["text"]) for message in found)
        if len(text) <= 4096 and found:
            return (Message("sendMessage", {**_with_links_only(found[-1].params), "text": text}),)
    distinct = [message for number, message in enumerate(found) if message not in found[:number]]
    return tuple(Message(message.method, _with_links_only(message.params)) for message in distinct)


def _with_links_only(params: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in params.items() if name != "reply_markup"}
    rows = (params.get("reply_markup") or {}).get("inline_keyboard", [])
    links = [[one for one in row if "url" in one] for row in rows]
    if any(links):
        kept["reply_markup"] = {"inline_keyboard": [row for row in links if row]}
    return kept
