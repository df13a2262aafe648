"""The delivery engine on both databases: everybody once, through every failure."""

import asyncio
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.db.campaigns import add_counts
from bot.db.engine import Database
from bot.db.schema import delivery, subscription
from bot.db.sender_lock import SENDER_LOCK
from bot.domain.campaign import Audience, CampaignKind, CampaignState, Content, DeliveryState, Message
from bot.domain.delivery import Settled
from bot.domain.language import Language
from bot.domain.topic import EU, NEWS
from tests.services.delivering import (
    BLOCKED,
    BROKEN,
    CHANNEL,
    DEACTIVATED,
    MALFORMED,
    NOT_FOUND,
    Office,
    Telegram,
    people,
    quiet,
    refused,
    states,
    texts,
    too_many,
    until,
)


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture
def office(database: Database, telegram: Telegram) -> Office:
    return Office(database, telegram)


async def test_everybody_gets_it_once_in_their_language(office: Office, telegram: Telegram) -> None:
    ids = await people(office.db, 1300)
    async with office.open():
        done = await office.over(await office.alert())
    assert telegram.received == Counter(ids)
    assert {chat % 2: params["text"] for chat, params in telegram.delivered} == {0: "alert ru", 1: "alert kk"}
    assert (done.state, done.total, done.counts) == (CampaignState.DONE, 1300, {"sent": 1300})
    assert await office.rows(done.id) == {"sent": 1300}


async def test_an_empty_audience_is_done_at_once(office: Office) -> None:
    async with office.open():
        done = await office.over(await office.alert())
    assert (done.total, done.counts) == (0, {})


async def test_people_who_cannot_be_reached_are_named_and_marked(office: Office, telegram: Telegram) -> None:
    await people(office.db, 10)
    for chat, answer in {2: BLOCKED, 4: DEACTIVATED, 6: NOT_FOUND, 8: MALFORMED}.items():
        telegram.scripts[chat].append(answer)
    async with office.open():
        done = await office.over(await office.alert())
    assert done.counts == {
        "sent": 6, "failed:blocked": 1, "failed:deactivated": 1, "failed:not_found": 1, "failed:refused": 1,
    }  # fmt: skip
    assert await office.rows(done.id) == done.counts
    found = await states(office.db)
    assert [found[one] for one in (2, 4, 6, 8, 1)] == ["blocked", "deactivated", "deactivated", "active", "active"]
    async with office.open():
        assert (await office.over(await office.alert())).total == 7, "who can't be reached is left out next time"


async def test_storms_of_429_hold_the_queue_and_lose_nobody(office: Office, telegram: Telegram) -> None:
    ids = await people(office.db, 60)
    telegram.otherwise = lambda call: too_many(3) if call in range(20, 30) else None
    telegram.latency, office.limiter.rate = 0.1, 100
    async with office.open():
        number = await office.alert()
        await until(lambda: len(telegram.delivered) >= 19 and len(telegram.calls) >= 25)
        await asyncio.sleep(0.3)
        calls = len(telegram.calls)
        assert calls < 60
        await asyncio.sleep(0.4)
        assert len(telegram.calls) == calls, "the pause is for the whole queue"
        done = await office.over(number)
    assert telegram.received == Counter(ids)
    assert done.counts == {"sent": 60}


async def test_server_errors_and_lost_connections_are_tried_again(office: Office, telegram: Telegram) -> None:
    ids = await people(office.db, 30)
    for chat in ids[:10]:
        telegram.scripts[chat] += [BROKEN, ConnectionResetError(), TimeoutError(), refused(500, "Internal")]
    async with office.open():
        number = await office.alert()
        for _ in range(4):
            await until(lambda: len(telegram.delivered) >= 20)
            await asyncio.sleep(0.2)
            office.later(seconds=10)
        done = await office.over(number)
    assert telegram.received == Counter(ids)
    assert len(telegram.calls) == 30 + 40
    assert await office.rows(done.id) == {"sent": 30}


async def test_retries_end_with_a_last_word(office: Office, telegram: Telegram) -> None:
    await people(office.db, 3)
    telegram.otherwise = lambda _: BROKEN
    async with office.open():
        number = await office.alert()
        await until(lambda: len(telegram.calls) == 3)
        await asyncio.sleep(0.2)
        office.later(hours=4)
        done = await office.over(number)
    assert done.counts == {"failed:timed_out": 3}
    assert len(telegram.calls) == 6


