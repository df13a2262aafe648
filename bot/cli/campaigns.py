"""`broadcast` and `campaigns`: what goes out to many, and how far it is."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.frame import AsJson, BadInputError, finish, load_settings, opened_database, print_json, print_table

if TYPE_CHECKING:
    from bot.db.engine import Database
    from bot.domain.campaign import Audience, Campaign, Content

TextRu = Annotated[str, typer.Option(help="The text for those who read Russian.")]
TextKk = Annotated[str, typer.Option(help="The text for those who read Kazakh.")]
To = Annotated[str, typer.Option(help="all, lang:ru, lang:kk, topic:eu, country:TR, active:30; several by comma.")]
At = Annotated[str, typer.Option(help="When to begin, in ISO form; in TIMEZONE unless it names an offset.")]
Markup = Annotated[bool, typer.Option("--html", help="The texts are Telegram's HTML, not plain.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say how many people it is for; queue nothing.")]
Number = Annotated[int, typer.Argument(metavar="ID", help="The campaign's id.")]
Limit = Annotated[int, typer.Option(min=1, max=1000, help="How many, newest first.")]

LONGEST = 4096


def add_to(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command("broadcast")(broadcast)
    group = typer.Typer(help="Follow and steer alerts, digests and broadcasts.")
    group.command("list")(list_campaigns)
    group.command("show")(show)
    group.command("pause")(pause)
    group.command("resume")(resume)
    group.command("cancel")(cancel)
    app.add_typer(group, name="campaigns")


def broadcast(
    text_ru: TextRu = "",
    text_kk: TextKk = "",
    audience: To = "all",
    at: At = "",
    html: Markup = False,
    dry_run: DryRun = False,
) -> int:
    """Queue a message to many; a running bot starts it within 2 s. The id stands alone on the last line."""
    people = _audience(audience)
    return finish(_broadcast(people, _content(people, text_ru, text_kk, html=html), _moment(at), dry_run=dry_run))


def list_campaigns(limit: Limit = 20, as_json: AsJson = False) -> int:
    """List campaigns, newest first."""
    return finish(_list(limit, as_json=as_json))


def show(campaign_id: Number, as_json: AsJson = False) -> int:
    """Show how far a campaign is and what failed."""
    return finish(_steer(campaign_id, "", as_json=as_json))


def pause(campaign_id: Number, as_json: AsJson = False) -> int:
    """Hold a campaign."""
    return finish(_steer(campaign_id, "pause", as_json=as_json))


def resume(campaign_id: Number, as_json: AsJson = False) -> int:
    """Go on with a campaign that was held."""
    return finish(_steer(campaign_id, "resume", as_json=as_json))


def cancel(campaign_id: Number, as_json: AsJson = False) -> int:
    """End a campaign for good; who has not got it yet won't."""
    return finish(_steer(campaign_id, "cancel", as_json=as_json))


def _audience(text: str) -> "Audience":
    from bot.domain.campaign import Audience

    try:
        return Audience.parse(text)
    except ValueError as error:
        raise BadInputError(f"--audience: {error}") from None


def _content(people: "Audience", text_ru: str, text_kk: str, *, html: bool) -> "Content":
    from bot.domain.campaign import Content, Message
    from bot.domain.language import Language

    texts = {Language.RU: text_ru.strip(), Language.KK: text_kk.strip()}
    for language in [people.language] if people.language else list(Language):
        if not texts[language]:
            raise BadInputError(f"--text-{language} is empty: --audience {people} holds people who read it")
        if len(texts[language].encode("utf-16-le")) // 2 > LONGEST:
            raise BadInputError(f"--text-{language} is longer than {LONGEST} characters, Telegram's limit")
    markup = {"parse_mode": "HTML"} if html else {}
    return Content({lang: Message("sendMessage", {"text": text, **markup}) for lang, text in texts.items() if text})


def _moment(text: str) -> datetime | None:
    from bot.clock import now

    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BadInputError(f"--at: {text!r} is no time in ISO form, such as 2026-12-01T18:00") from None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=load_settings().zone)
    if moment <= now():
        raise BadInputError(f"--at: {text} is past")
    return moment


