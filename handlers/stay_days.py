"""The buttons of a calculation that is under way: the calendar, plans, trips kept, dropped and forgotten."""

from collections.abc import Callable
from datetime import date
from typing import Any

import structlog
from aiogram import F, Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.domain.stay import Trip
from bot.domain.user import User
from bot.i18n import Texts
from bot.pictures.rendering import PictureError
from bot.telegram.callbacks import StayCallback
from bot.telegram.pictures import Pictures
from bot.telegram.reply import show, show_below
from bot.telegram.stay_session import Counting, Session, load, save
from bot.telegram.stay_talk import StayTalk, Turn
from bot.telegram.views import stay as views
from bot.telegram.views.stay_calendar import day_of, month_of

log = structlog.get_logger(__name__)


class OfThisCalculation(Filter):
    """Lets the buttons of the calculation under way through, and gives the handler its `session`."""

    async def __call__(
        self, query: CallbackQuery, callback_data: StayCallback, state: FSMContext
    ) -> bool | dict[str, Any]:
        """Tell whether the button is of the place that is being counted."""
        session = await load(state)
        return {"session": session} if session is not None and session.place == callback_data.place else False


async def of_a_day(query: CallbackQuery, callback_data: StayCallback) -> bool | dict[str, Any]:
    """Give the handler the `day` of its button; one that the calendar doesn't have lets nothing through."""
    day = day_of(callback_data.value)
    return False if day is None else {"day": day}


async def say_old(query: CallbackQuery, texts: Texts) -> None:
    """Say that this button can't be right any more."""
    await query.answer(texts.plain("error-old-button"))


async def say_over(query: CallbackQuery, texts: Texts) -> None:
    """Say that the calculation of this button is over."""
    await query.answer(views.over(texts), show_alert=True)


async def idle(query: CallbackQuery) -> None:
    """Do nothing: the cell is a title or empty."""
    await query.answer()


async def show_answer(
    query: CallbackQuery, user: User, texts: Texts, stay: StayTalk, state: FSMContext, session: Session
) -> None:
    """Show the answer, with the trips told so far."""
    await query.answer()
    await _show(query, await stay.answer(user, texts, session), state)


async def ask_plan(query: CallbackQuery, texts: Texts, stay: StayTalk, state: FSMContext, session: Session) -> None:
    """Ask when the person wants to go."""
    await query.answer()
    await _show(query, stay.ask_plan(texts, session), state)


async def ask_more(query: CallbackQuery, texts: Texts, stay: StayTalk, state: FSMContext, session: Session) -> None:
    """Ask for further trips."""
    await query.answer()
    await _show(query, stay.ask_more(texts, session), state)


async def turn_month(
    query: CallbackQuery, callback_data: StayCallback, texts: Texts, stay: StayTalk, session: Session
) -> None:
    """Show a month of the calendar."""
    await query.answer()
    await show(query, stay.month(texts, session, month_of(callback_data.value, stay.calculator.today())))


async def pick_day(
    query: CallbackQuery, day: date, user: User, texts: Texts, stay: StayTalk, state: FSMContext, session: Session
) -> None:
    """Take a day of the calendar."""
    await query.answer()
    await _show(query, await stay.pick(user, texts, session, day), state)


async def still_there(
    query: CallbackQuery, user: User, texts: Texts, stay: StayTalk, state: FSMContext, session: Session
) -> None:
    """Take the trip that began on the picked day and goes on."""
    if session.picked is None or session.planning or session.picked > stay.calculator.today():
        await say_over(query, texts)
        return
    await query.answer()
    await _show(query, await stay.add(user, texts, session, (Trip(session.picked),)), state)


async def ask_drop(query: CallbackQuery, texts: Texts, session: Session) -> None:
    """Ask which trip to take off the list."""
    await query.answer()
    await show(query, views.ask_drop(texts, session.place, session.trips))


async def drop(
    query: CallbackQuery, day: date, user: User, texts: Texts, stay: StayTalk, state: FSMContext, session: Session
) -> None:
    """Take the trip that begins on a day off the list; one that is gone already makes no difference."""
    await query.answer()
    await _show(query, await stay.drop(user, texts, session, day), state)


async def keep(
    query: CallbackQuery, user: User, texts: Texts, stay: StayTalk, state: FSMContext, session: Session
) -> None:
    """Keep the trips for next time."""
    await stay.calculator.keep(user.telegram_id, session.place, session.trips)
    await query.answer(texts.plain("stay-kept"), show_alert=True)
    await _show(query, await stay.answer(user, texts, session), state)


async def forget(
    query: CallbackQuery, user: User, texts: Texts, stay: StayTalk, state: FSMContext, session: Session
) -> None:
    """Keep the trips no more; they stay on the list until the calculation is over."""
    had = await stay.calculator.forget(user.telegram_id, session.place)
    await query.answer(texts.plain("stay-forgot" if had else "stay-nothing-kept"))
    await _show(query, await stay.answer(user, texts, session), state)


async def send_picture(
    query: CallbackQuery, texts: Texts, stay: StayTalk, pictures: Pictures, session: Session
) -> None:
    """Send the window as a picture, below."""
    await query.answer()
    picture = stay.picture(texts, session)
    try:
        if picture is not None:
            await pictures.show_below(query, picture)
    except PictureError:
        log.exception("the window of a stay could not be drawn")
        await show_below(query, views.not_drawn(texts))


async def _show(query: CallbackQuery, turn: Turn, state: FSMContext) -> None:
    await save(state, turn.session, turn.step or Counting.done)
    await show(query, turn.reply)


def build_router() -> Router:
    """Return the routes of this part; whatever is of no calculation under way is answered last."""
    router = Router(name="stay days")
    router.callback_query.filter(F.message.chat.type == "private")
    routes: dict[str, Callable[..., Any]] = {
        "picture": send_picture,
        "none": show_answer,
        "answer": show_answer,
        "plan": ask_plan,
        "add": ask_more,
        "month": turn_month,
        "there": still_there,
        "drop": ask_drop,
        "keep": keep,
        "forget": forget,
    }
    router.callback_query.register(idle, StayCallback.filter(F.act == "idle"))
    for act, handler in routes.items():
        router.callback_query.register(handler, StayCallback.filter(F.act == act), OfThisCalculation())
    for act, handler in {"day": pick_day, "drop-one": drop}.items():
        button = StayCallback.filter(F.act == act)
        router.callback_query.register(handler, button, OfThisCalculation(), of_a_day)
        router.callback_query.register(say_old, button, OfThisCalculation())
    router.callback_query.register(say_over, StayCallback.filter())
    return router
