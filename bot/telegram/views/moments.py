"""Moments and spans in words."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.i18n import Texts


def moment_in_words(texts: Texts, moment: datetime, zone: ZoneInfo, now: datetime) -> str:
    """Return a moment with its day in words and how far it is: «25 ноября 2026, 18:00 — через 2 дня»."""
    local = moment.astimezone(zone)
    clock = texts("moment", date=texts.long_date(local.date()), time=f"{local:%H:%M}")
    minutes = round((moment - now).total_seconds() / 60)
    return clock if minutes < 1 else texts("moment-ahead", moment=clock, span=span_in_words(texts, minutes * 60))


def span_in_words(texts: Texts, seconds: float) -> str:
    """Return a span in its largest unit: «20 секунд», «5 минут», «3 часа», «2 дня»."""
    count, unit = span(seconds)
    return texts.plain(f"span-{unit}", count=count)


def span(seconds: float) -> tuple[int, str]:
    """Return a span as (amount, unit): `days`, `hours`, `minutes` or `seconds`, whichever says it well."""
    for unit, size, least in (("days", 86400, 2 * 86400), ("hours", 3600, 2 * 3600), ("minutes", 60, 90)):
        if seconds >= least:
            return round(seconds / size), unit
    return max(1, round(seconds)), "seconds"
