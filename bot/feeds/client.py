"""Looks at an address: asks, reads, and says in one word how it went. It never raises for what a server does."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import aiohttp
import structlog

from bot import clock
from bot.domain.look import Fetched
from bot.domain.watch import Feed, FeedKind, Outcome
from bot.feeds.addresses import Gate
from bot.feeds.http import Answer, Question, ask
from bot.feeds.plain import line
from bot.feeds.problems import NoFeedError, RedirectsError, TooLargeError
from bot.feeds.reading import read

log = structlog.get_logger(__name__)

SECONDS = 20.0
"""For an answer, all redirects included; and once more for reading it."""

LONGEST_DETAIL = 80
AGENT = "SaparBot/0.1 (news of visas for citizens of Kazakhstan)"


def agent_of(bot_name: str) -> str:
    """Return the User-Agent of a bot, with where to find who runs it."""
    return f"SaparBot/0.1 (+https://t.me/{bot_name}; news of visas for citizens of Kazakhstan)"


@dataclass(frozen=True, slots=True)
class FeedClient:
    """Looks at feeds and at addresses that may be some. allow_private: also on this machine and its network."""

    allow_private: bool = False
    agent: str = AGENT
    seconds: float = SECONDS
    clock: Callable[[], datetime] = clock.now

    async def look(self, feed: Feed) -> Fetched:
        """Return what a feed shows, or that it is as it was at the last look."""
        question = Question(feed.url, feed.etag, feed.last_modified, feed.language, self.agent)
        return await self._look(question, feed.kind, feed.language)

    async def probe(self, url: str, kind: FeedKind | None = None) -> Fetched:
        """Return what is at an address; kind: None to find out."""
        return await self._look(Question(url, agent=self.agent), kind, "")

    async def _look(self, question: Question, kind: FeedKind | None, language: str) -> Fetched:
        gate = Gate(self.allow_private)
        try:
            async with asyncio.timeout(self.seconds):
                answer = await ask(question, gate)
            if answer.status != 200:
                return _not_read(answer, is_asked_again=bool(question.etag or question.last_modified))
            async with asyncio.timeout(self.seconds):
                kind, items = await asyncio.to_thread(read, answer, kind, language, self.clock())
        except Exception as error:
            return _failed(error, gate, question.url)
        return Fetched(
            Outcome.READ, items, kind=kind, etag=answer.etag, last_modified=answer.last_modified
        )  # fmt: skip


def _not_read(answer: Answer, *, is_asked_again: bool) -> Fetched:
    if answer.status == 304 and is_asked_again:
        return Fetched(Outcome.UNCHANGED)
    return Fetched(Outcome.REFUSED, detail=str(answer.status), retry_after=answer.retry_after)


def _failed(error: Exception, gate: Gate, url: str) -> Fetched:
    if isinstance(error, TimeoutError):
        return Fetched(Outcome.TOO_SLOW)
    if isinstance(error, TooLargeError):
        return Fetched(Outcome.TOO_LARGE)
    if isinstance(error, RedirectsError):
        return Fetched(Outcome.REDIRECTS, detail=str(error))
    if isinstance(error, NoFeedError):  # whose words may hold the server's
        return Fetched(Outcome.NO_FEED, detail=line(str(error), LONGEST_DETAIL))
    if gate.has_refused:
        return Fetched(Outcome.PRIVATE)
    if isinstance(error, aiohttp.ClientResponseError):  # what came was no HTTP
        return Fetched(Outcome.NO_FEED, detail="not HTTP")
    if not isinstance(error, aiohttp.ClientError | OSError | ValueError):
        log.error("a look at a feed broke", url=url, exc_info=error)
    return Fetched(Outcome.UNREACHABLE, detail=type(error).__name__)
