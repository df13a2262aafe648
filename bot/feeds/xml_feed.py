"""Reads RSS (any), RDF and Atom, with feedparser behind a guard.

The guard refuses entity declarations, depth and masses of tags, and hands on no more than the items that are wanted: so
feedparser, which is slow and for broken XML takes time in the square of the length, never gets much to do.
"""

import io
import re
from collections.abc import Iterator
from functools import partial
from typing import Any
from xml.parsers import expat

from bot.feeds.dates import moment
from bot.feeds.problems import NoFeedError
from bot.feeds.raw import MOST_ITEMS, Raw

DEEPEST = 100
MOST_TAGS = 100_000
LONGEST_BROKEN = 256 * 1024
"""Bytes of a feed with broken XML that are read all the same."""

_ROOT = re.compile(r"<(?:\w{1,20}:)?(?:rss|feed|RDF|channel)\b", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ITEMS = ("item", "entry")


def read_xml(text: str) -> tuple[list[Raw], str]:
    """Return the reports of a feed and its language as it says; NoFeedError when it is none."""
    if not _ROOT.search(text[:20_000]):
        raise NoFeedError("neither RSS nor Atom")
    data = _DECLARATION.sub("", text).strip().encode("utf-8", "replace")
    parsed = _parse(_Guard(data).passed())
    if not parsed.get("version"):
        raise NoFeedError("neither RSS nor Atom")
    return list(_reports(parsed)), str(dict.get(parsed["feed"], "language") or "")


class _Enough(Exception):  # noqa: N818 - no error
    pass


class _Guard:
    """Walks over a feed once, at expat's speed."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._open: list[str] = []
        self._tags = self._items = self._end = 0
        self._left: tuple[str, ...] = ()
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._stop
        self._parser.EntityDeclHandler = self._refuse

    def passed(self) -> bytes:
        """Return what may be parsed: all of it, or as many items as are wanted, or those before the XML breaks."""
        try:
            self._parser.Parse(self._data, True)
        except _Enough:
            return self._cut()
        except expat.ExpatError:
            if b"<!ENTITY" in self._data:
                raise NoFeedError("it declares entities") from None
            if len(self._data) <= LONGEST_BROKEN:
                return self._data
            if self._items:
                return self._cut()
            raise NoFeedError("broken XML") from None
        return self._data

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        self._open.append(name)
        self._tags += 1
        if self._tags > MOST_TAGS or len(self._open) > DEEPEST:
            raise NoFeedError("too many tags")

    def _stop(self, name: str) -> None:
        self._open.pop()
        if name.rpartition(":")[2] in _ITEMS:
            self._items += 1
            self._end, self._left = self._parser.CurrentByteIndex, tuple(self._open)
            if self._items == MOST_ITEMS:
                raise _Enough

    def _refuse(self, *_: Any) -> None:
        raise NoFeedError("it declares entities")

    def _cut(self) -> bytes:
        """Return the feed up to the end of the last item, with what is open closed."""
        end = self._data.find(b">", self._end) + 1
        return self._data[:end] + "".join(f"</{name}>" for name in reversed(self._left)).encode()


def _parse(data: bytes) -> Any:
    import feedparser  # it takes a while, and a bot that watches nothing needs none of it

    said = {"content-type": "application/xml; charset=utf-8"}
    try:  # as a stream: a string might be taken for an address or a file's name
        return feedparser.parse(
            io.BytesIO(data), response_headers=said, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as error:  # it fails on some garbage in ways of its own
        raise NoFeedError(f"can't be parsed: {type(error).__name__}") from error


def _reports(parsed: Any) -> Iterator[Raw]:
    for entry in parsed.entries:
        get = partial(dict.get, entry)  # feedparser's own takes one date for another, with a warning
        summary = get("summary") or next((one.get("value") for one in get("content") or ()), None)
        stamp = get("published_parsed") or get("updated_parsed") or get("created_parsed")
        yield Raw(get("title"), entry.get("link"), entry.get("id"), summary, moment(stamp))
