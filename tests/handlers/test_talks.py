"""/eu and what lies behind its buttons, through the whole bot."""

from bot.domain.user import Role
from bot.playground import Person, Town
from bot.telegram.callbacks import EventCallback, TalksCallback, TalksTopicCallback
from tests.handlers.conftest import House


async def test_the_status_names_the_second_round_and_its_date(erlan: Person) -> None:
    [status] = await erlan.say("/eu")
    assert "стадия 5 из 13" in status.text.splitlines()[0]
    assert "2 раунда" in status.text
    assert "3 марта 2026: Второй раунд в Астане" in status.text
    assert "Новых сообщений о переговорах нет с 3 марта 2026" in status.text
    assert "astanatimes.com/2026/03" in status.html
    assert "это не безвиз" in status.text


async def test_the_status_is_told_in_kazakh(aigul: Person) -> None:
    [status] = await aigul.say("/мәртебе")
    assert "13 кезеңнің 5-кезеңі" in status.text.splitlines()[0]
    assert "2026 жылғы 3 наурыз: Астанадағы екінші раунд" in status.text
    assert "визасыз режим емес" in status.text


async def test_the_stepper_shows_what_is_near_and_folds_the_rest(erlan: Person) -> None:
    [status] = await erlan.say("/статус")
    assert "✓ 4. Официальное начало переговоров · 01.12.2025" in status.text
    assert "● <b>5. Раунды переговоров · 02.12.2025</b>" in status.html
    folded = status.html.partition("<blockquote expandable>")[2]
    assert folded.startswith("○ 7. Парафирование")
    assert "○ 13. Вступление в силу</blockquote>" in folded


async def test_following_from_the_status_turns_the_button_round(erlan: Person, house: House) -> None:
    await erlan.say("/eu")
    await erlan.tap("🔔 Следить")
    assert erlan.alerts[-1].text == "Слежу: переговоры с ЕС"
    assert erlan.last.button("🔕 Не следить")
    [status] = await erlan.say("/eu")
    assert status.button("🔕 Не следить")


async def test_the_timeline_is_paged_in_place_both_ways_round(erlan: Person) -> None:
    [page] = await erlan.say("/timeline")
    assert page.button("1 / 7")
    assert "03.03.2026 · Второй раунд в Астане" in page.text
    await erlan.tap("◀️")
    assert erlan.last.id == page.id
    assert erlan.last.button("7 / 7")
    await erlan.tap("▶️")
    assert erlan.last.button("1 / 7")


async def test_events_of_the_timeline_open_with_details_and_source(erlan: Person, house: House) -> None:
    await erlan.say("/timeline")
    for event in house.app.talks.timeline()[:15]:
        [page] = await erlan.press(EventCallback(id=event.id).pack())
        assert f'<a href="{event.source_urls[0]}' in page.html.replace("&amp;", "&")
        assert len(page.text) > 60


async def test_an_event_leads_back_to_its_page_of_the_timeline(erlan: Person, house: House) -> None:
    await erlan.say("/timeline")
    oldest = house.app.talks.timeline()[-1]
    await erlan.press(EventCallback(id=oldest.id).pack())
    await erlan.tap("📜 Хроника")
    assert erlan.last.button("7 / 7")


async def test_the_topics_of_the_ministry_come_first(erlan: Person) -> None:
    [page] = await erlan.say("/темы")
    listed = [line for line in page.text.splitlines() if line.startswith("•")]
    assert listed[:4] == [
        "• Срок рассмотрения заявления",
        "• Пакет документов",
        "• Срок действия визы",
        "• Многократные визы для часто путешествующих",
    ]
    [topic] = await erlan.tap("Визовый сбор")
    assert "90 евро" in topic.text
    assert "35 евро" in topic.text


async def test_peers_show_the_range_and_kazakhstan_so_far(erlan: Person) -> None:
    await erlan.say("/eu")
    [peers] = await erlan.tap("⏳ Сколько у других")
    assert "от 22 до 77 месяцев" in peers.text
    assert "70 → 234 → 60 → 380" in peers.text
    assert "Казахстан: 250 → " in peers.text


async def test_the_stages_are_explained(aigul: Person) -> None:
    await aigul.say("/eu")
    [stages] = await aigul.tap("🪜 Барлық кезең")
    assert stages.text.count("Кім: ") == 13


async def test_buttons_of_what_is_gone_say_so(erlan: Person) -> None:
    await erlan.say("/eu")
    [gone] = await erlan.press(EventCallback(id=99_999).pack())
    assert gone.text == "Этого события больше нет в хронике."
    for data in (TalksCallback(page="nowhere"), TalksTopicCallback(id="nothing")):
        await erlan.press(data.pack())
        assert "из старого сообщения" in erlan.alerts[-1].text


async def test_in_a_group_nobody_sees_the_desk(town: Town, owner: Person, house: House) -> None:
    event = house.app.talks.timeline()[0]
    await owner.say("/eu")
    [private] = await owner.press(EventCallback(id=event.id).pack())
    assert private.button("✏️ Исправить")
    met = await house.app.users.get(owner.id)
    assert met is not None
    assert met.role is Role.OWNER
    group = town.group("Семья", owner)
    await group.say(owner, "/eu")
    await group.tap(owner, "🔎 Подробнее")
    assert not group.last.button("✏️ Исправить")
