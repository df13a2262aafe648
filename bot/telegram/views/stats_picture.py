"""Statistics of the desk, as a picture: one idea a panel."""

from collections.abc import Mapping

from bot.domain.language import Language
from bot.domain.statistics import of_state
from bot.domain.user import UserState
from bot.pictures import theme
from bot.pictures.charts import Bar, Bars, Numbers, Share, Shares, Words
from bot.pictures.curve import Curve
from bot.pictures.sheet import Part, Sheet, Tile
from bot.telegram.views.stats_words import Board

ROWS = 4
"""Bars of a panel, the one for all others not counted."""

LANGUAGES = {Language.RU: theme.ACCENT, Language.KK: theme.SECOND}
STATES = {UserState.ACTIVE: theme.GOOD, UserState.BLOCKED: theme.BAD, UserState.DEACTIVATED: theme.IDLE}
OUTCOMES = {"sent": theme.GOOD, "failed": theme.BAD, "skipped": theme.IDLE}


def draw(board: Board, bot_name: str = "") -> str:
    """Return the statistics as SVG. bot_name: without the @."""
    sheet, texts = Sheet(), board.texts
    sheet.title(texts.plain("stats-picture-title"), _period(board))
    sheet.tiles(_tiles(board))
    sheet.panel(texts.plain("stats-panel-growth"), _growth(board))
    if board.insight.people.total:
        sheet.panel(texts.plain("stats-panel-people"), *_people(board))
    sheet.panel(texts.plain("stats-panel-questions"), _questions(board))
    sheet.panel(texts.plain("stats-panel-followers"), _followers(board))
    sheet.panel(texts.plain("stats-panel-deliveries"), *_deliveries(board))
    sheet.panel(texts.plain("stats-panel-facts"), _facts(board))
    sheet.foot(" · ".join(filter(None, (f"@{bot_name}" if bot_name else "", board.moment_and_zone))))
    return sheet.svg()


def _period(board: Board) -> str:
    period, in_words = board.insight.period, board.texts.long_date
    first, last = in_words(period.first), in_words(period.last)
    return board.texts.plain("stats-picture-period", first=first, last=last, days=period.days)


def _tiles(board: Board) -> tuple[Tile, ...]:
    texts, insight, people = board.texts, board.insight, board.insight.people
    asked, before = insight.questions, insight.joined_before
    reachable = texts.plain("stats-tile-reachable", share=texts.share(people.reachable, people.total))
    return (
        Tile(texts.plain("stats-tile-people"), texts.number(people.total), reachable if people.total else ""),
        Tile(
            texts.plain("stats-tile-joined"),
            texts.number(insight.joined),
            "" if before is None else texts.plain("stats-tile-before", count=before),
        ),
        Tile(
            texts.plain("stats-tile-understood"),
            texts.share(asked.understood, asked.asked) if asked.asked else "–",
            texts.plain("stats-tile-questions", count=asked.asked)
            if asked.asked
            else texts.plain("stats-tile-no-questions"),
        ),
    )


def _growth(board: Board) -> Part:
    texts, insight = board.texts, board.insight
    if not insight.people.total:
        return Words(texts.plain("stats-nobody-yet"))
    first, last = texts.long_date(insight.period.first), texts.long_date(insight.period.last)
    return Curve(insight.growth, first, last, texts.number)


def _people(board: Board) -> tuple[Part, ...]:
    texts, people = board.texts, board.insight.people
    languages = [(board.language(one), people.of_language(one), fill) for one, fill in LANGUAGES.items()]
    states = [(texts.plain(f"stats-state-{one}"), people.of_state(one), fill) for one, fill in STATES.items()]
    return _shares(board, languages), _shares(board, states)


def _questions(board: Board) -> Part:
    texts, asked = board.texts, board.insight.questions
    if not asked.asked:
        return Words(texts.plain("stats-nothing-asked"))
    return _bars(board, board.intents(ROWS), asked.asked)


def _followers(board: Board) -> Part:
    followed = board.followed(ROWS)
    if not followed:
        return Words(board.texts.plain("stats-nothing-followed"))
    return _bars(board, followed, sum(followed.values()))


def _deliveries(board: Board) -> tuple[Part, ...]:
    texts, outcomes = board.texts, board.insight.outcomes
    if not sum(outcomes.values()):
        return (Words(texts.plain("stats-deliveries-none")),)
    shares = [(texts.plain(f"stats-outcome-{one}"), of_state(outcomes, one), fill) for one, fill in OUTCOMES.items()]
    reasons = board.reasons(outcomes, "failed")
    return (_shares(board, shares), *([Words(reasons, size=theme.SMALL)] if reasons else []))


def _facts(board: Board) -> Part:
    texts, facts = board.texts, board.insight.facts
    numbers = [
        (texts.number(facts.old), texts.plain("stats-picture-old")),
        (texts.number(facts.conflicting), texts.plain("stats-picture-conflicting")),
    ]
    if facts.by_age:
        name = board.catalogue.name(facts.by_age[0].iso2, texts.language)
        days = texts.plain("button-stats-days", days=facts.oldest_days)
        numbers.append((days, texts.plain("stats-picture-oldest", name=name)))
    return Numbers(numbers)


def _shares(board: Board, entries: list[tuple[str, int, str]]) -> Shares:
    whole = sum(count for _, count, _ in entries)
    shares = [Share(label, count, _with_share(board, count, whole), fill) for label, count, fill in entries]
    return Shares(shares)


def _bars(board: Board, counts: Mapping[str, int], whole: int) -> Bars:
    others = board.texts.plain("stats-others")
    return Bars(
        [
            Bar(name, count, _with_share(board, count, whole), theme.IDLE if name == others else theme.ACCENT)
            for name, count in counts.items()
        ],
        whole,
    )


def _with_share(board: Board, count: int, whole: int) -> str:
    return f"{board.texts.number(count)} · {board.texts.share(count, whole)}"
