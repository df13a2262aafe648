"""The editors' desk for destinations: every step in both languages, confirmed once, taken back; rights; nonsense."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine

from bot.db.audit import DatabaseAudit
from bot.db.conversation import DatabaseStorage
from bot.db.destinations import DatabaseDestinations, to_csv
from bot.dispatch import build_dispatcher
from bot.domain.destination import Regime
from bot.domain.destination_edit import Edit
from bot.domain.language import Language
from bot.domain.review import difference
from bot.i18n import Texts
from bot.playground import Person, Shown, Town
from bot.telegram.cached_storage import CachedStorage
from bot.telegram.callbacks import MenuCallback
from bot.telegram.desk_callbacks import DestinationCallback, DestinationDraftCallback
from bot.telegram.reply import TEXT_LIMIT
from tests.handlers.conftest import OWNER, House

NOON = "2026-11-23 12:00:00+09:00"
URL = "https://www.gov.kz/memleket/entities/mfa/press/1"
LANGUAGES = pytest.mark.parametrize("language", list(Language))

pytestmark = pytest.mark.usefixtures("a_fixed_day")


@pytest.fixture
async def a_fixed_day() -> AsyncIterator[None]:
    with time_machine.travel(NOON, tick=True):
        yield


@pytest.fixture
async def store(house: House) -> DatabaseDestinations:
    return DatabaseDestinations(house.app.db)


async def speak(house: House, who: Person, language: Language) -> Texts:
    """Have the bot speak this language to a person; return its texts."""
    await who.start()
    user = await house.app.users.get(who.id)
    assert user is not None
    await house.app.users.set_language(user, language)
    return house.app.translator[language]


async def begin(who: Person, iso2: str = "TR") -> Shown:
    return (await who.tap(DestinationCallback(act="edit", iso2=iso2)))[-1]


async def whole(who: Person, texts: Texts, iso2: str = "TR") -> Shown:
    """Make Turkey's regime an e-visa and answer everything; return the confirmation."""
    await who.say(f"/destination {iso2}")
    await begin(who, iso2)
    await who.tap(texts.plain("destinations-field-regime"))
    await who.tap("🟣 " + texts.plain("regime-evisa"))
    await who.tap(texts.plain("button-destinations-go"))
    await who.say(URL)
    await who.tap("gov.kz")
    await who.say("20.11.2026")
    await who.say("Указ <№ 5> & приказ")
    return who.last


def draft_of(page: Shown) -> str:
    data = next(b.data for row in page.buttons for b in row if b.data and b.data.startswith("dd1:confirm"))
    return DestinationDraftCallback.unpack(data).draft


def csv_of(*rows: object) -> bytes:
    return to_csv(rows).encode()  # type: ignore[arg-type]


# -- pages -----------------------------------------------------------------------------------------


@LANGUAGES
async def test_a_country_is_found_in_any_spelling(house: House, owner: Person, language: Language) -> None:
    texts = await speak(house, owner, language)
    for spelling in ("TR", "Турция", "түркияға", "turkey", "🇹🇷"):
        [page] = await owner.say(f"/destination {spelling}")
        assert page.text.startswith("🇹🇷"), spelling
        assert page.text.splitlines()[0].endswith("TR")
        assert texts.plain("destinations-field-as-of") in page.text
    assert texts.plain("destinations-group-visa-free-42") in owner.last.text
    await owner.tap(MenuCallback(page="destination"))
    assert (await owner.say("грузия"))[-1].text.startswith("🇬🇪")


@LANGUAGES
async def test_what_is_no_country_is_said_so(house: House, owner: Person, language: Language) -> None:
    texts = await speak(house, owner, language)
    assert (await owner.say("/destination ъъъ"))[-1].html == texts("destinations-unknown")
    asked = (await owner.say("/destination Конго"))[-1]
    assert asked.html == texts("destinations-which")
    assert len([label for row in asked.labels for label in row]) == 2


