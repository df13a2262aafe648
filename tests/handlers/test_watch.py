"""The watch on the desk: drafts are shown, decided on and published; feeds are added, tested, muted, removed."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from bot import clock
from bot.db.news_intake import DatabaseIntake
from bot.domain.look import Fold, Report
from bot.domain.talks import Stage
from bot.domain.watch import FeedKind, Item, Judgement, Look, NewFeed, NewsDraft, NewsState, Outcome, Subject
from bot.playground import Person, Shown
from bot.telegram.desk_callbacks import FeedCallback, NewsCallback
from bot.telegram.watch_notices import WatchNotices
from tests.handlers.conftest import OWNER, House

TALKS = Judgement(Subject.TALKS, Stage.ROUND)
STATEMENT = Judgement(Subject.TALKS)
JORDAN = Judgement(Subject.REGIME, places=("JO", "OM"))


class Probe:
    """Gives what a test says."""

    def __init__(self) -> None:
        self.look = Look(Outcome.READ, (Item("1", "https://a.kz/1", "Нацбанк сохранил ставку"),), kind=FeedKind.RSS)

    async def __call__(self, url: str, kind: FeedKind | None = None) -> Look:
        return self.look


@pytest.fixture
def probe(house: House) -> Probe:
    one = Probe()
    object.__setattr__(house.app.feed_desk, "probe", one)
    return one


@pytest.fixture
async def editor(house: House, aigul: Person) -> Person:
    """Айгүл, made an editor."""
    await aigul.start()
    await house.app.editors.add(aigul.id, OWNER)
    return aigul


def notices(house: House) -> WatchNotices:
    found = house.town._dispatcher["watch_notices"]  # type: ignore[index]
    assert isinstance(found, WatchNotices)
    return found


def report(number: int, judgement: Judgement = TALKS, **values: Any) -> Report:
    given: dict[str, Any] = {
        "title": f"Казахстан и ЕС провели третий раунд {number}",
        "summary": "Брюссель, 20 ноября.",
        "published": clock.now() - timedelta(days=2),
        "language": "ru",
    }
    return Report(Item(f"k{number}", f"https://news.kz/{number}?a=1&b=2", **(given | values)), judgement)


async def bring(house: House, *reports: Report, draft_id: int | None = None) -> NewsDraft:
    """Let a feed bring reports of one event; return the draft."""
    feeds = house.app.feed_desk.store
    feed = next(iter(await feeds.all()), None) or await feeds.add(
        NewFeed("https://f.kz/rss", "Лента <1>", FeedKind.RSS), 0
    )
    assert feed is not None

    def fold(_: Sequence[NewsDraft], found: Sequence[Report]) -> list[Fold]:
        return [Fold(tuple(found), draft_id)]

    keys = [one.item.key for one in reports]
    brought = await DatabaseIntake(house.app.db).take(feed.id, keys, reports, fold, clock.now())
    found = await house.app.news_desk.store.find(draft_id or brought.new[0])
    assert found is not None
    return found


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


async def test_a_round_is_published_out_of_a_draft(house: House, owner: Person, erlan: Person, editor: Person) -> None:
    await owner.start()
    await erlan.say("/subscribe eu")
    first = report(1)
    kazakh = report(2, title="Үшінші раунд Брюссельде өтті", language="kk")
    draft = await bring(house, first, kazakh)
    await notices(house).drafts([draft])
    await owner.tap("📣 Опубликовать как…")
    await owner.tap("⭐ Раунды переговоров")
    assert "подробн" in owner.last.text.lower(), "stage, date, titles and source are known"
    await owner.tap("Пропустить")
    await owner.tap("Пропустить")
    preview = owner.last
    assert "третий раунд" in "\n".join(shown.text for shown in owner.messages[-3:])
    await owner.tap("✅ Опубликовать", preview)
    await house.deliver()
    assert "Казахстан и ЕС провели третий раунд 1" in erlan.last.text
    found = await house.app.news_desk.store.find(draft.id)
    assert found is not None
    assert found.state is NewsState.PUBLISHED
    event = house.app.talks.timeline()[0]
    assert found.event_id == event.id
    assert event.titles["kk"] == "Үшінші раунд Брюссельде өтті"  # type: ignore[index]
    assert event.source_urls == ("https://news.kz/1?a=1&b=2", "https://news.kz/2?a=1&b=2")
    assert any("Жарияланды" in shown.text for shown in editor.messages), "the colleague's message is redrawn"


async def test_a_statement_moves_nothing(house: House, owner: Person) -> None:
    await owner.start()
    draft = await bring(house, report(1, STATEMENT))
    await owner.press(NewsCallback(act="as", id=draft.id).pack())
    first = owner.last.labels[0][0]
    assert "⭐" not in first
    await owner.tap(first)
    await owner.say("Тақырып")
    await owner.tap("Пропустить")
    await owner.tap("Пропустить")
    await owner.tap("✅ Опубликовать")
    assert not house.app.talks.timeline()[0].moves


async def test_a_draft_without_link_and_date_asks_for_what_is_missing(house: House, owner: Person) -> None:
    await owner.start()
    item = Item("k", "", "Заголовок", language="ru")
    draft = await bring(house, Report(item, TALKS))
    await owner.press(NewsCallback(act="stage", id=draft.id, value="round").pack())
    await owner.say("Тақырып")
    await owner.tap("Пропустить")
    await owner.tap("Пропустить")
    assert "ссылк" in owner.last.text.lower()


@pytest.mark.parametrize(("label", "state"), [("✖️ Не по теме", "dismissed"), ("🕓 Позже", "later")])
async def test_a_draft_is_put_off_or_found_irrelevant(house: House, owner: Person, label: str, state: str) -> None:
    await owner.start()
    draft = await bring(house, report(1))
    await notices(house).drafts([draft])
    shown = owner.last
    await owner.tap(label)
    found = await house.app.news_desk.store.find(draft.id)
    assert found is not None
    assert found.state == state
    assert found.decided_by == owner.id
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
    assert editor.alerts[-1].text == "Бұл жаңалық бойынша шешім қабылданып қойған"
    found = await house.app.news_desk.store.find(draft.id)
    assert found is not None
    assert found.state is NewsState.DISMISSED


async def test_a_regime_opens_its_countries(house: House, editor: Person) -> None:
    draft = await bring(house, report(1, JORDAN, title="Иордания <отменила> визы"))
    await editor.press(NewsCallback(act="show", id=draft.id).pack())
    page: Shown = editor.last
    assert "🇯🇴 Иордания" in page.text
    assert page.button("✏️ 🇴🇲 Оман")
    await editor.tap("✅ Енгізілді")
    found = await house.app.news_desk.store.find(draft.id)
    assert found is not None
    assert found.state is NewsState.PUBLISHED


async def test_the_list_is_paged_and_tells_precision(house: House, owner: Person) -> None:
    await owner.start()
    for number in range(10):
        await bring(house, report(number))
    for number, act in ((1, "no"), (2, "done"), (3, "done"), (4, "done")):
        await owner.press(NewsCallback(act=act, id=number).pack())
    [page] = await owner.say("/watch")
    assert "Новости на разбор: 6" in page.text
    assert "По делу оказалось 75 % из 4 разобранных новостей." in page.text
    assert "По делу оказалось 75 %" in (await owner.say("/stats"))[0].text


async def test_a_page_of_fifty_long_sources_fits_into_a_message(house: House, owner: Person) -> None:
    await owner.start()
    reports = [report(number, title="Ж<&>" * 70, summary="с" * 1500) for number in range(50)]
    await notices(house).drafts([await bring(house, *reports)])
    assert "и ещё 40 источников" in owner.last.text
    assert len(owner.last.text) <= 4096


async def test_a_feed_is_added_tested_muted_and_removed(house: House, owner: Person, probe: Probe) -> None:
    await owner.start()
    await owner.press(FeedCallback(act="list").pack())
    await owner.say("/watch")
    await owner.tap("📰 Ленты")
    await owner.tap("➕ Добавить ленту")
    assert "Это не адрес" in (await owner.say("просто текст"))[0].text
    for outcome in Outcome:
        if not outcome.is_good:
            probe.look = Look(outcome)
            [answer] = await owner.say("https://news.example.kz/rss")
            assert "Пришлите адрес ленты" in answer.text, outcome
    probe.look = Look(
        Outcome.READ, (Item("1", "https://a.kz/1", "Казахстан и ЕС начали переговоры по визам"),), kind=FeedKind.RSS
    )
    [answer] = await owner.say("https://news.example.kz/rss")
    assert "✅ Лента добавлена. Сейчас в ней 1 запись." in answer.text
    assert "⏳ news.example.kz" in answer.text
    await owner.tap("🔎 Проверить сейчас")
    assert "Записей: 1. По нашей теме: 1." in owner.last.text
    await owner.tap("← Назад")
    await owner.tap("🔇 Отключить")
    assert "⚪" in owner.last.text
    await owner.tap("🔊 Включить")
    await owner.tap("🗑 Удалить")
    await owner.tap("Да, удалить")
    assert all(one.url != "https://news.example.kz/rss" for one in await house.app.feed_desk.store.all())
    actions = [one.action for one in await house.app.audit.newest(10)]
    assert actions == ["feed.remove", "feed.unmute", "feed.mute", "feed.add"]


async def test_an_address_is_watched_once(house: House, owner: Person, probe: Probe) -> None:
    await owner.start()
    for _ in range(2):
        await owner.press(FeedCallback(act="add").pack())
        await owner.say("https://news.example.kz/rss")
    assert "Эту ленту я уже смотрю." in owner.last.text


async def test_a_failing_and_a_recovered_feed_are_told(house: House, owner: Person, editor: Person) -> None:
    await owner.start()
    await bring(house, report(1))
    [feed] = await house.app.feed_desk.store.all()
    await notices(house).failing(feed)
    assert "🔴 Лента «Лента <1>» не работает" in owner.last.text
    assert "таспасы жұмыс істемейді" in editor.last.text
    await notices(house).recovered(feed)
    assert "снова работает" in owner.last.text
    await owner.tap("📰 Открыть ленту")
    assert "https://f.kz/rss" in owner.last.text


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
