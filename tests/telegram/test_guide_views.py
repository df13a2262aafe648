"""Comparisons, checklists, the Schengen guide and «where can I go» as they are shown."""

import re
import xml.etree.ElementTree as ET
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.destination import Regime, Region
from bot.domain.language import Language
from bot.domain.question import SCHENGEN, Filters, Practical
from bot.i18n import Texts, Translator
from bot.services.checklists import checklist_of, shipped_items
from bot.services.comparison import sides_of
from bot.services.wishes import Wish, count
from bot.telegram.callbacks import ListCallback, WhereCallback
from bot.telegram.list_codes import decode, encode
from bot.telegram.reply import TEXT_LIMIT, Reply
from bot.telegram.views import answers, compare, compare_picture, lists, schengen, where
from bot.telegram.views.checklist import checklist_page, checklist_text, shortened
from tests.facts import shipped

TRANSLATOR = Translator()
RU, KK = TRANSLATOR[Language.RU], TRANSLATOR[Language.KK]
TODAY = date(2026, 11, 23)
COMMON = ("TR", "GE", "AE", "TH", "JP", "US", "GB", "EG", SCHENGEN, "AG", "BA", "CF")

both = pytest.mark.parametrize("texts", [RU, KK], ids=["ru", "kk"])
filters = st.builds(
    Filters,
    st.lists(st.sampled_from(Regime), unique=True, max_size=6).map(tuple),
    st.lists(st.sampled_from(Region), unique=True, max_size=13).map(tuple),
    st.none() | st.integers(1, 9999),
)


def assert_sendable(reply: Reply) -> None:
    assert len(reply.plain) < TEXT_LIMIT
    for row in reply.keyboard.inline_keyboard if reply.keyboard else []:
        assert row
        assert all(len((one.callback_data or "").encode()) <= 64 for one in row)


@both
def test_every_pair_and_three_of_the_commonest_can_be_compared(texts: Texts) -> None:
    for places in [*combinations(COMMON, 2), *combinations(COMMON[:9], 3)]:
        reply = compare.comparison(shipped(), texts, places)
        assert_sendable(reply)
        table = re.search("<pre>(.*?)</pre>", reply.html, re.DOTALL)
        assert table is None or max(map(len, table[1].splitlines())) <= compare.WIDEST


@both
def test_rows_that_differ_are_marked_and_the_day_of_the_check_never_is(texts: Texts) -> None:
    rows = {row.name: row for row in compare.compare_rows(texts, sides_of(shipped(), (SCHENGEN, "GB")))}
    assert rows["days"].differs
    assert not rows["confirmed"].differs
    assert not rows["confirmed"].is_same


@pytest.mark.parametrize("places", [("DE", "FR"), ("JP", "GB", "US")])
def test_fee_and_waiting_are_told_where_known_and_said_to_be_unknown_elsewhere(places: tuple[str, ...]) -> None:
    reply = compare.comparison(shipped(), RU, places)
    assert RU("compare-row-fee") in reply.html
    assert (RU("compare-not-known") in reply.html) is ("GB" in places)


def test_a_place_too_many_is_on_a_button_and_one_without_facts_is_named() -> None:
    reply = compare.comparison(shipped(), RU, ("TR", "GE", "AE", "TH"))
    assert "не больше 3" in reply.plain
    assert "🇹🇭 Таиланд" in [
        one.text for row in (reply.keyboard.inline_keyboard if reply.keyboard else []) for one in row
    ]
    alone = compare.comparison(shipped(), RU, ("TR", "PR"))
    assert "Картинкой" not in str(alone.keyboard)
    assert "<pre>" not in alone.html


@both
@pytest.mark.parametrize("places", [("TR", "AE", "TH"), (SCHENGEN, "GB"), ("CF", "AG", "BA")])
def test_the_picture_names_places_and_regimes_and_is_sound(texts: Texts, places: tuple[str, ...]) -> None:
    sides = sides_of(shipped(), places)
    picture = compare_picture.compare_picture(shipped(), texts, sides, TODAY, "sapar_bot")
    drawn = " ".join("".join(one.itertext()) for one in ET.fromstring(picture.svg).iter() if one.text)
    assert shipped().name(places[-1], texts.language).split()[0] in drawn
    assert texts.plain("compare-picture-legend") in drawn
    assert "@sapar_bot" in drawn
    assert len(picture.caption) < 1024
    again = compare_picture.compare_picture(shipped(), texts, sides, TODAY, "sapar_bot")
    assert again.key == picture.key