@LANGUAGES
async def test_the_first_page_shows_what_needs_a_look(house: House, owner: Person, language: Language) -> None:
    texts = await speak(house, owner, language)
    [page] = await owner.say("/направление")
    assert "🇦🇩" in page.text
    assert "18.07.2022" in page.text
    listed = (await owner.tap(texts.plain("button-destinations-concerned")))[-1]
    assert texts.plain("destinations-concern-conflicting") in listed.text
    assert listed.text.count("\n") == 15
    await owner.tap(texts.plain("button-destinations-more"))
    assert listed.text.count("\n") < 15
    await owner.tap(texts.plain("button-destinations-back"))
    assert listed.text.count("\n") == 15
    await owner.tap(DestinationCallback(act="concerned", value="9999"))
    assert listed.text.count("\n") == 15


async def test_checked_today_is_stored_once(house: House, owner: Person, store: DatabaseDestinations) -> None:
    await owner.say("/destination грузия")
    before = (await store.all())["GE"]
    await owner.tap("✅ Проверено сегодня")
    assert (await store.all())["GE"] == replace(before, confirmed_on=date(2026, 11, 23))
    assert "Подтверждено: 23.11.2026" in owner.last.text
    await owner.tap("✅ Проверено сегодня")
    assert [one.text for one in owner.alerts[-2:]] == ["✅ Отмечено: проверено сегодня.", "Сегодня уже отмечено."]
    [entry] = await DatabaseAudit(house.app.db).newest()
    assert entry.action == "destinations.confirm"


async def test_nothing_is_confirmed_without_a_source(house: House, owner: Person, store: DatabaseDestinations) -> None:
    row = (await store.all())["GE"]
    await store.apply(Edit((difference(row, replace(row, source_url="")),), 1))
    await owner.say("/destination GE")
    assert "нет источника" in owner.last.text
    await owner.tap("✅ Проверено сегодня")
    assert "Сначала укажите источник" in owner.alerts[-1].text
    assert (await store.all())["GE"].confirmed_on == row.confirmed_on


# -- an edit ---------------------------------------------------------------------------------------


@LANGUAGES
async def test_an_edit_is_shown_as_people_will_see_it_and_written(
    house: House, owner: Person, aigul: Person, erlan: Person, store: DatabaseDestinations, language: Language
) -> None:
    texts = await speak(house, owner, language)
    await erlan.say("/subscribe Турция")
    await erlan.say("/subscribe list")
    await aigul.say("/subscribe list")
    page = await whole(owner, texts)
    card_ru, card_kk, alert_ru, alert_kk = owner.messages[-5:-1]
    assert card_ru.text.startswith("🇹🇷 Турция · 🟣")
    assert card_kk.text.startswith("🇹🇷 Түркия · 🟣")
    assert "Указ <№ 5> & приказ" in page.text
    assert texts("destinations-recipients", count=2) in page.html
    assert (await store.all())["TR"].regime is Regime.VISA_FREE
    await owner.tap(texts.plain("button-destinations-confirm"))
    assert page.html.startswith(texts("destinations-done"))
    row = (await store.all())["TR"]
    assert (row.regime, row.source_url, row.source_name) == (Regime.EVISA, URL, "gov.kz")
    assert (row.as_of, row.confirmed_on) == (date(2026, 11, 20), date(2026, 11, 23))
    await house.deliver()
    assert (erlan.last.html, erlan.last.labels) == (alert_ru.html, alert_ru.labels)
    assert (aigul.last.html, aigul.last.labels) == (alert_kk.html, alert_kk.labels)
    assert len([one for one in erlan.messages if "Стало" in one.text]) == 1
    [answer] = await erlan.say("Турция")
    assert answer.text.startswith("🇹🇷 Турция · 🟣")


