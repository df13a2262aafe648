"""Pictures for inline results: one for each regime, and nothing else from the disk."""

import pytest

from bot.domain.destination import Regime
from tests.web.site import Town, visiting


@pytest.mark.parametrize("name", [*Regime, "talks", "list"])
async def test_every_result_has_its_picture(name: str) -> None:
    async with visiting(Town()) as client:
        first = await client.get(f"/thumbnails/{name}.png")
        assert first.status == 200
        assert first.content_type == "image/png"
        assert (await first.read()).startswith(b"\x89PNG")
        again = await client.get(f"/thumbnails/{name}.png", headers={"If-None-Match": first.headers["ETag"]})
        assert again.status == 304


@pytest.mark.parametrize("name", ["x.png", "..%2f..%2fsettings.py", "visa_free", "%00.png"])
async def test_nothing_else_is_served(name: str) -> None:
    async with visiting(Town()) as client:
        assert (await client.get(f"/thumbnails/{name}")).status == 404
