"""The messages in which campaigns are watched."""

from bot.clock import now
from bot.db.campaigns import insert_campaign
from bot.db.engine import Database
from bot.db.progress import DatabaseProgress
from bot.domain.campaign import Audience, CampaignKind, Content
from bot.domain.draft import Watched


async def campaign_in(database: Database) -> int:
    async with database.write() as c:
        return await insert_campaign(c, CampaignKind.BROADCAST, Audience(), Content({}), at=now())


async def test_the_newest_message_of_a_chat_is_watched(database: Database) -> None:
    store, number = DatabaseProgress(database), await campaign_in(database)
    await store.watch(Watched(number, 7, 100))
    await store.watch(Watched(number, 7, 101))
    await store.watch(Watched(number, 8, 50))
    assert set(await store.every()) == {Watched(number, 7, 101), Watched(number, 8, 50)}


async def test_leaving_an_old_message_leaves_the_new_one(database: Database) -> None:
    store, number = DatabaseProgress(database), await campaign_in(database)
    await store.watch(Watched(number, 7, 101))
    await store.leave(Watched(number, 7, 100))
    assert await store.every() == (Watched(number, 7, 101),)
    await store.leave(Watched(number, 7, 101))
    assert await store.every() == ()