@LANGUAGES
async def test_every_field_can_be_asked_for(house: House, owner: Person, language: Language) -> None:
    texts = await speak(house, owner, language)
    panel = await begin(owner)
    fields = [b for row in panel.buttons for b in row if b.data and ":field:" in b.data]
    assert len(fields) == 13
    for one in fields:
        assert one.data is not None
        await owner.press(one.data, panel)
        assert panel.text
        await owner.tap(texts.plain("button-destinations-fields"))
    assert texts.plain("destinations-edit-nothing") in panel.text
    await owner.tap(texts.plain("button-destinations-cancel"))
    assert panel.html == texts("destinations-cancelled")


async def test_bad_answers_are_asked_again_and_nothing_is_lost(owner: Person) -> None:
    await owner.start()
    await begin(owner)
    await owner.tap("Срок паспорта")
    for wrong in ("полгода", "0", "999"):
        assert "Нужно целое число от 1 до 120" in (await owner.say(wrong))[-1].text
    assert "текстом или кнопкой" in (await owner.send_photo())[-1].text
    assert "— → 6 месяцев" in (await owner.say("6 месяцев"))[-1].text
    await owner.tap("👁 Дальше")
    assert "не ссылка" in (await owner.say("сайт МИД"))[-1].text
    await owner.tap("↩️ Прежнее: kaz.inform.kz")
    await owner.tap("↩️ Прежнее: Казинформ: куда казахстанцы ездят без визы")
    assert "ещё не наступила" in (await owner.say("24.11.2026"))[-1].text
    await owner.tap("Вчера")
    await owner.tap("Пропустить")
    assert "Дата источника: 23.11.2025 → 22.11.2026" in owner.last.text
    assert "Почему" not in owner.last.text


async def test_the_same_source_may_be_kept_with_its_date(owner: Person, store: DatabaseDestinations) -> None:
    await owner.start()
    await begin(owner)
    await owner.tap("Срок")
    await owner.say("60")
    await owner.tap("👁 Дальше")
    assert "говорят разное" in owner.last.text
    await owner.tap("До 60 дней за любые 180 дней — дни всех поездок складываютс…")
    for kept in ("kaz.inform.kz", "Казинформ: куда казахстанцы ездят без визы", "23.11.2025"):
        await owner.tap(f"↩️ Прежнее: {kept}")
    await owner.tap("Пропустить")
    await owner.tap("✅ Записать")
    row = (await store.all())["TR"]
    assert (row.stay_days, row.stay_rule, row.confirmed_on) == (60, "60 in 180", date(2026, 11, 23))


@LANGUAGES
async def test_a_new_phrase_is_asked_for_in_every_language(
    house: House, owner: Person, aigul: Person, store: DatabaseDestinations, language: Language
) -> None:
    texts = await speak(house, owner, language)
    await begin(owner)
    await owner.tap(texts.plain("destinations-field-conditions"))
    await owner.say("виза")
    assert texts("destinations-found", text="виза") in owner.last.html
    await owner.tap(texts.plain("button-destinations-new"))
    assert texts.plain("destinations-ask-wording-kk") in owner.last.text
    await owner.tap(texts.plain("button-destinations-fields"))
    await owner.tap(texts.plain("destinations-field-conditions"))
    await owner.say("Нужен зонт <>")
    assert texts("destinations-wrong-language") in (await owner.say("umbrella"))[-1].html
    await owner.say("Қолшатыр керек")
    assert texts("destinations-wrong-english") in (await owner.say("зонт"))[-1].html
    assert texts("destinations-wrong-signs") in (await owner.say("=1"))[-1].html
    await owner.say("Bring an umbrella")
    await owner.tap(texts.plain("button-destinations-go"))
    await owner.say(URL)
    await owner.say("МИД")
    await owner.tap(texts.plain("button-destinations-today-date"))
    await owner.tap(texts.plain("button-destinations-skip"))
    assert "Нужен зонт <>" in owner.messages[-5].text
    await owner.tap(texts.plain("button-destinations-confirm"))
    assert (await store.all())["TR"].conditions == "Bring an umbrella"
    assert "Қолшатыр керек." in (await aigul.say("Түркия"))[-1].text
    await begin(owner, "GE")
    await owner.tap(texts.plain("destinations-field-conditions"))
    await owner.say("нужен зонт <>")
    assert "Нужен зонт" in owner.last.text or "Қолшатыр" in owner.last.text, "it is a known phrase now"


