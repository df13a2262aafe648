"""Publishing an event of the talks in chat: asked, checked, previewed, confirmed once, corrected, withdrawn."""

import asyncio
from datetime import date

import pytest
import time_machine

from bot.clock import today
from bot.db.audit import DatabaseAudit
from bot.db.conversation import DatabaseStorage
from bot.dispatch import build_dispatcher
from bot.domain.language import Language
from bot.domain.talks import NewEvent, PartialDate, Stage
from bot.playground import Person, Shown, Town
from bot.telegram.cached_storage import CachedStorage
from bot.telegram.callbacks import EventCallback
from bot.telegram.desk_callbacks import EventDeskCallback, PublishCallback
from tests.handlers.conftest import OWNER, House

ROUND = "5. Раунды переговоров"
STEPS = (
    "20.11.2026",
    "Третий раунд в Брюсселе",
    "Брюссельдегі үшінші раунд",
    "Обсудили сроки & сборы.",
    "Мерзім мен алым талқыланды.",
    "https://www.gov.kz/memleket/entities/mfa/press/1",
)
KOREAN_NOON = "2026-11-23 12:00:00+09:00"

pytestmark = pytest.mark.usefixtures("a_fixed_day")


@pytest.fixture
def a_fixed_day():  # type: ignore[no-untyped-def]
    with time_machine.travel(KOREAN_NOON, tick=True):
        yield


async def fill(owner: Person, *, stage: str = ROUND, steps: tuple[str, ...] = STEPS) -> Shown:
    """Answer every question; return the panel under the preview."""
    await owner.say("/publish")
    await owner.tap(stage)
    for text in steps:
        await owner.say(text)
    await owner.tap("gov.kz")
    return owner.last


async def followers(*people: Person) -> None:
    for person in people:
        await person.say("/subscribe eu")


def token(panel: Shown) -> str:
    data = panel.button("✅ Опубликовать")
    assert data is not None
    assert data.data is not None
    return PublishCallback.unpack(data.data).draft


async def test_the_preview_is_what_subscribers_get(owner: Person, aigul: Person, erlan: Person, house: House) -> None:
    await followers(aigul, erlan)
    panel = await fill(owner)
    russian, kazakh = owner.messages[-3:-1]
    assert "Получателей: 2 — по-русски 1, по-казахски 1." in panel.text
    await owner.tap("✅ Опубликовать")
    assert owner.last.text.startswith("✅ Опубликовано. Рассылка № ")
    await house.deliver()
    assert (erlan.last.html, erlan.last.labels) == (russian.html, russian.labels)
    assert (aigul.last.html, aigul.last.labels) == (kazakh.html, kazakh.labels)
    assert "Обсудили сроки & сборы." in erlan.last.text
    assert "gov.kz" in erlan.last.html


async def test_buttons_of_the_preview_do_nothing(owner: Person, house: House) -> None:
    await followers(owner)
    await fill(owner)
    await owner.tap("🔕 Не присылать больше", owner.messages[-3])
    assert owner.alerts[-1].text == "Это предпросмотр: кнопка заработает после публикации."
    assert len(await house.app.subscriptions.of(OWNER)) == 1


async def test_a_published_event_is_in_the_status_at_once_and_in_the_log(owner: Person, house: House) -> None:
    await fill(owner)
    await owner.tap("✅ Опубликовать")
    [status] = await owner.say("/eu")
    assert "3 раунда" in status.text
    assert "20 ноября 2026: Третий раунд в Брюсселе (gov.kz)" in status.text
    [entry] = await DatabaseAudit(house.app.db).newest()
    assert (entry.actor, entry.action) == (OWNER, "talks.publish")


async def test_a_double_tap_publishes_once(owner: Person, house: House) -> None:
    panel = await fill(owner)
    data = PublishCallback(act="confirm", draft=token(panel)).pack()
    await asyncio.gather(*(owner.press(data, panel) for _ in range(4)))
    assert len(await house.app.campaigns.list()) == 1
    # Whichever tap is answered last has the panel: both say that it is done.
    assert panel.text.startswith(("✅ Опубликовано.", "Это событие уже опубликовано"))


async def test_a_restart_loses_no_draft_and_publishes_nothing_twice(owner: Person, house: House) -> None:
    panel = await fill(owner)
    data = PublishCallback(act="confirm", draft=token(panel)).pack()
    again = Person(_restarted(house), OWNER)
    await again.press(data, panel)
    assert panel.text.startswith("✅ Опубликовано.")
    after = Person(_restarted(house), OWNER)
    await after.press(data, panel)
    assert panel.text.startswith("Это событие уже опубликовано")
    assert len(await house.app.campaigns.list()) == 1


