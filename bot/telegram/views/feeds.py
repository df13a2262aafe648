"""The feeds as editors see them: which there are, how they fare, what a test gave."""

from collections.abc import Sequence
from html import escape
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.domain.watch import Feed, Item, Look, Outcome
from bot.i18n import Html, Texts
from bot.services.news_desk import FeedError
from bot.telegram.desk_callbacks import FeedCallback
from bot.telegram.keyboards import button, grid, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.watch import LONGEST_OTHER, cut, to_list
from bot.telegram.views.watch_list import turns

PAGE = 12
NEWEST = 3
LONGEST_NAME = 60
FAILS_TWICE = 2


def feed_list(texts: Texts, feeds: Sequence[Feed], page: int) -> Reply:
    """Return a page of the feeds, each with a sign of how it fares."""
    last = max(0, (len(feeds) - 1) // PAGE)
    page = min(page, last)
    shown = list(enumerate(feeds[page * PAGE : (page + 1) * PAGE], page * PAGE + 1))
    lines = [texts("feeds-title", count=len(feeds)), texts("feeds-legend"), ""]
    lines += [f"{n}. {sign(one)} {_name(one)}" for n, one in shown]
    opening = [button(str(n), FeedCallback(act="show", id=one.id, page=page)) for n, one in shown]
    turning = [button(mark, FeedCallback(act="list", page=to)) for mark, to in turns(page, len(feeds), PAGE)]
    adding = button(texts.plain("button-feeds-add"), FeedCallback(act="add"))
    return Reply("\n".join(lines), keyboard(*grid(opening, 6), turning, [adding, to_list(texts)]))


def feed_page(texts: Texts, feed: Feed, zone: ZoneInfo, page: int = 0) -> Reply:
    """Return a feed: where it is, how its last look went, and what can be done."""
    lines = [
        f"{sign(feed)} <b>{_name(feed)}</b>",
        _address(feed),
        *([escape(feed.what, quote=False)] if feed.what else []),
        "",
        *_fares(texts, feed, zone),
    ]
    mute = "unmute" if feed.is_muted else "mute"
    rows = [
        [button(texts.plain("button-feeds-test"), FeedCallback(act="test", id=feed.id, page=page))],
        [
            button(texts.plain(f"button-feeds-{mute}"), FeedCallback(act=mute, id=feed.id, page=page)),
            button(texts.plain("button-feeds-remove"), FeedCallback(act="remove", id=feed.id, page=page)),
        ],
        [button(texts.plain("button-feeds-list"), FeedCallback(act="list", page=page))],
    ]
    return Reply("\n".join(lines), keyboard(*rows))


def ask_address(texts: Texts, problem: FeedError | None = None) -> Reply:
    """Return the request for an address. problem: what was wrong with the last one."""
    lines = [texts(problem.key), ""] if problem is not None else []
    return Reply("\n".join([*lines, texts("feeds-ask")]), keyboard([_to_list(texts)]))


def ask_remove(texts: Texts, feed: Feed) -> Reply:
    """Return the question before a feed is removed."""
    yes = button(texts.plain("button-feeds-remove-yes"), FeedCallback(act="remove-yes", id=feed.id))
    no = button(texts.plain("button-back"), FeedCallback(act="show", id=feed.id))
    return Reply(texts("feeds-remove-ask", name=Html(_name(feed))), keyboard([yes], [no]))


def gone(texts: Texts) -> Reply:
    """Return that there is no such feed."""
    return Reply(texts("feeds-gone"), keyboard([_to_list(texts)]))


def added(texts: Texts, feed: Feed, look: Look, zone: ZoneInfo) -> Reply:
    """Return that a feed is watched from now on, above its page."""
    page = feed_page(texts, feed, zone)
    return Reply(f"{texts('feeds-added', count=len(look.items))}\n\n{page.html}", page.keyboard)


def test_result(texts: Texts, feed: Feed, look: Look, concern: int, zone: ZoneInfo, page: int) -> Reply:
    """Return what a look gave. concern: how many of its items would concern the editors."""
    lines = [f"🔎 <b>{_name(feed)}</b>", outcome_words(texts, look.outcome, look.detail)]
    if look.outcome is Outcome.READ:
        lines += [texts("feeds-tested", count=len(look.items), concern=concern), ""]
        lines += [_item(item, zone) for item in sorted(look.items, key=_age)[:NEWEST]]
    back = button(texts.plain("button-back"), FeedCallback(act="show", id=feed.id, page=page))
    return Reply("\n".join(lines), keyboard([back]))


def failing(texts: Texts, feed: Feed, zone: ZoneInfo) -> Reply:
    """Return the news that a feed does not work."""
    lines = [texts("feeds-failing", name=Html(_name(feed))), _address(feed), *_fares(texts, feed, zone)]
    return Reply("\n".join(lines), keyboard([_open(texts, feed.id)]))


def recovered(texts: Texts, feed: Feed) -> Reply:
    """Return the news that a feed works again."""
    return Reply(texts("feeds-recovered", name=Html(_name(feed))), keyboard([_open(texts, feed.id)]))


def outcome_words(texts: Texts, outcome: Outcome, detail: str = "") -> Html:
    """Return how a look ended, in words."""
    key = {
        Outcome.READ: "feeds-outcome-read",
        Outcome.UNCHANGED: "feeds-outcome-unchanged",
        Outcome.REFUSED: "feeds-outcome-refused" if detail else "feeds-outcome-refused-bare",
        Outcome.NO_FEED: "feeds-outcome-no-feed",
        Outcome.TOO_LARGE: "feeds-outcome-too-large",
        Outcome.TOO_SLOW: "feeds-outcome-too-slow",
        Outcome.UNREACHABLE: "feeds-outcome-unreachable",
        Outcome.REDIRECTS: "feeds-outcome-redirects",
        Outcome.PRIVATE: "feeds-outcome-private",
    }[outcome]
    return texts(key, detail=detail[:40])


def sign(feed: Feed) -> str:
    """Return a sign of how a feed fares."""
    if feed.is_muted:
        return "⚪"
    if feed.looked_at is None:
        return "⏳"
    if not feed.failures:
        return "🟢"
    return "🔴" if feed.failures >= FAILS_TWICE else "🟡"


def _fares(texts: Texts, feed: Feed, zone: ZoneInfo) -> list[str]:
    if feed.looked_at is None:
        return [texts("feeds-not-looked")]
    lines: list[str] = []
    if feed.outcome in set(Outcome):
        lines.append(outcome_words(texts, Outcome(feed.outcome), feed.detail))
    for key, moment in (
        ("feeds-looked", feed.looked_at),
        ("feeds-failing-since", feed.failing_since),
        ("feeds-newest", feed.newest_item_at),
    ):
        if moment is not None:
            lines.append(texts(key, moment=moment.astimezone(zone).strftime("%d.%m.%Y %H:%M")))
    return lines


def _name(feed: Feed) -> str:
    return cut(feed.name or feed.url, LONGEST_NAME)


def _address(feed: Feed) -> str:
    return f"<code>{escape(feed.url[:300], quote=False)}</code> · {feed.kind}"


def _item(item: Item, zone: ZoneInfo) -> str:
    day = f"{item.published.astimezone(zone):%d.%m.%Y} — " if item.published is not None else ""
    return f"• {day}{cut(item.title, LONGEST_OTHER)}"


def _age(item: Item) -> float:
    """Return what sorts the newest first; what has no date comes last, in the feed's order."""
    return -item.published.timestamp() if item.published is not None else 0.0


def _to_list(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("button-feeds-list"), FeedCallback(act="list"))


def _open(texts: Texts, feed_id: int) -> InlineKeyboardButton:
    return button(texts.plain("button-feeds-open"), FeedCallback(act="show", id=feed_id))
