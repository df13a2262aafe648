"""Statistics of the desk, as text."""

from collections.abc import Mapping
from html import escape

from bot.domain.destination import Destination
from bot.domain.topic import Topic
from bot.domain.user import UserState
from bot.domain.watch import WatchHealth
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.insight import Insight
from bot.telegram.callbacks import MenuCallback
from bot.telegram.keyboards import button, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.audiences import topic_in_words
from bot.telegram.views.watch_list import stats_lines

TOPICS = 8
OLDEST = 5


def stats_page(texts: Texts, catalogue: Catalogue, insight: Insight, health: WatchHealth) -> Reply:
    """Return people, subscriptions, questions, deliveries and facts that grow old."""
    parts = [
        _people(texts, insight),
        _followers(texts, catalogue, insight.numbers.followers),
        _questions(texts, insight),
        _deliveries(texts, insight),
        _facts(texts, catalogue, insight),
        stats_lines(texts, health),
    ]
    refresh = button(texts.plain("button-stats-refresh"), MenuCallback(page="stats"))
    return Reply("\n\n".join("\n".join(part) for part in parts), keyboard([refresh]))


def _people(texts: Texts, insight: Insight) -> list[str]:
    numbers = insight.numbers
    by_language = " · ".join(
        f"{texts.plain(f'broadcast-language-{language}')} {count}" for language, count in numbers.by_language.items()
    )
    return [
        texts("stats-people", count=numbers.by_state.get(UserState.ACTIVE, 0), languages=by_language),
        texts("stats-seen", day=numbers.seen_day, month=numbers.seen_month, new=numbers.new_week),
        *[
            texts(f"stats-{state}", count=count)
            for state, count in numbers.by_state.items()
            if state is not UserState.ACTIVE and count
        ],
    ]


def _followers(texts: Texts, catalogue: Catalogue, followers: Mapping[Topic, int]) -> list[str]:
    lines = [
        f"• {escape(topic_in_words(texts, topic, catalogue), quote=False)} — {count}"
        for topic, count in list(followers.items())[:TOPICS]
    ]
    return [texts("stats-followers", count=sum(followers.values())), *lines]


def _questions(texts: Texts, insight: Insight) -> list[str]:
    lines = [f"• {escape(one.text, quote=False)} — {one.count}" for one in insight.top_missed]
    title = [texts("stats-missed")] if lines else []
    return [texts("stats-questions", asked=insight.asked, missed=insight.missed), *title, *lines]


def _deliveries(texts: Texts, insight: Insight) -> list[str]:
    numbers = insight.numbers
    counts = {state: numbers.delivered(state) for state in ("sent", "failed", "skipped")}
    return [texts("stats-deliveries", **counts)]


def _facts(texts: Texts, catalogue: Catalogue, insight: Insight) -> list[str]:
    shown = (*insight.old, *insight.aging)[:OLDEST]
    lines = [_fact(texts, catalogue, destination) for destination in shown]
    return [texts("stats-facts", old=len(insight.old), aging=len(insight.aging)), *lines]


def _fact(texts: Texts, catalogue: Catalogue, destination: Destination) -> str:
    name = escape(catalogue.name(destination.iso2, texts.language), quote=False)
    return f"• {destination.flag} {name} — {texts.short_date(destination.confirmed_on)}"
