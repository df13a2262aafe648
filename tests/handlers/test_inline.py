"""Inline mode: what `@bot …` offers in any chat, and what is sent from there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.destination import Regime, Region
from bot.domain.language import Language
from bot.domain.question import Filters
from bot.playground import Person, Town
from bot.services.inline import POPULAR, beginning_with
from bot.telegram.list_codes import GROUPS, filters_of_payload, payload
from bot.telegram.views.inline import PAGE
from tests.facts import shipped
from tests.handlers.conftest import House


async def titles(person: Person, text: str) -> list[str]:
    return [one["title"] for one in (await person.inline(text)).results or []]


async def test_a_country_is_offered_as_its_card(erlan: Person, aigul: Person) -> None:
    inquiry = await erlan.inline("турция")
    assert inquiry.results is not None
    first = inquiry.results[0]
    assert first["title"] == "🇹🇷 Турция"
    assert first["description"].startswith("🟢 виза не нужна · ")
    sent = await erlan.choose(inquiry, first["id"])
    assert sent.text.startswith("🇹🇷 Турция · 🟢 виза не нужна")
    assert next(one.url for row in sent.buttons for one in row if one.url).endswith("?start=TR")
    assert (await titles(aigul, "түркияға"))[0] == "🇹🇷 Түркия"


async def test_the_language_is_that_of_the_words(erlan: Person) -> None:
    assert (await titles(erlan, "Түркияға виза керек пе"))[0] == "🇹🇷 Түркия"


@pytest.mark.parametrize(
    ("typed", "iso2"), [("ту", "🇹🇷"), ("тайла", "🇹🇭"), ("груз", "🇬🇪"), ("мала", "🇲🇾"), ("герм", "🇩🇪")]
)
async def test_words_still_being_typed_are_completed(erlan: Person, typed: str, iso2: str) -> None:
    assert any(title.startswith(iso2) for title in await titles(erlan, typed))


async def test_nothing_typed_offers_the_talks_and_popular_places(erlan: Person) -> None:
    found = await titles(erlan, " ")
    assert found[0].startswith("🇪🇺 Переговоры с ЕС")
    assert len(found) == 1 + len(POPULAR)


async def test_a_list_comes_whole_page_by_page(erlan: Person, house: House) -> None:
    first = await erlan.inline("куда без визы")
    assert first.results is not None
    assert "Без визы" in first.results[0]["title"] or "без визы" in first.results[0]["title"].lower()
    seen, offset = [one["id"] for one in first.results], first.next_offset
    while offset:
        page = await erlan.inline("куда без визы", offset=offset)
        assert page.results
        assert page.button is None
        assert len(page.results) <= PAGE
        seen += [one["id"] for one in page.results]
        offset = page.next_offset
    free = [one for one in house.app.holder.current.destinations.values() if one.regime is Regime.VISA_FREE]
    assert len(seen) == len(set(seen)) == len(free) + 1


async def test_a_list_of_a_region(aigul: Person) -> None:
    found = await titles(aigul, "визасыз азия")
    assert len(found) > 5
    assert any(title.startswith("🇹🇭") for title in found)
    assert not any(title.startswith("🇬🇪") for title in found)


@pytest.mark.parametrize("text", ["ъъъъъ", "<b>&", "курс доллара", "x" * 256])
async def test_what_is_not_found_opens_the_bot(erlan: Person, text: str) -> None:
    inquiry = await erlan.inline(text)
    assert inquiry.results == []
    assert inquiry.button == {"text": "Не нашлось. Открыть бота", "start_parameter": "help"}


@pytest.mark.parametrize("offset", ["-1", "x", "99999", "٣", "999"])
async def test_any_offset_is_answered(erlan: Person, offset: str) -> None:
    assert (await erlan.inline("турция", offset=offset)).results is not None


async def test_who_only_asks_inline_is_not_kept(erlan: Person, house: House) -> None:
    await erlan.inline("турция")
    assert await house.app.users.mydata(erlan.id) is None


@given(st.text(max_size=60))
def test_beginnings_never_fail(text: str) -> None:
    for language in Language:
        assert len(beginning_with(shipped(), text, language)) <= 10


FILTERS = st.builds(
    Filters,
    st.lists(st.sampled_from(Regime), unique=True, max_size=6).map(tuple),
    st.lists(st.sampled_from(Region), unique=True, max_size=13).map(tuple),
    st.none() | st.integers(1, 999),
)


@given(FILTERS)
def test_a_list_fits_into_a_deep_link_and_comes_back(filters: Filters) -> None:
    code = payload(filters)
    assert len(code) <= 64
    assert code.replace("_", "").replace("-", "").isalnum()
    assert filters_of_payload(code) == filters


@given(st.text(max_size=64))
def test_no_deep_link_fails(text: str) -> None:
    found = filters_of_payload(text)
    assert found is None or isinstance(found, Filters)


@pytest.mark.parametrize(
    ("link", "filters"),
    [
        ("list", Filters((Regime.VISA_FREE,))),
        ("list-asia", Filters((Regime.VISA_FREE,), GROUPS["asia"])),
        ("list-evisa", Filters((Regime.EVISA,))),
        ("list-required-europe", Filters((Regime.VISA_REQUIRED,), (Region.EUROPE,))),
        ("list-southeast-asia", Filters((Regime.VISA_FREE,), (Region.SOUTHEAST_ASIA,))),
        ("LIST-Asia", Filters((Regime.VISA_FREE,), GROUPS["asia"])),
        ("list-mars", None),
        ("listless", None),
    ],
)
def test_deep_links_in_words(link: str, filters: Filters | None) -> None:
    assert filters_of_payload(link) == filters


async def test_a_deep_link_opens_a_list(erlan: Person) -> None:
    [page] = await erlan.say("/start list-asia")
    assert "Азия" in page.text
    assert page.text != (await erlan.say("/start list-europe"))[0].text


async def test_a_group_is_greeted_when_the_bot_is_added_and_nothing_is_said_when_it_is_removed(
    town: Town, erlan: Person
) -> None:
    group = town.group("Семья", erlan, bot="left")
    await group.set_bot(erlan, "member")
    assert f"@{town.world.bot['username']} Турция" in group.last.text
    await group.set_bot(erlan, "administrator")
    await group.set_bot(erlan, "left")
    assert len(group.messages) == 1


async def test_with_a_public_address_results_have_pictures(house: House, erlan: Person) -> None:
    public = house.app.settings.model_copy(update={"webhook_url": "https://sapar.example.kz/webhook"})
    house.town._dispatcher["settings"] = public
    [first, *_] = (await erlan.inline("турция")).results or []
    assert first["thumbnail_url"] == "https://sapar.example.kz/thumbnails/visa_free.png"
