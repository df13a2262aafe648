"""What no other handler took: never silence where an answer is due."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.domain.user import User
from bot.i18n import Texts
from bot.services.refusals import Refusal, Refusals
from bot.telegram.commands import nearest_command, split_command
from bot.telegram.reply import Reply, send
from bot.telegram.views.places import examples_keyboard


async def unknown_command(message: Message, texts: Texts, bot_name: str = "") -> None:
    """Offer the nearest command; in groups only when the bot was meant."""
    parts = split_command(message.text or "")
    spelling, mention, _ = parts or ("", "", "")
    if message.chat.type != "private" and mention.lower() != bot_name.lower():
        return
    near = nearest_command(spelling)
    if near is None:
        await send(message, Reply(texts("command-unknown")))
    else:
        await send(message, Reply(texts("command-unknown-nearest", command=f"/{near.latin[texts.language]}")))


async def unsupported(message: Message, texts: Texts) -> None:
    """Say that only text is understood: stickers, voice, photos, places, contacts."""
    await send(message, Reply(texts("unsupported-message"), examples_keyboard(texts)))


async def old_button(query: CallbackQuery, user: User, texts: Texts, refusals: Refusals) -> None:
    """Answer a button that no release knows any more, or that somebody made up: both look the same."""
    await refusals.note(user.telegram_id, user.role, Refusal.FORGED, query.data or "")
    await query.answer(texts.plain("error-old-button"), show_alert=True)


def build_router() -> Router:
    """Return the routes that come last."""
    router = Router(name="fallback")
    router.message.register(unknown_command, F.text.startswith("/"))
    router.message.register(unsupported, F.chat.type == "private", ~F.text, _said_by_a_person)
    router.callback_query.register(old_button)
    return router


async def _said_by_a_person(message: Message) -> bool:
    """Leave service messages (a pinned message, a new title) alone: nobody waits for an answer to them."""
    return message.content_type in SPOKEN


SPOKEN = frozenset(
    {
        "animation", "audio", "contact", "dice", "document", "game", "location", "photo", "poll", "sticker",
        "story", "venue", "video", "video_note", "voice", "paid_media", "checklist",
    }
)  # fmt: skip
