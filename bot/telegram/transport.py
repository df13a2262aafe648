"""Raw calls of the Bot API for bulk messages: bytes out, status and JSON back, no model in between."""

import json
from collections.abc import Mapping
from typing import Any, Protocol

from bot.telegram.http_client import HttpClient

TIMEOUT = 30.0


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
        self._client = HttpClient(base, timeout=TIMEOUT)
        self._prefix = f"bot{token}/"

    async def post(self, method: str, body: bytes) -> tuple[int, dict[str, Any]]:
        """Call a method with a JSON body."""
        status, payload = await self._client.post(self._prefix + method, body)
        return status, _parsed(payload)

    async def close(self) -> None:
        """Close every connection."""
        await self._client.close()


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


def _parsed(payload: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(payload)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}
