"""One conditional GET, bounded in size, time, redirects and in the addresses it may lead to."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import aiohttp

from bot.feeds.addresses import Gate, check_url
from bot.feeds.problems import NoFeedError, RedirectsError, TooLargeError
from bot.feeds.unpacking import Unpacker

LARGEST = 5 * 1024 * 1024
MOST_REDIRECTS = 5
LONGEST_HEADER = 64 * 1024
LONGEST_MARK = 500
LONGEST_RETRY_AFTER = 86_400.0
IDLE = 10.0
"""Seconds in which a server must say something."""

_CHUNK = 64 * 1024
_MOVED = (301, 302, 303, 307, 308)
_ACCEPT = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, "
    "application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.6, */*;q=0.1"
)


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask. language: of the wanted answer, or empty. agent: who asks, and where one can complain."""

    url: str
    etag: str = ""
    last_modified: str = ""
    language: str = ""
    agent: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """Return the headers that say so."""
        wanted = {
            "User-Agent": self.agent,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip, deflate",
            "Accept-Language": f"{self.language}, *;q=0.5" if self.language else "",
            "If-None-Match": self.etag,
            "If-Modified-Since": self.last_modified,
        }
        return {name: value for name, value in wanted.items() if value}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said in the end. url: where it was found. body: unpacked; empty unless the status is 200."""

    status: int
    url: str
    body: bytes = b""
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""
    retry_after: float | None = None


async def ask(question: Question, gate: Gate) -> Answer:
    """Return the answer.

    Raises RedirectsError, TooLargeError, NoFeedError, ValueError for an address that is none, and what aiohttp raises.
    """
    connector = aiohttp.TCPConnector(socket_factory=gate, force_close=True)
    async with aiohttp.ClientSession(
        connector=connector,
        auto_decompress=False,
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=IDLE, sock_read=IDLE),
        max_line_size=LONGEST_HEADER,
        max_field_size=LONGEST_HEADER,
    ) as session:
        return await _follow(session, question)


async def _follow(session: aiohttp.ClientSession, question: Question) -> Answer:
    url, seen = question.url, set[str]()
    while url not in seen:
        if len(seen) > MOST_REDIRECTS:
            raise RedirectsError(f"more than {MOST_REDIRECTS}")
        seen.add(url)
        check_url(url)
        async with session.get(url, headers=question.headers, allow_redirects=False) as response:
            if response.status not in _MOVED:
                return await _read(response, url)
            url = urljoin(url, response.headers.get("Location", ""))
    raise RedirectsError("in a circle")


async def _read(response: aiohttp.ClientResponse, url: str) -> Answer:
    headers = response.headers
    body = await _body(response) if response.status == 200 else b""
    return Answer(
        response.status,
        url,
        body,
        headers.get("Content-Type", "")[:200],
        _mark(headers, "ETag"),
        _mark(headers, "Last-Modified"),
        _retry_after(headers),
    )


async def _body(response: aiohttp.ClientResponse) -> bytes:
    if (response.content_length or 0) > LARGEST:
        raise TooLargeError
    unpacker = Unpacker(response.headers.get("Content-Encoding", ""), LARGEST)
    try:
        async for chunk in response.content.iter_chunked(_CHUNK):
            unpacker.take(chunk)
    except aiohttp.ClientPayloadError:
        raise NoFeedError("cut off") from None
    return unpacker.body()


def _mark(headers: Mapping[str, str], name: str) -> str:
    """Return a value to be given back, empty when it is not fit for that."""
    value = headers.get(name, "")
    return value if len(value) <= LONGEST_MARK and value.isascii() and value.isprintable() else ""


def _retry_after(headers: Mapping[str, str]) -> float | None:
    value = headers.get("Retry-After", "").strip()[:40]
    if not value:
        return None
    try:
        seconds = float(value) if value.isdecimal() else parsedate_to_datetime(value).timestamp() - time.time()
    except (ValueError, OverflowError):
        return None
    return min(max(seconds, 0.0), LONGEST_RETRY_AFTER)
