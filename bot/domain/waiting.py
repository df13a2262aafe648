"""When a person wants to be written to: quiet hours and digests."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.user import Cadence, QuietHours

DIGEST_AT = time(9)
"""Local time at which digests leave; weekly ones on Mondays."""


def release_time(now: datetime, zone: ZoneInfo, cadence: Cadence, quiet: QuietHours | None) -> datetime | None:
    """Return the moment (UTC) until which a message waits, None when it may leave now.

    now: aware. A digest that falls into quiet hours waits for their end.
    """
    moment = _digest_after(now.astimezone(zone), cadence)
    if quiet is not None and quiet.cover(moment.time()):
        moment = _end_of_quiet(moment, quiet)
    return moment.astimezone(UTC) if moment > now else None


def _digest_after(local: datetime, cadence: Cadence) -> datetime:
    if cadence is Cadence.AT_ONCE:
        return local
    day = local.replace(hour=DIGEST_AT.hour, minute=DIGEST_AT.minute, second=0, microsecond=0)
    if day <= local:
        day += timedelta(days=1)
    while cadence is Cadence.WEEKLY and day.weekday() != 0:
        day += timedelta(days=1)
    return day


def _end_of_quiet(local: datetime, quiet: QuietHours) -> datetime:
    end = local.replace(hour=quiet.end.hour, minute=quiet.end.minute, second=0, microsecond=0)
    return end if end > local else end + timedelta(days=1)
