"""Who is there: people, groups and channels, and what lies in their chats."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.playground.errors import Refusal, bad_request, forbidden

FIRST_GROUP = -1_000_000
FIRST_SUPERGROUP = -1_002_000_000_000
CALLED = {"group": "group", "supergroup": "supergroup", "channel": "channel"}


@dataclass(slots=True)
class Stored:
    """A message as the chat holds it: `data` is the Bot API's Message.

    mine: sent by the bot. markup: its keyboard of any kind; only an inline one shows in `data`.
    """

    data: dict[str, Any]
    mine: bool
    markup: dict[str, Any] | None = None
    silent: bool = False

    @property
    def id(self) -> int:
        """Return the message's id."""
        return int(self.data["message_id"])


@dataclass(slots=True)
class Chat:
    """A chat of any type. bot: the bot's status in it; members: statuses of people by their id."""

    id: int
    type: str
    about: dict[str, Any]
    bot: str = "member"
    members: dict[int, str] = field(default_factory=dict)
    messages: dict[int, Stored] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    keyboard: dict[str, Any] | None = None
    migrated_to: int | None = None
    next_id: int = 1

    def brief(self) -> dict[str, Any]:
        """Return the Bot API's Chat."""
        return {"id": self.id, "type": self.type, **self.about}

    @property
    def in_words(self) -> str:
        """Return the type as error texts call it."""
        return f"{CALLED.get(self.type, 'private')} chat"


@dataclass(slots=True)
class Account:
    """A person's account. started: they have written to the bot, so it may write to them."""

    user: dict[str, Any]
    started: bool = True
    blocked: bool = False
    deactivated: bool = False

    @property
    def id(self) -> int:
        """Return the person's id."""
        return int(self.user["id"])


class Chats:
    """All accounts and chats. open_house: unknown positive ids are people who have started the bot."""

    def __init__(self, bot_id: int, *, open_house: bool = False, keep_messages: int | None = None) -> None:
        """Take the bot's id and how many messages each chat keeps (None: all)."""
        self.accounts: dict[int, Account] = {}
        self._chats: dict[int, Chat] = {}
        self._names: dict[str, int] = {}
        self._bot_id, self.open_house, self._keep = bot_id, open_house, keep_messages
        self._private_ids = 0  # private chats and basic groups share one count, as for a real account
        self._made = 0

    def add_account(self, user: dict[str, Any], *, started: bool = True) -> Account:
        """Add a person with their private chat; ValueError when the id is taken."""
        if user["id"] in self.accounts:
            raise ValueError(f"a person with id {user['id']} is there already")
        account = self.accounts[user["id"]] = Account(user, started)
        about = {key: user[key] for key in ("first_name", "last_name", "username") if user.get(key)}
        self._add(Chat(account.id, "private", about, members={account.id: "member"}))
        return account

    def add_place(self, kind: str, title: str, *, username: str = "", chat_id: int = 0, bot: str = "member") -> Chat:
        """Add a group, supergroup or channel; bot: the bot's status there."""
        self._made += 1
        first = FIRST_GROUP if kind == "group" else FIRST_SUPERGROUP
        about = {"title": title} | ({"username": username} if username else {})
        return self._add(Chat(chat_id or first - self._made, kind, about, bot=bot))

    def _add(self, chat: Chat) -> Chat:
        self._chats[chat.id] = chat
        if chat.about.get("username"):
            self._names[chat.about["username"].lower()] = chat.id
        return chat

    def __iter__(self) -> Iterator[Chat]:
        """Go through all chats."""
        return iter(self._chats.values())

    def get(self, chat_id: int) -> Chat | None:
        """Return the chat with this id, None when there is none."""
        chat = self._chats.get(chat_id)
        if chat is None and self.open_house and chat_id > 0 and chat_id != self._bot_id:
            self.add_account({"id": chat_id, "is_bot": False, "first_name": f"Person {chat_id}"})
            chat = self._chats[chat_id]
        return chat

    def find(self, wanted: str) -> Chat:
        """Return the chat of a chat_id parameter: a number or @name (not of people); refuses an unknown one."""
        wanted = wanted.strip()
        if not wanted:
            raise bad_request("chat_id is empty")
        if wanted.startswith("@"):
            chat = self._chats.get(self._names.get(wanted[1:].lower(), 0))
            if chat is not None and chat.type == "private":
                chat = None
        else:
            chat = self.get(int(wanted)) if wanted.lstrip("-").isdigit() else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def known(self, wanted: str) -> Chat:
        """Return a chat that the bot has met; refuses others and the old self of a group that migrated."""
        if wanted.strip() == str(self._bot_id):
            raise forbidden("bots can't send messages to bots")
        chat = self.find(wanted)
        if chat.migrated_to is not None:
            text = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refusal(400, text, migrate_to_chat_id=chat.migrated_to)
        if chat.type == "private" and not self.accounts[chat.id].started:
            if any(chat.id in other.members for other in self if other.type != "private"):
                raise forbidden("bot can't initiate conversation with a user")
            raise bad_request("chat not found")
        return chat

    def reachable(self, wanted: str) -> Chat:
        """Return a chat to which the bot may write; refuses others in Telegram's words."""
        chat = self.known(wanted)
        account = self.accounts.get(chat.id)
        if account is not None and account.deactivated:
            raise forbidden("user is deactivated")
        if account is not None and account.blocked:
            raise forbidden("bot was blocked by the user")
        if chat.bot == "kicked":
            raise forbidden(f"bot was kicked from the {chat.in_words}")
        if chat.bot == "left":
            raise forbidden(f"bot is not a member of the {chat.in_words}")
        if chat.type == "channel" and chat.bot != "administrator":
            raise bad_request("need administrator rights in the channel chat")
        return chat

    def new_id(self, chat: Chat) -> int:
        """Return the id of the next message."""
        if chat.type in ("private", "group"):
            self._private_ids += 1
            return self._private_ids
        chat.next_id += 1
        return chat.next_id - 1

    def put(self, chat: Chat, stored: Stored) -> None:
        """Lay a message into its chat, dropping the oldest of a full one."""
        chat.messages[stored.id] = stored
        if self._keep is not None and len(chat.messages) > self._keep:
            del chat.messages[next(iter(chat.messages))]
