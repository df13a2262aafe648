"""A broadcast is composed: the message of each language, buttons with links."""

from contextlib import suppress
from typing import Any

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.draft import Draft
from bot.domain.language import Language
from bot.domain.user import User
from bot.i18n import Texts
from bot.services.broadcasts import Broadcasts
from bot.telegram.broadcast_content import UnsendableError, album, links_of, message_of, with_links
from bot.telegram.callbacks import MenuCallback
from bot.telegram.desk_callbacks import DraftCallback
from bot.telegram.filters import ADMINS, Named
from bot.telegram.reply import Reply, send, show
from bot.telegram.views import broadcasts as views
from bot.telegram.views.broadcasts import Desk
from handlers.admin.drafts import Composing, DeskOf, DraftOf


async def start(message: Message, user: User, texts: Texts, broadcasts: Broadcasts, state: FSMContext) -> None:
    """Begin a broadcast; where a draft waits, ask what to do with it."""
    await send(message, await _first_page(user, texts, broadcasts, state))


async def open_start(query: CallbackQuery, user: User, texts: Texts, broadcasts: Broadcasts, state: FSMContext) -> None:
    """Begin a broadcast, from a button."""
    await query.answer()
    await show(query, await _first_page(user, texts, broadcasts, state))


async def start_anew(query: CallbackQuery, user: User, texts: Texts, broadcasts: Broadcasts, state: FSMContext) -> None:
    """Drop the old draft and begin with an empty one."""
    await query.answer()
    draft = await broadcasts.begin(user.telegram_id)
    await show(query, await _ask_first(draft, texts, state))


async def open_panel(query: CallbackQuery, draft: Draft, desk: Desk, state: FSMContext) -> None:
    """Show the draft."""
    await query.answer()
    await _rest(state, draft)
    await show(query, views.panel(desk, draft))


async def ask_content(
    query: CallbackQuery, callback_data: DraftCallback, draft: Draft, texts: Texts, state: FSMContext
) -> None:
    """Ask for another message in a language."""
    await query.answer()
    language = Language(callback_data.value)
    await _expect(state, draft, (language,))
    await show(query, views.ask_content(texts, draft, language))


async def take_content(message: Message, draft: Draft, desk: Desk, broadcasts: Broadcasts, state: FSMContext) -> None:
    """Store the message of the language that was asked for, and go on."""
    data = await state.get_data()
    language, *rest = [Language(code) for code in data["todo"]]
    try:
        content = message_of(message)
    except UnsendableError as problem:
        await send(message, Reply(desk.texts(problem.key, **problem.arguments)))
        return
    old = draft.content.by_language.get(language)
    if old is not None and not links_of(content):
        content = with_links(content, links_of(old))
    draft = await broadcasts.put(draft, language, content)
    page = await send(message, await _next_page(draft, rest, desk, state))
    source = {"language": language, "message": message.message_id, "album": message.media_group_id}
    await state.update_data(source={**source, "page": page.message_id})


async def take_anew(message: Message, user: User, desk: Desk, broadcasts: Broadcasts, state: FSMContext) -> None:
    """Begin another draft with this message: it was sent instead of saying what to do with the old one."""
    draft = await broadcasts.begin(user.telegram_id)
    await _expect(state, draft, tuple(Language))
    await take_content(message, draft, desk, broadcasts, state)


async def take_more_of_album(
    message: Message, bot: Bot, draft: Draft, desk: Desk, broadcasts: Broadcasts, state: FSMContext
) -> None:
    """Add a further part of an album, each of which arrives as a message, and redraw the draft where it is shown."""
    source = (await state.get_data())["source"]
    language = Language(source["language"])
    try:
        whole = album(draft.content.by_language[language], message_of(message))
    except UnsendableError as problem:
        await send(message, Reply(desk.texts(problem.key, **problem.arguments)))
        return
    draft = await broadcasts.put(draft, language, whole)
    if await state.get_state() == Composing.panel.state:
        page = views.panel(desk, draft)
        with suppress(TelegramBadRequest):  # the admin has deleted it
            await bot.edit_message_text(
                page.html, chat_id=message.chat.id, message_id=source["page"], reply_markup=page.inline
            )


