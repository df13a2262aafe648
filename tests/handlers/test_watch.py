"""The watch on the desk: drafts are decided on once, put off, listed; by admins alone."""

import asyncio
from dataclasses import replace

import pytest

from bot.domain.watch import NewsState
from bot.playground import Person, Shown
from bot.telegram.desk_callbacks import NewsCallback
from tests.handlers.conftest import OWNER, House
from tests.handlers.watching import JORDAN, bring, found, notices, report


@pytest.mark.parametrize(("label", "state"), [("✖️ Не по теме", "dismissed"), ("🕓 Позже", "later")])
async def test_a_draft_is_put_off_or_found_irrelevant(house: House, owner: Person, label: str, state: str) -> None:
    await owner.start()
    draft = await bring(house, report(1))
    await notices(house).drafts([draft])
    shown = owner.last
    await owner.tap(label)
    now = await found(house, draft.id)
    assert now.state == state
    assert now.decided_by == owner.id
    assert ("Не по теме" if state == "dismissed" else "Отложено") in shown.text
    entries = await house.app.audit.newest(1)
    assert entries[0].action == ("news.dismiss" if state == "dismissed" else "news.later")


async def test_of_two_editors_the_second_is_told(house: House, owner: Person, editor: Person) -> None:
    await owner.start()
    draft = await bring(house, report(1))
    await notices(house).drafts([draft])
    await owner.tap("✖️ Не по теме")
    assert "✖️ Тақырыпқа қатысы жоқ" in editor.last.text
    await editor.press(NewsCallback(act="done", id=draft.id).pack())
    assert editor.alerts[-1].text == "Тақырыпқа қатысы жоқ деп белгіленіп қойған"
    now = await found(house, draft.id)
    assert now.state is NewsState.DISMISSED


async def test_a_regime_opens_its_countries(house: House, editor: Person) -> None:
    draft = await bring(house, report(1, JORDAN, title="Иордания <отменила> визы"))
    await editor.press(NewsCallback(act="show", id=draft.id).pack())
    page: Shown = editor.last
    assert "🇯🇴 Иордания" in page.text
    assert page.button("✏️ 🇴🇲 Оман")
    await editor.tap("✅ Енгізілді")
    now = await found(house, draft.id)
    assert now.state is NewsState.PUBLISHED


async def test_the_list_is_paged_and_tells_precision(house: House, owner: Person) -> None:
    await owner.start()
    for number in range(10):
        await bring(house, report(number))
    for number, act in ((1, "no"), (2, "done"), (3, "done"), (4, "done")):
        await owner.press(NewsCallback(act=act, id=number).pack())
    [page] = await owner.say("/watch")
    assert "Новости на разбор: 6" in page.text
    assert "По делу: 3 из 4 разобранных новостей (75 %)." in page.text
    stats = (await owner.say("/stats"))[0].text
    assert "Новости на разбор: 6\nЛенты: 🟢 0 · 🔴 0 · ⏳ 1 · ⚪ 0\nПо делу: 3 из 4" in stats


