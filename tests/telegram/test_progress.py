"""Live messages of campaigns: edited when something changed, never faster than every three seconds."""

from dataclasses import dataclass, field, replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties

from bot import clock
from bot.db.engine import Database
from bot.db.facts import DatabaseFacts
from bot.domain.campaign import Audience, Campaign, CampaignKind, CampaignState, Content
from bot.domain.draft import Watched
from bot.domain.language import Language
from bot.domain.user import User
from bot.i18n import Translator
from bot.playground import StandIn, StandInSession, Town
from bot.services.catalogue import CatalogueHolder
from bot.telegram.progress import EVERY, ProgressBoard
from bot.telegram.reply import Reply

RUNNING = Campaign(
    5, CampaignKind.BROADCAST, CampaignState.RUNNING, Audience(), Content({}), total=1000, fanned_out=True
)


@dataclass
class StoreOfTest:
    """Watched messages in memory."""

    kept: list[Watched] = field(default_factory=list)

    async def watch(self, watched: Watched) -> None:
        self.kept.append(watched)

    async def every(self) -> tuple[Watched, ...]:
        return tuple(self.kept)

    async def leave(self, watched: Watched) -> None:
        self.kept.remove(watched)


@dataclass
class Wall:
    """A board with one message on it, and a clock set by hand."""

    telegram: StandIn
    town: Town
    bot: Bot
    store: StoreOfTest
    board: ProgressBoard
    campaign: Campaign | None = RUNNING
    now: float = 1000.0

    async def get(self, _campaign_id: int) -> Campaign | None:
        return self.campaign

    async def after(self, seconds: float, **changes: Any) -> None:
        """Let time pass, let the campaign change, and tick."""
        self.now += seconds
        if self.campaign is not None:
            self.campaign = replace(self.campaign, **changes)
        await self.board.tick()

    @property
    def edits(self) -> int:
        return sum(call.method.lower() == "editmessagetext" for call in self.telegram.calls)


class ReaderOfTest:
    """Everybody reads Russian."""

    async def get(self, telegram_id: int) -> User | None:
        return User(telegram_id, Language.RU)


@pytest.fixture
async def wall(sqlite_facts: Database) -> Wall:
    telegram, store = StandIn(), StoreOfTest()
    bot = Bot(telegram.token, session=StandInSession(telegram), default=DefaultBotProperties(parse_mode="HTML"))
    holder = CatalogueHolder(DatabaseFacts(sqlite_facts))
    await holder.refresh()
    town = Town(telegram)
    person = town.person("Дана")
    found = Wall(telegram, town, bot, store, None)  # type: ignore[arg-type]
    found.board = ProgressBoard(
        bot, store, found, ReaderOfTest(), Translator(), holder, ZoneInfo("Asia/Almaty"), clock.now, lambda: found.now
    )
    sent = await bot.send_message(person.id, "Рассылка")
    await found.board.watch(RUNNING, person.id, sent.message_id, Reply("Рассылка"))
    return found


async def shown(wall: Wall) -> str:
    watched = wall.store.kept[0]
    message = wall.telegram.world.chats.find(str(watched.chat_id)).messages[watched.message_id]
    return str(message.data["text"])


async def test_a_change_is_drawn_after_three_seconds_and_not_before(wall: Wall) -> None:
    await wall.after(EVERY - 0.1, counts={"sent": 10})
    assert wall.edits == 0
    await wall.after(0.1, counts={"sent": 100})
    assert wall.edits == 1
    assert "100 из 1" in await shown(wall)


async def test_what_has_not_changed_is_not_drawn(wall: Wall) -> None:
    await wall.after(EVERY, counts={"sent": 100})
    await wall.after(40)
    await wall.after(40)
    steady = wall.edits
    await wall.after(EVERY)
    assert wall.edits == steady


async def test_bar_rate_and_time_left_are_shown(wall: Wall) -> None:
    await wall.board.tick()
    await wall.after(10, counts={"sent": 250})
    text = await shown(wall)
    assert "▓▓▓░░░░░░░░░ 25 %" in text
    assert "25 в секунду, осталось около 30 с" in text


async def test_the_report_is_the_last_drawing(wall: Wall) -> None:
    watched = wall.store.kept[0]
    await wall.after(EVERY, counts={"sent": 990, "failed:blocked": 10}, state=CampaignState.DONE)
    message = wall.telegram.world.chats.find(str(watched.chat_id)).messages[watched.message_id]
    assert "заблокировали бота — 10" in message.data["text"]
    assert wall.store.kept == []


async def test_a_deleted_message_is_watched_no_more(wall: Wall) -> None:
    watched = wall.store.kept[0]
    await wall.bot.delete_message(watched.chat_id, watched.message_id)
    await wall.after(EVERY, counts={"sent": 1})
    assert wall.store.kept == []


async def test_a_campaign_that_is_gone_is_watched_no_more(wall: Wall) -> None:
    wall.campaign = None
    await wall.after(EVERY)
    assert wall.store.kept == []


async def test_telegrams_pause_is_kept(wall: Wall) -> None:
    wall.telegram.fail_next(429, retry_after=30, method="editMessageText")
    await wall.after(EVERY, counts={"sent": 1})
    await wall.after(20, counts={"sent": 2})
    assert wall.edits == 1
    await wall.after(10, counts={"sent": 3})
    assert "3 из 1" in await shown(wall)


async def test_a_lost_connection_is_tried_again(wall: Wall) -> None:
    wall.telegram.lose_next(method="editMessageText")
    await wall.after(EVERY, counts={"sent": 1})
    await wall.after(EVERY, counts={"sent": 2})
    assert "2 из 1" in await shown(wall)


async def test_a_scheduled_campaign_rests(wall: Wall) -> None:
    await wall.after(60, state=CampaignState.SCHEDULED)
    assert wall.edits == 0
