"""POST over HTTP/1.1 with connections kept alive: as little work per message as can be.

A message costs a third of the processor time that it costs with a general client
(docs/decisions/0022-http-client.md). Redirects, cookies, compression and proxies are not understood: the Bot API has
none.
"""

import asyncio
import socket
import ssl
from collections import deque
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import urlsplit

import aiohappyeyeballs
import certifi

from bot.telegram.http_response import BrokenAnswerError, ResponseParser

IDLE = 15.0
"""Seconds after which an unused connection is not trusted any more: the server may be closing it."""

CONNECT_TIMEOUT = 10.0
NAMES_KEPT = 60.0
"""Seconds for which resolved addresses are used again."""


class Connection(asyncio.Protocol):
    """One connection: a request at a time."""

    def __init__(self) -> None:
        """Make one that is not connected yet."""
        self._transport: asyncio.Transport | None = None
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None
        self._parser = ResponseParser()
        self.idle_since = 0.0
        self.is_open = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the transport."""
        self._transport, self.is_open = cast("asyncio.Transport", transport), True

    async def ask(self, request: bytes, seconds: float) -> tuple[int, bytes]:
        """Send a request and return status and body of the answer. OSError, or TimeoutError after so many seconds."""
        if self._transport is None or not self.is_open:
            raise ConnectionResetError("the connection is closed")
        loop = asyncio.get_running_loop()
        self._parser = ResponseParser()
        self._answer = loop.create_future()
        timer = loop.call_later(seconds, self._time_out)
        try:
            self._transport.write(request)
            return await self._answer
        except BaseException:
            self.abort()  # what comes later would be taken for the answer to the next request
            raise
        finally:
            timer.cancel()
            self._answer = None

    def data_received(self, data: bytes) -> None:
        """Take a piece of the answer."""
        if self._answer is None or self._answer.done():
            self.abort()  # nobody asked
            return
        try:
            complete = self._parser.feed(data)
        except BrokenAnswerError as error:
            self._answer.set_exception(error)
            return
        if complete:
            self._finish()

    def eof_received(self) -> None:
        """Take the end of the stream, which may be the end of the answer."""
        self.is_open = False
        if self._answer is not None and not self._answer.done() and self._parser.end():
            self._finish()

    def connection_lost(self, error: Exception | None) -> None:
        """Tell who waits that no answer will come."""
        self.is_open = False
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(ConnectionResetError("the connection was closed before an answer came"))

    def abort(self) -> None:
        """Close at once."""
        self.is_open = False
        if self._transport is not None:
            self._transport.abort()

    def _finish(self) -> None:
        if self._answer is not None:
            self._answer.set_result((self._parser.status, self._parser.body))
        if not self._parser.stays_open:
            self.abort()

    def _time_out(self) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(TimeoutError("no answer in time"))


@dataclass(slots=True)
class HttpClient:
    """Posts JSON to one server. base: its address; timeout: seconds for the whole of a request."""

    base: str
    timeout: float = 30.0
    limit: int = 1000
    _idle: deque[Connection] = field(default_factory=deque)
    _busy: set[Connection] = field(default_factory=set)
    _places: asyncio.Semaphore = field(init=False)
    _addresses: list[tuple[int, int, int, str, tuple[str, int]]] = field(default_factory=list)
    _resolved_at: float = 0.0
    _host: str = field(init=False)
    _port: int = field(init=False)
    _tls: ssl.SSLContext | None = field(init=False)
    _head: bytes = field(init=False)
    _path: bytes = field(init=False)

    def __post_init__(self) -> None:
        """Take the address apart."""
        parts = urlsplit(self.base)
        self._host, self._tls = parts.hostname or "", None
        if parts.scheme == "https":
            self._tls = ssl.create_default_context()
            self._tls.load_verify_locations(certifi.where())  # a bare machine has no certificates of its own
        self._port = parts.port or (443 if self._tls else 80)
        self._path = parts.path.rstrip("/").encode("ascii")
        host = parts.netloc.rpartition("@")[2]
        self._head = f"Host: {host}\r\nContent-Type: ".encode()
        self._places = asyncio.Semaphore(self.limit)

    async def post(self, path: str, body: bytes, kind: str = "application/json") -> tuple[int, bytes]:
        """Post to a path below the base; return status and body. OSError or TimeoutError when no answer came.

        kind: the body's content type.
        """
        head = b"POST %b/%b HTTP/1.1\r\n%b%b\r\n" % (self._path, path.encode("ascii"), self._head, kind.encode("ascii"))
        request = b"%bContent-Length: %d\r\n\r\n%b" % (head, len(body), body)
        async with self._places:
            connection = self._rested() or await self._connect()
            self._busy.add(connection)
            try:
                answer = await connection.ask(request, self.timeout)
            finally:
                self._busy.discard(connection)
            if connection.is_open:
                connection.idle_since = asyncio.get_running_loop().time()
                self._idle.append(connection)
            return answer

    async def close(self) -> None:
        """Close every connection."""
        for connection in (*self._idle, *self._busy):
            connection.abort()
        self._idle.clear()

    def _rested(self) -> Connection | None:
        """Return the connection used last, None when there is none to trust; those unused for long are closed."""
        now = asyncio.get_running_loop().time()
        while self._idle and self._idle[0].idle_since < now - IDLE:
            self._idle.popleft().abort()
        while self._idle:
            connection = self._idle.pop()
            if connection.is_open:
                return connection
        return None

    async def _connect(self) -> Connection:
        async with asyncio.timeout(min(CONNECT_TIMEOUT, self.timeout)):
            sock = await aiohappyeyeballs.start_connection(await self._resolve(), happy_eyeballs_delay=0.25)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            try:
                _, connection = await asyncio.get_running_loop().create_connection(
                    Connection, sock=sock, ssl=self._tls, server_hostname=self._host if self._tls else None
                )
            except BaseException:
                sock.close()
                raise
        return connection

    async def _resolve(self) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        loop = asyncio.get_running_loop()
        if not self._addresses or loop.time() - self._resolved_at > NAMES_KEPT:
            found = await loop.getaddrinfo(self._host, self._port, type=socket.SOCK_STREAM)
            self._addresses = list(found)  # type: ignore[arg-type]
            self._resolved_at = loop.time()
        return self._addresses
