"""Reminders: what a person gets, what is still to come, and the switches of distances."""

from collections.abc import Iterable
from datetime import date, timedelta

from aiogram.types import InlineKeyboardButton

from bot.domain.followed_trip import FollowedTrip
from bot.domain.reminder import Due, Reminder, ReminderKind, Subject
from bot.i18n import Texts, Translator
from bot.services.catalogue import Catalogue
from bot.services.reminders import Compose
from bot.services.stay import Standing
from bot.services.validity import demands, too_short_for
from bot.telegram.callbacks import MenuCallback, PaperCallback, ReminderCallback, StayCallback, TripCallback
from bot.telegram.keyboards import Row, button, grid, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.alerts import content
from bot.telegram.views.stay_words import place_label, span

ON, OFF = "✅", "▫️"
MOST_PLACES = 15
"""Places named in one line."""


def compose_reminder(translator: Translator) -> Compose:
    """Return what makes the message of a reminder, in every language."""
    return lambda catalogue, due: content(translator, lambda texts: reminder(catalogue, texts, due))


def reminder(catalogue: Catalogue, texts: Texts, due: Due) -> Reply:
    """Return a reminder in one language."""
    subject = due.subject
    arguments = {"date": texts.long_date(subject.day)}
    if subject.place:
        arguments["place"] = place_label(catalogue, texts, subject.place)
    lines = [
        texts(f"reminder-told-{_dashed(subject.kind)}", **arguments),
        texts("reminder-left", days=due.left),
        *_advice(catalogue, texts, due),
    ]
    off = ReminderCallback(act="off", kind=subject.kind, place=subject.place)
    return Reply(
        "\n".join(lines),
        keyboard([_opening(texts, subject)], [button(texts.plain("button-reminder-off"), off)]),
    )


def _advice(catalogue: Catalogue, texts: Texts, due: Due) -> list[str]:
    subject = due.subject
    if subject.kind is ReminderKind.LAST_DAY:
        return [texts("reminder-leave"), texts("reminder-recount")]
    if subject.kind is ReminderKind.VISA:
        return [texts("reminder-leave-if-there")]
    day = _days_before(subject, due.left)
    short = too_short_for(demands(catalogue, subject.day, day))
    return [texts("reminder-too-short", places=places_in_words(catalogue, texts, short))] if short else []


def reminders_page(
    catalogue: Catalogue, texts: Texts, pending: tuple[Reminder, ...], trips: tuple[FollowedTrip, ...]
) -> Reply:
    """Return what a person will be told of, the next first, with a way to stop each."""
    subjects = tuple(dict.fromkeys(one.subject for one in pending))
    lines = [texts("reminders-title"), *_subject_lines(catalogue, texts, pending, subjects)]
    if trips:
        lines += ["", texts("trips-title"), *(f"• {trip_in_words(catalogue, texts, one)}" for one in trips)]
    rows: list[Row] = [[_to_subject(catalogue, texts, one)] for one in subjects]
    rows += [[_trip_off(catalogue, texts, one)] for one in trips]
    return Reply("\n".join(lines), keyboard(*rows, [papers_button(texts)]))


def last_day_page(
    catalogue: Catalogue, texts: Texts, subject: Subject, chosen: Iterable[int], possible: Iterable[int]
) -> Reply:
    """Return the reminder of a last legal day with its switches."""
    place = place_label(catalogue, texts, subject.place)
    lines = [
        texts("reminder-told-last-day", place=place, date=texts.long_date(subject.day)),
        *switch_lines(texts, possible),
    ]
    off = ReminderCallback(act="off", kind=subject.kind, place=subject.place)
    rows = [*switch_rows(texts, subject, chosen, possible), [button(texts.plain("button-reminder-off"), off)]]
    return Reply("\n".join(lines), keyboard(*rows, [reminders_button(texts)]))


def switch_lines(texts: Texts, possible: Iterable[int]) -> list[str]:
    """Return what the switches are for, or that it is too late for any."""
    return [texts("reminder-choose" if tuple(possible) else "reminder-too-late")]


