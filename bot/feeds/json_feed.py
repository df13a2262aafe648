"""Reads JSON: JSON Feed, and whatever holds a list of objects with a title and a link or a number."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from bot.feeds.dates import moment
from bot.feeds.problems import NoFeedError
from bot.feeds.raw import Raw

DEEPEST = 6
MOST_ROWS = 1000
_TITLES = ("title", "headline", "name", "title_ru", "title_kk", "title_en", "heading", "subject")
_LINKS = ("url", "link", "external_url", "web_url", "href", "permalink", "full_url")
_KEYS = ("id", "guid", "uuid", "_id", "slug")
_SUMMARIES = (
    "summary", "short", "short_description", "description", "excerpt", "lead", "annotation", "anons",
    "content_text", "content_html", "content", "body", "text",
)  # fmt: skip
_DATES = (
    "date_published", "published_at", "publishedAt", "published", "publish_date", "pub_date", "pubDate",
    "created_date", "created_at", "createdAt", "date_gmt", "date", "datetime", "date_modified", "updated_at",
)  # fmt: skip
_WORDS = ("rendered", "ru", "kk", "kz", "en", "value", "text")
"""What an object in the place of a text may keep it under: `{"title": {"rendered": "…"}}`."""


def read_json(text: str, url: str, language: str) -> list[Raw]:
    """Return the reports; NoFeedError when there are none to be found."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise NoFeedError("no JSON") from None
    lists = list(_lists(data, DEEPEST))
    if not lists:
        raise NoFeedError("no list of news in it")
    longest = max(lists, key=lambda rows: sum(map(_is_report, rows)))
    return [_raw(row, url, language) for row in longest if isinstance(row, dict) and _is_report(row)]


def _lists(data: Any, depth: int) -> Iterator[list[Any]]:
    """Yield the lists that may hold news: those with reports in them, and an empty one where a feed has its own."""
    if isinstance(data, list):
        rows = data[:MOST_ROWS]
        if not data or any(map(_is_report, rows)):
            yield rows
            return
        inner = rows
    else:
        inner = list(data.values()) if isinstance(data, dict) else []
    if depth:
        for one in inner[:MOST_ROWS]:
            if isinstance(one, list | dict):
                yield from _lists(one, depth - 1)


def _is_report(row: object) -> bool:
    if not isinstance(row, dict):
        return False
    has_words = _first(row, _TITLES) or (_first(row, _SUMMARIES) and _first(row, _DATES))
    return bool(has_words) and bool(_first(row, _LINKS) or _first(row, _KEYS))


def _raw(row: dict[str, Any], url: str, language: str) -> Raw:
    titles = (f"title_{language}", *_TITLES) if language else _TITLES
    key = _first(row, _KEYS)
    link = _first(row, _LINKS) or _page_of(url, key, language)
    return Raw(_first(row, titles, language), link, key, _first(row, _SUMMARIES, language), moment(_first(row, _DATES)))


def _first(row: dict[str, Any], names: tuple[str, ...], language: str = "") -> Any:
    for name in names:
        value = row.get(name)
        if isinstance(value, dict):
            value = next((value[one] for one in (language, *_WORDS) if isinstance(value.get(one), str)), None)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and value != "":
            return value
    return None


def _page_of(url: str, key: object, language: str) -> str | None:
    """Return the address at which people read a report of gov.kz, whose API names none."""
    parts = urlsplit(url)
    project = re.search(r"projects=eq(?::|%3A)([a-z0-9-]+)", parts.query, re.IGNORECASE)
    if not (parts.hostname or "").endswith("gov.kz") or project is None or not isinstance(key, int):
        return None
    page = f"{parts.scheme}://{parts.netloc}/memleket/entities/{project[1]}/press/news/details/{key}"
    return f"{page}?lang={language or 'ru'}"
