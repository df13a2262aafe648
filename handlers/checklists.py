"""Checklists: opened, ticked, taken along as text. What is ticked comes with the button."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.domain.checklist import Checklist, read_ticks
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.checklists import checklist_of
from bot.telegram.callbacks import ChecklistCallback
from bot.telegram.reply import show, show_below
from bot.telegram.views import checklist as views


async def show_checklist(
    query: CallbackQuery, callback_data: ChecklistCallback, catalogue: Catalogue, texts: Texts
) -> None:
    """Draw the checklist with the ticks of the button; ticks of other items are told to be void."""
    checklist = checklist_of(catalogue, callback_data.place)
    if checklist is None:
        await query.answer(texts.plain("checklist-gone"), show_alert=True)
        return
    ticks = _ticks(checklist, callback_data)
    if ticks is None:
        await query.answer(texts.plain("checklist-changed"), show_alert=True)
    else:
        await query.answer()
    put = show_below if callback_data.act == "open" else show
    await put(query, views.checklist_page(catalogue, texts, checklist, ticks or 0))


async def copy_checklist(
    query: CallbackQuery, callback_data: ChecklistCallback, catalogue: Catalogue, texts: Texts
) -> None:
    """Send the checklist as text below, with what is ticked."""
    checklist = checklist_of(catalogue, callback_data.place)
    ticks = None if checklist is None else _ticks(checklist, callback_data)
    if checklist is None or ticks is None:
        await show_checklist(query, callback_data, catalogue, texts)
        return
    await query.answer()
    await show_below(query, views.checklist_text(catalogue, texts, checklist, ticks))


def _ticks(checklist: Checklist, data: ChecklistCallback) -> int | None:
    """Return the ticks that a button carries, none at the beginning; None when they are not of these items."""
    if not data.revision:
        return 0
    if data.revision != checklist.revision:
        return None
    try:
        return read_ticks(data.ticks, checklist)
    except ValueError:
        return None


def build_router() -> Router:
    """Return the routes of this feature."""
    router = Router(name="checklists")
    router.callback_query.register(copy_checklist, ChecklistCallback.filter(F.act == "text"))
    router.callback_query.register(show_checklist, ChecklistCallback.filter())
    return router