def switch_rows(texts: Texts, subject: Subject, chosen: Iterable[int], possible: Iterable[int]) -> list[Row]:
    """Return a switch for each distance whose moment is still to come."""
    on = set(chosen)
    return grid([_switch(texts, subject, days, is_on=days in on) for days in possible], 2)


def remind_row(texts: Texts, place: str, standing: Standing) -> Row:
    """Return the offer to remind who is at a place of the last legal day; empty where there is none to come."""
    if not standing.is_there or standing.last_day is None or standing.last_day < standing.day:
        return []
    data = ReminderCallback(act="keep", kind=ReminderKind.LAST_DAY, place=place, day=str(standing.last_day))
    return [button(texts.plain("button-stay-remind"), data)]


def trip_in_words(catalogue: Catalogue, texts: Texts, one: FollowedTrip) -> str:
    """Return a trip in a few words: «🇹🇷 Турция, 3–15 июля 2027»."""
    return texts("trip-words", place=place_label(catalogue, texts, one.place), span=span(texts, one.trip))


def places_in_words(catalogue: Catalogue, texts: Texts, places: tuple[str, ...]) -> str:
    """Return places with their flags; of very many, how many more there are."""
    named = ", ".join(place_label(catalogue, texts, place) for place in places[:MOST_PLACES])
    left_out = len(places) - MOST_PLACES
    return named if left_out <= 0 else texts.plain("places-more", places=named, count=left_out)


def reminders_button(texts: Texts) -> InlineKeyboardButton:
    """Return the button that lists reminders."""
    return button(texts.plain("button-reminders"), MenuCallback(page="reminders"))


def papers_button(texts: Texts) -> InlineKeyboardButton:
    """Return the button that lists papers."""
    return button(texts.plain("button-papers"), MenuCallback(page="papers"))


def subject_in_words(catalogue: Catalogue, texts: Texts, subject: Subject) -> str:
    """Return a thing in a few words: «Паспорт», «Виза: 🇯🇵 Япония»."""
    if not subject.place:
        return texts.plain("paper-passport")
    key = "paper-visa" if subject.kind is ReminderKind.VISA else "reminder-last-day"
    return texts.plain(key, place=place_label(catalogue, texts, subject.place))


def _subject_lines(
    catalogue: Catalogue, texts: Texts, pending: tuple[Reminder, ...], subjects: tuple[Subject, ...]
) -> list[str]:
    if not subjects:
        return [texts("reminders-none")]
    nearest = {one.subject: one for one in reversed(pending)}
    return [
        texts(
            "reminders-line",
            what=subject_in_words(catalogue, texts, subject),
            date=texts.long_date(subject.day),
            next=texts.long_date(_days_before(subject, nearest[subject].days_before)),
        )
        for subject in subjects
    ]


def _to_subject(catalogue: Catalogue, texts: Texts, subject: Subject) -> InlineKeyboardButton:
    label = subject_in_words(catalogue, texts, subject)
    if subject.kind is ReminderKind.LAST_DAY:
        return button(label, ReminderCallback(act="open", kind=subject.kind, place=subject.place))
    return button(label, PaperCallback(act="open", kind=subject.kind, place=subject.place))


def _trip_off(catalogue: Catalogue, texts: Texts, one: FollowedTrip) -> InlineKeyboardButton:
    data = TripCallback(act="off", place=one.place, first=str(one.trip.first))
    return button(texts.plain("button-trip-off", trip=trip_in_words(catalogue, texts, one)), data)


def _switch(texts: Texts, subject: Subject, days: int, *, is_on: bool) -> InlineKeyboardButton:
    data = ReminderCallback(
        act="switch", kind=subject.kind, place=subject.place, day=str(subject.day), days=days, on=not is_on
    )
    return button(f"{ON if is_on else OFF} {texts.plain('reminder-before', days=days)}", data)


def _opening(texts: Texts, subject: Subject) -> InlineKeyboardButton:
    if subject.kind is ReminderKind.LAST_DAY:
        return button(texts.plain("button-stay"), StayCallback(act="card", place=subject.place))
    return papers_button(texts)


def _days_before(subject: Subject, days: int) -> date:
    return subject.day - timedelta(days=days)


def _dashed(kind: ReminderKind) -> str:
    return kind.replace("_", "-")