async def test_a_short_rule_needs_no_translation(owner: Person) -> None:
    await owner.start()
    await begin(owner)
    await owner.tap("Как считаются дни")
    assert "До 30 дней за одну поездку" in (await owner.say("30 per entry"))[-1].text
    await owner.tap("Условия")
    await owner.tap("∅ Не указано")
    await owner.tap("Надёжность")
    await owner.tap("средняя")
    assert "высокая → средняя" in owner.last.text


async def test_a_note_alone_needs_no_source_and_alerts_nobody(owner: Person, erlan: Person, house: House) -> None:
    await erlan.say("/subscribe Турция")
    await owner.start()
    await begin(owner)
    await owner.tap("Надёжность")
    await owner.tap("средняя")
    await owner.tap("👁 Дальше")
    await owner.tap("Пропустить")
    assert "Для путешественников ничего не меняется" in owner.last.text
    await owner.tap("✅ Записать")
    assert await house.app.campaigns.list() == ()


async def test_an_edit_may_be_silent(owner: Person, erlan: Person, house: House) -> None:
    await erlan.say("/subscribe Турция")
    page = await whole(owner, await speak(house, owner, Language.RU))
    await owner.tap("🔔 Уведомить: да")
    assert "Уведомлять не будем. Следят: 1" in page.text
    await owner.tap("✅ Записать")
    assert await house.app.campaigns.list() == ()


async def test_a_double_tap_writes_once(owner: Person, erlan: Person, house: House) -> None:
    await erlan.say("/subscribe list")
    page = await whole(owner, await speak(house, owner, Language.RU))
    data = DestinationDraftCallback(act="confirm", draft=draft_of(page)).pack()
    await asyncio.gather(*(owner.press(data, page) for _ in range(4)))
    assert len(await house.app.campaigns.list()) == 1
    assert len(await house.app.destinations.history("TR", 9)) == 1
    await owner.press(data, page)
    assert owner.alerts[-1].text == "Эта правка уже записана."


async def test_a_restart_loses_no_draft(owner: Person, house: House, store: DatabaseDestinations) -> None:
    page = await whole(owner, await speak(house, owner, Language.RU))
    storage = CachedStorage(DatabaseStorage(house.app.db))
    dispatcher = build_dispatcher(house.app, house.bot, storage, bot_name="sapar_bot", board=house.board)
    again = Person(Town(house.telegram, dispatcher, house.bot), OWNER)
    await again.press(DestinationDraftCallback(act="confirm", draft=draft_of(page)).pack(), page)
    assert (await store.all())["TR"].regime is Regime.EVISA


async def test_a_second_editor_is_told_and_loses_nothing(
    owner: Person, house: House, store: DatabaseDestinations
) -> None:
    page = await whole(owner, await speak(house, owner, Language.RU))
    row = (await store.all())["TR"]
    await store.apply(Edit((difference(row, replace(row, passport_validity_months=3)),), 42))
    await owner.tap("✅ Записать")
    assert "изменил кто-то другой: Турция" in page.text
    assert (await store.all())["TR"].regime is Regime.VISA_FREE
    await owner.tap("🔄 Показать заново")
    await owner.tap("✅ Записать")
    row = (await store.all())["TR"]
    assert (row.regime, row.passport_validity_months) == (Regime.EVISA, 3)


