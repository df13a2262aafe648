"""`migrate`, `backup`, `restore`, `move`."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.frame import BadInputError, finish, load_settings, print_table

File = Annotated[Path, typer.Argument(help="The backup: a SQLite file, whichever database it is of.")]
Source = Annotated[Path, typer.Argument(help="The SQLite database of the bot, which has to be stopped.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite a database that is newer than the backup.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command("migrate")(migrate)
    app.command("backup")(backup)
    app.command("restore")(restore)
    app.command("move")(move)


def migrate() -> int:
    """Bring the database's schema up to date and seed the facts; `run` and `demo` do so at their start too."""
    return finish(_migrate())


def backup(file: File) -> int:
    """Write a consistent copy of everything while the bot runs."""
    finish(_backup(file))
    print(f"{file}: {file.stat().st_size / 1024**2:.1f} MB")
    return 0


def restore(file: File, force: Force = False) -> int:
    """Put a backup in place of the database. Stop the bot first."""
    return finish(_restore(file, force=force))


def move(file: Source) -> int:
    """Move a SQLite database into the empty PostgreSQL database of DATABASE_URL, compared row by row."""
    return finish(_move(file))


async def _migrate() -> int:
    from bot.db.engine import Database
    from bot.db.migrate import migrate, schema_version
    from bot.db.seed import seed

    async with Database.open(load_settings().database_url) as db:
        await migrate(db)
        report = await seed(db)
        print(f"schema: {await schema_version(db)}")
    if report.is_empty:
        print("facts: nothing new")
    else:
        kept = f", {report.kept} kept as edited" if report.kept else ""
        print(f"facts: {report.added} added, {report.changed} changed, {report.removed} removed{kept}")
    return 0


async def _backup(file: Path) -> None:
    from bot.db.backup import backup
    from bot.db.engine import Database
    from bot.db.migrate import schema_version

    async with Database.open(load_settings().database_url) as db:
        if await schema_version(db) is None:
            raise BadInputError("the database is empty: nothing to back up")
        await backup(db, file)


async def _restore(file: Path, *, force: bool) -> int:
    from bot.db.backup import restore
    from bot.db.engine import Database

    async with Database.open(load_settings().database_url) as db:
        await restore(db, file, force=force)
    print(f"restored from {file}")
    return 0


async def _move(file: Path) -> int:
    from bot.db.engine import Database
    from bot.db.moving import move

    async with Database.open(load_settings().database_url) as db:
        moved = await move(file, db)
    print_table(
        "", ("table", "rows", "digest on both sides"), [(one.table, one.rows, one.digest[:16]) for one in moved]
    )
    print(f"moved: {sum(one.rows for one in moved)} rows of {len(moved)} tables, the same on both sides")
    return 0
