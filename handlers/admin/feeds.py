"""The feeds that are watched: added after a look that went well, tested, muted, removed."""

from collections.abc import Callable
from typing import Any

from aiogram import Bot, F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.domain.user import User
from bot.domain.watch import Item, Judgement
from bot.i18n import Texts
from bot.services.news_desk import FeedDesk, FeedError
from bot.services.refusals import Refusals
from bot.settings import Settings
from bot.telegram.desk_callbacks import FeedCallback
from bot.telegram.filters import ADMINS
from bot.telegram.reply import send, show, show_below
from bot.telegram.views import feeds as views

Concerns = Callable[[Item], Judgement | None]
"""Tells why an item concerns the editors, None when it does not."""


class Adding(StatesGroup):
    """An editor sends the address of a feed."""

    address = State()


async def leave(state: FSMContext) -> None:
    """Wait for no address any more; whatever else somebody is at goes on."""
    if await state.get_state() == Adding.address.state:
        await state.clear()


async def open_feeds(
    query: CallbackQuery, callback_data: FeedCallback, texts: Texts, feed_desk: FeedDesk, state: FSMContext
) -> None:
    """Show a page of the feeds."""
    await query.answer()
    await leave(state)
    await show(query, views.feed_list(texts, await feed_desk.store.all(), callback_data.page))


async def open_feed(
    query: CallbackQuery, callback_data: FeedCallback, texts: Texts, feed_desk: FeedDesk, settings: Settings
) -> None:
    """Show a feed."""
    await query.answer()
    await _show(query, callback_data, texts, feed_desk, settings)


async def ask_address(query: CallbackQuery, texts: Texts, state: FSMContext) -> None:
    """Ask for an address."""
    await query.answer()
    await state.set_state(Adding.address)
    await show(query, views.ask_address(texts))


async def add(
    message: Message, bot: Bot, user: User, texts: Texts, feed_desk: FeedDesk, settings: Settings, state: FSMContext
) -> None:
    """Look at the address once, and watch it when that went well. What stands after the address is the name."""
    url, name = (*(message.text or "").split(maxsplit=1), "", "")[:2]
    await bot.send_chat_action(message.chat.id, "typing")  # a slow server takes its time
    try:
        feed, look = await feed_desk.add(url, user.telegram_id, name)
    except FeedError as problem:
        await send(message, views.ask_address(texts, problem))
        return
    await leave(state)
    await send(message, views.added(texts, feed, look, settings.zone))


async def test(
    query: CallbackQuery,
    callback_data: FeedCallback,
    texts: Texts,
    feed_desk: FeedDesk,
    concerns: Concerns,
    settings: Settings,
) -> None:
    """Look at a feed now and keep nothing; it may take a while, so the answer comes below."""
    await query.answer(texts.plain("feeds-testing"))
    found = await feed_desk.test(callback_data.id)
    if found is None:
        await show(query, views.gone(texts))
        return
    feed, look = found
    concern = sum(concerns(item) is not None for item in look.items)
    await show_below(query, views.test_result(texts, feed, look, concern, settings.zone, callback_data.page))


async def mute(
    query: CallbackQuery,
    callback_data: FeedCallback,
    user: User,
    texts: Texts,
    feed_desk: FeedDesk,
    settings: Settings,
    refusals: Refusals,
) -> None:
    """Leave a feed alone for the time being, or look at it again; a colleague may have been quicker."""
    done = await feed_desk.mute(callback_data.id, user.telegram_id, muted=callback_data.act == "mute")
    if not done:
        await refusals.replay(user.telegram_id, user.role, query.data)
    await query.answer(texts.plain(f"feeds-did-{callback_data.act}" if done else "feeds-unchanged"))
    await _show(query, callback_data, texts, feed_desk, settings)


async def ask_remove(query: CallbackQuery, callback_data: FeedCallback, texts: Texts, feed_desk: FeedDesk) -> None:
    """Ask before a feed is removed."""
    await query.answer()
    feed = await feed_desk.store.find(callback_data.id)
    await show(query, views.gone(texts) if feed is None else views.ask_remove(texts, feed))


async def remove(
    query: CallbackQuery,
    callback_data: FeedCallback,
    user: User,
    texts: Texts,
    feed_desk: FeedDesk,
    refusals: Refusals,
) -> None:
    """Watch a feed no more."""
    done = await feed_desk.remove(callback_data.id, user.telegram_id)
    if not done:
        await refusals.replay(user.telegram_id, user.role, query.data)
    await query.answer(texts.plain("feeds-removed" if done else "feeds-gone"))
    await show(query, views.feed_list(texts, await feed_desk.store.all(), callback_data.page))


async def _show(
    query: CallbackQuery, callback_data: FeedCallback, texts: Texts, feed_desk: FeedDesk, settings: Settings
) -> None:
    feed = await feed_desk.store.find(callback_data.id)
    page = views.gone(texts) if feed is None else views.feed_page(texts, feed, settings.zone, callback_data.page)
    await show(query, page)


def _act(*names: str) -> Any:
    return FeedCallback.filter(F.act.in_(names))


def build_router() -> Router:
    """Return the routes of the feeds, for private chats alone."""
    router = Router(name="feeds")
    router.message.filter(F.chat.type == "private")
    router.callback_query.filter(F.message.chat.type == "private")
    router.message.register(add, ADMINS, Adding.address, ~F.text.startswith("/"))
    query = router.callback_query
    query.register(open_feeds, ADMINS, _act("list"))
    query.register(open_feed, ADMINS, _act("show"))
    query.register(ask_address, ADMINS, _act("add"))
    query.register(test, ADMINS, _act("test"))
    query.register(mute, ADMINS, _act("mute", "unmute"))
    query.register(ask_remove, ADMINS, _act("remove"))
    query.register(remove, ADMINS, _act("remove-yes"))
    return router
