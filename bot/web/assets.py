"""The page's scripts, styles, icon and map: read once, packed, under an address that changes with any of them."""

import hashlib
from pathlib import Path

from aiohttp import web

from bot.web.prepared import Prepared

PAGE = Path(__file__).parent / "page"
MAP = Path(__file__).parent.parent / "data" / "map.json"
KINDS = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
ASK_AGAIN = {"Cache-Control": "no-cache"}


class Assets:
    """Serves `/page/<version>/<name>`; the same version is the same bytes for ever."""

    def __init__(self) -> None:
        """Read the files."""
        paths = sorted(path for path in (*PAGE.iterdir(), MAP) if path.suffix in KINDS)
        bodies = {path.name: path.read_bytes() for path in paths}
        digest = hashlib.sha256(b"\0".join(name.encode() + body for name, body in bodies.items()))
        self.version = digest.hexdigest()[:12]
        self.files = {name: Prepared.of(body, KINDS[Path(name).suffix], FOR_EVER) for name, body in bodies.items()}
        self._now = {name: Prepared.of(body, KINDS[Path(name).suffix], ASK_AGAIN) for name, body in bodies.items()}

    def address(self, name: str) -> str:
        """Return where a file lives; LookupError when there is none of this name."""
        if name not in self.files:
            raise LookupError(name)
        return f"/page/{self.version}/{name}"

    def scripts(self) -> list[str]:
        """Return the addresses of all scripts, to be fetched at once."""
        return [self.address(name) for name in self.files if name.endswith(".js")]

    async def file(self, request: web.Request) -> web.Response:
        """Return a file; for the address of another release today's, which is not to be kept."""
        is_current = request.match_info["version"] == self.version
        found = (self.files if is_current else self._now).get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        return found.response(request)
