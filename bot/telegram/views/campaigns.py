"""Campaigns: live progress, report, history, and what may be done with each."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.domain.campaign import Campaign, CampaignState, DeliveryState, Reason
from bot.domain.language import Language
from bot.i18n import Html, Texts
from bot.services.campaign_desk import can_change
from bot.services.pace import Speed
from bot.telegram.broadcast_content import words_of
from bot.telegram.desk_callbacks import CampaignCallback, CampaignsCallback
from bot.telegram.keyboards import Row, button, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.audiences import audience_in_words
from bot.telegram.views.broadcasts import Desk
from bot.telegram.views.moments import moment_in_words, span

PAGE = 6
CELLS = 12
EXCERPT = 60
MARKERS = {
    CampaignState.SCHEDULED: "🕒",
    CampaignState.RUNNING: "🚀",
    CampaignState.PAUSED: "⏸",
    CampaignState.DONE: "✔️",
    CampaignState.CANCELLED: "✖️",
}


def campaign_page(desk: Desk, campaign: Campaign, speed: Speed = Speed()) -> Reply:  # noqa: B008
    """Return a campaign as it stands: live progress while it runs, the report afterwards."""
    texts = desk.texts
    lines = [
        _title(texts, campaign),
        *_audience(desk, campaign),
        *_times(desk, campaign),
    ]
    if campaign.state is not CampaignState.SCHEDULED:
        lines += [*_progress(texts, campaign, speed), *_outcomes(texts, campaign)]
    return Reply("\n".join(lines), keyboard(*_rows(texts, campaign)))


def bar(done: int, total: int) -> str:
    """Return the share as a bar of CELLS cells, full only when all is done: ▓▓▓▓▓▓░░░░░░."""
    full = CELLS * done // total if total else 0
    return "▓" * full + "░" * (CELLS - full)


def history(texts: Texts, campaigns: Sequence[Campaign], page: int, *, more: bool) -> Reply:
    """Return a page of the history, newest first. more: whether older ones follow."""
    if not campaigns and not page:
        return Reply(texts("campaigns-none"))
    rows: list[Row] = [[button(_row(texts, one), CampaignCallback(act="show", id=one.id))] for one in campaigns]
    pager = []
    if page:
        pager.append(button("◀️", CampaignsCallback(page=page - 1)))
    if more:
        pager.append(button("▶️", CampaignsCallback(page=page + 1)))
    return Reply(texts("campaigns-title"), keyboard(*rows, pager))


def confirm(texts: Texts, campaign: Campaign, act: str) -> Reply:
    """Return the question before a campaign is stopped (`cancel`) or what it sent is deleted (`delete`)."""
    number = {"pending": campaign.pending, "sent": campaign.count(DeliveryState.SENT)}
    rows: list[Row] = [
        [button(texts.plain(f"button-campaign-{act}-yes"), CampaignCallback(act=f"{act}-yes", id=campaign.id))],
        [button(texts.plain(f"button-campaign-{act}-no"), CampaignCallback(act="show", id=campaign.id))],
    ]
    return Reply(f"{_title(texts, campaign)}\n{texts(f'campaign-{act}-ask', **number)}", keyboard(*rows))


def choose_edit(texts: Texts, campaign: Campaign, languages: Sequence[Language]) -> Reply:
    """Return the question which language's text to replace."""
    rows = [
        [
            button(
                texts.plain(f"button-broadcast-content-{language}"),
                CampaignCallback(act="edit", id=campaign.id, language=language),
            )
        ]
        for language in languages
    ]
    return Reply(texts("campaign-edit-which"), keyboard(*rows, [_keep(texts, campaign)]))


def ask_edit(texts: Texts, campaign: Campaign, language: str) -> Reply:
    """Return the request to send the new text of a language."""
    ask = texts("campaign-edit-ask", language=texts(f"broadcast-in-{language}"))
    return Reply(ask, keyboard([_keep(texts, campaign)]))


def _keep(texts: Texts, campaign: Campaign) -> InlineKeyboardButton:
    return button(texts.plain("button-campaign-edit-no"), CampaignCallback(act="show", id=campaign.id))


def _title(texts: Texts, campaign: Campaign) -> Html:
    state = texts(f"campaign-state-{campaign.state}")
    if campaign.target_id is not None:
        key = "campaign-title-delete" if _deletes(campaign) else "campaign-title-edit"
        return texts(key, id=str(campaign.id), target=str(campaign.target_id), state=state)
    return texts(f"campaign-title-{campaign.kind}", id=str(campaign.id), state=state)


