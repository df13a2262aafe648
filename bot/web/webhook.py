"""Telegram's updates, pushed. Whatever a body holds, the answer is never 5xx: Telegram would send it for ever."""

import hmac
import json
from collections.abc import Awaitable, Callable

import structlog
from aiohttp import web

from bot.web.allowance import address_of
from bot.web.metrics import Metrics

log = structlog.get_logger(__name__)

LARGEST_BODY = 1024 * 1024
"""Bytes; Telegram's largest updates are a tenth of it."""

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name


class Webhook:
    """Takes one update a request."""

    def __init__(
        self,
        take: Callable[[object], Awaitable[object]],
        secret: str,
        metrics: Metrics,
        *,
        is_sender: Callable[[str], bool] | None = None,
    ) -> None:
        """Hand updates that come with this secret to `take`; ValueError without a secret.

        is_sender: whether an address may send updates; None: any may.
        """
        if not secret:
            raise ValueError("a webhook needs a secret")
        self._take, self._secret, self._metrics = take, secret.encode(), metrics
        self._is_sender = is_sender

    async def receive(self, request: web.Request) -> web.Response:
        """Answer 200 for every update that came from Telegram, also for one nobody can use."""
        if self._is_sender is not None and not self._is_sender(address_of(request)):
            return self._answer(403, "elsewhere")
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return self._answer(401, "refused")
        try:
            update = json.loads(await request.read())
        except web.HTTPRequestEntityTooLarge:
            return self._answer(413, "too_large")
        except (ValueError, RecursionError):
            return self._answer(400, "broken")
        if not isinstance(update, dict):
            return self._answer(400, "broken")
        try:
            await self._take(update)
        except Exception:
            log.exception("update was not taken", update_id=update.get("update_id"))
            return self._answer(200, "failed")
        return self._answer(200, "taken")

    def _answer(self, status: int, outcome: str) -> web.Response:
        self._metrics.webhook.labels(outcome).inc()
        return web.Response(status=status)
