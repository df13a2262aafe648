"""How alerts are delivered: cadence, quiet hours, time zone, sound, language."""

from datetime import datetime
from typing import Any, NoReturn

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.clock import now
from bot.domain.language import Language
from bot.domain.user import Cadence, User
from bot.i18n import Texts, Translator
from bot.services.quiet_hours import parse_quiet, unpack
from bot.services.timezones import find_timezone
from bot.services.users import Users
from bot.settings import Settings
from bot.telegram.callbacks import MenuCallback, SettingsCallback
from bot.telegram.filters import Named
from bot.telegram.reply import Reply, send, show
from bot.telegram.responder import Responder
from bot.telegram.views import settings as views

LONGEST_ZONE = 3
"""Words of the name of a city; what is longer is a question."""


class Typing(StatesGroup):
    """What a person is typing here."""

    quiet = State()
    zone = State()


async def show_settings(message: Message, user: User, texts: Texts, settings: Settings, state: FSMContext) -> None:
    """Show the settings."""
    await state.clear()
    await send(message, _page(texts, user, settings))


async def open_settings(query: CallbackQuery, user: User, texts: Texts, settings: Settings, state: FSMContext) -> None:
    """Show the settings, from a button."""
    await query.answer()
    await state.clear()
    await show(query, _page(texts, user, settings))


async def open_quiet(query: CallbackQuery, user: User, texts: Texts, state: FSMContext) -> None:
    """Offer quiet hours."""
    await query.answer()
    await state.clear()
    await show(query, views.quiet_menu(texts, user))


async def open_zone(query: CallbackQuery, user: User, texts: Texts, settings: Settings, state: FSMContext) -> None:
    """Offer time zones."""
    await query.answer()
    await state.clear()
    await show(query, views.zone_menu(texts, user, settings.timezone, now()))


async def ask_quiet(query: CallbackQuery, texts: Texts, state: FSMContext) -> None:
    """Ask for quiet hours in words."""
    await query.answer()
    await state.set_state(Typing.quiet)
    await show(query, views.ask_quiet(texts))


async def ask_zone(query: CallbackQuery, texts: Texts, state: FSMContext) -> None:
    """Ask for a city."""
    await query.answer()
    await state.set_state(Typing.zone)
    await show(query, views.ask_zone(texts))


async def change(
    query: CallbackQuery,
    callback_data: SettingsCallback,
    user: User,
    users: Users,
    translator: Translator,
    settings: Settings,
) -> None:
    """Set what a button carries and redraw the page in place."""
    changed = await _changed(callback_data, user, users, now())
    if changed is None:
        await query.answer(translator[user.language].plain("error-old-button"))
        return
    texts = translator[changed.language]
    await query.answer(texts.plain("settings-saved"))
    await show(query, _page(texts, changed, settings))


async def type_quiet(
    message: Message, user: User, users: Users, texts: Texts, settings: Settings, state: FSMContext
) -> None:
    """Take quiet hours typed by hand."""
    typed = message.text or ""
    quiet = parse_quiet(typed)
    if quiet is None:
        if not any(character.isdigit() for character in typed):
            await _turn_away(state)
        await send(message, views.ask_quiet(texts, again=True))
        return
    await state.clear()
    await send(message, _page(texts, await users.set_quiet(user, quiet), settings))


async def type_zone(
    message: Message,
    user: User,
    users: Users,
    texts: Texts,
    settings: Settings,
    state: FSMContext,
    responder: Responder,
) -> None:
    """Take a city, a country or an offset typed by hand."""
    typed = message.text or ""
    if len(typed.split()) > LONGEST_ZONE:
        await _turn_away(state)
    places = responder.understanding.understand(typed).places
    zone = find_timezone(typed, places[0] if places else None, now())
    if zone is None:
        await send(message, views.ask_zone(texts, again=True))
        return
    await state.clear()
    await send(message, _page(texts, await users.set_timezone(user, zone), settings))


async def _turn_away(state: FSMContext) -> NoReturn:
    """Let a question asked meanwhile be answered as one."""
    await state.clear()
    raise SkipHandler


async def _changed(data: SettingsCallback, user: User, users: Users, moment: datetime) -> User | None:
    """Return the person with the new setting, None when the value is no such setting's."""
    match data.item:
        case "cadence" if data.value in set(Cadence):
            return await users.set_cadence(user, Cadence(data.value))
        case "quiet" if data.value == views.OFF:
            return await users.set_quiet(user, None)
        case "quiet" if (span := unpack(data.value)) is not None:
            return await users.set_quiet(user, span)
        case "zone" if (zone := find_timezone(data.value, None, moment)) == data.value and zone is not None:
            return await users.set_timezone(user, zone)
        case "silent" if data.value in ("0", "1"):
            return await users.set_silent(user, data.value == "1")
        case "language" if data.value in set(Language):
            return await users.set_language(user, Language(data.value))
    return None


def _page(texts: Texts, user: User, settings: Settings) -> Reply:
    return views.settings_page(texts, user, settings.timezone, now())


def _opens(item: str, value: str = "") -> Any:
    return SettingsCallback.filter((F.item == item) & (F.value == value))


def build_router() -> Router:
    """Return the routes of this feature."""
    router = Router(name="settings")
    router.message.register(show_settings, Named("settings"), F.chat.type == "private")
    typed = F.text & ~F.text.startswith("/")
    router.message.register(type_quiet, Typing.quiet, typed)
    router.message.register(type_zone, Typing.zone, typed)
    query = router.callback_query
    query.register(open_settings, MenuCallback.filter(F.page == "settings"))
    query.register(open_settings, SettingsCallback.filter(F.item == "page"))
    query.register(open_quiet, _opens("quiet"))
    query.register(open_zone, _opens("zone"))
    query.register(ask_quiet, _opens("quiet", views.OWN))
    query.register(ask_zone, _opens("zone", views.OWN))
    query.register(change, SettingsCallback.filter())
    return router
