"""A site on loopback whose pages behave as a test wants, with a note of every request."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from aiohttp import web

SAMPLES = Path(__file__).parent / "samples"
Page = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class FeedSite:
    """The site. pages: by path. asked: requests in their order. sent: bytes of a stream that were taken."""

    address: str = ""
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[web.Request] = field(default_factory=list)
    sent: int = 0

    def put(self, path: str, body: bytes | str, status: int = 200, **headers: str) -> str:
        """Serve this at a path and return its address; with an ETag, what is asked with it is unchanged."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}

        async def answer(request: web.Request) -> web.Response:
            tag, since = named.get("ETag"), named.get("Last-Modified")
            is_known = tag and request.headers.get("If-None-Match") == tag
            if is_known or (since and not tag and request.headers.get("If-Modified-Since") == since):
                return web.Response(status=304)
            data = body.encode() if isinstance(body, str) else body
            return web.Response(body=data, status=status, headers=named)

        return self.serve(path, answer)

    def serve(self, path: str, page: Page) -> str:
        """Serve what a function answers."""
        self.pages[path] = page
        return self.address + path

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        self.asked.append(request)
        page = self.pages.get(request.path)
        return web.Response(status=404) if page is None else await page(request)

    async def endless(self, request: web.Request) -> web.StreamResponse:
        """Send 50 MB for as long as somebody takes it."""
        response = web.StreamResponse(headers={"Content-Type": "application/xml"})
        await response.prepare(request)
        for _ in range(800):
            await response.write(b"<item>" + b"x" * 65_530)
            self.sent += 65_536
        return response


async def silent(_request: web.Request) -> web.StreamResponse:
    """Say nothing."""
    await asyncio.sleep(60)
    raise AssertionError("nobody waits so long")


def rss(*items: tuple[str, str], day: datetime | None = None, language: str = "ru") -> str:
    """Return a feed of (key, title)s."""
    dated = f"<pubDate>{format_datetime(day or datetime.now(UTC))}</pubDate>"
    rows = "".join(
        f"<item><title>{title}</title><link>https://news.example/{key}</link><guid>{key}</guid>{dated}</item>"
        for key, title in items
    )
    return f"<rss version='2.0'><channel><title>T</title><language>{language}</language>{rows}</channel></rss>"


@asynccontextmanager
async def feed_site() -> AsyncIterator[FeedSite]:
    """Yield a site that is served."""
    site = FeedSite()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", site.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        site.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield site
    finally:
        await runner.cleanup()