async def _broadcast(people: "Audience", content: "Content", at: datetime | None, *, dry_run: bool) -> int:
    from bot.clock import now
    from bot.db.audit import DatabaseAudit
    from bot.db.campaigns import DatabaseCampaigns
    from bot.domain.campaign import CampaignKind

    async with opened_database() as db:
        await _refuse_unknown_country(db, people)
        campaigns = DatabaseCampaigns(db)
        count = await campaigns.count(people, tuple(content.by_language), now())
        if dry_run:
            print(f"{count} people would get this; nothing was queued")
            return 0
        number = await campaigns.create(CampaignKind.BROADCAST, people, content, at=now(), scheduled_at=at)
        details = {"campaign": number, "audience": str(people), "at": at.isoformat() if at else None}
        await DatabaseAudit(db).add(0, "broadcast.confirm", **details)
    print(f"queued for {count} people{f', to begin at {at.isoformat()}' if at else ''}; the campaign is")
    print(number)
    return 0


async def _refuse_unknown_country(db: "Database", people: "Audience") -> None:
    from bot.db.destinations import DatabaseDestinations

    code = people.topic.iso2 if people.topic else ""
    if code and code not in await DatabaseDestinations(db).all():
        raise BadInputError(f"--audience: {code} is no destination")


async def _list(limit: int, *, as_json: bool) -> int:
    from bot.db.campaigns import DatabaseCampaigns

    async with opened_database() as db:
        found = await DatabaseCampaigns(db).list(limit, 0)
    if as_json:
        print_json([_as_json(campaign) for campaign in found])
        return 0
    columns = ("id", "kind", "state", "audience", "total", "pending", "sent", "failed", "skipped")
    rows = [(_as_json(one) | {"audience": str(one.audience)}) for one in found]
    print_table("", columns, [[row[column] for column in columns] for row in rows])
    return 0


async def _steer(campaign_id: int, act: str, *, as_json: bool) -> int:
    from bot.clock import now
    from bot.db.audit import DatabaseAudit
    from bot.db.campaigns import DatabaseCampaigns
    from bot.services.campaigns import CampaignError, Campaigns

    async with opened_database() as db:
        campaigns = Campaigns(DatabaseCampaigns(db), now)
        if act:
            acts = {"pause": campaigns.pause, "resume": campaigns.resume, "cancel": campaigns.cancel}
            try:
                await acts[act](campaign_id)
            except CampaignError as error:
                raise BadInputError(str(error)) from None
            await DatabaseAudit(db).add(0, f"campaign.{act}", campaign=campaign_id)
        campaign = await campaigns.get(campaign_id)
    if campaign is None:
        raise BadInputError(f"there is no campaign {campaign_id}")
    _print(campaign, as_json=as_json)
    return 0


def _print(campaign: "Campaign", *, as_json: bool) -> None:
    values = _as_json(campaign)
    if as_json:
        print_json(values)
        return
    reasons = ", ".join(f"{reason} {n}" for reason, n in campaign.reasons.items())
    rows = [(name, value) for name, value in values.items() if name != "reasons"]
    moments = {"audience": campaign.audience, "begins": campaign.scheduled_at, "began": campaign.started_at}
    moments["ended"] = campaign.finished_at
    rows += [(name, value) for name, value in moments.items() if value is not None]
    print_table("", ("campaign", str(campaign.id)), [*rows[1:], *([("reasons", reasons)] if reasons else [])])


def _as_json(campaign: "Campaign") -> dict[str, Any]:
    from bot.domain.campaign import DeliveryState

    return {
        "id": campaign.id,
        "kind": campaign.kind,
        "state": campaign.state,
        "total": campaign.total,
        "pending": campaign.pending,
        "sent": campaign.count(DeliveryState.SENT),
        "failed": campaign.count(DeliveryState.FAILED),
        "skipped": campaign.count(DeliveryState.SKIPPED),
        "reasons": campaign.reasons,
    }
