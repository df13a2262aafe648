"""The pages that are open, and what they may do."""

import asyncio
import json
from contextlib import suppress
from typing import Any

from aiohttp import WSMsgType, web

from bot.playground.errors import Refusal
from bot.playground.page_act import ACTS, Act, Asked
from bot.playground.playground import Playground
from bot.playground.views import state, told
from bot.playground.world import Event

MOST_PAGES = 32
LARGEST_ACT = 64 * 1024
LONGEST_WAIT = 2000
"""Events that may wait for a slow page; one that falls further behind starts anew."""

Outbox = asyncio.Queue[str]


class Hub:
    """Tells every open page what happens, and does what pages ask."""

    def __init__(self, playground: Playground) -> None:
        """Watch this playground."""
        self.playground = playground
        self._pages: dict[Outbox, web.WebSocketResponse] = {}
        playground.standin.world.watchers.append(self._hear)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Keep one page up to date until it leaves."""
        if len(self._pages) >= MOST_PAGES:
            raise web.HTTPServiceUnavailable(text="too many pages are open")
        page = web.WebSocketResponse(heartbeat=25, max_msg_size=LARGEST_ACT)
        await page.prepare(request)
        outbox: Outbox = asyncio.Queue(LONGEST_WAIT)
        outbox.put_nowait(_json(state(self.playground)))
        self._pages[outbox] = page
        try:
            async with asyncio.TaskGroup() as group:
                writing = group.create_task(_write(page, outbox))
                await self._read(page, outbox)
                writing.cancel()
        finally:
            del self._pages[outbox]
        return page

    async def close(self, *_: object) -> None:
        """Say goodbye to all pages; they come back when the server does."""
        for page in list(self._pages.values()):
            await page.close(code=1001, message=b"going away")

    async def _read(self, page: web.WebSocketResponse, outbox: Outbox) -> None:
        async for message in page:
            if message.type is not WSMsgType.TEXT:
                continue
            try:
                await self._do(json.loads(message.data), outbox)
            except (Refusal, LookupError, RuntimeError, ValueError, TypeError, AttributeError) as error:
                outbox.put_nowait(_json({"t": "refused", "text": str(error)}))

    async def _do(self, act: Act, outbox: Outbox) -> None:
        person = self.playground.residents[int(act["who"])].person
        await ACTS[act["do"]](Asked(self.playground, person, act, lambda news: outbox.put_nowait(_json(news))))

    def _hear(self, event: Event) -> None:
        news = told(self.playground, event) if self._pages else None
        if news is None:
            return
        text = _json(news)
        for outbox in self._pages:
            if not outbox.full():
                outbox.put_nowait(text)
                continue
            while not outbox.empty():  # the page fell behind: it starts anew from the state of now
                outbox.get_nowait()
            outbox.put_nowait(_json(state(self.playground)))


async def _write(page: web.WebSocketResponse, outbox: Outbox) -> None:
    with suppress(ConnectionError):
        while True:
            await page.send_str(await outbox.get())


def _json(news: dict[str, Any]) -> str:
    return json.dumps(news, ensure_ascii=False, separators=(",", ":"))
