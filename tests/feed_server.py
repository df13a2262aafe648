"""A server of feeds on loopback: serves what a test says, counts what is asked, and fails in every way a server can."""

import asyncio
import hashlib
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web


@dataclass
class FeedServer:
    """What is served by path: bytes, or the name of a way to fail. looks: requests by path, with their headers."""

    address: str = ""
    pages: dict[str, bytes | str] = field(default_factory=dict)
    looks: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    unchanged: Counter[str] = field(default_factory=Counter)

    def url(self, name: str) -> str:
        """Return a feed's address."""
        return f"{self.address}/{name}"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer a look."""
        name = request.path.lstrip("/")
        self.looks.setdefault(name, []).append(dict(request.headers))
        page = self.pages.get(name, "missing")
        if isinstance(page, bytes):
            return self._page(request, name, page)
        return await self._failure(request, page)

    def _page(self, request: web.Request, name: str, page: bytes) -> web.Response:
        tag = f'"{hashlib.sha256(page).hexdigest()[:12]}"'
        if request.headers.get("If-None-Match") == tag:
            self.unchanged[name] += 1
            return web.Response(status=304, headers={"ETag": tag})
        return web.Response(body=page, headers={"ETag": tag, "Content-Type": "application/xml"})

    async def _failure(self, request: web.Request, way: str) -> web.StreamResponse:
        if way == "html":
            return web.Response(text="<html><body><h1>Ошибка 502</h1></body></html>", content_type="text/html")
        if way == "error":
            return web.Response(status=500, text="Traceback")
        if way == "garbage":
            return web.Response(body=bytes(range(256)) * 400, headers={"Content-Type": "application/xml"})
        if way == "loop":
            raise web.HTTPFound(request.path)
        if way == "silent":
            await asyncio.sleep(60)
        if way == "large":
            return await self._large(request)
        return web.Response(status=404)

    @staticmethod
    async def _large(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "application/xml"})
        await response.prepare(request)
        await response.write(b"<rss><channel>")
        for _ in range(50):
            await response.write(b"<item><title>x</title></item>" * 36_000)
        return response


@asynccontextmanager
async def feed_server() -> AsyncIterator[FeedServer]:
    """Serve feeds until the block ends."""
    server = FeedServer()
    app = web.Application()
    app.router.add_get("/{name:.*}", server.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        server.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield server
    finally:
        await runner.cleanup()
