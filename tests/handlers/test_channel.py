"""The channel's copy: posted once, and changed with what people's chats show."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.domain.campaign import Message
from bot.domain.language import Language
from bot.domain.talks import NewEvent, PartialDate, Stage
from tests.databases import SqliteEngine
from tests.handlers.desk_town import OWNER, DeskTown, desk_town


@pytest.fixture
async def desk(sqlite_engine: SqliteEngine) -> AsyncIterator[DeskTown]:
    async with desk_town(sqlite_engine.copy("seeded"), channel_id="@sapar_news") as town:
        yield town


def event(russian: str, kazakh: str, details: str = "") -> NewEvent:
    titles = {Language.RU: russian, Language.KK: kazakh}
    details_of = dict.fromkeys(Language, details)
    return NewEvent(PartialDate(2026, 11, 20), Stage.ROUND, titles, "МИД", "https://www.gov.kz/a", details=details_of)


async def done(desk: DeskTown) -> None:
    """Wait until no campaign runs any more."""
    async with asyncio.timeout(20):
        while not all(one.state.is_over for one in await desk.app.campaigns.list()):
            await asyncio.sleep(0.02)


async def test_a_correction_reaches_the_channels_post_too(desk: DeskTown) -> None:
    channel = desk.town.channel("Sapar", username="sapar_news")
    await desk.app.talks.publish(event("Третий раунд", "Үшінші раунд"), OWNER)
    await desk.until(lambda: bool(channel.messages))
    await done(desk)
    number = desk.app.talks.timeline()[0].id
    assert await desk.app.talks.correct(number, event("Раунд перенесли", "Раунд кейінге қалдырылды"), OWNER)
    await desk.until(lambda: "Раунд перенесли" in channel.messages[0].text)
    await done(desk)
    [post] = channel.messages
    assert "Раунд кейінге қалдырылды" in post.text
    assert "Третий раунд" not in post.text
    await desk.app.talks.withdraw(number, OWNER)
    await desk.until(lambda: "отозвано" in channel.messages[0].text or "отозван" in channel.messages[0].text)
    assert len(channel.messages) == 1


async def test_a_text_that_outgrows_its_post_takes_a_second_and_gives_it_back(desk: DeskTown) -> None:
    channel = desk.town.channel("Sapar", username="sapar_news")
    await desk.app.talks.publish(event("Третий раунд", "Үшінші раунд"), OWNER)
    await desk.until(lambda: bool(channel.messages))
    await done(desk)
    number = desk.app.talks.timeline()[0].id
    long = event("Долгий рассказ", "Ұзақ әңгіме", "&" * 1500)
    assert await desk.app.talks.correct(number, long, OWNER)
    await desk.until(lambda: len(channel.messages) == 2)
    await done(desk)
    assert ["Ұзақ әңгіме" in channel.messages[0].text, "Долгий рассказ" in channel.messages[1].text] == [True, True]
    assert await desk.app.talks.correct(number, event("Коротко", "Қысқа"), OWNER)
    await desk.until(lambda: "Коротко" in channel.messages[0].text)
    await done(desk)
    assert ["Қысқа" in shown.text for shown in channel.messages] == [True]


async def test_a_broadcast_is_reworded_and_deleted_in_the_channel(desk: DeskTown) -> None:
    channel = desk.town.channel("Sapar", username="sapar_news")
    page = (await desk.compose(desk.owner))[-1]
    await desk.owner.tap("📢 Добавить канал", page)
    await desk.send_out(desk.owner)
    await desk.until(lambda: len(channel.messages) == 2)
    await done(desk)
    number = next(one.id for one in await desk.app.campaigns.list() if one.to_channel)
    for language, text in ((Language.RU, "Здравствуйте"), (Language.KK, "Сәлеметсіз бе")):
        new = Message("sendMessage", {"text": text})
        assert await desk.app.campaign_desk.edit_sent(number, language, new, OWNER)
        await done(desk)
    assert [shown.text for shown in channel.messages] == ["Сәлеметсіз бе", "Здравствуйте"]
    assert await desk.app.campaign_desk.delete_sent(number, OWNER)
    await desk.until(lambda: not channel.messages)
