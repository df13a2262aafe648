"""A draft of the watch becomes an event of the talks: prefilled, confirmed by an owner, published once."""

import asyncio
from datetime import UTC, datetime

import pytest

from bot.db.conversation import DatabaseStorage
from bot.dispatch import build_dispatcher
from bot.domain.look import Report
from bot.domain.talks import Stage
from bot.domain.watch import Item, Judgement, NewsState, Subject
from bot.playground import Person, Town
from bot.telegram.cached_storage import CachedStorage
from bot.telegram.desk_callbacks import NewsCallback
from tests.handlers.conftest import OWNER, House
from tests.handlers.watching import STATEMENT, TALKS, bring, found, notices, report


async def test_a_round_is_published_out_of_a_draft(house: House, owner: Person, erlan: Person, editor: Person) -> None:
    await owner.start()
    await erlan.say("/subscribe eu")
    kazakh = report(2, title="Үшінші раунд Брюссельде өтті", language="kk")
    draft = await bring(house, report(1), kazakh)
    await notices(house).drafts([draft])
    await owner.tap("📣 Опубликовать как…")
    await owner.tap("⭐ Раунды переговоров")
    assert "подробн" in owner.last.text.lower(), "stage, date, titles and source are known"
    await owner.tap("Пропустить")
    await owner.tap("Пропустить")
    preview = owner.last
    assert "третий раунд" in "\n".join(shown.text for shown in owner.messages[-3:])
    await owner.tap("✅ Опубликовать", preview)
    await house.deliver()
    assert "Казахстан и ЕС провели третий раунд 1" in erlan.last.text
    now = await found(house, draft.id)
    assert now.state is NewsState.PUBLISHED
    event = house.app.talks.timeline()[0]
    assert now.event_id == event.id
    assert event.titles["kk"] == "Үшінші раунд Брюссельде өтті"  # type: ignore[index]
    assert event.source_urls == ("https://news.kz/1?a=1&b=2", "https://news.kz/2?a=1&b=2")
    assert any("Жарияланды" in shown.text for shown in editor.messages), "the colleague's message is redrawn"


async def test_a_statement_moves_nothing(house: House, owner: Person) -> None:
    await owner.start()
    draft = await bring(house, report(1, STATEMENT))
    await owner.press(NewsCallback(act="as", id=draft.id).pack())
    first = owner.last.labels[0][0]
    assert first == "⭐ 💬 Заявление, стадия прежняя"
    await owner.tap(first)
    await owner.say("Тақырып")
    await owner.tap("Пропустить")
    await owner.tap("Пропустить")
    await owner.tap("✅ Опубликовать")
    assert not house.app.talks.timeline()[0].moves


async def test_a_draft_without_link_and_date_asks_for_what_is_missing(house: House, owner: Person) -> None:
    await owner.start()
    item = Item("k", "", "Заголовок", language="ru")
    draft = await bring(house, Report(item, TALKS))
    await owner.press(NewsCallback(act="stage", id=draft.id, value="round").pack())
    await owner.say("Тақырып")
    await owner.tap("Пропустить")
    await owner.tap("Пропустить")
    assert "ссылк" in owner.last.text.lower()


DAY = datetime(2026, 3, 3, 20, tzinfo=UTC)
"""Late in the evening in Brussels, and already the next day in Kazakhstan."""


async def open_event(owner: Person, draft_id: int, stage: str = "round") -> None:
    """Publish a draft as a stage, with everything asked for answered; ends at the preview."""
    await owner.press(NewsCallback(act="as", id=draft_id).pack())
    await owner.press(NewsCallback(act="stage", id=draft_id, value=stage).pack())
    await owner.say("Үшінші раунд")
    await owner.tap("Пропустить")
    await owner.tap("Пропустить")


def restarted(house: House) -> Town:
    storage = CachedStorage(DatabaseStorage(house.app.db))
    dispatcher = build_dispatcher(house.app, house.bot, storage, bot_name="sapar_bot", board=house.board)
    return Town(house.telegram, dispatcher, house.bot)


