"""The statistics in words and as a picture, in both languages."""

from dataclasses import replace

import pytest

from bot.domain.language import Language
from bot.domain.statistics import PERIODS, Statistics
from bot.pictures import theme
from bot.pictures.rendering import Renderer
from bot.playground.pictures import picture_size
from bot.services.insight import FactsHealth
from bot.telegram.reply import TEXT_LIMIT
from bot.telegram.views.stats import SECTIONS, picture_caption, stats_page
from bot.telegram.views.stats_picture import draw
from tests.numbers import A_FEW, NOBODY, board_of, many
from tests.pictures.svg import read

NBSP = "\u00a0"
EVERY = [NOBODY, A_FEW, many(), many(1000)]


async def page(numbers: Statistics, language: Language, days: int = 30, *missed: str) -> str:
    reply = stats_page(await board_of(numbers, language, days, missed))
    return reply.plain.replace(NBSP, " ")


async def test_russian_numbers_are_told_as_people_write_them() -> None:
    told = await page(many(), Language.RU)
    assert told.startswith("📊 Статистика за 30 дней\n23 ноября 2026, 12:05 (Казахстан, UTC+5)\n")
    for line in (
        "👥 Люди: 12 477",
        "Получают сообщения: 11 900 (95 %)",
        "• Русский — 8 200 (69 %)",
        "Заходили: за день 300, за неделю 1 200, за месяц 3 400",
        "Удалили аккаунт: 7 (<1 %)",
        "📈 Новые люди: 85",
        "За 30 дней до этого: 89",
        "💬 Вопросы: 9 300",
        "Понято 93 %",
        "За 30 дней до этого: вопросов 9 300, понято 93 %",
        "Спрашивали по-русски 50 %, по-казахски 50 %",
        "• Виза в страну — 1 200 (13 %)",
        "• of another release — 720 (8 %)",
        "• Переговоры с ЕС — 9 000",
        "• Остальное — 4 180",
        "Дошло: 12 000 (98 %)",
        "Не дошло: 203 (заблокировали бота — 200, Telegram отказал — 3)",
        "За всё время: дошло 123 000, не дошло 2 300, не отправлялось 500",
        "🔔 12 · 20.11.2026 · дошло до 99 % из 12 400",
    ):
        assert line in told.split("\n"), line


async def test_kazakh_numbers_are_told_as_people_write_them() -> None:
    told = await page(many(), Language.KK)
    assert told.startswith("📊 30 күндік статистика\n2026 жылғы 23 қараша, 12:05 (Қазақстан, UTC+5)\n")
    for line in (
        "👥 Адамдар: 12 477",
        "Хабарлама алатыны: 11 900 (95%)",
        "• Қазақша — 3 700 (31%)",
        "Бот 93%-ын түсінді",
        "Оның алдындағы 30 күнде: 9 300 сұрақ, 93%-ы түсінікті болды",
        "• Елге виза — 1 200 (13%)",
        "🔔 12 · 20.11.2026 · 12 400 адамның 99%-ы алды",
    ):
        assert line in told.split("\n"), line


@pytest.mark.parametrize("language", Language)
async def test_nothing_is_made_up_where_nothing_was_counted(language: Language) -> None:
    told = await page(NOBODY, language)
    assert "%" not in told
    few = await page(A_FEW, language)
    assert "25" in few  # a quarter blocked the bot
    assert not [word for word in ("до этого", "алдындағы") if word in few]  # the month before was not counted


@pytest.mark.parametrize(("days", "title"), [(7, "за 7 дней"), (30, "за 30 дней"), (90, "за 90 дней")])
async def test_the_period_is_named_and_marked(days: int, title: str) -> None:
    board = await board_of(many(), Language.RU, days)
    reply = stats_page(board)
    assert title in reply.plain
    assert reply.inline is not None
    periods, *_ = reply.inline.inline_keyboard
    assert [button.text for button in periods if button.text.startswith("✓")] == [f"✓ {days} дней"]
    assert len(periods) == len(PERIODS)


@pytest.mark.parametrize("language", Language)
async def test_the_longest_page_is_one_message(language: Language) -> None:
    missed = ["<щы&" * 50] * 5
    reply = stats_page(await board_of(many(10**6), language, 90, missed))
    assert len(reply.html) < TEXT_LIMIT
    assert "&lt;щы&amp;" in reply.html
    assert "<щы" not in reply.html


async def test_a_section_more_is_a_function_more() -> None:
    assert len(SECTIONS) == len(set(SECTIONS)) >= 10


async def test_a_campaign_of_unknown_size_is_told_by_what_went_out() -> None:
    one = replace(A_FEW.campaigns[0], total=0)
    assert "дошло до 50 % из 2" in await page(replace(A_FEW, campaigns=(one,)), Language.RU)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("numbers", EVERY, ids=["nobody", "few", "many", "millions"])
async def test_words_of_the_picture_are_whole_and_in_their_panels(numbers: Statistics, language: Language) -> None:
    whole, rectangles, words = read(draw(await board_of(numbers, language), "sapar_bot"))
    panels = [one for one in rectangles if one.fill == theme.PANEL]
    assert whole.right == theme.WIDTH
    assert whole.bottom <= 2900
    assert all(whole.holds(one) for one in (*rectangles, *words))
    assert all(any(panel.holds(one) for panel in panels) for one in words[2:-1])
    assert not [one.words for one in words if "…" in one.words]
    for number, one in enumerate(words):
        assert not [other.words for other in words[number + 1 :] if one.touches(other)]


async def test_the_picture_says_what_the_text_says() -> None:
    board = await board_of(many(), Language.RU)
    shown = [one.words.replace(NBSP, " ") for one in read(draw(board, "sapar_bot"))[2]]
    for words in (
        "25 октября 2026 – 23 ноября 2026, 30 дней",
        "12 477",
        "до этого 89",
        "93 %",
        "из 9 300 вопросов",
        "8 200 · 69 %",
        "Переговоры с ЕС",
        "12 000 · 98 %",
        "@sapar_bot · 23 ноября 2026, 12:05 (Казахстан, UTC+5)",
    ):
        assert words in shown, words


async def test_the_picture_of_nobody_says_so() -> None:
    shown = [one.words for one in read(draw(await board_of(NOBODY, Language.KK)))[2]]
    for words in ("Әзірге ешкім жоқ", "сұрақ болған жоқ", "Бұл уақытта ештеңе сұралған жоқ", "Әзірге жазылым жоқ"):
        assert words in shown, words
    assert shown[-1].startswith("2026 жылғы 23 қараша")


async def test_the_picture_is_drawn_and_its_caption_is_short() -> None:
    board = await board_of(A_FEW, Language.KK)
    svg = draw(board)
    png = await Renderer().png(svg)
    assert picture_size(png) == (1080, int(read(svg)[0].bottom))
    assert picture_caption(board) == "📊 30 күндік статистика. 2026 жылғы 23 қараша, 12:05"


async def test_a_catalogue_without_destinations_has_no_oldest() -> None:
    board = await board_of(A_FEW, Language.RU)
    board = replace(board, insight=replace(board.insight, facts=FactsHealth((), 0, 0, 0, 0, 0)))
    assert not [one.words for one in read(draw(board))[2] if one.words.startswith("самый давний")]
    assert "Давнее всего" not in stats_page(board).plain
