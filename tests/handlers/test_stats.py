"""/stats through the dispatcher: text, periods, the picture, and who may not see them."""

from zoneinfo import ZoneInfo

import pytest

from bot import clock
from bot.db.audit import DatabaseAudit
from bot.db.engine import Database
from bot.db.statistics import DatabaseStatistics
from bot.domain.language import Language
from bot.pictures.rendering import PictureError, Renderer
from bot.playground import Person
from bot.playground.pictures import picture_size
from bot.services.users import Users
from bot.telegram.desk_callbacks import StatsCallback
from tests.databases import SqliteEngine
from tests.handlers.conftest import House
from tests.handlers.desk_town import desk_town


async def test_statistics_count_people_topics_and_questions(
    house: House, owner: Person, erlan: Person, aigul: Person
) -> None:
    await erlan.say("/subscribe Турция")
    await aigul.say("/жазылу Түркия")
    await aigul.block_bot()
    await erlan.say("нужна ли виза в Грузию")
    await erlan.say("щыдлвоа ыва")
    await house.app.unanswered.tally.flush()
    told = (await owner.say("/stats"))[-1].text
    for line in (
        "📊 Статистика за 30 дней",
        "👥 Люди: 3",
        "• Русский — 2 (100\u00a0%)",
        "• Казахский — 0 (0\u00a0%)",
        "Заблокировали бота: 1 (33\u00a0%)",
        "📈 Новые люди: 3",
        "💬 Вопросы: 2",
        "Понято 50\u00a0%",
        "• Виза в страну — 1 (50\u00a0%)",
        "• щыдлвоа ыва — 1",
        "• Турция — 1",
    ):
        assert line in told.split("\n"), line
    assert "Не подтверждались больше года" in told


async def test_questions_count_in_the_language_they_were_asked_in(house: House, owner: Person, aigul: Person) -> None:
    await aigul.say("Түркияға виза керек пе")
    await aigul.say("нужна ли виза в турцию")
    assert house.app.unanswered.tally.since_start == {("country", "kk"): 1, ("country", "ru"): 1}
    await house.app.unanswered.tally.flush()
    assert "Спрашивали по-русски 50\u00a0%, по-казахски 50\u00a0%" in (await owner.say("/stats"))[-1].text


async def test_counts_survive_a_restart(house: House, erlan: Person) -> None:
    await erlan.say("Турция")
    await house.app.unanswered.tally.flush()
    house.app.unanswered.tally.since_start.clear()
    insight = await house.app.insights.gather()
    assert (insight.questions.asked, insight.questions.by_intent) == (1, {"country": 1})


async def test_another_period_is_shown_in_place(owner: Person) -> None:
    page = (await owner.say("/статистика"))[-1]
    await owner.tap("90 дней", page)
    assert page.text.startswith("📊 Статистика за 90 дней")
    assert "✓ 90 дней" in page.labels[0]
    await owner.tap("🔄 Обновить", page)
    assert page.text.startswith("📊 Статистика за 90 дней")
    await owner.tap("🛠 Пульт", page)
    await owner.tap("📈 Статистика", page)
    assert page.text.startswith("📊 Статистика за 30 дней")
    assert owner.unanswered_taps == 0


async def test_the_picture_comes_as_a_photo_in_the_admins_language(house: House, owner: Person, aigul: Person) -> None:
    await aigul.start()
    await house.app.editors.add(aigul.id, owner.id)
    page = (await aigul.say("/stats"))[-1]
    await aigul.tap("7 күн", page)
    await aigul.tap("🖼 Суретпен", page)
    assert aigul.last.text.startswith("📊 7 күндік статистика. ")
    assert aigul.last.file is not None
    size = picture_size(aigul.last.file.data)
    assert size is not None
    assert size[0] == 1080


async def test_a_picture_that_fails_is_told(owner: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(_self: Renderer, _svg: str) -> bytes:
        raise PictureError("no picture: out of paint")

    monkeypatch.setattr(Renderer, "png", fail)
    await owner.tap("🖼 Картинкой", (await owner.say("/stats"))[-1])
    assert owner.last.text.startswith("Картинка не получилась")
    assert owner.last.file is None


@pytest.mark.parametrize("act", ["show", "picture"])
async def test_strangers_see_neither_numbers_nor_pictures(house: House, erlan: Person, act: str) -> None:
    await erlan.say("/stats")
    before = len(erlan.messages)
    await erlan.press(StatsCallback(act=act).pack())
    assert len(erlan.messages) == before
    assert not [shown for shown in erlan.messages if "Люди" in shown.text or shown.file]
    assert (await DatabaseAudit(house.app.db).newest(1))[0].action == "refused.rights"


@pytest.mark.parametrize("data", ["st1:show:31", "st1:picture:-1", "st1:drop:30", "st1:show:x", "st1:show:" + "9" * 40])
async def test_a_forged_button_is_answered_and_does_nothing(owner: Person, data: str) -> None:
    page = (await owner.say("/stats"))[-1]
    told = page.text
    await owner.press(data, page)
    assert "из старого сообщения" in owner.alerts[-1].text
    assert page.text == told
    assert owner.unanswered_taps == 0


async def test_an_editor_may_look(house: House, owner: Person, erlan: Person) -> None:
    await erlan.start()
    await house.app.editors.add(erlan.id, owner.id)
    assert "👥 Люди" in (await erlan.say("/stats"))[-1].text
    assert house.app.translator[Language.RU].plain("button-stats-picture") in erlan.last.labels[1]


async def test_counts_are_written_at_the_stop(sqlite_engine: SqliteEngine) -> None:
    url = sqlite_engine.copy("seeded")
    async with desk_town(url) as desk:
        await desk.erlan.say("Турция")
        figures = {figure.name: figure.samples for figure in await desk.work.figures()}
        assert figures["sapar_questions"] == {("country", "ru"): 1}
        assert ("delivery",) in figures["sapar_task_crashes"]
        assert {job.id for job in desk.work.scheduler.get_jobs()} >= {"write counts of questions", "count ahead"}
    async with Database.open(url) as db:
        numbers = await DatabaseStatistics(db, ZoneInfo("Asia/Almaty")).read(clock.now())
    assert [(one.intent, one.language, one.count) for one in numbers.questions] == [("country", "ru", 1)]


async def test_counts_are_written_at_the_stop_even_if_visits_are_not(
    sqlite_engine: SqliteEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(_self: Users) -> None:
        raise ConnectionError("no database")

    url = sqlite_engine.copy("seeded")

    async def work() -> None:
        async with desk_town(url) as desk:
            await desk.erlan.say("Турция")
            monkeypatch.setattr(Users, "flush", fail)

    with pytest.raises(ConnectionError):
        await work()
    async with Database.open(url) as db:
        assert (await DatabaseStatistics(db, ZoneInfo("Asia/Almaty")).read(clock.now())).questions
