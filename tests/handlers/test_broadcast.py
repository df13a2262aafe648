"""A broadcast from /broadcast to its report, through the real dispatcher and the real delivery."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import time_machine

from bot.clock import now
from bot.domain.campaign import CampaignState
from bot.domain.user import Role
from bot.playground import Person
from bot.playground.files import describe
from bot.playground.parameters import Given
from bot.playground.people import PIXEL
from bot.telegram.callbacks import MenuCallback
from bot.telegram.desk_callbacks import DraftCallback
from tests.databases import SqliteEngine
from tests.handlers.desk_town import DeskTown, button_like, desk_town, send_button


@pytest.fixture
async def desk(sqlite_engine: SqliteEngine) -> AsyncIterator[DeskTown]:
    async with desk_town(sqlite_engine.copy("seeded")) as found:
        yield found


async def test_everybody_gets_it_once_in_their_language_and_the_report_says_so(desk: DeskTown) -> None:
    await desk.compose(desk.owner)
    page = await desk.send_out(desk.owner)
    await desk.until(lambda: "Сәлем" in desk.texts_of(desk.aigul) and "Привет" in desk.texts_of(desk.erlan))
    await desk.until(lambda: "отправка закончена" in page.text)
    assert "Доставлено: 4" in page.text
    assert desk.texts_of(desk.erlan).count("Привет") == 1
    assert "Привет" not in desk.texts_of(desk.aigul)


async def test_the_preview_is_sent_as_people_will_get_it_with_the_exact_count(desk: DeskTown) -> None:
    await desk.owner.say("/broadcast")
    await desk.owner.say("Привет, **мир**")
    await desk.owner.tap("Без казахского")
    shown = await desk.owner.tap("✅ Предпросмотр")
    assert [one.text for one in shown[1:-1]] == ["Привет, **мир**"]
    summary = shown[-1]
    assert "Получателей: 3" in summary.text
    assert "Казахский: 1 без сообщения" in summary.text
    assert button_like(summary, "✅") == "✅ Отправить · 3"


async def test_formatting_and_buttons_reach_people_as_the_admin_made_them(desk: DeskTown) -> None:
    await desk.owner.say("/broadcast")
    entities = [{"type": "bold", "offset": 0, "length": 6}]
    await desk.owner._send({"text": "Привет <b>", "entities": entities})
    await desk.owner.tap("✅ Отправить то же самое")
    await desk.owner.tap("🔘 Кнопки")
    await desk.owner.tap("✏️ Одинаковые для всех")
    wrong = await desk.owner.say("Сайт gov.kz")
    assert wrong[-1].text.startswith("Строка 1: нужен текст, черта и адрес")
    await desk.owner.say("Сайт | gov.kz\nКанал | https://t.me/sapar")
    await desk.send_out(desk.owner)
    await desk.until(lambda: "Привет <b>" in desk.texts_of(desk.aigul))
    got = desk.aigul.last
    assert got.html == "<b>Привет</b> &lt;b&gt;"
    assert [[(b.text, b.url) for b in row] for row in got.buttons] == [
        [("Сайт", "https://gov.kz")],
        [("Канал", "https://t.me/sapar")],
    ]


async def test_buttons_may_differ_by_language_and_be_taken_off(desk: DeskTown) -> None:
    await desk.compose(desk.owner)
    await desk.owner.tap("🔘 Кнопки")
    await desk.owner.tap("✏️ Казахский")
    await desk.owner.say("Сайт | gov.kz")
    page = desk.owner.last
    assert "Казахский: текст, 5 знаков, 1 кнопка" in page.text
    assert "Русский: текст, 6 знаков\n" in page.text
    await desk.owner.tap("🔘 Кнопки", page)
    await desk.owner.tap("🗑 Убрать кнопки", page)
    assert "Казахский: нет" in page.text


async def test_photos_go_out_with_their_caption(desk: DeskTown) -> None:
    await desk.owner.say("/broadcast")
    await desk.owner.send_photo(caption="Карта")
    await desk.owner.tap("✅ Отправить то же самое")
    await desk.send_out(desk.owner)
    await desk.until(lambda: "Карта" in desk.texts_of(desk.erlan))
    assert "photo" in desk.erlan.last.raw


@pytest.mark.parametrize("kind", ["video", "document", "animation", "audio", "voice"])
async def test_files_of_every_kind_go_out(desk: DeskTown, kind: str) -> None:
    await desk.owner.say("/broadcast")
    await desk.owner.send_file(kind, b"data", f"file.{kind}")
    await desk.owner.tap("✅ Отправить то же самое")
    await desk.send_out(desk.owner)
    await desk.until(lambda: any(kind in shown.raw for shown in desk.erlan.messages))


async def test_an_album_goes_out_whole_and_the_draft_asks_once(desk: DeskTown) -> None:
    await desk.owner.say("/broadcast")
    await _album_part(desk.owner, "Первая")
    await _album_part(desk.owner)
    assert desk.owner.last.text.startswith("Теперь то же на казахском")
    await _album_part(desk.owner)
    await desk.owner.tap("✅ Отправить то же самое")
    assert "Русский: альбом, 3 файла" in desk.owner.last.text
    await desk.send_out(desk.owner)
    await desk.until(lambda: sum("photo" in shown.raw for shown in desk.erlan.messages) == 3)
    groups = {shown.raw.get("media_group_id") for shown in desk.erlan.messages if "photo" in shown.raw}
    assert len(groups) == 1


async def test_the_last_album_grows_while_the_draft_is_shown(desk: DeskTown) -> None:
    await desk.owner.say("/broadcast")
    await desk.owner.tap("Без русского")
    await _album_part(desk.owner)
    await _album_part(desk.owner)
    page = desk.owner.last
    assert "Казахский: альбом, 2 файла" in page.text
    await desk.owner.tap("🔘 Кнопки", page)
    assert "под альбомом Telegram кнопок не показывает" in page.text


async def test_a_poll_is_copied(desk: DeskTown) -> None:
    await desk.owner.say("/broadcast")
    await desk.owner.send_location()
    await desk.owner.tap("✅ Отправить то же самое")
    await desk.send_out(desk.owner)
    await desk.until(lambda: any("location" in shown.raw for shown in desk.erlan.messages))


async def test_too_long_a_caption_is_told_in_words(desk: DeskTown) -> None:
    await desk.owner.say("/broadcast")
    answer = await desk.owner.send_photo(caption="я" * 1025)
    assert "Подпись слишком длинная" in answer[-1].text
    assert (await desk.owner.send_photo(caption="я" * 1024))[-1].text.startswith("Теперь то же")


async def test_correcting_the_message_corrects_the_draft(desk: DeskTown) -> None:
    await desk.owner.say("/broadcast")
    await desk.owner.say("Превет")
    mine = next(shown for shown in desk.owner.history if shown.text == "Превет")
    assert "Исправление учтено" in (await desk.owner.edit(mine, "Привет"))[-1].text
    await desk.owner.tap("✅ Отправить то же самое")
    await desk.send_out(desk.owner)
    await desk.until(lambda: "Привет" in desk.texts_of(desk.erlan))
    assert "Превет" not in desk.texts_of(desk.erlan)


async def test_a_language_can_be_changed_later_and_keeps_its_buttons(desk: DeskTown) -> None:
    await desk.compose(desk.owner)
    await desk.owner.tap("🔘 Кнопки")
    await desk.owner.tap("✏️ Русский")
    await desk.owner.say("Сайт | gov.kz")
    await desk.owner.tap("✏️ Русский", desk.owner.last)
    await desk.owner.say("Здравствуйте")
    assert "Русский: текст, 12 знаков, 1 кнопка" in desk.owner.last.text


async def test_skipping_both_languages_asks_again(desk: DeskTown) -> None:
    await desk.owner.say("/broadcast")
    await desk.owner.tap("Без русского")
    page = await desk.owner.tap("Без казахского")
    assert "Пришлите сообщение на русском" in page[-1].text


async def test_a_message_telegram_refuses_is_not_offered_for_sending(desk: DeskTown) -> None:
    await desk.owner.say("/broadcast")
    await desk.owner.send_photo()
    await desk.owner.tap("✅ Отправить то же самое")
    desk.telegram.fail_next(400, description="Bad Request: PHOTO_INVALID", method="sendPhoto")
    shown = await desk.owner.tap("✅ Предпросмотр")
    assert "Bad Request: PHOTO_INVALID" in shown[-1].text
    assert not any(":send:" in (b.data or "") for one in shown for row in one.buttons for b in row)


async def test_only_the_chosen_audience_gets_it(desk: DeskTown) -> None:
    await desk.erlan.say("/subscribe Турция")
    await desk.compose(desk.owner)
    await desk.owner.tap("👥 Кому")
    page = desk.owner.last
    await desk.owner.tap("🔎 Страна…", page)
    assert "Нужна одна страна" in (await desk.owner.say("ничего похожего"))[-1].text
    menu = (await desk.owner.say("түркия"))[-1]
    assert "1 человек" in menu.text
    await desk.owner.tap("✅ Готово", menu)
    await desk.send_out(desk.owner)
    await desk.until(lambda: "Привет" in desk.texts_of(desk.erlan))
    assert "Сәлем" not in desk.texts_of(desk.aigul)


async def test_switches_of_the_audience_combine(desk: DeskTown) -> None:
    await desk.compose(desk.owner)
    await desk.owner.tap("👥 Кому")
    page = desk.owner.last
    await desk.owner.tap("Казахский", page)
    assert "читает по-казахски — 1 человек" in page.text
    await desk.owner.tap("30 дн.", page)
    assert "заходившим за 30 дней" in page.text
    assert "✓ Казахский" in page.labels[0]
    await desk.owner.tap("🔢 Дней…", page)
    assert "Нужно число дней" in (await desk.owner.say("0"))[-1].text
    menu = (await desk.owner.say("14"))[-1]
    assert "✓ 14 дн." in [label for row in menu.labels for label in row]


async def test_a_time_must_lie_ahead_and_is_shown_in_words(desk: DeskTown) -> None:
    await desk.compose(desk.owner)
    await desk.owner.tap("🕒 Когда")
    assert "Не понял время" in (await desk.owner.say("потом"))[-1].text
    assert "уже прошло" in (await desk.owner.say("01.01.2026 10:00"))[-1].text
    page = (await desk.owner.say("завтра 23:59"))[-1]
    assert "23:59 — через" in page.text
    summary = (await desk.owner.tap("✅ Предпросмотр", page))[-1]
    assert button_like(summary, "✅") == "✅ Запланировать · 4"
    await desk.owner.press(send_button(summary), summary)
    assert "по расписанию" in summary.text
    assert "Привет" not in desk.texts_of(desk.erlan)
    await desk.owner.tap("✖️ Остановить", summary)
    await desk.owner.tap("✅ Да, остановить", summary)
    assert "отправка остановлена" in summary.text


async def test_a_time_that_passed_before_the_confirmation_is_asked_for_again(desk: DeskTown) -> None:
    await desk.compose(desk.owner)
    await desk.owner.tap("🕒 Когда")
    page = (await desk.owner.say("завтра 9:00"))[-1]
    summary = (await desk.owner.tap("✅ Предпросмотр", page))[-1]
    with time_machine.travel(now() + timedelta(days=3), tick=True):
        await desk.owner.press(send_button(summary), summary)
        assert desk.owner.alerts[-1].text == "Выбранное время прошло. Выберите другое."
        assert "Когда отправить" in summary.text
        later = (await desk.owner.say("завтра 9:00"))[-1]
    assert "09:00 — через" in later.text


async def test_the_desks_menu_opens_every_room(desk: DeskTown) -> None:
    page = (await desk.owner.say("/admin"))[-1]
    for room, words in (
        ("broadcast", "Новая рассылка"),
        ("campaigns", "Рассылок ещё не было"),
        ("queue", "Очередь пуста"),
        ("stats", "Люди:"),
    ):
        await desk.owner.press(MenuCallback(page=room).pack(), page)
        assert words in page.text


async def test_a_test_of_nothing_and_a_double_skip_do_no_harm(desk: DeskTown) -> None:
    page = (await desk.owner.say("/broadcast"))[-1]
    await desk.owner.press(DraftCallback(act="test", draft=1).pack(), page)
    assert "Отправлять пока нечего" in desk.owner.alerts[-1].text
    await desk.owner.say("Привет")
    page = (await desk.owner.tap("Без казахского"))[-1]
    await desk.owner.press(DraftCallback(act="skip", draft=1, value="kk").pack(), page)
    await desk.owner.press(DraftCallback(act="same", draft=1, value="kk").pack(), page)
    assert "Русский: текст, 6 знаков" in page.text
    assert "Казахский: не отправляется" in page.text


async def test_back_to_sending_at_once(desk: DeskTown) -> None:
    await desk.compose(desk.owner)
    await desk.owner.tap("🕒 Когда")
    page = (await desk.owner.say("завтра 9:00"))[-1]
    await desk.owner.tap("🕒 Когда", page)
    await desk.owner.tap("⚡️ Сразу после подтверждения", page)
    assert "сразу после подтверждения" in page.text


async def test_a_second_tap_sends_nothing_more(desk: DeskTown) -> None:
    page = (await desk.compose(desk.owner))[-1]
    summary = (await desk.owner.tap("✅ Предпросмотр", page))[-1]
    data = send_button(summary)
    for _ in range(3):
        await desk.owner.press(data, summary)
    assert desk.owner.alerts[-1].show_alert
    await desk.until(lambda: "Привет" in desk.texts_of(desk.erlan))
    assert len(await desk.app.campaigns.list(10)) == 1


async def test_a_draft_changed_after_its_preview_is_not_sent(desk: DeskTown) -> None:
    page = (await desk.compose(desk.owner))[-1]
    summary = (await desk.owner.tap("✅ Предпросмотр", page))[-1]
    data = send_button(summary)
    await desk.owner.tap("✏️ Русский", page)
    await desk.owner.say("Другое")
    await desk.owner.press(data, summary)
    assert "Черновик изменился" in desk.owner.alerts[-1].text
    assert await desk.app.campaigns.list(10) == ()


async def test_a_test_reaches_the_admin_alone(desk: DeskTown) -> None:
    await desk.compose(desk.owner)
    summary = (await desk.owner.tap("✅ Предпросмотр"))[-1]
    before = desk.texts_of(desk.owner).count("Привет")
    await desk.owner.tap("🧪 Прислать только мне", summary)
    await desk.until(lambda: desk.texts_of(desk.owner).count("Привет") == before + 1)
    assert "Привет" not in desk.texts_of(desk.erlan)


async def test_two_admins_have_drafts_of_their_own(desk: DeskTown) -> None:
    await desk.compose(desk.owner, "Первый", "Бірінші")
    await desk.compose(desk.second, "Второй", "Екінші")
    page = await desk.send_out(desk.owner)
    await desk.until(lambda: "Первый" in desk.texts_of(desk.erlan))
    assert "Второй" not in desk.texts_of(desk.erlan)
    await desk.second.press(DraftCallback(act="send", draft=1, value="x").pack(), page)
    await desk.send_out(desk.second)
    await desk.until(lambda: "Второй" in desk.texts_of(desk.erlan))


async def test_a_draft_survives_a_restart(sqlite_engine: SqliteEngine) -> None:
    url = sqlite_engine.copy("seeded")
    async with desk_town(url) as before:
        await before.owner.say("/broadcast")
        await before.owner.say("Привет")
    async with desk_town(url) as after:
        await after.owner.say("Сәлем")
        assert "Черновик рассылки" in after.owner.last.text
        question = (await after.owner.say("/broadcast"))[-1]
        assert "незаконченная рассылка" in question.text
        await after.owner.tap("✅ Продолжить", question)
        await after.send_out(after.owner)
        await after.until(lambda: "Сәлем" in after.texts_of(after.aigul))


async def test_beginning_anew_drops_the_old_draft(desk: DeskTown) -> None:
    await desk.compose(desk.owner)
    await desk.owner.say("/broadcast")
    await desk.owner.tap("🆕 Начать заново")
    assert "Пришлите сообщение" in desk.owner.last.text
    await desk.owner.tap("✖️ Удалить черновик")
    assert "никому ничего не отправлено" in desk.owner.last.text
    assert await desk.app.broadcasts.newest(desk.owner.id) is None


async def test_a_message_sent_instead_of_an_answer_begins_anew(desk: DeskTown) -> None:
    await desk.compose(desk.owner, "Старое")
    await desk.owner.say("/broadcast")
    assert "Теперь то же на казахском" in (await desk.owner.say("Новое"))[-1].text
    await desk.owner.tap("✅ Отправить то же самое")
    await desk.send_out(desk.owner)
    await desk.until(lambda: "Новое" in desk.texts_of(desk.erlan))
    assert "Старое" not in desk.texts_of(desk.erlan)


async def test_buttons_of_a_dropped_draft_say_so(desk: DeskTown) -> None:
    page = (await desk.compose(desk.owner))[-1]
    await desk.owner.tap("✖️ Удалить черновик", page)
    await desk.owner.press(DraftCallback(act="preview", draft=1).pack(), page)
    assert "уже отправлен или удалён" in desk.owner.alerts[-1].text


async def test_questions_are_answered_again_once_the_draft_is_gone(desk: DeskTown) -> None:
    await desk.owner.say("/broadcast")
    draft = await desk.app.broadcasts.newest(desk.owner.id)
    assert draft is not None
    await desk.app.broadcasts.drop(draft.id, desk.owner.id)
    assert (await desk.owner.say("Турция"))[-1].text.startswith("🇹🇷")


async def test_nobody_else_can_open_the_desk(desk: DeskTown) -> None:
    await desk.compose(desk.owner)
    for command in ("/broadcast", "/campaigns", "/queue", "/stats"):
        await desk.erlan.say(command)
    await desk.erlan.press(DraftCallback(act="preview", draft=1).pack(), desk.erlan.last)
    assert not any(word in text for text in desk.texts_of(desk.erlan) for word in ("рассылк", "Очередь", "Люди:"))


async def test_a_former_editors_buttons_do_nothing(desk: DeskTown) -> None:
    await desk.app.users.set_editor(desk.erlan.id, is_editor=True, by=7)
    page = (await desk.compose(desk.erlan))[-1]
    summary = (await desk.erlan.tap("✅ Предпросмотр", page))[-1]
    data = send_button(summary)
    await desk.app.users.set_editor(desk.erlan.id, is_editor=False, by=7)
    user = await desk.app.users.get(desk.erlan.id)
    assert user is not None
    assert user.role is Role.USER
    await desk.erlan.press(data, summary)
    assert await desk.app.campaigns.list(10) == ()


async def test_an_audience_of_nobody_is_not_offered_for_sending(desk: DeskTown) -> None:
    await desk.compose(desk.owner)
    await desk.owner.tap("👥 Кому")
    page = desk.owner.last
    await desk.owner.tap("Список безвизовых", page)
    await desk.owner.tap("✅ Готово", page)
    summary = (await desk.owner.tap("✅ Предпросмотр", page))[-1]
    assert "никто не подходит" in summary.text
    assert not any(":send:" in (b.data or "") for row in summary.buttons for b in row)


async def test_the_channel_gets_it_too_if_chosen(sqlite_engine: SqliteEngine) -> None:
    async with desk_town(sqlite_engine.copy("seeded"), channel_id="@sapar_news") as desk:
        channel = desk.town.channel("Sapar", username="sapar_news")
        page = (await desk.compose(desk.owner))[-1]
        assert "И в канал: нет" in page.text
        await desk.owner.tap("📢 Добавить канал", page)
        assert "И в канал: да" in page.text
        await desk.send_out(desk.owner)
        await desk.until(lambda: any("Привет" in shown.text for shown in channel.messages))


async def test_the_whole_desk_speaks_kazakh(desk: DeskTown) -> None:
    await desk.app.users.set_editor(desk.aigul.id, is_editor=True, by=7)
    assert "Жаңа тарату" in (await desk.aigul.say("/тарату"))[-1].text
    await desk.aigul.say("Привет")
    page = (await desk.aigul.tap("✅ Дәл соны жіберу"))[-1]
    summary = (await desk.aigul.tap("✅ Алдын ала қарау", page))[-1]
    assert "Алушылар: 4" in summary.text
    await desk.aigul.press(send_button(summary), summary)
    await desk.until(lambda: "Привет" in desk.texts_of(desk.erlan))
    found = await desk.app.campaigns.get(1)
    assert found is not None
    assert found.state in (CampaignState.RUNNING, CampaignState.DONE)


async def test_two_albums_of_ten_sent_at_once_are_taken_whole(desk: DeskTown) -> None:
    await desk.owner.say("/broadcast")
    for group in ("1", "2"):
        for _ in range(10):
            await _album_part(desk.owner, group=group)
    assert "Русский: альбом, 10 файлов" in desk.owner.last.text
    draft = await desk.app.broadcasts.newest(desk.owner.id)
    assert draft is not None
    assert [len(message.params["media"]) for message in draft.content.by_language.values()] == [10, 10]


async def _album_part(who: Person, caption: str = "", group: str = "77") -> None:
    world = who._world
    content = describe(world.files.add("photo", PIXEL, "photo.png"), Given({}))
    await who._send({**content, "media_group_id": group, **({"caption": caption} if caption else {})})
