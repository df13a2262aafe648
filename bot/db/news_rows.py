"""Drafts of news and their sources, as rows."""

from collections import defaultdict
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.schema import feed, news_item
from bot.domain.talks import Stage
from bot.domain.watch import Item, Judgement, NewsDraft, NewsSource, NewsState, Subject

OPEN = tuple(str(state) for state in NewsState if state.is_open)


async def read_drafts(c: AsyncConnection, query: "sa.Select[Any]") -> tuple[NewsDraft, ...]:
    """Return the drafts of a query of their table, in its order, each with its sources."""
    rows = (await c.execute(query)).all()
    sources = await _sources(c, [row.id for row in rows])
    return tuple(_draft(row, sources[row.id]) for row in rows if sources[row.id])


def judgement_values(judgement: Judgement) -> dict[str, Any]:
    """Return the columns that hold a judgement."""
    return {
        "subject": str(judgement.subject),
        "stage": str(judgement.stage) if judgement.stage else "",
        "places": "|".join(judgement.places),
    }


def item_values(item: Item) -> dict[str, Any]:
    """Return the columns that hold an item."""
    return {
        "key": item.key,
        "link": item.link,
        "title": item.title,
        "summary": item.summary,
        "language": item.language,
        "published_at": item.published,
    }


async def _sources(c: AsyncConnection, draft_ids: list[int]) -> dict[int, list[NewsSource]]:
    found: dict[int, list[NewsSource]] = defaultdict(list)
    if not draft_ids:
        return found
    query = sa.select(news_item, feed.c.name.label("feed_name")).join(feed, feed.c.id == news_item.c.feed_id)
    earliest = sa.func.coalesce(news_item.c.published_at, news_item.c.seen_at)
    query = query.where(news_item.c.draft_id.in_(draft_ids)).order_by(earliest, news_item.c.id)
    for row in await c.execute(query):
        item = Item(row.key, row.link, row.title, row.summary, row.published_at, row.language)
        found[row.draft_id].append(NewsSource(row.feed_name, item, row.seen_at))
    return found


def _draft(row: Any, sources: list[NewsSource]) -> NewsDraft:
    stage = Stage(row.stage) if row.stage else None
    places = tuple(filter(None, row.places.split("|")))
    return NewsDraft(
        id=row.id,
        judgement=Judgement(Subject(row.subject), stage, places),
        state=NewsState(row.state),
        sources=tuple(sources),
        found_at=row.found_at,
        told_at=row.told_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        event_id=row.event_id,
    )
