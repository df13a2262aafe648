"""The draft an admin works on: found by a button or by the conversation, checked at every step."""

from typing import Any

from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.clock import now
from bot.domain.user import User
from bot.i18n import Texts
from bot.services.broadcasts import Broadcasts
from bot.services.catalogue import Catalogue
from bot.settings import Settings
from bot.telegram.desk_callbacks import DraftCallback
from bot.telegram.views.broadcasts import Desk


class Composing(StatesGroup):
    """What the next message of an admin is. panel: none is expected; anew: the first one of another draft."""

    content = State()
    anew = State()
    links = State()
    when = State()
    country = State()
    days = State()
    panel = State()


class DraftOf(Filter):
    """Lets a button or a message through whose draft can still be changed, and gives it as `draft`."""

    async def __call__(
        self,
        event: Message | CallbackQuery,
        broadcasts: Broadcasts,
        user: User,
        state: FSMContext,
        callback_data: DraftCallback | None = None,
    ) -> bool | dict[str, Any]:
        """Find the draft: the button's own, else that of the conversation."""
        number = callback_data.draft if callback_data else (await state.get_data()).get("draft", 0)
        draft = await broadcasts.find(number, user.telegram_id)
        return False if draft is None else {"draft": draft}


class DeskOf(Filter):
    """Gives `desk`, what the pages of the desk are drawn with."""

    async def __call__(
        self, event: Message | CallbackQuery, texts: Texts, catalogue: Catalogue, settings: Settings
    ) -> dict[str, Any]:
        """Lay the desk."""
        return {"desk": Desk(texts, catalogue, settings.zone, now(), channel=bool(settings.channel_id))}
