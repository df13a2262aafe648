"""The place where people, groups and channels live, joined to a dispatcher or to the queue of updates."""

from collections.abc import Iterator
from contextlib import contextmanager

from aiogram import Bot, Dispatcher
from aiogram.methods import TelegramMethod

from bot.playground import acts
from bot.playground.acts import Happening
from bot.playground.chats import Chat
from bot.playground.entities import said
from bot.playground.people import Alert, Person, find_button
from bot.playground.shown import Shown
from bot.playground.standin import StandIn
from bot.playground.world import Event

FIRST_PERSON = 1001
KEPT_ALERTS = 1000


class Town:
    """Makes people and brings what they do to the bot.

    With a dispatcher an act returns when its handlers have run; without one, updates wait for getUpdates.
    """

    def __init__(self, standin: StandIn, dispatcher: Dispatcher | None = None, bot: Bot | None = None) -> None:
        """Take the stand-in and, for tests, the dispatcher with its bot."""
        if (dispatcher is None) != (bot is None):
            raise ValueError("a dispatcher comes with its bot")
        self.standin, self.world = standin, standin.world
        self._dispatcher, self._bot = dispatcher, bot
        self.alerts: list[Alert] = []
        self._ears: list[list[Event]] = []
        self._next = FIRST_PERSON
        self.world.watchers.append(self._hear)

    def person(
        self, name: str = "Айгүл", *, language: str = "ru", user_id: int = 0, username: str = "",
        started: bool = True,
    ) -> Person:  # fmt: skip
        """Move a person in. started: they wrote to the bot before, so it may write to them."""
        while not user_id and self._next in self.world.chats.accounts:
            self._next += 1
        number = user_id or self._next
        user = {"id": number, "is_bot": False, "first_name": name, "language_code": language}
        if username:
            user["username"] = username
        self.world.chats.add_account({key: value for key, value in user.items() if value != ""}, started=started)
        return Person(self, number)

    def group(
        self, title: str, *people: Person, kind: str = "supergroup", sees_all: bool = True, bot: str = "member"
    ) -> "Group":
        """Found a group of these people with the bot in it; without sees_all it gets only what is meant for it."""
        chat = self.world.chats.add_place(kind, title, bot=bot)
        for index, one in enumerate(people):
            chat.members[one.id] = "member" if index else "creator"
        return Group(self, chat, sees_all=sees_all)

    def channel(self, title: str, *, username: str = "", bot: str = "administrator") -> "Channel":
        """Found a channel; the bot may post there when it is an administrator."""
        return Channel(self, self.world.chats.add_place("channel", title, username=username, bot=bot))

    async def deliver(self, happening: Happening) -> None:
        """Bring an update to the bot; exceptions that the dispatcher lets through are raised here."""
        update = self.world.updates.number(happening.kind, happening.content)
        if self._dispatcher is None or self._bot is None:
            await self.world.updates.put(update)
            return
        answer = await self._dispatcher.feed_raw_update(self._bot, update)
        if isinstance(answer, TelegramMethod):  # a handler may return its answer, as for a webhook
            await self._bot(answer)

    async def feel(self, happening: Happening, chat: Chat) -> list[Shown]:
        """Deliver an update and return what the bot sent or edited in this chat meanwhile, each message once."""
        with self._listening() as events:
            await self.deliver(happening)
        touched = [
            event.data["message"]["message_id"]
            for event in events
            if event.chat_id == chat.id and event.kind in ("sent", "edited") and event.data["mine"]
        ]
        numbers = dict.fromkeys(touched)
        return [Shown(chat.messages[number], self.world) for number in numbers if number in chat.messages]

    @contextmanager
    def _listening(self) -> Iterator[list[Event]]:
        heard: list[Event] = []
        self._ears.append(heard)
        try:
            yield heard
        finally:
            self._ears = [ear for ear in self._ears if ear is not heard]

    def _hear(self, event: Event) -> None:
        for ear in self._ears:
            ear.append(event)
        if event.kind == "answered":
            data = event.data
            self.alerts.append(Alert(data["user_id"], data["text"], data["show_alert"], data["url"]))
            del self.alerts[:-KEPT_ALERTS]


class Group:
    """A group chat with the bot in it."""

    def __init__(self, town: Town, chat: Chat, *, sees_all: bool) -> None:
        """Take where it is."""
        self._town, self.chat, self._sees_all = town, chat, sees_all

    @property
    def id(self) -> int:
        """Return the chat's id."""
        return self.chat.id

    @property
    def messages(self) -> list[Shown]:
        """Return what the bot sent here, oldest first."""
        return [Shown(stored, self._town.world) for stored in self.chat.messages.values() if stored.mine]

    @property
    def last(self) -> Shown:
        """Return the bot's last message; LookupError when it said nothing."""
        if not self.messages:
            raise LookupError("the bot said nothing in the group")
        return self.messages[-1]

    async def say(self, person: Person, text: str, *, reply_to: Shown | None = None) -> list[Shown]:
        """Let a member write; returns what the bot sent or edited here."""
        self.chat.members.setdefault(person.id, "member")
        content, target = said(text), reply_to.id if reply_to else 0
        happening = acts.write(self._town.world, self.chat, person.account, content, target)
        if not self._sees_all and not self._is_meant(text, reply_to):
            return []
        return await self._town.feel(happening, self.chat)

    async def mention(self, person: Person, text: str) -> list[Shown]:
        """Let a member write `@bot text`."""
        return await self.say(person, f"@{self._town.world.bot['username']} {text}")

    async def tap(self, person: Person, wanted: str, message: Shown | None = None) -> list[Shown]:
        """Let a member tap a button by its text or callback data."""
        shown, button = find_button([message] if message else self.messages, wanted)
        happening = acts.tap(self._town.world, self.chat, person.account, shown.stored, button.data or wanted)
        return await self._town.feel(happening, self.chat)

    async def set_bot(self, person: Person, status: str) -> list[Shown]:
        """Let a member add, promote or remove the bot: member, administrator, left, kicked."""
        old, self.chat.bot = self.chat.bot, status
        happening = acts.membership(self._town.world, self.chat, person.account, old, status)
        return await self._town.feel(happening, self.chat)

    async def migrate(self, person: Person) -> "Group":
        """Turn a basic group into a supergroup with another id and return it."""
        world = self._town.world
        new = world.chats.add_place("supergroup", str(self.chat.about["title"]), bot=self.chat.bot)
        new.members |= self.chat.members
        self.chat.migrated_to = new.id
        moved = acts.write(world, self.chat, person.account, {"migrate_to_chat_id": new.id})
        await self._town.deliver(moved)
        return Group(self._town, new, sees_all=self._sees_all)

    def _is_meant(self, text: str, reply_to: Shown | None) -> bool:
        mention = f"@{self._town.world.bot['username']}".lower()
        return text.startswith("/") or mention in text.lower() or bool(reply_to and reply_to.stored.mine)


class Channel:
    """A channel with the bot in it."""

    def __init__(self, town: Town, chat: Chat) -> None:
        """Take where it is."""
        self._town, self.chat = town, chat

    @property
    def id(self) -> int:
        """Return the chat's id."""
        return self.chat.id

    @property
    def messages(self) -> list[Shown]:
        """Return the bot's posts, oldest first."""
        return [Shown(stored, self._town.world) for stored in self.chat.messages.values() if stored.mine]

    async def post(self, text: str) -> list[Shown]:
        """Let an editor of the channel post; returns what the bot sent or edited here."""
        return await self._town.feel(acts.post(self._town.world, self.chat, text), self.chat)
