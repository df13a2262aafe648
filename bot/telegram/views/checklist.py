"""The checklist of a destination: ticked by buttons, or as text to copy."""

from html import escape

from aiogram.types import InlineKeyboardButton

from bot.domain.checklist import Checklist, is_ticked, toggled
from bot.domain.language import Language
from bot.domain.question import SCHENGEN, Practical
from bot.i18n import Html, Texts
from bot.services.catalogue import Catalogue
from bot.services.checklists import citations_of
from bot.telegram.callbacks import CardCallback, ChecklistCallback, HowtoCallback, SchengenCallback
from bot.telegram.keyboards import Row, button, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.howto import place_title
from bot.telegram.views.sources import named_sources

TICKED, OPEN = "✅", "▫️"
LABEL = 38
"""Letters of a button as wide as a phone; more would be cut by Telegram in the middle of a word."""


def checklist_page(catalogue: Catalogue, texts: Texts, checklist: Checklist, ticks: int = 0) -> Reply:
    """Return the checklist with its ticks; every button carries the ticks that it leads to."""
    lines = [
        _title(catalogue, texts, checklist, ticks),
        "",
        *_lines(texts.language, checklist, ticks),
        "",
        *_notes(catalogue, texts, checklist),
    ]
    return Reply("\n".join(lines), keyboard(*_rows(catalogue, texts, checklist, ticks)))


def checklist_text(catalogue: Catalogue, texts: Texts, checklist: Checklist, ticks: int = 0) -> Reply:
    """Return the checklist as one block, which a tap copies."""
    name = catalogue.name(checklist.place, texts.language)
    title = texts.plain("checklist-title-plain", name=name)
    marks = ["[x]" if is_ticked(ticks, place) else "[ ]" for place in range(len(checklist.items))]
    items = [f"{mark} {item.words[texts.language]}" for mark, item in zip(marks, checklist.items, strict=True)]
    block = escape("\n".join([title, *items]), quote=False)
    return Reply(f"{texts('checklist-copy')}\n\n<pre>{block}</pre>")


def _title(catalogue: Catalogue, texts: Texts, checklist: Checklist, ticks: int) -> Html:
    place = place_title(catalogue, texts, checklist.place)
    done, every = ticks.bit_count(), len(checklist.items)
    return texts("checklist-done" if done == every else "checklist-title", place=place, done=done, all=every)


def _lines(language: Language, checklist: Checklist, ticks: int) -> list[str]:
    return [
        f"{TICKED if is_ticked(ticks, place) else OPEN} {escape(item.words[language], quote=False)}"
        for place, item in enumerate(checklist.items)
    ]


def _notes(catalogue: Catalogue, texts: Texts, checklist: Checklist) -> list[str]:
    """Return what else the card says of the passport, that the embassy may want more, and the sources."""
    destination = catalogue.destinations.get(checklist.place)
    months = destination.passport_validity_months if destination else None
    is_told = any(item.subject == Practical.PASSPORT_VALIDITY for item in checklist.items)
    passport = [texts("card-passport", months=months)] if months and not is_told else []
    sources = [
        f"{named_sources(one.url, catalogue.phrase(one.name, texts.language))}, {texts.short_date(one.as_of)}"
        for one in citations_of(catalogue, checklist)
    ]
    cited = texts("checklist-sources", sources=Html("; ".join(sources)))
    return [*passport, texts("checklist-more"), "", cited]


def _rows(catalogue: Catalogue, texts: Texts, checklist: Checklist, ticks: int) -> list[Row]:
    items = [[_item(texts, checklist, ticks, place)] for place in range(len(checklist.items))]
    copied = button(texts.plain("button-checklist-text"), _data(checklist, ticks, "text"))
    anew = [button(texts.plain("button-checklist-anew"), _data(checklist, 0))] if ticks else []
    papers = HowtoCallback(place=checklist.place, practical=Practical.DOCUMENTS)
    about = button(texts.plain("button-practical-documents"), papers)
    return [*items, [copied, *anew], [about, _back(catalogue, texts, checklist.place)]]


def _item(texts: Texts, checklist: Checklist, ticks: int, place: int) -> InlineKeyboardButton:
    mark = TICKED if is_ticked(ticks, place) else OPEN
    words = shortened(checklist.items[place].words[texts.language], LABEL)
    return button(f"{mark} {words}", _data(checklist, toggled(ticks, place)))


def _data(checklist: Checklist, ticks: int, act: str = "show") -> ChecklistCallback:
    return ChecklistCallback(place=checklist.place, revision=checklist.revision, ticks=f"{ticks:x}", act=act)


def _back(catalogue: Catalogue, texts: Texts, place: str) -> InlineKeyboardButton:
    if place == SCHENGEN:
        return button(texts.plain("button-schengen-card"), SchengenCallback(page="card"))
    label = f"{catalogue.destinations[place].flag} {catalogue.name(place, texts.language)}"
    return button(label, CardCallback(iso2=place, edit=True))


def shortened(text: str, most: int) -> str:
    """Return the text up to its first detail, else up to a whole word, where it is longer than that."""
    for end in (":", " –", ","):
        head = text.partition(end)[0]
        if len(text) > most and 4 < len(head) <= most:
            text = head
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,:–") + "…"
