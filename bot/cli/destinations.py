"""`destinations import`, `export` and `check`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.frame import AsJson, finish, load_settings, opened_database, print_json, print_table

if TYPE_CHECKING:
    from bot.db.engine import Database
    from bot.domain.review import Difference

ToRead = Annotated[Path, typer.Argument(help="CSV with the columns of bot/data/destinations.csv; any rows of it.")]
ToWrite = Annotated[Path | None, typer.Argument(help="The CSV file to write; stdout if not given.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show the difference and write nothing.")]
Notify = Annotated[bool, typer.Option("--notify", help="Alert the followers of the countries whose rules change.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands of this group."""
    group = typer.Typer(help="Look over and change the facts about destinations.")
    group.command("import")(import_destinations)
    group.command("export")(export_destinations)
    group.command("check")(check_destinations)
    app.add_typer(group, name="destinations")


def import_destinations(file: ToRead, dry_run: DryRun = False, notify: Notify = False) -> int:
    """Show what a file changes and write it, all of it or nothing."""
    return finish(_import(file.name, file.read_bytes(), dry_run=dry_run, notify=notify))


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


async def _import(name: str, data: bytes, *, dry_run: bool, notify: bool) -> int:
    from bot.db.destinations import DatabaseDestinations
    from bot.db.facts_files import read_destinations, shipped_territories
    from bot.domain.review import differences

    rows = read_destinations(data, shipped_territories(), name)
    async with opened_database() as db:
        changes = differences(await DatabaseDestinations(db).all(), rows)
        _show(changes)
        followers = await _followers(db, changes) if notify else {}
        if not dry_run:
            await _write(db, changes, name, notify=notify)
    told = "would change" if dry_run else "changed"
    print(f"{len(changes)} of {len(rows)} destinations {told}")
    if notify:
        print(f"alerts: {', '.join(f'{code} {n}' for code, n in followers.items()) or 'none'}")
    return 0


async def _followers(db: "Database", changes: "Sequence[Difference]") -> dict[str, int]:
    """Count who follows each destination whose rules change."""
    from bot.clock import now
    from bot.db.campaigns import DatabaseCampaigns
    from bot.domain.campaign import Audience
    from bot.domain.language import Language
    from bot.domain.topic import Topic

    told = [change.iso2 for change in changes if change.before and change.concerns_travellers]
    count = DatabaseCampaigns(db).count
    return {code: await count(Audience(topic=Topic.country(code)), tuple(Language), now()) for code in told}


async def _write(db: "Database", changes: "Sequence[Difference]", note: str, *, notify: bool) -> None:
    """Write the changes and queue their alerts in one transaction: neither is there without the other."""
    from bot.db.destinations import apply_changes
    from bot.db.facts import read_facts
    from bot.services.catalogue import Catalogue

    if not changes:
        return
    async with db.write() as c:
        await apply_changes(c, changes, 0, note)
        if notify:
            catalogue = Catalogue.of(await read_facts(c))
            for change in changes:
                await _queue_alert(c, catalogue, change, to_channel=bool(load_settings().channel_id))


async def _queue_alert(connection: Any, catalogue: Any, change: "Difference", *, to_channel: bool) -> None:
    from bot.clock import now
    from bot.db.campaigns import insert_campaign
    from bot.domain.campaign import Audience, CampaignKind
    from bot.domain.topic import Topic
    from bot.i18n import Translator
    from bot.telegram.views.alerts import compose_regime_alert

    if change.before is None or not change.concerns_travellers:
        return
    content = compose_regime_alert(Translator(), catalogue, change.before, change.after)
    audience = Audience(topic=Topic.country(change.iso2))
    await insert_campaign(
        connection, CampaignKind.ALERT, audience, content, at=now(), iso2=change.iso2, to_channel=to_channel
    )


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


def _show(changes: "Sequence[Difference]") -> None:
    rows = [
        (change.iso2, column, getattr(change.before, column, ""), getattr(change.after, column))
        for change in changes
        for column in (change.columns if change.before else ("regime", "stay_days"))
    ]
    if rows:
        print_table("", ("code", "what", "before", "after"), rows)
