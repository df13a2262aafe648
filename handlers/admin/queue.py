"""/queue: people's reports are answered, called mended, or closed."""

from typing import Any

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.domain.language import Language
from bot.domain.user import User
from bot.i18n import Texts, Translator
from bot.services.catalogue import Catalogue
from bot.services.queue import Queue, Report
from bot.services.refusals import Refusals
from bot.telegram.callbacks import MenuCallback
from bot.telegram.desk_callbacks import QueueCallback
from bot.telegram.filters import ADMINS, Named
from bot.telegram.reply import NO_PREVIEW, Reply, send, show
from bot.telegram.views import feedback
from bot.telegram.views import queue as views

SHOWN = 100
"""Reports that can be paged through; the rest come up as these are closed."""


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
    mistakes = callback_data.act == "mistakes"
    await show(query, await _page(catalogue, texts, queue, callback_data.page, mistakes=mistakes))


async def ask_answer(
    query: CallbackQuery,
    callback_data: QueueCallback,
    catalogue: Catalogue,
    texts: Texts,
    queue: Queue,
    state: FSMContext,
) -> None:
    """Ask the editor for an answer."""
    report = await _find(queue, callback_data)
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
        return
    reply = feedback.answer(translator[Language(report.language)], report, words)
    await send(message, Reply(texts(await _deliver(bot, queue, reply, report))))


async def fix(
    query: CallbackQuery,
    callback_data: QueueCallback,
    bot: Bot,
    user: User,
    catalogue: Catalogue,
    texts: Texts,
    translator: Translator,
    queue: Queue,
    refusals: Refusals,
) -> None:
    """Say that a mistake is mended, to the one who found it or to all who did."""
    found = await _find(queue, callback_data)
    taken: list[Report] = []
    if found is not None and callback_data.act == "fixed-all":
        taken = list(await queue.take_all(found.subject, user.telegram_id))
    elif found is not None and (one := await queue.take(found.id, user.telegram_id, fixed=True)) is not None:
        taken = [one]
    if not taken:
        await refusals.replay(user.telegram_id, user.role, query.data)
    await query.answer(texts.plain("queue-thanked", count=len(taken)) if taken else texts.plain("queue-taken"))
    for report in taken:
        await _deliver(bot, queue, feedback.fixed(catalogue, translator[Language(report.language)], report), report)
    await show(query, await _page(catalogue, texts, queue, callback_data.page, mistakes=True))


async def close_report(
    query: CallbackQuery,
    callback_data: QueueCallback,
    user: User,
    catalogue: Catalogue,
    texts: Texts,
    queue: Queue,
    refusals: Refusals,
) -> None:
    """Take a report off the queue without an answer."""
    found = await _find(queue, callback_data)
    done = found is not None and await queue.take(found.id, user.telegram_id) is not None
    if not done:
        await refusals.replay(user.telegram_id, user.role, query.data)
    await query.answer(texts.plain("queue-closed" if done else "queue-taken"))
    mistakes = found is None or bool(found.subject)
    await show(query, await _page(catalogue, texts, queue, callback_data.page, mistakes=mistakes))


async def _page(catalogue: Catalogue, texts: Texts, queue: Queue, page: int, *, mistakes: bool) -> Reply:
    waiting = await queue.reports.waiting(SHOWN, mistakes=mistakes)
    return views.report_page(texts, catalogue, waiting, page, mistakes=mistakes)


async def _home(texts: Texts, queue: Queue) -> Reply:
    mistakes = await queue.reports.total(mistakes=True)
    return views.home(texts, mistakes, await queue.reports.total(mistakes=False), await queue.missed.total())


async def _find(queue: Queue, callback_data: QueueCallback) -> Report | None:
    return await queue.reports.find(callback_data.id) if 0 < callback_data.id < 2**31 else None


async def _deliver(bot: Bot, queue: Queue, reply: Reply, report: Report) -> str:
    """Send a person something, and return the key of what the editor is told.

    Who has blocked the bot wants no answer; where Telegram itself fails, the report goes back into the queue.
    """
    try:
        await bot.send_message(report.user_id, reply.html, reply_markup=reply.keyboard, link_preview_options=NO_PREVIEW)
    except TelegramForbiddenError:
        return "queue-not-delivered"
    except TelegramAPIError:
        await queue.reports.reopen(report.id)
        return "queue-not-sent"
    return "queue-answered"


def _act(*names: str) -> Any:
    return QueueCallback.filter(F.act.in_(names))


def build_router() -> Router:
    """Return the routes of the queue."""
    router = Router(name="queue")
    router.message.register(show_queue, ADMINS, Named("queue"), F.chat.type == "private")
    router.message.register(answer, ADMINS, Answering.text, F.text & ~F.text.startswith("/"))
    query = router.callback_query
    query.register(open_queue, ADMINS, MenuCallback.filter(F.page == "queue"))
    query.register(open_queue, ADMINS, _act("home"))
    query.register(open_reports, ADMINS, _act("mistakes", "feedback"))
    query.register(ask_answer, ADMINS, _act("answer"))
    query.register(fix, ADMINS, _act("fixed", "fixed-all"))
    query.register(close_report, ADMINS, _act("close"))
    return router
