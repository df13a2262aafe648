"""Places, days and limits of stays, in words."""

from datetime import date

from babel.dates import format_date

from bot.domain.destination import flag
from bot.domain.stay import FromFirst, Limit, PerEntry, PerYear, Rolling, Trip
from bot.i18n import Texts
from bot.services.catalogue import Catalogue


def place_label(catalogue: Catalogue, texts: Texts, place: str) -> str:
    """Return the flag and the name of a place, SCHENGEN too."""
    return f"{flag(place)} {catalogue.name(place, texts.language)}"


def span(texts: Texts, trip: Trip) -> str:
    """Return the days of a trip, as short as they can be said: «12–20 марта 2026»."""
    first, last = trip.first, trip.last
    if last is None:
        return texts.plain("stay-span-open", first=texts.long_date(first))
    if first == last:
        return texts.long_date(first)
    if first.year != last.year:
        return texts.plain("stay-span", first=texts.long_date(first), last=texts.long_date(last))
    year = str(last.year)
    if first.month != last.month:
        return texts.plain("stay-span-year", first=_in_year(texts, first), last=_in_year(texts, last), year=year)
    month = _in_year(texts, last).partition(" ")[2]
    return texts.plain("stay-span-month", first=str(first.day), last=str(last.day), month=month, year=year)


def month_title(texts: Texts, month: date) -> str:
    """Return a month as it stands over a calendar, «қараша 2026»: a sentence's «2026 жылғы қараша» is too long."""
    return str(format_date(month, "LLLL y", locale=texts.language)).lower()


def limit_words(texts: Texts, limit: Limit) -> str:
    """Return a limit told in a few words."""
    match limit:
        case PerEntry():
            return texts("stay-limit-entry", days=limit.days)
        case Rolling():
            return texts("stay-limit-window", days=limit.days, window=limit.window)
        case FromFirst():
            return texts("stay-limit-first", days=limit.days, window=limit.window)
        case PerYear():
            return texts("stay-limit-year", days=limit.days)
    raise TypeError(f"no words for {limit}")


def _in_year(texts: Texts, day: date) -> str:
    return str(format_date(day, "d MMMM", locale=texts.language)).lower()
