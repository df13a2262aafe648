"""The time, in one place so that tests can hold it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)


def today(timezone: str = "Asia/Almaty") -> date:
    """Return the day it is where most people are."""
    return datetime.now(ZoneInfo(timezone)).date()
