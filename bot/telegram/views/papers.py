"""A person's papers: until when they are valid, what a passport is too short for, when to remind."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from aiogram.types import InlineKeyboardButton

from bot.domain.followed_trip import FollowedTrip
from bot.domain.paper import Paper
from bot.domain.reminder import ReminderKind
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.papers import Refusal
from bot.services.validity import Demand, is_too_short
from bot.telegram.callbacks import MenuCallback, PaperCallback
from bot.telegram.keyboards import Row, button, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.reminders import (
    places_in_words,
    reminders_button,
    subject_in_words,
    switch_lines,
    switch_rows,
    trip_in_words,
)
from bot.telegram.views.stay_words import place_label
from bot.understanding.trips import TripProblem


@dataclass(frozen=True, slots=True)
class PaperPage:
    """What the page of a paper shows. chosen, possible: distances of reminders. demands, trips: of a passport."""

    paper: Paper
    today: date
    chosen: tuple[int, ...] = ()
    possible: tuple[int, ...] = ()
    demands: tuple[Demand, ...] = ()
    trips: tuple[FollowedTrip, ...] = ()


def papers_page(catalogue: Catalogue, texts: Texts, papers: tuple[Paper, ...], today: date) -> Reply:
    """Return all papers of a person."""
    lines: list[str] = [texts("papers-title")]
    lines += [_line(catalogue, texts, one, today) for one in papers]
    lines.append(texts("papers-hint" if papers else "papers-none"))
    rows: list[Row] = [[_open(catalogue, texts, one)] for one in papers]
    adding = [button(texts.plain("button-paper-visa"), PaperCallback(act="visa"))]
    if not any(one.kind is ReminderKind.PASSPORT for one in papers):
        adding.insert(0, button(texts.plain("button-paper-passport"), PaperCallback(act="passport")))
    return Reply("\n".join(lines), keyboard(*rows, adding, [reminders_button(texts)]))


def paper_page(catalogue: Catalogue, texts: Texts, page: PaperPage, *, saved: bool = False) -> Reply:
    """Return one paper with its switches; of a passport, what it is too short for. saved: it was kept just now."""
    paper = page.paper
    lines = [*([texts("paper-saved")] if saved else []), _line(catalogue, texts, paper, page.today)]
    lines += [*_passport_lines(catalogue, texts, page), "", *switch_lines(texts, page.possible)]
    data = {"kind": str(paper.kind), "place": paper.place}
    rows: list[Row] = [
        *switch_rows(texts, paper.subject, page.chosen, page.possible),
        [
            button(texts.plain("button-paper-change"), PaperCallback(act="change", **data)),
            button(texts.plain("button-paper-remove"), PaperCallback(act="remove", **data)),
        ],
        [button(texts.plain("button-papers-back"), MenuCallback(page="papers"))],
    ]
    return Reply("\n".join(lines), keyboard(*rows))


def ask_paper(catalogue: Catalogue, texts: Texts, kind: ReminderKind | None, place: str | None) -> Reply:
    """Return the question until when a paper is valid, and whose visa it is where that is open."""
    back = [button(texts.plain("button-papers-back"), MenuCallback(page="papers"))]
    if kind is ReminderKind.VISA and place:
        return Reply(texts("papers-ask-visa-day", place=place_label(catalogue, texts, place)), keyboard(back))
    return Reply(texts(f"papers-ask-{kind or 'any'}"), keyboard(back))


def ask_whose(texts: Texts, expires: date) -> Reply:
    """Return the question whose visa ends on this day."""
    return Reply(texts("papers-ask-whose", date=texts.long_date(expires)))


def wrong_day(texts: Texts, problems: tuple[TripProblem, ...], days: int) -> Reply:
    """Return that no day was seen, or several, or what is wrong with it."""
    if days > 1:
        return Reply(texts("papers-many-days"))
    wrong = [texts("papers-wrong-day", part=one.part) for one in problems[:1]]
    return Reply("\n".join([*wrong, texts("papers-no-day")]))


def refused(texts: Texts, refusal: Refusal) -> Reply:
    """Return why a paper is not kept."""
    return Reply(texts(f"papers-wrong-{refusal}"))


def passport_for_trip(catalogue: Catalogue, texts: Texts, passport: Paper | None, one: FollowedTrip) -> list[str]:
    """Return whether a passport is long enough for a trip; nothing where that is not known."""
    if passport is None:
        return []
    last = one.trip.last or one.trip.first
    short = is_too_short(catalogue, one.place, passport.expires, one.trip.first, last)
    if short is None:
        return []
    key = "trip-passport-short" if short else "trip-passport-fine"
    return [texts(key, date=texts.long_date(passport.expires))]


def _passport_lines(catalogue: Catalogue, texts: Texts, page: PaperPage) -> list[str]:
    paper = page.paper
    if paper.kind is not ReminderKind.PASSPORT or paper.expires < page.today:
        return []
    short = [one for one in page.demands if not one.is_met]
    long_enough = [one for one in page.demands if one.is_met]
    lines: list[str] = [""]
    lines += _trips_too_short(catalogue, texts, paper, page.trips)
    if short:
        lines.append(texts("passport-short-today"))
        lines += [_demand(catalogue, texts, one) for one in short]
    else:
        lines.append(texts("passport-enough-today"))
    if short and long_enough:
        lines += ["", texts("passport-enough-for")]
    lines += [_demand(catalogue, texts, one) for one in long_enough]
    return [*lines, "", texts("passport-honest")]


def _trips_too_short(catalogue: Catalogue, texts: Texts, paper: Paper, trips: Iterable[FollowedTrip]) -> list[str]:
    return [
        texts("passport-trip-short", trip=trip_in_words(catalogue, texts, one))
        for one in trips
        if is_too_short(catalogue, one.place, paper.expires, one.trip.first, one.trip.last or one.trip.first)
    ]


def _demand(catalogue: Catalogue, texts: Texts, one: Demand) -> str:
    kind = "leaving" if one.rule.after_leaving else "entry"
    places = places_in_words(catalogue, texts, one.places)
    if not one.is_met:
        return texts(f"passport-demand-{kind}-short", months=one.rule.months, places=places)
    date_of = texts.long_date(one.last_day)
    return texts(f"passport-demand-{kind}", months=one.rule.months, places=places, date=date_of)


def _line(catalogue: Catalogue, texts: Texts, paper: Paper, today: date) -> str:
    what = subject_in_words(catalogue, texts, paper.subject)
    left = (paper.expires - today).days
    key = "paper-line" if left >= 0 else "paper-line-over"
    line = texts(key, what=what, date=texts.long_date(paper.expires))
    return f"{line} {texts('paper-left', days=left)}" if 0 <= left <= max(paper.kind.offered) else line


def _open(catalogue: Catalogue, texts: Texts, paper: Paper) -> InlineKeyboardButton:
    data = PaperCallback(act="open", kind=paper.kind, place=paper.place)
    return button(subject_in_words(catalogue, texts, paper.subject), data)
