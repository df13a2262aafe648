"""Comparing: from a card's button, with a place typed or chosen, and as a picture."""

import time

import structlog
from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.domain.question import SCHENGEN, Intent, Question
from bot.domain.user import User
from bot.i18n import Texts, Translator
from bot.pictures.rendering import PictureError
from bot.services.catalogue import Catalogue
from bot.services.comparison import MOST_SIDES, sides_of
from bot.services.conversations import Conversations
from bot.telegram.callbacks import CompareCallback, MenuCallback
from bot.telegram.pictures import Pictures
from bot.telegram.reply import Reply, send, show, show_below
from bot.telegram.responder import Responder
from bot.telegram.views import compare as views
from bot.telegram.views.compare_picture import compare_picture

log = structlog.get_logger(__name__)

WAITS = 300
"""Seconds in which a place is taken for the other one; later ones are questions again."""


class Comparing(StatesGroup):
    """A person is to name the other place."""

    other = State()


async def show_comparison(
    query: CallbackQuery,
    callback_data: CompareCallback,
    catalogue: Catalogue,
    texts: Texts,
    state: FSMContext,
    conversations: Conversations,
) -> None:
    """Show the places of the button side by side, below."""
    places = _places(catalogue, callback_data)
    if len(places) < 2:
        await query.answer(texts.plain("error-old-button"))
        return
    await query.answer()
    await _leave(state)
    await show_below(query, views.comparison(catalogue, texts, places))
    if query.message is not None:
        conversations.remember(query.message.chat.id, places, None)


async def ask_for_other(
    query: CallbackQuery, callback_data: CompareCallback, catalogue: Catalogue, texts: Texts, state: FSMContext
) -> None:
    """Ask which other place to compare with; in a group only by buttons, as the bot does not read along there."""
    places = _places(catalogue, callback_data)
    if not 0 < len(places) < MOST_SIDES:
        await query.answer(texts.plain("error-old-button"))
        return
    await query.answer()
    await show_below(query, views.which_other(catalogue, texts, places))
    if query.message is not None and query.message.chat.type == "private":
        await state.set_state(Comparing.other)
        await state.set_data({"places": ".".join(places), "since": int(time.time())})


async def send_picture(
    query: CallbackQuery,
    callback_data: CompareCallback,
    catalogue: Catalogue,
    texts: Texts,
    responder: Responder,
    pictures: Pictures,
) -> None:
    """Send the places side by side as a picture, below."""
    sides = sides_of(catalogue, _places(catalogue, callback_data))
    if len(sides) < 2:
        await query.answer(texts.plain("error-old-button"))
        return
    await query.answer(texts.plain("compare-drawing"))
    try:
        picture = compare_picture(catalogue, texts, sides, responder.today(), responder.bot_name)
        await pictures.show_below(query, picture)
    except PictureError:
        log.exception("the comparison could not be drawn")
        await show_below(query, Reply(texts("compare-picture-failed")))


async def take_other(
    message: Message,
    user: User,
    catalogue: Catalogue,
    translator: Translator,
    responder: Responder,
    state: FSMContext,
    conversations: Conversations,
) -> None:
    """Compare with the place that was typed; what is another question is answered as one."""
    data = await state.get_data()
    places = tuple(place for place in str(data.get("places", "")).split(".") if _is_known(catalogue, place))
    question = responder.understand(message.text or "", user.language)
    if not places or time.time() - data.get("since", 0) > WAITS or _is_another_question(question):
        await state.clear()
        raise SkipHandler
    texts = translator[question.language or user.language]
    others = tuple(place for place in question.places if place not in places)
    if question.ask_back or not others:
        await send(message, _once_more(catalogue, texts, places, question))
        return
    await state.clear()
    await send(message, views.comparison(catalogue, texts, (*places, *others)))
    conversations.remember(message.chat.id, (*places, *others), question.language)


async def cancel(query: CallbackQuery, texts: Texts, state: FSMContext) -> None:
    """Compare nothing after all."""
    await query.answer()
    await _leave(state)
    await show(query, Reply(texts("compare-cancelled")))


def _once_more(catalogue: Catalogue, texts: Texts, places: tuple[str, ...], question: Question) -> Reply:
    """Ask again, with the readings of the name or the nearest ones on buttons."""
    guesses = question.namesakes if question.ask_back else question.nearest
    offered = tuple(place for place in guesses if place in catalogue.destinations and place not in places)
    return views.which_other(catalogue, texts, places, offered)


def _is_another_question(question: Question) -> bool:
    """Tell whether something was asked instead of a place named."""
    return question.understood and not question.ask_back and question.intent not in (Intent.COUNTRY, Intent.COMPARE)


def _places(catalogue: Catalogue, data: CompareCallback) -> tuple[str, ...]:
    """Return the known places of a button, each once; a forged one has none."""
    found = dict.fromkeys(place for place in data.places.split(".") if _is_known(catalogue, place))
    return tuple(found)[:MOST_SIDES]


def _is_known(catalogue: Catalogue, place: str) -> bool:
    return place == SCHENGEN or place in catalogue.destinations


async def _leave(state: FSMContext) -> None:
    if await state.get_state() == Comparing.other.state:
        await state.clear()


def build_router() -> Router:
    """Return the routes of this feature."""
    router = Router(name="compare")
    router.message.register(take_other, Comparing.other, F.text & ~F.text.startswith("/"))
    router.callback_query.register(show_comparison, CompareCallback.filter(F.act == "show"))
    router.callback_query.register(ask_for_other, CompareCallback.filter(F.act == "ask"))
    router.callback_query.register(send_picture, CompareCallback.filter(F.act == "picture"))
    router.callback_query.register(cancel, MenuCallback.filter(F.page == "compare-cancel"))
    return router
