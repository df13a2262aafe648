"""The page's colours, in both themes: told apart by eyes that see no colours, and from what they lie on."""

import re
from pathlib import Path

import pytest
from PIL import ImageColor

import bot.web

CSS = (Path(bot.web.__file__).parent / "page" / "page.css").read_text(encoding="utf-8")
SETS = [
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r"\{([^{}]*--page:[^{}]*)\}", CSS)
]
REGIMES = ("visa_free", "visa_on_arrival", "evisa", "eta", "visa_required", "not_admitted")


def lightness(tone: str) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    parts = [part / 255 for part in ImageColor.getrgb(tone)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((lightness(one), lightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_dark_set_is_the_same_in_both_places() -> None:
    assert len(SETS) == 3
    assert SETS[1] == SETS[2] != SETS[0]


@pytest.mark.parametrize("colours", SETS[:2], ids=["light", "dark"])
def test_words_and_regimes_can_be_seen(colours: dict[str, str]) -> None:
    for ground in ("page", "surface"):
        for words in ("ink", "faint", "accent"):
            assert contrast(colours[words], colours[ground]) >= 4.5, (words, ground)
    assert contrast(colours["on-accent"], colours["accent"]) >= 4.5
    for regime in REGIMES:
        assert contrast(colours[regime], colours["sea"]) >= 3, regime
    assert contrast(colours["visa_free"], colours["visa_required"]) >= 2, "the two without a pattern"
