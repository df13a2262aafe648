"""A question that was not understood teaches a new name of a place; the names that were added can be removed."""

from typing import Any

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.domain.question import is_answered
from bot.domain.user import User
from bot.i18n import Html, Texts
from bot.services.aliases import AliasError, Aliases
from bot.services.catalogue import Catalogue
from bot.services.queue import ALIASED, Missed, Queue
from bot.services.refusals import Refusals
from bot.telegram.acts import NoActs
from bot.telegram.desk_callbacks import AliasCallback, QuestionCallback
from bot.telegram.filters import ADMINS
from bot.telegram.reply import Reply, send, show
from bot.telegram.responder import Responder
from bot.telegram.views import questions as views
from handlers.admin.questions import SHOWN, QuestionOf


class Naming(StatesGroup):
    """An editor names the words, then the place."""

    word = State()
    place = State()


async def ask_word(query: CallbackQuery, one: Missed | None, texts: Texts, aliases: Aliases, state: FSMContext) -> None:
    """Ask which words of a question are a name."""
    if one is None:
        await query.answer(texts.plain("queue-taken"))
        return
    await query.answer()
    choices = aliases.choices(one.text)
    await state.set_state(Naming.word)
    await state.set_data({"key": _key(query), "choices": list(choices)})
    await show(query, views.ask_word(texts, one, choices))


async def choose_word(
    query: CallbackQuery,
    callback_data: QuestionCallback,
    one: Missed | None,
    catalogue: Catalogue,
    texts: Texts,
    aliases: Aliases,
    state: FSMContext,
) -> None:
    """Take the words that were tapped."""
    choices = (await state.get_data()).get("choices", [])
    number = int(callback_data.value) if callback_data.value.isascii() and callback_data.value.isdecimal() else -1
    if one is None or not 0 <= number < len(choices):
        await query.answer(texts.plain("error-old-button"))
        return
    await query.answer()
    await show(query, await _ask_place(one, choices[number], catalogue, texts, aliases, state))


async def type_word(
    message: Message, one: Missed | None, catalogue: Catalogue, texts: Texts, aliases: Aliases, state: FSMContext
) -> None:
    """Take the words that were typed."""
    if one is None:
        await state.clear()
        await send(message, Reply(texts("queue-taken")))
        return
    await send(message, await _ask_place(one, (message.text or "")[:200], catalogue, texts, aliases, state))


async def choose_place(
    query: CallbackQuery,
    callback_data: QuestionCallback,
    one: Missed | None,
    catalogue: Catalogue,
    texts: Texts,
    aliases: Aliases,
    responder: Responder,
    state: FSMContext,
) -> None:
    """Take the place that was tapped, and show what the name would do."""
    name = (await state.get_data()).get("alias")
    if one is None or not isinstance(name, str):
        await query.answer(texts.plain("error-old-button"))
        return
    await query.answer()
    await show(query, await _preview(one, name, callback_data.value, catalogue, texts, aliases, responder, state))


async def type_place(
    message: Message,
    one: Missed | None,
    catalogue: Catalogue,
    texts: Texts,
    aliases: Aliases,
    responder: Responder,
    state: FSMContext,
) -> None:
    """Take the place that was typed."""
    name = (await state.get_data()).get("alias", "")
    if one is None:
        await state.clear()
        await send(message, Reply(texts("queue-taken")))
        return
    iso2 = aliases.place(message.text or "")
    if iso2 is None:
        nearest = aliases.nearest(message.text or "", texts.language)
        await send(message, views.ask_place(texts, catalogue, one, name, nearest, texts("alias-wrong-place")))
        return
    await send(message, await _preview(one, name, iso2, catalogue, texts, aliases, responder, state))