async def test_a_group_that_moved_is_followed(office: Office, telegram: Telegram) -> None:
    await people(office.db, 3)
    telegram.scripts[2].append(refused(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-100500))
    async with office.open():
        done = await office.over(await office.alert())
    assert telegram.received == Counter([1, -100500, 3])
    assert done.counts == {"sent": 3}


async def test_pause_holds_and_resume_goes_on(office: Office, telegram: Telegram) -> None:
    ids = await people(office.db, 1500)
    telegram.latency = 0.05
    office.limiter.rate = 300  # five seconds for all of them: a busy machine sees the pause long before
    async with office.open():
        number = await office.alert()
        await until(lambda: len(telegram.calls) >= 100)
        await office.campaigns.pause(number)
        held = await quiet(telegram)
        assert held < 1500
        await asyncio.sleep(0.5)
        assert len(telegram.calls) == held
        other = await office.over(await office.alert(Audience(user_ids=(7,)), "other", kind=CampaignKind.DIGEST))
        assert other.counts == {"sent": 1}, "a paused campaign holds nobody up"
        office.limiter.rate = 1000
        await office.campaigns.resume(number)
        done = await office.over(number)
    assert telegram.received == Counter(ids) + Counter([7])
    assert done.counts == await office.rows(number) == {"sent": 1500}


@pytest.mark.parametrize("after", [0, 40, 700])
async def test_cancel_ends_it_and_every_row_has_its_last_word(office: Office, telegram: Telegram, after: int) -> None:
    await people(office.db, 1500)
    telegram.latency = 0.05
    telegram.otherwise = lambda call: too_many(1) if call == 30 else None
    office.limiter.rate = 300  # five seconds for all of them: a busy machine sees the cancel long before
    async with office.open():
        number = await office.alert()
        await until(lambda: len(telegram.calls) >= after)
        await office.campaigns.cancel(number)
        await quiet(telegram, 1.2)
    assert len(telegram.delivered) < 1500
    found = await office.get(number)
    assert sum(found.counts.values()) == found.total == 1500
    assert found.counts.get("sent", 0) == len(telegram.delivered)
    rows = await office.rows(number)
    unwritten = Counter({"skipped:cancelled": 1500 - sum(rows.values())})
    assert Counter(rows) + unwritten == Counter(found.counts)


async def test_alerts_overtake_broadcasts_and_digests(office: Office, telegram: Telegram) -> None:
    await people(office.db, 1500)
    office.limiter.rate = 400
    async with office.open():
        broadcast = await office.alert(text="broadcast", kind=CampaignKind.BROADCAST)
        await until(lambda: len(telegram.calls) >= 50)
        urgent = await office.over(await office.alert(Audience(user_ids=tuple(range(1401, 1501))), "urgent"))
        assert urgent.counts == {"sent": 100}
        order = [params["text"].split()[0] for _, params in telegram.delivered]
        first, last = order.index("urgent"), len(order) - order[::-1].index("urgent")
        assert "broadcast" not in order[first + 20 : last - 1]
        await office.over(broadcast)


async def quiet_people(db: Database, count: int, **values: Any) -> list[int]:
    """Add people of Almaty whom nobody wakes from 22 to 8."""
    return await people(db, count, "eu", "news", quiet_start=22 * 60, quiet_end=8 * 60, **values)


async def test_quiet_hours_hold_alerts_and_join_what_piled_up(office: Office, telegram: Telegram) -> None:
    ids = await quiet_people(office.db, 700)
    office.began = datetime(2026, 11, 22, 18, tzinfo=UTC)  # 23:00 in Almaty
    async with office.open():
        first = await office.alert(Audience(topic=EU), "one")
        office.later(hours=1)
        second = await office.alert(Audience(topic=NEWS), "two")
        await office.have_rows({"held": 700}, first, second)
        assert not telegram.calls
        office.later(hours=8, minutes=30)
        await office.over(first, second)
    assert telegram.received == Counter(ids), "one message for both, whatever the batches"
    assert dict(telegram.delivered)[2]["text"] == "one ru + two ru"
    assert await office.rows(first) == await office.rows(second) == {"sent": 700}


