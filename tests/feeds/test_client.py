"""Looking at addresses over HTTP: what a good server gives, and what a bad one can't do."""

import asyncio
import gzip
import socket
import zlib
from dataclasses import replace

import pytest
from aiohttp import web

from bot.domain.look import Fetched
from bot.domain.watch import Feed, FeedKind, Outcome
from bot.feeds.addresses import Gate, is_public
from bot.feeds.client import FeedClient, agent_of
from bot.feeds.http import LARGEST
from bot.feeds.problems import PrivateAddressError
from tests.feeds.feed_site import SAMPLES, FeedSite, rss, silent

FEED = rss(("1", "One"))


def feed_at(url: str, kind: FeedKind = FeedKind.RSS, **values: str) -> Feed:
    return replace(Feed(1, url, "one", kind, "ru", "", "file"), **values)  # type: ignore[arg-type]


# -- a good server ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.xml")), ids=lambda path: path.name)
async def test_samples_are_read(site: FeedSite, client: FeedClient, path) -> None:  # type: ignore[no-untyped-def]
    url = site.put("/f", path.read_bytes(), Content_Type="application/xml")
    found = await client.look(feed_at(url))
    assert found.outcome is Outcome.READ
    assert len(found.items) == path.read_text("utf-8").count("</title>") - 1
    assert all(one.link and one.title and one.key for one in found.items)
    assert any(one.published for one in found.items)


async def test_a_second_look_asks_whether_anything_changed(site: FeedSite, client: FeedClient) -> None:
    url = site.put("/f", FEED, ETag='"7"', Last_Modified="Wed, 04 Mar 2026 00:00:00 GMT")
    first = await client.look(feed_at(url))
    assert (first.outcome, first.etag, first.last_modified) == (Outcome.READ, '"7"', "Wed, 04 Mar 2026 00:00:00 GMT")
    second = await client.look(feed_at(url, etag=first.etag, last_modified=first.last_modified))
    assert (second.outcome, second.items) == (Outcome.UNCHANGED, ())
    assert site.asked[1].headers["If-None-Match"] == '"7"'
    assert site.asked[1].headers["If-Modified-Since"] == "Wed, 04 Mar 2026 00:00:00 GMT"
    assert "If-None-Match" not in site.asked[0].headers


async def test_who_asks_and_for_what_is_said(site: FeedSite) -> None:
    client = FeedClient(allow_private=True, agent=agent_of("sapar_bot"))
    await client.look(feed_at(site.put("/f", FEED)))
    headers = site.asked[0].headers
    assert "https://t.me/sapar_bot" in headers["User-Agent"]
    assert headers["Accept-Language"].startswith("ru")
    assert headers["Accept-Encoding"] == "gzip, deflate"


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(FEED.encode())),
        ("x-gzip", gzip.compress(FEED.encode()[:50]) + gzip.compress(FEED.encode()[50:]) + b"\0\0\0"),
        ("deflate", zlib.compress(FEED.encode())),
        ("deflate", zlib.compress(FEED.encode())[2:-4]),
        ("identity", FEED.encode()),
    ],
)
async def test_packed_answers_are_unpacked(site: FeedSite, client: FeedClient, encoding: str, packed: bytes) -> None:
    found = await client.look(feed_at(site.put("/f", packed, Content_Encoding=encoding)))
    assert [one.title for one in found.items] == ["One"]


async def test_a_feed_that_moved_is_followed_with_its_marks(site: FeedSite, client: FeedClient) -> None:
    site.put("/new/f", FEED, ETag='"7"')
    url = site.put("/old", "", 301, Location="new/f")
    assert (await client.look(feed_at(url))).outcome is Outcome.READ
    assert (await client.look(feed_at(url, etag='"7"'))).outcome is Outcome.UNCHANGED


