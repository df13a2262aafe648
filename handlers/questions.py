"""Whatever people type: places, questions, flags."""

from aiogram import F, Router
from aiogram.types import Message

from bot.domain.user import User
from bot.i18n import Texts
from bot.telegram.acts import PersonActs
from bot.telegram.answering import Answering
from bot.telegram.filters import Named
from bot.telegram.reply import Reply, send
from bot.understanding.map_words import asked_for_map


async def answer_visa(
    message: Message, argument: str, user: User, texts: Texts, answering: Answering, acts: PersonActs
) -> None:
    """Answer `/visa Турция`; bare, ask for a place."""
    if argument:
        await send(message, await answering.reply(argument, message.chat.id, user, acts))
    else:
        await send(message, Reply(texts("start-visa-prompt")))


async def answer_question(message: Message, user: User, answering: Answering, acts: PersonActs) -> None:
    """Answer a plain message, also one that was corrected."""
    await send(message, await answering.reply(message.text or "", message.chat.id, user, acts))


async def answer_mention(message: Message, user: User, answering: Answering, acts: PersonActs, bot_name: str) -> None:
    """Answer a message in a group that names the bot or answers it."""
    asked = (message.text or "").replace(f"@{bot_name}", " ").strip()
    await send(message, await answering.reply(asked, message.chat.id, user, acts))


async def is_addressed(message: Message, bot_name: str) -> bool:
    """Tell whether a message in a group is meant for the bot."""
    if f"@{bot_name}".lower() in (message.text or "").lower():
        return True
    original = message.reply_to_message
    writer = original.from_user if original is not None else None
    return writer is not None and (writer.username or "").lower() == bot_name.lower()


def build_router() -> Router:
    """Return the routes of commands."""
    router = Router(name="questions")
    router.message.register(answer_visa, Named("visa"))
    return router


def build_plain_router() -> Router:
    """Return the route of nearly every message, to be asked first: text to the bot that is no part of a conversation.

    Asked last, it would wait for the filters of fifty handlers: a third of the time that an answer takes.
    """
    router = Router(name="plain text")
    router.message.register(answer_question, is_plain)
    return router


async def is_plain(message: Message, raw_state: str | None = None) -> bool:
    """Tell whether a message is a question whatever else the bot can do."""
    text = message.text
    if text is None or raw_state is not None or message.chat.type != "private" or text.startswith("/"):
        return False
    return asked_for_map(text) is None


def build_text_router() -> Router:
    """Return the routes of text that no conversation took: registered after every command and conversation."""
    router = Router(name="text")
    text, private = (F.text, ~F.text.startswith("/")), F.chat.type == "private"
    router.message.register(answer_question, *text, private)
    router.edited_message.register(answer_question, *text, private)
    router.message.register(answer_mention, *text, F.chat.type.in_({"group", "supergroup"}), is_addressed)
    return router
