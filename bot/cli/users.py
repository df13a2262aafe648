"""`users import` and `users export`: moving an audience from or to another bot."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.frame import BAD_INPUT, BadInputError, finish, opened_database

ToRead = Annotated[Path, typer.Argument(help="CSV: telegram_id,language,topics (eu|country:TR|list|news).")]
ToWrite = Annotated[Path, typer.Argument(help="The CSV file to write.")]
SkipBad = Annotated[bool, typer.Option("--skip-bad", help="Import the good lines although others are bad.")]

NAMED = 100
"""Bad lines named one by one; of more, the number is said."""


def add_to(app: typer.Typer) -> None:
    """Add the commands of this group."""
    group = typer.Typer(help="Move an audience from or to another bot.")
    group.command("import")(import_users)
    group.command("export")(export_users)
    app.add_typer(group, name="users")


def import_users(file: ToRead, skip_bad: SkipBad = False) -> int:
    """Add people and their topics; every bad line is named, and nothing is written unless all are good."""
    if not file.is_file():
        raise BadInputError(f"{file}: no such file")
    return finish(_import(file, skip_bad=skip_bad))


def export_users(file: ToWrite) -> int:
    """Write everybody who can still be reached or may come back."""
    return finish(_export(file))


async def _import(file: Path, *, skip_bad: bool) -> int:
    from bot.db.users_csv import import_users

    async with opened_database() as db:
        report = await import_users(db, file, skip_bad=skip_bad)
    for problem in report.problems[:NAMED]:
        print(f"{file.name}, {problem}", file=sys.stderr)
    if report.bad > NAMED:
        print(f"… and {report.bad - NAMED} more bad lines", file=sys.stderr)
    if not report.written:
        print("nothing was written", file=sys.stderr)
        return BAD_INPUT
    skipped = f", {report.bad} bad lines skipped" if report.bad else ""
    print(f"{report.lines} lines: {report.users} new users, {report.subscriptions} new subscriptions{skipped}")
    return 0


async def _export(file: Path) -> int:
    from bot.db.users_csv import export_users

    async with opened_database() as db:
        print(f"{await export_users(db, file)} users in {file}")
    return 0
