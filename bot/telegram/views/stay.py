"""The stay calculator in a chat: what is asked, what is answered."""

from collections.abc import Iterable

from aiogram.types import InlineKeyboardButton

from bot.domain.question import SCHENGEN
from bot.domain.stay import Caution, FromFirst, NotComputable, PerEntry, PerYear, Rolling, Trip, Usage, Why
from bot.i18n import Html, Texts
from bot.services.catalogue import Catalogue
from bot.services.stay import Standing
from bot.telegram.callbacks import CardCallback, StayCallback
from bot.telegram.keyboards import Row, button, grid, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.reminders import remind_row
from bot.telegram.views.stay_words import place_label, span
from bot.understanding.trips import TripProblem

OFFERED = (SCHENGEN, "TR", "CN", "AE", "TH", "VN", "KR", "RU")
"""Places on buttons, where people keep no others."""

SHOWN_TRIPS, SHOWN_PROBLEMS = 12, 5
EU_CALCULATOR = "https://home-affairs.ec.europa.eu/policies/schengen/border-crossing/short-stay-calculator_en"


def stay_button(texts: Texts, place: str) -> InlineKeyboardButton:
    """Return the button that begins a calculation for a place."""
    return button(texts.plain("button-stay"), StayCallback(act="card", place=place))


def ask_place(catalogue: Catalogue, texts: Texts, kept: Iterable[str] = (), *, unknown: bool = False) -> Reply:
    """Return the question for which place to count, with those of kept trips first."""
    places = tuple(dict.fromkeys((*kept, *OFFERED)))[: len(OFFERED)]
    return _choice(catalogue, texts, "stay-unknown-place" if unknown else "stay-ask-place", places)


def ask_which(catalogue: Catalogue, texts: Texts, namesakes: tuple[str, ...]) -> Reply:
    """Return the question which of the places of one name is meant."""
    return _choice(catalogue, texts, "ask-back", namesakes)


def _choice(catalogue: Catalogue, texts: Texts, key: str, places: tuple[str, ...]) -> Reply:
    known = [place for place in places if place == SCHENGEN or place in catalogue.destinations]
    rows = grid([_place_button(catalogue, texts, place) for place in known], 2)
    return Reply(texts(key), keyboard(*rows))


def _place_button(catalogue: Catalogue, texts: Texts, place: str) -> InlineKeyboardButton:
    return button(place_label(catalogue, texts, place), StayCallback(act="card", place=place))


def ask_trips(
    catalogue: Catalogue, texts: Texts, place: str, *, more: bool = False, problems: tuple[TripProblem, ...] = ()
) -> Reply:
    """Return the question when the person was there. more: besides the trips told already."""
    key = "stay-ask-more" if more else "stay-ask-trips"
    lines = [*wrong_lines(texts, problems), texts(key, place=place_label(catalogue, texts, place))]
    back = StayCallback(act="answer" if more else "none", place=place)
    rows = [
        [button(texts.plain("button-stay-calendar"), StayCallback(act="month", place=place))],
        [button(texts.plain("button-stay-answer" if more else "button-stay-none"), back)],
    ]
    return Reply("\n".join([*lines, texts("stay-year-rule")]), keyboard(*rows))


def no_days(texts: Texts) -> Reply:
    """Return that no days were seen in a text."""
    return Reply(texts("stay-no-days"))


def not_drawn(texts: Texts) -> Reply:
    """Return that the picture could not be drawn."""
    return Reply(texts("stay-picture-failed"))


def over(texts: Texts) -> str:
    """Return, for a button, that its calculation is over."""
    return texts.plain("stay-over")


def cannot(catalogue: Catalogue, texts: Texts, place: str, why: NotComputable) -> Reply:
    """Return why the days of a place can't be counted."""
    text = texts(f"stay-why-{why.reason}", place=place_label(catalogue, texts, place))
    card = button(texts.plain("button-stay-card"), CardCallback(iso2=place))
    other = button(texts.plain("button-stay-place"), StayCallback(act="place"))
    schengen = button(texts.plain("button-stay-schengen"), StayCallback(act="card", place=SCHENGEN))
    return Reply(text, keyboard([schengen] if why.reason is Why.SCHENGEN_ENTRY else [], [card, other]))


def answer(
    catalogue: Catalogue,
    texts: Texts,
    place: str,
    trips: tuple[Trip, ...],
    standing: Standing,
    *,
    kept: tuple[Trip, ...] = (),
    problems: tuple[TripProblem, ...] = (),
) -> Reply:
    """Return how many days are left. kept: the trips that the person keeps."""
    lines = [
        *wrong_lines(texts, problems),
        _left_line(texts, place_label(catalogue, texts, place), standing),
        *[_used_line(texts, usage) for usage in standing.usages],
        *_until_lines(texts, standing),
        *_return_lines(texts, standing),
        "",
        *_trip_lines(texts, trips, standing),
        "",
        *[texts(f"stay-caution-{caution}") for caution in Caution if caution in standing.rule.cautions],
        honest(texts, place),
    ]
    return Reply(
        "\n".join(lines),
        keyboard(
            remind_row(texts, place, standing),
            *_answer_rows(texts, place, trips, kept, limited=bool(standing.rule.limits)),
        ),
    )


