"""Reads what was fetched into items: RSS and Atom, JSON, pages."""

import calendar
import hashlib
import json
import re
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

from bot.domain.watch import FeedKind, Item
from bot.feeds.text import LONGEST_SUMMARY, LONGEST_TITLE, day_in, link_of, plain

MOST_ITEMS = 200
LEAST_WORDS = 3
"""Words of a link on a page that may be a headline."""

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_TITLES = ("title", "headline", "name", "title_ru", "title_kk")
_SUMMARIES = (
    "summary",
    "description",
    "short",
    "short_description",
    "lead",
    "content_text",
    "content_html",
    "body",
    "content",
)
_LINKS = ("url", "link", "external_url", "href", "web_url")
_DATES = (
    "date_published",
    "published_at",
    "published",
    "pubDate",
    "created_date",
    "created_at",
    "date",
    "date_modified",
)


class NoFeedError(ValueError):
    """What was fetched is not what the feed's kind says."""


def read(body: bytes, kind: FeedKind, url: str, language: str, now: datetime) -> tuple[Item, ...]:
    """Return the items, each key once, in the feed's order; NoFeedError when it is no such feed.

    It takes long for large bodies: call it in a thread.
    """
    readers: dict[FeedKind, Callable[[bytes, str], Iterable[dict[str, Any]]]] = {
        FeedKind.RSS: _xml,
        FeedKind.ATOM: _xml,
        FeedKind.JSON: _json,
        FeedKind.HTML: _page,
    }
    found: dict[str, Item] = {}
    for raw in readers[kind](body, url):
        item = _item(raw, url, language, now)
        if item is not None:
            found.setdefault(item.key, item)
        if len(found) >= MOST_ITEMS:
            break
    return tuple(found.values())


def kind_of(body: bytes, content_type: str) -> FeedKind | None:
    """Return what an answer seems to be, None when it is nothing that can be watched."""
    start = body[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if "json" in content_type.lower() or start[:1] in (b"{", b"["):
        return FeedKind.JSON
    if b"<feed" in start:
        return FeedKind.ATOM
    if b"<rss" in start or b"<rdf:rdf" in start:
        return FeedKind.RSS
    return FeedKind.HTML if b"<html" in start or b"<!doctype html" in start else None


def _item(raw: dict[str, Any], url: str, language: str, now: datetime) -> Item | None:
    title = plain(raw.get("title"), LONGEST_TITLE)
    if not title:
        return None
    given = raw.get("link")
    link = link_of(urljoin(url, given.strip())) if isinstance(given, str) and given.strip() else ""
    published = raw.get("published") or (day_in(link) if link else None)
    if published is not None and published > now:
        published = now  # a clock ahead of ours, or a trick to stay the newest
    own = raw.get("id")
    mark = str(own).strip() if isinstance(own, str | int) and str(own).strip() else link or f"{title}|{published}"
    key = mark if len(mark) <= 200 else hashlib.sha256(mark.encode(errors="replace")).hexdigest()
    key = key.encode("utf-8", "replace").decode().replace("\x00", "")
    return Item(key, link, title, plain(raw.get("summary"), LONGEST_SUMMARY), published, language)


def _xml(body: bytes, _url: str) -> Iterable[dict[str, Any]]:
    import feedparser  # takes a while to import, and most processes never look at a feed

    if _ENTITY.search(body):
        raise NoFeedError("it declares entities")
    try:
        parsed = feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # a parser of everything fails in many ways
        raise NoFeedError(f"it can't be parsed: {type(error).__name__}") from error
    if not parsed.get("version"):
        raise NoFeedError("it is neither RSS nor Atom")
    for entry in parsed.entries:
        stamp = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
        yield {
            "title": entry.get("title"),
            "link": entry.get("link"),
            "id": entry.get("id"),
            "summary": entry.get("summary"),
            "published": _moment(stamp),
        }


def _moment(stamp: object) -> datetime | None:
    if not isinstance(stamp, time.struct_time):
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(stamp), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _json(body: bytes, _url: str) -> Iterable[dict[str, Any]]:
    try:
        data = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NoFeedError("it is no JSON") from error
    rows = _rows(data, depth=0)
    if rows is None:
        raise NoFeedError("it holds no list of news")
    for row in rows:
        yield {
            "title": _first(row, _TITLES),
            "link": _first(row, _LINKS),
            "id": row.get("id") or row.get("guid"),
            "summary": _first(row, _SUMMARIES),
            "published": _date(_first(row, _DATES)),
        }


def _rows(data: Any, depth: int) -> list[dict[str, Any]] | None:
    """Return the first list of objects that have titles, wherever it lies."""
    if depth > 4:
        return None
    if isinstance(data, list):
        titled = [row for row in data if isinstance(row, dict) and _first(row, _TITLES) is not None]
        return titled if titled or not data else None
    if isinstance(data, dict):
        inner = sorted(data.items(), key=lambda pair: pair[0] not in ("items", "content", "data", "results", "news"))
        found = [
            rows
            for _, value in inner
            if isinstance(value, list | dict) and (rows := _rows(value, depth + 1)) is not None
        ]
        return max(found, key=len, default=None)
    return None


def _first(row: dict[str, Any], names: tuple[str, ...]) -> Any:
    return next((row[name] for name in names if isinstance(row.get(name), str | int) and row[name] != ""), None)


def _date(value: Any) -> datetime | None:
    if isinstance(value, int) and not isinstance(value, bool):
        seconds = value / 1000 if value > 10**11 else value
        return datetime.fromtimestamp(seconds, UTC) if 0 < seconds < 10**10 else None
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(value.strip())
    except ValueError:
        return _loose_date(value)
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def _loose_date(value: str) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        found = parsedate_to_datetime(value[:100])
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


class _Links(HTMLParser):
    """Collects the links of a page with their words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []
        self._address, self._words = "", list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._address, self._words = dict(attrs).get("href") or "", []

    def handle_data(self, data: str) -> None:
        if self._address and len(self._words) < 100:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._address:
            self.found.append((self._address, " ".join(" ".join(self._words).split())))
            self._address = ""


def _page(body: bytes, _url: str) -> Iterable[dict[str, Any]]:
    if b"<a" not in body.lower():
        raise NoFeedError("it is no page with links")
    parser = _Links()
    try:
        parser.feed(body.decode("utf-8", "replace"))
        parser.close()
    except Exception as error:  # the standard library's parser fails on some garbage
        raise NoFeedError("it is no page") from error
    for address, words in parser.found:
        if len(words.split()) >= LEAST_WORDS:
            yield {"title": words, "link": address}
