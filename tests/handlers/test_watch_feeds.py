"""Feeds on the desk: added after a look, tested, muted, removed; told when they fail and when they work again."""

from datetime import UTC, datetime

import pytest

from bot import clock
from bot.db.feed_looks import DatabaseLooks
from bot.domain.look import Looked
from bot.domain.watch import Feed, FeedKind, Item, Look, NewFeed, Outcome
from bot.playground import Person
from bot.telegram.desk_callbacks import FeedCallback
from tests.handlers.conftest import OWNER, House
from tests.handlers.watching import bring, notices, report


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


MOMENT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


async def watched(house: House, name: str = "Новости", url: str = "https://one.kz/rss") -> Feed:
    feed = await house.app.feed_desk.store.add(NewFeed(url, name, FeedKind.RSS, "ru"), OWNER)
    assert feed is not None
    return feed


async def looked(house: House, feed: Feed, outcome: Outcome, detail: str = "", times: int = 1) -> Feed:
    looks = DatabaseLooks(house.app.db)
    for _ in range(times):
        now = await looks.settle(Looked(feed.id, MOMENT, outcome, clock.now(), detail=detail))
        assert now is not None
    return now


@pytest.mark.parametrize(
    ("outcome", "detail", "russian", "kazakh"),
    [
        (Outcome.REFUSED, "500", "Сервер ответил ошибкой: HTTP 500.", "Сервер қате қайтарды: HTTP 500."),
        (Outcome.REFUSED, "", "Сервер ответил ошибкой.", "Сервер қате қайтарды."),
        (Outcome.NO_FEED, "it is no JSON", "открывается не лента", "таспа емес"),
        (Outcome.TOO_LARGE, "", "больше 5 МБ", "5 МБ-тан үлкен"),
        (Outcome.TOO_SLOW, "20 s", "молчит слишком долго", "тым ұзақ жауап бермеді"),
        (Outcome.UNREACHABLE, "ClientConnectorError", "Сервер недоступен.", "Сервер қолжетімсіз."),
        (Outcome.REDIRECTS, "", "перенаправляет", "екіншісіне сілтей береді"),
        (Outcome.PRIVATE, "", "во внутреннюю сеть", "ішкі желіге"),
    ],
)
async def test_how_a_feed_fails_is_told_in_words(
    house: House, owner: Person, editor: Person, outcome: Outcome, detail: str, russian: str, kazakh: str
) -> None:
    await owner.start()
    feed = await looked(house, await watched(house), outcome, detail, times=2)
    await notices(house).failing(feed)
    assert russian in owner.last.text
    assert "Не работает с 20.11.2026 14:30." in owner.last.text
    assert kazakh in editor.last.text
    await owner.tap("📰 Открыть ленту")
    assert owner.last.text.startswith("🔴 Новости")
    assert russian in owner.last.text


async def test_signs_tell_how_feeds_fare(house: House, owner: Person) -> None:
    await owner.start()
    feeds = [await watched(house, name, f"https://{number}.kz/") for number, name in enumerate("АБВГД")]
    await looked(house, feeds[0], Outcome.READ)
    await looked(house, feeds[1], Outcome.TOO_SLOW)
    await looked(house, feeds[2], Outcome.TOO_SLOW, times=2)
    await house.app.feed_desk.mute(feeds[3].id, OWNER, muted=True)
    await owner.press(FeedCallback(act="list").pack())
    lines = owner.last.text.splitlines()[-5:]
    assert lines == ["1. 🟢 А", "2. 🟡 Б", "3. 🔴 В", "4. ⚪ Г", "5. ⏳ Д"]
    assert "Ленты: 🟢 1 · 🔴 2 · ⏳ 1 · ⚪ 1" in (await owner.say("/watch"))[0].text


async def test_many_feeds_are_paged(house: House, owner: Person) -> None:
    await owner.start()
    for number in range(15):
        await watched(house, f"Лента {number:02}", f"https://{number}.kz/")
    await owner.press(FeedCallback(act="list").pack())
    await owner.tap("▶️")
    assert "13. ⏳ Лента 12" in owner.last.text
    await owner.tap("15")
    await owner.tap("← К лентам")
    assert "13. ⏳ Лента 12" in owner.last.text
    await owner.press(FeedCallback(act="list", page=9999).pack())
    assert "13. ⏳ Лента 12" in owner.last.text


async def test_a_test_shows_the_newest_with_their_days(house: House, owner: Person, probe: Probe) -> None:
    await owner.start()
    feed = await watched(house)
    days = (3, 5, 4, 1)
    items = [Item(str(day), "", f"Заголовок <{day}>", published=MOMENT.replace(day=day)) for day in days]
    probe.look = Look(Outcome.READ, (Item("0", "", "Без даты"), *items), kind=FeedKind.RSS)
    await owner.press(FeedCallback(act="test", id=feed.id).pack())
    shown = [line for line in owner.last.text.splitlines() if line.startswith("•")]
    assert shown == [f"• 0{day}.11.2026 — Заголовок <{day}>" for day in (5, 4, 3)]
    probe.look = Look(Outcome.REFUSED, detail="503")
    await owner.press(FeedCallback(act="test", id=feed.id).pack())
    assert "Сервер ответил ошибкой: HTTP 503." in owner.last.text
    assert "Записей" not in owner.last.text


