"""Writing to the editors, and their answer."""

from html import escape

from aiogram.types import InlineKeyboardButton

from bot.domain.destination import flag
from bot.i18n import Html, Texts
from bot.services.catalogue import Catalogue
from bot.services.queue import Report
from bot.telegram.callbacks import CardCallback, MenuCallback, ReportCallback
from bot.telegram.keyboards import button, keyboard
from bot.telegram.reply import Reply

QUOTED = 500
"""Letters of the person's own words that come back with the answer."""


def ask(texts: Texts, catalogue: Catalogue | None = None, iso2: str = "") -> Reply:
    """Return the request to write; iso2: the card the report is about."""
    cancel = button(texts.plain("button-feedback-cancel"), MenuCallback(page="feedback-cancel"))
    if catalogue is not None and iso2 in catalogue.destinations:
        name = catalogue.name(iso2, texts.language)
        return Reply(texts("feedback-ask-place", flag=flag(iso2), place=name), keyboard([cancel]))
    return Reply(texts("feedback-ask"), keyboard([cancel]))


def ask_for_words(texts: Texts) -> Reply:
    """Return the request to say it in words."""
    return Reply(texts("feedback-words"))


def thanks(texts: Texts) -> Reply:
    """Return thanks."""
    return Reply(texts("feedback-thanks"))


def cancelled(texts: Texts) -> Reply:
    """Return the word that nothing was sent."""
    return Reply(texts("feedback-cancelled"))


def answer(texts: Texts, report: Report, words: str) -> Reply:
    """Return an editor's answer as the person gets it, their own words quoted above."""
    theirs = report.text if len(report.text) <= QUOTED else report.text[:QUOTED].rstrip() + "…"
    quote = Html(f"<blockquote>{escape(theirs, quote=False)}</blockquote>")
    text = f"{texts('feedback-answer')}\n{quote}\n{escape(words, quote=False)}"
    return Reply(text, keyboard([_write_back(texts, report)]))


def fixed(catalogue: Catalogue, texts: Texts, report: Report) -> Reply:
    """Return the word that what a person reported is mended."""
    name = catalogue.name(report.subject, texts.language)
    opening = button(texts.plain("button-feedback-card"), CardCallback(iso2=report.subject))
    return Reply(texts("feedback-fixed", flag=flag(report.subject), place=name), keyboard([opening]))


def _write_back(texts: Texts, report: Report) -> InlineKeyboardButton:
    return button(texts.plain("button-feedback-again"), ReportCallback(iso2=report.subject))
