"""Raw calls of the Bot API for bulk messages: bytes out, status and JSON back, no model in between."""

import json
from collections.abc import Mapping
from typing import Any, Protocol

import aiohttp

TIMEOUT = 30.0
CONNECTIONS = 1000


class Transport(Protocol):
    """A way to the Bot API."""

    async def post(self, method: str, body: bytes) -> tuple[int, dict[str, Any]]:
        """Call a method with a JSON body; return HTTP status and the answer.

        Raises OSError or TimeoutError when no answer came.
        """
        ...


class HttpTransport:
    """The Bot API over HTTP. The token is in the address: no error of ours may show it."""

    def __init__(self, base: str, token: str) -> None:
        """Take the base address of a Bot API server and the token."""
        self._base = f"{base}/bot{token}/"
        self._session: aiohttp.ClientSession | None = None

    async def post(self, method: str, body: bytes) -> tuple[int, dict[str, Any]]:
        """Call a method with a JSON body."""
        session = self._session or self._open()
        try:
            async with session.post(self._base + method, data=body, headers=_JSON) as response:
                return response.status, _parsed(await response.read())
        except aiohttp.ClientError as error:
            raise ConnectionError(type(error).__name__) from None  # its text and its cause hold the address

    async def close(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()

    def _open(self) -> aiohttp.ClientSession:
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=CONNECTIONS, ttl_dns_cache=300),
            timeout=aiohttp.ClientTimeout(total=TIMEOUT),
            auto_decompress=False,
            raise_for_status=False,
        )
        return self._session


class Answering(Protocol):
    """The stand-in, as far as it is needed here."""

    async def call(
        self, method: str, params: Mapping[str, Any], files: Mapping[str, Any] = ...
    ) -> tuple[int, dict[str, Any]]:
        """Answer a call."""
        ...


class StandInTransport:
    """The Bot API in memory."""

    def __init__(self, standin: Answering) -> None:
        """Take the stand-in that answers."""
        self._standin = standin

    async def post(self, method: str, body: bytes) -> tuple[int, dict[str, Any]]:
        """Call a method with a JSON body."""
        return await self._standin.call(method, json.loads(body))

    async def close(self) -> None:
        """Do nothing: there is nothing to close."""


_JSON = {"Content-Type": "application/json"}


def _parsed(payload: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(payload)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}
