"""Following a trip: by a card's button, by words («еду в Турцию 3–15 июля»), and no more."""

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.domain.followed_trip import FollowedTrip
from bot.domain.stay_days import Trip
from bot.domain.user import User
from bot.i18n import Texts, Translator
from bot.services.trip_reading import ReadTrip, read_trip, tells_of_trip
from bot.telegram.callbacks import TripCallback
from bot.telegram.paper_talk import PaperTalk
from bot.telegram.reply import Reply, send, show, show_below
from bot.telegram.responder import Responder
from bot.telegram.views import followed_trips as views
from bot.telegram.views.stay_calendar import day_of


class Travelling(StatesGroup):
    """What a person is telling of a trip."""

    days = State()


async def ask_days(
    query: CallbackQuery, callback_data: TripCallback, texts: Texts, paper_talk: PaperTalk, state: FSMContext
) -> None:
    """Ask for the days of a trip to the place of a card."""
    place = callback_data.place
    if not paper_talk.trips.is_known(place):
        await query.answer(texts.plain("error-old-button"))
        return
    await query.answer()
    await state.set_state(Travelling.days)
    await state.set_data({"place": place})
    await show_below(query, views.ask_days(paper_talk.catalogue, texts, place))


async def take_days(
    message: Message, user: User, texts: Texts, paper_talk: PaperTalk, responder: Responder, state: FSMContext
) -> None:
    """Take the days of a trip; what has none is a question and goes on to where these are answered."""
    read = read_trip(message.text or "", responder.understanding, paper_talk.trips.today())
    place = read.place or (await state.get_data()).get("place") or ""
    if not read.names_days or not paper_talk.trips.is_known(place):
        await state.clear()
        raise SkipHandler
    if read.trip is None:
        await send(message, _wrong(texts, paper_talk, place, read))
        return
    reply, done = await paper_talk.follow(user, texts, FollowedTrip(place, read.trip))
    if done:
        await state.clear()
    await send(message, reply)


async def offer(
    message: Message, user: User, translator: Translator, paper_talk: PaperTalk, responder: Responder
) -> None:
    """Offer to follow the trip of «еду в Турцию 3–15 июля»; anything else is not for here."""
    read = read_trip(message.text or "", responder.understanding, paper_talk.trips.today())
    if read.trip is None or read.place is None or not paper_talk.trips.is_known(read.place):
        raise SkipHandler
    texts = translator[read.language or user.language]
    await send(message, await paper_talk.passport_and_offer(user, texts, FollowedTrip(read.place, read.trip)))


async def follow(
    query: CallbackQuery, callback_data: TripCallback, user: User, texts: Texts, paper_talk: PaperTalk
) -> None:
    """Follow the trip that was offered."""
    first, last = day_of(callback_data.first), day_of(callback_data.last)
    if first is None or last is None or last < first or not paper_talk.trips.is_known(callback_data.place):
        await query.answer(texts.plain("error-old-button"))
        return
    await query.answer()
    reply, _ = await paper_talk.follow(user, texts, FollowedTrip(callback_data.place, Trip(first, last)))
    await show(query, reply)


async def stop(
    query: CallbackQuery, callback_data: TripCallback, user: User, texts: Texts, paper_talk: PaperTalk
) -> None:
    """Follow the trips of an alert's place no more; the alert stays as it is."""
    had = await paper_talk.trips.stop(user.telegram_id, callback_data.place)
    await query.answer(texts.plain("trip-stopped" if had else "trip-not-followed"))


async def take_off(
    query: CallbackQuery, callback_data: TripCallback, user: User, texts: Texts, paper_talk: PaperTalk
) -> None:
    """Take a trip off the list."""
    first = day_of(callback_data.first)
    if first is None:
        await query.answer(texts.plain("error-old-button"))
        return
    had = await paper_talk.trips.stop(user.telegram_id, callback_data.place, first)
    await query.answer(texts.plain("trip-stopped" if had else "trip-not-followed"))
    await show(query, await paper_talk.all_reminders(user, texts))


async def refuse_in_group(query: CallbackQuery, texts: Texts) -> None:
    """Say that trips are between the bot and one person."""
    await query.answer(texts.plain("privacy-only-private"), show_alert=True)


def _wrong(texts: Texts, talk: PaperTalk, place: str, read: ReadTrip) -> Reply:
    if read.is_several:
        return views.several(texts)
    return views.ask_days(talk.catalogue, texts, place, read.problems)


async def _tells_of_trip(message: Message, raw_state: str | None = None) -> bool:
    text = message.text or ""
    return raw_state is None and message.chat.type == "private" and text[:1] != "/" and tells_of_trip(text)


def build_words_router() -> Router:
    """Return the route of trips told out of the blue: asked before questions."""
    router = Router(name="told trips")
    router.message.register(offer, _tells_of_trip)
    return router


def build_router() -> Router:
    """Return the routes of this feature."""
    router, private = Router(name="followed trips"), F.message.chat.type == "private"
    router.message.register(take_days, Travelling.days, F.text & ~F.text.startswith("/"))
    query = router.callback_query
    query.register(refuse_in_group, TripCallback.filter(), ~private)
    query.register(ask_days, TripCallback.filter(F.act == "ask"))
    query.register(follow, TripCallback.filter(F.act == "follow"))
    query.register(stop, TripCallback.filter(F.act == "stop"))
    query.register(take_off, TripCallback.filter(F.act == "off"))
    return router