async def test_a_name_may_stand_after_the_address(house: House, owner: Person, probe: Probe) -> None:
    await owner.start()
    probe.look = Look(Outcome.READ, (Item("1", "", "Үкімет отырысы өтті"),), kind=FeedKind.RSS)
    await owner.press(FeedCallback(act="add").pack())
    await owner.say("https://a.kz/rss   Үкімет <жаңалықтары>\nекінші жол " + "я" * 100)
    feed = (await house.app.feed_desk.store.all())[-1]
    assert feed.name.startswith("Үкімет <жаңалықтары> екінші жол яяя")
    assert len(feed.name) == 60
    assert feed.language == "kk"
    assert "Үкімет <жаңалықтары>" in owner.last.text


@pytest.mark.parametrize(
    ("titles", "language"),
    [
        (("Третий раунд", "Новости"), "ru"),
        (("Үшінші раунд",), "kk"),
        (("Third round", "Раунд", "News"), "en"),
        ((), ""),
    ],
)
async def test_the_language_of_a_new_feed_is_that_of_its_titles(
    house: House, owner: Person, probe: Probe, titles: tuple[str, ...], language: str
) -> None:
    await owner.start()
    probe.look = Look(Outcome.READ, tuple(Item(title, "", title) for title in titles), kind=FeedKind.RSS)
    feed, _ = await house.app.feed_desk.add("https://a.kz/rss", OWNER)
    assert feed.language == language


async def test_a_page_without_news_is_no_feed(house: House, owner: Person, probe: Probe) -> None:
    await owner.start()
    await owner.press(FeedCallback(act="add").pack())
    for look in (Look(Outcome.READ, kind=FeedKind.HTML), Look(Outcome.UNCHANGED)):
        probe.look = look
        assert "нет ни ленты, ни страницы с новостями" in (await owner.say("https://a.kz/"))[0].text
    assert all(one.url != "https://a.kz/" for one in await house.app.feed_desk.store.all())


@pytest.mark.parametrize("text", ["ftp://a.kz/rss", "a.kz", "https://" + "a" * 600, "😀", "javascript:alert(1)"])
async def test_what_is_no_address_is_told_and_asked_for_again(
    house: House, owner: Person, probe: Probe, text: str
) -> None:
    await owner.start()
    await owner.press(FeedCallback(act="add").pack())
    assert "Это не адрес" in (await owner.say(text))[0].text
    assert "Это не адрес" in (await owner.send_photo())[0].text
    assert "Лента добавлена" in (await owner.say("https://a.kz/rss"))[0].text


async def test_whoever_leaves_is_asked_for_no_address(house: House, owner: Person, probe: Probe) -> None:
    await owner.start()
    for leaving in ("← К лентам", "/watch"):
        await owner.press(FeedCallback(act="add").pack())
        await (owner.say(leaving) if leaving.startswith("/") else owner.tap(leaving))
        [answer] = await owner.say("Турция")
        assert answer.text.startswith("🇹🇷")


async def test_looking_at_feeds_loses_no_event_being_written(house: House, owner: Person) -> None:
    await owner.start()
    await owner.say("/publish")
    await owner.press(FeedCallback(act="list").pack())
    assert (await owner.say("/publish"))[0].text == "📝 Продолжаем начатый черновик."


async def test_of_two_editors_the_second_is_told_of_a_feed_too(house: House, owner: Person, editor: Person) -> None:
    await owner.start()
    feed = await watched(house)
    for act, told in (("mute", "Лента отключена"), ("unmute", "Лента снова включена"), ("remove-yes", "Лента удалена")):
        await owner.press(FeedCallback(act=act, id=feed.id).pack())
        assert owner.alerts[-1].text == told
        await editor.press(FeedCallback(act=act, id=feed.id).pack())
        assert editor.alerts[-1].text == ("Бұл істеліп қойған" if act != "remove-yes" else "Мұндай таспа енді жоқ.")
    entries = [one.action for one in await house.app.audit.newest(20) if one.action.startswith("feed.")]
    assert entries == ["feed.remove", "feed.unmute", "feed.mute", "feed.add"]


@pytest.mark.parametrize("act", ["show", "remove", "test", "mute", "unmute"])
async def test_a_feed_that_is_gone_is_told_with_a_way_on(house: House, owner: Person, probe: Probe, act: str) -> None:
    await owner.start()
    await owner.press(FeedCallback(act=act, id=999).pack())
    assert owner.last.text == "Такой ленты больше нет."
    assert owner.last.button("← К лентам")


@pytest.mark.parametrize("act", ["list", "show", "add", "test", "mute", "unmute", "remove", "remove-yes"])
async def test_a_stranger_may_do_nothing_with_feeds(house: House, erlan: Person, act: str) -> None:
    await erlan.start()
    feed, before = await watched(house), erlan.last.text
    await erlan.press(FeedCallback(act=act, id=feed.id).pack())
    assert erlan.last.text == before
    assert await house.app.feed_desk.store.find(feed.id) == feed


async def test_a_former_editor_adds_no_feed(house: House, owner: Person, editor: Person, probe: Probe) -> None:
    await editor.press(FeedCallback(act="add").pack())
    await house.app.editors.remove(editor.id, OWNER)
    await editor.say("https://a.kz/rss")
    assert all(one.url != "https://a.kz/rss" for one in await house.app.feed_desk.store.all())


async def test_the_log_names_a_feed_in_words(house: House, owner: Person) -> None:
    await owner.start()
    await watched(house, "Новости <дня>")
    [log] = await owner.say("/audit")
    assert "добавлена лента" in log.text
    assert "название Новости <дня>, адрес https://one.kz/rss" in log.text
