"""Search and cards over HTTP: understood as in the chat."""

import re

import aiohttp
import pytest

from bot.assembly import App
from bot.domain.language import Language
from bot.web.allowance import REMEMBERED, Allowance
from bot.web.asking import LONGEST_QUESTION


async def search(visitor: aiohttp.ClientSession, text: str, lang: str = "ru") -> dict[str, object]:
    async with visitor.get("/api/search", params={"q": text, "lang": lang}) as answer:
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == "no-store"
        told: dict[str, object] = await answer.json()
        return told


@pytest.mark.parametrize(
    ("text", "lang", "places"),
    [
        ("турцыя", "ru", ["TR"]),
        ("виза керек пе түркияға", "kk", ["TR"]),
        ("nehwbz", "ru", ["TR"]),
        ("пхукет", "ru", ["TH"]),
        ("🇬🇪", "kk", ["GE"]),
        ("турция и грузия", "ru", ["TR", "GE"]),
    ],
)
async def test_places_are_found_as_in_the_chat(
    visitor: aiohttp.ClientSession, text: str, lang: str, places: list[str]
) -> None:
    assert (await search(visitor, text, lang))["places"] == places


async def test_the_schengen_area_is_its_states(visitor: aiohttp.ClientSession, app: App) -> None:
    assert (await search(visitor, "шенген"))["places"] == sorted(app.holder.current.schengen)


async def test_where_none_is_likelier_all_are_shown(visitor: aiohttp.ClientSession) -> None:
    assert set((await search(visitor, "конго"))["places"]) == {"CD", "CG"}  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("text", "lang"), [("куда без визы на 30 дней в азии", "ru"), ("азияда визасыз 30 күн қайда баруға болады", "kk")]
)
async def test_wishes_are_filters(visitor: aiohttp.ClientSession, text: str, lang: str) -> None:
    told = await search(visitor, text, lang)
    filters = told["filters"]
    assert isinstance(filters, dict)
    assert filters["regimes"] == ["visa_free"]
    assert len(filters["regions"]) == 5
    assert filters["min_days"] == 30


async def test_lists_without_a_wish_are_filters_too(visitor: aiohttp.ClientSession) -> None:
    told = await search(visitor, "безвизовые страны")
    assert told["filters"] == {"regimes": ["visa_free"], "regions": [], "min_days": None}
    assert (await search(visitor, "переговоры с ес"))["talks"] is True
    assert (await search(visitor, "привет"))["filters"] is None


async def test_a_question_has_bounds(visitor: aiohttp.ClientSession) -> None:
    for text in ("", "   ", "я" * (LONGEST_QUESTION + 1)):
        async with visitor.get("/api/search", params={"q": text}) as answer:
            assert (answer.status, await answer.json()) == (400, {"error": "question"})


async def test_who_asks_too_often_waits(visitor: aiohttp.ClientSession) -> None:
    statuses = set()
    for path in ("/api/search?q=a", "/api/card/TR"):
        for _ in range(200):
            async with visitor.get(path) as answer:
                statuses.add((path, answer.status))
            if answer.status == 429:
                break
    assert ("/api/search?q=a", 429) in statuses
    async with visitor.get("/api/search?q=a", headers={"X-Forwarded-For": "1.2.3.4, 203.0.113.9"}) as answer:
        assert answer.status == 200, "a proxy's next visitor has an allowance of their own"


async def test_a_card_is_the_chats_card(visitor: aiohttp.ClientSession) -> None:
    for lang, words in (("ru", "Турция"), ("kk", "Түркия")):
        async with visitor.get("/api/card/tr", params={"lang": lang}) as answer:
            told, etag = await answer.json(), answer.headers["ETag"]
        assert told["iso2"] == "TR"
        assert words in told["headline"]
        assert "<b>90 " in told["html"]
        async with visitor.get("/api/card/TR", params={"lang": lang}, headers={"If-None-Match": etag}) as answer:
            assert answer.status == 304
    for code in ("XX", "KZ", "%3Cb%3E"):
        async with visitor.get(f"/api/card/{code}") as answer:
            assert (answer.status, await answer.json()) == (404, {"error": "destination"})


async def test_every_card_has_only_markup_that_the_page_knows(app: App) -> None:
    for language in Language:
        for iso2 in app.holder.current.destinations:
            card = await app.page_card(language, iso2)
            assert set(re.findall(r"<(\w+)", card)) <= {"a", "b", "i"}, iso2


def test_an_allowance_fills_again_and_forgets_whom_it_has_not_seen_for_long() -> None:
    now = 0.0
    allowance = Allowance(at_once=2, a_second=1, clock=lambda: now)
    assert [allowance.spend("a") for _ in range(3)] == [True, True, False]
    now = 1.0
    assert [allowance.spend("a") for _ in range(2)] == [True, False]
    for number in range(REMEMBERED):
        allowance.spend(str(number))
    assert allowance.spend("a"), "forgotten, so met anew"
