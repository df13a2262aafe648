"""Tells the editors what the watch found and how its feeds fare; `Tell` of bot.services.watch."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from zoneinfo import ZoneInfo

from bot.domain.user import Role
from bot.domain.watch import Feed, NewsDraft
from bot.i18n import Texts
from bot.services.catalogue import CatalogueHolder
from bot.services.news_desk import NewsStore
from bot.telegram.notices import Notices
from bot.telegram.reply import Reply
from bot.telegram.views import feeds as feed_views
from bot.telegram.views import watch as views
from bot.telegram.views import watch_list


@dataclass(frozen=True, slots=True)
class WatchNotices:
    """One message a draft to every owner and editor, drawn anew when a source or a decision comes."""

    notices: Notices
    store: NewsStore
    holder: CatalogueHolder
    zone: ZoneInfo

    async def drafts(self, drafts: Sequence[NewsDraft]) -> None:
        """Show new drafts: a few of them one by one, the rest as a number."""
        for draft in drafts[: watch_list.SINGLY]:
            await self._show(draft)
        if rest := drafts[watch_list.SINGLY :]:
            await self.notices.tell(lambda texts, _: watch_list.many(texts, rest))

    async def extended(self, draft: NewsDraft) -> None:
        """Draw a draft anew where it is seen."""
        shown = await self.store.notices(draft.id)
        await self.notices.redraw(shown, partial(self._draw, draft))

    async def decided(self, draft_id: int) -> None:
        """Draw a draft anew after somebody decided on it."""
        draft = await self.store.find(draft_id)
        if draft is not None:
            await self.extended(draft)

    async def failing(self, feed: Feed) -> None:
        """Say that a feed does not work."""
        await self.notices.tell(lambda texts, _: feed_views.failing(texts, feed, self.zone), silent=True)

    async def recovered(self, feed: Feed) -> None:
        """Say that a feed works again."""
        await self.notices.tell(lambda texts, _: feed_views.recovered(texts, feed), silent=True)

    async def _show(self, draft: NewsDraft) -> None:
        """Send a draft to everybody; redraw it when somebody decided while others were still being told."""
        for chat_id, message_id in await self.notices.tell(partial(self._draw, draft)):
            await self.store.remember_notice(draft.id, chat_id, message_id)
        now = await self.store.find(draft.id)
        if now is not None and (now.state, len(now.sources)) != (draft.state, len(draft.sources)):
            await self.extended(now)

    def _draw(self, draft: NewsDraft, texts: Texts, role: Role) -> Reply:
        return views.draft_page(self.holder.current, texts, draft, self.zone, role)