async def test_an_undo_and_a_file_are_shown_again_on_what_others_changed(
    owner: Person, house: House, store: DatabaseDestinations
) -> None:
    async def other(**values: object) -> None:
        row = (await store.all())["TR"]
        await store.apply(Edit((difference(row, replace(row, **values)),), 42))  # type: ignore[arg-type]

    rows = await store.all()
    await send_csv(owner, csv_of(replace(rows["TR"], stay_days=10), replace(rows["GE"], stay_days=10)))
    await owner.tap("Пропустить")
    await other(passport_validity_months=3)
    await owner.tap("✅ Записать")
    await owner.tap("🔄 Показать заново")
    await owner.tap("✅ Записать")
    row = (await store.all())["TR"]
    assert (row.stay_days, row.passport_validity_months) == (10, 3)
    await owner.say("/destination")
    assert "🇬🇪 Грузия" in owner.last.text
    assert "из файла" in owner.last.text
    await owner.tap(DestinationCallback(act="undo", iso2="TR"))
    await owner.tap("Пропустить")
    await other(stay_days=99)
    await owner.tap("✅ Записать")
    await owner.tap("🔄 Показать заново")
    assert "менялось то же самое: Срок" in owner.last.text
    await owner.tap(DestinationDraftCallback(act="cancel", draft=await draft_name(house)))
    await send_csv(owner, csv_of(replace((await store.all())["TR"], stay_days=7)))
    await owner.tap("Пропустить")
    await other(stay_days=7)
    await owner.tap("✅ Записать")
    await owner.tap("🔄 Показать заново")
    assert "Менять нечего" in owner.last.text


async def draft_name(house: House) -> str:
    [state] = [row.data for row in await _conversations(house) if "changes" in (row.data or {})]
    return str(state["draft"])


async def test_one_edit_at_a_time(owner: Person, house: House) -> None:
    await owner.start()
    await begin(owner)
    await owner.tap("Срок паспорта")
    await owner.say("6")
    other = await begin(owner, "GE")
    assert "начата другая правка: Турция" in other.text
    await owner.tap("✏️ Продолжить")
    assert "— → 6 месяцев" in owner.last.text
    again = await begin(owner)
    assert "— → 6 месяцев" in again.text, "the same country goes on where it was left"
    await begin(owner, "GE")
    await owner.tap("🗑 Бросить")
    assert "Грузия" in (await begin(owner, "GE")).text


# -- history and undo ------------------------------------------------------------------------------


@LANGUAGES
async def test_an_edit_is_taken_back_and_followers_hear_of_it(
    house: House, owner: Person, erlan: Person, store: DatabaseDestinations, language: Language
) -> None:
    texts, before = await speak(house, owner, language), (await store.all())["TR"]
    await erlan.say("/subscribe Турция")
    await whole(owner, texts)
    await owner.tap(texts.plain("button-destinations-confirm"))
    await house.deliver()
    await owner.tap(texts.plain("button-destinations-history"))
    assert texts("destinations-reason", reason="Указ <№ 5> & приказ") in owner.last.html
    assert texts("destinations-history-sent", count=1) in owner.last.html
    await owner.tap(texts.plain("button-destinations-undo", number="1"))
    await owner.tap(texts.plain("button-destinations-skip"))
    assert texts("destinations-undo-title", version="1") in owner.last.html
    await owner.tap(texts.plain("button-destinations-confirm"))
    assert (await store.all())["TR"] == before
    await house.deliver()
    assert "На самом деле: 🟢 виза не нужна · 90 дней" in erlan.last.text
    assert "не подтвердилось" in erlan.last.text
    [page] = await owner.tap(DestinationCallback(act="history", iso2="TR"))
    assert texts("destinations-history-undone", number="2") in page.html
    [everything] = await owner.tap(DestinationCallback(act="history"))
    assert "🇹🇷" in everything.text


