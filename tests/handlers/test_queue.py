"""Feedback, reports of mistakes, and the editors' queue."""

import pytest
import time_machine

from bot.db.audit import DatabaseAudit
from bot.domain.language import Language
from bot.playground import Person
from bot.telegram.callbacks import ReportCallback
from bot.telegram.desk_callbacks import QueueCallback
from tests.handlers.conftest import House


async def test_feedback_is_asked_for_and_kept(house: House, erlan: Person) -> None:
    await erlan.say("/feedback")
    assert "Спасибо, передал редакторам" in (await erlan.say("Добавьте карту"))[-1].text
    waiting = await house.app.queue.reports.waiting()
    assert [(one.user_id, one.subject, one.text) for one in waiting] == [(erlan.id, "", "Добавьте карту")]


async def test_a_mistake_is_reported_from_a_card(house: House, aigul: Person) -> None:
    await aigul.say("Түркия")
    await aigul.tap(ReportCallback(iso2="TR"))
    assert "Түркия: мұнда не қате?" in aigul.last.text
    await aigul.say("90 күн емес")
    waiting = await house.app.queue.reports.waiting()
    assert [(one.subject, one.language) for one in waiting] == [("TR", "kk")]


async def test_one_can_change_ones_mind(house: House, erlan: Person) -> None:
    await erlan.say("/feedback")
    await erlan.tap("✖️ Не писать")
    assert (await erlan.say("Турция"))[-1].text.startswith("🇹🇷")
    assert await house.app.queue.reports.total() == 0


async def test_a_picture_alone_is_asked_for_words(house: House, erlan: Person) -> None:
    await erlan.say("/feedback")
    assert "словами" in (await erlan.send_photo())[-1].text
    await erlan.send_photo(caption="Вот тут ошибка")
    assert [one.text for one in await house.app.queue.reports.waiting()] == ["Вот тут ошибка"]


async def test_a_question_an_hour_later_is_a_question(house: House, erlan: Person) -> None:
    with time_machine.travel("2026-11-23 10:00", tick=True) as clock:
        await erlan.say("/feedback")
        clock.move_to("2026-11-23 12:00")
        assert (await erlan.say("Турция"))[-1].text.startswith("🇹🇷")
    assert await house.app.queue.reports.total() == 0


async def test_an_editor_answers_with_a_quote_in_the_persons_language(
    house: House, owner: Person, aigul: Person
) -> None:
    await aigul.say("/feedback Қате бар <b>")
    await owner.say("/queue")
    await owner.tap("✉️ Сообщения · 1")
    assert "пишет по-казахски" in owner.last.text
    await owner.tap("✅ Ответить")
    assert (await owner.say("Рақмет, <түзеттік>"))[-1].text == "Ответ отправлен."
    assert aigul.last.html == (
        "Хабарламаңызға редактордың жауабы:\n<blockquote>Қате бар &lt;b&gt;</blockquote>\nРақмет, &lt;түзеттік&gt;"
    )
    assert await house.app.queue.reports.total() == 0
    assert (await DatabaseAudit(house.app.db).newest(1))[0].action == "report.answer"


async def test_a_report_is_closed_without_an_answer(house: House, owner: Person, erlan: Person) -> None:
    await erlan.say("/feedback Первое")
    await erlan.say("/feedback Второе")
    page = (await owner.say("/queue"))[-1]
    await owner.tap("✉️ Сообщения · 2", page)
    await owner.tap("▶️", page)
    assert "Второе" in page.text
    await owner.tap("☑️ Закрыть без ответа", page)
    assert "Первое" in page.text
    await owner.tap("☑️ Закрыть без ответа", page)
    assert "Сообщений без ответа нет" in page.text
    assert (await owner.say("/queue"))[-1].text.startswith("📬 Очередь пуста")


async def test_a_second_editor_is_told_that_it_is_done(house: House, owner: Person, erlan: Person) -> None:
    await erlan.say("/feedback Ошибка")
    await owner.say("/queue")
    await owner.tap("✉️ Сообщения · 1")
    await owner.tap("✅ Ответить")
    report = (await house.app.queue.reports.waiting())[0]
    assert await house.app.queue.take(report.id, 1, reply="другой ответ") is not None
    assert "уже сделал кто-то другой" in (await owner.say("Ответ"))[-1].text
    await owner.press(QueueCallback(act="answer", id=report.id).pack())
    assert "уже сделал кто-то другой" in owner.alerts[-1].text


async def test_an_answer_that_does_not_arrive_is_told(house: House, owner: Person, erlan: Person) -> None:
    await erlan.say("/feedback Ошибка")
    await erlan.block_bot()
    await owner.say("/queue")
    await owner.tap("✉️ Сообщения · 1")
    await owner.tap("✅ Ответить")
    assert "Ответ не дошёл" in (await owner.say("Исправили"))[-1].text


async def test_questions_not_understood_are_listed_and_taken_off(house: House, owner: Person) -> None:
    for _ in range(2):
        await house.app.unanswered.note("щыдлвоа ыва", Language.RU)
    page = (await owner.say("/queue"))[-1]
    await owner.tap("❓ Вопросы · 1", page)
    assert "1. щыдлвоа ыва — 2" in page.text
    await owner.tap("☑️ 1", page)
    assert "Непонятых вопросов нет" in page.text
    await owner.press(QueueCallback(act="solve", key="0" * 12).pack(), page)
    assert "уже сделал кто-то другой" in owner.alerts[-1].text


async def test_long_reports_are_cut_and_quoted_short(house: House, owner: Person, erlan: Person) -> None:
    await erlan.say("/feedback " + "я" * 3000)
    report = (await house.app.queue.reports.waiting())[0]
    assert len(report.text) == 2000
    await owner.say("/queue")
    await owner.tap("✉️ Сообщения · 1")
    await owner.tap("✅ Ответить")
    await owner.say("Понятно")
    assert "я" * 500 + "…" in erlan.last.text
    assert "я" * 501 not in erlan.last.text


@pytest.mark.parametrize("command", ["/queue", "/stats"])
async def test_the_desk_is_closed_to_others(erlan: Person, command: str) -> None:
    await erlan.say(command)
    assert not any("Очередь" in shown.text or "Люди" in shown.text for shown in erlan.messages)
