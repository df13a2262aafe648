"""Groups: a greeting when the bot is added, silence when it is removed."""

from aiogram import F, Router
from aiogram.filters import JOIN_TRANSITION, ChatMemberUpdatedFilter
from aiogram.types import ChatMemberUpdated

from bot.domain.language import Language
from bot.i18n import Translator
from bot.telegram.views import start as views

GROUPS = {"group", "supergroup"}


async def greet(event: ChatMemberUpdated, translator: Translator, bot_name: str) -> None:
    """Say what the bot does in a group, in the language of whoever added it."""
    texts = translator[Language.guess(event.from_user.language_code)]
    reply = views.group_greeting(texts, bot_name)
    await event.answer(reply.html)


async def say_nothing(event: ChatMemberUpdated) -> None:
    """Leave without a word: there is nobody to say it to."""


def build_router() -> Router:
    """Return the routes of this feature."""
    router = Router(name="groups")
    in_group = F.chat.type.in_(GROUPS)
    router.my_chat_member.register(greet, in_group, ChatMemberUpdatedFilter(JOIN_TRANSITION))
    router.my_chat_member.register(say_nothing, in_group)
    return router
