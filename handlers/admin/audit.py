"""/audit: what admins did, newest first."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.i18n import Texts
from bot.services.editors import Editors
from bot.settings import Settings
from bot.telegram.callbacks import MenuCallback
from bot.telegram.desk_callbacks import AuditCallback
from bot.telegram.filters import ADMINS, Named
from bot.telegram.reply import Reply, send, show
from bot.telegram.views import audit as views


async def show_audit(message: Message, texts: Texts, editors: Editors, settings: Settings) -> None:
    """Show the last acts."""
    await send(message, await _page(texts, editors, settings, 0))


async def open_audit(query: CallbackQuery, texts: Texts, editors: Editors, settings: Settings) -> None:
    """Show the last acts, from a button."""
    await query.answer()
    await show(query, await _page(texts, editors, settings, 0))


async def turn_page(
    query: CallbackQuery, callback_data: AuditCallback, texts: Texts, editors: Editors, settings: Settings
) -> None:
    """Show older acts, or the newest again."""
    await query.answer()
    await show(query, await _page(texts, editors, settings, callback_data.before, refused=callback_data.refused))


async def _page(texts: Texts, editors: Editors, settings: Settings, before: int, *, refused: bool = False) -> Reply:
    entries = await editors.audit.newest(views.PAGE + 1, before or None, "refused." if refused else "")
    return views.audit_page(texts, entries, settings.zone, is_newest=not before, refused=refused)


def build_router() -> Router:
    """Return the routes of the log."""
    router = Router(name="audit")
    router.message.register(show_audit, ADMINS, Named("audit"), F.chat.type == "private")
    router.callback_query.register(open_audit, ADMINS, MenuCallback.filter(F.page == "audit"))
    router.callback_query.register(turn_page, ADMINS, AuditCallback.filter())
    return router
