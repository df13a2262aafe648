"""What the page can do for the person it shows."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.playground.entities import LONGEST_TEXT
from bot.playground.markup import units
from bot.playground.people import Person
from bot.playground.playground import Playground
from bot.playground.shown import Shown
from bot.playground.web_app import signed_address

Act = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """An act with the person who does it; answer: tells the page that asked, and no other."""

    playground: Playground
    person: Person
    act: Act
    answer: Callable[[dict[str, Any]], None]


def _typed(act: Act) -> str:
    text = str(act["text"])
    if not 1 <= units(text.strip()) <= LONGEST_TEXT:
        raise ValueError("a message has from 1 to 4096 characters")
    return text


def _message(person: Person, number: Any) -> Shown:
    found = [shown for shown in person.history if shown.id == int(number)]
    if not found:
        raise LookupError("the message is gone")
    return found[0]


async def _say(asked: Asked) -> None:
    reply_to = _message(asked.person, asked.act["reply_to"]) if asked.act.get("reply_to") else None
    await asked.person.say(_typed(asked.act), reply_to=reply_to)


async def _edit(asked: Asked) -> None:
    message = _message(asked.person, asked.act["message"])
    if message.stored.mine or "via_bot" in message.raw:
        raise ValueError("only one's own messages can be edited")
    await asked.person.edit(message, _typed(asked.act))


async def _tap(asked: Asked) -> None:
    message = _message(asked.person, asked.act["message"])
    button = message.button(str(asked.act["data"]))
    if button is None or button.data is None:
        raise LookupError("the button is gone")
    await asked.person.press(button.data, message)


async def _press_reply(asked: Asked) -> None:
    await asked.person.tap(str(asked.act["text"]))
    asked.playground.standin.world.tell("keyboard", asked.person.id, keyboard=asked.person.chat.keyboard)


async def _sticker(asked: Asked) -> None:
    await asked.person.send_sticker(str(asked.act["emoji"])[:16])


async def _location(asked: Asked) -> None:
    await asked.person.send_location()


async def _contact(asked: Asked) -> None:
    await asked.person.send_contact()


async def _block(asked: Asked) -> None:
    await (asked.person.unblock_bot() if asked.person.account.blocked else asked.person.block_bot())


async def _inline(asked: Asked) -> None:
    await asked.person.inline(str(asked.act["text"])[:256])


async def _choose(asked: Asked) -> None:
    inquiry = asked.playground.standin.world.inquiries[str(asked.act["query"])]
    await asked.person.choose(inquiry, str(asked.act["result"]))


async def _web_app(asked: Asked) -> None:
    standin = asked.playground.standin
    url = signed_address(str(asked.act["url"]), standin.token, asked.person.account.user, standin.world.now())
    asked.answer({"t": "web_app", "url": url, "chat": asked.person.id})


async def _read_all(asked: Asked) -> None:
    asked.playground.read(asked.person.id)


async def _clear(asked: Asked) -> None:
    asked.playground.clear(asked.person.id)


ACTS: dict[str, Callable[[Asked], Awaitable[None]]] = {
    "say": _say, "edit": _edit, "tap": _tap, "press": _press_reply, "sticker": _sticker, "block": _block,
    "location": _location, "contact": _contact, "inline": _inline, "choose": _choose, "web_app": _web_app,
    "read": _read_all, "clear": _clear,
}  # fmt: skip
