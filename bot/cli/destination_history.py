"""`destinations history` and `undo`: what was changed, when, by whom, why; and taking it back."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.frame import AsJson, BadInputError, finish, print_json, print_table

if TYPE_CHECKING:
    from bot.domain.destination_edit import Version
    from bot.services.destinations import Destinations

NEWEST = 200

Iso2 = Annotated[str, typer.Argument(help="The country's two-letter code.")]
What = Annotated[str, typer.Argument(help="A country's code, for its last edit, or the number of an edit.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what it would do and write nothing.")]
Notify = Annotated[bool, typer.Option("--notify", help="Alert those who follow the country or the list.")]
Reason = Annotated[str, typer.Option("--reason", help="Why; kept with the history.")]


def add_to(group: typer.Typer) -> None:
    """Add these commands to the group."""
    group.command("history")(history)
    group.command("undo")(undo)


def history(iso2: Iso2, as_json: AsJson = False) -> int:
    """Show every edit of a destination: what, when, by whom, why, how many were told."""
    return finish(_history(iso2.upper(), as_json=as_json))


def undo(what: What, notify: Notify = False, dry_run: DryRun = False, reason: Reason = "") -> int:
    """Take an edit back, the last one of a country or the one of a number; an undo can be taken back too."""
    return finish(_undo(what.upper(), reason, notify=notify, dry_run=dry_run))


async def _history(iso2: str, *, as_json: bool) -> int:
    from bot.cli.destinations import opened_destinations

    async with opened_destinations() as destinations:
        if await destinations.find(iso2) is None:
            raise BadInputError(f"{iso2}: no such destination")
        versions = await destinations.history(iso2, NEWEST)
    if as_json:
        print_json([_as_json(one) for one in versions])
        return 0
    rows = [(one.id, f"{one.at:%Y-%m-%d %H:%M}", _by(one), _what(one), one.reason, one.sent) for one in versions]
    print_table("", ("edit", "when (UTC)", "by", "what", "why", "told"), rows)
    print(f"{len(versions)} edits of {iso2}")
    return 0


async def _undo(what: str, reason: str, *, notify: bool, dry_run: bool) -> int:
    from bot.cli.destinations import opened_destinations, show_alerts, show_difference
    from bot.domain.desk import COMMAND_LINE
    from bot.domain.destination_edit import Edit, EditOrigin

    async with opened_destinations() as destinations:
        version = await _version(destinations, what)
        proposal = await destinations.propose_undo(version)
        show_difference(proposal.changes)
        if not dry_run:
            edit = Edit(
                proposal.changes, COMMAND_LINE, EditOrigin.UNDO, reason, undoes=version.id, action="destinations.undo"
            )
            await destinations.confirm(edit, notify=notify)
    print(f"edit {version.id} of {version.iso2} {'would be' if dry_run else 'is'} undone")
    if notify:
        show_alerts(proposal)
    return 0


async def _version(destinations: "Destinations", what: str) -> "Version":
    numbered = what.isascii() and what.isdigit() and len(what) < 18
    found = await (destinations.version(int(what)) if numbered else destinations.last_version(what))
    if found is None:
        raise BadInputError(f"{what}: no such edit" if numbered else f"{what}: nothing was edited there")
    return found


def _by(version: "Version") -> str:
    from bot.domain.desk import COMMAND_LINE

    return "command line" if version.by == COMMAND_LINE else str(version.by)


def _what(version: "Version") -> str:
    if version.before is None:
        return "added"
    told = [f"{one}: {getattr(version.before, one)} → {getattr(version.after, one)}" for one in _columns(version)]
    undoing = f"undoes {version.undoes}\n" if version.undoes else ""
    undone = f"\nundone by {version.undone_by}" if version.undone_by else ""
    return undoing + "\n".join(told) + undone


def _columns(version: "Version") -> tuple[str, ...]:
    return version.difference.columns


def _as_json(version: "Version") -> dict[str, Any]:
    before = version.before.to_texts() if version.before else {}
    after = version.after.to_texts()
    changed = {one: {"before": before.get(one), "after": after[one]} for one in _columns(version)}
    return {
        "id": version.id,
        "iso2": version.iso2,
        "at": version.at.isoformat(),
        "by": version.by,
        "origin": version.origin,
        "reason": version.reason,
        "changed": changed,
        "undoes": version.undoes or None,
        "undone_by": version.undone_by or None,
        "campaigns": version.campaigns,
        "told": version.sent,
    }
