"""A month to pick days on, edited in place."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from aiogram.types import InlineKeyboardButton
from babel.dates import get_day_names

from bot.domain.stay import Trip
from bot.i18n import Texts
from bot.telegram.callbacks import StayCallback
from bot.telegram.keyboards import Row, button, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.stay_words import month_title

FIRST_YEAR, LAST_YEAR = 2000, 2099
_MONDAY_FIRST = calendar.Calendar()
_BLANK = "\u2800"


def month_of(value: str, today: date) -> date:
    """Return the first day of a month written `2026-03`; of this month where it is none or too far away."""
    year, _, month = value.partition("-")
    if year.isdecimal() and month.isdecimal() and FIRST_YEAR <= int(year) <= LAST_YEAR and 1 <= int(month) <= 12:
        return date(int(year), int(month), 1)
    return today.replace(day=1)


def day_of(value: str) -> date | None:
    """Return the day written `2026-03-12`, None when it is none that the calendar has."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the calendar shows: a place, the trips told so far, the first day picked. planning: it is for a plan."""

    texts: Texts
    place: str
    today: date
    trips: tuple[Trip, ...] = ()
    picked: date | None = None
    planning: bool = False

    def page(self, month: date) -> Reply:
        """Return a month: today in round brackets, days of trips between dots, the picked day in square brackets."""
        text = self.texts("stay-calendar-first")
        if self.picked is not None:
            text = self.texts("stay-calendar-last", date=self.texts.long_date(self.picked))
        days = _MONDAY_FIRST.monthdatescalendar(month.year, month.month)
        weeks = [[self._cell(day) if day.month == month.month else self._idle(_BLANK) for day in week] for week in days]
        return Reply(text, keyboard(self._head(month), self._weekdays(), *weeks, *self._foot()))

    def _head(self, month: date) -> Row:
        before, after = month - timedelta(days=1), month + timedelta(days=31)
        return [
            self._button("◀️", "month", f"{before:%Y-%m}") if before.year >= FIRST_YEAR else self._idle(_BLANK),
            self._idle(month_title(self.texts, month)),
            self._button("▶️", "month", f"{after:%Y-%m}") if after.year <= LAST_YEAR else self._idle(_BLANK),
        ]

    def _weekdays(self) -> Row:
        names = get_day_names("short", locale=self.texts.language)
        return [self._idle(str(names[number])) for number in range(7)]

    def _cell(self, day: date) -> InlineKeyboardButton:
        label = str(day.day)
        if day == self.picked:
            label = f"[{label}]"
        elif any(trip.first <= day <= (trip.last or self.today) for trip in self.trips):
            label = f"·{label}·"
        elif day == self.today:
            label = f"({label})"
        return self._button(label, "day", day.isoformat())

    def _foot(self) -> list[Row]:
        there = self._button(self.texts.plain("button-stay-there"), "there")
        is_possible = self.picked is not None and self.picked <= self.today and not self.planning
        return [[there] if is_possible else [], [self._button(self.texts.plain("button-stay-answer"), "answer")]]

    def _button(self, label: str, act: str, value: str = "") -> InlineKeyboardButton:
        return button(label, StayCallback(act=act, place=self.place, value=value))

    def _idle(self, label: str) -> InlineKeyboardButton:
        return self._button(label, "idle")
