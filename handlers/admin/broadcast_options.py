"""What a broadcast is besides its text: buttons with links, audience, time, channel."""

from dataclasses import replace
from typing import Any

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from bot.domain.draft import Draft
from bot.domain.language import Language
from bot.domain.topic import Topic
from bot.i18n import Texts
from bot.services.broadcasts import Broadcasts
from bot.services.catalogue import Catalogue
from bot.services.link_buttons import BadLinkError, parse_links
from bot.services.moments import parse_moment
from bot.telegram.broadcast_content import with_links
from bot.telegram.desk_callbacks import DraftCallback
from bot.telegram.filters import ADMINS
from bot.telegram.reply import Reply, send, show
from bot.telegram.responder import Responder
from bot.telegram.views import audiences
from bot.telegram.views import broadcasts as views
from bot.telegram.views.broadcasts import Desk
from handlers.admin.drafts import Composing, DeskOf, DraftOf

MOST_DAYS = 3650


async def open_links(query: CallbackQuery, draft: Draft, texts: Texts, state: FSMContext) -> None:
    """Show the buttons of each language."""
    await query.answer()
    await _await(state, Composing.panel, draft)
    await show(query, views.links_menu(texts, draft))


async def ask_links(
    query: CallbackQuery, callback_data: DraftCallback, draft: Draft, texts: Texts, state: FSMContext
) -> None:
    """Ask for buttons."""
    await query.answer()
    await _await(state, Composing.links, draft, whose=callback_data.value)
    await show(query, views.ask_links(texts, draft))


async def take_links(message: Message, draft: Draft, desk: Desk, broadcasts: Broadcasts, state: FSMContext) -> None:
    """Put the typed buttons under the message of a language, or of both."""
    try:
        links = parse_links(message.text or "")
    except BadLinkError as problem:
        await send(message, Reply(desk.texts(problem.key, line=problem.line)))
        return
    whose = (await state.get_data()).get("whose", views.BOTH)
    languages = [language for language in draft.content.by_language if whose in (views.BOTH, language)]
    draft = await _link(draft, languages, links, broadcasts)
    await state.set_state(Composing.panel)
    await send(message, views.panel(desk, draft))


async def remove_links(query: CallbackQuery, draft: Draft, texts: Texts, broadcasts: Broadcasts) -> None:
    """Take all buttons off."""
    await query.answer()
    draft = await _link(draft, list(draft.content.by_language), (), broadcasts)
    await show(query, views.links_menu(texts, draft))


async def open_audience(
    query: CallbackQuery,
    draft: Draft,
    catalogue: Catalogue,
    texts: Texts,
    broadcasts: Broadcasts,
    state: FSMContext,
) -> None:
    """Show the switches of the audience."""
    await query.answer()
    await _await(state, Composing.panel, draft)
    await show(query, await _audience_page(draft, catalogue, texts, broadcasts))


async def set_audience(
    query: CallbackQuery,
    callback_data: DraftCallback,
    draft: Draft,
    catalogue: Catalogue,
    texts: Texts,
    broadcasts: Broadcasts,
) -> None:
    """Turn a switch of the audience."""
    audience = audiences.unpack(callback_data.value)
    if audience is None:
        await query.answer(texts.plain("error-old-button"))
        return
    await query.answer()
    draft = await broadcasts.change(replace(draft, audience=audience))
    await show(query, await _audience_page(draft, catalogue, texts, broadcasts))


async def ask_country(query: CallbackQuery, draft: Draft, texts: Texts, state: FSMContext) -> None:
    """Ask whose followers it is for."""
    await query.answer()
    await _await(state, Composing.country, draft)
    await show(query, audiences.ask_country(texts, draft))


async def take_country(
    message: Message,
    draft: Draft,
    catalogue: Catalogue,
    texts: Texts,
    broadcasts: Broadcasts,
    state: FSMContext,
    responder: Responder,
) -> None:
    """Take a country in any spelling."""
    places = [p for p in responder.understanding.understand(message.text or "").places if p in catalogue.destinations]
    if len(places) != 1:
        await send(message, audiences.ask_country(texts, draft, again=True))
        return
    audience = replace(draft.audience, topic=Topic.country(places[0]))
    draft = await broadcasts.change(replace(draft, audience=audience))
    await state.set_state(Composing.panel)
    await send(message, await _audience_page(draft, catalogue, texts, broadcasts))


async def ask_days(query: CallbackQuery, draft: Draft, texts: Texts, state: FSMContext) -> None:
    """Ask for a number of days."""
    await query.answer()
    await _await(state, Composing.days, draft)
    await show(query, audiences.ask_days(texts, draft))


