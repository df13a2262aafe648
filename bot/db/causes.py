"""Why a database or a disk refused: an exception of any layer → a cause that people can be told."""

import errno
import sqlite3
from collections.abc import Iterator

from bot.domain.trouble import Cause

_SQLITE = {
    sqlite3.SQLITE_FULL: Cause.FULL,
    sqlite3.SQLITE_READONLY: Cause.READ_ONLY,
    sqlite3.SQLITE_PERM: Cause.READ_ONLY,
    sqlite3.SQLITE_BUSY: Cause.LOCKED,
    sqlite3.SQLITE_LOCKED: Cause.LOCKED,
    sqlite3.SQLITE_CORRUPT: Cause.DAMAGED,
    sqlite3.SQLITE_NOTADB: Cause.DAMAGED,
    sqlite3.SQLITE_CANTOPEN: Cause.UNREACHABLE,
}
_SYSTEM = {
    errno.ENOSPC: Cause.FULL,
    errno.EDQUOT: Cause.FULL,
    errno.EFBIG: Cause.FULL,
    errno.EROFS: Cause.READ_ONLY,
    errno.EACCES: Cause.READ_ONLY,
    errno.EPERM: Cause.READ_ONLY,
}
_POSTGRES = {
    "53100": Cause.FULL,
    "25006": Cause.READ_ONLY,
    "55P03": Cause.LOCKED,
    "XX001": Cause.DAMAGED,
    "XX002": Cause.DAMAGED,
}
_UNREACHABLE_CLASSES = ("08", "53", "57")
"""Beginnings of PostgreSQL's codes for lost connections, too many of them, and a server that goes down."""


def cause_of(error: BaseException) -> Cause:
    """Return why something could not be read or written; OTHER when the exception does not tell."""
    causes = [cause for one in _chain(error) if (cause := _cause(one)) is not None]
    return causes[-1] if causes else Cause.OTHER  # the innermost knows best


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield the exception and what it wraps, from the outside in."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = getattr(error, "orig", None) or error.__cause__ or error.__context__


def _cause(error: BaseException) -> Cause | None:
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        return None if code is None else _SQLITE.get(code & 0xFF)
    state = getattr(error, "sqlstate", None)
    if isinstance(state, str):
        return _POSTGRES.get(state) or (Cause.UNREACHABLE if state[:2] in _UNREACHABLE_CLASSES else None)
    if isinstance(error, OSError):  # TimeoutError and ConnectionError are of this kind
        return _SYSTEM.get(error.errno or 0, Cause.UNREACHABLE)
    return None
