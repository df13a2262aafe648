"""Several places at once, and what to say when no single card is right."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.destination import flag
from bot.domain.question import SCHENGEN, Practical
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.telegram.callbacks import HowtoCallback, ListCallback, MenuCallback, TalksCallback
from bot.telegram.keyboards import button, grid, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.cards import one_line, place_buttons

MOST_PLACES = 20


def several(catalogue: Catalogue, texts: Texts, places: tuple[str, ...], practical: Practical | None = None) -> Reply:
    """Return one short line for each place, with buttons to the cards, or to the answers that are asked for."""
    known = places[:MOST_PLACES]
    lines = [_line(catalogue, texts, place) for place in known]
    if practical is not None:
        rows = grid([_practical_button(catalogue, texts, place, practical) for place in known], 2)
        return Reply("\n".join([*lines, "", texts("places-choose-practical")]), keyboard(*rows))
    if sum(place in catalogue.schengen for place in known) > 1:
        lines += ["", texts("places-one-schengen-visa")]
    rows = grid(place_buttons(catalogue, texts, known), 2)
    return Reply("\n".join(lines), keyboard(*rows))


def no_facts(catalogue: Catalogue, texts: Texts, place: str) -> Reply:
    """Return that a territory is known by name only."""
    return Reply(texts("place-no-facts", name=catalogue.name(place, texts.language)))


def _line(catalogue: Catalogue, texts: Texts, place: str) -> str:
    if place == SCHENGEN:
        return texts("schengen-line")
    if place not in catalogue.destinations:
        return no_facts(catalogue, texts, place).html
    return one_line(catalogue, texts, catalogue.destinations[place])


def _practical_button(catalogue: Catalogue, texts: Texts, place: str, practical: Practical) -> InlineKeyboardButton:
    label = f"{flag(place)} {catalogue.name(place, texts.language)}"
    return button(label, HowtoCallback(place=place, practical=practical))


def ask_back(catalogue: Catalogue, texts: Texts, namesakes: tuple[str, ...]) -> Reply:
    """Return the question which of these places is meant."""
    lines = [_line(catalogue, texts, place) for place in namesakes]
    return Reply("\n".join([texts("ask-back"), *lines]), keyboard(*grid(place_buttons(catalogue, texts, namesakes), 1)))


def not_understood(catalogue: Catalogue, texts: Texts, nearest: tuple[str, ...]) -> Reply:
    """Return what the bot can do, and the nearest places if there are any; never a card."""
    known = tuple(place for place in nearest if place in catalogue.destinations)
    if known:
        return Reply(texts("not-understood-nearest"), keyboard(*grid(place_buttons(catalogue, texts, known), 2)))
    return Reply(texts("not-understood"), examples_keyboard(texts))


def off_topic(texts: Texts) -> Reply:
    """Return that this is not ours, and what is."""
    return Reply(texts("off-topic"), examples_keyboard(texts))


def examples_keyboard(texts: Texts) -> InlineKeyboardMarkup:
    """Return the buttons that show at a glance what the bot is for."""
    return keyboard(
        [
            button(texts.plain("button-list-free"), ListCallback(regime="f")),
            button(texts.plain("button-talks"), TalksCallback(page="status")),
        ],
        [
            button(texts.plain("button-subscriptions"), MenuCallback(page="subscriptions")),
            button(texts.plain("button-help"), MenuCallback(page="help")),
        ],
    )
