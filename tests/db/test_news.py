"""Drafts of news: made of reports, told, decided on, forgotten."""

import asyncio
from datetime import timedelta

import sqlalchemy as sa

from bot.db import schema
from bot.db.audit import DatabaseAudit
from bot.db.engine import Database
from bot.db.feeds import DatabaseFeeds
from bot.db.news import DatabaseNews
from bot.db.news_intake import DatabaseIntake
from bot.domain.talks import Stage
from bot.domain.watch import Judgement, NewsState, Outcome, Precision, Subject
from tests.db.conftest import MOMENT
from tests.db.watching import EDITOR, REGIME, TALKS, add_feed, all_together, each_alone, looked, report

DAY = timedelta(days=1)


async def one_draft(database: Database, key: str = "a") -> int:
    feed = await add_feed(database, f"feed-{key}")
    brought = await DatabaseIntake(database).take(feed.id, [key], [report(key)], each_alone, MOMENT)
    return brought.new[0]


# -- what looks bring -------------------------------------------------------------------------------


async def test_reports_become_a_draft_with_its_sources(database: Database) -> None:
    feed, intake = await add_feed(database), DatabaseIntake(database)
    later, earlier = report("b", REGIME), report("a", REGIME, MOMENT - DAY)
    brought = await intake.take(feed.id, ["a", "b", "c"], [later, earlier], all_together, MOMENT)
    (draft,) = await intake.untold(10)
    assert brought.new == (draft.id,)
    assert (draft.judgement, draft.state, draft.found_at) == (REGIME, NewsState.NEW, MOMENT)
    assert [source.item for source in draft.sources] == [earlier.item, later.item]
    assert {(source.feed, source.seen_at) for source in draft.sources} == {("one", MOMENT)}
    assert draft.title == "Title a"
    assert await intake.known(feed.id, ["a", "b", "c", "d"]) == {"a", "b", "c"}


async def test_a_known_key_makes_nothing(database: Database) -> None:
    feed, intake = await add_feed(database), DatabaseIntake(database)
    await intake.take(feed.id, ["a"], [], each_alone, MOMENT)
    brought = await intake.take(feed.id, ["a", "b"], [report("a"), report("b")], each_alone, MOMENT)
    assert len(brought.new) == 1
    assert (await intake.take(feed.id, ["a", "b"], [report("b")], each_alone, MOMENT)).new == ()


async def test_a_key_is_known_of_its_own_feed_only(database: Database) -> None:
    first, second, intake = await add_feed(database, "x"), await add_feed(database, "y"), DatabaseIntake(database)
    await intake.take(first.id, ["a"], [], each_alone, MOMENT)
    assert await intake.known(second.id, ["a"]) == frozenset()


async def test_looks_that_end_at_once_make_one_draft_of_one_event(database: Database) -> None:
    intake, feeds = DatabaseIntake(database), [await add_feed(database, name) for name in "abcd"]
    brought = await asyncio.gather(
        *(intake.take(feed.id, ["k"], [report("k")], all_together, MOMENT) for feed in feeds)
    )
    assert sum(len(one.new) for one in brought) == 1
    assert sum(len(one.extended) for one in brought) == 3
    (draft,) = await intake.untold(10)
    assert sorted(source.feed for source in draft.sources) == list("abcd")


async def test_a_decided_draft_takes_a_source_and_stays_decided(database: Database) -> None:
    draft_id, intake, news = await one_draft(database), DatabaseIntake(database), DatabaseNews(database)
    await news.decide(draft_id, NewsState.DISMISSED, EDITOR)
    other = await add_feed(database, "other")
    brought = await intake.take(other.id, ["z"], [report("z")], all_together, MOMENT + DAY)
    assert (brought.new, brought.extended) == ((), ())
    draft = await news.find(draft_id)
    assert draft is not None
    assert (draft.state, len(draft.sources)) == (NewsState.DISMISSED, 2)


async def test_an_old_draft_takes_sources_only_while_it_is_open(database: Database) -> None:
    open_id, intake, news = await one_draft(database), DatabaseIntake(database), DatabaseNews(database)
    other, late = await add_feed(database, "other"), MOMENT + 40 * DAY
    assert (await intake.take(other.id, ["y"], [report("y")], all_together, late)).extended == (open_id,)
    await news.decide(open_id, NewsState.PUBLISHED, EDITOR)
    assert len((await intake.take(other.id, ["z"], [report("z")], all_together, late)).new) == 1


async def test_the_first_report_that_names_a_stage_gives_it(database: Database) -> None:
    feed, intake = await add_feed(database), DatabaseIntake(database)
    reports = [report("a", Judgement(Subject.TALKS)), report("b", Judgement(Subject.TALKS, Stage.SIGNATURE))]
    await intake.take(feed.id, ["a", "b"], reports, all_together, MOMENT)
    (draft,) = await intake.untold(10)
    assert draft.judgement.stage is Stage.SIGNATURE


async def test_drafts_are_told_once(database: Database) -> None:
    draft_id, intake = await one_draft(database), DatabaseIntake(database)
    assert await intake.shown([draft_id]) == ()
    await intake.told([draft_id], MOMENT)
    assert await intake.untold(10) == ()
    assert [one.id for one in await intake.shown([draft_id])] == [draft_id]


