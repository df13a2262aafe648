"""Fetches a feed: politely, and bounded in every way a server could be bad."""

import asyncio
import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from types import TracebackType
from urllib.parse import urljoin

import aiohttp

from bot.domain.watch import Outcome
from bot.feeds.addresses import PrivateAddressError, PublicResolver, check_address

LARGEST = 5 * 1024 * 1024
"""Bytes of an answer, also unpacked."""

SECONDS = 20.0
"""For one look, redirects included."""

MOST_REDIRECTS = 5
LONGEST_RETRY_AFTER = 86_400.0
_CHUNK = 64 * 1024
_MOVED = (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": "SaparBot/0.1 (+https://t.me/sapar_bot; news of visas for citizens of Kazakhstan)",
    "Accept": "application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. body: unpacked, empty unless READ. detail: an HTTP status or so. retry_after: seconds asked for."""

    outcome: Outcome
    body: bytes = b""
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""
    detail: str = ""
    retry_after: float | None = None


class TooLargeError(Exception):
    """The answer is longer than LARGEST."""


class FeedClient:
    """An HTTP client for feeds, to be used in a `with` block."""

    def __init__(self, *, allow_private: bool = False, seconds: float = SECONDS) -> None:
        """Take whether private addresses may be asked, and the time for one look."""
        self._allow_private, self._seconds = allow_private, seconds
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> "FeedClient":
        """Open connections lazily."""
        resolver = None if self._allow_private else PublicResolver()
        connector = aiohttp.TCPConnector(limit=8, resolver=resolver, use_dns_cache=False, force_close=True)
        self._session = aiohttp.ClientSession(
            connector=connector,
            headers=_HEADERS,
            auto_decompress=False,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None),
            max_line_size=16 * 1024,
            max_field_size=16 * 1024,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()

    async def fetch(self, url: str, etag: str = "", last_modified: str = "") -> Fetched:
        """Return what is at an address; it never raises for what a server does."""
        try:
            async with asyncio.timeout(self._seconds):
                return await self._follow(url, etag, last_modified)
        except TimeoutError:
            return Fetched(Outcome.TOO_SLOW, detail=f"{self._seconds:.0f} s")
        except TooLargeError:
            return Fetched(Outcome.TOO_LARGE)
        except PrivateAddressError:
            return Fetched(Outcome.PRIVATE)
        except (aiohttp.ClientError, OSError, ValueError, zlib.error) as error:
            cause = error.__cause__ or error.__context__ or error
            if isinstance(cause, PrivateAddressError) or isinstance(
                getattr(error, "os_error", None), PrivateAddressError
            ):
                return Fetched(Outcome.PRIVATE)
            return Fetched(Outcome.UNREACHABLE, detail=type(error).__name__)

    async def _follow(self, url: str, etag: str, last_modified: str) -> Fetched:
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in conditions.items() if value}
        seen = set()
        for _ in range(MOST_REDIRECTS + 1):
            check_address(url, allow_private=self._allow_private)
            if url in seen:
                break
            seen.add(url)
            assert self._session is not None
            async with self._session.get(url, headers=headers, allow_redirects=False) as response:
                if response.status not in _MOVED:
                    return await self._read(response)
                url = urljoin(url, response.headers.get("Location", ""))
        return Fetched(Outcome.REDIRECTS)

    async def _read(self, response: aiohttp.ClientResponse) -> Fetched:
        if response.status == 304:
            return Fetched(Outcome.UNCHANGED)
        if response.status != 200:
            return Fetched(Outcome.REFUSED, detail=str(response.status), retry_after=_retry_after(response))
        if (response.content_length or 0) > LARGEST:
            raise TooLargeError
        body = b"".join([chunk async for chunk in _unpacked(response)])
        return Fetched(
            Outcome.READ,
            body,
            response.headers.get("Content-Type", "")[:200],
            response.headers.get("ETag", "")[:500],
            response.headers.get("Last-Modified", "")[:100],
        )


async def _unpacked(response: aiohttp.ClientResponse) -> AsyncIterator[bytes]:
    """Yield the body, unpacked in pieces: a small answer may hold gigabytes. TooLargeError when it is too long."""
    packed = response.headers.get("Content-Encoding", "").lower().strip()
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed in ("gzip", "x-gzip", "deflate") else None
    length = 0
    async for chunk in response.content.iter_chunked(_CHUNK):
        piece = chunk if unpack is None else unpack.decompress(chunk, LARGEST + 1 - length)
        length += len(piece)
        if length > LARGEST:
            raise TooLargeError
        yield piece


def _retry_after(response: aiohttp.ClientResponse) -> float | None:
    """Return the seconds a server asks us to wait; dates are left to our own backoff."""
    value = response.headers.get("Retry-After", "").strip()
    return min(float(value), LONGEST_RETRY_AFTER) if value.isascii() and value.isdecimal() and len(value) < 9 else None
