"""The history of campaigns, the report of each, and what may still be done with it."""

from typing import Any

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.domain.campaign import Campaign, CampaignState
from bot.domain.campaign import Message as Content
from bot.domain.language import Language
from bot.domain.user import User
from bot.i18n import Texts
from bot.services.campaign_desk import CampaignDesk, editable
from bot.services.refusals import Refusals
from bot.telegram.broadcast_content import CAPTION_LIMIT, UnsendableError, message_of, words_of
from bot.telegram.callbacks import MenuCallback
from bot.telegram.desk_callbacks import CampaignCallback, CampaignsCallback
from bot.telegram.filters import ADMINS, Named
from bot.telegram.progress import ProgressBoard
from bot.telegram.reply import Reply, send, show, show_below
from bot.telegram.views import campaigns as views
from bot.telegram.views.broadcasts import Desk
from handlers.admin.drafts import DeskOf


class Correcting(StatesGroup):
    """An admin sends the new text of what was sent."""

    text = State()


async def show_history(
    message: Message,
    argument: str,
    desk: Desk,
    campaign_desk: CampaignDesk,
    board: ProgressBoard,
    state: FSMContext,
) -> None:
    """Show the history; `/campaigns 12` shows that one."""
    campaign = await campaign_desk.find(int(argument)) if argument.isdecimal() and len(argument) < 10 else None
    if campaign is not None:
        reply = views.campaign_page(desk, campaign)
        sent = await send(message, reply)
        await board.watch(campaign, sent.chat.id, sent.message_id, reply)
        return
    await send(message, await _history(desk.texts, campaign_desk, 0))


async def turn_page(
    query: CallbackQuery, callback_data: CampaignsCallback, texts: Texts, campaign_desk: CampaignDesk
) -> None:
    """Show a page of the history in place."""
    await query.answer()
    await show(query, await _history(texts, campaign_desk, callback_data.page))


async def open_history(query: CallbackQuery, texts: Texts, campaign_desk: CampaignDesk) -> None:
    """Show the history, from a button."""
    await query.answer()
    await show(query, await _history(texts, campaign_desk, 0))


async def open_campaign(
    query: CallbackQuery,
    callback_data: CampaignCallback,
    desk: Desk,
    campaign_desk: CampaignDesk,
    board: ProgressBoard,
    state: FSMContext,
) -> None:
    """Show a campaign; while it runs, the message stays up to date."""
    await query.answer()
    if await state.get_state() == Correcting.text.state:
        await state.clear()
    campaign = await campaign_desk.find(callback_data.id)
    if campaign is not None:
        await _show(query, campaign, desk, board)


async def steer(
    query: CallbackQuery,
    callback_data: CampaignCallback,
    user: User,
    desk: Desk,
    campaign_desk: CampaignDesk,
    board: ProgressBoard,
    refusals: Refusals,
) -> None:
    """Pause, resume or stop a campaign; any admin may."""
    act = callback_data.act.removesuffix("-yes")
    done = await campaign_desk.steer(act, callback_data.id, user.telegram_id)
    if not done:
        await refusals.replay(user.telegram_id, user.role, query.data)
    key = {"pause": "campaign-paused", "resume": "campaign-resumed", "cancel": "campaign-cancelled"}[act]
    await query.answer(desk.texts.plain(key if done else "campaign-too-late"))
    campaign = await campaign_desk.find(callback_data.id)
    if campaign is not None:
        await _show(query, campaign, desk, board)


async def ask(query: CallbackQuery, callback_data: CampaignCallback, texts: Texts, campaign_desk: CampaignDesk) -> None:
    """Ask before a campaign is stopped, or before what it sent is deleted."""
    await query.answer()
    campaign = await campaign_desk.find(callback_data.id)
    if campaign is not None:
        await show(query, views.confirm(texts, campaign, callback_data.act))


async def delete_sent(
    query: CallbackQuery,
    callback_data: CampaignCallback,
    user: User,
    desk: Desk,
    campaign_desk: CampaignDesk,
    board: ProgressBoard,
    refusals: Refusals,
) -> None:
    """Delete what was sent, from everybody's chat."""
    number = await campaign_desk.delete_sent(callback_data.id, user.telegram_id)
    if number is None:
        await refusals.replay(user.telegram_id, user.role, query.data)
    await query.answer(desk.texts.plain("campaign-too-late") if number is None else "")
    campaign = await campaign_desk.find(number or callback_data.id)
    if campaign is not None:
        await _show(query, campaign, desk, board)


