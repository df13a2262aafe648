"""Statistics of the desk, as text."""

from collections.abc import Callable, Iterable, Sequence

from bot.domain.destination import Destination
from bot.domain.language import Language
from bot.domain.statistics import PERIODS
from bot.domain.user import UserState
from bot.i18n import Html
from bot.telegram.callbacks import MenuCallback
from bot.telegram.desk_callbacks import StatsCallback
from bot.telegram.keyboards import Row, button, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.stats_deliveries import campaign_lines, delivery_lines
from bot.telegram.views.stats_words import Board
from bot.telegram.views.watch_list import stats_lines

TOPICS = 10
INTENTS = 8
OLDEST = 5
LONGEST_QUESTION = 80

Section = Callable[[Board], Sequence[str]]
"""A few lines on one subject; none where there is nothing to say."""


def stats_page(board: Board) -> Reply:
    """Return the statistics of a period, with buttons for the others and for the picture."""
    parts = ["\n".join(lines) for section in SECTIONS if (lines := section(board))]
    return Reply("\n\n".join(parts), keyboard(*_rows(board)))


def picture_caption(board: Board) -> str:
    """Return what stands under the picture."""
    return board.texts("stats-caption", days=board.insight.period.days, moment=board.moment)


def quote(lines: Iterable[str]) -> list[str]:
    """Return the lines as one quote that a tap unfolds, so that a phone shows the beginning of it; none for none."""
    told = "\n".join(lines)
    return [f"<blockquote expandable>{told}</blockquote>"] if told else []


def _title(board: Board) -> list[str]:
    return [board.texts("stats-title", days=board.insight.period.days), board.moment_and_zone]


def _people(board: Board) -> list[str]:
    texts, people = board.texts, board.insight.people
    lines: list[str] = [texts("stats-people", count=people.total)]
    if people.reachable:
        share = texts.share(people.reachable, people.total)
        lines += [
            texts("stats-reachable", count=people.reachable, share=share),
            *[_line(board, board.language(one), people.of_language(one), people.reachable) for one in Language],
            texts("stats-seen", day=people.seen[1], week=people.seen[7], month=people.seen[30]),
        ]
    for state in (UserState.BLOCKED, UserState.DEACTIVATED):
        if count := people.of_state(state):
            lines.append(texts(f"stats-{state}", count=count, share=texts.share(count, people.total)))
    return lines


def _growth(board: Board) -> list[str]:
    texts, insight = board.texts, board.insight
    lines: list[str] = [texts("stats-joined", count=insight.joined)]
    if insight.joined_before is not None:
        lines.append(texts("stats-joined-before", days=insight.period.days, count=insight.joined_before))
    if insight.joined:
        most = max(insight.period.every_day, key=lambda day: insight.people.joined.get(day, 0))
        lines.append(texts("stats-joined-most", day=texts.long_date(most), count=insight.people.joined[most]))
    return lines


def _questions(board: Board) -> list[str]:
    texts, asked, before = board.texts, board.insight.questions, board.insight.asked_before
    lines: list[str] = [texts("stats-questions", count=asked.asked)]
    if asked.asked:
        lines.append(texts("stats-understood", share=texts.share(asked.understood, asked.asked)))
    if before is not None and before.asked:
        share = texts.share(before.understood, before.asked)
        lines.append(texts("stats-questions-before", days=board.insight.period.days, count=before.asked, share=share))
    if asked.asked:
        lines.append(texts("stats-asked-in", languages=_languages_asked_in(board)))
    intents = board.intents(INTENTS).items()
    return [*lines, *quote(_line(board, name, count, asked.asked) for name, count in intents)]


def _languages_asked_in(board: Board) -> str:
    texts, asked = board.texts, board.insight.questions
    shares = {language: texts.share(asked.by_language.get(language, 0), asked.asked) for language in Language}
    return ", ".join(texts.plain(f"stats-in-{language}", share=share) for language, share in shares.items())


def _missed(board: Board) -> list[str]:
    lines = [_plain_line(board, _short(one.text), one.count) for one in board.insight.top_missed]
    return [board.texts("stats-missed"), *lines] if lines else []


def _followers(board: Board) -> list[str]:
    title = board.texts("stats-followers", count=sum(board.insight.followers.values()))
    return [title, *quote(_plain_line(board, name, count) for name, count in board.followed(TOPICS).items())]


def _facts(board: Board) -> list[str]:
    texts, facts = board.texts, board.insight.facts
    oldest = facts.by_age[: min(OLDEST, facts.old + facts.soon)]
    lines: list[str] = [
        texts("stats-facts"),
        texts("stats-facts-old", old=facts.old, soon=facts.soon),
        texts("stats-facts-doubtful", conflicting=facts.conflicting, unsourced=facts.unsourced),
    ]
    return [*lines, texts("stats-facts-oldest"), *quote(_fact(board, one) for one in oldest)] if oldest else lines


def _fact(board: Board, destination: Destination) -> str:
    name = board.catalogue.name(destination.iso2, board.texts.language)
    day = board.texts.short_date(destination.confirmed_on)
    return board.texts("stats-fact", flag=destination.flag, name=name, day=day)


def _watch(board: Board) -> Sequence[str]:
    return stats_lines(board.texts, board.health)


def _line(board: Board, name: str, count: int, whole: int) -> Html:
    return board.texts("stats-line", name=name, count=count, share=board.texts.share(count, whole))


def _plain_line(board: Board, name: str, count: int) -> Html:
    return board.texts("stats-plain-line", name=name, count=count)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_QUESTION else text[: LONGEST_QUESTION - 1].rstrip() + "…"


def _rows(board: Board) -> list[Row]:
    texts, shown = board.texts, board.insight.period.days
    periods = [
        button(("✓ " if days == shown else "") + texts.plain("button-stats-days", days=days), StatsCallback(days=days))
        for days in PERIODS
    ]
    again = button(texts.plain("button-stats-refresh"), StatsCallback(days=shown))
    picture = button(texts.plain("button-stats-picture"), StatsCallback(act="picture", days=shown))
    return [periods, [again, picture], [button(texts.plain("button-admin-home"), MenuCallback(page="admin"))]]


SECTIONS: tuple[Section, ...] = (
    _title,
    _people,
    _growth,
    _questions,
    _missed,
    _followers,
    delivery_lines,
    campaign_lines,
    _facts,
    _watch,
)
"""The page from top to bottom: another section is another function here."""
