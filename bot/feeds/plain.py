"""Plain text out of what feeds hold: no tags, no control characters, one line, bounded."""

import unicodedata
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_LINK = 300, 1000, 1000
_READ = 20_000
"""Characters that are looked at for a title or a summary."""

_SILENT = frozenset(("script", "style", "template", "svg"))
_KEPT_MARKS = "\u00ad\u200c\u200d"  # of words and of emoji; the other marks turn or hide text


class _Words(HTMLParser):
    """Collects the words of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)

    def _part(self, tag: str) -> None:
        if tag not in ("a", "b", "i", "em", "strong", "span", "u", "s", "sup", "sub", "mark"):
            self.words.append(" ")


def plain(text: object, limit: int) -> str:
    """Return the words of text that may be HTML; empty for what is no text."""
    if not isinstance(text, str):
        return ""
    text = text[:_READ]
    if "<" in text:
        text = _without_tags(text)
    return line(unescape(text), limit)  # again: many feeds escape twice


def tamed(html: str) -> tuple[str, str]:
    """Return HTML without its comments up to its last tag, and what follows that.

    For comments and tags that never end, the standard library's parser takes time in the square of the length.
    """
    first, *others = html.split("<!--")
    html = first + " ".join(part.partition("-->")[2] for part in others)
    end = html.rfind(">") + 1
    return html[:end], html[end:]


def line(text: str, limit: int) -> str:
    """Return text in one line without what can't be seen or stored, cut at a word where it is too long."""
    shown = "".join(filter(None, map(_shown, text)))
    shown = " ".join(shown.split())
    if len(shown) <= limit:
        return shown
    return shown[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,.;:—–-") + "…"


def web_link(base: str, text: object) -> str:
    """Return the web address that a link leads to from a base; empty when it leads to none."""
    if not isinstance(text, str) or not text.strip():
        return ""
    try:
        url = urljoin(base, text.strip())
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return ""
    return url if good and len(url) <= LONGEST_LINK and url.isprintable() and " " not in url else ""


def _without_tags(text: str) -> str:
    words, (marked, rest) = _Words(), tamed(text)
    try:
        words.feed(marked)
        words.close()
    except (AssertionError, ValueError):  # of broken declarations such as «<![x>»
        return text.replace("<", " ").replace(">", " ")
    return "".join(words.words) + unescape(rest)


def _shown(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Cc", "Zl", "Zp", "Zs"):
        return " "
    return "" if category in ("Cf", "Cs", "Co", "Cn") and char not in _KEPT_MARKS else char
