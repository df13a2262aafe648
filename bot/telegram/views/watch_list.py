"""The open drafts of the watch as a list, and how good its eye is."""

from collections.abc import Sequence
from html import escape

from bot.domain.watch import NewsDraft, NewsState, WatchHealth
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.telegram.callbacks import MenuCallback
from bot.telegram.desk_callbacks import FeedCallback, NewsCallback
from bot.telegram.keyboards import button, grid, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views import watch

PAGE = 8
MOST_LINES = 20
LONGEST_LINE = 100
SINGLY = 10
"""Drafts that are told in messages of their own; more of them at once are told in one."""


def draft_list(
    catalogue: Catalogue, texts: Texts, drafts: Sequence[NewsDraft], total: int, page: int, health: WatchHealth
) -> Reply:
    """Return a page of the open drafts. drafts: those of the page."""
    numbered = list(enumerate(drafts, page * PAGE + 1))
    lines = [
        texts("watch-title", count=total) if total else texts("watch-none"),
        *_watch_lines(texts, health),
        *[f"\n{number}. {_line(catalogue, texts, one)}" for number, one in numbered],
    ]
    opening = [button(str(number), NewsCallback(act="show", id=one.id)) for number, one in numbered]
    turning = [button(sign, NewsCallback(act="list", page=to)) for sign, to in turns(page, total, PAGE)]
    feeds = button(texts.plain("button-watch-feeds"), FeedCallback(act="list"))
    home = button(texts.plain("button-admin-home"), MenuCallback(page="admin"))
    return Reply("\n".join(lines), keyboard(*grid(opening, 4), turning, [feeds, home]))


def many(texts: Texts, drafts: Sequence[NewsDraft]) -> Reply:
    """Return what was found beyond what is told one by one: a line each."""
    lines = [texts("watch-many", count=len(drafts)), *[_linked(draft) for draft in drafts[:MOST_LINES]]]
    return Reply("\n".join(lines), keyboard([watch.to_list(texts)]))


def stats_lines(texts: Texts, health: WatchHealth) -> list[str]:
    """Return the watch for the statistics: what waits, how the feeds fare, how much was to the point."""
    return [texts("watch-title", count=health.waiting), *_watch_lines(texts, health)]


def turns(page: int, total: int, size: int) -> list[tuple[str, int]]:
    """Return the signs that turn a list's pages, and where each leads."""
    last = max(0, (total - 1) // size)
    back = [("◀️", page - 1)] if page > 0 else []
    return [*back, *([("▶️", page + 1)] if page < last else [])]


def _watch_lines(texts: Texts, health: WatchHealth) -> list[str]:
    awake = [one for one in health.feeds if not one.is_muted]
    failing = sum(one.failures > 0 for one in awake)
    untried = sum(one.looked_at is None for one in awake)
    lines: list[str] = [
        texts(
            "watch-health",
            works=len(awake) - failing - untried,
            failing=failing,
            untried=untried,
            muted=len(health.feeds) - len(awake),
        )
    ]
    share = health.precision.share
    if share is not None:
        decided = health.precision.published + health.precision.dismissed
        lines.append(
            texts("watch-precision", published=health.precision.published, decided=decided, share=round(share * 100))
        )
    return lines


def _line(catalogue: Catalogue, texts: Texts, draft: NewsDraft) -> str:
    put_off = "🕓 " if draft.state is NewsState.LATER else ""
    return f"{put_off}{watch.concern(catalogue, texts, draft)}\n{watch.cut(draft.title, watch.LONGEST_OTHER)}"


def _linked(draft: NewsDraft) -> str:
    link = next((source.item.link for source in draft.sources if source.item.link), "")
    title = watch.cut(draft.title, LONGEST_LINE)
    return f'• <a href="{escape(link)}">{title}</a>' if link else f"• {title}"
