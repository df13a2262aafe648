"""Several alerts that waited, as one message."""

from collections.abc import Callable, Sequence
from typing import Any

from bot.domain.campaign import Message
from bot.domain.language import Language
from bot.i18n import Translator
from bot.telegram.callbacks import MenuCallback
from bot.telegram.keyboards import button, keyboard
from bot.telegram.reply import TEXT_LIMIT, to_plain

ROOM = TEXT_LIMIT - 200


def compose_digest(translator: Translator) -> Callable[[Sequence[Message], Language], Message]:
    """Return what joins messages for one person: whole alerts as long as they fit, then how many more there are."""

    def compose(messages: Sequence[Message], language: Language) -> Message:
        texts = translator[language]
        bodies = [str(message.params["text"]) for message in messages if "text" in message.params]
        fitting = _fitting(bodies)
        parts = [texts("digest-title", count=len(messages)), *bodies[:fitting]]
        if rest := len(messages) - fitting:
            parts.append(texts("digest-more", count=rest))
        switches = button(texts.plain("button-subscriptions"), MenuCallback(page="subscriptions"))
        params: dict[str, Any] = {
            "text": "\n\n".join(parts),
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
            "reply_markup": keyboard([switches]).model_dump(exclude_none=True),
        }
        return Message("sendMessage", params)

    return compose


def _fitting(bodies: Sequence[str]) -> int:
    """Return how many of the texts fit into one message."""
    used = 0
    for number, body in enumerate(bodies):
        used += len(to_plain(body)) + 2
        if used > ROOM:
            return number
    return len(bodies)
