"""Cuts the fonts of the pictures out of the full ones, and writes how wide each letter is. Run once, by hand:

apt-get download fonts-inter && dpkg-deb -x fonts-inter_*.deb full && pip install fonttools
python bot/data/fonts/subset.py full/usr/share/fonts/opentype/inter
"""

import csv
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

WEIGHTS = ("Regular", "Bold")
RANGES = (  # Latin with the letters of Europe, Cyrillic with those of Kazakh, what we write between words
    (0x20, 0x7E), (0xA0, 0xFF), (0x400, 0x45F), (0x490, 0x493), (0x49A, 0x49B), (0x4A2, 0x4A3), (0x4AE, 0x4B1),
    (0x4BA, 0x4BB), (0x4D8, 0x4D9), (0x4E8, 0x4E9), (0x2010, 0x2015), (0x2018, 0x201F), (0x2022, 0x2022),
    (0x2026, 0x2026), (0x202F, 0x202F), (0x2039, 0x203A), (0x20AC, 0x20AC), (0x20B8, 0x20B8), (0x2116, 0x2116),
    (0x2190, 0x2193), (0x2212, 0x2212), (0x2248, 0x2248), (0x2264, 0x2265), (0x2713, 0x2713),
)  # fmt: skip
LETTERS = [code for first, last in RANGES for code in range(first, last + 1)]
HERE = Path(__file__).parent


def main(full: Path) -> None:
    """Write Inter-Regular.otf, Inter-Bold.otf and widths.csv beside this file."""
    fonts = {weight: cut(full / f"Inter-{weight}.otf", HERE / f"Inter-{weight}.otf") for weight in WEIGHTS}
    with (HERE / "widths.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["letter", *(weight.lower() for weight in WEIGHTS)])
        for code in LETTERS:
            if all(code in font.getBestCmap() for font in fonts.values()):
                rows.writerow([f"{code:04X}", *(width(font, code) for font in fonts.values())])


def cut(source: Path, target: Path) -> TTFont:
    """Write the letters we need, with kerning and the note on the licence, and return the font."""
    options = subset.Options(layout_features=["kern"], hinting=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    subset.save_font(font, str(target), options)
    return TTFont(target)


def width(font: TTFont, code: int) -> int:
    """Return how wide a letter is, in thousandths of the letters' size, rounded up."""
    advance: int = font["hmtx"][font.getBestCmap()[code]][0]
    size: int = font["head"].unitsPerEm
    return -(-1000 * advance // size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
