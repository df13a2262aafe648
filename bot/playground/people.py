"""A person with Telegram on their phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiogram.filters.callback_data import CallbackData

from bot.playground import acts
from bot.playground.chats import Account, Chat
from bot.playground.entities import said
from bot.playground.files import describe
from bot.playground.parameters import Given
from bot.playground.shown import Button, Shown
from bot.playground.world import Inquiry

if TYPE_CHECKING:
    from bot.playground.town import Town

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060"
    "00000005000157a3c1d20000000049454e44ae426082"
)


@dataclass(frozen=True, slots=True)
class Alert:
    """A bot's answer to a tap. show_alert: a window to close, else a toast; the text is empty for a bare answer."""

    user_id: int
    text: str
    show_alert: bool
    url: str = ""


class Person:
    """A user of the bot: does what people do, sees what they see.

    Every act returns what the bot sent or edited in the private chat while handling it.
    """

    def __init__(self, town: "Town", user_id: int) -> None:
        """Take where the person lives and their id."""
        self._town, self._world, self.id = town, town.world, user_id
        self.opened: list[str] = []

    @property
    def account(self) -> Account:
        """Return the account."""
        return self._world.chats.accounts[self.id]

    @property
    def chat(self) -> Chat:
        """Return the private chat with the bot."""
        return self._world.chats.find(str(self.id))

    @property
    def history(self) -> list[Shown]:
        """Return the whole chat, both sides, oldest first."""
        return [Shown(stored, self._world) for stored in self.chat.messages.values()]

    @property
    def messages(self) -> list[Shown]:
        """Return the bot's messages, oldest first; deleted ones are gone."""
        return [shown for shown in self.history if shown.stored.mine]

    @property
    def last(self) -> Shown:
        """Return the bot's last message; LookupError when there is none."""
        if not self.messages:
            raise LookupError(f"the bot said nothing to {self.account.user['first_name']}")
        return self.messages[-1]

    @property
    def alerts(self) -> list[Alert]:
        """Return the answers to taps, oldest first; bare ones have an empty text."""
        return [alert for alert in self._town.alerts if alert.user_id == self.id]

    @property
    def unanswered_taps(self) -> int:
        """Return how many taps the bot has left spinning."""
        return sum(tap.user_id == self.id for tap in self._world.taps.values())

    @property
    def keyboard(self) -> list[list[str]]:
        """Return the texts of the reply keyboard, row by row; empty when there is none."""
        rows = (self.chat.keyboard or {}).get("keyboard", [])
        return [[button["text"] for button in row] for row in rows]

    @property
    def commands(self) -> list[dict[str, str]]:
        """Return the menu of commands that this person sees."""
        language = str(self.account.user.get("language_code", ""))
        return self._world.profile.commands_for(self.chat, self.id, language)

    async def start(self, payload: str = "") -> list[Shown]:
        """Press Start, or follow a deep link with this payload."""
        return await self.say(f"/start {payload}".strip())

    async def say(self, text: str, *, reply_to: Shown | None = None) -> list[Shown]:
        """Write text."""
        return await self._send(said(text), reply_to)

    async def tap(self, wanted: str | CallbackData, message: Shown | None = None) -> list[Shown]:
        """Tap a button by its text, its callback data or its CallbackData object.

        Looks under `message`, else under all of the bot's messages from the newest on, then on the reply keyboard.
        Text that is on no button is a LookupError; a CallbackData object that is on none is tapped under the last
        message, like a button of an old release. A link goes to `opened`; `t.me/<bot>?start=…` is followed.
        """
        seen = [message] if message else [shown for shown in self.history if _may_hold_buttons(shown)]
        if isinstance(wanted, CallbackData):
            data = wanted.pack()
            holder = next((shown for shown in reversed(seen) if shown.button(data)), None) or self.last
            return await self.press(data, message or holder)
        is_inline = any(shown.button(wanted) for shown in seen)
        if message is None and not is_inline and wanted in [text for row in self.keyboard for text in row]:
            return await self._press_reply(wanted)
        shown, button = find_button(seen, wanted)
        if button.data is not None:
            return await self.press(button.data, shown)
        return await self._open(button)

    async def press(self, data: str, message: Shown | None = None) -> list[Shown]:
        """Send callback data as if a button under this message (else the last one) held it."""
        stored = (message or self.last).stored
        return await self._town.feel(acts.tap(self._world, self.chat, self.account, stored, data), self.chat)

    async def edit(self, message: Shown, text: str) -> list[Shown]:
        """Change one's own message."""
        return await self._town.feel(acts.edit(self._world, self.chat, message.stored, text), self.chat)

    async def send_photo(self, data: bytes = PIXEL, caption: str = "") -> list[Shown]:
        """Send a picture (PNG, JPEG, GIF, WebP)."""
        return await self.send_file("photo", data, "photo.png", caption)

    async def send_document(self, data: bytes, name: str = "file.bin", caption: str = "") -> list[Shown]:
        """Send a file."""
        return await self.send_file("document", data, name, caption)

    async def send_voice(self, data: bytes = b"OggS") -> list[Shown]:
        """Say something aloud."""
        return await self.send_file("voice", data)

    async def send_sticker(self, emoji: str = "👍") -> list[Shown]:
        """Send a sticker."""
        return await self.send_file("sticker", PIXEL, "sticker.webp", emoji=emoji)

    async def send_file(self, kind: str, data: bytes, name: str = "", caption: str = "", **about: Any) -> list[Shown]:
        """Send a file of any kind: photo, video, document, animation, audio, voice, video_note, sticker."""
        content = describe(self._world.files.add(kind, data, name), Given(about))
        if caption:
            typed = said(caption)
            content["caption"] = typed["text"]
            if "entities" in typed:
                content["caption_entities"] = typed["entities"]
        return await self._send(content)

    async def send_location(self, latitude: float = 43.238, longitude: float = 76.945) -> list[Shown]:
        """Send where one is."""
        return await self._send({"location": {"latitude": latitude, "longitude": longitude}})

    async def send_contact(self, phone_number: str = "+77010000000") -> list[Shown]:
        """Send one's phone number."""
        user = self.account.user
        contact = {"phone_number": phone_number, "first_name": user["first_name"], "user_id": self.id}
        return await self._send({"contact": contact})

    async def block_bot(self) -> list[Shown]:
        """Block the bot."""
        return await self._town.feel(acts.turn(self._world, self.chat, self.account, away=True), self.chat)

    async def unblock_bot(self) -> list[Shown]:
        """Have the bot back."""
        return await self._town.feel(acts.turn(self._world, self.chat, self.account, away=False), self.chat)

    async def inline(self, text: str, offset: str = "") -> Inquiry:
        """Type `@bot text` in some chat; `results` of what is returned is None when the bot did not answer."""
        inquiry, happening = acts.ask_inline(self._world, self.account, text, offset)
        await self._town.deliver(happening)
        return inquiry

    async def choose(self, inquiry: Inquiry, result_id: str) -> Shown:
        """Send an inline result into the private chat."""
        stored, happening = acts.choose(self._world, self.chat, self.account, inquiry, result_id)
        await self._town.deliver(happening)
        return Shown(stored, self._world)

    async def _send(self, content: dict[str, Any], reply_to: Shown | None = None) -> list[Shown]:
        target = reply_to.id if reply_to else 0
        happening = acts.write(self._world, self.chat, self.account, content, target)
        return await self._town.feel(happening, self.chat)

    async def _press_reply(self, label: str) -> list[Shown]:
        keyboard = self.chat.keyboard or {}
        button = next(b for row in keyboard["keyboard"] for b in row if b["text"] == label)
        if keyboard.get("one_time_keyboard"):
            self.chat.keyboard = None
        if button.get("request_contact"):
            return await self.send_contact()
        if button.get("request_location"):
            return await self.send_location()
        return await self.say(label)

    async def _open(self, button: Button) -> list[Shown]:
        url = button.url or ""
        head, _, payload = url.partition("?start=")
        if payload and head.endswith(f"t.me/{self._world.bot['username']}"):
            return await self.start(payload)
        self.opened.append(url)
        return []


def find_button(messages: Sequence[Shown], wanted: str) -> tuple[Shown, Button]:
    """Return the newest message with this button; LookupError names the buttons there are."""
    for shown in reversed(messages):
        button = shown.button(wanted)
        if button is not None:
            return shown, button
    there = [label for shown in messages for row in shown.labels for label in row]
    raise LookupError(f"no button {wanted!r}; there are {there}")


def _may_hold_buttons(shown: Shown) -> bool:
    return shown.stored.mine or "via_bot" in shown.raw
