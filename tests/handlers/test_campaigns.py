"""Campaigns after they were confirmed: progress, steering, history, corrections."""

from collections.abc import AsyncIterator

import pytest

from bot.db.audit import DatabaseAudit
from bot.domain.campaign import Audience, CampaignKind, CampaignState, Content, Message
from bot.domain.draft import Watched
from bot.domain.language import Language
from bot.playground import Shown
from bot.telegram.desk_callbacks import CampaignCallback
from tests.databases import SqliteEngine
from tests.handlers.desk_town import DeskTown, desk_town


@pytest.fixture
async def desk(sqlite_engine: SqliteEngine) -> AsyncIterator[DeskTown]:
    async with desk_town(sqlite_engine.copy("seeded")) as found:
        yield found


async def finished(desk: DeskTown, russian: str = "Привет") -> int:
    """Send a broadcast to its end; returns its number."""
    await desk.compose(desk.owner, russian)
    await desk.send_out(desk.owner)
    number = (await desk.app.campaigns.list(1))[0].id
    await over(desk, number)
    return number


async def over(desk: DeskTown, number: int) -> None:
    """Wait until a campaign is over."""
    for _ in range(300):
        campaign = await desk.app.campaigns.get(number)
        if campaign is not None and campaign.state.is_over:
            return
        await desk.pause(0.02)
    raise AssertionError(f"campaign {number} did not end")


async def held(desk: DeskTown) -> Shown:
    """Confirm a broadcast that Telegram holds up, so that it is still running; returns its message."""
    desk.telegram.fail_next(500, times=1000, method="sendMessage", chat_id=desk.erlan.id)
    await desk.compose(desk.owner)
    return await desk.send_out(desk.owner)


async def test_any_admin_pauses_resumes_and_stops(desk: DeskTown) -> None:
    page = await held(desk)
    await desk.until(lambda: "Сәлем" in desk.texts_of(desk.aigul))
    theirs = (await desk.second.say("/campaigns 1"))[-1]
    await desk.second.tap("⏸ Пауза", theirs)
    assert "пауза" in theirs.text
    assert desk.second.alerts[-1].text == "Пауза"
    await desk.second.tap("▶️ Продолжить", theirs)
    assert "идёт отправка" in theirs.text
    await desk.owner.tap("✖️ Остановить", page)
    assert "1, они сообщения не получат" in page.text
    await desk.owner.tap("← Не останавливать", page)
    await desk.owner.tap("✖️ Остановить", page)
    await desk.owner.tap("✅ Да, остановить", page)
    assert "отправка остановлена" in page.text
    entries = [entry.action for entry in await DatabaseAudit(desk.app.db).newest(4)]
    assert entries == ["campaign.cancel", "campaign.resume", "campaign.pause", "broadcast.confirm"]


async def test_a_tap_that_comes_too_late_shows_how_it_stands(desk: DeskTown) -> None:
    page = await held(desk)
    await desk.app.campaigns.cancel(1)
    await desk.owner.press(CampaignCallback(act="pause", id=1).pack(), page)
    assert desk.owner.alerts[-1].text == "Состояние уже другое, показываю нынешнее"
    assert "отправка остановлена" in page.text


async def test_progress_is_drawn_again_after_a_restart(sqlite_engine: SqliteEngine) -> None:
    url = sqlite_engine.copy("seeded")
    async with desk_town(url) as before:
        await held(before)
        await before.until(lambda: "Сәлем" in before.texts_of(before.aigul))
        watched = await before.work_board.store.every()
    async with desk_town(url) as after:
        assert await after.work_board.store.every() == watched == (Watched(1, after.owner.id, watched[0].message_id),)
        await over(after, 1)
        await after.work_board.tick()
        edits = [call.params for call in after.telegram.calls if call.method.lower() == "editmessagetext"]
        assert edits
        assert {str(params["message_id"]) for params in edits} == {str(watched[0].message_id)}


