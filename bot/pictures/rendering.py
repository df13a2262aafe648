"""SVG → PNG, with our own fonts and no others.

resvg holds the interpreter's lock while it draws, for a third of a second: in a thread it would stop the whole bot.
So each picture is drawn by a process of its own, which starts in a twentieth of a second, and whose memory is gone
with it.
"""

import asyncio
import importlib.util
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

from bot.pictures.lettering import FAMILY, font_files

AT_ONCE = 2
"""Pictures that are drawn side by side."""

PATIENCE = 20.0
"""Seconds after which a picture is given up."""

_PROCESS = Path(__file__).parent / "drawing_process.py"


class PictureError(RuntimeError):
    """A picture could not be drawn."""


@dataclass(slots=True)
class Renderer:
    """Draws pictures, a few at a time; the others wait."""

    patience: float = PATIENCE
    _free: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def png(self, svg: str) -> bytes:
        """Return the picture. PictureError when it can't be drawn or takes too long."""
        order = {"svg": svg, "fonts": [str(path) for path in font_files()], "family": FAMILY}
        async with self._free:
            try:
                code, drawn, told = await self._draw(json.dumps(order).encode())
            except (OSError, TimeoutError) as error:
                raise PictureError(f"no picture: {type(error).__name__}") from error
        if code or not drawn.startswith(b"\x89PNG"):
            raise PictureError(f"no picture: {told.decode(errors='replace').strip()[-300:]}")
        return drawn

    async def _draw(self, order: bytes) -> tuple[int | None, bytes, bytes]:
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-I", "-S", str(_PROCESS), _folder_of_resvg(), stdin=pipe, stdout=pipe, stderr=pipe
        )
        try:
            async with asyncio.timeout(self.patience):
                drawn, told = await process.communicate(order)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        return process.returncode, drawn, told


def _folder_of_resvg() -> str:
    """Return where resvg is installed, without loading it into this process."""
    found = importlib.util.find_spec("resvg_py")
    if found is None or found.origin is None:
        raise PictureError("no picture: resvg_py is not installed")
    return str(Path(found.origin).parent.parent)
