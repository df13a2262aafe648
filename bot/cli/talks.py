"""`status show` and `status publish`: where the EU talks stand."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.frame import AsJson, BadInputError, finish, opened_app, opened_database, print_json, print_table

if TYPE_CHECKING:
    from bot.domain.talks import NewEvent
    from bot.services.talks_state import TalksState

Stage = Annotated[str, typer.Option(help="The stage's id or number 1–13; `context` moves nothing.")]
Date = Annotated[str, typer.Option(help="When it happened: YYYY-MM-DD, YYYY-MM or YYYY.")]
TitleRu = Annotated[str, typer.Option(help="The title in Russian.")]
TitleKk = Annotated[str, typer.Option(help="The title in Kazakh.")]
DetailsRu = Annotated[str, typer.Option(help="A few sentences in Russian.")]
DetailsKk = Annotated[str, typer.Option(help="A few sentences in Kazakh.")]
SourceUrl = Annotated[str, typer.Option(help="Where it is reported.")]
SourceName = Annotated[str, typer.Option(help="The source's name; the site's if not given.")]
Statement = Annotated[bool, typer.Option("--statement", help="A statement made meanwhile: the stage does not move.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show the alert and its audience; write nothing.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands of this group."""
    group = typer.Typer(help="The talks with the EU: show where they stand, publish what happened.")
    group.command("show")(show)
    group.command("publish")(publish)
    app.add_typer(group, name="status")


def show(as_json: AsJson = False) -> int:
    """Show the stage the talks are at, the last events and when the sources were last checked."""
    return finish(_show(as_json=as_json))


def publish(
    stage: Stage,
    date: Date,
    title_ru: TitleRu,
    title_kk: TitleKk,
    source_url: SourceUrl,
    source_name: SourceName = "",
    details_ru: DetailsRu = "",
    details_kk: DetailsKk = "",
    statement: Statement = False,
    dry_run: DryRun = False,
) -> int:
    """Publish an event and queue its alerts; the campaign's id stands alone on the last line."""
    typed = {"stage": stage, "date": date, "source_url": source_url, "source_name": source_name}
    texts = {"titles": {"ru": title_ru, "kk": title_kk}, "details": {"ru": details_ru, "kk": details_kk}}
    return finish(_publish({**typed, **texts, "moves": not statement}, dry_run=dry_run))


async def _show(*, as_json: bool) -> int:
    from bot.clock import today
    from bot.db.facts import DatabaseFacts
    from bot.domain.language import Language
    from bot.services.catalogue import Catalogue
    from bot.services.talks_state import state_of

    async with opened_database() as db:
        catalogue = Catalogue.of(await DatabaseFacts(db).read_facts())
    state = state_of(catalogue, today())
    events = [(event.date, event.stage, event.titles[Language.RU], event.source_name) for event in catalogue.events]
    if as_json:
        names = ("date", "stage", "title", "source")
        print_json({**_as_json(state), "events": [dict(zip(names, event, strict=True)) for event in events]})
        return 0
    print(f"stage {state.position} of {len(state.steps)}: {state.stage}{_round(state)}, since {state.since}")
    if state.pause is not None and state.now is not None:
        print(f"{state.pause} since {state.now.event.date}")
    print(f"sources checked on {state.checked_on}, newest report of {state.newest_report}")
    print_table("", ("date", "stage", "event", "source"), events[:10])
    return 0


def _as_json(state: "TalksState") -> dict[str, Any]:
    from bot.domain.talks import Stage

    return {
        "stage": state.stage,
        "position": state.position,
        "round": state.now.round if state.now else 0,
        "since": str(state.since) if state.since else None,
        "suspended": state.pause is Stage.SUSPENDED,
        "stalled": state.pause is Stage.STALLED,
        "next": state.next_stage,
        "days_since_last_round": state.days_since_last_round,
        "checked_on": state.checked_on,
        "newest_report": state.newest_report,
    }


def _round(state: "TalksState") -> str:
    return f" {state.now.round}" if state.now and state.now.round else ""


async def _publish(typed: dict[str, Any], *, dry_run: bool) -> int:
    from bot.domain.campaign import Audience
    from bot.domain.topic import EU

    async with opened_app() as app:
        event = _event(typed, app.talks.today())
        people = await app.campaigns.count(Audience(topic=EU))
        if dry_run:
            _print_preview(app.talks.preview(event))
            print(f"{people} subscribers would get this; nothing was written")
            return 0
        campaign = await app.talks.publish(event)
    print(f"published; {people} subscribers get the alert; the campaign is")
    print(campaign)
    return 0


def _event(typed: dict[str, Any], today: Any) -> "NewEvent":
    from bot.domain.language import Language
    from bot.services.event_rules import EventError, read_event

    texts = {name: {Language(lang): text for lang, text in typed[name].items()} for name in ("titles", "details")}
    try:
        return read_event(**{**typed, **texts}, today=today)
    except EventError as error:
        raise BadInputError(str(error)) from None


def _print_preview(content: Any) -> None:
    from bot.telegram.reply import to_plain

    for language, message in content.by_language.items():
        print(f"— {language} —\n{to_plain(message.params['text'])}\n")
