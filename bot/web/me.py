"""What the page does for the person who opened it in Telegram.

Each request brings its own proof in `Authorization: tma <init data>`. There are no cookies, so another site's page has
nothing to ride on.
"""

import json
from collections.abc import Awaitable, Callable
from datetime import datetime

from aiohttp import web

from bot.domain.topic import Topic
from bot.services.followers import Followers, Following, UnknownTopicError, Visitor
from bot.web.allowance import Allowance, address_of
from bot.web.asking import refusal
from bot.web.init_data import InitDataError, Stamp

LARGEST_BODY = 1024
SCHEME = "tma "

Wish = Callable[[Visitor, Topic], Awaitable[Following]]


class Me:
    """Subscriptions of the visitor."""

    def __init__(self, followers: Followers, stamp: Stamp, clock: Callable[[], datetime]) -> None:
        """Take who keeps subscriptions and who knows Telegram's signature."""
        self._followers, self._stamp, self._clock = followers, stamp, clock
        self._proofs = Allowance(at_once=60, a_second=5)
        self._wishes = Allowance(at_once=20, a_second=2)

    async def subscriptions(self, request: web.Request) -> web.Response:
        """Return what the visitor follows."""
        visitor = self._visitor(request)
        return visitor if isinstance(visitor, web.Response) else _told(await self._followers.of(visitor))

    async def follow(self, request: web.Request) -> web.Response:
        """Follow the topic that the body names: `{"topic": "country:TR"}`."""
        return await self._change(request, self._followers.follow)

    async def unfollow(self, request: web.Request) -> web.Response:
        """Follow the topic that the body names no more."""
        return await self._change(request, self._followers.unfollow)

    async def _change(self, request: web.Request, wish: Wish) -> web.Response:
        visitor = self._visitor(request)
        if isinstance(visitor, web.Response):
            return visitor
        if not self._wishes.spend(str(visitor.telegram_id)):
            return refusal(429, "often")
        try:
            return _told(await wish(visitor, _topic(await request.read())))
        except web.HTTPRequestEntityTooLarge:
            return refusal(413, "body")
        except UnknownTopicError:
            return refusal(404, "topic")
        except (ValueError, RecursionError):
            return refusal(400, "topic")

    def _visitor(self, request: web.Request) -> Visitor | web.Response:
        if not self._proofs.spend(address_of(request)):
            return refusal(429, "often")
        proof = request.headers.get("Authorization", "")
        if not proof.startswith(SCHEME):
            return refusal(401, "unsigned")
        try:
            return self._stamp.visitor(proof.removeprefix(SCHEME), self._clock())
        except InitDataError as error:
            return refusal(401, error.reason)


def _topic(body: bytes) -> Topic:
    if len(body) > LARGEST_BODY:
        raise ValueError("too long")
    wish = json.loads(body)
    if not isinstance(wish, dict) or not isinstance(wish.get("topic"), str):
        raise ValueError("no topic")  # noqa: TRY004 - the caller's mistake, not a type of ours
    return Topic.parse(wish["topic"])


def _told(following: Following) -> web.Response:
    told = {
        "topics": [str(topic) for topic in following.topics],
        "language": following.language,
        "reachable": following.reachable,
        "changed": following.changed,
    }
    return web.json_response(told, headers={"Cache-Control": "no-store"})
