"""Doors that bytes from outside come through, each as one function: what it refuses, it refuses in its own error."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from aiogram.filters.callback_data import CallbackData
from aiogram.types import Update
from pydantic import ValidationError

import bot
from bot.db.csv_rows import FactsError
from bot.db.facts_files import read_destinations, shipped_territories
from bot.db.facts_rows import Known
from bot.db.feeds_file import parse_feeds
from bot.domain.stay import read_rule
from bot.domain.watch import FeedKind, Item
from bot.feeds.http import Answer
from bot.feeds.problems import NoFeedError
from bot.feeds.raw import MOST_ITEMS
from bot.feeds.reading import read
from bot.telegram import callbacks, desk_callbacks
from bot.understanding import Understanding
from bot.understanding.news.reader import NewsReader
from bot.understanding.trips import read_trips
from bot.web.init_data import InitDataError, Stamp

Target = Callable[[bytes], object]

DATA = Path(bot.__file__).parent / "data"
SAMPLES = Path(__file__).parent.parent / "feeds" / "samples"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def of_feed(data: bytes) -> None:
    """Read a feed of a kind that its first byte chooses."""
    kinds = [None, *FeedKind]
    kind = kinds[data[0] % len(kinds)] if data else None
    try:
        items = read(Answer(200, "https://news.example/feed", data[1:], ""), kind, "", NOW)[1]
    except NoFeedError:
        return
    assert len(items) <= MOST_ITEMS
    assert all(item.link.startswith(("http://", "https://")) or not item.link for item in items)


def of_news(data: bytes) -> None:
    """Judge a report."""
    title, _, summary = _text(data).partition("\n")
    _news().judge(Item("1", "https://news.example/1", title[:500], summary[:2000]))


def of_destinations(data: bytes) -> None:
    """Read a file of destinations."""
    try:
        read_destinations(data, _known(), "x.csv")
    except FactsError as error:
        assert "x.csv" in str(error)


def of_feeds_file(data: bytes) -> None:
    """Read a file of feeds."""
    try:
        file = parse_feeds("feeds.csv", data)
    except FactsError as error:
        assert "feeds.csv" in str(error)
    else:
        assert all(feed.url.lower().startswith(("http://", "https://")) for feed in file.feeds)


def of_init_data(data: bytes) -> None:
    """Look at what a page says Telegram signed: nobody here has the key, so nothing may be believed."""
    try:
        Stamp("42:another").visitor(data.decode("utf-8", "surrogateescape"), NOW)
    except InitDataError:
        return
    raise AssertionError("a forged signature was believed")


def of_question(data: bytes) -> None:
    """Understand a question."""
    _understanding().understand(_text(data)[:4096])


def of_trips(data: bytes) -> None:
    """Read trips."""
    text = _text(data)[:4096]
    for trip in (*read_trips(text, TODAY).trips, *read_trips(text, TODAY, planned=True).trips):
        assert trip.last is None or trip.first <= trip.last


def of_rule(data: bytes) -> None:
    """Read a rule of stay."""
    read_rule(_text(data))


def of_button(data: bytes) -> None:
    """Unpack what a button carries, as each kind of button: refused by ValueError, as aiogram's filter expects."""
    text = _text(data)
    for kind in _buttons():
        try:
            kind.unpack(text)
        except (ValueError, TypeError):
            continue


def of_update(data: bytes) -> None:
    """Parse an update."""
    try:
        Update.model_validate(json.loads(data))
    except (ValueError, RecursionError, ValidationError):
        return


TARGETS: dict[str, Target] = {
    "button": of_button,
    "destinations": of_destinations,
    "feed": of_feed,
    "feeds-file": of_feeds_file,
    "init-data": of_init_data,
    "news": of_news,
    "question": of_question,
    "rule": of_rule,
    "trips": of_trips,
    "update": of_update,
}


def seeds(name: str) -> list[bytes]:
    """Return well-formed inputs of a target, to begin with."""
    whole = (DATA / "destinations.csv").read_bytes().split(b"\n")
    asked = ["Турция", "визасыз 60 күнге қайда баруға болады", "Япония мен Корея", "какие документы на шенген"]
    days = ["12-20 марта, 5.05–1.06.2026", "наурыздың 12-нен 20-сына дейін", "с 5 мая", "2026-03-12 – 2026-03-20"]
    update = {
        "update_id": 1,
        "message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "Турция"},
    }
    found: dict[str, list[bytes]] = {
        "button": [b"c1:TR:0", b"sy1:day:TR:2026-03-12", b"l1:f:-:0:0", b"pb1:confirm:x:"],
        "destinations": [b"\n".join(whole[:6]), b"\n".join(whole[:1] + whole[50:60])],
        "feed": [b"\x00" + path.read_bytes()[:20_000] for path in sorted(SAMPLES.glob("*.xml"))],
        "feeds-file": [(DATA / "feeds.csv").read_bytes()],
        "init-data": [b"user=%7B%22id%22%3A1%7D&auth_date=1790000000&hash=" + b"0" * 64],
        "news": ["ЕО мен Қазақстан виза келіссөзінің екінші раунды\nАстанада өтті".encode()],
        "question": [text.encode() for text in asked],
        "rule": [b"30 per entry, 90 in 180 in total", b"30 days in a year from first entry"],
        "trips": [text.encode() for text in days],
        "update": [json.dumps(update).encode()],
    }
    return found[name]


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


@cache
def _buttons() -> tuple[type[CallbackData], ...]:
    kinds = (*vars(callbacks).values(), *vars(desk_callbacks).values())
    return tuple({kind for kind in kinds if isinstance(kind, type) and issubclass(kind, CallbackData)} - {CallbackData})


@cache
def _understanding() -> Understanding:
    return Understanding.load()


@cache
def _news() -> NewsReader:
    return NewsReader(_understanding().gazetteer)


@cache
def _known() -> Known:
    return shipped_territories()
