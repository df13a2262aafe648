"""The log of everything an admin does, as the services write it."""

from typing import Any, Protocol


class AuditLog(Protocol):
    """Where the acts of admins are written down."""

    async def add(self, actor: int, action: str, **details: Any) -> None:
        """Write an entry."""
        ...
