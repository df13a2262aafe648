"""What the page is told: the stand-in's state and events as JSON objects."""

from typing import Any

from bot.playground.chats import Stored
from bot.playground.playground import Playground, Resident
from bot.playground.world import Event

SHOWN = 200
"""Messages of each chat that a page gets when it opens."""


def state(playground: Playground) -> dict[str, Any]:
    """Return everything a page needs to start."""
    world = playground.standin.world
    people = [_resident(playground, resident) for resident in playground.residents.values()]
    return {"t": "state", "bot": {"username": world.bot["username"]}, "people": people}


def told(playground: Playground, event: Event) -> dict[str, Any] | None:
    """Return an event as the page reads it, None when it is no business of the page."""
    if event.kind == "profile":
        faces = {str(key): face(playground, resident) for key, resident in playground.residents.items()}
        return {"t": "profile", "faces": faces}
    resident = playground.residents.get(event.chat_id)
    if resident is None:
        return None
    told_of = {"t": event.kind, "chat": event.chat_id, **event.data}
    if event.kind in ("sent", "read"):
        told_of["unread"] = resident.unread
    return told_of


def face(playground: Playground, resident: Resident) -> dict[str, Any]:
    """Return how the bot looks to this person."""
    world, person = playground.standin.world, resident.person
    language = str(person.account.user.get("language_code", ""))
    texts = {name: world.profile.text(name, language) for name in ("name", "description", "short_description")}
    button = world.profile.buttons.get(person.id) or world.profile.buttons.get(0) or {"type": "default"}
    return texts | {
        "name": texts["name"] or world.bot["first_name"],
        "commands": person.commands,
        "menu_button": button,
    }


def _resident(playground: Playground, resident: Resident) -> dict[str, Any]:
    person = resident.person
    chat = person.chat
    return {
        "id": person.id,
        "name": person.account.user["first_name"],
        "language": person.account.user.get("language_code", ""),
        "role": resident.role,
        "unread": resident.unread,
        "blocked": person.account.blocked,
        "keyboard": chat.keyboard,
        "pinned": chat.pinned[-1:],
        "messages": [_message(stored) for stored in list(chat.messages.values())[-SHOWN:]],
        "face": face(playground, resident),
    }


def _message(stored: Stored) -> dict[str, Any]:
    return {"message": stored.data, "mine": stored.mine, "silent": stored.silent}
