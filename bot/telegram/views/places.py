"""Several places at once, two side by side, and what to say when no single card is right."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.destination import Destination, Regime, flag
from bot.domain.question import SCHENGEN, Practical
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.telegram.callbacks import HowtoCallback, HowtoMenuCallback, ListCallback, MenuCallback, TalksCallback
from bot.telegram.keyboards import button, grid, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.cards import headline, one_line, place_buttons, short_stay, stay_sentence
from bot.telegram.views.stay import stay_button

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


def compare(catalogue: Catalogue, texts: Texts, places: tuple[str, ...]) -> Reply:
    """Return the places one under the other, each with regime and stay, and what sets them apart."""
    destinations = [catalogue.destinations[place] for place in places if place in catalogue.destinations]
    blocks = [_compared(catalogue, texts, destination) for destination in destinations]
    verdict = _verdict(catalogue, texts, destinations)
    text = "\n\n".join([*blocks, *([verdict] if verdict else [])])
    return Reply(text, keyboard(*grid(place_buttons(catalogue, texts, places), 2)))


def _compared(catalogue: Catalogue, texts: Texts, destination: Destination) -> str:
    stay = stay_sentence(catalogue, texts, destination)
    return headline(catalogue, texts, destination) + (f"\n{stay}" if stay else "")


def _verdict(catalogue: Catalogue, texts: Texts, destinations: list[Destination]) -> str:
    """Return which one is easier or longer; empty when neither is."""
    if len(destinations) != 2:
        return ""
    first, second = destinations
    if first.is_schengen and second.is_schengen:
        return texts("compare-both-schengen")
    if first.regime is not second.regime:
        easier = min(destinations, key=lambda d: tuple(Regime).index(d.regime))
        return texts("compare-easier", name=catalogue.name(easier.iso2, texts.language))
    if short_stay(texts, first) and short_stay(texts, second) and first.stay_days != second.stay_days:
        longer = max(destinations, key=lambda d: d.stay_days or 0)
        return texts("compare-longer", name=catalogue.name(longer.iso2, texts.language))
    return texts("compare-same")


def schengen_card(catalogue: Catalogue, texts: Texts) -> Reply:
    """Return the card of the Schengen area as a whole."""
    text = texts("schengen-card", count=len(catalogue.schengen))
    rows = [
        [
            button(
                texts.plain(f"button-practical-{name.replace('_', '-')}"),
                HowtoCallback(place=SCHENGEN, practical=name),
            )
            for name in pair
        ]
        for pair in (("documents", "fee"), ("where_to_apply", "processing_time"))
    ]
    more = button(texts.plain("button-more-questions"), HowtoMenuCallback(place=SCHENGEN))
    talks = button(texts.plain("button-talks"), TalksCallback(page="status"))
    return Reply(text, keyboard(*rows, [stay_button(texts, SCHENGEN)], [more], [talks]))


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
