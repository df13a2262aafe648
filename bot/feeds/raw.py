"""What a reader finds, before it is made an item."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.watch import Item
from bot.feeds.dates import day_in
from bot.feeds.plain import LONGEST_SUMMARY, LONGEST_TITLE, line, plain, web_link

MOST_ITEMS = 200
LONGEST_KEY = 200


@dataclass(frozen=True, slots=True)
class Raw:
    """A report as it stands in the feed: anything may be of any type, empty or absurd."""

    title: object
    link: object = None
    key: object = None
    summary: object = None
    published: datetime | None = None


def items_of(found: Iterable[Raw], base: str, language: str, now: datetime) -> tuple[Item, ...]:
    """Return the items, each key once, in the feed's order; what has no words is passed over."""
    items: dict[str, Item] = {}
    for raw in found:
        item = _item(raw, base, language, now)
        if item is not None:
            items.setdefault(item.key, item)
        if len(items) == MOST_ITEMS:
            break
    return tuple(items.values())


def _item(raw: Raw, base: str, language: str, now: datetime) -> Item | None:
    summary = plain(raw.summary, LONGEST_SUMMARY)
    title = plain(raw.title, LONGEST_TITLE) or line(summary, LONGEST_TITLE)
    if not title:
        return None
    link = web_link(base, raw.link)
    published = raw.published or day_in(link)
    published = min(published, now) if published else None  # a clock ahead of ours, or a trick to stay the newest
    key = _key(raw.key) or _key(link) or _hash(f"{title}|{published}")
    return Item(key, link, title, summary, published, language)


def _key(given: object) -> str:
    if isinstance(given, bool) or not isinstance(given, str | int):
        return ""
    text = str(given)[:100_000].strip()
    key = line(text, 100_000)
    return key if key == text and len(key) <= LONGEST_KEY else _hash(text)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
