"""The watch on a real database, with feeds, judgement and editors that a test controls, and a clock it turns."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from bot.db.engine import Database
from bot.db.feed_looks import DatabaseLooks
from bot.db.feeds import DatabaseFeeds
from bot.db.news import DatabaseNews
from bot.db.news_intake import DatabaseIntake
from bot.domain.look import Fetched
from bot.domain.talks import Stage
from bot.domain.watch import Feed, FeedKind, Item, Judgement, NewFeed, NewsDraft, NewsState, Outcome, Subject
from bot.services.watch import AT_ONCE, Watch
from bot.tasks import Supervisor
from tests.databases import SqliteEngine
from tests.running import until

START = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
INTERVAL = timedelta(minutes=15)
TALKS = Judgement(Subject.TALKS, Stage.ROUND)
EDITOR = 7


def item(key: str, title: str = "", age: timedelta | None = timedelta(), link: str = "") -> Item:
    """Return an item; the first word of its title is the event, `-` for what concerns nobody."""
    published = None if age is None else START - age
    return Item(key, link or f"https://news.example/{key}", title or key, "", published, "ru")


def judge(one: Item) -> Judgement | None:
    if one.title.startswith("broken"):
        raise ValueError(one.title)
    return None if one.title.startswith("-") else TALKS


def same_event(one: tuple[Item, Judgement], other: tuple[Item, Judgement]) -> bool:
    if "incomparable" in one[0].title:
        raise ValueError(one[0].title)
    return one[0].title.split()[0] == other[0].title.split()[0]


@dataclass
class Editors:
    """What editors were told. fails: how often telling them fails first."""

    told: list[tuple[str, str]] = field(default_factory=list)
    fails: int = 0

    async def drafts(self, drafts: Sequence[NewsDraft]) -> None:
        self._fail()
        self.told += [("draft", f"{one.title}: {len(one.sources)}") for one in drafts]

    async def extended(self, draft: NewsDraft) -> None:
        self._fail()
        self.told.append(("extended", f"{draft.title}: {len(draft.sources)}"))

    async def failing(self, feed: Feed) -> None:
        self._fail()
        self.told.append(("failing", feed.name))

    async def recovered(self, feed: Feed) -> None:
        self._fail()
        self.told.append(("recovered", feed.name))

    def _fail(self) -> None:
        if self.fails:
            self.fails -= 1
            raise OSError("no Telegram")


@dataclass
class World:
    """Feeds by name, the hour, the editors, and the watch on all of it."""

    db: Database
    shown: dict[str, Fetched | Exception | asyncio.Event] = field(default_factory=dict)
    fetched: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    now: datetime = START
    editors: Editors = field(default_factory=Editors)
    watch: Watch = field(init=False)

    def __post_init__(self) -> None:
        self.looks, self.intake = DatabaseLooks(self.db), DatabaseIntake(self.db)
        self.watch = self.another_watch()

    def another_watch(self) -> Watch:
        """Return a watch of another process on the same database."""
        return Watch(
            self.looks, self.intake, self.fetch, judge, same_event, self.editors, INTERVAL,
            lambda: self.now, lambda: 0.5, pause=0.002,
        )  # fmt: skip

    async def fetch(self, feed: Feed) -> Fetched:
        self.fetched.append(feed.name)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await asyncio.sleep(0)
            shown = self.shown[feed.name]
            if isinstance(shown, asyncio.Event):
                await shown.wait()
                return Fetched(Outcome.TOO_SLOW)
            if isinstance(shown, Exception):
                raise shown
            return shown
        finally:
            self.at_once -= 1

    async def feed(self, name: str, *items: Item, outcome: Outcome = Outcome.READ) -> Feed:
        """Watch a feed that shows this."""
        self.show(name, *items, outcome=outcome)
        feed = await DatabaseFeeds(self.db).add(NewFeed(f"https://{name}.example/", name, FeedKind.RSS), EDITOR)
        assert feed is not None
        return feed

    def show(self, name: str, *items: Item, outcome: Outcome = Outcome.READ) -> None:
        self.shown[name] = Fetched(outcome, items)

    async def round(self, after: timedelta = timedelta(0)) -> None:
        """Turn the clock and let the watch do all it has to do."""
        self.now += after
        before = sum(self.watch.looked.values())
        due = len(await self._due())
        async with self.running():
            await until(lambda: sum(self.watch.looked.values()) >= before + due)
            await until(lambda: not self.watch._has_news and not self.watch._flights)

    @asynccontextmanager
    async def running(self, *watches: Watch) -> AsyncIterator[None]:
        tasks = Supervisor()
        for number, watch in enumerate(watches or (self.watch,)):
            watch._heard += 1
            tasks.start(f"watch {number}", watch.run)
        try:
            yield
        finally:
            await tasks.stop()
        assert not any(health.crashes for health in tasks.health.values())

    async def _due(self) -> list[Feed]:
        awake = await self.looks.awake()
        return [one for one in awake if one.next_look_at is None or one.next_look_at <= self.now]

    async def drafts(self) -> list[tuple[str, int]]:
        return sorted((one.title, len(one.sources)) for one in await DatabaseNews(self.db).waiting())

    async def state(self, feed: Feed) -> Feed:
        found = await DatabaseFeeds(self.db).find(feed.id)
        assert found is not None
        return found


@pytest.fixture
async def world(sqlite_engine: SqliteEngine) -> AsyncIterator[World]:
    async with Database.open(sqlite_engine.copy("empty")) as db:
        yield World(db)


DAY = timedelta(days=1)

# -- what is news -----------------------------------------------------------------------------------


async def test_what_concerns_the_editors_is_told_once(world: World) -> None:
    await world.feed("one", item("a", "round"), item("b", "-weather"))
    await world.round()
    await world.round(DAY)
    assert world.editors.told == [("draft", "round: 1")]
    assert world.fetched == ["one", "one"]
    assert world.watch.looked == {"read": 2}


async def test_at_the_first_look_a_week_is_news_and_later_everything_new_is(world: World) -> None:
    old = item("old", "old", 8 * DAY), item("undated", "undated", None)
    feed = await world.feed("one", item("new", "new", 6 * DAY), *old)
    await world.round()
    assert await world.drafts() == [("new", 1)]
    world.show("one", *old, item("older", "older", 300 * DAY), item("undated2", "undated2", None))
    await world.round(DAY)
    assert await world.drafts() == [("new", 1), ("older", 1), ("undated2", 1)]
    assert (await world.state(feed)).newest_item_at == START - 6 * DAY


async def test_a_first_look_that_failed_is_no_first_look(world: World) -> None:
    await world.feed("one", outcome=Outcome.REFUSED)
    await world.round()
    world.show("one", item("old", "old", 8 * DAY))
    await world.round(DAY)
    assert await world.drafts() == []


async def test_a_feed_removed_and_added_again_keeps_its_memory(world: World) -> None:
    feed = await world.feed("one", item("a", "a"), item("b", "-b"))
    await world.round()
    await DatabaseFeeds(world.db).remove(feed.id, EDITOR)
    await world.feed("one", item("a", "a"), item("b", "b has become news"))
    await world.round(DAY)
    assert world.editors.told == [("draft", "a: 1")]


# -- one event, one draft ---------------------------------------------------------------------------


async def test_reports_of_different_feeds_in_one_round_make_one_message(world: World) -> None:
    for name in "abcdef":
        await world.feed(name, item(name, f"round by {name}"), item(f"{name}2", f"other by {name}"))
    await world.round()
    assert sorted(count for _, count in await world.drafts()) == [6, 6]
    assert sorted(what for what, _ in world.editors.told) == ["draft", "draft"]
    assert all(text.endswith(": 6") for _, text in world.editors.told)
    assert world.most_at_once <= AT_ONCE


async def test_a_later_report_redraws_the_draft_and_tells_nobody_anew(world: World) -> None:
    await world.feed("one", item("a", "round"))
    await world.round()
    await world.feed("two", item("b", "round again"))
    await world.round()
    assert world.editors.told == [("draft", "round: 1"), ("extended", "round: 2")]


async def test_a_decided_draft_takes_its_reports_in_silence(world: World) -> None:
    await world.feed("one", item("a", "round"))
    await world.round()
    (draft,) = await DatabaseNews(world.db).waiting()
    await DatabaseNews(world.db).decide(draft.id, NewsState.DISMISSED, EDITOR)
    await world.feed("two", item("b", "round again"))
    await world.round()
    assert len(world.editors.told) == 1
    found = await DatabaseNews(world.db).find(draft.id)
    assert found is not None
    assert (found.state, len(found.sources)) == (NewsState.DISMISSED, 2)


async def test_one_link_is_one_event_whatever_the_words(world: World) -> None:
    await world.feed("one", item("a", "round", link="https://www.a.example/x/?utm_source=rss&id=1#top"))
    await world.feed("two", item("b", "different words", link="http://a.example/x?id=1"))
    await world.feed("three", item("c", "incomparable words", link="https://a.example/"))
    await world.round()
    assert sorted(count for _, count in await world.drafts()) == [1, 2]


# -- trouble ----------------------------------------------------------------------------------------


async def test_a_fault_in_judging_loses_no_other_item_and_is_made_good_later(world: World) -> None:
    await world.feed("one", item("a", "broken"), item("b", "round"))
    await world.round()
    assert await world.drafts() == [("round", 1)]
    world.show("one", item("a", "mended"), item("b", "round"))
    await world.round(DAY)
    assert await world.drafts() == [("mended", 1), ("round", 1)]


async def test_a_feed_of_which_nothing_can_be_judged_brings_nothing(world: World) -> None:
    await world.feed("one", item("a", "broken"))
    await world.round()
    assert await world.drafts() == []


async def test_a_look_that_breaks_harms_no_other(world: World) -> None:
    await world.feed("bad")
    world.shown["bad"] = RuntimeError("anything")
    await world.feed("good", item("a", "round"))
    await world.round()
    assert await world.drafts() == [("round", 1)]
    assert world.watch.looked == {"lost": 1, "read": 1}


async def test_silent_feeds_hold_nobody_up(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.services.watch.PATIENCE", 0.05)
    ends = asyncio.Event()
    for number in range(AT_ONCE - 1):
        await world.feed(f"silent{number}")
        world.shown[f"silent{number}"] = ends
    await world.feed("good", item("a", "round"))
    async with world.running():
        await until(lambda: world.editors.told)
        world.now += DAY
        world.show("good", item("b", "second"))
        await until(lambda: len(world.editors.told) == 2)
        ends.set()
        await until(lambda: world.watch.looked["too_slow"] == AT_ONCE - 1)


async def test_the_second_failure_is_told_once_and_so_is_the_recovery(world: World) -> None:
    feed = await world.feed("one", outcome=Outcome.REFUSED)
    await world.round()
    assert world.editors.told == []
    for _ in range(4):
        await world.round(DAY)
    assert world.editors.told == [("failing", "one")]
    assert (await world.state(feed)).failures == 5
    world.show("one", outcome=Outcome.UNCHANGED)
    await world.round(DAY)
    await world.round(DAY)
    assert world.editors.told == [("failing", "one"), ("recovered", "one")]
    world.show("one", outcome=Outcome.NO_FEED)
    await world.round(DAY)
    await world.round(DAY)
    assert world.editors.told[2:] == [("failing", "one")]


async def test_a_hiccup_is_no_news(world: World) -> None:
    await world.feed("one", outcome=Outcome.TOO_SLOW)
    await world.round()
    world.show("one")
    await world.round(DAY)
    assert world.editors.told == []


async def test_that_this_machine_is_offline_is_no_failure_of_feeds(world: World) -> None:
    for name in "abc":
        await world.feed(name, outcome=Outcome.UNREACHABLE)
    for number in range(1, 4):
        world.now += DAY
        async with world.running():
            await until(lambda total=3 * number: sum(world.watch.looked.values()) == total)
            await until(lambda: not world.watch._flights)
            await until(lambda wanted=number > 1: world.watch._telling._is_offline is wanted)
    assert world.editors.told == []
    world.show("a")
    await world.round(DAY)
    assert sorted(world.editors.told) == [("failing", "b"), ("failing", "c")]


async def test_editors_out_of_reach_are_told_late(world: World) -> None:
    await world.feed("one", item("a", "round"))
    world.editors.fails = 1
    async with world.running():
        await until(lambda: world.watch.looked["read"] == 1 and not world.editors.fails)
    assert world.editors.told == []
    world.now += timedelta(minutes=1)
    async with world.running():
        await until(lambda: world.editors.told)
    assert world.editors.told == [("draft", "round: 1")]


@pytest.mark.parametrize("before", [0, 1])
async def test_a_notice_that_fails_is_told_late(world: World, before: int) -> None:
    await world.feed("one", outcome=Outcome.REFUSED)
    await world.round()
    if before:
        await world.round(DAY)
        world.show("one")
    world.editors.fails = 1
    world.now += DAY
    async with world.running():
        await until(lambda: not world.editors.fails)
    await world.round(DAY)
    assert world.editors.told[before:] == [("recovered" if before else "failing", "one")]


async def test_a_redraw_that_fails_harms_nobody(world: World) -> None:
    await world.feed("one", item("a", "round"))
    await world.round()
    world.editors.fails = 1
    await world.feed("two", item("b", "round"), item("c", "other"))
    await world.round()
    assert world.editors.told == [("draft", "round: 1"), ("draft", "other: 1")]


async def test_what_a_killed_process_stored_is_told_by_the_next(world: World) -> None:
    feed = await world.feed("one", item("a", "round"))
    (taken,) = await world.looks.claim(world.now, world.now + INTERVAL, 1)
    assert taken.id == feed.id
    await world.watch._look(taken)
    world.watch = world.another_watch()
    await world.round()
    assert world.editors.told == [("draft", "round: 1")]


async def test_two_processes_look_once_and_tell_once(world: World) -> None:
    for name in "abcdefgh":
        await world.feed(name, item(name, "round"))
    other = world.another_watch()
    async with world.running(world.watch, other):
        await until(lambda: len(world.fetched) >= 8)
        await until(lambda: not (world.watch._flights or other._flights or world.watch._has_news or other._has_news))
    assert sorted(world.fetched) == list("abcdefgh")
    assert [what for what, _ in world.editors.told].count("draft") == 1


async def test_looks_in_hand_at_the_stop_are_given_back(world: World) -> None:
    await world.feed("one")
    world.shown["one"] = asyncio.Event()
    async with world.running():
        await until(lambda: world.fetched)
    world.show("one", item("a", "round"))
    await world.round()
    assert world.editors.told == [("draft", "round: 1")]


async def test_a_database_that_is_gone_at_the_stop_is_let_be(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def gone(*_: object) -> None:
        raise OSError("gone")

    await world.feed("one")
    world.shown["one"] = asyncio.Event()
    async with world.running():
        await until(lambda: world.fetched)
        monkeypatch.setattr(world.looks, "release", gone)


async def test_a_feed_removed_while_it_is_looked_at_is_forgotten(world: World) -> None:
    feed, wait = await world.feed("one"), asyncio.Event()
    world.shown["one"] = wait
    async with world.running():
        await until(lambda: world.fetched)
        await DatabaseFeeds(world.db).remove(feed.id, EDITOR)
        wait.set()
        await until(lambda: world.watch.looked["too_slow"])
    assert world.editors.told == []


async def test_a_feed_that_fails_is_left_alone_longer_and_longer(world: World) -> None:
    feed = await world.feed("one", outcome=Outcome.REFUSED)
    waits: list[float] = []
    for _ in range(5):
        await world.round(10 * DAY)
        state = await world.state(feed)
        assert state.next_look_at is not None
        waits.append((state.next_look_at - world.now) / INTERVAL)
    assert [round(wait) for wait in waits] == [1, 2, 4, 6, 6]
    world.shown["one"] = Fetched(Outcome.REFUSED, retry_after=40_000)
    await world.round(10 * DAY)
    assert (await world.state(feed)).next_look_at == world.now + timedelta(seconds=40_000)
