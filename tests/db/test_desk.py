"""The desk's queues and its log."""

from bot.db.audit import DatabaseAudit
from bot.db.engine import Database
from bot.db.reports import DatabaseReports
from bot.db.unanswered import DatabaseUnanswered


async def test_the_same_question_in_other_letters_is_counted_once(database: Database) -> None:
    store = DatabaseUnanswered(database)
    for text in ("Виза  на Марс", "виза на марс", "Ай қайда", " "):
        await store.note(text, "ru")
    assert [(one.text, one.count) for one in await store.top()] == [("виза на марс", 2), ("ай қайда", 1)]
    assert await store.total() == 2
    assert len(await store.top(1)) == 1


async def test_a_closed_question_opens_when_asked_again(database: Database) -> None:
    store = DatabaseUnanswered(database)
    await store.note("виза на марс", "ru")
    assert await store.close("виза на марс")
    assert not await store.close("виза на марс")
    assert await store.top() == ()
    await store.note("виза на марс", "ru")
    assert [one.count for one in await store.top()] == [2]


async def test_long_questions_are_cut(database: Database) -> None:
    store = DatabaseUnanswered(database)
    await store.note("а" * 5000, "ru")
    assert [len(one.text) for one in await store.top()] == [300]


async def test_a_report_waits_until_one_editor_answers(database: Database) -> None:
    store = DatabaseReports(database)
    first, second = await store.add(1, "ru", "TR", "Не 90"), await store.add(2, "kk", "", "Рақмет")
    assert [one.id for one in await store.waiting()] == [first, second]
    assert await store.answer(first, by=7)
    assert not await store.answer(first, by=8)
    assert [one.id for one in await store.waiting()] == [second]
    assert await store.total() == 1
    answered = await store.find(first)
    assert answered is not None
    assert (answered.subject, answered.text, answered.answered_by) == ("TR", "Не 90", 7)
    assert await store.find(99) is None


async def test_the_log_is_read_newest_first_in_pages(database: Database) -> None:
    log = DatabaseAudit(database)
    for number in range(3):
        await log.add(7, "editors.add", user=number)
    newest, second = await log.newest(limit=2)
    assert (newest.details, newest.actor, newest.action) == ({"user": 2}, 7, "editors.add")
    assert [one.details for one in await log.newest(before=second.id)] == [{"user": 0}]