async def test_what_was_joined_stays_joined_through_failures(office: Office, telegram: Telegram) -> None:
    await quiet_people(office.db, 1)
    telegram.scripts[1] += [BROKEN, too_many(1)]
    office.began = datetime(2026, 11, 22, 18, tzinfo=UTC)
    async with office.open():
        first, second = await office.alert(Audience(topic=EU), "one"), await office.alert(Audience(topic=NEWS), "two")
        await office.have_rows({"held": 1}, first, second)
        office.later(hours=10)
        for calls in (1, 2):
            await until(lambda: len(telegram.calls) >= calls)  # noqa: B023
            await asyncio.sleep(0.2)
            office.later(seconds=5)
        await office.over(first, second)
    assert [params["text"] for _, params in telegram.calls] == ["one kk + two kk"] * 3


async def test_a_pause_in_the_morning_does_not_put_a_digest_off_to_tomorrow(office: Office, telegram: Telegram) -> None:
    ids = await quiet_people(office.db, 400, cadence="daily")
    telegram.latency = 0.05
    office.limiter.rate = 200
    async with office.open():
        number = await office.alert(Audience(topic=EU))
        await office.have_rows({"held": 400}, number)
        assert not telegram.calls
        office.later(hours=22)  # past nine the next morning
        await until(lambda: len(telegram.calls) > 20)
        await office.campaigns.pause(number)
        await asyncio.sleep(0.5)
        assert len(telegram.calls) < 400
        await office.campaigns.resume(number)
        await office.over(number)
    assert telegram.received == Counter(ids)


async def test_broadcasts_and_tests_to_oneself_do_not_wait_for_the_digest(office: Office, telegram: Telegram) -> None:
    await people(office.db, 2, cadence="weekly")
    async with office.open():
        await office.over(await office.alert(kind=CampaignKind.BROADCAST), await office.alert(Audience(user_ids=(2,))))
    assert telegram.received == {1: 1, 2: 2}


async def test_who_left_meanwhile_is_skipped(office: Office, telegram: Telegram) -> None:
    await people(office.db, 4, "eu")
    number = await office.alert(Audience(topic=EU))
    async with office.db.write() as c:
        await c.execute(sa.update(subscription).values(user_id=subscription.c.user_id))
    await office.deliveries.fan_out(number, 100, office.now())
    async with office.db.write() as c:
        await c.execute(sa.delete(subscription).where(subscription.c.user_id == 3))
    async with office.open():
        done = await office.over(number)
    assert done.counts == {"sent": 3, "skipped:left": 1}
    assert set(telegram.received) == {1, 2, 4}


async def test_a_scheduled_campaign_starts_at_its_time_even_after_a_pause(office: Office, telegram: Telegram) -> None:
    await people(office.db, 5)
    async with office.open():
        number = await office.alert(scheduled_at=office.now() + timedelta(hours=2))
        await office.campaigns.pause(number)
        assert (await office.campaigns.resume(number)).state is CampaignState.SCHEDULED
        await asyncio.sleep(0.5)
        assert not telegram.calls
        office.later(hours=2)
        assert (await office.over(number)).counts == {"sent": 5}


async def test_a_restart_goes_on_where_it_was(office: Office, telegram: Telegram) -> None:
    ids = await people(office.db, 800)
    office.limiter.rate = 250
    async with office.open():
        number = await office.alert()
        await until(lambda: len(telegram.calls) > 150)
    before = len(telegram.calls)
    assert before < 800
    assert set(await office.rows(number)) <= {"sent", "pending"}, "what was claimed is given back"
    again = Office(office.db, telegram, rate=1000)
    async with again.open():
        await again.over(number)
    assert telegram.received == Counter(ids)


async def test_rows_that_a_killed_sender_held_are_sent(office: Office, telegram: Telegram) -> None:
    ids = await people(office.db, 50)
    number = await office.alert()
    await office.deliveries.fan_out(number, 100, office.now())
    claims = await office.deliveries.claim(await office.get(number), -1, 20, office.now())
    assert [row.user_id for row in claims.rows] == ids[:20]
    async with office.open():
        await office.over(number)
    assert telegram.received == Counter(ids)


