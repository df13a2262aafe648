"""What an owner does to a published event: correct it, take it back."""

import secrets
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.domain.user import User
from bot.i18n import Texts
from bot.services.event_draft import EventDraft
from bot.services.refusals import Refusals
from bot.services.talks import Talks
from bot.telegram.desk_callbacks import EventDeskCallback
from bot.telegram.filters import OWNERS
from bot.telegram.reply import Reply, show, show_below
from bot.telegram.views import publish as views
from handlers.admin.event_desk import AtDesk, Desk


async def correct(query: CallbackQuery, callback_data: EventDeskCallback, desk: Desk) -> None:
    """Open an event as a draft that replaces it."""
    event = desk.talks.event(callback_data.id)
    await query.answer()
    if event is None:
        await show(query, Reply(desk.texts("publish-gone")))
        return
    draft = EventDraft.of_event(secrets.token_hex(4), event)
    await desk.go_on(draft, lambda reply: show_below(query, reply))


async def ask_withdraw(query: CallbackQuery, callback_data: EventDeskCallback, talks: Talks, texts: Texts) -> None:
    """Ask before an event is taken back."""
    event = talks.event(callback_data.id)
    await query.answer()
    await show(query, views.ask_withdraw(texts, event) if event is not None else Reply(texts("publish-gone")))


async def withdraw(
    query: CallbackQuery, callback_data: EventDeskCallback, talks: Talks, texts: Texts, user: User, refusals: Refusals
) -> None:
    """Take an event back."""
    await query.answer()
    done = await talks.withdraw(callback_data.id, user.telegram_id)
    if not done:
        await refusals.replay(user.telegram_id, user.role, query.data)
    await show(query, views.withdrawn(texts) if done else Reply(texts("publish-gone")))


def _act(name: str) -> Any:
    return EventDeskCallback.filter(F.act == name)


def build_router() -> Router:
    """Return the routes of published events."""
    router = Router(name="events-desk")
    query = router.callback_query
    query.register(correct, OWNERS, _act("correct"), AtDesk())
    query.register(ask_withdraw, OWNERS, _act("withdraw"))
    query.register(withdraw, OWNERS, _act("withdraw-yes"))
    return router
