"""Telegram's HTML: text and entities out of it, refusing what Telegram refuses.

Offsets are UTF-16 code units, as in the Bot API. Follows the parser of tdlib (MessageEntity.cpp, parse_html).
"""

import re
from dataclasses import dataclass
from typing import Any

from bot.playground.errors import bad_request
from bot.playground.links import checked_link

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "a": "text_link", "blockquote": "blockquote", "tg-spoiler": "spoiler", "span": "spoiler",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot));?")
_PLAIN = re.compile(r"[^<&]+")
_TAG = re.compile(r"<([^\s>]*)")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?\s*""")

Entity = dict[str, Any]


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    at: int


def units(text: str) -> int:
    """Return the length in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Return text and entities; raises Refusal with Telegram's words when the markup is broken."""
    parser = _Parser(source)
    parser.run()
    outer_first = parser.entities[::-1]  # of two with the same range, the one that closed last
    return "".join(parser.out), sorted(outer_first, key=lambda entity: (entity["offset"], -entity["length"]))


class _Parser:
    def __init__(self, source: str) -> None:
        self.source, self.pos, self.offset = source, 0, 0
        self.out: list[str] = []
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def run(self) -> None:
        while self.pos < len(self.source):
            char = self.source[self.pos]
            if char == "<":
                self._end_tag() if self.source.startswith("</", self.pos) else self._start_tag()
            elif char == "&":
                self._reference()
            else:
                self._text()
        if self.open:
            self._refuse(f'can\'t find end tag corresponding to start tag "{self.open[-1].tag}"', None)

    def _put(self, text: str) -> None:
        self.out.append(text)
        self.offset += units(text)

    def _text(self) -> None:
        found = _PLAIN.match(self.source, self.pos)
        if found:
            self._put(found[0])
            self.pos = found.end()

    def _reference(self) -> None:
        found = _REFERENCE.match(self.source, self.pos)
        if found is None:
            self._put("&")
            self.pos += 1
            return
        hexadecimal, decimal, name = found.groups()
        code = int(hexadecimal, 16) if hexadecimal else int(decimal) if decimal else 0
        if name or 0 < code < 0x110000:
            self._put(NAMED[name] if name else chr(code))
        else:
            self._put(found[0])
        self.pos = found.end()

    def _start_tag(self) -> None:
        begin = self.pos
        found = _TAG.match(self.source, begin)
        tag = found[1].lower() if found else ""
        self.pos = begin + 1 + len(tag)
        if self.pos >= len(self.source):
            self._refuse("unclosed start tag", begin)
        if tag not in TAGS:
            self._refuse(f'unsupported start tag "{tag}"', begin)
        attributes = self._attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            self._refuse('tag "span" must have class "tg-spoiler"', begin)
        self.open.append(_Open(tag, attributes, self.offset, begin))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            while self.pos < len(self.source) and self.source[self.pos].isspace():
                self.pos += 1
            if self.pos >= len(self.source):
                self._refuse(f'unclosed start tag "{tag}"', begin)
            if self.source[self.pos] == ">":
                self.pos += 1
                return found
            match = _ATTRIBUTE.match(self.source, self.pos)
            if match is None:
                self._refuse(f'empty attribute name in the tag "{tag}"', begin)
                return found
            value = next((group for group in match.groups()[1:] if group is not None), "")
            found[match[1].lower()] = _REFERENCE.sub(_referred, value)
            self.pos = match.end()

    def _end_tag(self) -> None:
        begin = self.pos
        end = self.source.find(">", begin)
        if not self.open:
            self._refuse("unexpected end tag", begin)
        if end < 0:
            self._refuse("unclosed end tag", begin)
        name, last = self.source[begin + 2 : end].strip().lower(), self.open.pop()
        if name and name != last.tag:
            self._refuse(f'unmatched end tag, expected "</{last.tag}>", found "</{name}>"', begin)
        self.pos = end + 1
        if self.offset > last.offset:
            self._close(last)

    def _close(self, opened: _Open) -> None:
        entity: Entity = {"type": TAGS[opened.tag], "offset": opened.offset, "length": self.offset - opened.offset}
        if opened.tag == "a" and not self._link(entity, opened):
            return
        if opened.tag == "blockquote" and "expandable" in opened.attributes:
            entity["type"] = "expandable_blockquote"
        if opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.attributes.get("emoji-id", "")
        if opened.tag == "code" and opened.attributes.get("class", "").startswith("language-"):
            entity["language"] = opened.attributes["class"].removeprefix("language-")
        self.entities.append(entity)

    def _link(self, entity: Entity, opened: _Open) -> bool:
        inside = "".join(self.out).encode("utf-16-le")[2 * opened.offset :].decode("utf-16-le")
        url = checked_link(opened.attributes.get("href") or inside)
        if url is None:  # Telegram shows the bare text then
            return False
        entity["url"] = url
        return True

    def _refuse(self, problem: str, begin: int | None) -> None:
        where = "" if begin is None else f" at byte offset {len(self.source[:begin].encode())}"
        raise bad_request(f"can't parse entities: {problem[0].upper()}{problem[1:]}{where}")


def _referred(found: re.Match[str]) -> str:
    hexadecimal, decimal, name = found.groups()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal) if decimal else 0
    return NAMED[name] if name else chr(code) if 0 < code < 0x110000 else found[0]
