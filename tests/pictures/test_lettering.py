"""Words measured by the widths of our fonts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.lettering import ELLIPSIS, fit, fitting_size, font_files, printable, width, wrap

KAZAKH = "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя"
texts = st.text(max_size=80)
sizes = st.floats(10, 90)


def test_the_fonts_have_every_letter_we_write() -> None:
    for letters in (KAZAKH, "0123456789 %<>≥·•–—…«»„“”№₸€", "ABCabc", "1\u00a0234\u202f567"):
        assert printable(letters) == letters
    assert [path.name for path in font_files()] == ["Inter-Bold.otf", "Inter-Regular.otf"]
    assert sum(path.stat().st_size for path in font_files()) < 200_000


def test_bold_is_wider_and_a_wide_letter_wider_than_a_narrow_one() -> None:
    assert width("Қазақстан", 40, bold=True) > width("Қазақстан", 40)
    assert width("Щ", 40) > width("і", 40) > 0
    assert width("Щ", 80) == 2 * width("Щ", 40)


@given(texts)
def test_what_is_drawn_can_be_written_into_xml(text: str) -> None:
    drawn = printable(text)
    assert printable(drawn) == drawn
    assert not [letter for letter in drawn if ord(letter) < 32 or 0xD800 <= ord(letter) < 0xE000]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [("виза 🇹🇷", "виза"), ("й", "й"), ("东京 а", "·· а"), ("a\n\tb\x00", "a b"), ("\ud800x", "x")],
)
def test_letters_that_the_fonts_lack_become_dots(text: str, drawn: str) -> None:
    assert printable(text) == drawn


@given(texts.map(printable), sizes, st.floats(0, 900), st.booleans())
def test_words_fit_their_room_or_are_cut_to_nothing_but_an_ellipsis(
    text: str, size: float, room: float, bold: bool
) -> None:
    shown = fit(text, size, room, bold=bold)
    assert width(shown, size, bold=bold) <= room or shown in ("", ELLIPSIS)
    assert shown == text or (shown.endswith(ELLIPSIS) and text.startswith(shown[:-1]))


@given(texts.map(printable), sizes, st.floats(100, 900))
def test_words_are_made_smaller_but_never_larger(text: str, size: float, room: float) -> None:
    smaller = fitting_size(text, size, room, least=5)
    assert 5 <= smaller <= max(size, 5)
    assert width(text, smaller) <= room + 0.01 or smaller == 5


@given(texts.map(printable), sizes, st.floats(200, 900), st.integers(1, 4))
def test_lines_are_few_and_fit(text: str, size: float, room: float, lines: int) -> None:
    found = wrap(text, size, room, lines=lines)
    assert len(found) <= lines
    assert all(width(line, size) <= room or line == ELLIPSIS for line in found)
    if not any(ELLIPSIS in line for line in found):
        assert " ".join(found) == text
