"""Feedback, reports of mistakes, and the editors' queue."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from bot import clock
from bot.assembly import place_names
from bot.db.audit import DatabaseAudit
from bot.db.chores import DatabaseChores
from bot.domain.language import Language
from bot.playground import Person
from bot.services.aliases import AliasError
from bot.telegram.callbacks import ReportCallback
from bot.telegram.desk_callbacks import AliasCallback, QuestionCallback, QueueCallback
from bot.telegram.notices import Notices
from bot.telegram.queue_notices import QueueNotices
from bot.understanding import Understanding
from bot.understanding.folding import fold
from tests.handlers.conftest import OWNER, House


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
    await owner.tap("✉️ Отзывы · 1")
    assert "пишет по-казахски" in owner.last.text
    await owner.tap("✍️ Ответить")
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
    await owner.tap("✉️ Отзывы · 2", page)
    await owner.tap("▶️", page)
    assert "Второе" in page.text
    await owner.tap("☑️ Закрыть без ответа", page)
    assert "Первое" in page.text
    await owner.tap("☑️ Закрыть без ответа", page)
    assert "Здесь всё разобрано" in page.text
    assert (await owner.say("/queue"))[-1].text.startswith("📬 Очередь пуста")


async def test_a_second_editor_is_told_that_it_is_done(house: House, owner: Person, erlan: Person) -> None:
    await erlan.say("/feedback Ошибка")
    await owner.say("/queue")
    await owner.tap("✉️ Отзывы · 1")
    await owner.tap("✍️ Ответить")
    report = (await house.app.queue.reports.waiting())[0]
    assert await house.app.queue.take(report.id, 1, reply="другой ответ") is not None
    assert "уже сделал кто-то другой" in (await owner.say("Ответ"))[-1].text
    await owner.press(QueueCallback(act="answer", id=report.id).pack())
    assert "уже сделал кто-то другой" in owner.alerts[-1].text


async def test_an_answer_that_does_not_arrive_is_told(house: House, owner: Person, erlan: Person) -> None:
    await erlan.say("/feedback Ошибка")
    await erlan.block_bot()
    await owner.say("/queue")
    await owner.tap("✉️ Отзывы · 1")
    await owner.tap("✍️ Ответить")
    assert "Ответ не дошёл" in (await owner.say("Исправили"))[-1].text


async def test_questions_not_understood_are_listed_and_taken_off(house: House, owner: Person) -> None:
    for _ in range(2):
        await house.app.unanswered.note("щыдлвоа ыва", Language.RU)
    page = (await owner.say("/queue"))[-1]
    await owner.tap("❓ Вопросы · 1", page)
    assert "1. щыдлвоа ыва — 2" in page.text
    await owner.tap("1", page)
    assert "Спросили 2 раза, последний — " in page.text
    assert "Сейчас бот отвечает:" in page.text
    await owner.tap("🗑 Не нужно", page)
    assert "Непонятых вопросов нет" in page.text
    await owner.press(QuestionCallback(act="fixed", key="0" * 12).pack(), page)
    assert "уже сделал кто-то другой" in owner.alerts[-1].text


async def test_long_reports_are_cut_and_quoted_short(house: House, owner: Person, erlan: Person) -> None:
    await erlan.say("/feedback " + "я" * 3000)
    report = (await house.app.queue.reports.waiting())[0]
    assert len(report.text) == 2000
    await owner.say("/queue")
    await owner.tap("✉️ Отзывы · 1")
    await owner.tap("✍️ Ответить")
    await owner.say("Понятно")
    assert "я" * 500 + "…" in erlan.last.text
    assert "я" * 501 not in erlan.last.text


async def test_mistakes_of_a_country_are_called_mended_together(
    house: House, owner: Person, erlan: Person, aigul: Person
) -> None:
    for person, place in ((erlan, "Грузия"), (aigul, "Грузия"), (erlan, "Турция")):
        await person.say(place)
        await person.tap(ReportCallback(iso2="GE" if place == "Грузия" else "TR"))
        await person.say("Неверно <i>")
    page = (await owner.say("/queue"))[-1]
    await owner.tap("✏️ Ошибки · 3", page)
    assert "🇬🇪 Грузия · 2 сообщения" in page.text
    assert "Неверно <i>" in page.text
    await owner.tap("✅ Все 2", page)
    assert owner.alerts[-1].text == "Поблагодарили 2 человек"
    assert erlan.last.text == "🇬🇪 Грузия: исправили. Спасибо, что заметили."
    assert aigul.last.text == "🇬🇪 Грузия: түзеттік. Байқағаныңызға рақмет."
    assert "🇹🇷 Турция · 1 сообщение" in page.text
    await owner.tap("✅ Исправлено", page)
    assert "🇹🇷 Турция: исправили" in erlan.last.text
    assert "Здесь всё разобрано" in page.text
    actions = [one.action for one in await house.app.audit.newest(3)]
    assert actions == ["report.fixed"] * 3


async def test_a_person_writes_back_to_the_editor(house: House, owner: Person, erlan: Person) -> None:
    await erlan.say("/feedback Вопрос")
    await owner.say("/queue")
    await owner.tap("✉️ Отзывы · 1")
    await owner.tap("✍️ Ответить")
    await owner.say("Ответ")
    await erlan.tap("↩️ Ответить")
    await erlan.say("А ещё вот что")
    assert [one.text for one in await house.app.queue.reports.waiting()] == ["А ещё вот что"]


async def test_an_answer_that_telegram_does_not_take_now_keeps_the_report(
    house: House, owner: Person, erlan: Person
) -> None:
    await erlan.say("/feedback Вопрос")
    await owner.say("/queue")
    await owner.tap("✉️ Отзывы · 1")
    await owner.tap("✍️ Ответить")
    house.telegram.fail_next(500, method="sendMessage", chat_id=erlan.id)
    assert "осталось в очереди" in (await owner.say("Ответ"))[-1].text
    assert await house.app.queue.reports.total() == 1


async def test_editors_hear_of_new_reports_at_most_once_an_hour(house: House, owner: Person, erlan: Person) -> None:
    await owner.start()
    moment = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    notices = Notices(house.bot, house.app.users, house.app.translator)
    with time_machine.travel(moment, tick=False) as clock_hand:
        look = QueueNotices(house.app.queue, notices, DatabaseChores(house.app.db), clock.now).look
        await look()
        before = len(owner.messages)
        await erlan.say("/feedback Раз")
        await erlan.say("/feedback Два")
        clock_hand.move_to(moment + timedelta(minutes=5))
        await look()
        assert "Новых сообщений в очереди: 2" in owner.last.text
        clock_hand.move_to(moment + timedelta(minutes=6))
        await erlan.say("/feedback Три")
        clock_hand.move_to(moment + timedelta(minutes=30))
        await look()
        assert len(owner.messages) == before + 1
        clock_hand.move_to(moment + timedelta(minutes=70))
        await look()
        await look()
        assert len(owner.messages) == before + 2
        assert "Новое сообщение в очереди: 1" in owner.last.text
        await owner.tap("📬 Открыть очередь")
        assert "Отзывов: 3" in owner.last.text


async def reload(house: House) -> None:
    """Do what every process does within two seconds after the facts changed."""
    await house.app.holder.refresh()
    house.app.responder.understanding = Understanding.load(place_names(house.app.holder.current))


async def test_a_missed_name_becomes_an_alias_and_is_understood(house: House, owner: Person, erlan: Person) -> None:
    await erlan.say("нужна ли виза в Бурундукию")
    assert "🇧🇮" not in erlan.last.text
    page = (await owner.say("/queue"))[-1]
    await owner.tap("❓ Вопросы · 1", page)
    await owner.tap("1", page)
    await owner.tap("🏷 Это название места…", page)
    await owner.tap("бурундукию", page)
    assert "Что это за место — «бурундукию»?" in page.text
    [preview] = await owner.say("Бурунди")
    assert "«бурундукию» → 🇧🇮 Бурунди" in preview.text
    assert "бот ответит" in preview.text
    await owner.tap("✅ Добавить название", preview)
    assert owner.alerts[-1].text == "Название добавлено"
    assert "Непонятых вопросов нет" in preview.text
    await reload(house)
    [card] = await erlan.say("нужна ли виза в Бурундукию")
    assert card.text.startswith("🇧🇮 Бурунди")


async def test_an_alias_is_listed_and_removed(house: House, owner: Person) -> None:
    alias = house.app.aliases.check("Бурундукия", "BI")
    await house.app.aliases.store.add(alias, owner.id)
    await owner.say("/queue")
    await owner.tap("🏷 Названия")
    assert "1. Бурундукия → 🇧🇮 Бурунди" in owner.last.text
    await owner.tap("✖️ 1")
    await owner.tap("Да, удалить")
    assert "Своих названий пока нет" in owner.last.text
    await owner.press(AliasCallback(act="remove-yes", key="0" * 12).pack())
    assert owner.alerts[-1].text == "Этого названия больше нет"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("ab", "alias-wrong-length"),
        ("абв" * 21, "alias-wrong-length"),
        ("раз два три четыре пять", "alias-wrong-length"),
        ("1234", "alias-wrong-letters"),
        ("Турция", "alias-wrong-taken"),
        ("Бурунди", "alias-wrong-own"),
        ("документы", "alias-wrong-word"),
        ("безвиз", "alias-wrong-word"),
        ("", "alias-wrong-length"),
    ],
)
async def test_what_can_be_no_alias_is_refused(house: House, name: str, key: str) -> None:
    with pytest.raises(AliasError) as caught:
        house.app.aliases.check(name, "BI")
    assert caught.value.key == key


async def test_wrong_words_are_asked_for_again(house: House, aigul: Person) -> None:
    await aigul.start()
    await house.app.editors.add(aigul.id, OWNER)
    await house.app.unanswered.note("виза на квакляндию", Language.RU)
    await aigul.say("/кезек")
    await aigul.tap("❓ Сұрақтар · 1")
    await aigul.tap("1")
    await aigul.tap("🏷 Бұл – жер аты…")
    assert "Бұл атау басқа жердікі: Түркия." in (await aigul.say("Түркия"))[0].text
    assert "квакляндию" in (await aigul.say("квакляндию"))[0].text
    assert "Қай ел екенін түсінбедім" in (await aigul.say("ъъъ"))[0].text
    [preview] = await aigul.say("Науру")
    assert "«квакляндию» → 🇳🇷 Науру" in preview.text


async def test_what_is_understood_by_now_is_taken_off_together(house: House, owner: Person) -> None:
    for text in ("виза в турцию", "виза на квакляндию", "куда без визы"):
        await house.app.unanswered.note(text, Language.RU)
    await owner.say("/queue")
    await owner.tap("❓ Вопросы · 3")
    await owner.tap("🧹 Снять понятные")
    assert "Теперь бот понимает вопросов: 2" in owner.last.text
    await owner.tap("Да, снять")
    assert "Непонятые вопросы: 1" in owner.last.text


@pytest.mark.parametrize(
    "data", ["q2:fixed:0:0", "q2:fixed-all:999:0", "q2:answer:99999999999999:0", "q2:close:5:-3", "q2:mistakes:0:-5",
             "qu1:show:x::0", "qu1:word:x:99:0", "qu1:place:x:ZZ:0", "qu1:store:x::0", "al1:list::99", "qu1:list:::-1"]
)  # fmt: skip
async def test_forged_buttons_of_the_queue_are_answered(
    house: House, owner: Person, data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    await owner.start()
    await owner.press(data)
    assert "update failed" not in capsys.readouterr().out
    assert owner.unanswered_taps == 0


WORDS = st.text("абвгдежзиклмнопрстуқәө", min_size=2, max_size=8)


@given(st.lists(WORDS, min_size=1, max_size=6), st.randoms())
def test_order_capitals_and_signs_make_no_other_question(words: list[str], chance: Random) -> None:
    one = fold(" ".join(words))
    chance.shuffle(words)
    assert fold("  " + " ".join(words).upper() + "?!  ") == one


@given(st.text(max_size=300))
def test_any_text_folds(text: str) -> None:
    assert len(fold(text)) <= 200


@pytest.mark.parametrize("command", ["/queue", "/stats"])
async def test_the_desk_is_closed_to_others(erlan: Person, command: str) -> None:
    await erlan.say(command)
    assert not any("Очередь" in shown.text or "Люди" in shown.text for shown in erlan.messages)