async def test_the_last_edit_is_taken_back_from_the_page(owner: Person, store: DatabaseDestinations) -> None:
    await owner.say("/destination TR")
    await owner.tap("↩️ Отменить последнюю")
    assert "Отменять нечего" in owner.alerts[-1].text
    row = (await store.all())["TR"]
    for days in (10, 20):
        current = (await store.all())["TR"]
        await store.apply(Edit((difference(current, replace(current, stay_days=days)),), 0, reason="file.csv"))
    await owner.tap(DestinationCallback(act="undo", iso2="TR", value="1"))
    assert "менялось то же самое: Срок" in owner.last.text
    [page] = await owner.tap(DestinationCallback(act="history", iso2="TR"))
    assert "командная строка" in page.text
    await owner.tap(DestinationCallback(act="undo", iso2="TR"))
    await owner.say("ошибка")
    assert "Уведомлять не будем" in owner.last.text, "nobody had been told"
    await owner.tap("✅ Записать")
    assert (await store.all())["TR"] == replace(row, stay_days=10)
    await owner.tap(DestinationCallback(act="undo", iso2="TR", value="2"))
    assert "уже отменена" in owner.last.text


async def test_a_long_history_is_paged_and_fits(owner: Person, store: DatabaseDestinations) -> None:
    await owner.start()
    for number in range(14):
        row = (await store.all())["TR"]
        long = dict.fromkeys(("conditions", "notes", "agreement", "source_name"), f"{number} " + "word " * 90)
        await store.apply(Edit((difference(row, replace(row, **long)),), 0, reason="because " * 30))
    [page] = await owner.tap(DestinationCallback(act="history", iso2="TR"))
    seen = set()
    for _ in range(14):
        assert len(page.text) <= TEXT_LIMIT
        seen |= {line.split()[1] for line in page.text.splitlines() if line.startswith("№ ")}
        if page.button("Раньше →") is None:
            break
        await owner.tap("Раньше →")
    assert seen == {str(number) for number in range(1, 15)}
    await owner.tap("⇤ К новым")
    assert "№ 14" in page.text


# -- CSV -------------------------------------------------------------------------------------------


async def send_csv(owner: Person, data: bytes, name: str = "edited.csv") -> list[Shown]:
    await owner.say("/destination")
    await owner.tap("📥 Импорт CSV")
    return await owner.send_document(data, name)


async def test_a_file_is_shown_first_and_written_when_confirmed(
    owner: Person, erlan: Person, house: House, store: DatabaseDestinations
) -> None:
    await erlan.say("/subscribe Турция")
    rows = await store.all()
    new = replace(rows["TR"], regime=Regime.EVISA, as_of=date(2026, 11, 20), confirmed_on=date(2026, 11, 20))
    shown = await send_csv(owner, csv_of(new, rows["GE"]))
    assert "Файл прочитан: 1 из 2 строк меняют данные" in shown[0].text
    await owner.say("список МИД")
    assert "🟢 виза не нужна → 🟣 электронная виза" in owner.last.text
    assert "Получат уведомление: 1" in owner.last.text
    await owner.tap("✅ Записать")
    assert (await store.all())["TR"] == new
    await house.deliver()
    assert "Стало: 🟣 электронная виза" in erlan.last.text
    [version] = await house.app.destinations.history("TR", 5)
    assert (version.origin, version.reason) == ("import", "список МИД")


async def test_what_was_exported_comes_back_without_a_difference(
    owner: Person, house: House, store: DatabaseDestinations
) -> None:
    await owner.say("/destination")
    await owner.tap("📤 Экспорт CSV")
    document = house.telegram.world.files.find(owner.last.raw["document"]["file_id"])
    assert (document.name, document.data.decode()) == ("destinations.csv", await store.export())
    assert "Менять нечего" in (await owner.send_document(document.data, "back.CSV"))[-1].text
    await owner.tap(DestinationCallback(act="export", iso2="TR"))
    one = house.telegram.world.files.find(owner.last.raw["document"]["file_id"])
    assert one.data.decode().count("\n") == 2


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"iso2,regime\nTR,evisa\n", "a.csv", "column iso3 is missing"),
        (b"\n", "a.csv", "column"),
        (b"\xff\xfe\x00", "a.csv", "not UTF-8"),
        (b"PK\x03\x04", "a.xlsx", ".csv"),
        (b"x" * 2_000_000, "a.csv", "больше 1 МБ"),
        ((Path("bot/data/destinations.csv").read_bytes()[:400].split(b"\n")[0] + b"\nTR,\n"), "a.csv", "line 2"),
    ],
    ids=["columns", "empty", "encoding", "kind", "size", "row"],
)
async def test_a_bad_file_is_refused_with_a_reason(
    owner: Person, store: DatabaseDestinations, data: bytes, name: str, why: str
) -> None:
    before = await store.all()
    [answer] = await send_csv(owner, data, name)
    assert why in answer.text
    assert await store.all() == before
    assert (await owner.say("Турция"))[-1].text.startswith("🇹🇷"), "the editor may go on"


