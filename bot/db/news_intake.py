"""What looks at feeds bring: keys that are known, drafts that are made or extended, drafts nobody was told of yet."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.chores import DatabaseChores
from bot.db.dialects import insert
from bot.db.engine import Database
from bot.db.feeds import WATCHED
from bot.db.news_rows import OPEN, item_values, judgement_values, read_drafts
from bot.db.schema import feed, news_draft, news_item
from bot.domain.look import Brought, Fold, FoldReports, Report
from bot.domain.watch import Judgement, NewsDraft, NewsState, Outcome

RECENT = timedelta(days=30)
"""How long after it was found a draft that was decided on still takes reports of its event."""

MOST_RECENT = 500
SEEN_ANEW = timedelta(days=30)
FORGOTTEN = timedelta(days=180)
LATELY = timedelta(days=1)
TURN = timedelta(minutes=1)
_TELLING = "tell of news"


class DatabaseIntake:
    """What the watch writes."""

    def __init__(self, db: Database) -> None:
        """Keep it in this database."""
        self._db, self._chores = db, DatabaseChores(db)

    async def known(self, feed_id: int, keys: Collection[str]) -> frozenset[str]:
        """Return which of these keys this feed has shown before."""
        async with self._db.read() as c:
            return await _known(c, feed_id, keys)

    async def take(
        self, feed_id: int, keys: Collection[str], reports: Sequence[Report], fold: FoldReports, at: datetime
    ) -> Brought:
        """Keep all keys that a feed shows now, and put the reports among them into drafts, in one transaction.

        A report whose key is known already makes nothing. One process at a time folds, so that one event makes one
        draft whoever reads of it first.
        """
        async with self._db.write() as c:
            await self._db.alone(c, "news")
            await _see(c, feed_id, keys, at)
            known = await _known(c, feed_id, keys)
            fresh = [one for one in reports if one.item.key not in known]
            brought = await _fold(c, feed_id, fresh, fold, at) if fresh else Brought()
            others = set(keys) - known - {one.item.key for one in fresh}
            values = [{"feed_id": feed_id, "key": key, "seen_at": at} for key in sorted(others)]
            if values:
                await c.execute(insert(c, news_item).on_conflict_do_nothing(), values)
        return brought

    async def untold(self, limit: int) -> tuple[NewsDraft, ...]:
        """Return new drafts that the editors were not told of, the oldest first."""
        new = sa.and_(news_draft.c.told_at.is_(None), news_draft.c.state == str(NewsState.NEW))
        async with self._db.read() as c:
            return await read_drafts(c, sa.select(news_draft).where(new).order_by(news_draft.c.id).limit(limit))

    async def told(self, draft_ids: Collection[int], at: datetime) -> None:
        """Keep that the editors were told of these drafts."""
        async with self._db.write() as c:
            await c.execute(sa.update(news_draft).where(news_draft.c.id.in_(draft_ids)).values(told_at=at))

    async def shown(self, draft_ids: Collection[int]) -> tuple[NewsDraft, ...]:
        """Return those of these drafts that editors see, as they are now."""
        is_shown = sa.and_(news_draft.c.id.in_(draft_ids), news_draft.c.told_at.is_not(None))
        async with self._db.read() as c:
            return await read_drafts(c, sa.select(news_draft).where(is_shown).order_by(news_draft.c.id))

    async def begin_telling(self, at: datetime) -> bool:
        """Tell whether this process may tell the editors now; no other one may until it ends, or for a minute."""
        return await self._chores.claim(_TELLING, TURN, at)

    async def end_telling(self) -> None:
        """Let others tell."""
        await self._chores.reopen(_TELLING)

    async def forget(self, at: datetime) -> int:
        """Delete keys that their feed has not shown for half a year; return how many.

        Only of feeds that were read lately: what one that is silent, fails or answers “unchanged” shows is unknown.
        """
        read = sa.and_(WATCHED, feed.c.outcome == str(Outcome.READ), feed.c.looked_at >= at - LATELY)
        feeds = sa.select(feed.c.id).where(read).scalar_subquery()
        old = sa.and_(
            news_item.c.draft_id.is_(None),
            news_item.c.seen_at < at - FORGOTTEN,
            news_item.c.feed_id.in_(feeds),
        )
        async with self._db.write() as c:
            return int((await c.execute(sa.delete(news_item).where(old))).rowcount)


async def _known(c: AsyncConnection, feed_id: int, keys: Collection[str]) -> frozenset[str]:
    mine = sa.and_(news_item.c.feed_id == feed_id, news_item.c.key.in_(list(keys)))
    return frozenset((await c.execute(sa.select(news_item.c.key).where(mine))).scalars())


async def _see(c: AsyncConnection, feed_id: int, keys: Collection[str], at: datetime) -> None:
    """Note that the feed still shows what it has shown for long; seldom, for it is a write for nothing else."""
    old = sa.and_(
        news_item.c.feed_id == feed_id,
        news_item.c.key.in_(list(keys)),
        news_item.c.draft_id.is_(None),
        news_item.c.seen_at < at - SEEN_ANEW,
    )
    await c.execute(sa.update(news_item).where(old).values(seen_at=at))


async def _fold(
    c: AsyncConnection, feed_id: int, reports: Sequence[Report], fold: FoldReports, at: datetime
) -> Brought:
    recent = sa.or_(news_draft.c.state.in_(OPEN), news_draft.c.found_at >= at - RECENT)
    query = sa.select(news_draft).where(recent).order_by(news_draft.c.found_at.desc(), news_draft.c.id.desc())
    drafts = await read_drafts(c, query.limit(MOST_RECENT))
    is_open = {one.id for one in drafts if one.state.is_open}
    new, extended = [], []
    for one in fold(drafts, reports):
        draft_id = one.draft_id
        if draft_id is None:
            draft_id = await _insert_draft(c, _judgement(one), at)
            new.append(draft_id)
        elif draft_id in is_open:
            extended.append(draft_id)
        await _insert_sources(c, feed_id, draft_id, one, at)
    return Brought(tuple(new), tuple(dict.fromkeys(extended)))


def _judgement(fold: Fold) -> Judgement:
    """Return the first report's judgement, or the first that names a stage where that one names none."""
    first = fold.reports[0].judgement
    staged = (one.judgement for one in fold.reports if one.judgement.stage and one.judgement.subject is first.subject)
    return first if first.stage else next(staged, first)


async def _insert_draft(c: AsyncConnection, judgement: Judgement, at: datetime) -> int:
    values = judgement_values(judgement) | {"state": str(NewsState.NEW), "found_at": at, "changed_at": at}
    made = await c.execute(sa.insert(news_draft).values(values).returning(news_draft.c.id))
    return int(made.scalar_one())


async def _insert_sources(c: AsyncConnection, feed_id: int, draft_id: int, fold: Fold, at: datetime) -> None:
    own = {"feed_id": feed_id, "seen_at": at, "draft_id": draft_id}
    await c.execute(sa.insert(news_item), [item_values(one.item) | own for one in fold.reports])
    await c.execute(sa.update(news_draft).where(news_draft.c.id == draft_id).values(changed_at=at))
