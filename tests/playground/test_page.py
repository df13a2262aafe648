"""The chat page: its server, and in a real browser."""

import asyncio
import contextlib
import io
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus

import pytest
from aiogram.utils.web_app import safe_parse_webapp_init_data
from aiohttp import ClientSession, ClientWebSocketResponse, FormData, WSServerHandshakeError, web
from playwright.async_api import Locator, Page, async_playwright

from bot.playground import Playground, add_playground
from bot.playground.page_act import ACTS
from tests.playground import toy

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    playground = Playground()
    bot = toy.build_bot(playground.standin)
    await toy.publish_face(bot, playground.owner_id)
    running = asyncio.create_task(playground.run(toy.build_dispatcher(), bot))
    yield playground
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


@pytest.fixture
def app(playground: Playground) -> web.Application:
    app = web.Application()
    add_playground(app, playground)
    return app


@pytest.fixture
async def url(app: web.Application) -> AsyncIterator[str]:
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


class Client:
    """A page without a browser."""

    def __init__(self, socket: ClientWebSocketResponse, who: int) -> None:
        self.socket, self.who = socket, who

    async def do(self, name: str, **details: Any) -> None:
        await self.socket.send_json({"do": name, "who": self.who, **details})

    async def hear(self, kind: str, **wanted: Any) -> dict[str, Any]:
        async with asyncio.timeout(3):
            while True:
                news = json.loads(await self.socket.receive_str())
                if news["t"] == kind and wanted.items() <= news.items():
                    return dict(news)


@pytest.fixture
async def client(url: str, http: ClientSession, playground: Playground) -> AsyncIterator[Client]:
    async with http.ws_connect(f"{url}/playground/socket", origin=url) as socket:
        yield Client(socket, playground.owner_id + 2)


async def test_the_page_is_served_with_its_safety_rules(url: str, http: ClientSession) -> None:
    async with http.get(f"{url}/playground") as answer:
        assert str(answer.url).endswith("/playground/")
        assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
        page = await answer.text()
    assert "http" not in page.replace("http-equiv", "")
    for name, kind in (("app.js", "text/javascript"), ("base.css", "text/css"), ("icon.svg", "image/svg+xml")):
        async with http.get(f"{url}/playground/{name}") as answer:
            assert (answer.status, answer.content_type) == (200, kind)
    for name in ("nothing.js", "..%2fserver.py", "server.py"):
        async with http.get(f"{url}/playground/{name}") as answer:
            assert answer.status == 404


async def test_only_the_own_page_may_act(url: str, http: ClientSession) -> None:
    for origin in ("https://evil.example", ""):
        with pytest.raises(WSServerHandshakeError) as refused:
            await http.ws_connect(f"{url}/playground/socket", headers={"Origin": origin})
        assert refused.value.status == 403
        async with http.post(f"{url}/playground/upload", headers={"Origin": origin}) as answer:
            assert answer.status == 403


async def test_the_state_holds_people_chats_and_the_bots_face(client: Client) -> None:
    state = await client.hear("state")
    assert [(one["name"], one["language"], one["role"]) for one in state["people"]] == [
        ("Айгүл", "kk", "user"),
        ("Ерлан", "ru", "user"),
        ("Дана", "ru", "owner"),
    ]
    faces = [one["face"] for one in state["people"]]
    assert faces[0]["description"].startswith("Басқа елге")
    assert faces[1]["commands"][0]["description"] == "Нужна ли виза в страну"


async def test_a_conversation_goes_over_the_socket(client: Client, playground: Playground) -> None:
    await client.do("say", text="Турция")
    card = await client.hear("sent", mine=True)
    assert card["message"]["text"].startswith("🇹🇷")
    assert card["unread"] == 1
    await client.do("tap", message=card["message"]["message_id"], data="follow:1")
    assert (await client.hear("answered"))["text"] == "Сообщу, когда что-то изменится"
    assert (await client.hear("edited"))["message"]["message_id"] == card["message"]["message_id"]
    await client.do("read")
    assert (await client.hear("read"))["unread"] == 0
    await client.do("edit", message=1, text="Грузия")
    assert (await client.hear("sent", mine=True))["message"]["text"].startswith("Вижу правку")
    await client.do("say", text="ответ", reply_to=card["message"]["message_id"])
    assert (await client.hear("sent"))["message"]["reply_to_message"]["text"].startswith("🇹🇷")


async def test_inline_mode_keyboards_and_stickers(client: Client) -> None:
    await client.do("inline", text="тур")
    found = await client.hear("inline")
    await client.do("choose", query=found["query_id"], result="TR")
    assert (await client.hear("sent"))["message"]["via_bot"]["username"] == "sapar_demo_bot"
    await client.do("say", text="/keyboard")
    assert (await client.hear("keyboard"))["keyboard"]["keyboard"][0][0]["text"] == "Турция"
    await client.do("press", text="Убрать")
    assert (await client.hear("keyboard", keyboard=None))["chat"] == client.who
    for act, kind in (("sticker", "sticker"), ("location", "location"), ("contact", "contact")):
        await client.do(act, emoji="👍")
        assert kind in (await client.hear("sent", mine=False))["message"]


