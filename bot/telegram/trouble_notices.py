"""Tells the owners that data can't be kept, and that it can again; `Tell` of bot.services.troubles."""

from dataclasses import dataclass
from functools import partial

from bot.domain.trouble import Cause, Part
from bot.domain.user import Role
from bot.i18n import Texts
from bot.telegram.notices import Notices
from bot.telegram.reply import Reply
from bot.telegram.views import troubles as views


@dataclass(frozen=True, slots=True)
class TroubleNotices:
    """One message an owner when something begins to fail, one when it is over."""

    notices: Notices

    async def tell(self, part: Part, cause: Cause | None) -> None:
        """Tell every owner; Telegram's error when none of them could be reached."""
        await self.notices.tell_owners(partial(_draw, part, cause))


def _draw(part: Part, cause: Cause | None, texts: Texts, _: Role) -> Reply:
    return views.over(texts, part) if cause is None else views.begun(texts, part, cause)
