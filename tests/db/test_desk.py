"""The desk's queues and its log."""

from bot.db.aliases import DatabaseAliases
from bot.db.audit import DatabaseAudit
from bot.db.engine import Database
from bot.db.facts import DatabaseFacts
from bot.db.reports import DatabaseReports
from bot.db.unanswered import DatabaseUnanswered
from bot.domain.facts import ALIAS, PlaceName
from bot.understanding.folding import fold


async def test_the_same_question_in_other_letters_is_counted_once(database: Database) -> None:
    store = DatabaseUnanswered(database)
    for text in ("Виза  на Марс", "виза на марс", "Ай қайда", " "):
        await store.note(text, "ru", fold(text))
    assert [(one.text, one.count) for one in await store.top()] == [("виза на марс", 2), ("ай қайда", 1)]
    assert await store.total() == 2
    assert len(await store.top(1)) == 1


async def test_a_closed_question_opens_when_asked_again(database: Database) -> None:
    store = DatabaseUnanswered(database)
    await store.note("виза на марс", "ru", "mars viza")
    assert await store.close("mars viza", "fixed", 7)
    assert not await store.close("mars viza", "fixed", 7)
    assert await store.top() == ()
    await store.note("виза на марс", "ru", "mars viza")
    assert [one.count for one in await store.top()] == [2]


async def test_spellings_of_one_question_are_one(database: Database) -> None:
    store = DatabaseUnanswered(database)
    for text, times in (("Нужна виза на Марс?", 3), ("марсқа виза", 1), ("на марс виза пожалуйста", 2), ("луна", 4)):
        for _ in range(times):
            await store.note(text, "ru", fold(text))
    first, second, third = await store.top()
    assert (first.text, first.count) == ("нужна виза на марс?", 5)
    assert first.spellings == ("нужна виза на марс?", "на марс виза пожалуйста")
    assert (second.text, third.text) == ("луна", "марсқа виза")
    assert await store.total() == 3
    assert await store.close(first.fold, "dropped", 7)
    assert [one.text for one in await store.top()] == ["луна", "марсқа виза"]
    [entry] = await DatabaseAudit(database).newest(1)
    assert entry.details == {"text": first.fold, "how": "dropped"}


async def test_mistakes_come_by_place_the_most_reported_first(database: Database) -> None:
    store = DatabaseReports(database)
    for subject in ("GE", "TR", "", "TR", "GE", "TR"):
        await store.add(1, "ru", subject, "x")
    assert [one.subject for one in await store.waiting(mistakes=True)] == ["TR", "TR", "TR", "GE", "GE"]
    assert [one.subject for one in await store.waiting(mistakes=False)] == [""]
    assert (await store.total(mistakes=True), await store.total(mistakes=False), await store.total()) == (5, 1, 6)


async def test_a_report_whose_answer_was_not_sent_waits_again(database: Database) -> None:
    store = DatabaseReports(database)
    number = await store.add(1, "ru", "", "x")
    assert await store.answer(number, by=7)
    await store.reopen(number)
    assert [one.answered_by for one in await store.waiting()] == [None]


async def test_aliases_are_kept_once_raise_the_revision_and_are_in_the_log(facts_database: Database) -> None:
    store, facts = DatabaseAliases(facts_database), DatabaseFacts(facts_database)
    before = await facts.read_revision()
    alias = PlaceName("TR", "Анталийск", "ru", ALIAS)
    assert await store.add(alias, 7)
    assert not await store.add(alias, 8)
    assert await store.all() == (alias,)
    assert await facts.read_revision() > before
    assert alias in (await facts.read_facts()).names
    assert await store.remove("Анталийск", "TR", 7)
    assert not await store.remove("Анталийск", "TR", 7)
    assert alias not in (await facts.read_facts()).names
    actions = [one.action for one in await DatabaseAudit(facts_database).newest(5)]
    assert actions == ["alias.remove", "alias.add"]


async def test_long_questions_are_cut(database: Database) -> None:
    store = DatabaseUnanswered(database)
    await store.note("а" * 5000, "ru", "a")
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