async def test_blocking_and_clearing(client: Client) -> None:
    await client.do("say", text="a")
    await client.hear("sent", mine=True)
    await client.do("block")
    assert (await client.hear("account"))["blocked"] is True
    await client.do("say", text="a")
    assert "has blocked the bot" in (await client.hear("refused"))["text"]
    await client.do("block")
    assert (await client.hear("account"))["blocked"] is False
    await client.do("clear")
    assert (await client.hear("deleted"))["chat"] == client.who


@pytest.mark.parametrize(
    "act",
    [
        '"text"', "[]", "{", '{"do": "say"}', '{"do": "nothing", "who": 1002}', '{"do": "say", "who": 5}',
        '{"do": "say", "who": 1002, "text": " "}', '{"do": "tap", "who": 1002, "message": 9, "data": "a"}',
        '{"do": "say", "who": 1002, "text": "' + "я" * 4097 + '"}', '{"do": "edit", "who": 1002}',
        '{"do": "choose", "who": 1002, "query": "1", "result": "1"}',
        '{"do": "web_app", "who": 1002, "url": "javascript:alert(1)"}', '{"do": "press", "who": 1002, "text": "a"}',
    ],
)  # fmt: skip
async def test_nonsense_is_refused_and_the_line_stays(client: Client, act: str) -> None:
    await client.socket.send_str(act)
    assert (await client.hear("refused"))["text"]
    await client.do("say", text="ещё здесь")
    await client.hear("sent", mine=True)


async def test_a_web_app_gets_signed_init_data(client: Client, playground: Playground) -> None:
    await client.do("web_app", url="https://sapar.example/app#old")
    opened = (await client.hear("web_app"))["url"]
    head, _, launch = opened.partition("#tgWebAppData=")
    assert head == "https://sapar.example/app"
    data = unquote_plus(launch.split("&tgWebAppVersion")[0])
    parsed = safe_parse_webapp_init_data(playground.token, data)
    assert parsed.user is not None
    assert (parsed.user.id, parsed.user.language_code) == (client.who, "ru")


async def test_files_go_up_and_come_down_safely(client: Client, url: str, http: ClientSession) -> None:
    async def send(content: bytes, name: str, kind: str = "document", who: int = client.who) -> tuple[int, str]:
        form = FormData({"who": str(who), "kind": kind, "caption": "подпись"})
        form.add_field("file", io.BytesIO(content), filename=name)
        async with http.post(f"{url}/playground/upload", data=form, headers={"Origin": url}) as answer:
            return answer.status, await answer.text()

    assert (await send(toy.png(4, 4, 1, 2, 3), "a.png", "photo"))[0] == 200
    photo = (await client.hear("sent"))["message"]
    assert photo["caption"] == "подпись"
    async with http.get(f"{url}/playground/file/{photo['photo'][0]['file_id']}") as answer:
        assert answer.content_type == "image/png"
    assert (await send(b"<script>alert(1)</script>", "a.html"))[0] == 200
    document = (await client.hear("sent", mine=False))["message"]["document"]
    async with http.get(f"{url}/playground/file/{document['file_id']}") as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert (await send(b"no picture", "a.png", "photo"))[0] == 400
    assert (await send(b"x", "a.txt", who=5))[0] == 400
    assert (await send(b"x" * (10 * 1024 * 1024 + 1), "a.bin"))[0] == 413
    async with http.post(f"{url}/playground/upload", data="x", headers={"Origin": url}) as answer:
        assert answer.status == 415
    async with http.get(f"{url}/playground/file/unknown") as answer:
        assert answer.status == 404


async def test_a_page_that_falls_behind_starts_anew(playground: Playground, client: Client) -> None:
    await client.hear("state")
    for number in range(3000):  # no reader gets a turn while these are made
        playground.standin.world.tell("typing", client.who, action="typing", number=number)
    assert (await client.hear("state"))["people"]


async def test_updates_can_be_pumped_elsewhere() -> None:
    playground, taken = Playground(), []

    async def take(update: dict[str, Any]) -> None:
        taken.append(update["message"]["text"])

    pumping = asyncio.create_task(playground.pump(take))
    await playground.residents[playground.owner_id].person.say("привет")
    await asyncio.sleep(0.01)
    pumping.cancel()
    assert taken == ["привет"]


async def test_every_act_of_the_page_is_known_to_the_server() -> None:
    scripts = "".join(path.read_text() for path in Path("bot/playground/page").glob("*.js"))
    asked = set(re.findall(r"act\.do\('(\w+)'", scripts)) | set(re.findall(r"do: '(\w+)'", scripts))
    assert asked == set(ACTS)


