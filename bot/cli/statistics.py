"""`stats`: how the bot is doing, as the desk sees it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.frame import AsJson, BadInputError, finish, load_settings, opened_database, print_json

if TYPE_CHECKING:
    from bot.db.engine import Database
    from bot.telegram.views.stats_words import Board

Lang = Annotated[str, typer.Option(help="ru or kk.")]
Days = Annotated[int, typer.Option(help="7, 30 or 90: the days up to today.")]
Picture = Annotated[Path | None, typer.Option(metavar="FILE.png", help="Write the picture too.")]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("stats")(stats)


def stats(as_json: AsJson = False, picture: Picture = None, lang: Lang = "ru", days: Days = 30) -> int:
    """Show people, questions, subscriptions, deliveries and facts, in numbers."""
    from bot.domain.language import Language
    from bot.domain.statistics import PERIODS
    from bot.telegram.reply import to_plain
    from bot.telegram.views.stats import stats_page

    if lang not in set(Language):
        raise BadInputError(f"--lang {lang}: {' or '.join(Language)}")
    if days not in PERIODS:
        raise BadInputError(f"--days {days}: one of {', '.join(map(str, PERIODS))}")
    board, png = finish(_gather(Language(lang), days, draws=picture is not None))
    if picture is not None:
        picture.write_bytes(png)
    if as_json:
        print_json(_as_json(board))
    else:
        print(to_plain(stats_page(board).html))
    return 0


async def _gather(language: Any, days: int, *, draws: bool) -> "tuple[Board, bytes]":
    from bot.pictures.rendering import Renderer
    from bot.telegram.views.stats_picture import draw

    async with opened_database() as db:
        board = await _board(db, language, days)
    return board, await Renderer().png(draw(board)) if draws else b""


async def _board(db: "Database", language: Any, days: int) -> "Board":
    from bot import clock
    from bot.db.facts import DatabaseFacts
    from bot.db.feeds import DatabaseFeeds
    from bot.db.statistics import DatabaseStatistics
    from bot.db.unanswered import DatabaseUnanswered
    from bot.i18n import Translator
    from bot.services.catalogue import CatalogueHolder
    from bot.services.insight import Insights
    from bot.services.readings import Readings
    from bot.telegram.views.stats_words import Board

    settings, holder = load_settings(), CatalogueHolder(DatabaseFacts(db))
    await holder.refresh()
    readings = Readings(DatabaseStatistics(db, settings.zone), clock.now)
    insights = Insights(readings, DatabaseUnanswered(db), holder, lambda: clock.today(settings.timezone))
    health = await DatabaseFeeds(db).health()
    return Board(Translator()[language], holder.current, await insights.gather(days), settings.zone, health)


def _as_json(board: "Board") -> dict[str, Any]:
    insight = board.insight
    people, questions, facts = insight.people, insight.questions, insight.facts
    return {
        "moment": insight.moment.isoformat(),
        "days": insight.period.days,
        "people": {
            "total": people.total,
            "by_state_and_language": [
                {"state": state, "language": language, "count": count}
                for (state, language), count in sorted(people.counts.items())
            ],
            "seen_within_days": people.seen,
            "joined": insight.joined,
            "joined_before": insight.joined_before,
            "joined_by_day": {str(day): people.joined.get(day, 0) for day in insight.period.every_day},
        },
        "questions": {
            "asked": questions.asked,
            "understood": questions.understood,
            "by_intent": questions.by_intent,
            "by_language": questions.by_language,
            "before": _asked_before(board),
            "not_understood": [{"text": one.text, "count": one.count} for one in insight.top_missed],
        },
        "subscriptions": {str(topic): count for topic, count in insight.followers.items()},
        "deliveries": {"in_period": insight.outcomes, "in_all": insight.outcomes_in_all},
        "campaigns": [
            {"id": one.id, "kind": one.kind, "day": one.day, "total": one.total, "counts": one.counts}
            for one in insight.campaigns
        ],
        "facts": {
            "old": facts.old,
            "soon_old": facts.soon,
            "conflicting": facts.conflicting,
            "unsourced": facts.unsourced,
            "oldest_days": facts.oldest_days,
        },
    }


def _asked_before(board: "Board") -> dict[str, int] | None:
    before = board.insight.asked_before
    return None if before is None else {"asked": before.asked, "understood": before.understood}
