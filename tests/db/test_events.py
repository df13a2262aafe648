"""Events of the talks and their alerts: one transaction, once a key, corrected and withdrawn with what was sent."""

import asyncio
from collections.abc import Callable

import pytest
import sqlalchemy as sa

from bot.clock import now
from bot.db.campaigns import DatabaseCampaigns
from bot.db.engine import Database
from bot.db.events import DatabaseEvents
from bot.db.facts import DatabaseFacts
from bot.db.schema import campaign, delivery, talks_event
from bot.db.subscriptions import DatabaseSubscriptions
from bot.db.users import DatabaseUsers
from bot.domain.campaign import CampaignKind, CampaignState, Content, Message
from bot.domain.language import Language
from bot.domain.talks import NewEvent, PartialDate, Stage
from bot.domain.topic import EU
from bot.domain.user import User

ROUND_3 = NewEvent(
    date=PartialDate(2026, 11, 20),
    stage=Stage.ROUND,
    titles={Language.RU: "Третий раунд", Language.KK: "Үшінші раунд"},
    source_name="МИД РК",
    source_url="https://www.gov.kz/a",
)


def content(text: str) -> Content:
    return Content({language: Message("sendMessage", {"text": f"{text} {language}"}) for language in Language})


def told(text: str) -> Callable[[int], Content]:
    return lambda event_id: content(f"{text} {event_id}")


async def follower(db: Database, telegram_id: int = 7) -> None:
    await DatabaseUsers(db).add(User(telegram_id, Language.KK, created_at=now(), last_seen_at=now()))
    await DatabaseSubscriptions(db).add(telegram_id, EU)


async def mark_sent(db: Database, campaign_id: int, user_id: int = 7) -> None:
    """Do what the delivery loop does at the end of a campaign."""
    async with db.write() as c:
        await c.execute(
            sa.insert(delivery).values(
                campaign_id=campaign_id, user_id=user_id, language="kk", state="sent", message_id=70
            )
        )
        await c.execute(sa.update(campaign).where(campaign.c.id == campaign_id).values(state="done"))


async def test_an_event_and_its_alert_are_written_together(facts_database: Database) -> None:
    await follower(facts_database)
    done = await DatabaseEvents(facts_database, to_channel=True).publish(ROUND_3, 5, told("a"), "")
    [alert] = await DatabaseCampaigns(facts_database).list(10, 0)
    assert (alert.id, alert.kind, alert.state) == (done.campaign_id, CampaignKind.ALERT, CampaignState.RUNNING)
    assert (alert.total, str(alert.audience), alert.created_by, alert.to_channel) == (1, "topic:eu", 5, True)
    assert alert.content.by_language[Language.RU].params["text"] == f"a {done.event_id} ru"
    facts = await DatabaseFacts(facts_database).read_facts()
    assert facts.events[0].id == done.event_id


async def test_an_alert_that_cannot_be_made_leaves_no_event(facts_database: Database) -> None:
    def fail(event_id: int) -> Content:
        raise LookupError("no text")

    before = await DatabaseFacts(facts_database).read_revision()
    with pytest.raises(LookupError):
        await DatabaseEvents(facts_database).publish(ROUND_3, 5, fail, "draft:1")
    assert await DatabaseFacts(facts_database).read_revision() == before
    assert await DatabaseCampaigns(facts_database).list(10, 0) == ()


async def test_a_key_publishes_once_however_often_it_is_used(facts_database: Database) -> None:
    events = DatabaseEvents(facts_database)
    assert await events.published("draft:1") is None
    tries = await asyncio.gather(*(events.publish(ROUND_3, 5, told("a"), "draft:1") for _ in range(5)))
    assert len({(one.event_id, one.campaign_id) for one in tries}) == 1
    assert sorted(one.is_new for one in tries) == [False] * 4 + [True]
    assert await events.published("draft:1") == (await events.publish(ROUND_3, 5, told("b"), "draft:1"))
    assert len(await DatabaseCampaigns(facts_database).list(10, 0)) == 1
    other = await events.publish(ROUND_3, 5, told("a"), "draft:2")
    assert other.is_new


async def test_a_correction_edits_what_was_sent(facts_database: Database) -> None:
    await follower(facts_database)
    events, campaigns = DatabaseEvents(facts_database), DatabaseCampaigns(facts_database)
    done = await events.publish(ROUND_3, 5, told("a"), "")
    await mark_sent(facts_database, done.campaign_id)
    assert await events.correct(done.event_id, ROUND_3, 5, content("b"))
    edit, alert = await campaigns.list(10, 0)
    assert (edit.target_id, edit.state, edit.total) == (alert.id, CampaignState.RUNNING, 1)
    message = edit.content.by_language[Language.KK]
    assert (message.method, message.params["text"]) == ("editMessageText", "b kk")
    assert not await events.correct(10_000, ROUND_3, 5, content("c"))


async def test_a_correction_reaches_those_who_still_wait_and_edits_the_rest_a_little_later(
    facts_database: Database,
) -> None:
    events, campaigns = DatabaseEvents(facts_database), DatabaseCampaigns(facts_database)
    done = await events.publish(ROUND_3, 5, told("a"), "")
    assert await events.correct(done.event_id, ROUND_3, 5, content("b"))
    edit, alert = await campaigns.list(10, 0)
    assert alert.content.by_language[Language.KK].params["text"] == "b kk"
    assert (alert.state, edit.state) == (CampaignState.RUNNING, CampaignState.SCHEDULED)
    assert edit.scheduled_at is not None
    assert edit.scheduled_at > now()


async def test_a_later_correction_overtakes_an_earlier_one(facts_database: Database) -> None:
    await follower(facts_database)
    events, campaigns = DatabaseEvents(facts_database), DatabaseCampaigns(facts_database)
    done = await events.publish(ROUND_3, 5, told("a"), "")
    await mark_sent(facts_database, done.campaign_id)
    assert await events.correct(done.event_id, ROUND_3, 5, content("b"))
    assert await events.correct(done.event_id, ROUND_3, 5, content("c"))
    second, first, _ = await campaigns.list(10, 0)
    assert (first.state, second.state) == (CampaignState.CANCELLED, CampaignState.RUNNING)


async def test_a_withdrawal_stops_the_alert_and_edits_what_was_sent(facts_database: Database) -> None:
    await follower(facts_database)
    events, campaigns = DatabaseEvents(facts_database), DatabaseCampaigns(facts_database)
    done = await events.publish(ROUND_3, 5, told("a"), "")
    assert await events.withdraw(done.event_id, 5, content("gone"))
    edit, alert = await campaigns.list(10, 0)
    assert (alert.state, alert.pending) == (CampaignState.CANCELLED, 0)
    assert edit.content.by_language[Language.RU].params["text"] == "gone ru"
    assert not await events.withdraw(done.event_id, 5, content("gone"))
    found = await events.find(done.event_id)
    assert found is not None
    assert found.withdrawn


async def test_a_shipped_event_is_corrected_without_a_message_to_anybody(facts_database: Database) -> None:
    async with facts_database.read() as c:
        shipped = await c.scalar(sa.select(talks_event.c.id).where(talks_event.c.moves).limit(1))
    assert shipped is not None
    assert await DatabaseEvents(facts_database).correct(shipped, ROUND_3, 5, content("b"))
    assert await DatabaseCampaigns(facts_database).list(10, 0) == ()