async def test_what_was_answered_before_a_kill_is_not_sent_again(office: Office, telegram: Telegram) -> None:
    ids = await people(office.db, 600)
    number = await office.alert()
    async with office.deliveries.lead():
        await office.deliveries.recover()
        while not await office.deliveries.fan_out(number, 1000, office.now()):
            pass
        claims = await office.deliveries.claim(await office.get(number), -1, 500, office.now())
        answered = [
            Settled(number, row.user_id, DeliveryState.SENT, None, 1, office.now(), message_id=row.user_id + 10_000)
            for row in claims.rows
        ]
        office.deliveries.note(answered[:100])
        await office.deliveries.settle(answered[:100])
        office.deliveries.note(answered[100:])  # and killed before they are settled

    again = Office(office.db, telegram)
    async with again.open():
        done = await again.over(number)
    on_sqlite = office.db.is_sqlite
    assert telegram.received == Counter(ids[500:] if on_sqlite else ids[100:])
    assert done.counts == await office.rows(number) == {"sent": 600}
    if on_sqlite:
        async with office.db.read() as c:
            known = await c.scalar(sa.select(delivery.c.message_id).where(delivery.c.user_id == ids[400]))
        assert known == ids[400] + 10_000, "it can be edited and deleted"


async def test_rows_in_hand_of_a_cancelled_campaign_get_their_last_word_after_a_kill(
    office: Office, telegram: Telegram
) -> None:
    await people(office.db, 50)
    number = await office.alert()
    await office.deliveries.fan_out(number, 100, office.now())
    await office.deliveries.claim(await office.get(number), -1, 20, office.now())
    await office.campaigns.cancel(number)
    async with office.open():
        await office.over(await office.alert(Audience(user_ids=(7,))))
    found = await office.get(number)
    assert (found.counts, found.pending) == ({"skipped:cancelled": 50}, 0)
    assert await office.rows(number) == found.counts
    assert telegram.received == {7: 1}


async def test_two_campaigns_at_once(office: Office, telegram: Telegram) -> None:
    ids = await people(office.db, 700)
    async with office.open():
        numbers = await office.alert(text="one"), await office.alert(text="two")
        await office.over(*numbers)
    assert telegram.received == Counter(ids * 2)
    assert [(await office.get(number)).counts for number in numbers] == [{"sent": 700}] * 2


async def test_what_was_sent_is_edited_and_deleted(office: Office, telegram: Telegram) -> None:
    await people(office.db, 20)
    telegram.scripts[5].append(BLOCKED)
    async with office.open():
        await office.over(number := await office.alert())
        sent = {params["chat_id"]: i for i, (_, params) in enumerate(telegram.calls, 1)}
        edits = Content({lang: Message("editMessageText", {"text": "new"}) for lang in Language})
        deletions = Content({lang: Message("deleteMessage", {}) for lang in Language})
        telegram.scripts[7].append(BROKEN)
        edit = await office.campaigns.create(CampaignKind.BROADCAST, Audience(), edits, target_id=number)
        await until(lambda: len(telegram.calls) == 39)
        await asyncio.sleep(0.2)
        office.later(seconds=5)
        done = await office.over(edit)
        assert (done.total, done.counts) == (19, {"sent": 19})
        await office.over(await office.campaigns.create(CampaignKind.ALERT, Audience(), deletions, target_id=number))
    for method, params in telegram.calls[20:]:
        assert method in ("editMessageText", "deleteMessage")
        assert params["message_id"] == sent[params["chat_id"]]
    assert Counter(method for method, _ in telegram.calls) == {
        "sendMessage": 20, "editMessageText": 20, "deleteMessage": 19,
    }  # fmt: skip


async def test_the_channel_has_it_once(database: Database, telegram: Telegram) -> None:
    office = Office(database, telegram, channel=CHANNEL)
    await people(database, 3)
    telegram.scripts[CHANNEL] += [BROKEN]
    async with office.open():
        number = await office.alert(to_channel=True)
        other = await office.alert()
        done = await office.over(number, other)
        assert (await office.get(number)).is_posted
        assert not done.is_posted
    assert telegram.received == Counter({1: 2, 2: 2, 3: 2, CHANNEL: 2}), "one post a language, none twice"


