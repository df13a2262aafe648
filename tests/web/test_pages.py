"""Health, metrics and the public facts."""

import asyncio
import csv
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest

import bot
from bot.web import Figure, build_web_app, health, serve
from tests.web.site import Town, site_of, visiting

DATA = Path(bot.__file__).parent / "data"


async def test_healthz_answers_whatever_the_parts_say(client: aiohttp.ClientSession, town: Town) -> None:
    town.problems = {"database": "gone"}
    async with client.get("/healthz") as answer:
        assert (answer.status, await answer.json()) == (200, {"alive": True})


async def test_readyz_names_what_is_not_well(client: aiohttp.ClientSession, town: Town) -> None:
    async with client.get("/readyz") as answer:
        assert (answer.status, await answer.json()) == (200, {"ready": True, "problems": {}})
    town.problems = {"updates": "polling fails"}
    async with client.get("/readyz") as answer:
        assert (answer.status, (await answer.json())["problems"]) == (503, {"updates": "polling fails"})
    town.fails = True
    async with client.get("/readyz") as answer:
        assert (answer.status, (await answer.json())["problems"]) == (503, {"check": "RuntimeError"})


async def test_readyz_does_not_wait_for_ever(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    async def hang() -> Mapping[str, str]:
        await asyncio.sleep(60)
        return {}

    monkeypatch.setattr(health, "SECONDS", 0.05)
    town.ready = hang  # type: ignore[method-assign]
    async with visiting(town) as client, client.get("/readyz") as answer:
        assert answer.status == 503
        assert "no answer" in (await answer.json())["problems"]["check"]


async def test_metrics_show_the_figures_that_are_handed_in(client: aiohttp.ClientSession, town: Town) -> None:
    town.shown = (
        Figure("sapar_users", "People.", {("active",): 3, ("blocked",): 1}, ("state",)),
        Figure("sapar_sent", "Messages.", {(): 12}, kind="counter"),
    )
    async with client.get("/metrics") as answer:
        text = await answer.text()
        assert answer.headers["Content-Type"].startswith("text/plain")
    assert 'sapar_users{state="active"} 3.0' in text
    assert "sapar_sent_total 12.0" in text
    assert "process_resident_memory_bytes" in text


async def test_destinations_are_all_there(client: aiohttp.ClientSession, town: Town) -> None:
    async with client.get("/api/destinations") as answer:
        data = await answer.json()
    catalogue = town.holder.current
    assert data["revision"] == catalogue.revision
    assert [one["iso2"] for one in data["destinations"]] == sorted(catalogue.destinations)
    turkey = next(one for one in data["destinations"] if one["iso2"] == "TR")
    assert (turkey["regime"], turkey["stay_days"]) == ("visa_free", 90)
    assert turkey["names"] == {"ru": "Турция", "kk": "Түркия", "en": "Türkiye"}
    assert turkey["source_url"].startswith("https://")
    assert sum(one["schengen"] for one in data["destinations"]) == 29


async def test_every_destination_is_as_in_the_shipped_file(client: aiohttp.ClientSession) -> None:
    with (DATA / "destinations.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["iso2"]: row for row in csv.DictReader(file)}
    async with client.get("/api/destinations") as answer:
        told = {one["iso2"]: one for one in (await answer.json())["destinations"]}
    assert told.keys() == rows.keys()
    same = set(rows["TR"]) & set(told["TR"])
    assert {"regime", "stay_days", "stay_rule", "conditions", "source_url", "as_of", "confirmed_on"} <= same
    for iso2, row in rows.items():
        for column in same:
            value = told[iso2][column]
            value = value["en"] if isinstance(value, dict) else value
            assert ("" if value is None else str(value)) == row[column], (iso2, column)


async def test_talks_of_no_events_have_no_stage(town: Town) -> None:
    town.holder.current = replace(town.holder.current, events=())
    async with visiting(town) as client, client.get("/api/talks") as answer:
        assert (await answer.json())["stage"] is None


async def test_talks_are_at_the_rounds(client: aiohttp.ClientSession, town: Town) -> None:
    async with client.get("/api/talks") as answer:
        data = await answer.json()
    assert (data["stage"], data["position"]) == ("round", 5)
    assert (data["since"], data["moved"]) == ("2025-12-02", "2026-03-03")
    assert len(data["stages"]) == 13
    assert len(data["events"]) == len(town.holder.current.events)
    assert all(event["titles"]["ru"] and event["titles"]["kk"] for event in data["events"])


@pytest.mark.parametrize("path", ["/api/destinations", "/api/talks"])
async def test_who_has_the_facts_gets_304(client: aiohttp.ClientSession, town: Town, path: str) -> None:
    async with client.get(path) as answer:
        etag = answer.headers["ETag"]
        assert "public" in answer.headers["Cache-Control"]
        assert answer.headers["Content-Encoding"] == "gzip"
    for held in (etag, f'"other", {etag}', f"W/{etag}", "*"):
        async with client.get(path, headers={"If-None-Match": held}) as answer:
            assert (answer.status, await answer.read()) == (304, b"")
    town.holder.current = replace(town.holder.current, revision=town.holder.current.revision + 1)
    async with client.get(path, headers={"If-None-Match": etag}) as answer:
        assert answer.status == 200
        assert answer.headers["ETag"] != etag


async def test_the_same_facts_with_and_without_gzip(client: aiohttp.ClientSession) -> None:
    async with (
        client.get("/api/talks") as packed,
        client.get("/api/talks", headers={"Accept-Encoding": "identity"}) as plain,
    ):
        assert "Content-Encoding" not in plain.headers
        assert await packed.read() == await plain.read()


async def test_answers_tell_nothing_of_the_machinery(client: aiohttp.ClientSession) -> None:
    for path in ("/", "/nothing", "/healthz"):
        async with client.get(path) as answer:
            assert answer.headers["Server"] == "sapar"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_taken_port_is_told() -> None:
    town = Town()
    site = site_of(town)
    async with serve(build_web_app(site), "127.0.0.1", 0) as port:
        with pytest.raises(OSError, match="address already in use"):
            async with serve(build_web_app(site), "127.0.0.1", port):
                pass