def ask_drop(texts: Texts, place: str, trips: tuple[Trip, ...]) -> Reply:
    """Return the question which trip to take off the list."""
    latest = reversed(trips[-40:])
    rows = [
        [button(f"✖️ {span(texts, trip)}", StayCallback(act="drop-one", place=place, value=str(trip.first)))]
        for trip in latest
    ]
    back = [button(texts.plain("button-stay-answer"), StayCallback(act="answer", place=place))]
    return Reply(texts("stay-ask-drop"), keyboard(*rows, back))


def wrong_lines(texts: Texts, problems: tuple[TripProblem, ...]) -> list[str]:
    """Return what is wrong with typed days, each part by name."""
    lines: list[str] = [texts(f"stay-wrong-{one.problem}", part=one.part) for one in problems[:SHOWN_PROBLEMS]]
    return [*lines, ""] if lines else []


def honest(texts: Texts, place: str) -> Html:
    """Return that this decides nothing, with the EU's own calculator for Schengen."""
    return texts("stay-honest-schengen", url=EU_CALCULATOR) if place == SCHENGEN else texts("stay-honest")


def _left_line(texts: Texts, label: str, standing: Standing) -> str:
    if standing.left is None:
        return texts("stay-left-free", place=label)
    if not standing.left:
        return texts("stay-left-none", place=label)
    return texts("stay-left-longer" if _is_helped(standing) else "stay-left", place=label, days=standing.left)


def _is_helped(standing: Standing) -> bool:
    """Tell whether a stay may last longer than what is unused today, since old days leave the window meanwhile."""
    rolls = (one for one in standing.usages if isinstance(one.limit, Rolling))
    return bool(standing.left) and any((standing.left or 0) > one.limit.days - one.used for one in rolls)


def _used_line(texts: Texts, usage: Usage) -> str:
    limit, used, since = usage.limit, usage.used, texts.long_date(usage.since)
    match limit:
        case Rolling():
            return texts("stay-used-window", used=used, days=limit.days, window=limit.window, since=since)
        case FromFirst() if not used:
            return texts("stay-used-first-none", window=limit.window)
        case FromFirst():
            return texts("stay-used-first", used=used, days=limit.days, window=limit.window, since=since)
        case PerYear():
            return texts("stay-used-year", used=used, days=limit.days)
    return texts("stay-used-entry", used=used, days=limit.days)


def _until_lines(texts: Texts, standing: Standing) -> list[str]:
    if standing.last_day is None:
        return []
    date = texts.long_date(standing.last_day)
    if standing.is_there:
        key = "stay-last-there" if standing.last_day >= standing.day else "stay-last-overdue"
        lines = [texts(key, date=date)]
    else:
        lines = [texts("stay-last-entering", date=date)] if standing.left else []
    if _is_helped(standing):
        lines.append(texts("stay-old-days"))
    return [*lines]


def _return_lines(texts: Texts, standing: Standing) -> list[str]:
    if Caution.NEW_ENTRY in standing.rule.cautions or standing.left is None:
        return []
    lines = []
    if all(isinstance(limit, PerEntry) for limit in standing.rule.limits):
        lines.append(texts("stay-each-entry"))
    elif standing.returns is not None:
        lines.append(texts("stay-return", date=texts.long_date(standing.returns)))
    if standing.whole is not None and standing.whole_from is not None and standing.left < standing.whole:
        lines.append(texts("stay-whole", days=standing.whole, date=texts.long_date(standing.whole_from)))
    return [*lines]


def _trip_lines(texts: Texts, trips: tuple[Trip, ...], standing: Standing) -> list[str]:
    if not trips:
        return [texts("stay-no-trips")]
    lines: list[str] = [texts("stay-trips")]
    if len(trips) > SHOWN_TRIPS:
        lines.append(texts("stay-trips-more", count=len(trips) - SHOWN_TRIPS))
    for trip in trips[-SHOWN_TRIPS:]:
        line = texts("stay-trip", span=span(texts, trip), days=trip.closed(standing.day).days)
        much = standing.over.get(trip)
        lines.append(f"{line} · {texts('stay-trip-over', over=much)}" if much else line)
    return lines


def _answer_rows(
    texts: Texts, place: str, trips: tuple[Trip, ...], kept: tuple[Trip, ...], *, limited: bool
) -> list[Row]:
    def act(name: str) -> InlineKeyboardButton:
        return button(texts.plain(f"button-stay-{name}"), StayCallback(act=name, place=place))

    keeping = [act("keep")] if trips and trips != kept else []
    return [
        [act("plan"), act("add")],
        [act("picture")] if limited else [],
        [*keeping, *([act("forget")] if kept else [])],
        [*([act("drop")] if trips else []), act("place")],
    ]
