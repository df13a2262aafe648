"""Wishes about where to go: how many destinations meet them, and which one to give up when none does."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.destination import Destination, Regime, Region
from bot.domain.question import Filters
from bot.services.catalogue import Catalogue
from bot.services.lists import ASIA, meets

STAYS = (14, 30, 60, 90)
"""Stays in days that people choose from."""

AMERICA = (Region.NORTH_AMERICA, Region.CENTRAL_AMERICA, Region.SOUTH_AMERICA, Region.CARIBBEAN)
EASY = (Regime.VISA_FREE, Regime.VISA_ON_ARRIVAL)
ELECTRONIC = (Regime.EVISA, Regime.ETA)
WITHOUT_EMBASSY = (*EASY, *ELECTRONIC)


class Wish(StrEnum):
    """What a wish is about."""

    DAYS = "days"
    REGIME = "regime"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Loosening:
    """Wishes of which one is less strict, so that something meets them."""

    wish: Wish
    filters: Filters
    count: int


def count(catalogue: Catalogue, filters: Filters) -> int:
    """Return how many destinations meet the wishes."""
    return sum(meets(one, filters) for one in catalogue.destinations.values())


def without_stay(catalogue: Catalogue, filters: Filters) -> int:
    """Return how many would meet the wishes, were it known how long one may stay there."""
    if filters.min_days is None:
        return 0
    return sum(one.stay_days is None for one in _meeting(catalogue, replace(filters, min_days=None)))


def loosenings(catalogue: Catalogue, filters: Filters) -> tuple[Loosening, ...]:
    """Return for each wish how little less of it lets something through; none for wishes that alone change nothing."""
    found = (_first(catalogue, wish, weaker) for wish, weaker in _weaker(filters))
    return tuple(one for one in found if one is not None)


def _first(catalogue: Catalogue, wish: Wish, weaker: Iterator[Filters]) -> Loosening | None:
    for filters in weaker:
        if found := count(catalogue, filters):
            return Loosening(wish, filters, found)
    return None


def _weaker(filters: Filters) -> Iterator[tuple[Wish, Iterator[Filters]]]:
    """Yield for each wish what is less strict, the nearest first."""
    yield Wish.DAYS, _shorter(filters)
    yield Wish.REGIME, _laxer(filters)
    yield Wish.REGION, _wider(filters)


def _shorter(filters: Filters) -> Iterator[Filters]:
    if filters.min_days is None:
        return
    for days in (*(stay for stay in reversed(STAYS) if stay < filters.min_days), None):
        yield replace(filters, min_days=days)


def _laxer(filters: Filters) -> Iterator[Filters]:
    if not filters.regimes:
        return
    for regimes in (EASY, WITHOUT_EMBASSY, ()):
        if not regimes or set(filters.regimes) < set(regimes):
            yield replace(filters, regimes=regimes)


def _wider(filters: Filters) -> Iterator[Filters]:
    if not filters.regions:
        return
    for regions in (ASIA, AMERICA, ()):
        if not regions or set(filters.regions) < set(regions):
            yield replace(filters, regions=regions)


def _meeting(catalogue: Catalogue, filters: Filters) -> list[Destination]:
    return [one for one in catalogue.destinations.values() if meets(one, filters)]