async def ask_new_text(
    query: CallbackQuery,
    callback_data: CampaignCallback,
    texts: Texts,
    campaign_desk: CampaignDesk,
    state: FSMContext,
) -> None:
    """Ask for the new text: of the only language, or of the one chosen."""
    await query.answer()
    campaign = await campaign_desk.find(callback_data.id)
    languages = editable(campaign) if campaign is not None else []
    if campaign is None or not languages:
        await show_below(query, Reply(texts("campaign-edit-nothing")))
    elif len(languages) == 1 or callback_data.language in languages:
        language = callback_data.language or languages[0]
        await state.set_state(Correcting.text)
        await state.set_data({"campaign": campaign.id, "language": language})
        await show_below(query, views.ask_edit(texts, campaign, language))
    else:
        await show_below(query, views.choose_edit(texts, campaign, languages))


async def take_new_text(
    message: Message, user: User, desk: Desk, campaign_desk: CampaignDesk, board: ProgressBoard, state: FSMContext
) -> None:
    """Put the new text in place of what was sent."""
    data = await state.get_data()
    language, campaign = Language(data["language"]), await campaign_desk.find(data["campaign"])
    try:
        new = _new_text(message, None if campaign is None else campaign.content.by_language.get(language))
    except UnsendableError as problem:
        await send(message, Reply(desk.texts(problem.key, **problem.arguments)))
        return
    await state.clear()
    number = await campaign_desk.edit_sent(data["campaign"], language, new, user.telegram_id)
    if number is None:
        await send(message, Reply(desk.texts("campaign-edit-nothing")))
        return
    change = await campaign_desk.find(number)
    if change is not None:
        reply = views.campaign_page(desk, change)
        sent = await send(message, reply)
        await board.watch(change, sent.chat.id, sent.message_id, reply)


def _new_text(message: Message, old: Content | None) -> Content:
    new = message_of(message)
    if new.method != "sendMessage":
        raise UnsendableError("campaign-edit-words")
    length = len(words_of(new))
    if old is not None and old.method != "sendMessage" and length > CAPTION_LIMIT:
        raise UnsendableError("broadcast-wrong-caption", length=length, limit=CAPTION_LIMIT)
    return new


async def _history(texts: Texts, campaign_desk: CampaignDesk, page: int) -> Reply:
    found = await campaign_desk.newest(views.PAGE + 1, offset=page * views.PAGE)
    return views.history(texts, found[: views.PAGE], page, more=len(found) > views.PAGE)


async def _show(query: CallbackQuery, campaign: Campaign, desk: Desk, board: ProgressBoard) -> None:
    reply = views.campaign_page(desk, campaign)
    await show(query, reply)
    if isinstance(query.message, Message) and campaign.state is not CampaignState.DRAFT:
        await board.watch(campaign, query.message.chat.id, query.message.message_id, reply)


def _act(*names: str) -> Any:
    return CampaignCallback.filter(F.act.in_(names))


def build_router() -> Router:
    """Return the routes of campaigns."""
    router = Router(name="campaigns")
    router.message.register(show_history, ADMINS, Named("campaigns"), F.chat.type == "private", DeskOf())
    router.message.register(take_new_text, ADMINS, Correcting.text, ~F.text.startswith("/"), DeskOf())
    query = router.callback_query
    query.register(open_history, ADMINS, MenuCallback.filter(F.page == "campaigns"))
    query.register(turn_page, ADMINS, CampaignsCallback.filter())
    query.register(open_campaign, ADMINS, _act("show"), DeskOf())
    query.register(steer, ADMINS, _act("pause", "resume", "cancel-yes"), DeskOf())
    query.register(ask, ADMINS, _act("cancel", "delete"))
    query.register(delete_sent, ADMINS, _act("delete-yes"), DeskOf())
    query.register(ask_new_text, ADMINS, _act("edit"))
    return router
