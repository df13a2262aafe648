"""Which places a passport is too short for, by what the facts say of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.domain.destination import Destination, Regime
from bot.domain.passport import ValidityRule
from bot.domain.question import SCHENGEN
from bot.services.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Demand:
    """A rule and the places that have it, Schengen as one. last_day: on which a passport is long enough for it.

    is_met: whether it is on the day that was asked about.
    """

    rule: ValidityRule
    places: tuple[str, ...]
    last_day: date
    is_met: bool


def rule_for(catalogue: Catalogue, place: str) -> ValidityRule | None:
    """Return the rule of a place, None where the facts say none."""
    if place == SCHENGEN:
        states = (catalogue.destinations[one] for one in sorted(catalogue.schengen))
        return next((rule for state in states if (rule := _rule(state)) is not None), None)
    destination = catalogue.destinations.get(place)
    return None if destination is None else _rule(destination)


def is_too_short(catalogue: Catalogue, place: str, expires: date, first: date, last: date) -> bool | None:
    """Tell whether a passport is too short for a trip; None where the facts don't say and it outlasts the trip."""
    rule = rule_for(catalogue, place)
    if rule is None:
        return True if expires < last else None
    return not rule.is_met(expires, first, last)


def demands(catalogue: Catalogue, expires: date, day: date) -> tuple[Demand, ...]:
    """Return every rule the facts know, the longest first, and whether a passport is long enough on a day."""
    found: dict[ValidityRule, list[str]] = {}
    for place in _places(catalogue):
        if (rule := rule_for(catalogue, place)) is not None:
            found.setdefault(rule, []).append(place)
    return tuple(
        Demand(rule, tuple(places), rule.last_day(expires), rule.is_met(expires, day, day))
        for rule, places in sorted(found.items(), reverse=True)
    )


def too_short_for(demanded: Iterable[Demand]) -> tuple[str, ...]:
    """Return the places of the rules that are not met."""
    return tuple(place for one in demanded if not one.is_met for place in one.places)


def _places(catalogue: Catalogue) -> tuple[str, ...]:
    admitting = (one for one in catalogue.destinations.values() if one.regime is not Regime.NOT_ADMITTED)
    return (SCHENGEN, *sorted(one.iso2 for one in admitting if one.iso2 not in catalogue.schengen))


def _rule(destination: Destination) -> ValidityRule | None:
    months = destination.passport_validity_months
    return ValidityRule(months, after_leaving=destination.is_schengen) if months else None
