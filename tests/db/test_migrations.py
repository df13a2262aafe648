"""The migrations build exactly the tables that the code knows."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.db.engine import Database
from bot.db.migrate import HEAD, NewerDatabaseError, alembic_config, migrate, schema_version
from bot.db.schema import metadata


def test_head_is_the_newest_revision() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_current_head() == HEAD


async def test_migrations_make_the_tables_of_the_code(database: Database) -> None:
    def differences(connection: sa.Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))

    async with database.read() as c:
        assert await c.run_sync(differences) == []


async def test_sqlite_tables_are_without_rowid_where_the_code_says_so(tmp_path: Path) -> None:
    async with Database.open(f"sqlite+aiosqlite:///{tmp_path}/a.db") as db:
        await migrate(db)
        async with db.read() as c:
            tables = dict((await c.execute(sa.text("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))).all())
    without = {name for name, sql in tables.items() if "WITHOUT ROWID" in sql}
    assert without == {t.name for t in metadata.tables.values() if not t.dialect_options["sqlite"]["with_rowid"]}


async def test_migrating_twice_changes_nothing(database: Database) -> None:
    await migrate(database)
    assert await schema_version(database) == HEAD


async def test_an_empty_database_has_no_version(tmp_path: Path) -> None:
    async with Database.open(f"sqlite+aiosqlite:///{tmp_path}/a.db") as db:
        assert await schema_version(db) is None


async def test_a_newer_database_is_refused(database: Database) -> None:
    async with database.write() as c:
        await c.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabaseError, match="9999"):
        await migrate(database)


async def test_the_way_down_leaves_nothing(database: Database) -> None:
    async with database.write() as c:
        await c.run_sync(lambda connection: command.downgrade(alembic_config(connection), "base"))
    async with database.read() as c:
        assert await c.run_sync(lambda connection: sa.inspect(connection).get_table_names()) == ["alembic_version"]
    await migrate(database)
    assert await schema_version(database) == HEAD


async def at_first_schema(db: Database) -> None:
    """Bring a database without rows to the first schema, and add some that later ones change."""

    def build(connection: sa.Connection) -> None:
        command.downgrade(alembic_config(connection), "0001")
        connection.execute(
            sa.text("INSERT INTO unanswered (text, language, count, last_asked_at) VALUES ('x', 'ru', 3, 5)")
        )
        connection.execute(
            sa.text(
                "INSERT INTO campaign (id, kind, state, audience, content, channel_message_id, to_channel, created_at)"
                " VALUES (7, 'alert', 'done', 'all', '{}', 42, :yes, 5)"
            ),
            {"yes": True},
        )

    async with db.write() as c:
        await c.run_sync(build)


async def test_a_database_of_the_first_release_reaches_todays_schema_with_its_rows(database: Database) -> None:
    await at_first_schema(database)
    await migrate(database)
    async with database.read() as c:
        question = (await c.execute(sa.text("SELECT text, count, fold, closed_as FROM unanswered"))).one()
        campaign = (await c.execute(sa.text("SELECT id, channel_message_id, channel_posts FROM campaign"))).one()
    assert tuple(question) == ("x", 3, "x", "")
    assert tuple(campaign) == (7, 42, None)
    assert await schema_version(database) == HEAD


async def test_a_copy_is_kept_before_the_schema_changes(tmp_path: Path) -> None:
    async with Database.open(f"sqlite+aiosqlite:///{tmp_path}/a.db") as db:
        await migrate(db)
        await at_first_schema(db)
        await migrate(db)
        await migrate(db)
    copy = tmp_path / f"a.db.before-{HEAD}"
    async with Database.open(f"sqlite+aiosqlite:///{copy}") as old:
        assert await schema_version(old) == "0001"
        async with old.read() as c:
            assert await c.scalar(sa.text("SELECT count FROM unanswered")) == 3
    assert not list(tmp_path.glob("*.part"))


async def test_a_new_database_leaves_no_copy(tmp_path: Path) -> None:
    async with Database.open(f"sqlite+aiosqlite:///{tmp_path}/a.db") as db:
        await migrate(db)
    assert not list(tmp_path.glob("*before*"))