@pytest.fixture
async def second(house: House, town: Town) -> Person:
    """Another owner."""
    house.app.users.owners |= {OWNER + 1}
    person = town.person("Марат", language="ru", user_id=OWNER + 1)
    await person.start()
    return person


async def test_the_day_of_a_report_is_that_of_kazakhstan(house: House, owner: Person) -> None:
    await owner.start()
    draft = await bring(house, report(1, published=DAY))
    await open_event(owner, draft.id)
    await owner.tap("✅ Опубликовать")
    event = next(one for one in house.app.talks.timeline() if one.titles["kk"] == "Үшінші раунд")  # type: ignore[index]
    assert str(event.date) == "2026-03-04"


async def test_two_owners_publish_a_draft_once(house: House, owner: Person, second: Person) -> None:
    await owner.start()
    draft = await bring(house, report(1))
    await open_event(owner, draft.id)
    await open_event(second, draft.id)
    await asyncio.gather(owner.tap("✅ Опубликовать"), second.tap("✅ Опубликовать"))
    assert len(await house.app.campaigns.list()) == 1
    answers = sorted(person.last.text.split(" ")[0] for person in (owner, second))
    assert answers == ["Это", "✅"]
    assert (await found(house, draft.id)).state is NewsState.PUBLISHED
    entries = [one for one in await house.app.audit.newest(10) if one.action == "news.publish"]
    assert len(entries) == 1


async def test_a_double_tap_publishes_once(house: House, owner: Person) -> None:
    await owner.start()
    draft = await bring(house, report(1))
    await open_event(owner, draft.id)
    panel = owner.last
    await asyncio.gather(*(owner.tap("✅ Опубликовать", panel) for _ in range(3)), return_exceptions=True)
    assert len(await house.app.campaigns.list()) == 1


async def test_a_restart_forgets_neither_the_event_nor_the_news_it_is_of(house: House, owner: Person) -> None:
    await owner.start()
    draft = await bring(house, report(1))
    await open_event(owner, draft.id)
    confirm = owner.last.button("✅ Опубликовать")
    assert confirm is not None
    assert confirm.data is not None
    await Person(restarted(house), OWNER).press(confirm.data, owner.last)
    now = await found(house, draft.id)
    assert (now.state, now.event_id) == (NewsState.PUBLISHED, house.app.talks.timeline()[0].id)
    await Person(restarted(house), OWNER).press(confirm.data, owner.last)
    assert owner.last.text.startswith("Это событие уже опубликовано")


async def test_a_cancelled_event_leaves_the_draft_open(house: House, owner: Person) -> None:
    await owner.start()
    draft = await bring(house, report(1))
    await open_event(owner, draft.id)
    await owner.tap("✖️ Отмена")
    assert (await found(house, draft.id)).state is NewsState.NEW
    await open_event(owner, draft.id)
    await owner.tap("✅ Опубликовать")
    assert (await found(house, draft.id)).state is NewsState.PUBLISHED


@pytest.mark.parametrize(
    ("act", "told"),
    [("no", "коллега отметил, что новость не по теме"), ("done", "коллега отметил, что событие уже учтено")],
)
async def test_what_a_colleague_decided_meanwhile_stops_it_and_loses_nothing(
    house: House, owner: Person, editor: Person, act: str, told: str
) -> None:
    await owner.start()
    draft = await bring(house, report(1))
    await open_event(owner, draft.id)
    panel = owner.last
    await editor.press(NewsCallback(act=act, id=draft.id).pack())
    await owner.tap("✅ Опубликовать", panel)
    assert told in panel.text
    assert not await house.app.campaigns.list()
    assert owner.last.button("✅ Опубликовать"), "it is shown again, to be confirmed as an event of its own"
    await owner.tap("✅ Опубликовать")
    assert len(await house.app.campaigns.list()) == 1
    assert (await found(house, draft.id)).event_id is None


