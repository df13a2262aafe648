"""/destination: the facts about a country as editors see them, their history, taking back, export."""

import secrets
from typing import Any

from aiogram import Bot, F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.domain.destination_edit import EditOrigin, Version
from bot.domain.review import concerns
from bot.domain.undo import UndoError
from bot.domain.user import User
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.destination_draft import DestinationDraft
from bot.services.destinations import Destinations, is_correction
from bot.settings import Settings
from bot.telegram.callbacks import MenuCallback
from bot.telegram.desk_callbacks import BELOW, DestinationCallback
from bot.telegram.filters import ADMINS, Named
from bot.telegram.reply import Reply, send, show, show_below
from bot.telegram.responder import Responder
from bot.telegram.views import destination_confirm as confirm_views
from bot.telegram.views import destination_edit as edit_views
from bot.telegram.views import destinations as views
from handlers.admin.destination_confirm import undo_problem
from handlers.admin.destination_desk import AtDesk, AtDestinations, Desk


async def show_home(
    message: Message,
    argument: str,
    texts: Texts,
    catalogue: Catalogue,
    destinations: Destinations,
    responder: Responder,
    settings: Settings,
    state: FSMContext,
) -> None:
    """Show where editors begin, or the country that is named."""
    await state.set_state(AtDestinations.search)
    if argument:
        await send(message, await _named(argument, texts, catalogue, destinations, responder))
    else:
        await send(message, await _home(texts, catalogue, destinations, settings))


async def open_home(
    query: CallbackQuery,
    texts: Texts,
    catalogue: Catalogue,
    destinations: Destinations,
    settings: Settings,
    state: FSMContext,
) -> None:
    """Show where editors begin, from a button."""
    await query.answer()
    await state.set_state(AtDestinations.search)
    await show(query, await _home(texts, catalogue, destinations, settings))


async def search(
    message: Message, texts: Texts, catalogue: Catalogue, destinations: Destinations, responder: Responder
) -> None:
    """Show the country that was typed."""
    await send(message, await _named(message.text or "", texts, catalogue, destinations, responder))


async def open_page(
    query: CallbackQuery,
    callback_data: DestinationCallback,
    texts: Texts,
    catalogue: Catalogue,
    destinations: Destinations,
) -> None:
    """Show a destination."""
    reply = await _page(texts, catalogue, destinations, callback_data.iso2)
    if reply is None:
        await query.answer(texts.plain("error-old-button"))
        return
    await query.answer()
    await (show_below if callback_data.value == BELOW else show)(query, reply)


async def confirm_today(
    query: CallbackQuery,
    callback_data: DestinationCallback,
    user: User,
    texts: Texts,
    catalogue: Catalogue,
    destinations: Destinations,
) -> None:
    """Store that a source was looked at today and says the same."""
    try:
        done = await destinations.confirm_unchanged(callback_data.iso2, user.telegram_id)
    except LookupError:
        await query.answer(texts.plain("destinations-confirmed-unsourced"), show_alert=True)
        return
    await query.answer(texts.plain("destinations-confirmed-now" if done else "destinations-confirmed-already"))
    reply = await _page(texts, catalogue, destinations, callback_data.iso2)
    if reply is not None:
        await show(query, reply)


async def show_concerned(
    query: CallbackQuery,
    callback_data: DestinationCallback,
    texts: Texts,
    catalogue: Catalogue,
    destinations: Destinations,
) -> None:
    """Show what needs a look."""
    await query.answer()
    offset = _number(callback_data.value)
    concerned = await destinations.concerned()
    await show(query, views.concerned_page(catalogue, texts, concerned, offset if offset < len(concerned) else 0))


async def show_history(
    query: CallbackQuery,
    callback_data: DestinationCallback,
    texts: Texts,
    catalogue: Catalogue,
    destinations: Destinations,
    settings: Settings,
) -> None:
    """Show what was changed, of one destination or of all."""
    await query.answer()
    iso2, before = callback_data.iso2, _number(callback_data.value)
    versions = await destinations.history(iso2 or None, views.PAGE + 1, before or None)
    await show(query, views.history(catalogue, texts, iso2, versions, settings.zone, newest=not before))


