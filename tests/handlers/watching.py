"""What the feeds bring, for tests of the watch on the desk."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot import clock
from bot.db.news_intake import DatabaseIntake
from bot.domain.look import Fold, Report
from bot.domain.talks import Stage
from bot.domain.watch import FeedKind, Item, Judgement, NewFeed, NewsDraft, Subject
from bot.telegram.watch_notices import WatchNotices
from tests.handlers.conftest import House

TALKS = Judgement(Subject.TALKS, Stage.ROUND)
STATEMENT = Judgement(Subject.TALKS)
JORDAN = Judgement(Subject.REGIME, places=("JO", "OM"))


def notices(house: House) -> WatchNotices:
    """Return what tells the editors."""
    told = house.town._dispatcher["watch_notices"]  # type: ignore[index]
    assert isinstance(told, WatchNotices)
    return told


def report(number: int, judgement: Judgement = TALKS, **values: Any) -> Report:
    """Return a report; values: of its item."""
    given: dict[str, Any] = {
        "title": f"Казахстан и ЕС провели третий раунд {number}",
        "summary": "Брюссель, 20 ноября.",
        "published": clock.now() - timedelta(days=2, seconds=-number),
        "language": "ru",
    }
    link = values.pop("link", f"https://news.kz/{number}?a=1&b=2")
    return Report(Item(f"k{number}", link, **(given | values)), judgement)


async def bring(house: House, *reports: Report, draft_id: int | None = None) -> NewsDraft:
    """Let a feed bring reports of one event; return the draft."""
    feeds = house.app.feed_desk.store
    feed = next(iter(await feeds.all()), None) or await feeds.add(
        NewFeed("https://f.kz/rss", "Лента <1>", FeedKind.RSS), 0
    )
    assert feed is not None

    def fold(_: Sequence[NewsDraft], together: Sequence[Report]) -> list[Fold]:
        return [Fold(tuple(together), draft_id)]

    keys = [one.item.key for one in reports]
    brought = await DatabaseIntake(house.app.db).take(feed.id, keys, reports, fold, clock.now())
    return await found(house, draft_id or brought.new[0])


async def found(house: House, draft_id: int) -> NewsDraft:
    """Return a draft as it is now."""
    now = await house.app.news_desk.store.find(draft_id)
    assert now is not None
    return now
