"""Regimes and regions in the few bytes a button has: one letter a regime, two a region."""

from bot.domain.destination import Regime, Region
from bot.domain.question import Filters
from bot.telegram.callbacks import ListCallback

ANY = "-"

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
    return regimes or ANY, regions or ANY, filters.min_days or 0


def decode(regime: str, region: str, days: int) -> Filters:
    """Return the wishes that a button carries; ValueError when it was not made by `encode`."""
    try:
        return Filters(
            regimes=tuple(_REGIMES[code] for code in regime.replace(ANY, "")),
            regions=tuple(_REGIONS[region[i : i + 2]] for i in range(0, len(region.replace(ANY, "")), 2)),
            min_days=days or None,
        )
    except KeyError as error:
        raise ValueError(f"no list is coded {regime!r} {region!r}") from error


def list_button(filters: Filters, page: int = 0) -> ListCallback:
    """Return what a button to a page of this list carries."""
    regime, region, days = encode(filters)
    return ListCallback(regime=regime, region=region, days=days, page=page)
