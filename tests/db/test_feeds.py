"""Feeds: from the file and from the desk, whose turn it is, how looks went."""

import asyncio
from datetime import timedelta
from pathlib import Path

from bot.db.audit import DatabaseAudit
from bot.db.engine import Database
from bot.db.feed_looks import DatabaseLooks
from bot.db.feeds import DatabaseFeeds
from bot.db.feeds_file import FeedsFile, bring_feeds, parse_feeds, read_feeds_file
from bot.domain.watch import FeedKind, NewFeed, Outcome, Precision
from tests.db.conftest import MOMENT
from tests.db.watching import EDITOR, add_feed, looked

MINUTE = timedelta(minutes=1)
SHIPPED = Path("bot/data/feeds.csv")


def file_of(*names: str, kind: str = "rss") -> FeedsFile:
    lines = [f"{name},https://{name}.example/rss,{kind},ru" for name in names]
    return parse_feeds("feeds.csv", "\n".join(["name,url,kind,language", *lines]).encode())


# -- the desk ---------------------------------------------------------------------------------------


async def test_a_feed_is_added_once_and_the_act_is_logged(database: Database) -> None:
    store, new = DatabaseFeeds(database), NewFeed("https://x.example/rss", "X", FeedKind.ATOM, "kk")
    feed = await store.add(new, EDITOR)
    assert feed is not None
    assert (feed.url, feed.name, feed.kind, feed.language, feed.origin) == (new.url, "X", FeedKind.ATOM, "kk", "desk")
    assert feed.succeeded_at is None
    assert await store.add(new, EDITOR) is None
    assert await store.all() == (feed,) == (await store.find(feed.id),)
    (entry,) = await DatabaseAudit(database).newest()
    assert (entry.actor, entry.action, entry.details["url"]) == (EDITOR, "feed.add", new.url)


async def test_of_two_who_add_the_same_address_one_does(database: Database) -> None:
    store, new = DatabaseFeeds(database), NewFeed("https://x.example/rss", "X", FeedKind.RSS)
    made = await asyncio.gather(*(store.add(new, by) for by in range(1, 5)))
    assert len([feed for feed in made if feed]) == 1
    assert len(await DatabaseAudit(database).newest()) == 1


async def test_a_removed_feed_comes_back_with_its_memory(database: Database) -> None:
    store, feed = DatabaseFeeds(database), await add_feed(database)
    await looked(database, feed, etag='"7"')
    assert await store.remove(feed.id, EDITOR)
    assert not await store.remove(feed.id, EDITOR)
    assert await store.find(feed.id) is None
    assert await store.all() == ()
    again = await store.add(NewFeed(feed.url, "again", FeedKind.RSS), EDITOR)
    assert again is not None
    assert (again.id, again.name, again.etag, again.next_look_at) == (feed.id, "again", '"7"', None)
    assert again.succeeded_at == MOMENT


async def test_a_muted_feed_is_not_looked_at_and_an_unmuted_one_is_at_once(database: Database) -> None:
    store, looks, feed = DatabaseFeeds(database), DatabaseLooks(database), await add_feed(database)
    assert not await store.mute(feed.id, EDITOR, muted=False)
    assert await store.mute(feed.id, EDITOR, muted=True)
    assert not await store.mute(feed.id, EDITOR, muted=True)
    muted = await store.find(feed.id)
    assert muted is not None
    assert muted.is_muted
    assert await looks.claim(MOMENT, MOMENT + MINUTE, 5) == ()
    assert await looks.awake() == ()
    assert await store.mute(feed.id, EDITOR, muted=False)
    assert [one.id for one in await looks.claim(MOMENT, MOMENT + MINUTE, 5)] == [feed.id]
    actions = [entry.action for entry in await DatabaseAudit(database).newest()]
    assert actions == ["feed.unmute", "feed.mute", "feed.add"]


async def test_numbers_from_nowhere_name_no_feed(database: Database) -> None:
    store = DatabaseFeeds(database)
    for number in (0, -1, 999, 10**30):
        assert await store.find(number) is None
        assert not await store.remove(number, EDITOR)
        assert not await store.mute(number, EDITOR, muted=True)


async def test_the_status_of_a_failure_is_kept_until_the_next_look(database: Database) -> None:
    feed = await add_feed(database)
    assert (await looked(database, feed, Outcome.REFUSED, detail="500")).detail == "500"
    assert (await looked(database, feed)).detail == ""