@pytest.mark.parametrize(
    "data", ["n1:show:999::0", "n1:stage:1:nonsense:0", "n1:list:0::-5", "n1:list:0::99999", "fd1:show:999:0",
             "fd1:test:999:0", "fd1:list:0:-1", "fd1:remove-yes:999:0", "n1:as:99999999999999999999::0",
             "fd1:mute:999:0"]
)  # fmt: skip
async def test_any_button_is_answered(
    house: House, owner: Person, data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    await owner.start()
    await owner.press(data)
    assert owner.alerts or owner.last.text
    assert "update failed" not in capsys.readouterr().out


async def test_a_former_editor_hears_nothing_more_and_may_do_nothing(
    house: House, owner: Person, editor: Person
) -> None:
    await owner.start()
    draft = await bring(house, report(1))
    await notices(house).drafts([draft])
    shown, before = editor.last, editor.last.text
    await house.app.editors.remove(editor.id, OWNER)
    await editor.press(NewsCallback(act="no", id=draft.id).pack(), shown)
    assert (await found(house, draft.id)).state is NewsState.NEW
    await owner.tap("✖️ Не по теме")
    assert shown.text == before


@pytest.mark.parametrize("act", ["list", "show", "no", "later", "done", "as", "stage"])
async def test_a_stranger_may_do_nothing(house: House, erlan: Person, act: str) -> None:
    await erlan.start()
    draft = await bring(house, report(1))
    before = erlan.last.text
    await erlan.press(NewsCallback(act=act, id=draft.id, value="round").pack())
    assert (erlan.last.text, (await found(house, draft.id)).state) == (before, NewsState.NEW)
    assert (await house.app.audit.newest(1))[0].action == "refused.rights"
    assert "третий раунд" not in (await erlan.say("/watch"))[-1].text


async def test_a_double_tap_decides_once(house: House, owner: Person) -> None:
    await owner.start()
    draft = await bring(house, report(1))
    await notices(house).drafts([draft])
    page, data = owner.last, NewsCallback(act="no", id=draft.id).pack()
    await asyncio.gather(*(owner.press(data, page) for _ in range(4)))
    assert sorted({alert.text for alert in owner.alerts}) == ["Отмечено: не по теме", "Уже отмечено: не по теме"]
    assert sum(one.action == "news.dismiss" for one in await house.app.audit.newest(20)) == 1


async def test_what_was_put_off_is_marked_and_still_decided_on(house: House, owner: Person) -> None:
    await owner.start()
    draft = await bring(house, report(1))
    await notices(house).drafts([draft])
    page = owner.last
    await owner.tap("🕓 Позже", page)
    assert not page.button("🕓 Позже")
    await owner.press(NewsCallback(act="later", id=draft.id).pack(), page)
    assert owner.alerts[-1].text == "Новость уже отложена"
    assert "1. 🕓 Переговоры с ЕС" in (await owner.say("/watch"))[0].text
    await owner.tap("✅ Уже в хронике", page)
    assert "✅ Учтено" in page.text
    assert not any(label.startswith(("✅", "✖️", "📣")) for row in page.labels for label in row)


async def test_a_list_turns_its_pages_and_counts_on_the_menu(house: House, owner: Person) -> None:
    await owner.start()
    [menu] = await owner.say("/admin")
    assert menu.button("📡 Новости")
    for number in range(10):
        await bring(house, report(number))
    await owner.tap("🛠 Пульт", (await owner.say("/watch"))[0])
    await owner.tap("📡 Новости · 10")
    assert owner.last.button("▶️")
    assert not owner.last.button("◀️")
    await owner.tap("▶️")
    assert "\n9. " in owner.last.text
    await owner.tap("10")
    assert "третий раунд 0" in owner.last.text
    await owner.press(NewsCallback(act="list", page=9999).pack())
    assert "\n9. " in owner.last.text


async def test_the_list_of_the_longest_drafts_fits_into_a_message(house: House, owner: Person) -> None:
    await owner.start()
    wide = replace(JORDAN, places=("AG", "BA", "CF", "DO", "GQ", "KN", "PG", "VC", "TT", "ST"))
    for number in range(8):
        await bring(house, report(number, wide, title="Ж<&>" * 70))
    [page] = await owner.say("/watch")
    assert len(page.text) <= 4096
    await owner.tap("1")
    assert len(owner.last.text) <= 4096


async def test_the_log_says_in_words_what_was_decided(house: House, owner: Person, editor: Person) -> None:
    draft = await bring(house, report(1))
    await editor.press(NewsCallback(act="no", id=draft.id).pack())
    await owner.start()
    [log] = await owner.say("/audit")
    assert "новость отклонена" in log.text
    assert "news." not in log.text


async def test_the_message_that_tells_of_a_draft_stays_where_it_is(house: House, owner: Person, editor: Person) -> None:
    await owner.start()
    draft = await bring(house, report(1, JORDAN))
    await notices(house).drafts([draft])
    notice, before = editor.last, editor.last.text
    await editor.tap("✏️ 🇯🇴 Иордания", notice)
    country = editor.last
    await editor.tap("📡 Барлық жаңалық", notice)
    listed = editor.last
    assert notice.text == before
    assert country.text != listed.text
    assert "Қаралатын жаңалықтар: 1" in listed.text
    kept = country.text
    await owner.tap("✖️ Не по теме")
    assert "✖️ Тақырыпқа қатысы жоқ" in notice.text
    assert country.text == kept


async def test_from_the_list_a_draft_opens_and_goes_back_in_place(house: House, owner: Person) -> None:
    await owner.start()
    await bring(house, report(1))
    [page] = await owner.say("/watch")
    await owner.tap("1", page)
    assert "третий раунд 1" in page.text
    await owner.tap("📡 Все новости", page)
    assert "Новости на разбор: 1" in page.text
    assert owner.last.id == page.id
