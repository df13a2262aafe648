"""/watch: what the feeds reported, decided on by editors; nothing goes from here to subscribers by itself."""

import secrets
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.user import Role, User
from bot.domain.watch import NewsDraft
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.event_draft import EventDraft
from bot.services.news_desk import FeedDesk, NewsDesk
from bot.services.refusals import Refusals
from bot.settings import Settings
from bot.telegram.callbacks import MenuCallback
from bot.telegram.desk_callbacks import NewsCallback
from bot.telegram.filters import ADMINS, OWNERS, HasRole, Named
from bot.telegram.reply import Reply, send, show, show_below
from bot.telegram.views import watch as views
from bot.telegram.views import watch_list
from bot.telegram.watch_notices import WatchNotices
from handlers.admin.event_desk import AtDesk, Desk
from handlers.admin.feeds import leave
from handlers.admin.refusals import refuse_button


@dataclass(frozen=True, slots=True)
class Seen:
    """A draft of the watch and who looks at it. draft: None when there is none."""

    draft: NewsDraft | None
    user: User
    catalogue: Catalogue
    texts: Texts
    zone: ZoneInfo

    def page(self, draft: NewsDraft | None) -> Reply:
        """Return a draft as this admin sees it."""
        if draft is None:
            return views.gone(self.texts)
        return views.draft_page(self.catalogue, self.texts, draft, self.zone, self.user.role)


class NewsOf(Filter):
    """Gives the handler `seen`: the draft that a button is of."""

    async def __call__(
        self,
        query: CallbackQuery,
        callback_data: NewsCallback,
        news_desk: NewsDesk,
        user: User,
        catalogue: Catalogue,
        texts: Texts,
        settings: Settings,
    ) -> dict[str, Seen]:
        """Find the draft."""
        draft = await news_desk.store.find(callback_data.id)
        return {"seen": Seen(draft, user, catalogue, texts, settings.zone)}


async def show_drafts(
    message: Message, catalogue: Catalogue, texts: Texts, news_desk: NewsDesk, feed_desk: FeedDesk, state: FSMContext
) -> None:
    """Show the open drafts."""
    await leave(state)
    await send(message, await _page(catalogue, texts, news_desk, feed_desk, 0))


async def open_drafts(
    query: CallbackQuery,
    catalogue: Catalogue,
    texts: Texts,
    news_desk: NewsDesk,
    feed_desk: FeedDesk,
    callback_data: NewsCallback | MenuCallback,
    state: FSMContext,
) -> None:
    """Show a page of the open drafts, from a button; the message that tells of a draft stays as it is."""
    await query.answer()
    await leave(state)
    data = callback_data if isinstance(callback_data, NewsCallback) else NewsCallback(act="list")
    page = await _page(catalogue, texts, news_desk, feed_desk, data.page)
    await (show_below if await _is_notice(query, news_desk, data.id) else show)(query, page)


async def open_draft(query: CallbackQuery, seen: Seen) -> None:
    """Show a draft."""
    await query.answer()
    await show(query, seen.page(seen.draft))


async def decide(
    query: CallbackQuery,
    callback_data: NewsCallback,
    seen: Seen,
    news_desk: NewsDesk,
    watch_notices: WatchNotices,
    refusals: Refusals,
) -> None:
    """Keep what an editor thinks of a draft; a colleague may have been quicker."""
    acts = {"no": news_desk.dismiss, "later": news_desk.put_off, "done": news_desk.published}
    done = seen.draft is not None and await acts[callback_data.act](seen.draft.id, seen.user.telegram_id)
    draft = await news_desk.store.find(callback_data.id)
    if done:
        await query.answer(seen.texts.plain(f"watch-did-{callback_data.act}"))
    else:
        await refusals.replay(seen.user.telegram_id, seen.user.role, query.data)
        await query.answer(views.decided(seen.texts, draft), show_alert=True)
    await show(query, seen.page(draft))
    if done:
        await watch_notices.decided(callback_data.id)


async def ask_stage(query: CallbackQuery, seen: Seen) -> None:
    """Ask what a draft is to be published as."""
    if seen.draft is None or not seen.draft.state.is_open:
        await _closed(query, seen)
        return
    await query.answer()
    await show_below(query, views.ask_stage(seen.catalogue, seen.texts, seen.draft))


async def begin_event(query: CallbackQuery, callback_data: NewsCallback, seen: Seen, desk: Desk) -> None:
    """Open an event with all that the draft tells; from there on it is as any other.

    An event that is being written already goes on when it is of this draft, and is never written over.
    """
    if seen.draft is None or not seen.draft.state.is_open:
        await _closed(query, seen)
    elif callback_data.value not in views.STAGES:
        await query.answer(seen.texts.plain("error-old-button"), show_alert=True)
    elif desk.draft is not None and desk.draft.news_id != seen.draft.id:
        await query.answer(views.other_event(seen.texts), show_alert=True)
    else:
        await query.answer()
        new = EventDraft.of_news(secrets.token_hex(4), seen.draft, desk.talks.today(), seen.zone)
        await desk.put(desk.draft or new, "stage", callback_data.value, lambda reply: show(query, reply))


async def _is_notice(query: CallbackQuery, news_desk: NewsDesk, draft_id: int) -> bool:
    """Tell whether the tapped message is where this person was told of a draft: it is drawn anew with the draft."""
    message = query.message
    told = await news_desk.store.notices(draft_id) if draft_id else ()
    return message is not None and (message.chat.id, message.message_id) in told


async def _closed(query: CallbackQuery, seen: Seen) -> None:
    await query.answer(views.decided(seen.texts, seen.draft), show_alert=True)
    await show(query, seen.page(seen.draft))


async def _page(catalogue: Catalogue, texts: Texts, news_desk: NewsDesk, feed_desk: FeedDesk, page: int) -> Reply:
    total = await news_desk.store.total()
    page = min(page, max(0, (total - 1) // watch_list.PAGE))
    drafts = await news_desk.store.waiting(watch_list.PAGE, page * watch_list.PAGE)
    return watch_list.draft_list(catalogue, texts, drafts, total, page, await feed_desk.store.health())


def _act(*names: str) -> Any:
    return NewsCallback.filter(F.act.in_(names))


def build_router() -> Router:
    """Return the routes of the drafts, for private chats alone."""
    router = Router(name="watch")
    router.message.filter(F.chat.type == "private")
    router.callback_query.filter(F.message.chat.type == "private")
    router.message.register(show_drafts, ADMINS, Named("watch"))
    query = router.callback_query
    query.register(open_drafts, ADMINS, MenuCallback.filter(F.page == "watch"))
    query.register(open_drafts, ADMINS, _act("list"))
    query.register(open_draft, ADMINS, _act("show"), NewsOf())
    query.register(decide, ADMINS, _act("no", "later", "done"), NewsOf())
    query.register(ask_stage, OWNERS, _act("as"), NewsOf())
    query.register(begin_event, OWNERS, _act("stage"), NewsOf(), AtDesk())
    query.register(refuse_button, HasRole(Role.EDITOR), _act("as", "stage"))
    return router
