"""From what a bot or a person sends to what a chat shows: trimmed text with its entities."""

import re
from html import escape
from typing import Any

from aiogram.types import MessageEntity
from aiogram.utils.text_decorations import HtmlDecoration

from bot.playground.errors import bad_request
from bot.playground.markup import Entity, parse_html, units
from bot.playground.parameters import Given

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
MOST_ENTITIES = 100
CODE = ("code", "pre")
QUOTES = ("blockquote", "expandable_blockquote")
FOUND_BY_TELEGRAM = frozenset({"bot_command", "mention", "url", "email", "hashtag", "phone_number", "cashtag"})

_BROKEN = re.compile("[\x00\ud800-\udfff]")
_FOUND = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"«»]+[^\s<>\"«».,;:!?)])"
    r"|(?P<email>\b[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?P<bot_command>(?<![\w/<@])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<![\w@/])@[A-Za-z]\w{2,31}\b)"
    r"|(?P<hashtag>(?<![\w#&])#\w*[^\W\d_]\w*)",
)


class _TelegramHtml(HtmlDecoration):
    """aiogram names the language of code in a way that Telegram does not read."""

    def pre_language(self, value: str, language: str) -> str:
        return f'<pre><code class="language-{escape(language)}">{value}</code></pre>'


_HTML = _TelegramHtml()


def read_text(given: Given, name: str = "text") -> dict[str, Any]:
    """Return `text` and, if any, `entities` of a text message; refuses empty, too long and broken ones."""
    text, entities = _formatted(given, name, "entities")
    if not text:
        raise bad_request("message text is empty" if not given.text(name).strip() else "text must be non-empty")
    if units(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return {"text": text} | ({"entities": entities} if entities else {})


def read_caption(given: Given) -> dict[str, Any]:
    """Return `caption` and `caption_entities` of a media message; empty when there is none."""
    text, entities = _formatted(given, "caption", "caption_entities")
    if units(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text} | ({"caption_entities": entities} if entities else {})


def said(text: str) -> dict[str, Any]:
    """Return `text` and `entities` of what a person typed: no markup, but commands and links are found."""
    text = text.strip()
    entities = _found(text, [])
    return {"text": text} | ({"entities": entities} if entities else {})


def to_html(text: str, entities: list[Entity]) -> str:
    """Return Telegram's HTML of a text; what Telegram finds by itself (links, commands) stays plain."""
    shown = [
        MessageEntity(**entity | ({"url": escape(entity["url"])} if "url" in entity else {}))
        for entity in entities
        if entity["type"] not in FOUND_BY_TELEGRAM
    ]
    return _HTML.unparse(text, shown)


def _formatted(given: Given, name: str, entities_name: str) -> tuple[str, list[Entity]]:
    source, mode = given.text(name).replace("\r", ""), given.text("parse_mode").lower()
    if _BROKEN.search(source):
        raise bad_request("strings must be encoded in UTF-8")
    if mode not in ("", "html"):
        raise bad_request(f"unsupported parse_mode: the stand-in knows HTML, not {given.text('parse_mode')}")
    text, entities = parse_html(source) if mode else (source, _checked(source, given.rows(entities_name)))
    text, entities = _trimmed(text, _nested(entities))
    found = _found(text, entities)
    return text, sorted(entities + found, key=_order)[:MOST_ENTITIES]


def _checked(text: str, entities: list[Any]) -> list[Entity]:
    for entity in entities:
        if not isinstance(entity, dict) or not isinstance(entity.get("offset"), int):
            raise bad_request("can't parse entities: expected an Array of MessageEntity")
        if entity["offset"] + entity.get("length", 0) > units(text):
            raise bad_request("entity beyond the end of the text")
    return [{key: value for key, value in entity.items() if value is not None} for entity in entities]


def _nested(entities: list[Entity]) -> list[Entity]:
    """Drop what can't stand inside code, a quote inside a quote, and a link inside a link."""
    kept: list[Entity] = []
    for entity in sorted(entities, key=_order):
        outer = [other for other in kept if _holds(other, entity)]
        if not any(_forbids(other, entity) for other in outer):
            kept.append(entity)
    return kept


def _forbids(outer: Entity, inner: Entity) -> bool:
    if outer["type"] == "pre" and inner["type"] == "code":
        if "language" in inner:
            outer["language"] = inner["language"]
        return True
    is_same_kind = outer["type"] == inner["type"] or (outer["type"] in QUOTES and inner["type"] in QUOTES)
    return outer["type"] in CODE or is_same_kind


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    lead = units(text) - units(text.lstrip())
    text = text.strip()
    size, kept = units(text), []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, size)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return text, kept


def _found(text: str, known: list[Entity]) -> list[Entity]:
    found = []
    for match in _FOUND.finditer(text):
        entity = {
            "type": match.lastgroup, "offset": units(text[: match.start()]), "length": units(match[0]),
        }  # fmt: skip
        if not any(_overlaps(entity, other) for other in known if other["type"] in (*CODE, "text_link")):
            found.append(entity)
    return found


def _order(entity: Entity) -> tuple[int, int]:
    return entity["offset"], -entity["length"]


def _holds(outer: Entity, inner: Entity) -> bool:
    return bool(outer["offset"] <= inner["offset"] < outer["offset"] + outer["length"])


def _overlaps(one: Entity, other: Entity) -> bool:
    first, second = sorted((one, other), key=_order)
    return bool(second["offset"] < first["offset"] + first["length"])