@both
@pytest.mark.parametrize("place", shipped_items())
def test_every_checklist_fits_and_tells_how_much_is_done(texts: Texts, place: str) -> None:
    checklist = checklist_of(shipped(), place)
    if checklist is None:
        return
    whole = checklist_page(shipped(), texts, checklist, checklist.every)
    assert_sendable(whole)
    assert str(len(checklist.items)) in whole.plain.splitlines()[0]
    assert whole.plain.count("✅") == len(checklist.items)
    assert_sendable(checklist_page(shipped(), texts, checklist))
    copied = checklist_text(shipped(), texts, checklist, 1)
    assert copied.plain.count("[x]") == 1
    assert copied.plain.count("[ ]") == len(checklist.items) - 1


@given(st.text(max_size=80), st.integers(8, 60))
def test_a_label_is_never_longer_than_its_room(text: str, room: int) -> None:
    assert len(shortened(text, room)) <= room


@both
def test_every_practical_question_about_every_place_has_an_answer_or_says_whom_to_ask(texts: Texts) -> None:
    for place in (*shipped().destinations, SCHENGEN):
        for practical in Practical:
            reply = answers.answer(shipped(), texts, place, practical)
            assert_sendable(reply)
            is_sourced = "<a href=" in reply.html
            assert is_sourced or reply.plain.endswith(to_ask(texts)), (place, practical)


def to_ask(texts: Texts) -> str:
    return texts.plain("howto-unknown")


@both
def test_where_no_visa_is_needed_the_questions_about_it_say_so_with_the_source(texts: Texts) -> None:
    reply = answers.answer(shipped(), texts, "TR", Practical.FEE)
    assert texts("howto-no-visa-fee") in reply.html
    assert "23.11.2025" in reply.plain


@both
@pytest.mark.parametrize("page", [*schengen.PAGES, schengen.CARD, "unknown"])
def test_every_page_on_schengen_can_be_sent(texts: Texts, page: str) -> None:
    reply = schengen.schengen_page(shipped(), texts, page, TODAY)
    assert_sendable(reply)
    if page in schengen.PAGES:
        assert "<a href=" in reply.html


def test_the_window_of_180_days_ends_today() -> None:
    assert "28 мая 2026" in schengen.schengen_page(shipped(), RU, schengen.DAYS, TODAY).plain


@given(filters)
def test_wishes_come_back_from_buttons_and_fit(wished: Filters) -> None:
    regime, region, days = encode(wished)
    for data in (
        WhereCallback(step="regime", regime=regime, region=region, days=days),
        ListCallback(regime=regime, region=region, days=days, page=99),
    ):
        packed = data.pack()
        assert len(packed.encode()) <= 64
        read = type(data).unpack(packed)
        back = decode(read.regime, read.region, read.days)
        assert (back.regimes, back.regions) == (wished.regimes, wished.regions)
        assert back.min_days == wished.min_days or (wished.min_days or 0) > 999


@given(st.text(max_size=20), st.text(max_size=20), st.integers())
def test_forged_wishes_are_a_value_error_and_nothing_else(regime: str, region: str, days: int) -> None:
    try:
        wished = decode(regime, region, days)
    except ValueError:
        return
    assert len(set(wished.regimes)) == len(wished.regimes)


@given(st.sampled_from(Wish), filters, st.sampled_from([RU, KK]))
def test_every_question_of_the_guide_can_be_sent_and_counts_are_true(step: Wish, wished: Filters, texts: Texts) -> None:
    reply = where.where_page(shipped(), texts, step, wished)
    assert_sendable(reply)
    for row in reply.keyboard.inline_keyboard if reply.keyboard else []:
        for one in row:
            if " · " in one.text and (one.callback_data or "").startswith("wh1"):
                data = WhereCallback.unpack(one.callback_data or "")
                assert one.text.endswith(f" · {count(shipped(), decode(data.regime, data.region, data.days))}")


@given(filters, st.sampled_from([RU, KK]))
def test_every_list_can_be_sent_and_an_empty_one_offers_a_way_out(wished: Filters, texts: Texts) -> None:
    reply = lists.listing(shipped(), texts, wished)
    assert_sendable(reply)
    if not count(shipped(), wished):
        assert texts("list-empty") in reply.html
