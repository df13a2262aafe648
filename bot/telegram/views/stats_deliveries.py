"""Statistics of what was sent to many, as text."""

from bot.domain.campaign import CampaignKind
from bot.domain.statistics import SentCampaign, of_state
from bot.i18n import Html
from bot.telegram.views.stats_words import Board

SIGNS = {
    CampaignKind.ALERT: "🔔",
    CampaignKind.REMINDER: "⏰",
    CampaignKind.BROADCAST: "📣",
    CampaignKind.DIGEST: "🗞",
}


def delivery_lines(board: Board) -> list[str]:
    """Return what became of the messages of the period, and of all."""
    texts, outcomes, in_all = board.texts, board.insight.outcomes, board.insight.outcomes_in_all
    lines: list[str] = [texts("stats-deliveries")]
    if sum(outcomes.values()):
        lines += _outcomes(board)
    else:
        lines.append(texts("stats-deliveries-none"))
    if sum(in_all.values()):
        counts = {state: of_state(in_all, state) for state in ("sent", "failed", "skipped")}
        lines.append(texts("stats-in-all", **counts))
    return lines


def campaign_lines(board: Board) -> list[str]:
    """Return the last campaigns, each with the share of people who got it."""
    lines = [_campaign(board, one) for one in board.insight.campaigns]
    return [board.texts("stats-campaigns"), *lines] if lines else []


def _outcomes(board: Board) -> list[str]:
    texts, outcomes = board.texts, board.insight.outcomes
    sent, failed = of_state(outcomes, "sent"), of_state(outcomes, "failed")
    lines: list[str] = [texts("stats-delivered", count=sent, share=texts.share(sent, sent + failed))]
    counts = {state: of_state(outcomes, state) for state in ("failed", "skipped")}
    return lines + [
        texts(f"stats-{state}", count=count, reasons=board.reasons(outcomes, state))
        for state, count in counts.items()
        if count
    ]


def _campaign(board: Board, one: SentCampaign) -> Html:
    texts, total = board.texts, max(one.total, sum(one.counts.values()))
    return texts(
        "stats-campaign",
        sign=SIGNS[one.kind],
        id=str(one.id),
        day=texts.short_date(one.day),
        share=texts.share(one.sent, total),
        total=total,
    )
