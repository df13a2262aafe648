"""The Schengen area as a whole: its card and a short guide. What the guide says of rules is what the facts say."""

from datetime import date, timedelta

from aiogram.types import InlineKeyboardButton

from bot.domain.howto import Howto
from bot.domain.question import SCHENGEN, Practical
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.telegram.callbacks import CompareCallback, HowtoCallback, HowtoMenuCallback, SchengenCallback, TalksCallback
from bot.telegram.keyboards import Row, button, grid, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.howto import answer_body, checklist_button, place_title, unknown_line
from bot.telegram.views.stay import stay_button

WINDOW = 180
"""Days in which the days of all stays are counted together."""

WHERE, DAYS, NEW, CARD = "where", "days", "new", "card"
PAGES = (WHERE, DAYS, NEW)
WHAT_IS_NEW = (Practical.BORDER_TIPS, Practical.EVISA_PORTAL, Practical.FEE)
"""The answers that hold what changed lately: EES, ETIAS and the digital visa, the fee."""


def schengen_card(catalogue: Catalogue, texts: Texts) -> Reply:
    """Return the card of the Schengen area as a whole."""
    asked = [
        button(texts.plain(f"button-practical-{name.replace('_', '-')}"), HowtoCallback(place=SCHENGEN, practical=name))
        for name in (Practical.DOCUMENTS, Practical.FEE, Practical.PROCESSING_TIME)
    ]
    pages = [button(texts.plain(f"button-schengen-{page}"), SchengenCallback(page=page)) for page in PAGES]
    more = button(texts.plain("button-more-questions"), HowtoMenuCallback(place=SCHENGEN))
    compared = button(texts.plain("button-compare"), CompareCallback(places=SCHENGEN, act="ask"))
    talks = button(texts.plain("button-talks"), TalksCallback(page="status"))
    listed = checklist_button(catalogue, texts, SCHENGEN)
    rows = [
        *grid(asked + listed, 2),
        *[[page] for page in pages],
        [stay_button(texts, SCHENGEN)],
        [more, compared],
        [talks],
    ]
    return Reply(texts("schengen-card", count=len(catalogue.schengen)), keyboard(*rows))


def schengen_page(catalogue: Catalogue, texts: Texts, page: str, today: date) -> Reply:
    """Return a page of the guide; an unknown one is the card."""
    match page:
        case "where":
            return _where(catalogue, texts)
        case "days":
            return _days(catalogue, texts, today)
        case "new":
            return _new(catalogue, texts)
        case _:
            return schengen_card(catalogue, texts)


def _where(catalogue: Catalogue, texts: Texts) -> Reply:
    """Return which state to apply to, with an example, and the states whose own offices are known."""
    offices = [
        button(_called(catalogue, texts, code), HowtoCallback(place=code, practical=Practical.WHERE_TO_APPLY))
        for code in sorted(catalogue.schengen, key=lambda code: catalogue.name(code, texts.language))
        if (code, Practical.WHERE_TO_APPLY) in catalogue.howto
    ]
    told = _told(catalogue, texts, Practical.WHERE_TO_APPLY, texts("schengen-where-example"))
    lines = [_title(catalogue, texts, WHERE), *told, *(["", texts("schengen-where-offices")] if offices else [])]
    return Reply("\n".join(lines), keyboard(*grid(offices, 3), *_ways(texts, WHERE)))


def _days(catalogue: Catalogue, texts: Texts, today: date) -> Reply:
    """Return the rule of 90 in 180 days and how to check it, with the window that ends today."""
    first = today - timedelta(days=WINDOW - 1)
    how = texts("schengen-days-how", today=texts.long_date(today), first=texts.long_date(first))
    lines = [_title(catalogue, texts, DAYS), *_told(catalogue, texts, Practical.STAY, "", how)]
    return Reply("\n".join(lines), keyboard([stay_button(texts, SCHENGEN)], *_ways(texts, DAYS)))


def _new(catalogue: Catalogue, texts: Texts) -> Reply:
    """Return what changed lately, subject by subject, each with its source and date."""
    lines = [_title(catalogue, texts, NEW)]
    for practical in WHAT_IS_NEW:
        heading = texts(f"schengen-new-{practical.replace('_', '-')}")
        lines += ["", heading, *_told(catalogue, texts, practical)]
    talks = button(texts.plain("button-talks"), TalksCallback(page="status"))
    return Reply("\n".join(lines), keyboard(*_ways(texts, NEW), [talks]))


def _told(catalogue: Catalogue, texts: Texts, practical: Practical, *remarks: str) -> list[str]:
    known: Howto | None = catalogue.howto.get((SCHENGEN, practical))
    if known is None:
        return [unknown_line(catalogue, texts, SCHENGEN)]
    return answer_body(catalogue, texts, known, *remarks)


def _title(catalogue: Catalogue, texts: Texts, page: str) -> str:
    return f"{place_title(catalogue, texts, SCHENGEN)} · {texts(f'schengen-title-{page}')}"


def _ways(texts: Texts, shown: str) -> list[Row]:
    others = [
        button(texts.plain(f"button-schengen-{page}"), SchengenCallback(page=page)) for page in PAGES if page != shown
    ]
    return [*[[other] for other in others], [_to_card(texts)]]


def _to_card(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("button-schengen-card"), SchengenCallback(page=CARD))


def _called(catalogue: Catalogue, texts: Texts, code: str) -> str:
    return f"{catalogue.destinations[code].flag} {catalogue.name(code, texts.language)}"