async def take_correction(
    message: Message, draft: Draft, desk: Desk, broadcasts: Broadcasts, state: FSMContext
) -> None:
    """Take over what the admin corrected in the message they sent last; other corrections change nothing."""
    source = (await state.get_data()).get("source") or {}
    if source.get("message") != message.message_id or source.get("album"):
        return
    language = Language(source["language"])
    old = draft.content.by_language.get(language)
    try:
        content = with_links(message_of(message), links_of(old) if old else ())
    except UnsendableError as problem:
        await send(message, Reply(desk.texts(problem.key, **problem.arguments)))
        return
    await broadcasts.put(draft, language, content)
    await send(message, Reply(desk.texts("broadcast-corrected")))


async def same(query: CallbackQuery, draft: Draft, desk: Desk, broadcasts: Broadcasts, state: FSMContext) -> None:
    """Use the other language's message for this one too."""
    await query.answer()
    language, rest = await _asked(state)
    others = [content for other, content in draft.content.by_language.items() if other is not language]
    if language is not None and others:
        draft = await broadcasts.put(draft, language, others[0])
    await show(query, await _next_page(draft, rest, desk, state))


async def skip(query: CallbackQuery, draft: Draft, desk: Desk, broadcasts: Broadcasts, state: FSMContext) -> None:
    """Leave the people of this language out."""
    await query.answer()
    language, rest = await _asked(state)
    if language is not None:
        draft = await broadcasts.put(draft, language, None)
    if not rest and not draft.content.by_language:
        rest = list(Language)
    await show(query, await _next_page(draft, rest, desk, state))


async def _first_page(user: User, texts: Texts, broadcasts: Broadcasts, state: FSMContext) -> Reply:
    draft = await broadcasts.newest(user.telegram_id)
    if draft is not None and draft.content.by_language:
        await state.set_state(Composing.anew)
        await state.set_data({"draft": draft.id})
        return views.unfinished(texts, draft)
    return await _ask_first(draft or await broadcasts.begin(user.telegram_id), texts, state)


async def _ask_first(draft: Draft, texts: Texts, state: FSMContext) -> Reply:
    languages = tuple(Language)
    await _expect(state, draft, languages)
    return views.ask_content(texts, draft, languages[0])


async def _next_page(draft: Draft, rest: list[Language], desk: Desk, state: FSMContext) -> Reply:
    if rest:
        await state.set_state(Composing.content)
        await state.update_data(todo=rest)
        return views.ask_content(desk.texts, draft, rest[0])
    await state.set_state(Composing.panel)
    return views.panel(desk, draft)


async def _expect(state: FSMContext, draft: Draft, languages: tuple[Language, ...]) -> None:
    await state.set_state(Composing.content)
    await state.set_data({"draft": draft.id, "todo": list(languages)})


async def _rest(state: FSMContext, draft: Draft) -> None:
    await state.set_state(Composing.panel)
    await state.update_data(draft=draft.id)


async def _asked(state: FSMContext) -> tuple[Language | None, list[Language]]:
    """Return the language asked for and those that follow; None when nothing is asked any more (a double tap)."""
    if await state.get_state() != Composing.content.state:
        return None, []
    language, *rest = [Language(code) for code in (await state.get_data())["todo"]]
    return language, rest


async def _is_more_of_album(message: Message, state: FSMContext) -> bool:
    source = (await state.get_data()).get("source") or {}
    return bool(message.media_group_id) and source.get("album") == message.media_group_id


def _act(*names: str) -> Any:
    return DraftCallback.filter(F.act.in_(names))


def build_router() -> Router:
    """Return the routes of composing."""
    router = Router(name="broadcast-compose")
    composing, words = (ADMINS, Composing()), ~F.text.startswith("/")
    router.message.register(start, ADMINS, Named("broadcast"), F.chat.type == "private")
    router.message.register(take_more_of_album, *composing, F.media_group_id, _is_more_of_album, DraftOf(), DeskOf())
    router.message.register(take_content, ADMINS, Composing.content, words, DraftOf(), DeskOf())
    router.message.register(take_anew, ADMINS, Composing.anew, words, DeskOf())
    router.edited_message.register(take_correction, *composing, DraftOf(), DeskOf())
    query = router.callback_query
    query.register(open_start, ADMINS, MenuCallback.filter(F.page == "broadcast"))
    query.register(start_anew, ADMINS, _act("anew"))
    query.register(open_panel, ADMINS, _act("open"), DraftOf(), DeskOf())
    query.register(ask_content, ADMINS, _act("content"), DraftOf())
    query.register(same, ADMINS, _act("same"), DraftOf(), DeskOf())
    query.register(skip, ADMINS, _act("skip"), DraftOf(), DeskOf())
    return router
