"""Following a trip: asked for, offered, followed."""

from aiogram.types import InlineKeyboardButton

from bot.domain.followed_trip import FollowedTrip
from bot.domain.paper import Paper
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.followed_trips import TripRefusal
from bot.telegram.callbacks import CardCallback, TripCallback
from bot.telegram.keyboards import button, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.papers import passport_for_trip
from bot.telegram.views.reminders import reminders_button, trip_in_words
from bot.telegram.views.stay import wrong_lines
from bot.telegram.views.stay_words import place_label
from bot.understanding.trips import TripProblem


def trip_button(texts: Texts, place: str) -> InlineKeyboardButton:
    """Return the button that asks for the days of a trip."""
    return button(texts.plain("button-trip"), TripCallback(act="ask", place=place))


def ask_days(catalogue: Catalogue, texts: Texts, place: str, problems: tuple[TripProblem, ...] = ()) -> Reply:
    """Return the question when a trip is."""
    lines = [*wrong_lines(texts, problems), texts("trip-ask", place=place_label(catalogue, texts, place))]
    return Reply("\n".join(lines), keyboard([_card(texts, place)]))


def offer(catalogue: Catalogue, texts: Texts, one: FollowedTrip, passport: Paper | None) -> Reply:
    """Return the offer to follow a trip that was told of."""
    lines = [
        texts("trip-title", trip=trip_in_words(catalogue, texts, one)),
        *passport_for_trip(catalogue, texts, passport, one),
        texts("trip-offer"),
    ]
    data = TripCallback(act="follow", place=one.place, first=str(one.trip.first), last=str(one.trip.last))
    return Reply("\n".join(lines), keyboard([button(texts.plain("button-trip"), data)], [_card(texts, one.place)]))


def followed(catalogue: Catalogue, texts: Texts, one: FollowedTrip, passport: Paper | None) -> Reply:
    """Return that a trip is followed, and whether the passport is long enough for it."""
    lines = [
        texts("trip-title", trip=trip_in_words(catalogue, texts, one)),
        texts("trip-followed"),
        *passport_for_trip(catalogue, texts, passport, one),
    ]
    return Reply("\n".join(lines), keyboard([_card(texts, one.place), reminders_button(texts)]))


def several(texts: Texts) -> Reply:
    """Return that one trip is asked for."""
    return Reply(texts("trip-many"))


def refused(texts: Texts, refusal: TripRefusal) -> Reply:
    """Return why a trip is not followed."""
    return Reply(texts(f"trip-wrong-{refusal}"))


def _card(texts: Texts, place: str) -> InlineKeyboardButton:
    return button(texts.plain("button-stay-card"), CardCallback(iso2=place))
