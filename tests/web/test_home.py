"""The page as the server writes it: before any script runs, and without."""

import json
import re
from dataclasses import replace
from html import unescape

import aiohttp
import pytest

from bot.web.assets import Assets
from tests.web.site import Town, visiting

LARGEST = 200_000
"""Bytes of everything the page fetches; the goal is less than half of it."""


async def read(client: aiohttp.ClientSession, address: str = "/", **headers: str) -> str:
    async with client.get(address, headers=headers) as answer:
        assert answer.status == 200, address
        return await answer.text()


@pytest.mark.parametrize(
    ("query", "wish", "language", "words"),
    [
        ("", "", "ru", "Нужна ли виза"),
        ("", "kk-KZ,ru;q=0.8", "kk", "виза керек"),
        ("", "en, kk;q=0.5", "kk", "виза керек"),
        ("?lang=ru", "kk", "ru", "Нужна ли виза"),
        ("?lang=%3Cscript%3E", "", "ru", "Нужна ли виза"),
    ],
)
async def test_the_page_speaks_the_visitors_language(
    client: aiohttp.ClientSession, query: str, wish: str, language: str, words: str
) -> None:
    text = await read(client, f"/{query}", **{"Accept-Language": wish})
    assert f'<html lang="{language}">' in text
    assert words in text
    assert "https://t.me/sapar_test_bot" in text


async def test_every_destination_and_every_event_stands_in_the_page_itself(
    client: aiohttp.ClientSession, town: Town
) -> None:
    for language in ("ru", "kk"):
        text = await read(client, f"/?lang={language}")
        assert set(re.findall(r'id="row-([A-Z]{2})"', text)) == set(town.holder.current.destinations)
        assert len(re.findall(r"<time ", text)) == len(town.holder.current.events)
        assert text.count('aria-current="step"') == 1


async def test_the_page_changes_with_the_facts(client: aiohttp.ClientSession, town: Town) -> None:
    before = await read(client)
    now = town.holder.current
    turkey = replace(now.destinations["TR"], stay_days=45)
    town.holder.current = replace(now, revision=now.revision + 1, destinations={**now.destinations, "TR": turkey})
    after = await read(client)
    assert 'data-days="45"' not in re.search(r'<li id="row-TR".*', before)[0]  # type: ignore[index]
    assert 'data-days="45"' in re.search(r'<li id="row-TR".*', after)[0]  # type: ignore[index]


async def test_the_page_before_any_event_and_without_a_bots_name(town: Town) -> None:
    town.holder.current = replace(town.holder.current, events=())
    async with visiting(town, bot_name="") as client:
        text = await read(client)
    assert "t.me" not in text
    assert "<time " not in text


async def test_the_playground_is_linked_where_there_is_one(town: Town) -> None:
    async with visiting(town, playground=True) as client:
        text = await read(client)
    assert 'href="/playground/"' in text
    assert "t.me" not in text


async def test_what_scripts_say_is_whole_and_closes_no_tag(client: aiohttp.ClientSession) -> None:
    for language in ("ru", "kk"):
        text = await read(client, f"/?lang={language}")
        said = re.search(r'<script type="application/json" id="said">(.*?)</script>', text, re.DOTALL)
        assert said is not None
        told = json.loads(said[1])
        assert all(told.values())
        assert "{shown}" in told["page-shown"]


async def test_only_what_is_ours_may_run(client: aiohttp.ClientSession) -> None:
    async with client.get("/") as answer:
        policy, text = answer.headers["Content-Security-Policy"], await answer.text()
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r'\s(style|on\w+)="', text)
    fetched = re.findall(r'<(?:script|link|img)[^>]* (?:src|href)="([^"]+)"', text)
    assert fetched
    assert all(address.startswith("/") for address in fetched)


async def test_everything_the_page_fetches_is_small_and_kept_for_ever(client: aiohttp.ClientSession) -> None:
    text = await read(client)
    named = {unescape(one) for one in re.findall(r'"(/page/[^"]+)"', text)}
    assert {address.rpartition("/")[2] for address in named} == set(Assets().files)
    total = 0
    for address in ("/", *sorted(named)):
        async with client.get(address) as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            total += int(answer.headers["Content-Length"])
            if address != "/":
                assert "immutable" in answer.headers["Cache-Control"]
            etag = answer.headers["ETag"]
        async with client.get(address, headers={"If-None-Match": etag}) as answer:
            assert answer.status == 304
    assert total < LARGEST


async def test_another_releases_file_is_todays_and_not_kept(client: aiohttp.ClientSession) -> None:
    async with client.get("/page/000000000000/app.js") as answer:
        assert (answer.status, answer.headers["Cache-Control"]) == (200, "no-cache")
    for name in ("nothing.js", "page.html", "..%2fhome.py"):
        async with client.get(f"/page/{Assets().version}/{name}") as answer:
            assert answer.status == 404
    with pytest.raises(LookupError):
        Assets().address("nothing.js")