async def test_health_counts_the_last_looks(database: Database) -> None:
    first, second = await add_feed(database, "b"), await add_feed(database, "A")
    await add_feed(database, "c")
    await looked(database, first)
    await looked(database, second, Outcome.TOO_SLOW)
    health = await DatabaseFeeds(database).health()
    assert [feed.name for feed in health.feeds] == ["A", "b", "c"]
    assert dict(health.by_outcome) == {"read": 1, "too_slow": 1, "": 1}
    assert (health.waiting, health.precision) == (0, Precision(0, 0))


# -- looks ------------------------------------------------------------------------------------------


async def test_a_feed_is_taken_by_one_of_many(database: Database) -> None:
    looks, feeds = DatabaseLooks(database), [await add_feed(database, name) for name in "abcd"]
    taken = await asyncio.gather(*(looks.claim(MOMENT, MOMENT + MINUTE, 2) for _ in range(6)))
    assert sorted(one.id for some in taken for one in some) == [feed.id for feed in feeds]
    assert await looks.claim(MOMENT, MOMENT + MINUTE, 9) == ()
    assert len(await looks.claim(MOMENT + MINUTE, MOMENT + 2 * MINUTE, 9)) == 4


async def test_a_feed_given_back_is_due_again(database: Database) -> None:
    looks, feed = DatabaseLooks(database), await add_feed(database)
    await looks.claim(MOMENT, MOMENT + MINUTE, 1)
    await looks.release([feed.id], MOMENT)
    assert len(await looks.claim(MOMENT, MOMENT + MINUTE, 1)) == 1


async def test_the_most_overdue_is_taken_first(database: Database) -> None:
    looks = DatabaseLooks(database)
    late, new = await add_feed(database, "late"), await add_feed(database, "new")
    later = await add_feed(database, "later")
    await looked(database, late, at=MOMENT)
    await looked(database, later, at=MOMENT - MINUTE)
    hour = MOMENT + timedelta(hours=1)
    assert [one.id for one in await looks.claim(hour, hour + MINUTE, 1)] == [new.id]
    assert [one.id for one in await looks.claim(hour, hour + MINUTE, 1)] == [later.id]


async def test_failures_in_a_row_are_counted_until_a_good_look(database: Database) -> None:
    feed = await add_feed(database)
    feed = await looked(database, feed, etag='"1"', last_modified="Mon", at=MOMENT)
    first = await looked(database, feed, Outcome.REFUSED, MOMENT + MINUTE, detail="503")
    second = await looked(database, feed, Outcome.NO_FEED, MOMENT + 2 * MINUTE)
    assert (first.failures, second.failures, second.outcome) == (1, 2, "no_feed")
    assert (first.detail, second.detail) == ("503", "")
    assert second.failing_since == MOMENT + MINUTE
    assert (second.etag, second.succeeded_at) == ('"1"', MOMENT)
    well = await looked(database, feed, Outcome.UNCHANGED, MOMENT + 3 * MINUTE)
    assert (well.failures, well.failing_since, well.etag, well.last_modified) == (0, None, '"1"', "Mon")
    assert well.succeeded_at == well.looked_at == MOMENT + 3 * MINUTE


async def test_a_failure_is_told_once_and_so_is_the_recovery(database: Database) -> None:
    looks, feed = DatabaseLooks(database), await add_feed(database)
    await looked(database, feed, Outcome.TOO_LARGE)
    assert await looks.failing_untold(2) == ()
    await looked(database, feed, Outcome.TOO_LARGE)
    assert [one.id for one in await looks.failing_untold(2)] == [feed.id]
    await looks.told_failing(feed.id, MOMENT)
    assert await looks.failing_untold(2) == await looks.recovered_untold() == ()
    await looked(database, feed)
    assert [one.id for one in await looks.recovered_untold()] == [feed.id]
    await looks.told_failing(feed.id, None)
    assert await looks.recovered_untold() == ()


async def test_a_look_at_a_feed_removed_meanwhile_is_lost(database: Database) -> None:
    from bot.domain.look import Looked

    feed = await add_feed(database)
    await DatabaseFeeds(database).remove(feed.id, EDITOR)
    look = Looked(feed.id, MOMENT, Outcome.READ, MOMENT)
    assert await DatabaseLooks(database).settle(look) is None


# -- the file ---------------------------------------------------------------------------------------


async def test_the_file_is_brought_in_and_a_second_time_changes_nothing(database: Database) -> None:
    report = await bring_feeds(database, file_of("a", "b"))
    assert (report.added, report.changed, report.dropped, report.problems) == (2, 0, 0, ())
    feeds = await DatabaseFeeds(database).all()
    assert [(one.name, one.origin, one.language) for one in feeds] == [("a", "file", "ru"), ("b", "file", "ru")]
    again = await bring_feeds(database, file_of("a", "b"))
    assert (again.added, again.changed, again.dropped) == (0, 0, 0)
    assert await DatabaseFeeds(database).all() == feeds


