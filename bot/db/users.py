"""People, their settings and their traces."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.audit import write_audit
from bot.db.dialects import insert
from bot.db.engine import Database
from bot.db.schema import subscription, users
from bot.domain.desk import UserCounts
from bot.domain.language import Language
from bot.domain.topic import Topic
from bot.domain.user import Cadence, QuietHours, Role, User, UserState

_PEOPLE = sa.select(users).where(users.c.telegram_id.in_(sa.bindparam("who", expanding=True)))
_TOPICS = (
    sa.select(subscription.c.user_id, subscription.c.topic)
    .where(subscription.c.user_id.in_(sa.bindparam("who", expanding=True)))
    .order_by(subscription.c.created_at, subscription.c.topic)
)


class DatabaseUsers:
    """People in the database; role is USER or EDITOR here, owners are known by settings only."""

    def __init__(self, db: Database) -> None:
        """Keep them in this database."""
        self._db = db

    async def find(self, telegram_id: int) -> User | None:
        """Return a person as stored, None when unknown."""
        found = await self.find_with_topics((telegram_id,))
        return found[telegram_id][0] if telegram_id in found else None

    async def find_with_topics(self, telegram_ids: Sequence[int]) -> dict[int, tuple[User, tuple[Topic, ...]]]:
        """Return people as stored and what they follow, by id: all that their messages need, in one look."""
        wanted = {"who": list(telegram_ids)}

        def read(c: sa.Connection) -> dict[int, tuple[User, tuple[Topic, ...]]]:
            topics: dict[int, list[Topic]] = {}
            for user_id, text in c.execute(_TOPICS, wanted):
                topics.setdefault(user_id, []).append(Topic.parse(text))
            people = (user_of(dict(row)) for row in c.execute(_PEOPLE, wanted).mappings())
            return {one.telegram_id: (one, tuple(topics.get(one.telegram_id, ()))) for one in people}

        return await self._db.look(read)

    async def add(self, user: User) -> None:
        """Store a new person; one that exists is left as it is."""
        async with self._db.write() as c:
            await c.execute(insert(c, users).values(_values(user)).on_conflict_do_nothing())

    async def set_language(self, telegram_id: int, language: Language) -> None:
        """Store the language as chosen."""
        await self._update(telegram_id, language=language.value, language_chosen=True)

    async def set_state(self, telegram_id: int, state: UserState) -> None:
        """Store whether messages reach the person."""
        await self._update(telegram_id, state=state.value)

    async def set_delivery(self, user: User) -> None:
        """Store cadence, quiet hours, time zone and silence."""
        await self._update(user.telegram_id, **_delivery(user))

    async def set_editor(self, telegram_id: int, is_editor: bool, by: int) -> bool:
        """Make or unmake an editor, in the log too; False when the person is unknown or that already."""
        condition = sa.and_(users.c.telegram_id == telegram_id, users.c.is_editor.is_not(is_editor))
        async with self._db.write() as c:
            done = bool((await c.execute(sa.update(users).where(condition).values(is_editor=is_editor))).rowcount)
            if done:
                await write_audit(c, by, "editor.add" if is_editor else "editor.remove", user=telegram_id)
        return done

    async def editors(self) -> tuple[int, ...]:
        """Return every editor's id, in order."""
        query = sa.select(users.c.telegram_id).where(users.c.is_editor).order_by(users.c.telegram_id)
        async with self._db.read() as c:
            return tuple((await c.scalars(query)).all())

    async def touch(self, seen: Mapping[int, datetime]) -> None:
        """Store when people were last seen, many in one transaction; unknown ones are passed over."""
        if not seen:
            return
        update = sa.update(users).where(users.c.telegram_id == sa.bindparam("who"))
        update = update.values(last_seen_at=sa.bindparam("moment"))
        async with self._db.write() as c:
            await c.execute(update, [{"who": who, "moment": moment} for who, moment in sorted(seen.items())])

    async def counts(self) -> UserCounts:
        """Return how many people there are."""
        query = sa.select(users.c.state, users.c.language, sa.func.count()).group_by(users.c.state, users.c.language)
        editors = sa.select(sa.func.count()).select_from(users).where(users.c.is_editor)
        async with self._db.read() as c:
            rows = (await c.execute(query)).all()
            return UserCounts(
                {state: sum(n for one, _, n in rows if one == state) for state in UserState},
                {lang: sum(n for _, one, n in rows if one == lang) for lang in Language},
                await c.scalar(editors) or 0,
            )

    async def active_since(self, moment: datetime) -> int:
        """Return how many people were seen since this moment."""
        query = sa.select(sa.func.count()).select_from(users).where(users.c.last_seen_at >= moment)
        async with self._db.read() as c:
            return await c.scalar(query) or 0

    async def forget(self, telegram_id: int) -> bool:
        """Delete everything kept of a person, at once; tell whether there was anything."""
        from bot.db.traces import forget

        async with self._db.write() as c:
            return await forget(c, telegram_id)

    async def mydata(self, telegram_id: int) -> dict[str, object] | None:
        """Return everything kept of a person, as JSON would have it; None when that is nothing."""
        from bot.db.traces import everything

        async with self._db.read() as c:
            return await everything(c, telegram_id)

    async def _update(self, telegram_id: int, **values: Any) -> bool:
        async with self._db.write() as c:
            return await update_user(c, telegram_id, **values)


async def update_user(c: AsyncConnection, telegram_id: int, **values: Any) -> bool:
    """Change columns of a person; False when unknown."""
    changed = await c.execute(sa.update(users).where(users.c.telegram_id == telegram_id).values(values))
    return bool(changed.rowcount)


def user_of(row: Mapping[str, Any]) -> User:
    """Return the person of a row of the table."""
    quiet = None
    if row["quiet_start"] is not None and row["quiet_end"] is not None:
        quiet = QuietHours(_time(row["quiet_start"]), _time(row["quiet_end"]))
    return User(
        telegram_id=row["telegram_id"],
        language=Language(row["language"]),
        language_chosen=row["language_chosen"],
        state=UserState(row["state"]),
        role=Role.EDITOR if row["is_editor"] else Role.USER,
        cadence=Cadence(row["cadence"]),
        quiet=quiet,
        timezone=row["timezone"],
        silent=row["silent"],
        created_at=row["created_at"],
        last_seen_at=row["last_seen_at"],
    )


def _values(user: User) -> dict[str, Any]:
    return {
        "telegram_id": user.telegram_id,
        "language": user.language.value,
        "language_chosen": user.language_chosen,
        "state": user.state.value,
        "is_editor": user.role is Role.EDITOR,
        "created_at": user.created_at,
        "last_seen_at": user.last_seen_at or user.created_at,
        **_delivery(user),
    }


def _delivery(user: User) -> dict[str, Any]:
    return {
        "cadence": user.cadence.value,
        "quiet_start": _minutes(user.quiet.start) if user.quiet else None,
        "quiet_end": _minutes(user.quiet.end) if user.quiet else None,
        "timezone": user.timezone,
        "silent": user.silent,
    }


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _time(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)
