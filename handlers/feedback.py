"""Feedback and reports of mistakes."""

import time

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.domain.user import User
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.queue import Queue
from bot.telegram.callbacks import MenuCallback, ReportCallback
from bot.telegram.filters import Named
from bot.telegram.reply import send, show, show_below
from bot.telegram.views import feedback as views

WAITS = 3600
"""Seconds in which a text is taken for the report; later ones are questions again."""


class Writing(StatesGroup):
    """A person writes to the editors."""

    text = State()


async def start_feedback(
    message: Message, argument: str, user: User, texts: Texts, queue: Queue, state: FSMContext
) -> None:
    """Ask what the person wants to tell; `/feedback text` takes it at once."""
    if argument:
        await queue.report(user, "", argument)
        await send(message, views.thanks(texts))
        return
    await _wait(state, "")
    await send(message, views.ask(texts))


async def start_report(
    query: CallbackQuery, callback_data: ReportCallback, catalogue: Catalogue, texts: Texts, state: FSMContext
) -> None:
    """Ask what is wrong on a card; in a group, ask to come to the private chat."""
    if query.message is None or query.message.chat.type != "private":
        await query.answer(texts.plain("privacy-only-private"), show_alert=True)
        return
    await query.answer()
    await _wait(state, callback_data.iso2)
    await show_below(query, views.ask(texts, catalogue, callback_data.iso2))


async def take(message: Message, user: User, texts: Texts, queue: Queue, state: FSMContext) -> None:
    """Keep what was written and thank."""
    data = await state.get_data()
    await state.clear()
    if time.time() - data.get("since", 0) > WAITS:
        raise SkipHandler
    await queue.report(user, data.get("subject", ""), message.text or message.caption or "")
    await send(message, views.thanks(texts))


async def ask_for_words(message: Message, texts: Texts) -> None:
    """Ask for words: a picture alone doesn't say what is wrong."""
    await send(message, views.ask_for_words(texts))


async def cancel(query: CallbackQuery, texts: Texts, state: FSMContext) -> None:
    """Write nothing after all."""
    await query.answer()
    await state.clear()
    await show(query, views.cancelled(texts))


async def _wait(state: FSMContext, subject: str) -> None:
    await state.set_state(Writing.text)
    await state.set_data({"subject": subject, "since": int(time.time())})


def build_router() -> Router:
    """Return the routes of this feature."""
    router = Router(name="feedback")
    router.message.register(start_feedback, Named("feedback"), F.chat.type == "private")
    router.message.register(take, Writing.text, F.text & ~F.text.startswith("/"))
    router.message.register(take, Writing.text, F.caption)
    router.message.register(ask_for_words, Writing.text, ~F.text)
    router.callback_query.register(start_report, ReportCallback.filter())
    router.callback_query.register(cancel, MenuCallback.filter(F.page == "feedback-cancel"))
    return router
