"""The window of a stay as a picture: which days were spent, which count today, which are left."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.stay import Trip, Usage
from bot.domain.talks import PartialDate
from bot.i18n import Texts
from bot.pictures import theme
from bot.pictures.calendar_grid import CalendarGrid, Key, Keys, Month
from bot.pictures.sheet import Sheet, Tile

MOST_MONTHS = 14
SPENT, OLD, FREE, TODAY = theme.ACCENT, "#9AA7B2", "#9FD3E0", theme.SECOND


@dataclass(frozen=True, slots=True)
class Stay:
    """What is drawn. place: in words. usage: of the limit that binds, on the day. until: the last legal day for who is
    there or enters that day; None: no end. left: days in a row from that day on; None: no end.
    """

    place: str
    day: date
    trips: tuple[Trip, ...]
    usage: Usage
    left: int | None
    until: date | None


def draw(texts: Texts, stay: Stay, bot_name: str = "") -> str:
    """Return the picture as SVG. bot_name: without the @."""
    sheet = Sheet()
    sheet.title(texts.plain("stay-picture-title", place=stay.place), texts.plain("stay-picture-below"))
    sheet.tiles(tuple(_tiles(texts, stay)))
    since, until = texts.short_date(stay.usage.since), texts.short_date(stay.day)
    heading = texts.plain("stay-picture-window", since=since, until=until)
    sheet.panel(heading, CalendarGrid(_months(texts, stay), _fills(stay), {stay.day: TODAY}), Keys(_keys(texts, stay)))
    told = [texts.plain("stay-picture-foot", date=texts.long_date(stay.day)), f"@{bot_name}" if bot_name else ""]
    sheet.foot(" · ".join(filter(None, told)))
    return sheet.svg()


def _tiles(texts: Texts, stay: Stay) -> Iterator[Tile]:
    days = stay.usage.limit.days
    yield Tile(texts.plain("stay-picture-used"), str(stay.usage.used), texts.plain("stay-picture-of", days=days))
    if stay.left is not None:
        yield Tile(texts.plain("stay-picture-left"), str(stay.left), texts.plain("stay-picture-in-a-row"))
    if stay.until is not None and stay.left:
        yield Tile(texts.plain("stay-picture-until"), texts.short_date(stay.until)[:5], str(stay.until.year))


def _months(texts: Texts, stay: Stay) -> tuple[Month, ...]:
    """Return the months from the window's first to the last legal day's, as many as fit."""
    first = min(stay.usage.since, stay.day).replace(day=1)
    last = max(stay.day, stay.until or stay.day)
    found: list[Month] = []
    while first <= last and len(found) < MOST_MONTHS:
        found.append(Month(first, texts.long_date(PartialDate(first.year, first.month))))
        first = (first + timedelta(days=31)).replace(day=1)
    return tuple(found)


def _fills(stay: Stay) -> dict[date, str]:
    """Return the colours of days: later ones stand over earlier ones."""
    may = days_between(stay.day, stay.until) if stay.left and stay.until else ()
    fills = dict.fromkeys(may, FREE)
    for trip in stay.trips:
        for day in days_between(trip.first, trip.closed(stay.day).last or trip.first):
            fills[day] = SPENT if stay.usage.since <= day else OLD
    return fills


def _keys(texts: Texts, stay: Stay) -> tuple[Key, ...]:
    colours = set(_fills(stay).values())
    named = ((SPENT, "stay-picture-key-spent"), (OLD, "stay-picture-key-old"), (FREE, "stay-picture-key-free"))
    return (
        *(Key(fill, texts.plain(key)) for fill, key in named if fill in colours),
        Key(TODAY, texts.plain("stay-picture-key-today")),
    )


def days_between(first: date, last: date) -> Iterable[date]:
    """Return every day from the first to the last, no more than ten years of them."""
    count = min(3700, (last - first).days + 1)
    return (first + timedelta(days=number) for number in range(count))
