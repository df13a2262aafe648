"""A message as a person sees it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.playground.chats import Stored
from bot.playground.entities import to_html
from bot.playground.files import KINDS, StoredFile
from bot.playground.world import World


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button or a reply one. data: callback data; url: where it leads; raw: the Bot API's object."""

    text: str
    data: str | None
    url: str | None
    raw: dict[str, Any]


class Shown:
    """A live view of a message: after an edit it shows the new text. Media show their caption as text."""

    def __init__(self, stored: Stored, world: World) -> None:
        """Take the message and where its files lie."""
        self.stored, self._world = stored, world

    @property
    def id(self) -> int:
        """Return the message's id."""
        return self.stored.id

    @property
    def raw(self) -> dict[str, Any]:
        """Return the Bot API's Message."""
        return self.stored.data

    @property
    def text(self) -> str:
        """Return the text or caption as read on the screen; empty when there is none."""
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def html(self) -> str:
        """Return the text or caption in Telegram's HTML, tags as Telegram names them (b, i, a, blockquote …)."""
        return to_html(self.text, self.raw.get("entities") or self.raw.get("caption_entities") or [])

    @property
    def buttons(self) -> list[list[Button]]:
        """Return the rows of buttons, of an inline keyboard or of the reply keyboard it brought."""
        markup = self.stored.markup or {}
        rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
        return [[_button(button) for button in row] for row in rows]

    @property
    def labels(self) -> list[list[str]]:
        """Return the texts on the buttons, row by row."""
        return [[button.text for button in row] for row in self.buttons]

    def button(self, wanted: str) -> Button | None:
        """Return the inline button with this text or callback data, None when there is none."""
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        every = [_button(button) for row in rows for button in row]
        named = [button for button in every if button.text == wanted]
        return next(iter(named or [button for button in every if button.data == wanted]), None)

    @property
    def edited_at(self) -> datetime | None:
        """Return when it was last edited, None when never."""
        date = self.raw.get("edit_date")
        return None if date is None else datetime.fromtimestamp(date, UTC)

    @property
    def sent_at(self) -> datetime:
        """Return when it was sent, to the second."""
        return datetime.fromtimestamp(self.raw["date"], UTC)

    @property
    def silent(self) -> bool:
        """Tell whether it came without a sound."""
        return self.stored.silent

    @property
    def file(self) -> StoredFile | None:
        """Return the photo, document or other file in it, None when there is none."""
        for kind in KINDS:
            part = self.raw.get(kind)
            if part:
                return self._world.files.find((part[-1] if isinstance(part, list) else part)["file_id"])
        return None

    def __repr__(self) -> str:
        """Return what a failed assertion should print."""
        return f"<message {self.id}: {self.html!r} {self.labels or ''}>"


def _button(button: dict[str, Any]) -> Button:
    return Button(button["text"], button.get("callback_data"), button.get("url"), button)
