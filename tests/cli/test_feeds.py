"""`feeds list`, `test` and `check`, on a real database and a real HTTP server."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.cli.conftest import Sapar, is_one_line
from tests.feeds.feed_site import rss

TALKS = "Второй раунд переговоров с ЕС об облегчении виз для казахстанцев"


class Handler(BaseHTTPRequestHandler):
    """Serves one feed, and an error elsewhere."""

    def do_GET(self) -> None:
        body = rss(("1", TALKS), ("2", "Погода")).encode()
        self.send_response(200 if self.path == "/feed" else 503)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("FEEDS_ALLOW_PRIVATE", "true")
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as served:
        thread = threading.Thread(target=served.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{served.server_port}"
        served.shutdown()
        thread.join()


def put(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "feeds.csv").write_text(text, encoding="utf-8")
    monkeypatch.setenv("FEEDS_FILE", "feeds.csv")


def test_the_shipped_feeds_are_listed(sapar: Sapar) -> None:
    told = sapar("feeds", "list", "--json")
    feeds = json.loads(told.out)
    assert (told.code, len(feeds) > 10) == (0, True)
    assert {one["state"] for one in feeds} == {"not looked at yet"}
    assert {"id", "name", "url", "kind", "failures"} <= set(feeds[0])
    table = sapar("feeds", "list").out
    assert "Astana Times" in table
    assert "None" not in table


def test_the_shipped_feeds_are_found_wherever_one_stands(sapar: Sapar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FEEDS_FILE")
    assert "all good" in sapar("feeds", "check").out


def test_an_address_is_tried(sapar: Sapar, server: str) -> None:
    told = sapar("feeds", "test", f"{server}/feed", "--json")
    data = json.loads(told.out)
    assert (told.code, data["outcome"], data["kind"]) == (0, "read", "rss")
    assert [(one["title"], one["concerns"] is None) for one in data["items"]] == [(TALKS, False), ("Погода", True)]
    assert data["items"][0]["concerns"]["subject"] == "talks"
    told = sapar("feeds", "test", f"{server}/feed", "--kind", "rss")
    assert told.last == "read: rss, 2 items, 1 for the editors"
    assert " talks " in told.out


def test_an_address_that_fails_is_1_and_says_how(sapar: Sapar, server: str) -> None:
    told = sapar("feeds", "test", server)
    assert (told.code, told.last) == (1, "refused (503): nothing to watch there")


def test_a_private_address_is_not_tried_unless_allowed(
    sapar: Sapar, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FEEDS_ALLOW_PRIVATE", "false")
    assert sapar("feeds", "test", f"{server}/feed").last == "private: nothing to watch there"


@pytest.mark.parametrize("arguments", [("nowhere",), ("https://x.example", "--kind", "pigeon")])
def test_what_cannot_be_tried_is_2(sapar: Sapar, arguments: tuple[str, ...]) -> None:
    told = sapar("feeds", "test", *arguments)
    assert told.code == 2
    assert is_one_line(told.err)


def test_a_good_file_is_0_and_a_bad_one_names_its_lines(
    sapar: Sapar, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, "name,url,kind,language\nA,https://a.example/,rss,ru\n", monkeypatch)
    assert (sapar("feeds", "check").code, sapar("feeds", "check").last) == (0, "1 feed in feeds.csv, all good")
    put(folder, "name,url,kind,language\nA,https://a.example/,rss,ru\nB,b,rss,ru\n,https://c,rss,\n", monkeypatch)
    told = sapar("feeds", "check")
    assert told.code == 1
    assert [line.split(":")[0] for line in told.out.splitlines()] == ["feeds.csv, line 3", "feeds.csv, line 4"]
    data = json.loads(sapar("feeds", "check", "--json").out)
    assert (data["ok"], data["feeds"], len(data["problems"])) == (False, 1, 2)


def test_the_doctor_names_feeds_that_fail(sapar: Sapar, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, "name,url,kind,language\nA,https://a.example/,rss,ru\nB,b,rss,ru\n", monkeypatch)
    told = sapar("doctor", "--json")
    parts = {one["part"]: one for one in json.loads(told.out)["findings"]}
    assert told.code == 1
    assert "line 3" in parts["feeds"]["text"]