async def test_a_failing_database_is_tried_again_and_nothing_is_sent_twice(
    office: Office, telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = await people(office.db, 600)
    office.limiter.rate = 1000
    settle, claim, broken = office.deliveries.settle, office.deliveries.claim, asyncio.Event()

    async def failing(*arguments: Any) -> Any:
        if broken.is_set():
            raise OSError("disk full")
        return await (settle if len(arguments) == 1 else claim)(*arguments)

    monkeypatch.setattr(office.deliveries, "settle", failing)
    monkeypatch.setattr(office.deliveries, "claim", failing)
    async with office.open():
        number = await office.alert()
        await until(lambda: len(telegram.calls) > 50)
        broken.set()
        await asyncio.sleep(0.8)
        broken.clear()
        done = await office.over(number)
    assert telegram.received == Counter(ids)
    assert done.counts == {"sent": 600}


async def test_people_without_a_text_are_left_out(office: Office, telegram: Telegram) -> None:
    await people(office.db, 10)
    only = Content({Language.KK: texts("x").by_language[Language.KK]})
    async with office.open():
        done = await office.over(await office.campaigns.create(CampaignKind.BROADCAST, Audience(), only))
    assert done.total == 5
    assert all(chat % 2 for chat in telegram.received)


async def test_a_silent_person_hears_nothing(office: Office, telegram: Telegram) -> None:
    await people(office.db, 1)
    await people(office.db, 1, first=2, silent=True)
    async with office.open():
        await office.over(await office.alert())
    assert {chat: params.get("disable_notification") for chat, params in telegram.delivered} == {1: None, 2: True}


async def test_a_lone_database_sender_waits_for_the_other(office: Office, telegram: Telegram) -> None:
    if office.db.is_sqlite:
        pytest.skip("one process a file")
    await people(office.db, 30)
    other = Office(office.db, Telegram())
    async with office.open():
        await asyncio.sleep(0.3)
        waiting = asyncio.create_task(other.loop.run())
        await office.over(await office.alert())
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    assert not other.telegram.calls
    assert len(telegram.delivered) == 30


async def test_a_sender_whose_lock_is_gone_stops_and_another_goes_on(office: Office, telegram: Telegram) -> None:
    if office.db.is_sqlite:
        pytest.skip("one process a file")
    ids = await people(office.db, 1200)
    office.limiter.rate, telegram.latency = 200, 0.01
    other = Office(office.db, telegram, rate=1000)
    first = asyncio.create_task(office.loop.run())
    number = await office.alert()
    await until(lambda: len(telegram.calls) > 20)
    second = asyncio.create_task(other.loop.run())
    async with office.db.write() as c:
        holder = (
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = :lock AND granted"
        )
        await c.execute(sa.text(holder), {"lock": SENDER_LOCK})
    with pytest.raises(BaseExceptionGroup):
        await asyncio.wait_for(first, 5)
    done = await other.over(number)
    await other.loop.stop()
    await second
    assert telegram.received == Counter(ids)
    assert done.counts == {"sent": 1200}


async def test_counts_that_are_too_high_are_put_right_before_the_end(office: Office, telegram: Telegram) -> None:
    ids = await people(office.db, 60)
    office.limiter.rate = 100
    async with office.open():
        number = await office.alert()
        await until(lambda: len(telegram.calls) > 10)
        async with office.db.write() as c:
            await add_counts(c, number, {"sent": 5})
        done = await office.over(number)
    assert telegram.received == Counter(ids)
    assert done.counts == {"sent": 60}


async def test_a_large_audience_is_counted_after_its_first_messages(
    office: Office, telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.db.audience.COUNTED_AT_ONCE", 100)
    ids = await people(office.db, 700)
    number = await office.alert()
    assert (await office.get(number)).total == 0
    async with office.open():
        done = await office.over(number)
    assert telegram.received == Counter(ids)
    assert (done.total, done.counts) == (700, {"sent": 700})


async def test_a_large_audience_that_is_cancelled_before_it_is_counted_is_counted_then(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.db.audience.COUNTED_AT_ONCE", 100)
    await people(office.db, 700)
    number = await office.alert()
    await office.campaigns.cancel(number)
    done = await office.get(number)
    assert (done.total, done.counts, done.pending) == (700, {"skipped:cancelled": 700}, 0)


async def test_old_rows_go_and_their_counts_stay(office: Office) -> None:
    await people(office.db, 30)
    async with office.open():
        number = await office.alert()
        await office.over(number)
    assert await office.loop.prune() == 0
    office.later(days=31)
    assert await office.loop.prune() == 30
    assert (await office.get(number)).counts == {"sent": 30}
    async with office.db.read() as c:
        assert await c.scalar(sa.select(sa.func.count()).select_from(delivery)) == 0
