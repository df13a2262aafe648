"""Following from the page: only for whom Telegram vouches."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import aiohttp
import pytest

from bot.assembly import App
from bot.domain.topic import Topic
from tests.web.site import proof

ASEL = 4242


async def ask(
    visitor: aiohttp.ClientSession, act: str, headers: dict[str, str], body: str | bytes = "{}"
) -> tuple[int, dict[str, object]]:
    async with visitor.post(f"/api/me/{act}", headers=headers, data=body) as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        return answer.status, await answer.json()


async def test_a_signed_visitor_follows_and_unfollows(visitor: aiohttp.ClientSession, app: App) -> None:
    asel = proof(ASEL, language_code="kk", allows_write_to_pm=True)
    status, told = await ask(visitor, "subscriptions", asel)
    assert (status, told["topics"], told["language"], told["reachable"]) == (200, [], None, True)
    assert await app.users.get(ASEL) is None, "who only looked is not kept"

    status, told = await ask(visitor, "follow", asel, '{"topic": "country:TR"}')
    assert (status, told["topics"], told["language"], told["changed"]) == (200, ["country:TR"], "kk", True)
    assert await app.subscriptions.of(ASEL) == (Topic.parse("country:TR"),)
    _, told = await ask(visitor, "follow", asel, '{"topic": "country:TR"}')
    assert told["changed"] is False
    await ask(visitor, "follow", asel, '{"topic": "eu"}')

    _, told = await ask(visitor, "unfollow", asel, '{"topic": "country:TR"}')
    assert (told["topics"], told["changed"]) == (["eu"], True)
    assert await app.subscriptions.of(ASEL) == (Topic.parse("eu"),)


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        (dict, "unsigned"),
        (lambda: {"Authorization": "Bearer x"}, "unsigned"),
        (lambda: {"Authorization": "tma x"}, "forged"),
        (lambda: proof(ASEL, token="1:another"), "forged"),
        (lambda: proof(ASEL, age=timedelta(hours=2)), "stale"),
        (lambda: proof(ASEL, age=timedelta(minutes=-5)), "stale"),
    ],
)
async def test_whoever_is_not_vouched_for_changes_nothing(
    visitor: aiohttp.ClientSession, app: App, headers: Callable[[], dict[str, str]], reason: str
) -> None:
    signed = headers()  # now: what is five minutes ahead is so only when it is made
    for act in ("subscriptions", "follow", "unfollow"):
        assert await ask(visitor, act, signed, '{"topic": "eu"}') == (401, {"error": reason})
    assert await app.users.get(ASEL) is None


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("", 400),
        ("[]", 400),
        ('"eu"', 400),
        ('{"topic": 5}', 400),
        ('{"topic": "nothing"}', 400),
        ('{"topic": "country:tr\\u0000"}', 400),
        ('{"topic": "country:XX"}', 404),
        (b"\xff\xfe", 400),
        ("[" * 900, 400),
        ('{"topic": "' + "x" * 2000 + '"}', 400),
        (b"x" * 900_000, 400),
    ],
)
async def test_nonsense_is_refused(visitor: aiohttp.ClientSession, body: str | bytes, status: int) -> None:
    found, told = await ask(visitor, "follow", proof(ASEL), body)
    assert (found, set(told)) == (status, {"error"})


async def test_who_wishes_too_often_waits(visitor: aiohttp.ClientSession) -> None:
    statuses = [(await ask(visitor, "follow", proof(ASEL), '{"topic": "eu"}'))[0] for _ in range(40)]
    assert statuses[0] == 200
    assert statuses[-1] == 429
    other = {**proof(ASEL + 1), "X-Forwarded-For": "198.51.100.7"}
    assert (await ask(visitor, "follow", other, '{"topic": "eu"}'))[0] == 200


async def test_who_asks_for_proofs_too_often_waits(visitor: aiohttp.ClientSession) -> None:
    statuses = [(await ask(visitor, "subscriptions", {}))[0] for _ in range(120)]
    assert statuses[0] == 401
    assert 429 in statuses


async def test_other_ways_of_asking_are_not_allowed(visitor: aiohttp.ClientSession) -> None:
    async with visitor.get("/api/me/follow", headers=proof(ASEL)) as answer:
        assert answer.status == 405


async def test_a_header_that_is_no_text_is_a_forged_one(visitor: aiohttp.ClientSession) -> None:
    reader, writer = await asyncio.open_connection(visitor._base_url.host, visitor._base_url.port)  # type: ignore[union-attr]
    body = b"auth_date=1&user=\xff\xfe&hash=\xf0"
    writer.write(
        b"POST /api/me/follow HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nAuthorization: tma " + body + b"\r\n\r\n"
    )
    answer = await reader.readuntil(b"\r\n")
    writer.close()
    assert b" 401 " in answer
