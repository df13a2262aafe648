"""The weekly list of facts that a person should look at: old, conflicting, without a source."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.services.catalogue import CatalogueHolder
from bot.services.destinations import Destinations
from bot.telegram.notices import Notices
from bot.telegram.views.destinations import ageing

HOUR = 10
"""When it is due on a Monday; later that day where the bot was down."""
CHORE = "tell of old facts"
_MOMENT = timedelta(milliseconds=1)
"""As exact as the database keeps moments: what was told at ten sharp was told."""


class Chores(Protocol):
    """Who keeps when it was told last."""

    async def claim(self, name: str, every: timedelta, at: datetime) -> bool:
        """Tell whether a chore is due, and take it."""
        ...


@dataclass(frozen=True, slots=True)
class AgeingList:
    """Tells the editors, once a week however often it is called and by however many processes."""

    notices: Notices
    destinations: Destinations
    holder: CatalogueHolder
    chores: Chores

    async def tell(self, now: datetime) -> bool:
        """Send the list if it was not sent since the last Monday at ten; tell whether it was. now: local time."""
        concerned = await self.destinations.concerned()
        since = now - last_due(now) + _MOMENT
        if not concerned or not await self.chores.claim(CHORE, since, now):
            return False
        catalogue = self.holder.current
        await self.notices.tell(lambda texts, _: ageing(catalogue, texts, concerned))
        return True


def last_due(now: datetime) -> datetime:
    """Return the last Monday at ten up to this moment."""
    monday = (now - timedelta(days=now.weekday())).replace(hour=HOUR, minute=0, second=0, microsecond=0)
    return monday if monday <= now else monday - timedelta(days=7)
