"""The stay calculator: days used and left, until when, from when again; plans checked."""

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.user import User
from bot.i18n import Texts
from bot.services.conversations import Conversations
from bot.telegram.callbacks import MenuCallback, StayCallback
from bot.telegram.filters import Named
from bot.telegram.reply import send, show, show_below
from bot.telegram.stay_listener import StayListener
from bot.telegram.stay_session import Counting, is_fresh, load, save
from bot.telegram.stay_talk import StayTalk, Turn
from bot.telegram.views import privacy
from bot.understanding.trips.cues import asks_days_left


async def begin(
    message: Message,
    argument: str,
    user: User,
    texts: Texts,
    stay: StayTalk,
    stay_listener: StayListener,
    state: FSMContext,
) -> None:
    """Ask for a place; `/stay Турция 12–20 марта` takes place and trips at once."""
    turn = await (
        stay_listener.hear_place(argument, user, None) if argument else stay_listener.talk.ask_place(user, texts)
    )
    await _take_turn(message, turn, state)


async def only_private(message: Message, texts: Texts) -> None:
    """Say in a group that trips are between the bot and one person."""
    await send(message, privacy.only_private(texts))


async def answer_question(
    message: Message, user: User, stay_listener: StayListener, state: FSMContext, conversations: Conversations
) -> None:
    """Answer «сколько дней осталось в Шенгене, если был 12–20 марта»; anything else is not for here."""
    turn = await stay_listener.hear_question(message.text or "", user)
    if turn is None:
        raise SkipHandler
    await _take_turn(message, turn, state)
    if turn.session is not None:
        conversations.remember(message.chat.id, (turn.session.place,), None)


async def take_text(message: Message, user: User, stay_listener: StayListener, state: FSMContext) -> None:
    """Take a place, trips or a plan; another question goes on to where questions are answered."""
    if not is_fresh(await state.get_data()):
        await state.clear()
        raise SkipHandler
    session, text = await load(state), message.text or ""
    asked = (await state.get_state() or "").partition(":")[2]
    if session is None or not session.place:
        turn: Turn | None = await stay_listener.hear_place(text, user, session)
    else:
        turn = await stay_listener.hear(text, user, session, asked=asked)
    if turn is None:
        raise SkipHandler
    await _take_turn(message, turn, state)


async def open_place(
    query: CallbackQuery, callback_data: StayCallback, user: User, texts: Texts, stay: StayTalk, state: FSMContext
) -> None:
    """Begin with the place of a button, with the trips that were told before it was known."""
    area = stay.calculator.area(callback_data.place)
    if area is None:
        await query.answer(texts.plain("error-old-button"))
        return
    await query.answer()
    asked = await load(state)
    is_asked_for = await state.get_state() == Counting.place.state
    told = asked.trips if asked is not None and not asked.place else ()
    turn = await stay.open(user, texts, area, told)
    await save(state, turn.session, turn.step or Counting.place)
    await (show if is_asked_for else show_below)(query, turn.reply)


async def ask_place(query: CallbackQuery, user: User, texts: Texts, stay: StayTalk, state: FSMContext) -> None:
    """Ask for another place, from a button."""
    await query.answer()
    turn = await stay.ask_place(user, texts)
    await save(state, None, Counting.place)
    await show_below(query, turn.reply)


async def refuse_in_group(query: CallbackQuery, texts: Texts) -> None:
    """Say that trips are between the bot and one person."""
    await query.answer(texts.plain("privacy-only-private"), show_alert=True)


async def _take_turn(message: Message, turn: Turn, state: FSMContext) -> None:
    if turn.step is not None:
        await save(state, turn.session, turn.step)
    await send(message, turn.reply)


async def asks_stay(message: Message, raw_state: str | None = None) -> bool:
    """Tell whether a message out of the blue may ask how many days are left."""
    text = message.text or ""
    return raw_state is None and message.chat.type == "private" and text[:1] != "/" and asks_days_left(text)


def build_question_router() -> Router:
    """Return the route of questions out of the blue: asked before all other questions."""
    router = Router(name="stay questions")
    router.message.register(answer_question, asks_stay)
    return router


def build_router() -> Router:
    """Return the routes of commands, places and typed days."""
    router = Router(name="stay")
    query, private = router.callback_query, F.message.chat.type == "private"
    router.message.register(begin, Named("stay"), F.chat.type == "private")
    router.message.register(only_private, Named("stay"))
    router.message.register(take_text, StateFilter(Counting), F.text & ~F.text.startswith("/"))
    query.register(refuse_in_group, StayCallback.filter(), ~private)
    query.register(open_place, StayCallback.filter(F.act == "card"))
    query.register(ask_place, StayCallback.filter(F.act == "place"))
    query.register(ask_place, MenuCallback.filter(F.page == "stay"), private)
    return router