async def test_a_changed_row_changes_the_feed(database: Database) -> None:
    await bring_feeds(database, file_of("a"))
    (feed,) = await DatabaseFeeds(database).all()
    await looked(database, feed, etag='"1"')
    renamed = FeedsFile((NewFeed(feed.url, "A", FeedKind.RSS, "kk", "what"),))
    assert (await bring_feeds(database, renamed)).changed == 1
    (feed,) = await DatabaseFeeds(database).all()
    assert (feed.name, feed.language, feed.what, feed.etag) == ("A", "kk", "what", '"1"')
    assert (await bring_feeds(database, file_of("a", kind="json"))).changed == 1
    (feed,) = await DatabaseFeeds(database).all()
    assert (feed.kind, feed.etag, feed.next_look_at) == (FeedKind.JSON, "", None)


async def test_a_feed_that_left_the_file_goes_and_comes_back_with_it(database: Database) -> None:
    await bring_feeds(database, file_of("a", "b"))
    assert (await bring_feeds(database, file_of("b"))).dropped == 1
    assert [one.name for one in await DatabaseFeeds(database).all()] == ["b"]
    assert (await bring_feeds(database, file_of("a", "b"))).added == 1
    assert [one.name for one in await DatabaseFeeds(database).all()] == ["a", "b"]


async def test_what_editors_decided_stays_over_the_file(database: Database) -> None:
    store = DatabaseFeeds(database)
    await bring_feeds(database, file_of("removed", "muted"))
    muted, removed = await store.all()
    await store.remove(removed.id, EDITOR)
    await store.mute(muted.id, EDITOR, muted=True)
    mine = await add_feed(database, "mine")
    for file in (file_of("removed", "muted"), file_of("muted"), file_of("removed", "muted", "mine")):
        await bring_feeds(database, file)
        assert [(one.name, one.is_muted) for one in await store.all()] == [("mine", False), ("muted", True)]
    assert await store.find(mine.id) == mine


async def test_a_file_with_a_problem_drops_nothing_and_brings_its_good_rows(database: Database) -> None:
    await bring_feeds(database, file_of("a", "b"))
    bad = "name,url,kind,language\nc,https://c.example/rss,rss,\nd,nowhere,rss,ru\n"
    report = await bring_feeds(database, parse_feeds("feeds.csv", bad.encode()))
    assert (report.added, report.dropped) == (1, 0)
    assert report.problems == ("feeds.csv, line 3: url 'nowhere' is not a web address with http or https",)
    assert [one.name for one in await DatabaseFeeds(database).all()] == ["a", "b", "c"]


def test_every_bad_row_is_named_by_its_line() -> None:
    rows = (
        "name,url,kind,language,what",
        "good,http://localhost:8000/feed.json,json api,ru or kk by header,told",
        ",https://b.example,rss,ru,",
        "c,https://c.example,gopher,ru,",
        "d,https://d.example,rss,de,",
        "e,http://localhost:8000/feed.json,rss,,",
        "f,https://f.example/{project},json,,",
        "g,http://[::1,rss,,",
        "h,https://h.example:99999/,rss,,",
        f"i,https://i.example/{'i' * 500},rss,,",
    )
    file = parse_feeds("my.csv", "\n".join(rows).encode())
    assert file.feeds == (NewFeed("http://localhost:8000/feed.json", "good", FeedKind.JSON, "ru", "told"),)
    assert [problem.split(":")[0] for problem in file.problems] == [f"my.csv, line {n}" for n in range(3, 11)]


def test_a_file_that_is_none_is_one_problem(tmp_path: Path) -> None:
    assert read_feeds_file(tmp_path / "none.csv").problems == (f"{tmp_path}/none.csv: No such file or directory",)
    assert "column url is missing" in parse_feeds("f.csv", b"name,kind,language\n").problems[0]
    assert "not UTF-8" in parse_feeds("f.csv", b"name,url,kind,language\n\xff\xfe").problems[0]
    assert "a column is there twice" in parse_feeds("f.csv", b"name,url,kind,language,url\n").problems[0]
    assert "line 2" in parse_feeds("f.csv", b"name,url,kind,language\na,b\n").problems[0]


def test_the_shipped_file_is_good() -> None:
    file = read_feeds_file(SHIPPED)
    assert file.problems == ()
    assert {one.kind for one in file.feeds} <= {FeedKind.RSS, FeedKind.ATOM, FeedKind.JSON}
    assert len(file.feeds) > 10
    assert all(one.url.startswith("https://") for one in file.feeds)
