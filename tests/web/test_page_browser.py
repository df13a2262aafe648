"""The page in a real browser, on the real server: seen, typed to, tapped, heard."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, async_playwright

from bot import clock
from bot.app import build_site
from bot.assembly import App
from bot.domain.destination import Region
from bot.domain.topic import Topic
from bot.playground.web_app import init_data
from bot.web.server import build_web_app, serve
from tests.web.site import TOKEN, Town

CHROMIUM = Path("/usr/bin/chromium")
ASEL = 4242

pytestmark = pytest.mark.browser


@dataclass
class Window:
    """A browser before the page. problems: what its console says against it."""

    browser: Browser
    address: str
    problems: list[str] = field(default_factory=list)

    async def open(self, target: str = "/?lang=ru", **options: Any) -> Page:
        """Open a page and wait for its map."""
        size = options.pop("viewport", {"width": 390, "height": 844})
        page = await (await self.browser.new_context(viewport=size, **options)).new_page()
        page.on("console", lambda message: message.type == "error" and self.problems.append(message.text))
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        await page.goto(self.address + target)
        await page.locator("#canvas svg").wait_for(state="attached")
        return page


@pytest.fixture
async def window(app: App) -> AsyncIterator[Window]:
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}: run make browser")
    town = Town()
    site = build_web_app(build_site(app, TOKEN, ready=town.ready, figures=town.figures))
    async with serve(site, "127.0.0.1", 0) as port, async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        window = Window(browser, f"http://127.0.0.1:{port}")
        yield window
        await browser.close()
    assert window.problems == []


def launch(data: str, theme: str = "") -> str:
    """Return the fragment by which Telegram opens a page."""
    fields = {"tgWebAppData": data, "tgWebAppVersion": "8.0", "tgWebAppPlatform": "android"}
    return "#" + urlencode(fields | ({"tgWebAppThemeParams": theme} if theme else {}))


async def shown(page: Page) -> list[str]:
    """Return the codes of the rows that can be seen."""
    rows = await page.locator("#list > li:visible").evaluate_all("rows => rows.map(row => row.id.slice(4))")
    return list(rows)


async def until_shown(page: Page, *codes: str) -> None:
    await page.wait_for_function(
        "codes => { const seen = [...document.querySelectorAll('#list > li')].filter(row => row.checkVisibility())"
        ".map(row => row.id.slice(4)); return JSON.stringify(seen) === JSON.stringify(codes) }",
        arg=list(codes),
    )


@pytest.mark.parametrize(
    ("lang", "typed", "heading", "follow"),
    [("ru", "турцыя", "Турция", "Сбросить"), ("kk", "turkiyaga viza kerek pe", "Түркия", "Бәрін тазарту")],
)
async def test_a_country_is_found_in_any_spelling_and_its_card_read(
    window: Window, lang: str, typed: str, heading: str, follow: str
) -> None:
    page = await window.open(f"/?lang={lang}")
    await page.get_by_role("searchbox").fill(typed)
    await until_shown(page, "TR")
    await page.get_by_role("link", name=heading).click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_text("90 ").first.wait_for()
    assert heading in await dialog.get_by_role("heading").inner_text()
    assert page.url.endswith("#TR")
    assert await dialog.get_by_role("link").first.get_attribute("rel") == "noopener"
    await page.go_back()
    await dialog.wait_for(state="hidden")
    await page.get_by_role("button", name=follow).click()
    assert len(await shown(page)) == 198


async def test_the_list_and_the_map_are_narrowed_by_buttons_and_by_words(window: Window, app: App) -> None:
    page = await window.open(viewport={"width": 1200, "height": 800})
    await page.locator('.switch[data-regime="visa_free"]').click()
    facts = app.holder.current.destinations
    free = {code for code, one in facts.items() if one.regime == "visa_free"}
    assert set(await shown(page)) == free
    assert await page.locator("#canvas .place:not(.off)").count() == len(free)
    await page.locator("#days").select_option("60")
    assert set(await shown(page)) == {code for code in free if (facts[code].stay_days or 0) >= 60}
    await page.get_by_role("button", name="Сбросить").click()
    await page.get_by_role("searchbox").fill("куда без визы на 60 дней в европе")
    await page.wait_for_function("() => document.querySelector('#days').value === '60'")
    assert await page.locator('.switch[data-regime="visa_free"]').get_attribute("aria-pressed") == "true"
    found = set(await shown(page))
    assert found
    assert all(facts[code].region is Region.EUROPE for code in found)
    await page.get_by_role("searchbox").fill("йцукенгшщ")
    await page.get_by_text("Ничего не нашлось").wait_for()


async def test_every_place_is_on_the_map_and_a_small_state_can_be_tapped(window: Window, app: App) -> None:
    page = await window.open(has_touch=True)
    marks = page.locator("#canvas [data-code]:not([data-code=''])")
    drawn = await marks.evaluate_all("marks => marks.map(mark => mark.dataset.code)")
    assert set(drawn) == set(app.holder.current.destinations)
    told = await marks.evaluate_all(
        "marks => Object.fromEntries(marks.map(m => [m.dataset.code, m.getAttribute('class')]))"
    )
    for code, one in app.holder.current.destinations.items():
        assert one.regime in told[code].split(), code
    where = await page.evaluate(
        "() => { const box = document.querySelector('#canvas path[data-code=MV]').getBoundingClientRect();"
        " return [box.x + box.width / 2, box.y + box.height / 2] }"
    )
    await page.touchscreen.tap(where[0] + 8, where[1] + 8)  # fingers miss
    await page.get_by_role("dialog").get_by_text("Мальдивы").wait_for()


async def test_everything_works_by_the_keyboard_alone(window: Window) -> None:
    page = await window.open()
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.className") == "skip"
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.closest('li').id") == (
        await page.locator("#list > li").first.get_attribute("id")
    )
    await page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    await dialog.get_by_text("Источник").first.wait_for()
    for _ in range(6):  # the focus stays in the card or in the browser's own buttons
        await page.keyboard.press("Tab")
        assert await page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
    await page.keyboard.press("Escape")
    await dialog.wait_for(state="hidden")
    assert await page.evaluate("!!document.activeElement.closest('#list li')")
    assert "#" not in page.url.rstrip("#")
    await page.locator("#zoom-in").focus()
    for _ in range(4):
        await page.keyboard.press("Enter")
    assert await page.evaluate("document.activeElement.id") == "zoom-out", "the button that leaves hands the focus on"
    await page.locator("#zoom-all").press("Enter")
    assert await page.evaluate("document.activeElement.id") == "zoom-in"


async def test_a_person_whom_telegram_vouches_for_follows(window: Window, app: App) -> None:
    data = init_data(TOKEN, {"id": ASEL, "first_name": "Асель", "language_code": "ru"}, clock.now())
    page = await window.open("/?lang=ru" + launch(data))
    await page.evaluate("location.hash = 'TR'")
    await page.get_by_role("button", name="Следить").click()
    await page.get_by_role("dialog").get_by_text("откройте бота").wait_for()
    assert await app.subscriptions.of(ASEL) == (Topic.parse("country:TR"),)
    await page.keyboard.press("Escape")
    await page.get_by_role("link", name="Переговоры с ЕС").click()
    await page.get_by_role("button", name="Следить за переговорами").click()
    await page.locator("#follow-eu[aria-pressed=true]").wait_for()
    assert Topic.parse("eu") in await app.subscriptions.of(ASEL)
    await page.locator("#follow-eu").click()
    await page.locator("#follow-eu[aria-pressed=false]").wait_for()
    assert await app.subscriptions.of(ASEL) == (Topic.parse("country:TR"),)


@pytest.mark.parametrize(
    ("token", "age", "words"), [("1:another", 0, "Не получилось вас узнать"), (TOKEN, 120, "слишком давно")]
)
async def test_whom_telegram_does_not_vouch_for_is_told_and_gets_no_button(
    window: Window, app: App, token: str, age: int, words: str
) -> None:
    data = init_data(token, {"id": ASEL, "first_name": "Асель"}, clock.now() - timedelta(minutes=age))
    page = await window.open("/?lang=ru" + launch(data))
    await page.get_by_role("link", name="Переговоры с ЕС").click()
    await page.get_by_text(words).wait_for()
    assert not await page.locator("#follow-eu").is_visible()
    assert await app.users.get(ASEL) is None
    window.problems.clear()  # the browser tells of the refusal too


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["ru", "kk"])
async def test_nothing_stands_in_anybodys_way(window: Window, lang: str, scheme: str) -> None:
    page = await window.open(
        f"/?lang={lang}", viewport={"width": 320, "height": 640}, color_scheme=scheme, bypass_csp=True
    )
    for place in ("", "TR", "eu"):
        await page.evaluate(f"location.hash = '{place}'")
        await page.locator({"": "#list", "TR": "#card-body i", "eu": "#eu-title"}[place]).first.wait_for()
        await page.wait_for_function("() => document.getAnimations().every(one => one.playState === 'finished')")
        found = await Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        assert found.violations_count == 0, found.generate_report()
        assert await page.evaluate("document.documentElement.scrollWidth") <= 320


async def test_telegrams_colours_are_worn_where_they_can_be_read(window: Window) -> None:
    data = init_data(TOKEN, {"id": ASEL, "first_name": "Асель"}, clock.now())
    colours = {"bg_color": "#17212b", "secondary_bg_color": "#232e3c", "text_color": "#f5f5f5", "link_color": "#6ab3f3"}
    theme = json.dumps(colours | {"hint_color": "#b1c3d5"})
    page = await window.open("/?lang=ru" + launch(data, theme))
    assert await page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(35, 46, 60)"
    assert await page.evaluate("document.documentElement.dataset.theme") == "dark"
    unreadable = theme.replace("#f5f5f5", "#17212b").replace("#232e3c", "#17212b")
    page = await window.open("/?lang=ru" + launch(data, unreadable), color_scheme="light")
    ink = await page.evaluate("getComputedStyle(document.body).color")
    assert ink != "rgb(23, 33, 43)", "ours stays where theirs can't be read"


async def test_without_scripts_the_list_is_there(window: Window) -> None:
    context = await window.browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(f"{window.address}/?lang=kk")
    await page.get_by_text("Түркия").first.wait_for()
    assert await page.locator("#list > li").count() == 198
    assert await page.locator("#eu .stepper li").count() == 13