@pytest.fixture
async def page(url: str) -> AsyncIterator[Page]:
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}: run make browser")
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 360, "height": 740})
        problems: list[str] = []
        page.on("console", lambda message: message.type == "error" and problems.append(message.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        await page.goto(f"{url}/playground/#1002")
        yield page
        await browser.close()
    assert problems == []


def log(page: Page) -> Locator:
    return page.get_by_role("log")


async def say(page: Page, text: str) -> None:
    await page.get_by_label("Сообщение", exact=True).fill(text)
    await page.keyboard.press("Enter")


@pytest.mark.browser
async def test_a_person_talks_to_the_bot(page: Page) -> None:
    await page.get_by_text("Что умеет этот бот?").wait_for()
    await page.get_by_role("button", name="Начать", exact=True).click()
    await log(page).get_by_text("Здравствуйте. Это Сапар").wait_for()
    await say(page, "Турция")
    card = page.locator("article.in").last
    await card.get_by_text("До 90 дней").wait_for()
    assert await card.locator("strong").first.inner_text() == "Турция"
    await card.get_by_role("button", name="Следить").click()
    await page.locator(".toast", has_text="Сообщу, когда").wait_for()
    await page.get_by_role("button", name="Вы следите").wait_for()
    await page.get_by_role("button", name="Документы").click()
    await page.get_by_role("dialog").get_by_text("Паспорт, билет").wait_for()
    await page.keyboard.press("Escape")
    spoiler = page.get_by_role("button", name="Показать скрытое")
    await spoiler.press("Enter")
    assert await page.locator(".spoiler.open").inner_text() == "скрытое"
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.browser
async def test_an_alert_reaches_another_person_while_one_is_the_owner(page: Page) -> None:
    people = page.get_by_role("navigation", name="Люди")
    await people.get_by_role("button", name="Дана").click()
    await page.get_by_role("button", name="Начать", exact=True).click()
    await say(page, "/alert 1001")
    await log(page).get_by_text("Отправлено: 1").wait_for()
    await people.get_by_role("button", name="Айгүл, пользователь, kk, 1 непрочитанных").click()
    await log(page).get_by_text("второй раунд прошёл").wait_for()
    assert await page.locator("html").get_attribute("lang") == "kk"
    assert await page.locator(".badge").count() == 0
    await page.get_by_label("Хабарлама", exact=True).fill("/")
    await page.get_by_role("option", name="/visa Елге виза керек пе").wait_for()


@pytest.mark.browser
async def test_ones_last_message_is_edited_by_arrow_up_and_survives_a_reload(page: Page) -> None:
    await page.get_by_role("button", name="Начать", exact=True).click()
    await page.locator("article.in").wait_for()
    await say(page, "Турцыя")
    await log(page).get_by_text("Вы написали: Турцыя").wait_for()
    await page.keyboard.press("ArrowUp")
    await say(page, "Турция")
    await log(page).get_by_text("Вижу правку: Турция").wait_for()
    await page.reload()
    await page.locator("article.out", has_text="Турция").locator(".meta .edited").wait_for()
    assert await page.locator("article.out .text", has_text="Турцыя").count() == 0


@pytest.mark.browser
async def test_what_a_message_holds_never_becomes_markup(page: Page, playground: Playground) -> None:
    evil = '<img src=x onerror="document.title=1">'
    link = {"type": "text_link", "offset": 0, "length": 4, "url": "https://a.kz"}
    await playground.standin.call("sendMessage", {"chat_id": 1002, "text": evil, "entities": [link]})
    chat = playground.residents[1002].person.chat
    stored = list(chat.messages.values())[-1]
    stored.data["entities"][0]["url"] = "javascript:alert(1)"
    playground.standin.world.changed(chat, stored)
    await page.locator("article.in .meta .edited").wait_for()
    assert await page.locator("article .text img").count() == 0
    assert await page.locator("article .text a").count() == 0


@pytest.mark.browser
async def test_the_line_comes_back_after_a_break(page: Page, app: web.Application, playground: Playground) -> None:
    await page.get_by_role("button", name="Начать", exact=True).click()
    await page.locator("article.in").wait_for()
    await page.get_by_label("Сообщение", exact=True).fill("черновик")
    await app.shutdown()  # closes the sockets; the server itself goes on
    await playground.standin.call("sendMessage", {"chat_id": 1002, "text": "пока вас не было"})
    await log(page).get_by_text("пока вас не было").wait_for()
    assert await page.get_by_label("Сообщение", exact=True).input_value() == "черновик"


async def test_a_failing_handler_does_not_stop_the_playground(
    client: Client, playground: Playground, caplog: pytest.LogCaptureFixture
) -> None:
    playground.standin.fail_next(500, method="sendMessage")
    await client.do("say", text="раз")
    await client.do("say", text="два")
    assert (await client.hear("sent", mine=True))["message"]["text"].endswith("два")
    assert "failed" in caplog.text
