"""The feeds that are watched: added after a look that went well, tested, muted, removed."""

from typing import Any

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.domain.user import User
from bot.i18n import Texts
from bot.services.news_desk import FeedDesk, FeedError
from bot.services.refusals import Refusals
from bot.settings import Settings
from bot.telegram.desk_callbacks import FeedCallback
from bot.telegram.filters import ADMINS
from bot.telegram.reply import Reply, send, show, show_below
from bot.telegram.views import feeds as views


class Adding(StatesGroup):
    """An editor sends the address of a feed."""

    address = State()


async def open_feeds(
    query: CallbackQuery, callback_data: FeedCallback, texts: Texts, feed_desk: FeedDesk, state: FSMContext
) -> None:
    """Show a page of the feeds."""
    await query.answer()
    await state.clear()
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
    message: Message, user: User, texts: Texts, feed_desk: FeedDesk, settings: Settings, state: FSMContext
) -> None:
    """Look at the address once, and watch it when that went well."""
    try:
        feed, look = await feed_desk.add(message.text or "", user.telegram_id)
    except FeedError as problem:
        await send(message, views.ask_address(texts, problem))
        return
    await state.clear()
    page = views.feed_page(texts, feed, settings.zone)
    await send(message, Reply(f"{texts('feeds-added', count=len(look.items))}\n\n{page.html}", page.keyboard))


async def test(
    query: CallbackQuery, callback_data: FeedCallback, texts: Texts, feed_desk: FeedDesk, concerns: Any
) -> None:
    """Look at a feed now and keep nothing; it may take a while, so the answer comes below."""
    await query.answer(texts.plain("feeds-testing"))
    found = await feed_desk.test(callback_data.id)
    if found is None:
        await show(query, Reply(texts("feeds-gone")))
        return
    feed, look = found
    concern = sum(concerns(item) is not None for item in look.items)
    await show_below(query, views.test_result(texts, feed, look, concern, callback_data.page))


async def mute(
    query: CallbackQuery,
    callback_data: FeedCallback,
    user: User,
    texts: Texts,
    feed_desk: FeedDesk,
    settings: Settings,
) -> None:
    """Leave a feed alone for the time being, or look at it again."""
    await query.answer()
    await feed_desk.mute(callback_data.id, user.telegram_id, muted=callback_data.act == "mute")
    await _show(query, callback_data, texts, feed_desk, settings)


async def ask_remove(query: CallbackQuery, callback_data: FeedCallback, texts: Texts, feed_desk: FeedDesk) -> None:
    """Ask before a feed is removed."""
    await query.answer()
    feed = await feed_desk.store.find(callback_data.id)
    await show(query, Reply(texts("feeds-gone")) if feed is None else views.ask_remove(texts, feed))


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
    if feed is None:
        await show(query, Reply(texts("feeds-gone")))
    else:
        await show(query, views.feed_page(texts, feed, settings.zone, callback_data.page))


def _act(*names: str) -> Any:
    return FeedCallback.filter(F.act.in_(names))


def build_router() -> Router:
    """Return the routes of the feeds."""
    router = Router(name="feeds")
    router.message.register(add, ADMINS, Adding.address, F.text & ~F.text.startswith("/"))
    query = router.callback_query
    query.register(open_feeds, ADMINS, _act("list"))
    query.register(open_feed, ADMINS, _act("show"))
    query.register(ask_address, ADMINS, _act("add"))
    query.register(test, ADMINS, _act("test"))
    query.register(mute, ADMINS, _act("mute", "unmute"))
    query.register(ask_remove, ADMINS, _act("remove"))
    query.register(remove, ADMINS, _act("remove-yes"))
    return router
