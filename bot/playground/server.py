"""The routes of the chat page."""

from pathlib import Path
from urllib.parse import quote, urlsplit

from aiohttp import web

from bot.playground.errors import Refusal
from bot.playground.hub import Hub
from bot.playground.pictures import picture_size
from bot.playground.playground import Playground

PAGE = Path(__file__).parent / "page"
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
PLAYABLE = ("video/mp4", "video/webm", "audio/mpeg", "audio/ogg", "audio/mp4")
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
LARGEST_UPLOAD = 10 * 1024 * 1024
LONGEST_CAPTION = 1024
SAFETY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self'; "
        "connect-src 'self'; frame-src 'self' https:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


def add_playground(app: web.Application, playground: Playground, prefix: str = "/playground") -> None:
    """Serve the chat page under this prefix: the page, its socket, uploads and files."""
    hub = Hub(playground)
    routes = _Routes(playground, hub)
    app.router.add_get(prefix, routes.slash)
    app.router.add_get(f"{prefix}/", routes.page)
    app.router.add_get(f"{prefix}/socket", routes.socket)
    app.router.add_get(f"{prefix}/file/{{file_id}}", routes.file)
    app.router.add_post(f"{prefix}/upload", routes.upload)
    app.router.add_get(f"{prefix}/{{name}}", routes.page)
    app.on_shutdown.append(hub.close)


class _Routes:
    def __init__(self, playground: Playground, hub: Hub) -> None:
        self._playground, self._hub = playground, hub
        self._files = {path.name: path for path in PAGE.iterdir() if path.suffix in TYPES}

    async def slash(self, request: web.Request) -> web.Response:
        raise web.HTTPPermanentRedirect(f"{request.path}/")

    async def page(self, request: web.Request) -> web.Response:
        path = self._files.get(request.match_info.get("name", "index.html"))
        if path is None:
            raise web.HTTPNotFound
        kind = TYPES[path.suffix]
        return web.Response(body=path.read_bytes(), content_type=kind, charset="utf-8", headers=SAFETY)

    async def socket(self, request: web.Request) -> web.WebSocketResponse:
        _same_origin(request)
        return await self._hub.serve(request)

    async def file(self, request: web.Request) -> web.Response:
        try:
            stored = self._playground.standin.world.files.find(request.match_info["file_id"])
        except Refusal:
            raise web.HTTPNotFound from None
        is_picture = picture_size(stored.data) is not None and stored.mime_type in PICTURES
        is_safe = is_picture or stored.mime_type in PLAYABLE
        kind = stored.mime_type if is_safe else "application/octet-stream"
        headers = SAFETY | {"Cache-Control": "private, max-age=3600", "Content-Security-Policy": "sandbox"}
        if not is_safe:  # what a bot sends must never run in the page's origin
            headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(stored.name)}"
        return web.Response(body=stored.data, content_type=kind, headers=headers)

    async def upload(self, request: web.Request) -> web.Response:
        """Send a photo or document as this person: multipart with `who`, `kind`, `file`, `caption`."""
        _same_origin(request)
        fields = await _fields(request)
        try:
            person = self._playground.residents[int(fields.get("who", b"0"))].person
            kind = "photo" if fields.get("kind") == b"photo" else "document"
            caption = fields.get("caption", b"").decode()[:LONGEST_CAPTION]
            await person.send_file(kind, fields["file"], fields.get("name", b"").decode(), caption)
        except (KeyError, ValueError, RuntimeError, Refusal) as error:
            return web.json_response({"error": str(error)}, status=400)
        return web.json_response({})


async def _fields(request: web.Request) -> dict[str, bytes]:
    """Read the form, whatever the app's own body limit; 413 when it is too large."""
    if (request.content_length or 0) > LARGEST_UPLOAD:
        raise web.HTTPRequestEntityTooLarge(LARGEST_UPLOAD, request.content_length or 0)
    if not request.content_type.startswith("multipart/"):
        raise web.HTTPUnsupportedMediaType
    fields: dict[str, bytes] = {}
    held = 0
    async for part in await request.multipart():
        content = bytearray()
        while chunk := await part.read_chunk():  # type: ignore[union-attr]
            content += chunk
            held += len(chunk)
            if held > LARGEST_UPLOAD:
                raise web.HTTPRequestEntityTooLarge(LARGEST_UPLOAD, held)
        fields[str(getattr(part, "name", ""))] = bytes(content)
        if getattr(part, "filename", None):
            fields["name"] = str(part.filename).encode()  # type: ignore[union-attr]
    return fields


def _same_origin(request: web.Request) -> None:
    """Refuse other sites' pages: they could otherwise act as the owner."""
    if urlsplit(request.headers.get("Origin", "")).netloc != request.host:
        raise web.HTTPForbidden(text="only the playground's own page may do this")