async def test_a_draft_that_was_decided_before_it_was_told_is_told_no_more(database: Database) -> None:
    draft_id, intake = await one_draft(database), DatabaseIntake(database)
    await DatabaseNews(database).decide(draft_id, NewsState.DISMISSED, EDITOR)
    assert await intake.untold(10) == ()


async def test_one_process_tells_at_a_time(database: Database) -> None:
    intake = DatabaseIntake(database)
    assert await intake.begin_telling(MOMENT)
    assert not await intake.begin_telling(MOMENT)
    assert await intake.begin_telling(MOMENT + timedelta(minutes=1))  # the other one died
    await intake.end_telling()
    assert await intake.begin_telling(MOMENT + timedelta(minutes=1))


async def test_keys_that_no_feed_shows_are_forgotten_after_half_a_year(database: Database) -> None:
    feed, intake, late = await add_feed(database), DatabaseIntake(database), MOMENT + 200 * DAY
    await intake.take(feed.id, ["gone", "shown", "draft"], [report("draft")], each_alone, MOMENT)
    await intake.take(feed.id, ["shown"], [], each_alone, late)
    await looked(database, feed, Outcome.UNCHANGED, late)
    assert await intake.forget(late) == 0  # who knows what it shows
    await looked(database, feed, Outcome.READ, late)
    assert await intake.forget(late + 9 * DAY) == 0
    assert await intake.forget(late) == 1
    assert await intake.known(feed.id, ["gone", "shown", "draft"]) == {"shown", "draft"}


# -- what editors see and decide --------------------------------------------------------------------


async def test_new_drafts_come_first_the_newest_of_them_before_the_others(database: Database) -> None:
    news, intake, feed = DatabaseNews(database), DatabaseIntake(database), await add_feed(database)
    ids = []
    for day, key in enumerate("abcd"):
        ids += (await intake.take(feed.id, [key], [report(key)], each_alone, MOMENT + day * DAY)).new
    await news.decide(ids[3], NewsState.LATER, EDITOR)
    await news.decide(ids[1], NewsState.DISMISSED, EDITOR)
    assert [one.id for one in await news.waiting()] == [ids[2], ids[0], ids[3]]
    assert [one.id for one in await news.waiting(1, 1)] == [ids[0]]
    assert await news.total() == 3
    assert await news.counts() == {"new": 2, "later": 1, "dismissed": 1}


async def test_a_decision_is_taken_once_and_logged(database: Database) -> None:
    news, draft_id = DatabaseNews(database), await one_draft(database)
    made = await asyncio.gather(*(news.decide(draft_id, NewsState.DISMISSED, by) for by in range(1, 5)))
    assert sum(made) == 1
    draft = await news.find(draft_id)
    assert draft is not None
    assert draft.decided_by == made.index(True) + 1
    assert draft.decided_at is not None
    assert not await news.decide(draft_id, NewsState.PUBLISHED, EDITOR)
    assert not await news.decide(draft_id, NewsState.LATER, EDITOR)
    (entry, _) = await DatabaseAudit(database).newest()
    assert (entry.action, entry.details) == ("news.dismiss", {"draft": draft_id})


async def test_what_is_put_off_is_decided_later(database: Database) -> None:
    news, draft_id = DatabaseNews(database), await one_draft(database)
    assert await news.decide(draft_id, NewsState.LATER, EDITOR)
    assert not await news.decide(draft_id, NewsState.LATER, EDITOR + 1)
    assert await news.decide(draft_id, NewsState.PUBLISHED, EDITOR)
    actions = [entry.action for entry in await DatabaseAudit(database).newest()]
    assert actions == ["news.publish", "news.later", "feed.add"]
    assert (await DatabaseFeeds(database).health()).precision == Precision(1, 0)


async def test_a_published_draft_names_its_event(facts_database: Database) -> None:
    news, draft_id = DatabaseNews(facts_database), await one_draft(facts_database)
    async with facts_database.read() as c:
        event_id = await c.scalar(sa.select(schema.talks_event.c.id).limit(1))
    assert await news.decide(draft_id, NewsState.PUBLISHED, EDITOR, event_id)
    draft = await news.find(draft_id)
    assert draft is not None
    assert (draft.event_id, draft.judgement) == (event_id, TALKS)


async def test_numbers_from_nowhere_name_no_draft(database: Database) -> None:
    news = DatabaseNews(database)
    for number in (0, -1, 999, 10**30):
        assert await news.find(number) is None
        assert not await news.decide(number, NewsState.DISMISSED, EDITOR)
    draft_id = await one_draft(database)
    assert not await news.decide(draft_id, NewsState.NEW, EDITOR)


async def test_a_chat_has_one_notice_of_a_draft(database: Database) -> None:
    news, draft_id = DatabaseNews(database), await one_draft(database)
    await news.remember_notice(draft_id, 7, 100)
    await news.remember_notice(draft_id, 5, 101)
    await news.remember_notice(draft_id, 7, 102)
    assert await news.notices(draft_id) == ((5, 101), (7, 102))
    assert await news.notices(draft_id + 1) == ()
