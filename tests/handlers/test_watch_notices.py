"""What the watch found is told to every admin: once, in their language, drawn anew, whatever stands in it."""

import pytest

from bot.domain.watch import Judgement, NewsState
from bot.playground import Person
from bot.playground.faults import Fault
from tests.handlers.conftest import OWNER, House
from tests.handlers.watching import JORDAN, STATEMENT, TALKS, bring, found, notices, report


async def test_a_draft_is_one_message_to_every_admin_in_their_language(
    house: House, owner: Person, editor: Person, erlan: Person
) -> None:
    await owner.start()
    await erlan.start()
    draft = await bring(house, report(1), report(2, title="Двойник <b>"))
    before = len(erlan.messages)
    await notices(house).drafts([draft])
    assert "похоже на стадию «Раунды переговоров»" in owner.last.text
    assert "Казахстан и ЕС провели третий раунд 1" in owner.last.text
    assert "Двойник <b>" in owner.last.text
    assert "https://news.kz/1?a=1&amp;b=2" in owner.last.html
    assert owner.last.button("📣 Опубликовать как…")
    assert "кезеңі болуы мүмкін" in editor.last.text
    assert not editor.last.button("📣 Жариялау…"), "publishing is the owners'"
    assert len(erlan.messages) == before


async def test_a_further_source_redraws_the_message(house: House, owner: Person) -> None:
    await owner.start()
    draft = await bring(house, report(1))
    await notices(house).drafts([draft])
    count = len(owner.messages)
    await notices(house).extended(await bring(house, report(2, title="Другое издание"), draft_id=draft.id))
    assert len(owner.messages) == count
    assert "Другое издание" in owner.last.text


async def test_many_at_once_are_no_flood(house: House, owner: Person) -> None:
    await owner.start()
    drafts = [await bring(house, report(number)) for number in range(14)]
    before = len(owner.messages)
    await notices(house).drafts(drafts)
    assert len(owner.messages) == before + 11
    assert "И ещё 4 новости на разбор" in owner.last.text
    assert "третий раунд 13" in owner.last.text
    assert "https://news.kz/13?a=1&amp;b=2" in owner.last.html
    [page] = await owner.tap("📡 Все новости")
    assert "Новости на разбор: 14" in page.text
    assert "📡 Ж" not in page.text


async def test_a_page_of_fifty_long_sources_fits_into_a_message(house: House, owner: Person) -> None:
    await owner.start()
    reports = [report(number, title="Ж<&>" * 70, summary="с" * 1500) for number in range(50)]
    await notices(house).drafts([await bring(house, *reports)])
    assert "и ещё 40 источников" in owner.last.text
    assert len(owner.last.text) <= 4096


async def test_an_editor_is_told_that_owners_publish(house: House, owner: Person, editor: Person) -> None:
    await owner.start()
    await notices(house).drafts([await bring(house, report(1))])
    assert "Мұны бот иесі жариялайды" in editor.last.text
    assert "Публикует владелец" not in owner.last.text


async def test_every_source_stands_with_outlet_day_link_and_its_own_title(house: House, owner: Person) -> None:
    await owner.start()
    same, other = report(2, title="Казахстан и ЕС провели третий раунд 1"), report(3, title="Другими словами")
    await notices(house).drafts([await bring(house, report(1), same, other)])
    lines = [line for line in owner.last.text.splitlines() if line.startswith("• ")]
    assert len(lines) == 3
    assert all(line.startswith("• Лента <1>, ") for line in lines)
    assert [line.partition(" — ")[2] for line in lines] == ["", "", "Другими словами"]
    assert owner.last.html.count("https://news.kz/") == 3


async def test_the_first_reports_open_from_buttons(house: House, owner: Person) -> None:
    await owner.start()
    draft = await bring(house, report(1), report(2), report(3), report(4))
    await notices(house).drafts([draft])
    assert sum("🔗" in label for row in owner.last.labels for label in row) == 3
    await owner.tap("🔗 Лента <1>")
    assert owner.opened[-1].startswith("https://news.kz/")


@pytest.mark.parametrize("address", ["", "https://localhost/x", "http://a..b/", "https://[::1", "https://news.kz:x/1"])
async def test_an_address_that_telegram_refuses_costs_no_message(house: House, owner: Person, address: str) -> None:
    await owner.start()
    await notices(house).drafts([await bring(house, report(1, link=address))])
    assert "провели третий раунд 1" in owner.last.text
    assert not any("🔗" in label for row in owner.last.labels for label in row)


@pytest.mark.parametrize(
    "title",
    [
        "<b>жирно</b> & </a>",
        "\u202eнаоборот\u202c",
        "\u2067عنوان بالعربية",
        "Қазақ 🇰🇿‍ 👨‍👩‍👧",
        "a" * 300,
        "{ $x } { -y }",
    ],
)
async def test_odd_titles_are_shown_as_they_are(house: House, owner: Person, title: str) -> None:
    await owner.start()
    draft = await bring(house, report(1, title=title, summary=title), report(2, title=title + "!"))
    await notices(house).drafts([draft])
    [page] = await owner.say("/watch")
    shown = title.translate(dict.fromkeys([0x202E, 0x202C, 0x2067]))
    for text in (page.text, owner.messages[-2].text):
        assert shown[:100] in text
        assert "\u202e" not in text


async def test_a_deleted_message_is_passed_over(house: House, owner: Person, editor: Person) -> None:
    await owner.start()
    draft = await bring(house, report(1))
    await notices(house).drafts([draft])
    gone = editor.last
    await house.bot.delete_message(editor.id, gone.id)
    await owner.tap("🕓 Позже")
    assert "🕓 Отложено" in owner.last.text
    assert (await found(house, draft.id)).state is NewsState.LATER


async def test_an_admin_who_is_not_reached_keeps_no_other_from_being_told(
    house: House, owner: Person, editor: Person
) -> None:
    await owner.start()
    await owner.block_bot()
    draft = await bring(house, report(1))
    await notices(house).drafts([draft])
    assert "келіссөз" in editor.last.text
    assert [chat for chat, _ in await house.app.news_desk.store.notices(draft.id)] == [editor.id]


async def test_a_decision_while_others_are_still_told_reaches_all(
    house: House, owner: Person, editor: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    await owner.start()
    draft = await bring(house, report(1))
    tell = type(notices(house).notices).tell

    async def slow(*args: object, **values: object) -> object:
        told = await tell(*args, **values)  # type: ignore[arg-type]
        await house.app.news_desk.dismiss(draft.id, OWNER)
        return told

    monkeypatch.setattr(type(notices(house).notices), "tell", slow)
    await notices(house).drafts([draft])
    assert "✖️ Не по теме" in owner.last.text
    assert "✖️ Тақырыпқа қатысы жоқ" in editor.last.text


async def test_a_failing_telegram_costs_one_message_alone(house: House, owner: Person, editor: Person) -> None:
    await owner.start()
    house.telegram.faults.add(Fault(400, method="sendMessage", chat_id=OWNER))
    draft = await bring(house, report(1))
    await notices(house).drafts([draft])
    assert "келіссөз" in editor.last.text


@pytest.mark.parametrize("judgement", [TALKS, STATEMENT, JORDAN])
async def test_a_draft_is_told_in_both_languages(
    house: House, owner: Person, editor: Person, judgement: Judgement
) -> None:
    await owner.start()
    await notices(house).drafts([await bring(house, report(1, judgement))])
    assert owner.last.text.splitlines()[0] != editor.last.text.splitlines()[0]
