"""A draft is looked at, tested, confirmed or dropped."""

from typing import Any

import structlog
from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.draft import Draft
from bot.domain.user import User
from bot.i18n import Texts
from bot.services.broadcasts import Broadcasts, Launch
from bot.services.campaign_desk import CampaignDesk
from bot.services.refusals import Refusals
from bot.telegram import broadcast_content
from bot.telegram.desk_callbacks import DraftCallback
from bot.telegram.filters import ADMINS
from bot.telegram.progress import ProgressBoard
from bot.telegram.reply import Reply, show, show_below
from bot.telegram.views import broadcasts as views
from bot.telegram.views.broadcasts import Desk
from bot.telegram.views.campaigns import campaign_page
from handlers.admin.drafts import Composing, DeskOf, DraftOf

log = structlog.get_logger(__name__)


async def preview(
    query: CallbackQuery, bot: Bot, draft: Draft, desk: Desk, broadcasts: Broadcasts, state: FSMContext
) -> None:
    """Send every language's message as people will get it, then the last question with the exact count."""
    await query.answer(desk.texts.plain("broadcast-counting"))
    await state.set_state(Composing.panel)
    await state.update_data(draft=draft.id)
    for language, message in draft.content.by_language.items():
        await show_below(query, views.preview_label(desk.texts, language))
        try:
            await broadcast_content.send(bot, message, query.from_user.id)
        except TelegramBadRequest as error:
            log.info("preview refused", draft=draft.id, language=language, error=error.message)
            await show_below(query, views.refused(desk.texts, draft, language, error.message))
            return
    await show_below(query, views.summary(desk, draft, await broadcasts.recipients(draft)))


async def test(query: CallbackQuery, draft: Draft, user: User, texts: Texts, broadcasts: Broadcasts) -> None:
    """Send it to the admin alone, by the same way everybody gets it."""
    if not draft.content.by_language:
        await query.answer(texts.plain("broadcast-empty"), show_alert=True)
        return
    await query.answer(texts.plain("broadcast-tested"))
    await broadcasts.test(draft, user.telegram_id)


async def confirm(
    query: CallbackQuery,
    callback_data: DraftCallback,
    user: User,
    desk: Desk,
    broadcasts: Broadcasts,
    campaign_desk: CampaignDesk,
    board: ProgressBoard,
    state: FSMContext,
    refusals: Refusals,
) -> None:
    """Send what was previewed: once, whatever is tapped how often."""
    launch = await broadcasts.confirm(callback_data.draft, user.telegram_id, callback_data.value)
    started = launch in (Launch.STARTED, Launch.SCHEDULED)
    await query.answer(desk.texts.plain(f"broadcast-launch-{launch}"), show_alert=not started)
    if launch is Launch.ALREADY:
        await refusals.replay(user.telegram_id, user.role, query.data)
    if not started:
        await _show_why_not(query, launch, callback_data.draft, user, desk, broadcasts, state)
        return
    await state.clear()
    await _show_campaign(query, callback_data.draft, desk, campaign_desk, board)


async def drop(
    query: CallbackQuery, callback_data: DraftCallback, user: User, texts: Texts, broadcasts: Broadcasts,
    state: FSMContext,
) -> None:  # fmt: skip
    """Throw the draft away."""
    await query.answer()
    dropped = await broadcasts.drop(callback_data.draft, user.telegram_id)
    if (await state.get_data()).get("draft") == callback_data.draft:
        await state.clear()
    await show(query, Reply(texts("broadcast-dropped" if dropped else "broadcast-gone")))


async def gone(query: CallbackQuery, user: User, texts: Texts, refusals: Refusals) -> None:
    """Answer a button of a draft that was sent or dropped."""
    await refusals.replay(user.telegram_id, user.role, query.data)
    await query.answer(texts.plain("broadcast-gone"), show_alert=True)


async def _show_why_not(
    query: CallbackQuery,
    launch: Launch,
    draft_id: int,
    user: User,
    desk: Desk,
    broadcasts: Broadcasts,
    state: FSMContext,
) -> None:
    draft = await broadcasts.find(draft_id, user.telegram_id)
    if draft is None:
        return
    if launch is Launch.CHANGED:
        await show(query, views.panel(desk, draft))
    elif launch is Launch.PAST:
        await state.set_state(Composing.when)
        await state.update_data(draft=draft.id)
        await show(query, views.when_menu(desk, draft))


async def _show_campaign(
    query: CallbackQuery, campaign_id: int, desk: Desk, campaign_desk: CampaignDesk, board: ProgressBoard
) -> None:
    campaign = await campaign_desk.find(campaign_id)
    if campaign is None:
        return
    reply = campaign_page(desk, campaign)
    await show(query, reply)
    if isinstance(query.message, Message):
        await board.watch(campaign, query.message.chat.id, query.message.message_id, reply)


def _act(name: str) -> Any:
    return DraftCallback.filter(F.act == name)


def build_router() -> Router:
    """Return the routes that end a draft; the last takes the buttons of drafts that are no more."""
    router = Router(name="broadcast-send")
    query = router.callback_query
    query.register(preview, ADMINS, _act("preview"), DraftOf(), DeskOf())
    query.register(test, ADMINS, _act("test"), DraftOf())
    query.register(confirm, ADMINS, _act("send"), DeskOf())
    query.register(drop, ADMINS, _act("drop"))
    query.register(gone, ADMINS, DraftCallback.filter())
    return router
