"""Lists of destinations by wish."""

from bot.domain.destination import Destination, MfaGroup, Regime, Region
from bot.domain.language import Language
from bot.domain.question import Filters, Intent, Question
from bot.services.catalogue import Catalogue

MINISTRY_VISA_FREE = 42
MINISTRY_VISA_REQUIRED = 111
"""The ministry's own counts, as of 2 November 2025; only part of the first is identified (SOURCES.md)."""

ASIA = (Region.CENTRAL_ASIA, Region.EAST_ASIA, Region.MIDDLE_EAST, Region.SOUTH_ASIA, Region.SOUTHEAST_ASIA)
"""What people mean by Asia, in the order of the alphabet, as understanding gives it."""

_ALPHABETS = {
    Language.RU: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    Language.KK: "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
}


def select(catalogue: Catalogue, filters: Filters, language: Language) -> tuple[Destination, ...]:
    """Return the destinations that meet the wishes, in alphabetical order of the language."""
    found = [d for d in catalogue.destinations.values() if meets(d, filters)]
    return tuple(sorted(found, key=lambda d: sort_key(catalogue.name(d.iso2, language), language)))


def list_filters(question: Question) -> Filters:
    """Return the wishes of a question for a list; without a regime it is for the visa-free or for those with a visa."""
    wishes = question.filters
    if wishes.regimes:
        return wishes
    regime = Regime.VISA_REQUIRED if question.intent is Intent.LIST_REQUIRED else Regime.VISA_FREE
    return Filters((regime,), wishes.regions, wishes.min_days)


def meets(destination: Destination, filters: Filters) -> bool:
    """Tell whether a destination meets the wishes; an unknown stay meets no wish of days."""
    if filters.regimes and destination.regime not in filters.regimes:
        return False
    if filters.regions and destination.region not in filters.regions:
        return False
    return filters.min_days is None or (destination.stay_days or 0) >= filters.min_days


def sort_key(name: str, language: Language) -> tuple[int, ...]:
    """Return a key that orders names by the language's own alphabet (Kazakh ә follows а, not я)."""
    alphabet = _ALPHABETS[language]
    return tuple(alphabet.find(letter) for letter in name.lower())


def count_by_regime(catalogue: Catalogue) -> dict[Regime, int]:
    """Return how many destinations each regime has."""
    regimes = [d.regime for d in catalogue.destinations.values()]
    return {regime: regimes.count(regime) for regime in Regime if regime in regimes}


def identified_of_ministry(catalogue: Catalogue) -> int:
    """Return how many of the ministry's visa-free states are identified."""
    return sum(d.mfa_group is MfaGroup.VISA_FREE_42 for d in catalogue.destinations.values())


def regions_of(catalogue: Catalogue, regimes: tuple[Regime, ...]) -> tuple[Region, ...]:
    """Return the regions that such a list has entries in, most first."""
    chosen = [d.region for d in catalogue.destinations.values() if not regimes or d.regime in regimes]
    return tuple(sorted(set(chosen), key=lambda region: (-chosen.count(region), region)))
