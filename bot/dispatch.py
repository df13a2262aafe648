"""The dispatcher: what happens to an update, in which order. The tests use this one, never a copy."""

from typing import Any

from aiogram import Dispatcher
from aiogram.fsm.storage.base import BaseStorage

from bot.assembly import App
from bot.telegram.middlewares.flood import Flood
from bot.telegram.middlewares.people import People
from handlers import all_routers


def build_dispatcher(app: App, storage: BaseStorage, *, bot_name: str = "", **extra: Any) -> Dispatcher:
    """Return a dispatcher with every middleware and handler; extra: more data for handlers."""
    app.responder.bot_name = bot_name
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
        understanding=app.understanding,
        broadcasts=app.broadcasts,
        campaign_desk=app.campaign_desk,
        editors=app.editors,
        audit=app.audit,
        queue=app.queue,
        insights=app.insights,
        destinations=app.destinations,
        bot_name=bot_name,
        **extra,
    )
    dispatcher.update.outer_middleware(People(app.users, app.subscriptions, app.translator, app.holder))
    dispatcher.update.outer_middleware(Flood())
    dispatcher.include_routers(*all_routers())
    return dispatcher