async def begin_undo(query: CallbackQuery, callback_data: DestinationCallback, desk: Desk) -> None:
    """Show what taking an edit back would do, and ask."""
    version = await _version(desk.destinations, callback_data)
    if version is None:
        await query.answer(desk.texts.plain("destinations-undo-nothing"), show_alert=True)
        return
    if desk.draft is not None:
        await query.answer()
        await show_below(query, edit_views.other_draft(desk.catalogue, desk.texts, desk.draft))
        return
    try:
        proposal = await desk.destinations.propose_undo(version)
    except UndoError as error:
        await query.answer()
        await show_below(query, Reply(undo_problem(desk.texts, error)))
        return
    await query.answer()
    draft = DestinationDraft(
        secrets.token_hex(4),
        proposal.changes,
        EditOrigin.UNDO,
        going=True,
        notify=bool(version.campaigns),
        undoes=version.id,
        is_correction=is_correction(version),
    )
    await show_below(query, confirm_views.difference(desk.catalogue, desk.texts, draft))
    await desk.go_on(draft, lambda reply: show_below(query, reply))


async def export(
    query: CallbackQuery, callback_data: DestinationCallback, bot: Bot, user: User, destinations: Destinations
) -> None:
    """Send the rows as CSV, or one."""
    await query.answer()
    text = await destinations.store.export(callback_data.iso2 or None)
    name = f"destinations-{callback_data.iso2}.csv" if callback_data.iso2 else "destinations.csv"
    await bot.send_document(user.telegram_id, BufferedInputFile(text.encode(), name))


async def _home(texts: Texts, catalogue: Catalogue, destinations: Destinations, settings: Settings) -> Reply:
    concerned, recent = await destinations.concerned(), await destinations.history(None, views.RECENT)
    return views.home(catalogue, texts, concerned, recent, settings.zone)


async def _page(texts: Texts, catalogue: Catalogue, destinations: Destinations, iso2: str) -> Reply | None:
    row = await destinations.find(iso2)
    return None if row is None else views.page(catalogue, texts, row, concerns(row, destinations.today()))


async def _named(
    text: str, texts: Texts, catalogue: Catalogue, destinations: Destinations, responder: Responder
) -> Reply:
    """Return the page of the country that a text names, or the question which one it is."""
    code = text.strip().upper()
    question = responder.understanding.understand(text)
    named = (code,) if code in catalogue.destinations else question.places
    places = tuple(place for place in named if place in catalogue.destinations)
    if len(places) == 1 and not question.ask_back:
        page = await _page(texts, catalogue, destinations, places[0])
        if page is not None:
            return page
    near = question.namesakes if question.ask_back else question.nearest
    guessed = not places and not question.ask_back
    every = tuple(dict.fromkeys(place for place in (*places, *near) if place in catalogue.destinations))
    return views.which(catalogue, texts, every, guessed=guessed)


async def _version(destinations: Destinations, data: DestinationCallback) -> Version | None:
    if not data.value:
        return await destinations.last_version(data.iso2)
    return await destinations.version(_number(data.value))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0


def _act(name: str) -> Any:
    return DestinationCallback.filter(F.act == name)


def build_router() -> Router:
    """Return the routes of the destinations' desk."""
    router = Router(name="destinations")
    router.message.register(show_home, ADMINS, Named("destination"), F.chat.type == "private")
    router.message.register(search, ADMINS, AtDestinations.search, F.text & ~F.text.startswith("/"))
    query = router.callback_query
    query.register(open_home, ADMINS, MenuCallback.filter(F.page == "destination"))
    query.register(open_home, ADMINS, _act("home"))
    query.register(open_page, ADMINS, _act("open"))
    query.register(confirm_today, ADMINS, _act("today"))
    query.register(show_concerned, ADMINS, _act("concerned"))
    query.register(show_history, ADMINS, _act("history"))
    query.register(begin_undo, ADMINS, _act("undo"), AtDesk())
    query.register(export, ADMINS, _act("export"))
    return router
