"""The drafts of news as editors see them and decide on them."""

from typing import Any

import sqlalchemy as sa

from bot.clock import now
from bot.db.audit import write_audit
from bot.db.dialects import fits_id, insert
from bot.db.engine import Database
from bot.db.feeds import count_states
from bot.db.news_rows import OPEN, read_drafts
from bot.db.schema import news_draft, news_notice
from bot.domain.watch import NewsDraft, NewsState

_ACTIONS = {
    NewsState.LATER: "news.later",
    NewsState.DISMISSED: "news.dismiss",
    NewsState.PUBLISHED: "news.publish",
}
_FROM = {
    NewsState.LATER: (NewsState.NEW,),
    NewsState.DISMISSED: (NewsState.NEW, NewsState.LATER),
    NewsState.PUBLISHED: (NewsState.NEW, NewsState.LATER),
}
"""From which states each decision may be taken; what is put off is not put off again."""


class DatabaseNews:
    """The drafts in the database."""

    def __init__(self, db: Database) -> None:
        """Keep them in this database."""
        self._db = db

    async def waiting(self, limit: int = 20, offset: int = 0) -> tuple[NewsDraft, ...]:
        """Return the open drafts: new ones first, the newest of them first, then those put off."""
        query = sa.select(news_draft).where(news_draft.c.state.in_(OPEN))
        put_off = sa.case((news_draft.c.state == str(NewsState.NEW), 0), else_=1)
        query = query.order_by(put_off, news_draft.c.found_at.desc(), news_draft.c.id.desc())
        async with self._db.read() as c:
            return await read_drafts(c, query.limit(limit).offset(offset))

    async def total(self) -> int:
        """Return how many drafts are open."""
        query = sa.select(sa.func.count()).select_from(news_draft).where(news_draft.c.state.in_(OPEN))
        async with self._db.read() as c:
            return await c.scalar(query) or 0

    async def find(self, draft_id: int) -> NewsDraft | None:
        """Return a draft, None when there is none."""
        if not fits_id(draft_id):
            return None
        async with self._db.read() as c:
            found = await read_drafts(c, sa.select(news_draft).where(news_draft.c.id == draft_id))
        return found[0] if found else None

    async def decide(self, draft_id: int, state: NewsState, by: int, event_id: int | None = None) -> bool:
        """Store a decision and its audit entry in one transaction; False when it is decided already.

        LATER is no last word: it may be followed by another decision.
        """
        if not fits_id(draft_id) or state not in _FROM:
            return False
        moment = now()
        values: dict[str, Any] = {"state": str(state), "decided_by": by, "decided_at": moment, "changed_at": moment}
        is_open = news_draft.c.state.in_([str(one) for one in _FROM[state]])
        statement = sa.update(news_draft).where(news_draft.c.id == draft_id, is_open)
        async with self._db.write() as c:
            changed = await c.execute(statement.values(values | {"event_id": event_id}))
            if changed.rowcount:
                details = {"draft": draft_id} | ({"event": event_id} if event_id is not None else {})
                await write_audit(c, by, _ACTIONS[state], **details)
            return bool(changed.rowcount)

    async def notices(self, draft_id: int) -> tuple[tuple[int, int], ...]:
        """Return (chat_id, message_id) of the messages in which editors see this draft."""
        columns = (news_notice.c.chat_id, news_notice.c.message_id)
        query = sa.select(*columns).where(news_notice.c.draft_id == draft_id).order_by(news_notice.c.chat_id)
        async with self._db.read() as c:
            return tuple((row.chat_id, row.message_id) for row in await c.execute(query))

    async def remember_notice(self, draft_id: int, chat_id: int, message_id: int) -> None:
        """Keep where an editor sees a draft; a chat has one such message, the newest."""
        values = {"draft_id": draft_id, "chat_id": chat_id, "message_id": message_id}
        async with self._db.write() as c:
            statement = insert(c, news_notice).values(values)
            newest = {"message_id": statement.excluded.message_id}
            await c.execute(statement.on_conflict_do_update(index_elements=["draft_id", "chat_id"], set_=newest))

    async def counts(self) -> dict[str, int]:
        """Return how many drafts there are in each state."""
        async with self._db.read() as c:
            return await count_states(c)