async def test_formulas_are_kept_out_on_the_way_in(owner: Person, store: DatabaseDestinations) -> None:
    row = replace((await store.all())["TR"], conditions='=HYPERLINK("https://evil.kz")')
    [answer] = await send_csv(owner, csv_of(row))
    assert "spreadsheets take for a formula" in answer.text


async def test_english_of_a_file_is_translated_before_people_see_it(
    owner: Person, aigul: Person, store: DatabaseDestinations
) -> None:
    row = replace((await store.all())["TR"], conditions="Bring an umbrella", as_of=date(2026, 11, 20))
    await send_csv(owner, csv_of(replace(row, confirmed_on=date(2026, 11, 20))))
    assert "Bring an umbrella" in owner.last.text
    await owner.say("Возьмите зонт")
    await owner.say("Қолшатыр алыңыз")
    await owner.tap("Пропустить")
    await owner.tap("✅ Записать")
    assert "Қолшатыр алыңыз." in (await aigul.say("Түркия"))[-1].text


async def test_too_much_english_is_for_the_table(owner: Person, store: DatabaseDestinations) -> None:
    rows = [replace(one, conditions=f"New {one.iso2}") for one in (await store.all()).values()]
    [answer] = await send_csv(owner, csv_of(*rows))
    assert "198 новых английских формулировок" in answer.text


async def test_a_whole_world_of_changes_fits_and_gives_one_summary(
    owner: Person, erlan: Person, aigul: Person, house: House, store: DatabaseDestinations
) -> None:
    await erlan.say("/subscribe list")
    await erlan.say("/subscribe Афганистан")
    await aigul.say("/subscribe Ауғанстан")
    rows = [replace(one, passport_validity_months=7) for one in (await store.all()).values()]
    shown = await send_csv(owner, csv_of(*rows))
    assert "… и ещё" in shown[0].text
    await owner.tap("Пропустить")
    assert all(len(one.text) <= TEXT_LIMIT for one in owner.messages)
    assert "источник и дата прежние" in owner.last.text
    assert "Получат уведомление: 2" in owner.last.text
    before = len(erlan.messages)
    await owner.tap("✅ Записать")
    await house.deliver(20)
    assert len(erlan.messages) == before + 1
    assert erlan.last.text.startswith("🌍 Правила въезда изменились: 198 стран")
    assert aigul.last.text.startswith("🇦🇫")
    await erlan.tap("🔕 Не следить за списком")
    assert "🔔 Следить за списком" in [label for row in erlan.last.labels for label in row]


async def test_a_file_waits_for_the_open_edit(owner: Person, store: DatabaseDestinations) -> None:
    await owner.start()
    await begin(owner)
    [answer] = await send_csv(owner, csv_of(replace((await store.all())["GE"], stay_days=1)))
    assert "начата другая правка" in answer.text


# -- rights and nonsense ---------------------------------------------------------------------------


