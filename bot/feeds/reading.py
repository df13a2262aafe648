"""Reads an answer into items, whatever it is."""

from datetime import datetime

from bot.domain.watch import FeedKind, Item
from bot.feeds.decoding import decode
from bot.feeds.html_page import read_page
from bot.feeds.http import Answer
from bot.feeds.json_feed import read_json
from bot.feeds.problems import NoFeedError
from bot.feeds.raw import items_of
from bot.feeds.xml_feed import read_xml

LANGUAGES = ("ru", "kk", "en")


def read(answer: Answer, kind: FeedKind | None, language: str, now: datetime) -> tuple[FeedKind, tuple[Item, ...]]:
    """Return what the answer is and its items; kind: None to find out. NoFeedError when it is no feed.

    It may take seconds: call it in a thread.
    """
    text = decode(answer.body, answer.content_type)
    kind = kind or kind_of(text)
    if kind is FeedKind.JSON:
        found = read_json(text, answer.url, language)
    elif kind is FeedKind.HTML:
        found = read_page(text, answer.url)
    else:
        found, own = read_xml(text)
        language = language or _short(own)
    return kind, items_of(found, answer.url, language, now)


def kind_of(text: str) -> FeedKind:
    """Return what a text seems to be; NoFeedError when it is nothing that can be watched."""
    start = text[:20_000].lstrip().lower()
    if start[:1] in ("{", "["):
        return FeedKind.JSON
    for mark, kind in (("<html", FeedKind.HTML), ("<rss", FeedKind.RSS), ("<rdf:rdf", FeedKind.RSS)):
        if mark in start:
            return kind
    if "<feed" in start:
        return FeedKind.ATOM
    if start.startswith("<!doctype html") or "<a " in start:
        return FeedKind.HTML
    raise NoFeedError("neither a feed nor a page")


def _short(language: str) -> str:
    short = language.lower()[:2]
    return short if short in LANGUAGES else ""