def _audience(desk: Desk, campaign: Campaign) -> list[str]:
    if campaign.target_id is not None:
        return []
    words = audience_in_words(desk.texts, campaign.audience, desk.catalogue)
    return [desk.texts("broadcast-for", audience=words)]


def _times(desk: Desk, campaign: Campaign) -> list[str]:
    texts = desk.texts
    moments = {
        "campaign-starts": campaign.scheduled_at if campaign.state is CampaignState.SCHEDULED else None,
        "campaign-started": campaign.started_at,
        "campaign-finished": campaign.finished_at,
    }
    return [
        texts(key, moment=moment_in_words(texts, moment, desk.zone, desk.now))
        for key, moment in moments.items()
        if moment is not None
    ]


def _progress(texts: Texts, campaign: Campaign, speed: Speed) -> list[str]:
    done = campaign.total - campaign.pending
    percent = 100 * done // campaign.total if campaign.total else 0
    lines = [f"<code>{bar(done, campaign.total)}</code> {percent} %"]
    if campaign.state.is_over:
        return [] if not campaign.total else lines
    if not campaign.fanned_out and not campaign.total:
        return [texts("campaign-counting")]
    lines.append(texts("campaign-done", done=done, total=campaign.total))
    if speed.rate is not None:
        rate = texts.plain("campaign-rate", rate=_rounded(speed.rate))
        left = _left(texts, speed.left) if speed.left else ""
        lines.append(", ".join(part for part in (rate, left) if part))
    return lines


def _left(texts: Texts, seconds: float) -> str:
    count, unit = span(seconds)
    return texts.plain(f"campaign-left-{unit}", count=count)


def _rounded(rate: float) -> float:
    return round(rate, 1) if rate < 10 else round(rate)


def _outcomes(texts: Texts, campaign: Campaign) -> list[str]:
    lines: list[str] = [texts("campaign-sent", count=campaign.count(DeliveryState.SENT))]
    for state in (DeliveryState.FAILED, DeliveryState.SKIPPED):
        count = campaign.count(state)
        if count:
            reasons = ", ".join(
                f"{_reason(texts, key.partition(':')[2])} — {n}"
                for key, n in sorted(campaign.counts.items(), key=lambda item: -item[1])
                if key.startswith(f"{state}:") and n
            )
            lines.append(texts(f"campaign-{state}", count=count, reasons=reasons))
    return lines


def _reason(texts: Texts, name: str) -> str:
    key = f"campaign-reason-{name.replace('_', '-')}"
    return texts.plain(key if texts.has(key) else f"campaign-reason-{Reason.REFUSED}")


def _rows(texts: Texts, campaign: Campaign) -> list[Row]:
    acts = {
        CampaignState.SCHEDULED: ("cancel",),
        CampaignState.RUNNING: ("pause", "cancel"),
        CampaignState.PAUSED: ("resume", "cancel"),
        CampaignState.DONE: ("edit", "delete"),
        CampaignState.CANCELLED: ("edit", "delete"),
    }.get(campaign.state, ())
    if campaign.state.is_over and not can_change(campaign):
        acts = ()
    row = [button(texts.plain(f"button-campaign-{act}"), CampaignCallback(act=act, id=campaign.id)) for act in acts]
    return [row, [button(texts.plain("button-campaigns"), CampaignsCallback())]]


def _deletes(campaign: Campaign) -> bool:
    return any(message.method.startswith("delete") for message in campaign.content.by_language.values())


def _row(texts: Texts, campaign: Campaign) -> str:
    moment = campaign.started_at or campaign.scheduled_at or campaign.created_at
    date = texts.short_date(moment.date())[:5] if moment is not None else ""
    words = " ".join(excerpt(campaign).split())
    if campaign.target_id is not None:
        key = "campaign-row-delete" if _deletes(campaign) else "campaign-row-edit"
        words = texts.plain(key, target=str(campaign.target_id))
    return " · ".join(part for part in (f"{MARKERS.get(campaign.state, '')} {campaign.id}", date, words) if part)


def excerpt(campaign: Campaign) -> str:
    """Return the beginning of what a campaign says, in the first language that says anything."""
    said = next((words for m in campaign.content.by_language.values() if (words := words_of(m))), "")
    return said if len(said) <= EXCERPT else said[: EXCERPT - 1].rstrip() + "…"
