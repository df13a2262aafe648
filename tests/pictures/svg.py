"""What is on an SVG of ours: its shapes and words, and where they are."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from bot.pictures import lettering

NAMESPACE = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Box:
    """A rectangle on the picture. words: of a text."""

    left: float
    top: float
    right: float
    bottom: float
    words: str = ""
    fill: str = ""

    def holds(self, other: "Box") -> bool:
        """Tell whether the other lies in this one, but for a rounding."""
        across = self.left - 0.5 <= other.left and other.right <= self.right + 0.5
        return across and self.top - 0.5 <= other.top and other.bottom <= self.bottom + 0.5

    def touches(self, other: "Box") -> bool:
        """Tell whether both share some of the picture."""
        apart = self.right <= other.left + 1 or other.right <= self.left + 1
        return not (apart or self.bottom <= other.top + 1 or other.bottom <= self.top + 1)


def read(svg: str) -> tuple[Box, list[Box], list[Box]]:
    """Return the whole picture, its rectangles and its words. ParseError when it is not well-formed."""
    root = ET.fromstring(svg)
    assert root.tag == f"{NAMESPACE}svg"
    whole = Box(0, 0, float(root.attrib["width"]), float(root.attrib["height"]))
    return whole, [rectangle(one) for one in root.iter(f"{NAMESPACE}rect")], [
        text(one) for one in root.iter(f"{NAMESPACE}text")
    ]  # fmt: skip


def rectangle(element: ET.Element) -> Box:
    """Return where a rectangle is."""
    x, y = (float(element.attrib.get(name, 0)) for name in ("x", "y"))
    width, height = (float(element.attrib[name]) for name in ("width", "height"))
    assert min(width, height) >= 0
    return Box(x, y, x + width, y + height, fill=element.attrib["fill"])


def text(element: ET.Element) -> Box:
    """Return where words are, by the widths of our fonts; letters rise to 0.75 of their size and sink to 0.22."""
    words, size = element.text or "", float(element.attrib["font-size"])
    wide = lettering.width(words, size, bold=element.attrib.get("font-weight") == "700")
    x, y = float(element.attrib["x"]), float(element.attrib["y"])
    left = x - {"start": 0, "middle": wide / 2, "end": wide}[element.attrib["text-anchor"]]
    return Box(left, y - 0.75 * size, left + wide, y + 0.22 * size, words, element.attrib["fill"])
