"""Whether the process lives, and whether it can serve."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

import structlog
from aiohttp import web

log = structlog.get_logger(__name__)

SECONDS = 3.0
"""A part that takes longer to say how it is, isn't well."""


class Health:
    """The two pages that a supervisor or a load balancer asks."""

    def __init__(self, ready: Callable[[], Awaitable[Mapping[str, str]]]) -> None:
        """Take what tells the problems, by part."""
        self._ready = ready

    async def alive(self, _request: web.Request) -> web.Response:
        """Answer at all."""
        return web.json_response({"alive": True}, headers={"Cache-Control": "no-store"})

    async def ready(self, _request: web.Request) -> web.Response:
        """Answer 200 when all is well, else 503; `problems` names the parts."""
        problems = await self._problems()
        return web.json_response(
            {"ready": not problems, "problems": problems},
            status=503 if problems else 200,
            headers={"Cache-Control": "no-store"},
        )

    async def _problems(self) -> dict[str, str]:
        try:
            async with asyncio.timeout(SECONDS):
                return dict(await self._ready())
        except TimeoutError:
            return {"check": f"no answer within {SECONDS:g} seconds"}
        except Exception as error:
            log.exception("readiness can't be told")
            return {"check": type(error).__name__}
