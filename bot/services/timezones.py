"""Time zones as people name them: a city, a country, an IANA name, «+3»."""

import re
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from babel.core import get_global
from rapidfuzz import fuzz, process

from bot.domain.language import Language

HOME = "Asia/Almaty"
"""All of Kazakhstan keeps one time, UTC+5, since 1 March 2024."""

OFFERED = (HOME, "Europe/Moscow", "Europe/Istanbul", "Asia/Dubai", "Europe/Berlin", "Europe/London", "Asia/Seoul")
"""The zones on buttons: home, and where most of those who are away live."""

_CITIES = """
астана нур-султан шымкент караганда қарағанды тараз павлодар усть-каменогорск өскемен семей туркестан түркістан
петропавловск петропавл кокшетау көкшетау талдыкорган талдықорған экибастуз екібастұз жезказган жезқазған уральск
"""
_AT_HOME = frozenset(_CITIES.split())
"""Cities of Kazakhstan that no zone is named after."""

_OFFSET = re.compile(r"(?:utc|gmt|мск)?\s*([+\-−–])\s*(\d{1,2})(?::?([03]0|45))?", re.IGNORECASE)


def find_timezone(text: str, country: str | None, moment: datetime) -> str | None:
    """Return the IANA name of the zone a person means, None when it can't be told.

    country: ISO code of the place understood in the text, for those named by no zone of their own (Пхукет);
    it counts only where the whole country keeps one time at this moment (aware).
    """
    wanted = _fold(text)
    if text.strip().casefold() in _AT_HOME:
        return HOME
    return (
        _by_offset(wanted, moment)
        or _names().get(wanted)
        or _of_country(country, moment)
        or (_nearest(wanted) if len(wanted) >= 4 else None)
    )


def offset(zone: str, moment: datetime) -> str:
    """Return the zone's distance from UTC at this moment: `UTC+5`, `UTC−3:30`, `UTC`."""
    minutes = round(_distance(zone, moment).total_seconds() / 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")


def city(zone: str, language: Language) -> str:
    """Return the city a zone is named after, in the language; empty when it is named after none."""
    if zone.startswith("Etc/"):
        return ""
    known = Locale.parse(language.value).time_zones.get(zone) or {}
    return str(known.get("city") or zone.rpartition("/")[2].replace("_", " "))


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Return every name of every zone, folded; of several with one name the last wins."""
    zones = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "posix")))
    found = {_fold(zone.rpartition("/")[2]): zone for zone in zones}
    for code in ("en", *Language):
        for zone, names in Locale.parse(code).time_zones.items():
            if names.get("city") and zone in zones:
                found[_fold(str(names["city"]))] = zone
    return found | {_fold(zone): zone for zone in zones}


def _by_offset(text: str, moment: datetime) -> str | None:
    match = _OFFSET.fullmatch(text)
    if match is None:
        return None
    sign, hours, minutes = match.groups()
    wanted = timedelta(hours=int(hours), minutes=int(minutes or 0)) * (1 if sign == "+" else -1)
    if text.startswith("мск"):
        wanted += timedelta(hours=3)
    return _zone_at(wanted, moment)


def _zone_at(wanted: timedelta, moment: datetime) -> str | None:
    if wanted == _distance(HOME, moment):
        return HOME
    hours = round(wanted.total_seconds() / 3600)
    whole = f"Etc/GMT{-hours:+}"  # POSIX counts westwards: Etc/GMT-3 is UTC+3
    if wanted == timedelta(hours=hours) and whole in available_timezones():
        return whole
    return next((zone for zone in sorted(set(_names().values())) if _distance(zone, moment) == wanted), None)


def _of_country(country: str | None, moment: datetime) -> str | None:
    if country == "KZ":
        return HOME
    zones = [zone for zone in get_global("territory_zones").get(country or "", ()) if zone in available_timezones()]
    return zones[0] if len({_distance(zone, moment) for zone in zones}) == 1 else None


def _nearest(text: str) -> str | None:
    best = process.extractOne(text, _names().keys(), scorer=fuzz.ratio, score_cutoff=85)
    return None if best is None else _names()[best[0]]


def _distance(zone: str, moment: datetime) -> timedelta:
    return moment.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").replace("_", " ").replace("-", " - ").split())
