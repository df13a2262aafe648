"""Cards, lists and answers as people see them."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.destination import Confidence, Regime, Region
from bot.domain.language import Language
from bot.domain.question import SCHENGEN, Filters, Practical
from bot.i18n import Texts, Translator
from bot.telegram.list_codes import decode, encode
from bot.telegram.reply import TEXT_LIMIT, Reply, to_plain
from bot.telegram.views import cards, compare, howto, lists, places
from tests.facts import shipped

TODAY = date(2026, 11, 23)
translator = Translator()
RU, KK = translator[Language.RU], translator[Language.KK]
both = pytest.mark.parametrize("texts", [RU, KK], ids=["ru", "kk"])


@pytest.fixture(scope="module", autouse=True)
def _facts() -> None:
    shipped()


def buttons(reply: Reply) -> list[str]:
    return [b.text for row in getattr(reply.keyboard, "inline_keyboard", []) for b in row]


@both
def test_every_card_is_whole(texts: Texts) -> None:
    catalogue = shipped()
    for iso2, destination in catalogue.destinations.items():
        reply = cards.card(catalogue, texts, iso2, TODAY)
        first = reply.plain.splitlines()[0]
        assert first.startswith(destination.flag), iso2
        assert destination.regime.marker in first, iso2
        assert destination.source_url.replace("&", "&amp;") in reply.html, iso2
        assert texts.short_date(destination.as_of) in reply.plain, iso2
        assert len(reply.plain) < TEXT_LIMIT / 2, iso2
        assert "\n\n\n" not in reply.html, iso2


@both
def test_no_card_shows_english_facts(texts: Texts) -> None:
    catalogue = shipped()
    for destination in catalogue.destinations.values():
        for fact in (destination.conditions, destination.agreement, destination.stay_rule, destination.notes):
            if fact and destination.is_disputed:
                assert catalogue.phrase(fact, texts.language) != fact, (destination.iso2, fact)


def test_the_card_of_turkey_says_what_counts() -> None:
    text = cards.card(shipped(), RU, "TR", TODAY).plain
    assert text.startswith("🇹🇷 Турция · 🟢 виза не нужна\nДо 90 дней за любые 180 дней")
    assert "подтверждено 17.02.2026" in text


def test_a_card_warns_of_disagreeing_and_of_old_sources() -> None:
    catalogue = shipped()
    argentina = cards.card(catalogue, RU, "AR", TODAY).plain
    assert "⚠️" in argentina
    assert catalogue.phrase(catalogue.destinations["AR"].notes, Language.RU) in argentina
    assert "больше года назад" in cards.card(catalogue, RU, "AD", TODAY).plain
    assert "⚠️" not in cards.card(catalogue, RU, "TR", TODAY).plain
    assert "больше года назад" in cards.card(catalogue, RU, "TR", date(2027, 3, 1)).plain


def test_names_from_the_database_are_escaped() -> None:
    catalogue = shipped()
    broken = replace(
        catalogue.destinations["TR"],
        conditions="<script>",
        source_name="<b>",
        source_url='https://x.kz/?a=1&b="',
        confidence=Confidence.LOW,
        notes="a < b",
    )
    catalogue = replace(catalogue, destinations={**catalogue.destinations, "TR": broken})
    html = cards.card(catalogue, RU, "TR", TODAY, called="<i>").html
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert 'href="https://x.kz/?a=1&amp;b=&quot;"' in html
    assert "a &lt; b" in html
    assert "📍 &lt;i&gt;" in html


def test_a_followed_country_offers_the_way_out() -> None:
    assert RU.plain("button-unfollow") in buttons(cards.card(shipped(), RU, "TR", TODAY, followed=True))
    assert RU.plain("button-follow") in buttons(cards.card(shipped(), RU, "TR", TODAY))


@both
def test_the_free_list_names_the_ministrys_42(texts: Texts) -> None:
    text = lists.listing(shipped(), texts, Filters((Regime.VISA_FREE,))).plain
    assert "42" in text
    assert "40" in text


@both
def test_pages_of_a_list_hold_every_destination_once(texts: Texts) -> None:
    catalogue = shipped()
    for regime in Regime:
        filters = Filters((regime,))
        expected = [d for d in catalogue.destinations.values() if d.regime is regime]
        seen: list[str] = []
        for page in range(max(1, -(-len(expected) // lists.PAGE))):
            lines = lists.listing(catalogue, texts, filters, page).plain.splitlines()
            seen += [line for line in lines if line[:1] > "\U0001f1e0" and line[1:2] > "\U0001f1e0"]
        assert len(seen) == len(set(seen)) == len(expected), regime


def test_a_page_past_the_end_is_the_last_one() -> None:
    last = lists.listing(shipped(), RU, Filters((Regime.VISA_FREE,)), 999)
    assert "4 / 4" in buttons(last)


def test_an_empty_list_says_so() -> None:
    filters = Filters((Regime.NOT_ADMITTED,), (Region.CAUCASUS,), 365)
    assert RU("list-empty") in lists.listing(shipped(), RU, filters).html


def test_wishes_fit_into_a_button_and_come_back() -> None:
    every = Filters(tuple(Regime), tuple(Region), 365)
    assert decode(*encode(every)) == every
    assert decode(*encode(Filters())) == Filters()
    lists.listing(shipped(), RU, every)  # packs its buttons: raises above 64 bytes
    with pytest.raises(ValueError, match="no list"):
        decode("z", "-", 0)


@both
@pytest.mark.parametrize("menu", ["region", "days", "regime", "nonsense"])
def test_filters_offer_their_choices(texts: Texts, menu: str) -> None:
    reply = lists.list_menu(shipped(), texts, Filters((Regime.VISA_FREE,)), menu)
    assert len(buttons(reply)) >= 5


@both
def test_schengen_answers_serve_its_states_unless_they_have_their_own(texts: Texts) -> None:
    catalogue = shipped()
    general = howto.howto(catalogue, texts, "AT", Practical.FEE)
    own = howto.howto(catalogue, texts, "DE", Practical.FEE)
    assert texts("howto-from-schengen") in general.html
    assert texts("howto-from-schengen") not in own.html


@both
def test_an_unknown_practical_answer_says_so_and_names_a_source(texts: Texts) -> None:
    reply = howto.howto(shipped(), texts, "TD", Practical.PHOTO)
    assert "<a href=" in reply.html


@both
def test_every_known_answer_fits_and_names_source_and_date(texts: Texts) -> None:
    catalogue = shipped()
    for place, practical in catalogue.howto:
        reply = howto.howto(catalogue, texts, place, practical)
        answer = catalogue.howto[place, practical]
        assert texts.short_date(answer.as_of) in reply.plain
        assert len(reply.plain) < TEXT_LIMIT


def test_a_question_without_a_place_gets_the_general_rule_and_a_question_back() -> None:
    reply = howto.for_which_place(shipped(), RU, Practical.INSURANCE)
    assert reply.plain.endswith(RU.plain("howto-which-place"))
    assert howto.for_which_place(shipped(), RU, Practical.PHOTO).html == RU("howto-which-place")


@both
def test_several_places_take_one_line_each(texts: Texts) -> None:
    reply = places.several(shipped(), texts, ("TR", "DE", "FR", SCHENGEN, "PR"))
    assert [line[:2] for line in reply.plain.splitlines()[:4]] == ["🇹🇷", "🇩🇪", "🇫🇷", "🇪🇺"]
    assert texts.plain("places-one-schengen-visa") in reply.plain


@pytest.mark.parametrize(
    ("pair", "key"),
    [
        (("TR", "EG"), "compare-easier"),
        (("TH", "GE"), "compare-longer"),
        (("TH", "VN"), "compare-same"),
        (("ES", "IT"), "compare-both-schengen"),
    ],
)
def test_a_comparison_ends_with_what_sets_the_two_apart(pair: tuple[str, str], key: str) -> None:
    reply = compare.comparison(shipped(), RU, pair)
    names = {"compare-easier": "Турция", "compare-longer": "Грузия"}
    expected = RU(key, name=names[key]) if key in names else RU(key)
    assert reply.html.endswith(expected)


def test_the_countries_too_similar_are_asked_about() -> None:
    reply = places.ask_back(shipped(), RU, ("CG", "CD"))
    assert len(buttons(reply)) == 2


def test_html_is_read_as_on_the_screen() -> None:
    assert to_plain('<b>a</b> &lt; <a href="x">b</a>') == "a < b"
