"""Which day it is where a person is, as SQL."""

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

import sqlalchemy as sa

from bot.db.schema import users

HOME = ZoneInfo("Asia/Almaty")
"""The zone of people who set none: no more than the end of a trip hangs on it."""


def local_day(moment: datetime) -> sa.ColumnElement[date]:
    """Return the day of a moment in a person's time zone: two or three days are possible at any moment."""
    home = moment.astimezone(HOME).date()
    others: dict[date, list[str]] = {}
    for zone in _zones():
        day = moment.astimezone(zone).date()
        if day != home:
            others.setdefault(day, []).append(zone.key)
    if not others:
        return sa.literal(home, sa.Date)
    cases = [(users.c.timezone.in_(names), sa.literal(day, sa.Date)) for day, names in others.items()]
    return sa.case(*cases, else_=sa.literal(home, sa.Date))


@lru_cache(maxsize=1)
def _zones() -> tuple[ZoneInfo, ...]:
    return tuple(ZoneInfo(name) for name in sorted(available_timezones()))  # found by walking through many files
