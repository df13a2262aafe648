"""Answers to practical questions."""

from html import escape

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.destination import Confidence, flag
from bot.domain.howto import GENERAL, Howto
from bot.domain.question import SCHENGEN, Practical
from bot.i18n import Html, Texts
from bot.services.catalogue import Catalogue
from bot.services.checklists import checklist_of
from bot.telegram.callbacks import CardCallback, ChecklistCallback, HowtoCallback, HowtoMenuCallback, SchengenCallback
from bot.telegram.keyboards import Row, button, grid, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.sources import named_sources

ON_CARD = (Practical.DOCUMENTS, Practical.FEE, Practical.WHERE_TO_APPLY, Practical.PROCESSING_TIME)
"""What most people ask next; the rest is one tap further."""


def howto(catalogue: Catalogue, texts: Texts, place: str, practical: Practical) -> Reply:
    """Return the answer about a place (ISO code, SCHENGEN or GENERAL); where nothing is known, that."""
    known = catalogue.howto_for(place, practical)
    title = howto_title(catalogue, texts, place, practical)
    if known is None:
        return Reply(
            f"{title}\n{unknown_line(catalogue, texts, place)}", answer_rows(catalogue, texts, place, practical)
        )
    answer, origin = known
    is_shared = origin == SCHENGEN and place != SCHENGEN
    lines = [title, *answer_body(catalogue, texts, answer, *([texts("howto-from-schengen")] if is_shared else []))]
    return Reply("\n".join(lines), answer_rows(catalogue, texts, place, practical))


def answer_body(catalogue: Catalogue, texts: Texts, answer: Howto, *remarks: str) -> list[str]:
    """Return the lines of an answer: what is so, remarks, a warning where the source is weak, source and date."""
    unsure = [texts("howto-unsure")] if answer.confidence is Confidence.LOW else []
    told = escape(answer.answers[texts.language], quote=False)
    return [told, *remarks, *unsure, "", _source(catalogue, texts, answer)]


def for_which_place(catalogue: Catalogue, texts: Texts, practical: Practical) -> Reply:
    """Return the general answer where there is one, and ask which country it is about."""
    if catalogue.general_howto(practical) is not None:
        reply = howto(catalogue, texts, GENERAL, practical)
        return Reply(f"{reply.html}\n\n{texts('howto-which-place')}", _schengen_keyboard(texts, practical))
    return Reply(texts("howto-which-place"), _schengen_keyboard(texts, practical))


def _schengen_keyboard(texts: Texts, practical: Practical) -> InlineKeyboardMarkup:
    return keyboard([button(texts.plain("button-schengen"), HowtoCallback(place=SCHENGEN, practical=practical))])


def howto_menu(catalogue: Catalogue, texts: Texts, place: str) -> Reply:
    """Return the practical questions known for a place, as buttons."""
    buttons = [_question_button(texts, place, practical) for practical in catalogue.practicals_of(place)]
    text = texts("howto-menu" if buttons else "howto-menu-empty", place=place_title(catalogue, texts, place))
    listed = checklist_button(catalogue, texts, place)
    return Reply(text, keyboard(*grid([*buttons, *listed], 2), *_back(catalogue, texts, place)))


def howto_buttons(catalogue: Catalogue, texts: Texts, iso2: str) -> list[InlineKeyboardButton]:
    """Return the buttons that stand on a card: the commonest questions, where the answer is known."""
    known = catalogue.practicals_of(iso2)
    return [_question_button(texts, iso2, practical) for practical in ON_CARD if practical in known]


def checklist_button(catalogue: Catalogue, texts: Texts, place: str) -> list[InlineKeyboardButton]:
    """Return the button to a place's checklist; none where the facts name too little for one."""
    if checklist_of(catalogue, place) is None:
        return []
    return [button(texts.plain("button-checklist"), ChecklistCallback(place=place))]


def howto_title(catalogue: Catalogue, texts: Texts, place: str, practical: Practical) -> str:
    """Return the first line of an answer: the place and the subject."""
    subject = texts(f"practical-{practical.replace('_', '-')}")
    if place == GENERAL:
        return f"ℹ️ <b>{subject}</b>"
    return f"{place_title(catalogue, texts, place)} · {subject}"


def place_title(catalogue: Catalogue, texts: Texts, place: str) -> Html:
    """Return flag and name of a place, SCHENGEN and GENERAL included."""
    if place == GENERAL:
        return texts("howto-general")
    return Html(f"{flag(place)} <b>{escape(catalogue.name(place, texts.language), quote=False)}</b>")


def _question_button(texts: Texts, place: str, practical: Practical) -> InlineKeyboardButton:
    label = texts.plain(f"button-practical-{practical.replace('_', '-')}")
    return button(label, HowtoCallback(place=place, practical=practical))


def unknown_line(catalogue: Catalogue, texts: Texts, place: str) -> str:
    """Return that nothing is known, and where to ask."""
    destination = catalogue.destinations.get(place)
    if destination is None:
        return texts("howto-unknown")
    name = catalogue.phrase(destination.source_name, texts.language)
    return texts("howto-unknown-place", source=named_sources(destination.source_url, name))


def _source(catalogue: Catalogue, texts: Texts, answer: Howto) -> str:
    source = named_sources(answer.source_url, catalogue.phrase(answer.source_name, texts.language))
    return texts("howto-source", source=source, date=texts.short_date(answer.as_of))


def answer_rows(catalogue: Catalogue, texts: Texts, place: str, practical: Practical) -> InlineKeyboardMarkup:
    """Return the buttons under an answer: the commonest other questions, all of them, the way back."""
    others = [p for p in ON_CARD if p is not practical and p in catalogue.practicals_of(place)]
    more = button(texts.plain("button-more-questions"), HowtoMenuCallback(place=place))
    rows = grid([_question_button(texts, place, p) for p in others], 2)
    return keyboard(*rows, [more, *checklist_button(catalogue, texts, place)], *_back(catalogue, texts, place))


def _back(catalogue: Catalogue, texts: Texts, place: str) -> list[Row]:
    if place in catalogue.destinations:
        label = f"{flag(place)} {catalogue.name(place, texts.language)}"
        return [[button(label, CardCallback(iso2=place, edit=True))]]
    if place == SCHENGEN:
        return [[button(texts.plain("button-schengen-card"), SchengenCallback(page="card"))]]
    return []
