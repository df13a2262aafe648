"""PNG out of SVG, in a process of its own."""

import sys
import zlib
from pathlib import Path

import pytest

from bot.pictures import rendering
from bot.pictures.canvas import Canvas
from bot.pictures.rendering import PictureError, Renderer
from bot.playground.pictures import picture_size


async def drawn(words: str, height: int = 100) -> bytes:
    canvas = Canvas(400)
    canvas.text(20, 60, words, 360, size=40, bold=True)
    return await Renderer().png(canvas.svg(height))


async def test_a_picture_has_the_size_of_its_sheet() -> None:
    png = await drawn("Қазақстан", 123)
    assert picture_size(png) == (400, 123)
    assert b"IEND" in png[-12:]


async def test_kazakh_letters_are_drawn_and_differ() -> None:
    letters = "әғқңөұүһіӘҒҚҢӨҰҮҺІ"
    pictures = {await drawn(letter) for letter in letters}
    assert len(pictures) == len(letters)  # what a font lacks would all look alike
    assert len(pictures & {await drawn(""), await drawn("а")}) == 0


async def test_resvg_is_not_loaded_into_the_bot() -> None:
    await drawn("а")
    assert "resvg_py" not in sys.modules


@pytest.mark.parametrize("svg", ["", "<svg", "<html/>", "not a picture"])
async def test_what_is_no_picture_is_refused(svg: str) -> None:
    with pytest.raises(PictureError, match="no picture"):
        await Renderer().png(svg)


async def test_a_picture_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(PictureError, match="TimeoutError"):
        await Renderer(patience=0).png(Canvas().svg(10))


async def test_without_resvg_or_the_process_the_text_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "_PROCESS", Path("/nowhere.py"))
    with pytest.raises(PictureError, match="nowhere"):
        await drawn("а")
    monkeypatch.setattr(rendering.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(PictureError, match="not installed"):
        await drawn("а")


async def test_an_empty_sheet_is_one_colour() -> None:
    png = await Renderer().png(Canvas(10).svg(10, background="#FF0000"))
    start = png.index(b"IDAT")
    length = int.from_bytes(png[start - 4 : start], "big")
    pixels = zlib.decompress(png[start + 4 : start + 4 + length])
    assert pixels.count(b"\xff\x00\x00") >= 1
