"""The reader on any text, and on what one headline must not be taken for."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.talks import Stage
from bot.domain.watch import Item, Judgement, Subject
from bot.understanding.news import NewsReader
from tests.understanding.news.labelled import SETS, labelled

READER = NewsReader()
ROWS = [row for name in SETS for row in labelled(name)]
WORDS = sorted({word for row in ROWS for word in f"{row.item.title} {row.item.summary}".split()})
words = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
anything = st.one_of(st.text(max_size=300), words)
dates = st.none() | st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
items = st.builds(Item, st.just("key"), st.just(""), anything, anything, dates, st.sampled_from(["", "ru", "kk", "en"]))
FOUND = [(row.item, judgement) for row in ROWS if (judgement := READER.judge(row.item)) is not None]
TALKS = Judgement(Subject.TALKS)


def read(title: str, summary: str = "", language: str = "ru") -> Judgement | None:
    return READER.judge(Item("key", "", title, summary, None, language))


@given(items)
def test_any_text_is_read(item: Item) -> None:
    judgement = READER.judge(item)
    if judgement is not None:
        assert list(judgement.places) == sorted(set(judgement.places))
        assert bool(judgement.places) is (judgement.subject is Subject.REGIME)


@pytest.mark.parametrize("text", ["", " ", "…", "\u200b", "виза " * 20_000, "ж" * 100_000, "🇰🇿" * 50_000])
def test_empty_and_endless_texts_concern_nobody(text: str) -> None:
    assert read(text, text) is None


@given(st.sampled_from(FOUND), st.sampled_from(FOUND))
def test_either_order_tells_the_same(one: tuple[Item, Judgement], other: tuple[Item, Judgement]) -> None:
    assert READER.same_event(one, other) is READER.same_event(other, one)


@given(st.sampled_from(ROWS), st.sampled_from([str.upper, str.lower, str.title]))
def test_capitals_change_nothing(row: object, spell: object) -> None:
    item = row.item  # type: ignore[attr-defined]
    spelt = replace(item, title=spell(item.title), summary=spell(item.summary))  # type: ignore[operator]
    assert READER.judge(spelt) == READER.judge(item)


@given(st.sampled_from(ROWS), st.sampled_from([" ", " - ", "; ", " … "]))
def test_signs_change_nothing(row: object, sign: str) -> None:
    item = row.item  # type: ignore[attr-defined]
    bare = re.compile(r"(?<!\w)[^\w\s]+|[^\w\s]+(?!\w)")
    signed = replace(item, title=bare.sub(sign, item.title), summary=bare.sub(sign, item.summary))
    assert READER.judge(signed) == READER.judge(item)


@given(st.sampled_from(FOUND))
def test_a_report_of_the_same_words_a_day_later_is_of_the_same_event(one: tuple[Item, Judgement]) -> None:
    item, judgement = one
    published = item.published and item.published + timedelta(days=1)
    assert READER.same_event(one, (replace(item, key="other", link="", published=published), judgement))


def test_a_title_that_comes_back_half_a_year_later_is_another_event() -> None:
    day = datetime(2026, 3, 3, tzinfo=UTC)
    one = Item("1", "", "Казахстан и ЕС провели раунд переговоров по визам", "", day, "ru")
    later = replace(one, key="2", published=day + timedelta(days=180))
    judgement = READER.judge(one)
    assert judgement == Judgement(Subject.TALKS, Stage.ROUND)
    assert not READER.same_event((one, judgement), (later, judgement))


def test_one_link_is_one_event_whatever_the_titles() -> None:
    one = Item("1", "https://www.news.kz/2026/visas-made-easier?utm=1", "Казахстан и ЕС провели раунд по визам")
    other = Item("2", "http://news.kz/2026/visas-made-easier/#top", "МИД рассказал о визовых переговорах с ЕС")
    assert READER.same_event((one, TALKS), (other, TALKS))


def test_the_link_of_a_page_of_many_articles_says_nothing() -> None:
    one = Item("1", "https://news.kz/ru/category/9", "Казахстан и ЕС провели второй раунд по визам")
    other = Item("2", "https://news.kz/ru/category/9", "Посол Италии: визы для казахстанцев упростят")
    assert not READER.same_event((one, TALKS), (other, TALKS))


def test_a_regime_is_never_the_event_of_the_talks() -> None:
    item = Item("1", "https://news.kz/2026/visas-made-easier", "Визы")
    assert not READER.same_event((item, TALKS), (item, Judgement(Subject.REGIME, places=("OM",))))


def test_one_change_proposed_and_signed_is_two_events() -> None:
    proposed = Item("1", "", "Казахстан предложил Пакистану отменить визы")
    signed = Item("2", "", "Казахстан и Пакистан подписали соглашение об отмене виз")
    found = [(item, judgement) for item in (proposed, signed) if (judgement := READER.judge(item)) is not None]
    assert [judgement.places for _, judgement in found] == [("PK",), ("PK",)]
    assert not READER.same_event(*found)


def test_what_a_long_text_says_late_is_read() -> None:
    story = "Стороны обсудили торговлю, транспорт, энергетику, воду, зерно, туризм, спорт и культуру. " * 4
    assert read("Токаев встретился с премьером Бельгии", story + "Премьер поддержал упрощение виз ЕС для казахстанцев.")


def test_what_a_text_recalls_of_earlier_days_is_not_its_news() -> None:
    assert read("Казахстан и ЕС обсудили торговлю", "Ранее стороны начали переговоры об упрощении виз.") is None


@pytest.mark.parametrize(
    ("title", "language"),
    [("Join us to talk about visas with Kazakhstan", "en"), ("Visa и Kaspi выпустили карту для казахстанцев", "ru")],
)
def test_words_that_only_look_like_countries_and_visas(title: str, language: str) -> None:
    assert read(title, "", language) is None


def test_a_language_that_the_feed_does_not_tell_is_seen() -> None:
    assert read("Еуропаға виза алу қашан жеңілдейді", "Өкіл жауап берді.", "") == TALKS


def test_names_that_editors_added_are_not_needed_to_read() -> None:
    assert NewsReader([]).judge(Item("1", "", "Оман отменил визы для казахстанцев")) == Judgement(
        Subject.REGIME, places=("OM",)
    )