async def test_a_draft_goes_on_where_it_was_left(owner: Person, house: House) -> None:
    await owner.say("/publish")
    await owner.tap(ROUND)
    again = Person(_restarted(house), OWNER)
    going_on, question = await again.say("/publish")
    assert going_on.text == "📝 Продолжаем начатый черновик."
    assert question.text.startswith("📅 Когда это было?")


def _restarted(house: House) -> Town:
    storage = CachedStorage(DatabaseStorage(house.app.db))
    dispatcher = build_dispatcher(house.app, house.bot, storage, bot_name="sapar_bot", board=house.board)
    return Town(house.telegram, dispatcher, house.bot)


@pytest.mark.parametrize(
    ("steps", "wrong", "told"),
    [
        ((), "завтра", "Это не дата."),
        ((), "24.11.2026", "Эта дата ещё не наступила."),
        (STEPS[:1], "р" * 201, "Слишком длинно: 201 из 200"),
        (STEPS[:3], "р" * 1501, "Слишком длинно: 1"),
        (STEPS[:5], "gov.kz/a", "Это не ссылка."),
        (STEPS[:6], "и" * 121, "Слишком длинно: 121 из 120"),
    ],
)
async def test_what_is_wrong_is_said_and_asked_again(
    owner: Person, steps: tuple[str, ...], wrong: str, told: str
) -> None:
    await owner.say("/publish")
    await owner.tap(ROUND)
    for text in steps:
        await owner.say(text)
    question = owner.last.text
    [answer] = await owner.say(wrong)
    assert answer.text.startswith(told)
    assert answer.text.endswith(question)
    assert answer.button("✖️ Отмена")


async def test_stage_and_date_may_be_typed_or_tapped(owner: Person, house: House) -> None:
    await owner.say("/publish")
    [wrong] = await owner.say("99")
    assert wrong.text.startswith("Такой стадии нет.")
    await owner.say("7")
    await owner.tap("Вчера")
    for text in STEPS[1:3]:
        await owner.say(text)
    await owner.tap("Пропустить")
    await owner.tap("Пропустить")
    await owner.say(STEPS[5])
    await owner.say("МИД РК")
    assert "Стадия: Парафирование, 22 ноября 2026" in owner.last.text
    await owner.tap("✅ Опубликовать")
    event = house.app.talks.timeline()[0]
    assert (event.stage, str(event.date), event.source_name) == (Stage.INITIALLING, "2026-11-22", "МИД РК")
    assert event.details[Language.RU] == ""


async def test_a_statement_does_not_move_the_talks(owner: Person, erlan: Person, house: House) -> None:
    await followers(erlan)
    await fill(owner, stage="💬 Заявление, стадия прежняя")
    assert "Стадия не меняется: заявление" in owner.last.text
    await owner.tap("✅ Опубликовать")
    await house.deliver()
    assert "Стадия прежняя: раунды переговоров." in erlan.last.text
    assert "Было:" not in erlan.last.text
    assert len(house.app.talks.state().rounds) == 2


async def test_suspended_talks_are_told_and_shown_as_such(owner: Person, erlan: Person, house: House) -> None:
    await followers(erlan)
    await fill(owner, stage="⏸ Переговоры приостановлены")
    await owner.tap("✅ Опубликовать")
    await house.deliver()
    assert "Стало: переговоры приостановлены, 20 ноября 2026" in erlan.last.text
    [status] = await erlan.say("/eu")
    assert status.text.startswith("⏸ Переговоры с ЕС об упрощении виз приостановлены")


async def test_any_part_can_be_changed_before_it_is_published(owner: Person, house: House) -> None:
    await fill(owner)
    await owner.tap("✏️ Заголовок 🇷🇺")
    await owner.say("Третий раунд прошёл")
    assert owner.messages[-3].text.startswith("🇪🇺 Переговоры с ЕС · Третий раунд прошёл")
    await owner.tap("✏️ Стадия")
    await owner.tap("6. Текст согласован")
    await owner.tap("✅ Опубликовать")
    event = house.app.talks.timeline()[0]
    assert (event.titles[Language.RU], event.stage) == ("Третий раунд прошёл", Stage.NEGOTIATORS_CONCLUSION)


