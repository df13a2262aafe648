"""Bytes to text, whatever the server believes they are."""

import codecs
import re

from bot.feeds.problems import NoFeedError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN = re.compile(
    r"utf-?(8|16)(-?[lb]e)?|us-ascii|(windows|cp)-?125[0-8]|koi8-[ru]|iso-?8859-?\d{1,2}|latin-?1", re.I
)
_DECLARED = re.compile(rb"""<\?xml[^>]{1,200}?encoding\s*=\s*["']([A-Za-z0-9_-]{1,30})["']|<meta[^>]{1,200}?charset\s*=\s*["']?([A-Za-z0-9_-]{1,30})""", re.I)  # fmt: skip  # noqa: E501
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_-]{1,30})", re.I)
_FALLBACK = "windows-1251"


def decode(body: bytes, content_type: str = "") -> str:
    """Return the text of an answer; NoFeedError when there is none.

    UTF-8 is tried before what is declared: other text hardly ever is UTF-8 by chance, and wrong declarations abound.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _filled(body[len(mark) :].decode(encoding, "replace"))
    encodings = ["utf-8", *_declared(body, content_type), _FALLBACK]
    if b"\x00" in body[:4]:  # no mark, and yet two bytes a letter
        encodings.insert(0, "utf-16-be" if body[:1] == b"\x00" else "utf-16-le")
    for encoding in encodings:
        try:
            return _filled(body.decode(encoding))
        except (UnicodeDecodeError, LookupError):
            continue
    return _filled(body.decode(_FALLBACK, "replace"))


def _declared(body: bytes, content_type: str) -> list[str]:
    found = [one.decode() for match in _DECLARED.finditer(body[:2048]) for one in match.groups() if one]
    if match := _CHARSET.search(content_type):
        found.append(match[1])
    return [one for one in found if _KNOWN.fullmatch(one)]


def _filled(text: str) -> str:
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise NoFeedError("empty")
    return text
