"""The whole watch: feeds over HTTP on loopback, a bot at work, and what its editors see in the chat."""

import csv
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.db.feeds import DatabaseFeeds
from bot.db.news import DatabaseNews
from bot.domain.watch import NewsDraft
from bot.settings import Settings
from bot.watching import read_feeds
from tests.databases import SqliteEngine
from tests.feeds.feed_site import SAMPLES, FeedSite, feed_site, rss, silent
from tests.handlers.desk_town import DeskTown, desk_town
from tests.running import until

EMPTY = rss()


@pytest.fixture
async def site() -> AsyncIterator[FeedSite]:
    async with feed_site() as served:
        yield served


@asynccontextmanager
async def town_of(engine: SqliteEngine, folder: Path, *feeds: str) -> AsyncIterator[DeskTown]:
    """Yield a bot that watches these addresses, each called by the end of its path."""
    file = folder / "feeds.csv"
    rows = [f"{url.rpartition('/')[2]},{url},rss,ru" for url in feeds]
    file.write_text("\n".join(["name,url,kind,language", *rows]), encoding="utf-8")
    settings = {"feeds_file": str(file), "feeds_allow_private": True, "watch_interval": 1}
    async with desk_town(engine.copy("seeded"), **settings) as town:
        yield town


def relevant() -> set[str]:
    with (SAMPLES / "labels.csv").open(encoding="utf-8", newline="") as file:
        return {row["link"] for row in csv.DictReader(file) if row["expected"] == "relevant"}


async def drafts(town: DeskTown) -> tuple[NewsDraft, ...]:
    return await DatabaseNews(town.app.db).waiting(200)


async def figures(town: DeskTown) -> dict[tuple[str, ...], float]:
    return {(one.name, *labels): n for one in await town.work.figures() for labels, n in one.samples.items()}


def notices(town: DeskTown, words: str) -> list[str]:
    return [text for text in town.texts_of(town.owner) if words in text]


async def looked(town: DeskTown, times: int) -> None:
    watch = town.work.watch
    assert watch is not None
    before = sum(watch.looked.values())
    await until(lambda: sum(watch.looked.values()) >= before + times)


async def test_relevant_reports_of_the_samples_reach_the_editors(
    sqlite_engine: SqliteEngine, site: FeedSite, tmp_path: Path
) -> None:
    samples = sorted(SAMPLES.glob("*.xml"))
    urls = [site.put(f"/{path.name}", EMPTY) for path in samples]
    async with town_of(sqlite_engine, tmp_path, *urls) as town:
        await looked(town, len(urls))
        for path in samples:
            site.put(f"/{path.name}", path.read_bytes(), ETag=f'"{path.name}"')
        await until(lambda: len([one for one in site.asked if one.headers.get("If-None-Match")]) >= len(urls), 60)
        found = await drafts(town)
        links = {source.item.link for draft in found for source in draft.sources}
        assert len(links & relevant()) >= 0.9 * len(relevant())
        assert len(links - relevant()) <= 1
        assert len(found) < len(links)  # some report the same
        await until(lambda: len(town.owner.messages) > 1)
        told = len(town.owner.messages)
        await looked(town, 2 * len(urls))
        assert await drafts(town) == found
        assert len(town.owner.messages) == told
        shown = await figures(town)
        assert shown["sapar_feeds", "unchanged"] == len(urls)
        assert shown["sapar_news_drafts", "new"] == len(found)


async def test_feeds_that_fail_in_every_way_harm_nobody_and_are_told_once(
    sqlite_engine: SqliteEngine, site: FeedSite, tmp_path: Path
) -> None:
    bad = [
        site.put("/page", "<html><h1>502</h1></html>", Content_Type="text/html"),
        site.put("/error", "no", 500),
        site.put("/garbage", bytes(range(256)) * 100),
        site.serve("/endless", site.endless),
        site.put("/circle", "", 302, Location="/circle"),
        site.serve("/silent", silent),
    ]
    good = site.put(
        "/good", rss(("1", "Второй раунд переговоров с ЕС об облегчении виз для казахстанцев"), ("2", "Погода"))
    )
    async with town_of(sqlite_engine, tmp_path, *bad, good) as town:
        await until(lambda: notices(town, "Второй раунд"))
        await until(lambda: {"page", "error", "garbage", "endless", "circle"} <= {
            name for name in ("page", "error", "garbage", "endless", "circle") for text in notices(town, name)
        }, 60)  # fmt: skip
        for name in ("page", "error", "garbage", "endless", "circle"):
            assert len(notices(town, name)) == 1
        site.put("/error", EMPTY)
        await until(lambda: len(notices(town, "error")) == 2, 60)
        shown = await figures(town)
        assert shown["sapar_feed_failures_in_a_row", "page"] >= 2
        assert shown["sapar_feed_failures_in_a_row", "good"] == 0
        assert shown["sapar_feed_last_success_timestamp_seconds", "good"] > 0
        assert shown["sapar_watch_looks", "too_large"] >= 2
        assert not any(health.crashes for health in town.work.tasks.health.values())


async def test_without_an_interval_nothing_is_watched_and_the_feeds_are_listed(
    sqlite_engine: SqliteEngine, site: FeedSite, tmp_path: Path
) -> None:
    url = site.put("/good", EMPTY)
    file = tmp_path / "feeds.csv"
    file.write_text(f"name,url,kind,language\nGood,{url},rss,ru\nGood,{url}2,rss,ru\n", encoding="utf-8")
    async with desk_town(sqlite_engine.copy("seeded"), feeds_file=str(file)) as town:
        assert town.work.watch is None
        assert "watch" not in town.work.tasks.health
        assert (await figures(town))["sapar_feeds", "not_yet"] == 2
        names = [key[1] for key in await figures(town) if key[0] == "sapar_feed_failures_in_a_row"]
        assert names == ["Good #1", "Good #2"]
    assert not site.asked


async def test_a_bad_file_stops_nothing(sqlite_engine: SqliteEngine, tmp_path: Path) -> None:
    file = tmp_path / "feeds.csv"
    file.write_text("name,url,kind,language\nOne,https://one.example/,rss,ru\nTwo,nowhere,rss,ru\n", encoding="utf-8")
    async with desk_town(sqlite_engine.copy("seeded"), feeds_file=str(file)) as town:
        assert [feed.name for feed in await DatabaseFeeds(town.app.db).all()] == ["One"]
        settings = Settings(_env_file=None, feeds_file=str(tmp_path / "none.csv"))  # type: ignore[call-arg]
        assert "No such file" in (await read_feeds(settings, town.app.db))[0]
        assert [feed.name for feed in await DatabaseFeeds(town.app.db).all()] == ["One"]
