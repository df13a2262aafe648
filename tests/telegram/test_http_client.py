"""The HTTP client of bulk messages: answers in every form the standard allows, and servers that fail."""

import asyncio
import itertools
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram import http_client
from bot.telegram.http_client import HttpClient
from bot.telegram.http_response import MOST, BrokenAnswerError, ResponseParser
from bot.telegram.transport import HttpTransport

OK = b'{"ok": true}'
Server = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

ANSWERS = {
    "length": b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n" + OK,
    "chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n"
    + OK[:5]
    + b"\r\n7;x=y\r\n"
    + OK[5:]
    + b"\r\n0\r\nX-T: 1\r\n\r\n",
    "interim": b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n" + OK,
}


@given(st.sampled_from(sorted(ANSWERS)), st.lists(st.integers(1, 100), max_size=8))
def test_an_answer_is_the_same_in_whatever_pieces_it_comes(kind: str, cuts: list[int]) -> None:
    answer, parser, done = ANSWERS[kind], ResponseParser(), False
    edges = sorted({0, len(answer), *(cut for cut in cuts if cut < len(answer))})
    for start, end in itertools.pairwise(edges):
        assert not done
        done = parser.feed(answer[start:end])
    assert done
    assert (parser.status, parser.body, parser.stays_open) == (200, OK, True)


@pytest.mark.parametrize(
    ("head", "stays_open"),
    [
        (b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0", False),
        (b"HTTP/1.0 200 OK\r\nContent-Length: 0", False),
        (b"HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 0", True),
        (b"HTTP/1.1 204 No Content", True),
    ],
)
def test_a_connection_stays_open_if_the_server_says_so(head: bytes, stays_open: bool) -> None:
    parser = ResponseParser()
    assert parser.feed(head + b"\r\n\r\n")
    assert parser.stays_open is stays_open


def test_an_answer_without_a_length_ends_with_the_stream() -> None:
    parser = ResponseParser()
    assert not parser.feed(b"HTTP/1.1 502 Bad\r\n\r\n<html>")
    assert parser.end()
    assert (parser.status, parser.body, parser.stays_open) == (502, b"<html>", False)


@pytest.mark.parametrize("more", [b"junk", ANSWERS["length"]])
def test_more_than_an_answer_closes_the_connection(more: bytes) -> None:
    parser = ResponseParser()
    assert parser.feed(ANSWERS["length"] + more)
    assert (parser.status, parser.body, parser.stays_open) == (200, OK, False)


@pytest.mark.parametrize(
    "data",
    [
        b"SSH-2.0-OpenSSH\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n",
        b"x" * 100_000,
        b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * (MOST + 1),
    ],
)
def test_what_is_no_answer_is_refused(data: bytes) -> None:
    with pytest.raises(BrokenAnswerError):
        ResponseParser().feed(data)


@given(st.binary(max_size=300))
def test_no_bytes_break_the_parser(data: bytes) -> None:
    parser = ResponseParser()
    try:
        parser.feed(b"HTTP/1.1 200 OK\r\n" + data)
        parser.end()
    except BrokenAnswerError:
        pass


@asynccontextmanager
async def serving(serve: Server, tls: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    tasks: set[asyncio.Task[None]] = set()

    async def keep(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks.add(asyncio.current_task())  # type: ignore[arg-type]
        try:
            await serve(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(keep, "127.0.0.1", 0, ssl=tls)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def request(reader: asyncio.StreamReader) -> bytes:
    """Read one request; return its body."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
    return await reader.readexactly(int(length.partition(b":")[2]))


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while True:
        body = await request(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))


@asynccontextmanager
async def client(port: int, **values: float) -> AsyncIterator[HttpClient]:
    made = HttpClient(f"http://127.0.0.1:{port}/base", **values)  # type: ignore[arg-type]
    try:
        yield made
    finally:
        await made.close()
        await asyncio.sleep(0)


async def test_many_requests_share_few_connections() -> None:
    connections = 0

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        await echo(reader, writer)

    async with serving(serve) as port, client(port, limit=3) as http:
        bodies = [b"%d" % number for number in range(50)]
        assert await asyncio.gather(*(http.post("m", body) for body in bodies)) == [(200, body) for body in bodies]
        assert connections <= 3
        await http.post("m", b"again")
        assert connections <= 3


async def test_a_server_that_closes_after_each_answer_is_asked_again() -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await request(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")

    async with serving(serve) as port, client(port) as http:
        for _ in range(5):
            assert await http.post("m", b"{}") == (200, b"hi")
            await asyncio.sleep(0.02)


@pytest.mark.parametrize(
    "sent", [b"", b"HTTP/1.1 200 OK\r\nContent-Le", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"]
)
async def test_a_connection_lost_before_the_end_is_an_error(sent: bytes) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await request(reader)
        writer.write(sent)

    async with serving(serve) as port, client(port) as http:
        with pytest.raises(ConnectionError):
            await http.post("m", b"{}")


async def test_a_silent_server_is_given_up_and_its_late_answer_is_nobodys() -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        body = await request(reader)
        await asyncio.sleep(0.3 if body == b"slow" else 0)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))
        await echo(reader, writer)

    async with serving(serve) as port, client(port, timeout=0.1) as http:
        with pytest.raises(TimeoutError):
            await http.post("m", b"slow")
        await asyncio.sleep(0.3)
        assert await http.post("m", b"quick") == (200, b"quick")


async def test_one_who_waits_no_longer_spoils_nothing() -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            body = await request(reader)
            await asyncio.sleep(0.1)
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))

    async with serving(serve) as port, client(port, limit=1) as http:
        waiting = asyncio.create_task(http.post("m", b"first"))
        await asyncio.sleep(0.05)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        assert await http.post("m", b"second") == (200, b"second")


async def test_a_connection_unused_for_long_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_client, "IDLE", 0.05)
    connections = 0

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        await echo(reader, writer)

    async with serving(serve) as port, client(port) as http:
        await http.post("m", b"1")
        await asyncio.sleep(0.1)
        await http.post("m", b"2")
    assert connections == 2


async def test_nobody_there_is_an_error_without_the_token() -> None:
    async with serving(echo) as port:
        pass
    transport = HttpTransport(f"http://127.0.0.1:{port}", "42:secret")
    with pytest.raises(OSError) as caught:
        await transport.post("sendMessage", b"{}")
    assert "secret" not in "".join(str(one) for one in (caught.value, caught.value.__cause__, caught.value.__context__))


async def test_the_path_holds_the_token_and_what_is_no_json_is_an_empty_answer() -> None:
    heads = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 6\r\n\r\n<html>")

    async with serving(serve) as port:
        transport = HttpTransport(f"http://127.0.0.1:{port}", "42:secret")
        assert await transport.post("sendMessage", b"{}") == (502, {})
        await transport.close()
    assert heads[0].startswith(b"POST /bot42:secret/sendMessage HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n" % port)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
async def test_certificates_are_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
    make += ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(certificate)]
    await asyncio.to_thread(subprocess.run, make, check=True, capture_output=True)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    async with serving(echo, tls) as port:
        stranger = HttpClient(f"https://localhost:{port}")
        with pytest.raises(ssl.SSLCertVerificationError):
            await stranger.post("m", b"{}")
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        known = HttpClient(f"https://localhost:{port}")
        assert await known.post("m", b"{}") == (200, b"{}")
        assert await known.post("m", b"[]") == (200, b"[]")
        await known.close()
        await asyncio.sleep(0.05)