async def test_a_stranger_gets_nothing_of_it(erlan: Person, house: House, store: DatabaseDestinations) -> None:
    await erlan.start()
    before = await store.all()
    assert "Такой команды нет" in (await erlan.say("/destination TR"))[-1].text
    for act in ("home", "open", "edit", "history", "undo", "today", "export", "import", "concerned"):
        count = len(erlan.messages)
        await erlan.tap(DestinationCallback(act=act, iso2="TR"))
        assert erlan.alerts[-1].text == "Это действие доступно только редакторам."
        assert len(erlan.messages) == count
    for act in ("confirm", "set", "field", "cancel"):
        await erlan.tap(DestinationDraftCallback(act=act, draft="x"))
        assert erlan.alerts[-1].text == "Это действие доступно только редакторам."
    assert await store.all() == before


async def test_an_editor_may_edit(owner: Person, erlan: Person, house: House, store: DatabaseDestinations) -> None:
    await erlan.start()
    await house.app.editors.add(erlan.id, OWNER)
    await whole(erlan, house.app.translator[Language.RU])
    await erlan.tap("✅ Записать")
    assert (await store.all())["TR"].regime is Regime.EVISA
    [version] = await house.app.destinations.history("TR", 5)
    assert version.by == erlan.id


FORGED = (
    *(DestinationCallback(act=act, iso2=iso2, value=value).pack()
      for act in ("open", "edit", "history", "undo", "today", "concerned", "what")
      for iso2, value in (("ZZ", ""), ("", "x"), ("TR", "-1"), ("🏳", "99999999999999999999"))),
    "ds1:open", "dd1:set", "dd1:set:x:y:z", "ds1::::",
)  # fmt: skip


@pytest.mark.parametrize("data", FORGED)
async def test_forged_buttons_are_answered_and_break_nothing(
    owner: Person, store: DatabaseDestinations, data: str
) -> None:
    await owner.start()
    before = await store.all()
    await owner.press(data)
    assert owner.unanswered_taps == 0
    changed = {iso2 for iso2, row in (await store.all()).items() if row != before[iso2]}
    assert changed <= ({"TR"} if ":today:TR" in data else set())


@pytest.mark.parametrize("asking", ["", "regime", "as_of", "conditions", "source_name", "reason"])
async def test_forged_answers_change_nothing(owner: Person, house: House, asking: str) -> None:
    await owner.start()
    panel = await begin(owner)
    name = await draft_name(house)
    if asking and asking != "reason":
        await owner.press(DestinationDraftCallback(act="field", draft=name, value=asking).pack(), panel)
    for act, value in (
        ("set", "no-such"), ("phrase", "ffffffffffff"), ("new", ""), ("keep", "as_of"), ("keep", "regime"), ("go", ""),
        ("confirm", ""), ("skip", ""), ("field", "iso2"), ("field", ""), ("nonsense", ""),
    ):  # fmt: skip
        await owner.press(DestinationDraftCallback(act=act, draft=name, value=value).pack(), panel)
    assert owner.unanswered_taps == 0
    assert await house.app.destinations.history(None, 5) == ()
    [state] = [row.data for row in await _conversations(house) if "changes" in (row.data or {})]
    assert state["changes"][0][0] == state["changes"][0][1]


async def _conversations(house: House) -> list[Any]:
    import sqlalchemy as sa

    from bot.db.schema import conversation

    async with house.app.db.read() as c:
        return list((await c.execute(sa.select(conversation))).all())


async def test_a_button_of_a_thrown_away_draft_says_so(owner: Person, house: House) -> None:
    page = await whole(owner, await speak(house, owner, Language.RU))
    await owner.tap("✖️ Отмена", page)
    await owner.press(DestinationDraftCallback(act="confirm", draft="gone").pack(), page)
    assert "черновик уже закрыт" in owner.alerts[-1].text


async def test_commands_are_never_taken_for_answers(owner: Person) -> None:
    await owner.start()
    await begin(owner)
    await owner.tap("Условия")
    assert "Переговоры" in (await owner.say("/eu"))[-1].text or "🇪🇺" in owner.last.text
    assert "Такой формулировки ещё нет" in (await owner.say("Нужен зонт"))[-1].text
