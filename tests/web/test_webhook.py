"""The webhook takes what comes from Telegram, and never answers 5xx for what a body holds."""

import io
import json

import aiohttp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.telegram.networks import is_telegrams
from bot.web.metrics import Metrics
from bot.web.webhook import LARGEST_BODY, SECRET_HEADER, Webhook
from tests.web.site import SECRET, Town, visiting

SIGNED = {SECRET_HEADER: SECRET}


async def test_an_update_is_taken(client: aiohttp.ClientSession, town: Town) -> None:
    async with client.post("/webhook", json={"update_id": 7}, headers=SIGNED) as answer:
        assert answer.status == 200
    assert town.taken == [{"update_id": 7}]


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: SECRET + "x"}, {SECRET_HEADER: "тайна"}])
async def test_without_the_secret_nothing_is_taken(
    client: aiohttp.ClientSession, town: Town, headers: dict[str, str]
) -> None:
    async with client.post("/webhook", json={"update_id": 7}, headers=headers) as answer:
        assert answer.status == 401
    assert town.taken == []


async def test_the_secret_is_checked_before_the_body(client: aiohttp.ClientSession) -> None:
    async with client.post("/webhook", data=b"{") as answer:
        assert answer.status == 401


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"5", b"null", b'"text"', b"\xff\xfe", b"[" * 100_000, b"9" * 10_000, b'{"a":' * 50_000],
)
async def test_broken_bodies_are_400(client: aiohttp.ClientSession, town: Town, body: bytes) -> None:
    async with client.post("/webhook", data=body, headers=SIGNED) as answer:
        assert answer.status == 400
    assert town.taken == []


async def test_a_body_over_the_limit_is_413(client: aiohttp.ClientSession, town: Town) -> None:
    async with client.post("/webhook", data=io.BytesIO(b" " * (LARGEST_BODY + 1)), headers=SIGNED) as answer:
        assert answer.status == 413
    async with client.post(
        "/webhook", data=io.BytesIO(b'{"a":"' + b"x" * (LARGEST_BODY - 20) + b'"}'), headers=SIGNED
    ) as answer:
        assert answer.status == 200
    assert len(town.taken) == 1


async def test_an_update_that_fails_is_not_sent_again(client: aiohttp.ClientSession, town: Town) -> None:
    town.fails = True
    async with client.post("/webhook", json={"update_id": 7}, headers=SIGNED) as answer:
        assert answer.status == 200
    async with client.get("/metrics") as page:
        assert 'sapar_webhook_requests_total{outcome="failed"} 1.0' in await page.text()


async def test_other_methods_are_refused(client: aiohttp.ClientSession) -> None:
    async with client.get("/webhook", headers=SIGNED) as answer:
        assert answer.status == 405


async def test_a_proxy_may_keep_its_prefix(town: Town) -> None:
    async with visiting(town, webhook_path="/sapar/webhook") as client:
        for path in ("/webhook", "/sapar/webhook"):
            async with client.post(path, json={}, headers=SIGNED) as answer:
                assert answer.status == 200


async def test_with_polling_there_is_no_webhook(town: Town) -> None:
    async with visiting(town, take=None, webhook_secret="") as client, client.post("/webhook", json={}) as answer:
        assert answer.status == 404


async def test_a_webhook_without_a_secret_is_not_built(town: Town) -> None:
    with pytest.raises(ValueError, match="secret"):
        Webhook(town.take, "", Metrics(town.figures))


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary() | json_values.map(lambda value: json.dumps(value).encode()))
async def test_no_body_makes_a_5xx(client: aiohttp.ClientSession, body: bytes) -> None:
    async with client.post("/webhook", data=body, headers=SIGNED) as answer:
        assert answer.status in (200, 400)


@pytest.mark.parametrize(
    ("address", "status"),
    [("149.154.167.220", 200), ("91.108.4.7", 200), ("203.0.113.5", 403), ("::1", 403), ("nonsense", 403)],
)
async def test_other_networks_than_telegrams_can_be_refused(town: Town, address: str, status: int) -> None:
    async with (
        visiting(town, is_sender=is_telegrams) as client,
        client.post("/webhook", json={"update_id": 7}, headers={**SIGNED, "X-Forwarded-For": address}) as answer,
    ):
        assert answer.status == status
    assert len(town.taken) == (status == 200)
