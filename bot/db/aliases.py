"""Names of places that editors added: they are known wherever the shipped names are."""

import sqlalchemy as sa

from bot.clock import now
from bot.db.audit import write_audit
from bot.db.dialects import insert
from bot.db.engine import Database
from bot.db.revision import bump
from bot.db.schema import editor_alias
from bot.domain.facts import ALIAS, PlaceName


class DatabaseAliases:
    """The aliases. Every change raises the revision, so that each process takes it up, and is in the log."""

    def __init__(self, db: Database) -> None:
        """Keep them in this database."""
        self._db = db

    async def all(self) -> tuple[PlaceName, ...]:
        """Return every alias, by name."""
        query = sa.select(editor_alias).order_by(editor_alias.c.name, editor_alias.c.iso2)
        async with self._db.read() as c:
            return tuple(PlaceName(row.iso2, row.name, row.language, ALIAS) for row in await c.execute(query))

    async def add(self, alias: PlaceName, by: int) -> bool:
        """Store an alias; False when it is there already."""
        values = {"name": alias.name, "iso2": alias.iso2, "language": alias.language, "added_by": by, "added_at": now()}
        async with self._db.write() as c:
            done = bool((await c.execute(insert(c, editor_alias).values(values).on_conflict_do_nothing())).rowcount)
            if done:
                await bump(c)
                await write_audit(c, by, "alias.add", name=alias.name, place=alias.iso2)
        return done

    async def remove(self, name: str, iso2: str, by: int) -> bool:
        """Delete an alias; False when there is none."""
        mine = sa.and_(editor_alias.c.name == name, editor_alias.c.iso2 == iso2)
        async with self._db.write() as c:
            done = bool((await c.execute(sa.delete(editor_alias).where(mine))).rowcount)
            if done:
                await bump(c)
                await write_audit(c, by, "alias.remove", name=name, place=iso2)
        return done