async def test_an_event_being_written_is_not_written_over(house: House, owner: Person) -> None:
    await owner.start()
    draft, other = await bring(house, report(1)), await bring(house, report(2))
    await owner.say("/publish")
    await owner.tap("5. Раунды переговоров")
    await owner.press(NewsCallback(act="stage", id=draft.id, value="round").pack())
    assert owner.alerts[-1].text.startswith("У вас открыт черновик другого события.")
    assert len(owner.alerts[-1].text) <= 200
    going_on, question = await owner.say("/publish")
    assert going_on.text == "📝 Продолжаем начатый черновик."
    assert question.text.startswith("📅 Когда это было?")
    await owner.tap("✖️ Отмена")
    await open_event(owner, draft.id)
    await owner.press(NewsCallback(act="stage", id=other.id, value="round").pack())
    assert owner.alerts[-1].text.startswith("У вас открыт черновик другого события.")


async def test_another_stage_for_the_same_news_keeps_what_was_written(house: House, owner: Person) -> None:
    await owner.start()
    draft = await bring(house, report(1))
    await open_event(owner, draft.id)
    await owner.press(NewsCallback(act="stage", id=draft.id, value="initialling").pack())
    await owner.tap("✅ Опубликовать")
    event = house.app.talks.timeline()[0]
    assert event.stage is Stage.INITIALLING
    assert event.titles["kk"] == "Үшінші раунд"  # type: ignore[index]


@pytest.mark.parametrize("stage", [Stage.SUSPENDED, Stage.STALLED, Stage.CONTEXT])
async def test_what_is_no_step_can_be_published_too(house: House, owner: Person, stage: Stage) -> None:
    await owner.start()
    draft = await bring(house, report(1, Judgement(Subject.TALKS, stage)))
    await notices(house).drafts([draft])
    assert "Переговоры с ЕС · " in owner.last.text
    await owner.tap("📣 Опубликовать как…")
    likely = owner.last.labels[0][0]
    assert likely.startswith("⭐ ")
    await owner.tap(likely)
    await owner.say("Тақырып")
    await owner.tap("Пропустить")
    await owner.tap("Пропустить")
    await owner.tap("✅ Опубликовать")
    assert house.app.talks.timeline()[0].stage is stage


async def test_every_stage_is_offered_once(house: House, owner: Person) -> None:
    await owner.start()
    draft = await bring(house, report(1))
    await owner.press(NewsCallback(act="as", id=draft.id).pack())
    labels = [row[0] for row in owner.last.labels]
    assert labels[0] == "⭐ Раунды переговоров"
    assert len(labels) == len(set(labels)) == len(Stage) + 1 + 1, "every stage, a statement, back"


@pytest.mark.parametrize("act", ["as", "stage"])
async def test_of_a_decided_draft_nothing_is_published(house: House, owner: Person, act: str) -> None:
    await owner.start()
    draft = await bring(house, report(1))
    await owner.press(NewsCallback(act="no", id=draft.id).pack())
    await owner.press(NewsCallback(act=act, id=draft.id, value="round").pack())
    assert owner.alerts[-1].text == "Уже отмечено: не по теме"
    assert not await house.app.campaigns.list()


async def test_an_editor_may_not_publish_by_a_forged_button(house: House, owner: Person, editor: Person) -> None:
    draft = await bring(house, report(1))
    for act in ("as", "stage"):
        await editor.press(NewsCallback(act=act, id=draft.id, value="round").pack())
        assert editor.alerts[-1].show_alert
    actions = [one.action for one in await house.app.audit.newest(2)]
    assert actions == ["refused.rights", "refused.rights"]


async def test_what_does_not_fit_an_event_is_asked_for(house: House, owner: Person) -> None:
    await owner.start()
    odd = report(1, title="Д" * 250, link="https://localhost/x")
    draft = await bring(
        house, odd, report(2, title="Короткий заголовок"), report(3, link="https://news.kz/3", title="Т")
    )
    await open_event(owner, draft.id)
    await owner.tap("✅ Опубликовать")
    event = house.app.talks.timeline()[0]
    assert event.titles["ru"] == "Короткий заголовок"  # type: ignore[index]
    assert event.source_urls == ("https://news.kz/2?a=1&b=2", "https://news.kz/3")