async def test_the_history_lists_newest_first_and_pages(desk: DeskTown) -> None:
    for number in range(7):
        message = Message("sendMessage", {"text": f"Привет {number}"})
        await desk.app.campaigns.create(CampaignKind.BROADCAST, Audience(), Content({Language.RU: message}))
    page = (await desk.owner.say("/campaigns"))[-1]
    rows = [row[0] for row in page.labels]
    assert len(rows) == 7  # six campaigns and the pager
    assert "Привет 6" in rows[0]
    await desk.owner.tap("▶️", page)
    assert "Привет 0" in page.labels[0][0]
    await desk.owner.tap("◀️", page)
    assert "Привет 6" in page.labels[0][0]


async def test_an_empty_history_says_how_to_begin(desk: DeskTown) -> None:
    assert "Рассылок ещё не было" in (await desk.owner.say("/campaigns"))[-1].text


async def test_what_was_sent_is_edited_in_place(desk: DeskTown) -> None:
    number = await finished(desk)
    page = (await desk.owner.say(f"/campaigns {number}"))[-1]
    await desk.owner.tap("✏️ Изменить отправленное", page)
    await desk.owner.tap("✏️ Русский")
    answer = await desk.owner.say("Исправлено")
    assert "меняет рассылку 1" in answer[-1].text
    await desk.until(lambda: "Исправлено" in desk.texts_of(desk.erlan))
    assert "Привет" not in desk.texts_of(desk.erlan)
    assert "Сәлем" in desk.texts_of(desk.aigul)


async def test_a_photos_caption_is_edited_and_its_limit_told(desk: DeskTown) -> None:
    await desk.owner.say("/broadcast")
    await desk.owner.send_photo(caption="Карта")
    await desk.owner.tap("Без казахского")
    await desk.send_out(desk.owner)
    await over(desk, 1)
    page = (await desk.owner.say("/campaigns 1"))[-1]
    await desk.owner.tap("✏️ Изменить отправленное", page)
    assert "Подпись слишком длинная" in (await desk.owner.say("я" * 1025))[-1].text
    assert "Нужен текст" in (await desk.owner.send_photo())[-1].text
    await desk.owner.say("Новая карта")
    await desk.until(lambda: "Новая карта" in desk.texts_of(desk.erlan))
    assert "photo" in desk.erlan.last.raw


async def test_what_was_sent_is_deleted_after_a_question(desk: DeskTown) -> None:
    number = await finished(desk)
    page = (await desk.owner.say(f"/campaigns {number}"))[-1]
    await desk.owner.tap("🗑 Удалить отправленное", page)
    assert "Удалить отправленное у всех? Сообщений: 4" in page.text
    await desk.owner.tap("← Не удалять", page)
    assert "Доставлено: 4" in page.text
    await desk.owner.tap("🗑 Удалить отправленное", page)
    await desk.owner.tap("✅ Да, удалить у всех", page)
    assert "убирает рассылку 1" in page.text
    await desk.until(lambda: "Привет" not in desk.texts_of(desk.erlan))
    assert "Сәлем" not in desk.texts_of(desk.aigul)


async def test_corrections_cannot_be_corrected(desk: DeskTown) -> None:
    number = await finished(desk)
    deletion = await desk.app.campaign_desk.delete_sent(number, desk.owner.id)
    assert deletion is not None
    await over(desk, deletion)
    assert await desk.app.campaign_desk.delete_sent(deletion, desk.owner.id) is None
    page = (await desk.owner.say(f"/campaigns {deletion}"))[-1]
    assert page.labels == [["📚 Все рассылки"]]
    history = (await desk.owner.say("/campaigns"))[-1]
    assert "удаление рассылки 1" in history.labels[0][0]


async def test_who_blocked_the_bot_is_told_in_the_report(desk: DeskTown) -> None:
    desk.telegram.fail_next(
        403, description="Forbidden: bot was blocked by the user", method="sendMessage", chat_id=desk.erlan.id
    )
    number = await finished(desk)
    page = (await desk.owner.say(f"/campaigns {number}"))[-1]
    assert "Доставлено: 3" in page.text
    assert "Не доставлено: 1 (заблокировали бота — 1)" in page.text


async def test_a_draft_is_no_campaign_yet(desk: DeskTown) -> None:
    await desk.compose(desk.owner)
    page = (await desk.owner.say("/campaigns 1"))[-1]
    assert "Рассылок ещё не было" in page.text
    found = await desk.app.campaigns.get(1)
    assert found is None or found.state is CampaignState.DRAFT
