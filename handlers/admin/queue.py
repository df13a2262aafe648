"""The queue: people's reports are answered or closed, questions that were not understood are taken off."""

from typing import Any

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.domain.language import Language
from bot.domain.user import User
from bot.i18n import Texts, Translator
from bot.services.catalogue import Catalogue
from bot.services.queue import Queue, Report
from bot.telegram.callbacks import MenuCallback
from bot.telegram.desk_callbacks import QueueCallback
from bot.telegram.filters import ADMINS, Named
from bot.telegram.reply import NO_PREVIEW, Reply, send, show
from bot.telegram.views import feedback
from bot.telegram.views import queue as views

SHOWN = 100
"""Reports or questions that can be paged through; the rest come up as these are closed."""


class Answering(StatesGroup):
    """An editor writes an answer."""

    text = State()


async def show_queue(message: Message, texts: Texts, queue: Queue) -> None:
    """Show how much waits."""
    await send(message, await _home(texts, queue))


async def open_queue(query: CallbackQuery, texts: Texts, queue: Queue, state: FSMContext) -> None:
    """Show how much waits, from a button."""
    await query.answer()
    await state.clear()
    await show(query, await _home(texts, queue))


async def open_reports(
    query: CallbackQuery,
    callback_data: QueueCallback,
    catalogue: Catalogue,
    texts: Texts,
    queue: Queue,
    state: FSMContext,
) -> None:
    """Show a report."""
    await query.answer()
    await state.clear()
    waiting = await queue.reports.waiting(SHOWN)
    await show(query, views.report_page(texts, catalogue, waiting, callback_data.page))


async def ask_answer(
    query: CallbackQuery,
    callback_data: QueueCallback,
    catalogue: Catalogue,
    texts: Texts,
    queue: Queue,
    state: FSMContext,
) -> None:
    """Ask the editor for an answer."""
    report = await queue.reports.find(callback_data.id)
    if report is None or report.answered_at is not None:
        await query.answer(texts.plain("queue-taken"), show_alert=True)
        return
    await query.answer()
    await state.set_state(Answering.text)
    await state.set_data({"report": report.id})
    await show(query, views.ask_answer(texts, catalogue, report))


async def answer(
    message: Message, bot: Bot, user: User, texts: Texts, translator: Translator, queue: Queue, state: FSMContext
) -> None:
    """Send the editor's answer to the person and take the report off the queue."""
    number = (await state.get_data()).get("report", 0)
    await state.clear()
    words = message.text or ""
    report = await queue.take(number, user.telegram_id, reply=words)
    if report is None:
        await send(message, Reply(texts("queue-taken")))
    elif await _deliver(bot, feedback.answer(translator[Language(report.language)], report, words), report):
        await send(message, Reply(texts("queue-answered")))
    else:
        await send(message, Reply(texts("queue-not-delivered")))


async def close_report(
    query: CallbackQuery, callback_data: QueueCallback, user: User, catalogue: Catalogue, texts: Texts, queue: Queue
) -> None:
    """Take a report off the queue without an answer."""
    done = await queue.take(callback_data.id, user.telegram_id, reply="")
    await query.answer(texts.plain("queue-closed" if done else "queue-taken"))
    waiting = await queue.reports.waiting(SHOWN)
    await show(query, views.report_page(texts, catalogue, waiting, callback_data.page))


async def open_questions(query: CallbackQuery, callback_data: QueueCallback, texts: Texts, queue: Queue) -> None:
    """Show the questions that were not understood."""
    await query.answer()
    await show(query, views.question_page(texts, await queue.missed.top(SHOWN), callback_data.page))


async def solve_question(
    query: CallbackQuery, callback_data: QueueCallback, user: User, texts: Texts, queue: Queue
) -> None:
    """Take a question off the queue."""
    done = await queue.close_question(callback_data.key, user.telegram_id)
    await query.answer(texts.plain("queue-closed" if done else "queue-taken"))
    await show(query, views.question_page(texts, await queue.missed.top(SHOWN), callback_data.page))


async def _home(texts: Texts, queue: Queue) -> Reply:
    return views.home(texts, await queue.reports.total(), await queue.missed.total())


async def _deliver(bot: Bot, reply: Reply, report: Report) -> bool:
    try:
        await bot.send_message(report.user_id, reply.html, link_preview_options=NO_PREVIEW)
    except TelegramAPIError:  # blocked, deleted, or Telegram itself is down: the editor is told, nothing is retried
        return False
    return True


def _act(name: str) -> Any:
    return QueueCallback.filter(F.act == name)


def build_router() -> Router:
    """Return the routes of the queue."""
    router = Router(name="queue")
    router.message.register(show_queue, ADMINS, Named("queue"), F.chat.type == "private")
    router.message.register(answer, ADMINS, Answering.text, F.text & ~F.text.startswith("/"))
    query = router.callback_query
    query.register(open_queue, ADMINS, MenuCallback.filter(F.page == "queue"))
    query.register(open_queue, ADMINS, _act("home"))
    query.register(open_reports, ADMINS, _act("reports"))
    query.register(ask_answer, ADMINS, _act("answer"))
    query.register(close_report, ADMINS, _act("close"))
    query.register(open_questions, ADMINS, _act("questions"))
    query.register(solve_question, ADMINS, _act("solve"))
    return router
