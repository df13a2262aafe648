"""The weekly list of old facts: once a week, to every editor, nothing when there is nothing."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.db.chores import DatabaseChores
from bot.db.destinations import DatabaseDestinations
from bot.domain.destination import Confidence
from bot.domain.destination_edit import Edit
from bot.domain.review import differences
from bot.jobs import Job, build_scheduler
from bot.playground import Person
from bot.telegram.ageing import AgeingList, last_due
from bot.telegram.notices import Notices
from tests.handlers.conftest import House

ALMATY = ZoneInfo("Asia/Almaty")
MONDAY = datetime(2026, 11, 23, 10, tzinfo=ALMATY)


@pytest.fixture
async def ageing(house: House) -> AgeingList:
    app = house.app
    return AgeingList(
        Notices(house.bot, app.users, app.translator), app.destinations, app.holder, DatabaseChores(app.db)
    )


async def test_editors_are_told_once_a_week(ageing: AgeingList, owner: Person, aigul: Person, house: House) -> None:
    await owner.start()
    await aigul.start()
    await house.app.editors.add(aigul.id, owner.id)
    assert [await ageing.tell(MONDAY + timedelta(hours=hours)) for hours in range(3)] == [True, False, False]
    assert "Дольше всего не подтверждались" in owner.last.text
    assert "🇦🇩 Андорра — 18.07.2022" in owner.last.text
    assert "Источники расходятся: " in owner.last.text
    assert "Дереккөздер әртүрлі айтады: " in aigul.last.text
    await owner.tap("🇦🇩 Андорра")
    assert owner.last.text.startswith("🇦🇩 Андорра · AD")
    assert await ageing.tell(MONDAY + timedelta(days=7))


async def test_a_bot_that_was_down_tells_later_that_day(ageing: AgeingList, owner: Person) -> None:
    await owner.start()
    assert await ageing.tell(MONDAY + timedelta(hours=5))
    assert await ageing.tell(MONDAY + timedelta(days=7))


async def test_nothing_is_told_when_there_is_nothing(ageing: AgeingList, owner: Person, house: House) -> None:
    await owner.start()
    store, today = DatabaseDestinations(house.app.db), date(2026, 11, 23)
    rows = await store.all()
    fresh = [replace(row, confirmed_on=today, confidence=Confidence.HIGH, notes="") for row in rows.values()]
    await store.apply(Edit(differences(rows, fresh), 0))
    assert not await ageing.tell(MONDAY)


@given(st.timedeltas(timedelta(days=-400), timedelta(days=400)))
def test_the_last_due_moment_is_a_monday_at_ten_within_the_week(span: timedelta) -> None:
    now = MONDAY + span
    due = last_due(now)
    assert (due.weekday(), due.hour, due.minute) == (0, 10, 0)
    assert timedelta() <= now - due < timedelta(days=7)


def test_a_job_may_be_on_a_weekday() -> None:
    async def work() -> None:
        """Do nothing."""

    scheduler = build_scheduler((Job("weekly", work, hour="10-20", minute=0, weekday="mon"),), "Asia/Almaty")
    [job] = scheduler.get_jobs()
    sunday = datetime(2026, 11, 22, 23, tzinfo=ALMATY)
    assert job.trigger.get_next_fire_time(None, sunday) == MONDAY
    assert job.trigger.get_next_fire_time(None, MONDAY + timedelta(hours=11)) == MONDAY + timedelta(days=7)