async def test_links_are_relative_to_where_the_feed_is(site: FeedSite, client: FeedClient) -> None:
    body = "<rss version='2.0'><channel><item><title>T</title><link>../a</link></item></channel></rss>"
    site.put("/deep/er/f", body)
    found = await client.look(feed_at(site.put("/old", "", 302, Location="/deep/er/f")))
    assert found.items[0].link == f"{site.address}/deep/a"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (FEED, FeedKind.RSS),
        ("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>T</title></feed>", FeedKind.ATOM),
        ('{"items": [{"id": 1, "title": "One"}]}', FeedKind.JSON),
        ("<!doctype html><html><a href='/a'>Three words of a headline</a>", FeedKind.HTML),
    ],
)
async def test_what_an_address_is_is_found_out(site: FeedSite, client: FeedClient, body: str, kind: FeedKind) -> None:
    found = await client.probe(site.put("/f", body))
    assert (found.outcome, found.kind) == (Outcome.READ, kind)
    assert (await client.probe(site.address + "/f", kind)).outcome is Outcome.READ


# -- a bad server -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        ("<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>", {"Content_Type": "text/html"}),
        ("", {}),
        ("   \n", {}),
        (bytes(range(256)) * 400, {}),
        ("<rss><channel><item><title>cut", {"Content_Encoding": "gzip"}),
        (gzip.compress(FEED.encode() * 50)[:-20], {"Content_Encoding": "gzip"}),
        (zlib.compress(FEED.encode())[:20], {"Content_Encoding": "deflate"}),
        (FEED, {"Content_Encoding": "br"}),
        ('{"items": []}', {}),
        ("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]>" + FEED, {}),
    ],
)
async def test_what_is_no_feed_is_told_so(
    site: FeedSite, client: FeedClient, body: bytes | str, headers: dict[str, str]
) -> None:
    found = await client.look(feed_at(site.put("/f", body, **headers)))
    assert (found.outcome, found.items) == (Outcome.NO_FEED, ())


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500, 503, 204, 304])
async def test_a_refusal_names_its_status(site: FeedSite, client: FeedClient, status: int) -> None:
    found = await client.look(feed_at(site.put("/f", "", status)))
    assert (found.outcome, found.detail, found.retry_after) == (Outcome.REFUSED, str(status), None)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120), ("Wed, 01 Jan 2020 00:00:00 GMT", 0), ("999999999", 86_400), ("soon", None), ("-5", None)],
)
async def test_a_server_may_ask_for_patience(
    site: FeedSite, client: FeedClient, value: str, seconds: float | None
) -> None:
    found = await client.look(feed_at(site.put("/f", "", 503, Retry_After=value)))
    assert found.retry_after == seconds


async def test_fifty_megabytes_are_not_read(site: FeedSite, client: FeedClient) -> None:
    found = await client.look(feed_at(site.serve("/f", site.endless)))
    assert found.outcome is Outcome.TOO_LARGE
    assert site.sent < 4 * LARGEST


async def test_a_length_that_is_too_large_is_enough(site: FeedSite, client: FeedClient) -> None:
    found = await client.look(feed_at(site.put("/f", b"x" * (LARGEST + 1))))
    assert found.outcome is Outcome.TOO_LARGE


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
async def test_a_bomb_does_not_go_off(site: FeedSite, client: FeedClient, pack) -> None:  # type: ignore[no-untyped-def]
    encoding = "gzip" if pack is gzip.compress else "deflate"
    found = await client.look(feed_at(site.put("/f", pack(bytes(100_000_000)), Content_Encoding=encoding)))
    assert found.outcome is Outcome.TOO_LARGE


async def test_a_circle_of_addresses_ends(site: FeedSite, client: FeedClient) -> None:
    site.put("/b", "", 302, Location="/a")
    found = await client.look(feed_at(site.put("/a", "", 302, Location="/b")))
    assert (found.outcome, found.detail, len(site.asked)) == (Outcome.REDIRECTS, "in a circle", 2)


async def test_an_endless_way_ends(site: FeedSite, client: FeedClient) -> None:
    for number in range(9):
        site.put(f"/{number}", "", 307, Location=f"/{number + 1}")
    found = await client.look(feed_at(f"{site.address}/0"))
    assert (found.outcome, len(site.asked)) == (Outcome.REDIRECTS, 6)


@pytest.mark.parametrize("target", ["ftp://x.example/", "file:///etc/passwd", "javascript:1", "http://[", "//:0/"])
async def test_a_way_out_of_the_web_is_not_taken(site: FeedSite, client: FeedClient, target: str) -> None:
    found = await client.look(feed_at(site.put("/a", "", 302, Location=target)))
    assert found.outcome is Outcome.UNREACHABLE


