"""First contact, deep links, help, the language."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.domain.language import Language
from bot.domain.user import User
from bot.i18n import Texts, Translator
from bot.services.users import Users
from bot.telegram.acts import PersonActs
from bot.telegram.callbacks import LanguageCallback, MenuCallback
from bot.telegram.filters import Named
from bot.telegram.reply import Reply, send, show
from bot.telegram.responder import Responder
from bot.telegram.views import start as views


async def begin(
    message: Message, argument: str, user: User, texts: Texts, responder: Responder, acts: PersonActs
) -> None:
    """Welcome the person; a deep link (`?start=TR`, `?start=eu`) opens its page at once."""
    target = await responder.deep_link(argument, texts, acts) if argument else None
    if target is not None:
        await send(message, target)
    else:
        await send(message, views.welcome(texts, ask_language=not user.language_chosen))


async def show_help(message: Message, texts: Texts) -> None:
    """Tell what the bot can do."""
    await send(message, views.help_page(texts))


async def ask_language(message: Message, texts: Texts) -> None:
    """Offer the languages."""
    await send(message, views.language_page(texts))


async def choose_language(
    query: CallbackQuery, callback_data: LanguageCallback, user: User, users: Users, translator: Translator
) -> None:
    """Speak the chosen language from now on."""
    language = Language.guess(callback_data.code)
    texts = translator[language]
    await query.answer(texts.plain("start-language-now"))
    await users.set_language(user, language)
    if callback_data.start:
        await show(query, views.welcome(texts, ask_language=True))
    else:
        await show(query, Reply(texts("start-language-now"), views.help_page(texts).keyboard))


async def open_help(query: CallbackQuery, texts: Texts) -> None:
    """Tell what the bot can do, from a button."""
    await query.answer()
    await show(query, views.help_page(texts))


async def open_language(query: CallbackQuery, texts: Texts) -> None:
    """Offer the languages, from a button."""
    await query.answer()
    await show(query, views.language_page(texts))


def build_router() -> Router:
    """Return the routes of this feature."""
    router = Router(name="start")
    router.message.register(begin, Named("start"))
    router.message.register(show_help, Named("help"))
    router.message.register(ask_language, Named("language"))
    router.callback_query.register(choose_language, LanguageCallback.filter())
    router.callback_query.register(open_help, MenuCallback.filter(F.page == "help"))
    router.callback_query.register(open_language, MenuCallback.filter(F.page == "language"))
    return router
