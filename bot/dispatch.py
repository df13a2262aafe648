"""The dispatcher: what happens to an update, in which order. The tests use this one, never a copy."""

from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.fsm.storage.base import BaseStorage

from bot.assembly import App
from bot.telegram.menu import DeskMenu
from bot.telegram.middlewares.admin_menus import AdminMenus
from bot.telegram.middlewares.flood import Flood
from bot.telegram.middlewares.people import People
from bot.telegram.notices import Notices
from bot.telegram.pictures import Pictures
from bot.telegram.stay_listener import StayListener
from bot.telegram.watch_notices import WatchNotices
from handlers import all_routers


def watch_notices(app: App, bot: Bot) -> WatchNotices:
    """Return what tells the editors of the watch."""
    notices = Notices(bot, app.users, app.translator)
    return WatchNotices(notices, app.news_desk.store, app.holder, app.settings.zone)


def build_dispatcher(app: App, bot: Bot, storage: BaseStorage, *, bot_name: str = "", **extra: Any) -> Dispatcher:
    """Return a dispatcher with every middleware and handler; extra: more data for handlers."""
    app.responder.bot_name = bot_name
    desk_menu = DeskMenu(bot, app.users, app.translator)
    dispatcher = Dispatcher(
        storage=storage,
        settings=app.settings,
        translator=app.translator,
        holder=app.holder,
        users=app.users,
        subscriptions=app.subscriptions,
        talks=app.talks,
        campaigns=app.campaigns,
        conversations=app.conversations,
        responder=app.responder,
        answering=app.answering,
        aliases=app.aliases,
        broadcasts=app.broadcasts,
        campaign_desk=app.campaign_desk,
        editors=app.editors,
        audit=app.audit,
        refusals=app.refusals,
        queue=app.queue,
        news_desk=app.news_desk,
        feed_desk=app.feed_desk,
        concerns=app.news_reader.judge,
        watch_notices=watch_notices(app, bot),
        insights=app.insights,
        renderer=app.renderer,
        pictures=Pictures(app.renderer),
        desk_menu=desk_menu,
        destinations=app.destinations,
        stay=app.stay,
        stay_listener=StayListener(app.stay),
        paper_talk=app.paper_talk,
        bot_name=bot_name,
        **extra,
    )
    dispatcher.update.outer_middleware(People(app.users, app.subscriptions, app.translator, app.holder))
    dispatcher.update.outer_middleware(Flood())
    dispatcher.update.outer_middleware(AdminMenus(desk_menu))
    dispatcher.include_routers(*all_routers())
    return dispatcher