async def test_a_silent_server_is_too_slow(site: FeedSite) -> None:
    client = FeedClient(allow_private=True, seconds=0.2)
    assert (await client.look(feed_at(site.serve("/f", silent)))).outcome is Outcome.TOO_SLOW


async def test_nobody_there_is_unreachable(client: FeedClient) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        found = await client.look(feed_at(f"http://127.0.0.1:{taken.getsockname()[1]}/"))
    assert found.outcome is Outcome.UNREACHABLE
    assert (await client.look(feed_at("http://no-such-host.invalid/"))).outcome is Outcome.UNREACHABLE
    assert (await client.look(feed_at("http://" + "a" * 300 + ".example/"))).outcome is Outcome.UNREACHABLE


async def said_by_socket(words: bytes) -> Fetched:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(words)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        return await FeedClient(allow_private=True).look(feed_at(f"http://127.0.0.1:{port}/"))


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", Outcome.NO_FEED),
        (b"", Outcome.UNREACHABLE),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss", Outcome.NO_FEED),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: \xff\xfe\r\nContent-Length: 1\r\n\r\n<", Outcome.NO_FEED),
        (b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 200_000 + b"\r\n\r\n", Outcome.NO_FEED),
    ],
)
async def test_what_is_not_http_harms_nobody(words: bytes, outcome: Outcome) -> None:
    found = await said_by_socket(words)
    assert found.outcome is outcome
    found.detail.encode()


async def test_a_plain_server_asked_for_tls_is_unreachable(site: FeedSite, client: FeedClient) -> None:
    found = await client.look(feed_at(site.address.replace("http:", "https:")))
    assert found.outcome is Outcome.UNREACHABLE


async def test_a_mark_that_is_no_mark_is_not_kept(site: FeedSite, client: FeedClient) -> None:
    found = await client.look(feed_at(site.put("/f", FEED, ETag='"' + "x" * 600 + '"')))
    assert (found.outcome, found.etag) == (Outcome.READ, "")


# -- addresses --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "[::1]", "[::ffff:127.0.0.1]"]
)
async def test_this_machine_is_not_asked(site: FeedSite, host: str) -> None:
    url = site.put("/f", FEED).replace("127.0.0.1", host)
    found = await FeedClient().look(feed_at(url))
    assert found.outcome in (Outcome.PRIVATE, Outcome.UNREACHABLE)  # some systems know no «127.1»
    assert found.outcome is Outcome.PRIVATE or host not in ("127.0.0.1", "localhost")
    assert not site.asked


async def test_a_public_address_may_not_lead_to_a_private_one(site: FeedSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first hop is let through as if it were public; the second is checked like any other."""
    port = int(site.address.rpartition(":")[2])
    monkeypatch.setattr("bot.feeds.addresses.PORTS", (port,))
    monkeypatch.setattr("bot.feeds.addresses.is_public", lambda host: len(site.asked) == 0)
    site.put("/secret", FEED)
    found = await FeedClient().look(feed_at(site.put("/f", "", 302, Location="/secret")))
    assert found.outcome is Outcome.PRIVATE
    assert [request.path for request in site.asked] == ["/f"]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::", "::1", "fe80::1%eth0", "fc00::1", "fec0::1",
        "ff02::1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1", "2001:db8::1", "2001:0:1::80ff:fffe", "", "x",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(PrivateAddressError):
        Gate(allow_private=False)((socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)))


@pytest.mark.parametrize("address", ["8.8.8.8", "2a00:1450:4001::1", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_addresses_that_are(address: str) -> None:
    assert is_public(address)


def test_a_public_address_is_asked_at_the_webs_ports_only() -> None:
    gate = Gate(allow_private=False)
    with pytest.raises(PrivateAddressError):
        gate((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8", 22)))
    gate((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8", 443))).close()
    assert gate.has_refused


async def test_looks_don_t_share_what_a_server_tells(site: FeedSite, client: FeedClient) -> None:
    async def answer(_request: web.Request) -> web.Response:
        response = web.Response(text=FEED)
        response.set_cookie("who", "me")
        return response

    url = site.serve("/f", answer)
    await asyncio.gather(*(client.look(feed_at(url)) for _ in range(3)))
    assert not any(request.cookies for request in site.asked)
