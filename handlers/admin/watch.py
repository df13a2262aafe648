"""/watch: what the feeds reported, decided on by editors; nothing goes from here to subscribers by itself."""

import secrets
from typing import Any

from aiogram import F, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.domain.talks import STEPS
from bot.domain.user import User
from bot.domain.watch import NewsDraft
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.event_draft import STATEMENT, EventDraft
from bot.services.news_desk import FeedDesk, NewsDesk
from bot.services.refusals import Refusals
from bot.settings import Settings
from bot.telegram.callbacks import MenuCallback
from bot.telegram.desk_callbacks import NewsCallback
from bot.telegram.filters import ADMINS, OWNERS, Named
from bot.telegram.reply import Reply, send, show, show_below
from bot.telegram.views import watch as views
from bot.telegram.watch_notices import WatchNotices
from handlers.admin.publish import AtDesk, Desk


class NewsOf(Filter):
    """Gives the handler `draft`, the draft of the watch that a button is of; None when there is none."""

    async def __call__(
        self, query: CallbackQuery, news_desk: NewsDesk, callback_data: NewsCallback
    ) -> dict[str, NewsDraft | None]:
        """Find the draft."""
        return {"draft": await news_desk.store.find(callback_data.id)}


async def show_drafts(
    message: Message, catalogue: Catalogue, texts: Texts, news_desk: NewsDesk, feed_desk: FeedDesk
) -> None:
    """Show the open drafts."""
    await send(message, await _page(catalogue, texts, news_desk, feed_desk, 0))


async def open_drafts(
    query: CallbackQuery,
    catalogue: Catalogue,
    texts: Texts,
    news_desk: NewsDesk,
    feed_desk: FeedDesk,
    callback_data: NewsCallback | MenuCallback,
) -> None:
    """Show a page of the open drafts, from a button."""
    await query.answer()
    page = callback_data.page if isinstance(callback_data, NewsCallback) else 0
    await show(query, await _page(catalogue, texts, news_desk, feed_desk, page))


async def open_draft(
    query: CallbackQuery, draft: NewsDraft | None, user: User, catalogue: Catalogue, texts: Texts, settings: Settings
) -> None:
    """Show a draft."""
    await query.answer()
    await _redraw(query, draft, user, catalogue, texts, settings)


async def decide(
    query: CallbackQuery,
    callback_data: NewsCallback,
    draft: NewsDraft | None,
    user: User,
    texts: Texts,
    catalogue: Catalogue,
    settings: Settings,
    news_desk: NewsDesk,
    watch_notices: WatchNotices,
    refusals: Refusals,
) -> None:
    """Keep what an editor thinks of a draft; a colleague may have been quicker."""
    acts = {"no": news_desk.dismiss, "later": news_desk.put_off, "done": news_desk.published}
    done = draft is not None and await acts[callback_data.act](draft.id, user.telegram_id)
    if not done:
        await refusals.replay(user.telegram_id, user.role, query.data)
    await query.answer(texts.plain(f"watch-did-{callback_data.act}" if done else "watch-decided"))
    await _redraw(query, await news_desk.store.find(callback_data.id), user, catalogue, texts, settings)
    await watch_notices.decided(callback_data.id)


async def ask_stage(query: CallbackQuery, draft: NewsDraft | None, catalogue: Catalogue, texts: Texts) -> None:
    """Ask what a draft is to be published as."""
    if draft is None or not draft.state.is_open:
        await query.answer(texts.plain("watch-decided"), show_alert=True)
        return
    await query.answer()
    await show_below(query, views.ask_stage(catalogue, texts, draft))


async def begin_event(query: CallbackQuery, callback_data: NewsCallback, draft: NewsDraft | None, desk: Desk) -> None:
    """Open an event for the timeline with all that the draft tells; from there on it is as any other."""
    value = callback_data.value
    if draft is None or not draft.state.is_open or value not in {STATEMENT, *STEPS}:
        await query.answer(desk.texts.plain("watch-decided"), show_alert=True)
        return
    await query.answer()
    stage = f"{desk.talks.state().stage}/{STATEMENT}" if value == STATEMENT else value
    event = EventDraft.of_news(secrets.token_hex(4), draft, stage, desk.talks.today())
    await desk.go_on(event, lambda reply: show(query, reply))


async def _page(catalogue: Catalogue, texts: Texts, news_desk: NewsDesk, feed_desk: FeedDesk, page: int) -> Reply:
    total = await news_desk.store.total()
    page = min(max(page, 0), max(0, (total - 1) // views.PAGE))
    drafts = await news_desk.store.waiting(views.PAGE, page * views.PAGE)
    return views.draft_list(catalogue, texts, drafts, total, page, await feed_desk.store.health())


async def _redraw(
    query: CallbackQuery, draft: NewsDraft | None, user: User, catalogue: Catalogue, texts: Texts, settings: Settings
) -> None:
    if draft is None:
        await show(query, Reply(texts("watch-gone")))
    else:
        await show(query, views.draft_page(catalogue, texts, draft, settings.zone, user.role))


def _act(*names: str) -> Any:
    return NewsCallback.filter(F.act.in_(names))


def build_router() -> Router:
    """Return the routes of the drafts."""
    router = Router(name="watch")
    router.message.register(show_drafts, ADMINS, Named("watch"), F.chat.type == "private")
    query = router.callback_query
    query.register(open_drafts, ADMINS, MenuCallback.filter(F.page == "watch"))
    query.register(open_drafts, ADMINS, _act("list"))
    query.register(open_draft, ADMINS, _act("show"), NewsOf())
    query.register(decide, ADMINS, _act("no", "later", "done"), NewsOf())
    query.register(ask_stage, OWNERS, _act("as"), NewsOf())
    query.register(begin_event, OWNERS, _act("stage"), NewsOf(), AtDesk())
    return router