async def take_days(
    message: Message, draft: Draft, catalogue: Catalogue, texts: Texts, broadcasts: Broadcasts, state: FSMContext
) -> None:
    """Take the number of days in which people were active."""
    typed = (message.text or "").strip()
    days = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 4 else 0
    if not 0 < days <= MOST_DAYS:
        await send(message, audiences.ask_days(texts, draft, again=True))
        return
    draft = await broadcasts.change(replace(draft, audience=replace(draft.audience, active_days=days)))
    await state.set_state(Composing.panel)
    await send(message, await _audience_page(draft, catalogue, texts, broadcasts))


async def ask_when(query: CallbackQuery, draft: Draft, desk: Desk, state: FSMContext) -> None:
    """Ask for a time."""
    await query.answer()
    await _await(state, Composing.when, draft)
    await show(query, views.when_menu(desk, draft))


async def take_when(message: Message, draft: Draft, desk: Desk, broadcasts: Broadcasts, state: FSMContext) -> None:
    """Take a time that lies ahead."""
    moment = parse_moment(message.text or "", desk.now, desk.zone)
    if moment is None or moment <= desk.now:
        key = "broadcast-when-wrong" if moment is None else "broadcast-when-past"
        await send(message, Reply(desk.texts(key, example=desk.texts("broadcast-when-example"))))
        return
    draft = await broadcasts.change(replace(draft, scheduled_at=moment))
    await state.set_state(Composing.panel)
    await send(message, views.panel(desk, draft))


async def send_now(query: CallbackQuery, draft: Draft, desk: Desk, broadcasts: Broadcasts, state: FSMContext) -> None:
    """Let it start as soon as it is confirmed."""
    await query.answer()
    await _await(state, Composing.panel, draft)
    await show(query, views.panel(desk, await broadcasts.change(replace(draft, scheduled_at=None))))


async def set_channel(
    query: CallbackQuery, callback_data: DraftCallback, draft: Draft, desk: Desk, broadcasts: Broadcasts
) -> None:
    """Choose whether the channel gets it too."""
    await query.answer()
    wanted = desk.channel and callback_data.value == "1"
    await show(query, views.panel(desk, await broadcasts.change(replace(draft, to_channel=wanted))))


async def lost(message: Message, state: FSMContext) -> None:
    """The draft was sent or dropped meanwhile: the message is a question like any other."""
    await state.clear()
    raise SkipHandler


async def _audience_page(draft: Draft, catalogue: Catalogue, texts: Texts, broadcasts: Broadcasts) -> Reply:
    count = await broadcasts.engine.count(draft.audience)
    return audiences.audience_menu(texts, draft, catalogue, count)


async def _link(
    draft: Draft, languages: list[Language], links: tuple[tuple[str, str], ...], broadcasts: Broadcasts
) -> Draft:
    for language in languages:
        message = with_links(draft.content.by_language[language], links)
        draft = await broadcasts.put(draft, language, message)
    return draft


async def _await(state: FSMContext, what: State, draft: Draft, **data: Any) -> None:
    await state.set_state(what)
    await state.update_data(draft=draft.id, **data)


def _act(name: str) -> Any:
    return DraftCallback.filter(F.act == name)


def build_router() -> Router:
    """Return the routes of a draft's options."""
    router = Router(name="broadcast-options")
    words = F.text & ~F.text.startswith("/")
    message, query = router.message, router.callback_query
    message.register(take_links, ADMINS, Composing.links, words, DraftOf(), DeskOf())
    message.register(take_country, ADMINS, Composing.country, words, DraftOf())
    message.register(take_days, ADMINS, Composing.days, words, DraftOf())
    message.register(take_when, ADMINS, Composing.when, words, DraftOf(), DeskOf())
    expecting = StateFilter(Composing.content, Composing.links, Composing.country, Composing.days, Composing.when)
    message.register(lost, expecting, ~F.text.startswith("/"), ~DraftOf())
    query.register(open_links, ADMINS, _act("links"), DraftOf())
    query.register(ask_links, ADMINS, _act("links-for"), DraftOf())
    query.register(remove_links, ADMINS, _act("unlink"), DraftOf())
    query.register(open_audience, ADMINS, _act("audience"), DraftOf())
    query.register(set_audience, ADMINS, _act("for"), DraftOf())
    query.register(ask_country, ADMINS, _act("country"), DraftOf())
    query.register(ask_days, ADMINS, _act("days"), DraftOf())
    query.register(ask_when, ADMINS, _act("when"), DraftOf(), DeskOf())
    query.register(send_now, ADMINS, _act("now"), DraftOf(), DeskOf())
    query.register(set_channel, ADMINS, _act("channel"), DraftOf(), DeskOf())
    return router
