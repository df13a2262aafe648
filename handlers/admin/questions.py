"""Questions that were not understood: looked at, called mended, or taken off."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.language import Language
from bot.domain.question import is_answered
from bot.domain.user import User
from bot.i18n import Texts
from bot.services.queue import Missed, Queue
from bot.services.refusals import Refusals
from bot.telegram.desk_callbacks import QuestionCallback
from bot.telegram.filters import ADMINS
from bot.telegram.reply import show
from bot.telegram.responder import Responder
from bot.telegram.views import questions as views

SHOWN = 200


class QuestionOf(Filter):
    """Gives the handler `one`, the open question a button or the conversation is about; None when it is closed."""

    async def __call__(
        self,
        event: Message | CallbackQuery,
        queue: Queue,
        state: FSMContext,
        callback_data: QuestionCallback | None = None,
    ) -> dict[str, Missed | None]:
        """Find the question."""
        key = callback_data.key if callback_data is not None else (await state.get_data()).get("key", "")
        return {"one": await queue.question(key)}


async def open_list(
    query: CallbackQuery, callback_data: QuestionCallback, texts: Texts, queue: Queue, state: FSMContext
) -> None:
    """Show a page of the questions."""
    await query.answer()
    await state.clear()
    await show(query, views.question_list(texts, await queue.missed.top(SHOWN), callback_data.page))


async def open_question(
    query: CallbackQuery,
    callback_data: QuestionCallback,
    one: Missed | None,
    texts: Texts,
    responder: Responder,
    state: FSMContext,
) -> None:
    """Show a question and what it would be answered now."""
    await state.clear()
    if one is None:
        await query.answer(texts.plain("queue-taken"))
        return
    await query.answer()
    question, reply = await responder.preview(one.text, _language(one))
    page = views.question_page(texts, one, reply, callback_data.page, is_understood=is_answered(question))
    await show(query, page)


async def close(
    query: CallbackQuery,
    callback_data: QuestionCallback,
    user: User,
    texts: Texts,
    queue: Queue,
    refusals: Refusals,
) -> None:
    """Take a question off the queue, as mended or as one that needs no answer."""
    done = await queue.close_question(callback_data.key, user.telegram_id, callback_data.act)
    if not done:
        await refusals.replay(user.telegram_id, user.role, query.data)
    await query.answer(texts.plain("queue-closed" if done else "queue-taken"))
    await show(query, views.question_list(texts, await queue.missed.top(SHOWN), callback_data.page))


async def ask_solved(
    query: CallbackQuery, callback_data: QuestionCallback, texts: Texts, queue: Queue, responder: Responder
) -> None:
    """Count what is understood by now, and ask before it is taken off."""
    await query.answer()
    solved = await queue.solved(lambda text: is_answered(responder.understanding.understand(text)))
    await show(query, views.ask_solved(texts, len(solved), callback_data.page))


async def close_solved(query: CallbackQuery, user: User, texts: Texts, queue: Queue, responder: Responder) -> None:
    """Take off what is understood by now."""
    count = await queue.close_solved(
        lambda text: is_answered(responder.understanding.understand(text)), user.telegram_id
    )
    await query.answer(texts.plain("questions-closed", count=count))
    await show(query, views.question_list(texts, await queue.missed.top(SHOWN), 0))


def _language(one: Missed) -> Language:
    return Language.guess(one.language)


def _act(*names: str) -> Any:
    return QuestionCallback.filter(F.act.in_(names))


def build_router() -> Router:
    """Return the routes of questions."""
    router = Router(name="missed-questions")
    query = router.callback_query
    query.register(open_list, ADMINS, _act("list"))
    query.register(open_question, ADMINS, _act("show"), QuestionOf())
    query.register(close, ADMINS, _act("fixed", "dropped"))
    query.register(ask_solved, ADMINS, _act("solved"))
    query.register(close_solved, ADMINS, _act("solved-yes"))
    return router
