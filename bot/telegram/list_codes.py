"""Regimes and regions in the few bytes a button has: one letter a regime, two a region."""

from bot.domain.destination import Regime, Region
from bot.domain.question import Filters
from bot.services.lists import ASIA
from bot.services.wishes import AMERICA
from bot.telegram.callbacks import ListCallback

ANY = "-"
LONGEST_STAY = 999
"""Days that can be wished."""

_REGIMES = {
    "f": Regime.VISA_FREE,
    "a": Regime.VISA_ON_ARRIVAL,
    "e": Regime.EVISA,
    "t": Regime.ETA,
    "r": Regime.VISA_REQUIRED,
    "n": Regime.NOT_ADMITTED,
}
_REGIONS = {
    "af": Region.AFRICA,
    "ca": Region.CARIBBEAN,
    "cu": Region.CAUCASUS,
    "cm": Region.CENTRAL_AMERICA,
    "cs": Region.CENTRAL_ASIA,
    "ea": Region.EAST_ASIA,
    "eu": Region.EUROPE,
    "me": Region.MIDDLE_EAST,
    "na": Region.NORTH_AMERICA,
    "oc": Region.OCEANIA,
    "sm": Region.SOUTH_AMERICA,
    "sa": Region.SOUTH_ASIA,
    "se": Region.SOUTHEAST_ASIA,
}
_REGIME_CODES = {regime: code for code, regime in _REGIMES.items()}
_REGION_CODES = {region: code for code, region in _REGIONS.items()}


def encode(filters: Filters) -> tuple[str, str, int]:
    """Return the wishes as (regime, region, days) of a list's buttons; 13 regions still fit in 64 bytes."""
    regimes = "".join(_REGIME_CODES[regime] for regime in filters.regimes)
    regions = "".join(_REGION_CODES[region] for region in filters.regions)
    return regimes or ANY, regions or ANY, min(filters.min_days or 0, LONGEST_STAY)


def decode(regime: str, region: str, days: int) -> Filters:
    """Return the wishes that a button carries; ValueError when it was not made by `encode`."""
    if not 0 <= days <= LONGEST_STAY:
        raise ValueError(f"nobody wishes {days} days")
    try:
        return Filters(
            regimes=tuple(dict.fromkeys(_REGIMES[code] for code in regime.replace(ANY, ""))),
            regions=tuple(
                dict.fromkeys(_REGIONS[region[i : i + 2]] for i in range(0, len(region.replace(ANY, "")), 2))
            ),
            min_days=days or None,
        )
    except KeyError as error:
        raise ValueError(f"no list is coded {regime!r} {region!r}") from error


def list_button(filters: Filters, page: int = 0) -> ListCallback:
    """Return what a button to a page of this list carries."""
    regime, region, days = encode(filters)
    return ListCallback(regime=regime, region=region, days=days, page=page)


REGIME_WORDS = {
    "free": Regime.VISA_FREE,
    "arrival": Regime.VISA_ON_ARRIVAL,
    "evisa": Regime.EVISA,
    "eta": Regime.ETA,
    "required": Regime.VISA_REQUIRED,
}
GROUPS = {"asia": ASIA, "america": AMERICA}
_REGION_WORDS = GROUPS | {region.lower().replace(" ", "-"): (region,) for region in Region}
_START = "list"


def payload(filters: Filters) -> str:
    """Return what a deep link to a list carries: `list_f_eu_30`, of the letters that Telegram allows there."""
    regime, region, days = encode(filters)
    return f"{_START}_{regime}_{region}_{days}"


def filters_of_payload(text: str) -> Filters | None:
    """Return the list of a deep link: what `payload` wrote, or words as `list-asia`, `list-evisa`, `list-free-europe`.

    None when it is none of these.
    """
    start, *parts = text.lower().split("_")
    if start == _START and len(parts) == 3 and parts[2].isascii() and parts[2].isdecimal() and len(parts[2]) < 4:
        try:
            return decode(parts[0], parts[1], int(parts[2]))
        except ValueError:
            return None
    return _of_words(text.lower())


def _of_words(text: str) -> Filters | None:
    if text == _START:
        return Filters((Regime.VISA_FREE,))
    if not text.startswith(f"{_START}-"):
        return None
    words = text.removeprefix(f"{_START}-")
    first, _, rest = words.partition("-")
    regime = REGIME_WORDS.get(first)
    place = rest if regime is not None else words
    if place and place not in _REGION_WORDS:
        return None
    return Filters((regime or Regime.VISA_FREE,), _REGION_WORDS.get(place, ()))
