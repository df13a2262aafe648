"""A person's papers: typed freely, changed, removed, and what a passport is too short for."""

from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.domain.reminder import ReminderKind
from bot.domain.user import User
from bot.i18n import Texts
from bot.services.paper_reading import ReadPaper, sounds_like_paper
from bot.telegram.callbacks import MenuCallback, PaperCallback
from bot.telegram.filters import Named
from bot.telegram.paper_talk import PaperTalk, PaperTurn
from bot.telegram.reply import send, show
from bot.telegram.views import papers as views
from bot.telegram.views import privacy


class Telling(StatesGroup):
    """What a person is telling of a paper."""

    paper = State()


async def show_papers(
    message: Message, argument: str, user: User, texts: Texts, paper_talk: PaperTalk, state: FSMContext
) -> None:
    """Show the papers; `/papers паспорт 15.08.2031` keeps one at once."""
    await state.clear()
    turn = await paper_talk.hear_paper(argument, user, texts, ReadPaper()) if argument else None
    await _take_turn(message, turn or PaperTurn(await paper_talk.all_papers(user, texts)), state)


async def only_private(message: Message, texts: Texts) -> None:
    """Say in a group that papers are between the bot and one person."""
    await send(message, privacy.only_private(texts))


async def open_papers(query: CallbackQuery, user: User, texts: Texts, paper_talk: PaperTalk, state: FSMContext) -> None:
    """Show the papers, from a button."""
    await query.answer()
    await state.clear()
    await show(query, await paper_talk.all_papers(user, texts))


async def ask_new(
    query: CallbackQuery, callback_data: PaperCallback, texts: Texts, paper_talk: PaperTalk, state: FSMContext
) -> None:
    """Ask for a paper of a kind."""
    kind = ReminderKind.PASSPORT if callback_data.act == "passport" else ReminderKind.VISA
    await query.answer()
    await _remember(state, ReadPaper(kind))
    await show(query, views.ask_paper(paper_talk.catalogue, texts, kind, None))


async def open_paper(
    query: CallbackQuery,
    callback_data: PaperCallback,
    user: User,
    texts: Texts,
    paper_talk: PaperTalk,
    state: FSMContext,
) -> None:
    """Show a paper."""
    kind = kind_of(callback_data.kind)
    page = await paper_talk.one_paper(user, texts, kind, callback_data.place) if kind else None
    if page is None:
        await query.answer(texts.plain("paper-gone"))
        return
    await query.answer()
    await state.clear()
    await show(query, page)


async def ask_change(
    query: CallbackQuery,
    callback_data: PaperCallback,
    user: User,
    texts: Texts,
    paper_talk: PaperTalk,
    state: FSMContext,
) -> None:
    """Ask for another day of a paper."""
    kind, place = kind_of(callback_data.kind), callback_data.place
    if kind is None or await paper_talk.papers.find(user.telegram_id, kind, place) is None:
        await query.answer(texts.plain("paper-gone"))
        return
    await query.answer()
    await _remember(state, ReadPaper(kind, place or None))
    await show(query, views.ask_paper(paper_talk.catalogue, texts, kind, place or None))


async def remove(
    query: CallbackQuery, callback_data: PaperCallback, user: User, texts: Texts, paper_talk: PaperTalk
) -> None:
    """Remove a paper with its reminders."""
    kind = kind_of(callback_data.kind)
    had = kind is not None and await paper_talk.papers.remove(user.telegram_id, kind, callback_data.place)
    await query.answer(texts.plain("paper-removed" if had else "paper-gone"))
    await show(query, await paper_talk.all_papers(user, texts))


async def take_text(message: Message, user: User, texts: Texts, paper_talk: PaperTalk, state: FSMContext) -> None:
    """Take what is typed of a paper; another question goes on to where questions are answered."""
    told = _told(await state.get_data())
    turn = await paper_talk.hear_paper(message.text or "", user, texts, told)
    if turn is None:
        await state.clear()
        raise SkipHandler
    await _take_turn(message, turn, state)


async def take_told(message: Message, user: User, texts: Texts, paper_talk: PaperTalk, state: FSMContext) -> None:
    """Keep a paper that was told without being asked for: «паспорт 15.08.2031»; anything else is not for here."""
    turn = await paper_talk.hear_whole(message.text or "", user, texts)
    if turn is None:
        raise SkipHandler
    await _take_turn(message, turn, state)


async def tells_of_paper(message: Message, raw_state: str | None = None) -> bool:
    """Tell whether a message out of the blue may tell of a paper."""
    text = message.text or ""
    return raw_state is None and message.chat.type == "private" and text[:1] != "/" and sounds_like_paper(text)


def kind_of(text: str) -> ReminderKind | None:
    """Return the kind that a button carries, None when it is none."""
    return ReminderKind(text) if text in set(ReminderKind) else None


async def _take_turn(message: Message, turn: PaperTurn, state: FSMContext) -> None:
    if turn.told is None:
        await state.clear()
    else:
        await _remember(state, turn.told)
    await send(message, turn.reply)


async def _remember(state: FSMContext, told: ReadPaper) -> None:
    await state.set_state(Telling.paper)
    expires = str(told.expires) if told.expires else None
    await state.set_data({"kind": told.kind, "place": told.place, "expires": expires})


def _told(data: dict[str, Any]) -> ReadPaper:
    expires = data.get("expires")
    return ReadPaper(
        kind_of(data.get("kind") or ""), data.get("place"), date.fromisoformat(expires) if expires else None
    )


def build_told_router() -> Router:
    """Return the route of papers told out of the blue: asked before questions."""
    router = Router(name="papers told")
    router.message.register(take_told, tells_of_paper)
    return router


def build_router() -> Router:
    """Return the routes of this feature."""
    router, private = Router(name="papers"), F.chat.type == "private"
    router.callback_query.filter(F.message.chat.type == "private")
    router.message.register(show_papers, Named("papers"), private)
    router.message.register(only_private, Named("papers"))
    router.message.register(take_text, Telling.paper, F.text & ~F.text.startswith("/"))
    query = router.callback_query
    query.register(open_papers, MenuCallback.filter(F.page == "papers"))
    query.register(ask_new, PaperCallback.filter(F.act.in_({"passport", "visa"})))
    query.register(open_paper, PaperCallback.filter(F.act == "open"))
    query.register(ask_change, PaperCallback.filter(F.act == "change"))
    query.register(remove, PaperCallback.filter(F.act == "remove"))
    return router
