"""The methods of the Bot API, by lower-case name."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.playground.methods import about_bot, about_chats, asking, copying, editing, media, receiving, sending
from bot.playground.parameters import Given
from bot.playground.world import World

Method = Callable[[World, Given], Any | Awaitable[Any]]

METHODS: dict[str, Method] = {
    name.lower(): method
    for room in (about_bot, about_chats, asking, copying, editing, media, receiving, sending)
    for name, method in room.METHODS.items()
}
