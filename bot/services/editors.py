"""The people who run the bot beside its owners, and the log of what is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.domain.desk import AuditEntry
from bot.domain.user import User
from bot.services.users import Users


class AuditTrail(Protocol):
    """The log of everything an admin does."""

    async def add(self, actor: int, action: str, **details: Any) -> None:
        """Write an entry."""
        ...

    async def newest(self, limit: int = 20, before: int | None = None, prefix: str = "") -> Sequence[AuditEntry]:
        """Return entries, newest first; before: only those with a smaller number; prefix: of the actions wanted."""
        ...


@dataclass(frozen=True, slots=True)
class Editors:
    """Editors, made and unmade by owners."""

    users: Users
    audit: AuditTrail

    async def all(self) -> tuple[int, ...]:
        """Return every editor's id."""
        return await self.users.editors()

    async def add(self, telegram_id: int, by: int) -> User | None:
        """Make an editor and return the person; None when they never wrote to the bot."""
        await self.users.set_editor(telegram_id, is_editor=True, by=by)
        return await self.users.get(telegram_id)

    async def remove(self, telegram_id: int, by: int) -> bool:
        """Unmake an editor; False when the person is none."""
        return await self.users.set_editor(telegram_id, is_editor=False, by=by)
