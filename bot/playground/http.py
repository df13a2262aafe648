"""The stand-in as a Bot API server: what TELEGRAM_API_URL can point at."""

import hmac
from typing import Any

from aiohttp import web

from bot.playground.errors import ConnectionLost
from bot.playground.files import LARGEST_UPLOAD, Upload
from bot.playground.standin import StandIn

UNAUTHORIZED = {"ok": False, "error_code": 401, "description": "Unauthorized"}
NOT_FOUND = {"ok": False, "error_code": 404, "description": "Not Found"}
BROKEN = {"ok": False, "error_code": 400, "description": "Bad Request: can't parse the request body"}


def build_bot_api(standin: StandIn, token: str) -> web.Application:
    """Return an app that serves `/bot<token>/<method>` (GET or POST; query, JSON, form, multipart) and files."""
    app = web.Application(client_max_size=LARGEST_UPLOAD + 1024 * 1024)

    async def serve(request: web.Request) -> web.StreamResponse:
        if not _matches(request.match_info["token"], token):
            return web.json_response(UNAUTHORIZED, status=401)
        try:
            params, files = await _read(request)
        except (ValueError, TypeError):
            return web.json_response(BROKEN, status=400)
        try:
            status, answer = await standin.call(request.match_info["method"], params, files)
        except ConnectionLost:
            if request.transport is not None:
                request.transport.abort()
            return web.Response(status=500)
        return web.json_response(answer, status=status)

    async def download(request: web.Request) -> web.StreamResponse:
        if not _matches(request.match_info["token"], token):
            return web.json_response(UNAUTHORIZED, status=401)
        stored = standin.world.files.at(request.match_info["path"])
        if stored is None:
            return web.json_response(NOT_FOUND, status=404)
        return web.Response(body=stored.data, content_type="application/octet-stream")

    async def release(_: web.Application) -> None:
        await standin.world.updates.release()  # a long poll would hold the server's end back

    app.on_shutdown.append(release)
    app.router.add_route("GET", "/bot{token}/{method}", serve)
    app.router.add_route("POST", "/bot{token}/{method}", serve)
    app.router.add_get("/file/bot{token}/{path:.+}", download)
    return app


def _matches(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode(), token.encode())


async def _read(request: web.Request) -> tuple[dict[str, Any], dict[str, bytes]]:
    params: dict[str, Any] = dict(request.query)
    files: dict[str, bytes] = {}
    if request.content_type == "application/json":
        body = await request.json()
        if not isinstance(body, dict):
            raise ValueError("an object is expected")
        params |= body
    elif request.method == "POST":
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = Upload(value.file.read(), value.filename)
            else:
                params[name] = value if isinstance(value, str) else value.decode()
    return params, files
