"""`doctor`, on a real database and a real HTTP server."""

import asyncio
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from tests.cli.conftest import Sapar

TOKEN = "1234567890:AAEabcdefghijklmnopqrstuvwxyz01234"
ODD, LIST = TOKEN[:-1] + "A", TOKEN[:-1] + "B"
ANSWERS: dict[str, Any] = {
    "getMe": {"ok": True, "result": {"username": "sapar_bot"}},
    "getWebhookInfo": {"ok": True, "result": {"url": ""}},
}


async def answer(request: web.Request) -> web.Response:
    if request.match_info["token"] == ODD:
        return web.Response(text="<html>")
    if request.match_info["token"] == LIST:
        return web.json_response([])
    if request.match_info["token"] != TOKEN:
        return web.json_response({"ok": False, "error_code": 401, "description": "Unauthorized"}, status=401)
    return web.json_response(ANSWERS[request.match_info["method"]])


@pytest.fixture
def server() -> Iterator[str]:
    """Yield the address of a Bot API server in a thread of its own: a command has a loop of its own."""
    loop, ready, address = asyncio.new_event_loop(), threading.Event(), []

    async def serve() -> web.AppRunner:
        app = web.Application()
        app.add_routes([web.post("/bot{token}/{method}", answer)])
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        address.append(f"http://127.0.0.1:{runner.addresses[0][1]}")
        return runner

    def work() -> None:
        asyncio.set_event_loop(loop)
        runner = loop.run_until_complete(serve())
        ready.set()
        loop.run_forever()
        loop.run_until_complete(runner.cleanup())
        loop.close()

    thread = threading.Thread(target=work)
    thread.start()
    ready.wait(10)
    yield address[0]
    loop.call_soon_threadsafe(loop.stop)
    thread.join(10)


def found(sapar: Sapar) -> tuple[bool, dict[str, dict[str, str]]]:
    told = sapar("doctor", "--json")
    data = json.loads(told.out)
    assert told.code == (0 if data["ok"] else 1)
    return data["ok"], {one["part"]: one for one in data["findings"]}


def test_a_playground_is_well(sapar: Sapar) -> None:
    ok, parts = found(sapar)
    assert ok
    assert "198 destinations" in parts["facts"]["text"]
    told = sapar("doctor")
    assert told.code == 0
    assert "✓ facts" in told.out


def test_a_good_token_is_well(sapar: Sapar, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_API_URL", server)
    ok, parts = found(sapar)
    assert ok
    assert parts["token"]["text"] == "@sapar_bot"


@pytest.mark.parametrize(
    ("token", "words"),
    [(TOKEN[:-1] + "9", "does not know"), ("nothing", "does not look like")],
)
def test_a_bad_token_is_told_and_never_shown(
    sapar: Sapar, server: str, monkeypatch: pytest.MonkeyPatch, token: str, words: str
) -> None:
    monkeypatch.setenv("BOT_TOKEN", token)
    monkeypatch.setenv("TELEGRAM_API_URL", server)
    ok, parts = found(sapar)
    assert not ok
    assert words in parts["token"]["text"]
    assert TOKEN[11:-1] not in sapar("doctor").out


@pytest.mark.parametrize(("token", "words"), [(ODD, "can't be reached"), (LIST, "no Bot API server")])
def test_a_server_that_is_no_telegram_is_told(
    sapar: Sapar, server: str, monkeypatch: pytest.MonkeyPatch, token: str, words: str
) -> None:
    monkeypatch.setenv("BOT_TOKEN", token)
    monkeypatch.setenv("TELEGRAM_API_URL", server)
    ok, parts = found(sapar)
    assert not ok
    assert words in parts["telegram"]["text"]


def test_a_telegram_out_of_reach_is_told(sapar: Sapar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:1")
    ok, parts = found(sapar)
    assert not ok
    assert "can't be reached" in parts["telegram"]["text"]


def test_wrong_settings_are_a_finding(sapar: Sapar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PORT", "http")
    ok, parts = found(sapar)
    assert not ok
    assert "HTTP_PORT" in parts["settings"]["text"]


def test_looking_makes_no_database(sapar: Sapar, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{folder}/deep/none.db")
    ok, parts = found(sapar)
    assert not ok
    assert "is not there yet" in parts["database"]["text"]
    assert not (folder / "deep").exists()


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("nothing", "no address"),
        ("postgresql+asyncpg://sapar:geheim@127.0.0.1:1/sapar", ""),
        ("sqlite+aiosqlite:///people.csv", "not a database"),
    ],
)
def test_a_database_that_cannot_be_read_is_told(
    sapar: Sapar, folder: Path, monkeypatch: pytest.MonkeyPatch, url: str, words: str
) -> None:
    (folder / "people.csv").write_text("telegram_id,language,topics\n" * 100, encoding="utf-8")
    monkeypatch.setenv("DATABASE_URL", url)
    ok, parts = found(sapar)
    assert not ok
    assert parts["database"]["verdict"] == "wrong"
    assert words in parts["database"]["text"]
    assert "geheim" not in json.dumps(parts)


def test_an_older_database_is_told(sapar: Sapar, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    with sqlite3.connect(folder / "old.db") as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('0000')")
    connection.close()
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{folder}/old.db")
    ok, parts = found(sapar)
    assert not ok
    assert "at 0000" in parts["schema"]["text"]


def test_backups_are_looked_at(sapar: Sapar, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCH_INTERVAL", "0")
    assert "none in" in sapar("doctor").out
    (folder / "var/backups").mkdir(parents=True)
    (folder / "var/backups/sapar-20250101T030000Z.db").write_bytes(b"")
    told = sapar("doctor", "--json")
    assert told.code == 1
    [backups] = [one for one in json.loads(told.out)["findings"] if one["part"] == "backups"]
    assert backups["verdict"] == "wrong"


def test_a_damaged_database_is_told_with_what_to_do(
    sapar: Sapar, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "bad.db").write_bytes(b"this is no database" * 500)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{folder}/bad.db")
    told = sapar("doctor")
    assert told.code == 1
    assert "is damaged" in told.out
    assert "restore" in told.out


def test_the_clock_is_compared_with_the_servers(sapar: Sapar, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_API_URL", server)
    assert "clock" in sapar("doctor").out
