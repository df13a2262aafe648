"""A Bot API server on loopback, fast enough not to be the bound: HTTP/1.1 by hand on asyncio, in a process of its own.

Switches: a limit in any sliding second; latency with jitter, of which the share `before` passes before the message is
counted and the rest after; faults. It records what arrived. `GET /stats` tells all, `GET /count` how many arrived and
how many wait for their answer; `GET /reset` forgets.
"""

import argparse
import asyncio
import json
import random
import sys
import time
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from urllib.parse import parse_qs

import aiohttp

TOKEN = "42:bench"

LONG_POLL = 10.0
"""Seconds that a long poll lasts, since there are no updates here."""


class Desk:
    """What the server knows: the limit, the faults, the record."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.reset()

    def reset(self) -> None:
        self.window: deque[float] = deque()
        self.arrivals: list[float] = []
        self.delivered: Counter[int] = Counter()
        self.statuses: Counter[int] = Counter()
        self.waiting = 0
        self.polls = 0
        self.storm_until = 0.0
        self.number = 0

    def answer(self, method: str, chat: int) -> tuple[int, dict[str, object] | None]:
        """Return status and body, None for a connection that breaks."""
        if method == "getMe":
            return 200, {"ok": True, "result": {"id": 42, "is_bot": True, "first_name": "b", "username": "bench_bot"}}
        if not method.startswith("send"):
            return 200, {"ok": True, "result": True}
        now = time.monotonic()
        if self._over(now):
            return 429, {
                "ok": False, "error_code": 429, "description": "Too Many Requests: retry after 1",
                "parameters": {"retry_after": 1},
            }  # fmt: skip
        if (fault := self._fault(chat)) is not None:
            return fault
        self.window.append(now)
        self.arrivals.append(now)
        self.delivered[chat] += 1
        self.number += 1
        result = {"message_id": self.number, "date": 0, "chat": {"id": chat, "type": "private"}, "text": "x"}
        return 200, {"ok": True, "result": result}

    def _over(self, now: float) -> bool:
        while self.window and self.window[0] <= now - 1:
            self.window.popleft()
        if self.options.storms and len(self.arrivals) in self.options.storm_at:
            self.options.storm_at.discard(len(self.arrivals))
            self.storm_until = now + 1
        return now < self.storm_until or bool(self.options.limit and len(self.window) >= self.options.limit)

    def _fault(self, chat: int) -> tuple[int, dict[str, object] | None] | None:
        if not self.options.faults:
            return None
        share = chat % 100
        if share < 2:
            return 403, {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}
        if share == 2:
            return 403, {"ok": False, "error_code": 403, "description": "Forbidden: user is deactivated"}
        if share == 3:
            return 400, {"ok": False, "error_code": 400, "description": "Bad Request: chat not found"}
        if random.random() < 0.01:
            status = random.choice((500, 502, 0))
            return (0, None) if not status else (status, {"ok": False, "error_code": status, "description": "oops"})
        return None

    def count(self) -> dict[str, object]:
        return {"arrived": len(self.arrivals), "polls": self.polls, "waiting": self.waiting}

    def stats(self) -> dict[str, object]:
        return {
            "arrivals": self.arrivals, "statuses": dict(self.statuses), "distinct": len(self.delivered),
            "doubled": sum(n - 1 for n in self.delivered.values()),
            "reached": sorted(self.delivered) if len(self.delivered) < 200_000 else [],
        }  # fmt: skip


class Connection(asyncio.Protocol):
    """One keep-alive connection."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.buffer = desk, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport: asyncio.Transport = transport  # type: ignore[assignment]

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            head = self.buffer[:end]
            length = 0
            at = head.lower().find(b"content-length:")
            if at >= 0:
                length = int(head[at + 15 :].split(b"\r\n", 1)[0])
            if len(self.buffer) < end + 4 + length:
                return
            body, self.buffer = self.buffer[end + 4 : end + 4 + length], self.buffer[end + 4 + length :]
            self.serve(head.split(b" ", 2)[1].decode(), body)

    def serve(self, path: str, body: bytes) -> None:
        if path == "/stats":
            self.write(200, self.desk.stats())
        elif path == "/count":
            self.write(200, self.desk.count())
        elif path == "/reset":
            self.desk.reset()
            self.write(200, {})
        elif path.endswith("/getUpdates"):
            self.desk.polls += 1
            asyncio.get_running_loop().call_later(LONG_POLL, self.write, 200, {"ok": True, "result": []})
        elif self.desk.options.latency:
            self.desk.waiting += 1
            self.on_the_way(self.desk.options.before, self.arrive, path, body)
        else:
            self.write(*self.take(path, body))

    def on_the_way(self, share: float, then: Callable[..., None], *arguments: object) -> None:
        options = self.desk.options
        pause = (options.latency + random.uniform(-options.jitter, options.jitter)) * share
        asyncio.get_running_loop().call_later(pause, then, *arguments)

    def take(self, path: str, body: bytes) -> tuple[int, dict[str, object] | None]:
        status, answer = self.desk.answer(path.rpartition("/")[2], _chat(body))
        self.desk.statuses[status] += 1
        return status, answer

    def arrive(self, path: str, body: bytes) -> None:
        self.on_the_way(1 - self.desk.options.before, self.land, *self.take(path, body))

    def land(self, status: int, answer: dict[str, object] | None) -> None:
        self.desk.waiting -= 1
        self.write(status, answer)

    def write(self, status: int, answer: dict[str, object] | None) -> None:
        if self.transport.is_closing():
            return
        if answer is None:
            self.transport.abort()
            return
        payload = json.dumps(answer).encode()
        self.transport.write(
            b"HTTP/1.1 %d x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
            % (status, len(payload), payload)
        )


def _chat(body: bytes) -> int:
    """Return the chat of a JSON, urlencoded or multipart body."""
    if body[:1] == b"{":
        found = json.loads(body).get("chat_id", 0)
        return int(found)
    if b'name="chat_id"' not in body:
        return int(parse_qs(body.decode()).get("chat_id", ["0"])[0])
    _, _, rest = body.partition(b'name="chat_id"')
    digits = rest.partition(b"\r\n\r\n")[2].partition(b"\r\n")[0]
    return int(digits) if digits.lstrip(b"-").isdigit() else 0


@asynccontextmanager
async def server(**switches: float) -> AsyncIterator[str]:
    """Run a server with these switches; yield its address."""
    arguments = [f"--{name}={value}" for name, value in switches.items()]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.server", *arguments, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    port = int(await process.stdout.readline())
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        await process.wait()


async def stats(address: str, path: str = "/stats") -> dict[str, object]:
    """Return what a server recorded; `/count` costs it no time."""
    async with aiohttp.ClientSession() as session, session.get(address + path) as response:
        found: dict[str, object] = json.loads(await response.read())
        return found


async def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--limit", type=float, default=0)
    parser.add_argument("--latency", type=float, default=0)
    parser.add_argument("--jitter", type=float, default=0)
    parser.add_argument("--before", type=float, default=0.5)
    parser.add_argument("--faults", type=float, default=0)
    parser.add_argument("--storms", type=float, default=0)
    options = parser.parse_args()
    options.storm_at = {int(options.storms * part / 4) for part in (1, 2, 3)} if options.storms else set()
    desk = Desk(options)
    running = await asyncio.get_running_loop().create_server(lambda: Connection(desk), "127.0.0.1", 0)
    print(running.sockets[0].getsockname()[1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    import uvloop

    uvloop.run(main())