async def test_cancel_leaves_nothing(owner: Person, house: House) -> None:
    panel = await fill(owner)
    data = PublishCallback(act="confirm", draft=token(panel)).pack()
    await owner.tap("✖️ Отмена", panel)
    assert owner.last.text == "Хорошо, ничего не публикую."
    await owner.press(data)
    assert "черновик уже закрыт" in owner.alerts[-1].text
    assert await house.app.campaigns.list() == ()


async def test_a_button_of_an_earlier_question_is_old(owner: Person) -> None:
    [question] = await owner.say("/publish")
    stage = question.button(ROUND)
    assert stage is not None
    assert stage.data is not None
    await owner.press(stage.data)
    [after] = await owner.say("20.11.2026")
    assert "Заголовок по-русски" in after.text
    await owner.press(stage.data)
    assert "из старого сообщения" in owner.alerts[-1].text


async def test_a_picture_is_no_answer_and_a_command_is_a_command(owner: Person) -> None:
    await owner.say("/publish")
    [answer] = await owner.send_photo()
    assert answer.text == "Нужен текст одним сообщением."
    [status] = await owner.say("/eu")
    assert "стадия 5 из 13" in status.text


async def test_only_owners_publish(erlan: Person, owner: Person, house: House) -> None:
    [answer] = await erlan.say("/publish")
    assert answer.text.startswith("Такой команды нет.")
    await erlan.start()
    await house.app.editors.add(erlan.id, OWNER)
    [answer] = await erlan.say("/publish")
    assert answer.text == "Это может только владелец бота."
    panel = await fill(owner)
    event = house.app.talks.timeline()[0]
    for data in (
        PublishCallback(act="confirm", draft=token(panel)),
        EventDeskCallback(act="withdraw-yes", id=event.id),
        EventDeskCallback(act="correct", id=event.id),
    ):
        await erlan.press(data.pack())
        assert erlan.alerts[-1].text == "Это может только владелец бота."
    assert await house.app.campaigns.list() == ()
    assert house.app.talks.event(event.id) == event


async def publish(house: House) -> int:
    """Publish from outside and deliver; return the event's id."""
    titles = {Language.RU: "Третий раунд", Language.KK: "Үшінші раунд"}
    await house.app.talks.publish(NewEvent(PartialDate(2026, 11, 20), Stage.ROUND, titles, "МИД", "https://gov.kz/a"))
    await house.deliver()
    return house.app.talks.timeline()[0].id


async def test_a_correction_edits_the_messages_that_were_sent(owner: Person, erlan: Person, house: House) -> None:
    await followers(erlan)
    event_id = await publish(house)
    alert = erlan.last
    await owner.say("/eu")
    await owner.press(EventCallback(id=event_id).pack())
    await owner.tap("✏️ Исправить")
    await owner.tap("✏️ Дата")
    await owner.say("19.11.2026")
    assert "Уже отправленные изменятся." in owner.last.text
    await owner.tap("✅ Сохранить исправление")
    await house.deliver()
    assert erlan.last.id == alert.id
    assert "Стало: раунд 3, 19 ноября 2026" in alert.text
    assert alert.text.endswith("✏️ Сообщение уточнено редактором.")
    assert alert.button("🔎 Подробнее")
    actions = [entry.action for entry in await DatabaseAudit(house.app.db).newest()]
    assert actions[:2] == ["talks.correct", "talks.publish"]


async def test_a_withdrawal_takes_the_event_back_everywhere(
    owner: Person, erlan: Person, aigul: Person, house: House
) -> None:
    await followers(erlan, aigul)
    event_id = await publish(house)
    await owner.say("/eu")
    await owner.press(EventCallback(id=event_id).pack())
    await owner.tap("🗑 Отозвать")
    assert "Третий раунд" in owner.last.text
    await owner.tap("🗑 Да, отозвать")
    assert owner.last.text.startswith("🗑 Событие отозвано.")
    await house.deliver()
    assert erlan.last.text.startswith("🇪🇺 Сообщение отозвано")
    assert aigul.last.text.startswith("🇪🇺 Хабарлама қайтарып алынды")
    [status] = await erlan.say("/eu")
    assert "2 раунда" in status.text
    await owner.press(EventDeskCallback(act="withdraw-yes", id=event_id).pack())
    assert owner.last.text == "Этого события уже нет."


async def test_the_day_is_that_of_kazakhstan() -> None:
    assert today() == date(2026, 11, 23)
