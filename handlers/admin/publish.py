"""An owner publishes an event of the talks: asked part by part, shown as subscribers will see it, confirmed once."""

import secrets
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.domain.user import User
from bot.i18n import Texts
from bot.services.event_draft import EventDraft
from bot.services.event_rules import EventError, site_of, split_urls
from bot.services.refusals import Refusals
from bot.services.talks import Talks
from bot.telegram.callbacks import MenuCallback
from bot.telegram.desk_callbacks import PreviewCallback, PublishCallback
from bot.telegram.filters import OWNERS, Named
from bot.telegram.reply import Reply, send, show, show_below
from bot.telegram.views import publish as views
from handlers.admin.event_desk import AtDesk, Desk, Publishing, Tell


async def begin(message: Message, desk: Desk) -> None:
    """Start a draft, or go on with the one that is open."""
    await _begin(desk, lambda reply: send(message, reply))


async def open_begin(query: CallbackQuery, desk: Desk) -> None:
    """Start a draft, or go on with the one that is open, from a button."""
    await query.answer()
    await _begin(desk, lambda reply: show_below(query, reply))


async def take(message: Message, desk: Desk) -> None:
    """Take the part that was asked for."""
    if desk.draft is None:
        return
    if message.text is None:
        await send(message, views.need_text(desk.texts, desk.draft))
        return
    await desk.put(desk.draft, desk.draft.asking, message.text, lambda reply: send(message, reply))


async def choose(query: CallbackQuery, callback_data: PublishCallback, desk: Desk) -> None:
    """Take the part that a button answers; a button of an earlier question only says that it is old."""
    draft = desk.draft
    answer = _answer(callback_data, draft) if draft is not None else None
    if draft is None or answer is None:
        await query.answer(desk.texts.plain("error-old-button"))
        return
    await query.answer()
    await desk.put(draft, *answer, lambda reply: show(query, reply))


async def edit(query: CallbackQuery, callback_data: PublishCallback, desk: Desk) -> None:
    """Ask for a part again."""
    await query.answer()
    if desk.draft is not None and callback_data.value in desk.draft.values:
        await desk.go_on(desk.draft.ask(callback_data.value), lambda reply: show_below(query, reply))


async def confirm(query: CallbackQuery, desk: Desk) -> None:
    """Publish, once however often this is tapped; or write the correction."""
    draft = desk.draft
    if draft is None or not draft.is_whole:
        await query.answer(desk.texts.plain("error-old-button"))
        return
    await query.answer()
    decided = await desk.decided_meanwhile(draft)
    if decided is not None:
        await desk.go_apart(draft, decided, lambda reply: show(query, reply))
        return
    try:
        reply = await (_correct(desk, draft) if draft.event_id else _publish(desk, draft))
    except EventError as error:
        reply = Reply(desk.texts(error.key, **error.arguments))
    await show(query, reply)


async def cancel(query: CallbackQuery, desk: Desk) -> None:
    """Throw the draft away."""
    await query.answer()
    await desk.state.clear()
    await show(query, views.cancelled(desk.texts))


async def closed(
    query: CallbackQuery, callback_data: PublishCallback, talks: Talks, texts: Texts, user: User, refusals: Refusals
) -> None:
    """Answer a button of a draft that was published or thrown away."""
    await refusals.replay(user.telegram_id, user.role, query.data)
    done = await talks.published(EventDraft(callback_data.draft).key)
    if done is None:
        await query.answer(views.no_draft(texts), show_alert=True)
        return
    await query.answer()
    await show(query, views.already(texts, done.campaign_id))


async def dead_button(query: CallbackQuery, texts: Texts) -> None:
    """Answer a button of a preview."""
    await query.answer(texts.plain("publish-preview-button"))


async def _begin(desk: Desk, tell: Tell) -> None:
    if desk.draft is not None:
        await tell(Reply(desk.texts("publish-continue")))
    await desk.go_on(desk.draft or EventDraft(secrets.token_hex(4)), tell)


async def _publish(desk: Desk, draft: EventDraft) -> Reply:
    done = await desk.talks.publish_once(draft.event(), desk.user.telegram_id, draft.key)
    if draft.news_id:  # before the draft is dropped: a crash in between is mended by confirming again
        await desk.news_desk.published(draft.news_id, desk.user.telegram_id, done.event_id)
    await desk.state.clear()
    if draft.news_id:
        await desk.watch_notices.decided(draft.news_id)
    if done.is_new:
        return views.published(desk.texts, done.campaign_id, done.event_id)
    return views.already(desk.texts, done.campaign_id)


async def _correct(desk: Desk, draft: EventDraft) -> Reply:
    done = await desk.talks.correct(draft.event_id, draft.event(), desk.user.telegram_id)
    await desk.state.clear()
    return views.corrected(desk.texts, draft.event_id) if done else Reply(desk.texts("publish-gone"))


def _answer(data: PublishCallback, draft: EventDraft) -> tuple[str, str] | None:
    """Return part and text of a button, None when it answers another question than the present one."""
    if data.act == "site" and draft.asking == "source_name" and "source_url" in draft.values:
        return draft.asking, site_of(split_urls(draft.values["source_url"])[0])
    if data.act == "skip" and data.value == draft.asking:
        return draft.asking, ""
    return (draft.asking, data.value) if data.act == draft.asking else None


def _act(*names: str) -> Any:
    return PublishCallback.filter(F.act.in_(names))


def build_router() -> Router:
    """Return the routes of publishing; the last takes the buttons of drafts that are no more."""
    router = Router(name="publish")
    private, words = F.chat.type == "private", ~F.text.startswith("/")
    router.message.register(begin, OWNERS, Named("publish"), private, AtDesk())
    router.message.register(take, OWNERS, Publishing.asking, words, AtDesk())
    query = router.callback_query
    query.register(open_begin, OWNERS, MenuCallback.filter(F.page == "publish"), AtDesk())
    query.register(choose, OWNERS, _act("stage", "date", "skip", "site"), AtDesk(mine=True))
    query.register(edit, OWNERS, _act("edit"), AtDesk(mine=True))
    query.register(confirm, OWNERS, _act("confirm"), AtDesk(mine=True))
    query.register(cancel, OWNERS, _act("cancel"), AtDesk(mine=True))
    query.register(closed, OWNERS, PublishCallback.filter())
    query.register(dead_button, PreviewCallback.filter())
    return router
