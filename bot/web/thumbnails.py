"""Small pictures of regimes, shown by Telegram beside the results of inline queries."""

import hashlib
from pathlib import Path

from aiohttp import web

FOLDER = Path(__file__).parent.parent / "data" / "thumbnails"
_HEADERS = {"Cache-Control": "public, max-age=86400"}


class Thumbnails:
    """The files of the folder, by name: nothing else can be asked for."""

    def __init__(self) -> None:
        """Read them; all together they are smaller than one photograph."""
        self._files = {path.name: path.read_bytes() for path in sorted(FOLDER.glob("*.png"))}
        self._tags = {name: hashlib.sha256(data).hexdigest()[:16] for name, data in self._files.items()}

    async def picture(self, request: web.Request) -> web.Response:
        """Return a picture; 304 when the visitor has it, 404 when there is none of this name."""
        name = request.match_info["name"]
        if name not in self._files:
            raise web.HTTPNotFound
        headers = {**_HEADERS, "ETag": f'"{self._tags[name]}"'}
        if f'"{self._tags[name]}"' in request.headers.get("If-None-Match", ""):
            return web.Response(status=304, headers=headers)
        return web.Response(body=self._files[name], content_type="image/png", headers=headers)