async def store(
    query: CallbackQuery,
    one: Missed | None,
    user: User,
    catalogue: Catalogue,
    texts: Texts,
    aliases: Aliases,
    queue: Queue,
    refusals: Refusals,
    state: FSMContext,
) -> None:
    """Store the name, and take off the question that it answers."""
    data = await state.get_data()
    await state.clear()
    try:
        alias = aliases.check(data.get("alias", ""), data.get("iso2", ""))
    except AliasError as problem:
        await refusals.replay(user.telegram_id, user.role, query.data)
        await query.answer(
            texts.plain(problem.key, place=catalogue.name(problem.place, texts.language)), show_alert=True
        )
        return
    done = await aliases.store.add(alias, user.telegram_id)
    await query.answer(texts.plain("alias-stored" if done else "alias-known"))
    if one is not None and data.get("works"):
        await queue.missed.close(one.fold, ALIASED, user.telegram_id)
    await show(query, views.question_list(texts, await queue.missed.top(SHOWN), 0))


async def open_aliases(
    query: CallbackQuery, callback_data: AliasCallback, catalogue: Catalogue, texts: Texts, aliases: Aliases
) -> None:
    """Show the names that editors added."""
    await query.answer()
    await show(query, views.alias_list(texts, catalogue, await aliases.store.all(), callback_data.page))


async def remove_alias(
    query: CallbackQuery,
    callback_data: AliasCallback,
    user: User,
    catalogue: Catalogue,
    texts: Texts,
    aliases: Aliases,
    refusals: Refusals,
) -> None:
    """Remove a name; ask first."""
    every = await aliases.store.all()
    found = next((one for one in every if views.alias_key(one) == callback_data.key), None)
    if found is None:
        await refusals.replay(user.telegram_id, user.role, query.data)
        await query.answer(texts.plain("alias-gone"))
        return
    await query.answer()
    if callback_data.act == "remove":
        await show(query, views.ask_remove(texts, catalogue, found, callback_data.page))
        return
    await aliases.store.remove(found.name, found.iso2, user.telegram_id)
    await show(query, views.alias_list(texts, catalogue, await aliases.store.all(), callback_data.page))


async def _ask_place(
    one: Missed, words: str, catalogue: Catalogue, texts: Texts, aliases: Aliases, state: FSMContext
) -> Reply:
    try:
        alias = aliases.check(words, next(iter(catalogue.destinations)))
    except AliasError as problem:
        told = texts(problem.key, place=Html(catalogue.name(problem.place, texts.language)))
        return views.ask_word(texts, one, aliases.choices(one.text), told)
    await state.set_state(Naming.place)
    await state.update_data(alias=alias.name)
    return views.ask_place(texts, catalogue, one, alias.name, aliases.nearest(alias.name, texts.language))


async def _preview(
    one: Missed,
    name: str,
    iso2: str,
    catalogue: Catalogue,
    texts: Texts,
    aliases: Aliases,
    responder: Responder,
    state: FSMContext,
) -> Reply:
    try:
        alias = aliases.check(name, iso2)
    except AliasError as problem:
        told = texts(problem.key, place=Html(catalogue.name(problem.place, texts.language)))
        return views.ask_word(texts, one, aliases.choices(one.text), told)
    question = await aliases.attempt(alias, one.text)
    works = is_answered(question) and alias.iso2 in question.places
    await state.update_data(iso2=alias.iso2, works=works)
    answer = await responder.respond(question, texts, NoActs())
    return views.preview(texts, catalogue, one, alias, answer, works=works)


def _key(query: CallbackQuery) -> str:
    return QuestionCallback.unpack(query.data or "").key


def _act(*names: str) -> Any:
    return QuestionCallback.filter(F.act.in_(names))


def build_router() -> Router:
    """Return the routes of names."""
    router = Router(name="aliases")
    words = F.text & ~F.text.startswith("/")
    router.message.register(type_word, ADMINS, Naming.word, words, QuestionOf())
    router.message.register(type_place, ADMINS, Naming.place, words, QuestionOf())
    query = router.callback_query
    query.register(ask_word, ADMINS, _act("alias"), QuestionOf())
    query.register(choose_word, ADMINS, _act("word"), QuestionOf())
    query.register(choose_place, ADMINS, _act("place"), QuestionOf())
    query.register(store, ADMINS, _act("store"), QuestionOf())
    query.register(open_aliases, ADMINS, AliasCallback.filter(F.act == "list"))
    query.register(remove_alias, ADMINS, AliasCallback.filter(F.act.in_(("remove", "remove-yes"))))
    return router
