"""The end of an edit of destinations: shown whole, with or without an alert, written once or thrown away."""

from dataclasses import replace
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.domain.destination import Destination
from bot.domain.destination_edit import ChangedMeanwhileError, EditOrigin
from bot.domain.review import Difference, difference
from bot.domain.undo import UndoError
from bot.i18n import Texts
from bot.services.destination_draft import DestinationDraft
from bot.services.destinations import Destinations
from bot.telegram.desk_callbacks import DestinationDraftCallback
from bot.telegram.filters import ADMINS
from bot.telegram.reply import Reply, show, show_below
from bot.telegram.views import destination_confirm as views
from bot.telegram.views import destination_edit as edit_views
from bot.telegram.views.destination_values import label
from handlers.admin.destination_desk import AtDesk, Desk
from handlers.admin.destination_edit import old


async def go(query: CallbackQuery, desk: Desk) -> None:
    """Finish with the fields: ask for what is missing, then show the whole."""
    draft = desk.draft
    if draft is None or draft.is_empty:
        await old(query, desk.texts)
        return
    await query.answer()
    await desk.go_on(replace(draft, going=True, asking=""), lambda reply: show_below(query, reply))


async def switch(query: CallbackQuery, desk: Desk) -> None:
    """Turn the alert on or off."""
    await query.answer()
    if desk.draft is not None:
        draft = replace(desk.draft, notify=not desk.draft.notify)
        await desk.keep(draft)
        proposal = await desk.proposal(draft)
        await show(query, views.confirmation(desk.catalogue, desk.texts, draft, proposal))


async def confirm(query: CallbackQuery, desk: Desk) -> None:
    """Write the edit, once however often this is tapped."""
    draft = desk.draft
    if draft is None or draft.asking or not draft.going or draft.is_empty:
        await old(query, desk.texts)
        return
    await query.answer()
    notify = draft.notify and draft.concerns_travellers
    try:
        done = await desk.destinations.confirm(draft.edit(desk.user.telegram_id), notify=notify)
    except ChangedMeanwhileError as error:
        await show(query, views.overtaken(desk.catalogue, desk.texts, draft, error.iso2))
        return
    await desk.state.clear()
    await show(query, views.written(desk.texts, draft, done))


async def rebase(query: CallbackQuery, desk: Desk) -> None:
    """Put the edit on the rows as they are now, and show it again."""
    if desk.draft is None:
        return
    await query.answer()
    try:
        draft = await _rebased(desk.destinations, desk.draft)
    except UndoError as error:
        await show(query, Reply(undo_problem(desk.texts, error)))
        return
    if draft.is_empty:
        await desk.state.clear()
        await show(query, Reply(desk.texts("destinations-import-same")))
        return
    await desk.go_on(draft, lambda reply: show(query, reply))


async def cancel(query: CallbackQuery, desk: Desk) -> None:
    """Throw the draft away."""
    await query.answer()
    await desk.state.clear()
    await show(query, Reply(desk.texts("destinations-cancelled")))


async def closed(
    query: CallbackQuery, callback_data: DestinationDraftCallback, destinations: Destinations, texts: Texts
) -> None:
    """Answer a button of a draft that was written or thrown away."""
    done = await destinations.applied(f"desk {callback_data.draft}")
    text = texts.plain("destinations-already") if done is not None else edit_views.closed(texts)
    await query.answer(text, show_alert=True)


def undo_problem(texts: Texts, error: UndoError) -> str:
    """Return why an edit can't be taken back."""
    if not error.columns:
        return texts(error.key)
    return texts(error.key, columns=", ".join(label(texts, one) for one in error.columns))


async def _rebased(destinations: Destinations, draft: DestinationDraft) -> DestinationDraft:
    """Return the draft on top of the rows as they are now."""
    if draft.undoes and (version := await destinations.version(draft.undoes)) is not None:
        return replace(draft, changes=(await destinations.propose_undo(version)).changes)
    current = await destinations.store.all()
    changes = [_onto(change, current.get(change.iso2)) for change in draft.changes]
    kept = tuple(change for change in changes if change.columns or draft.origin is EditOrigin.DESK)
    return replace(draft, changes=kept)


def _onto(change: Difference, current: Destination | None) -> Difference:
    if current is None or change.before is None:
        return difference(current, change.after)
    changed = {column: getattr(change.after, column) for column in change.columns}
    return difference(current, replace(current, **changed))


def _act(name: str) -> Any:
    return DestinationDraftCallback.filter(F.act == name)


def build_router() -> Router:
    """Return the routes of the end; the last takes the buttons of drafts that are no more."""
    router = Router(name="destination-confirm")
    query = router.callback_query
    query.register(go, ADMINS, _act("go"), AtDesk(mine=True))
    query.register(switch, ADMINS, _act("notify"), AtDesk(mine=True))
    query.register(confirm, ADMINS, _act("confirm"), AtDesk(mine=True))
    query.register(rebase, ADMINS, _act("rebase"), AtDesk(mine=True))
    query.register(cancel, ADMINS, _act("cancel"), AtDesk(mine=True))
    query.register(closed, ADMINS, DestinationDraftCallback.filter())
    return router
