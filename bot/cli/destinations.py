"""`destinations import`, `export`, `check`, `history` and `undo`."""

import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import destination_history
from bot.cli.frame import AsJson, finish, load_settings, opened_database, print_json, print_table

if TYPE_CHECKING:
    from bot.domain.review import Difference
    from bot.services.destinations import Destinations, Proposal

ToRead = Annotated[Path, typer.Argument(help="CSV with the columns of bot/data/destinations.csv; any rows of it.")]
ToWrite = Annotated[Path | None, typer.Argument(help="The CSV file to write; stdout if not given.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show the difference and write nothing.")]
Notify = Annotated[bool, typer.Option("--notify", help="Alert those who follow the countries or the list.")]
Reason = Annotated[str, typer.Option("--reason", help="Why; kept with the history. The file's name if not given.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands of this group."""
    group = typer.Typer(help="Look over and change the facts about destinations.")
    group.command("import")(import_destinations)
    group.command("export")(export_destinations)
    group.command("check")(check_destinations)
    destination_history.add_to(group)
    app.add_typer(group, name="destinations")


def import_destinations(file: ToRead, dry_run: DryRun = False, notify: Notify = False, reason: Reason = "") -> int:
    """Show what a file changes and write it, all of it or nothing."""
    return finish(_import(file.name, file.read_bytes(), reason or file.name, dry_run=dry_run, notify=notify))


def export_destinations(file: ToWrite = None) -> int:
    """Write every destination as CSV, as the import reads it."""
    text = finish(_export())
    if file is None:
        sys.stdout.write(text)
    else:
        file.write_text(text, encoding="utf-8")
        print(f"destinations written to {file}")
    return 0


def check_destinations(as_json: AsJson = False) -> int:
    """List what needs a person's eye: confirmed over a year ago, conflicting, without a source."""
    return finish(_check(as_json=as_json))


@asynccontextmanager
async def opened_destinations() -> "AsyncIterator[Destinations]":
    """Yield the destinations of a database that is migrated and seeded."""
    from bot.assembly import build_destinations
    from bot.db.facts import DatabaseFacts
    from bot.i18n import Translator
    from bot.services.catalogue import CatalogueHolder

    async with opened_database() as db:
        holder = CatalogueHolder(DatabaseFacts(db))
        await holder.refresh()
        yield build_destinations(load_settings(), db, holder, Translator())


def show_difference(changes: "Sequence[Difference]") -> None:
    """Print what differs, a line a column."""
    rows = [
        (change.iso2, column, getattr(change.before, column, ""), getattr(change.after, column))
        for change in changes
        for column in (change.columns if change.before else ("regime", "stay_days"))
    ]
    if rows:
        print_table("", ("code", "what", "before", "after"), rows)


def show_alerts(proposal: "Proposal") -> None:
    """Print how many people each alert reaches."""
    counts = zip(proposal.plans, proposal.recipients, strict=True)
    told = [f"{plan.iso2 or 'list'} {count}" for plan, count in counts]
    print(f"alerts: {', '.join(told) or 'none'}")


async def _import(name: str, data: bytes, reason: str, *, dry_run: bool, notify: bool) -> int:
    from bot.domain.desk import COMMAND_LINE
    from bot.domain.destination_edit import Edit, EditOrigin

    async with opened_destinations() as destinations:
        proposal = await destinations.propose(destinations.store.parse(data, name))
        show_difference(proposal.changes)
        if not dry_run:
            edit = Edit(proposal.changes, COMMAND_LINE, EditOrigin.IMPORT, reason)
            await destinations.confirm(edit, notify=notify)
    told = "would change" if dry_run else "changed"
    print(f"{len(proposal.changes)} of {proposal.rows} destinations {told}")
    if notify:
        show_alerts(proposal)
    return 0


async def _export() -> str:
    from bot.db.destinations import DatabaseDestinations

    async with opened_database() as db:
        return await DatabaseDestinations(db).export()


async def _check(*, as_json: bool) -> int:
    from bot.clock import today
    from bot.db.destinations import DatabaseDestinations
    from bot.domain.review import concerns

    async with opened_database() as db:
        every = (await DatabaseDestinations(db).all()).values()
    found = [(one, why) for one in every if (why := concerns(one, today()))]
    if as_json:
        keys = ("iso2", "name_en", "confirmed_on", "source_url", "notes")
        print_json([{**{key: getattr(one, key) for key in keys}, "concerns": why} for one, why in found])
        return 0
    rows = [(one.iso2, one.name_en, ", ".join(why), one.confirmed_on, one.notes) for one, why in found]
    print_table("", ("code", "destination", "why", "confirmed", "notes"), rows)
    print(f"{len(found)} of {len(every)} need a look")
    return 0
