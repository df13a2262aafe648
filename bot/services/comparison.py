"""Places side by side: what there is to compare, which is easier to enter, which lets one stay longer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.destination import Regime
from bot.domain.howto import Howto
from bot.domain.language import Language
from bot.domain.question import SCHENGEN, Practical
from bot.domain.stay_rule import StayRule, parse_stay_rule
from bot.services.catalogue import Catalogue
from bot.understanding.popular import POPULAR

MOST_SIDES = 3
"""Places that fit side by side on a phone."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the places compared.

    days: the longest stay, on a visa where the facts say so; None where it is not known. rule: how days are counted.
    months: how long the passport must be valid. fee, processing: the answers, None where they are not known.
    """

    place: str
    regime: Regime
    days: int | None
    rule: StayRule | None
    months: int | None
    confirmed_on: date
    fee: Howto | None
    processing: Howto | None


def side_of(catalogue: Catalogue, place: str) -> Side | None:
    """Return a place to compare, Schengen as any of its states; None where there are no facts."""
    states = sorted(catalogue.schengen)
    destination = catalogue.destinations.get(states[0] if place == SCHENGEN and states else place)
    if destination is None:
        return None
    rule = parse_stay_rule(destination.stay_rule)
    days = destination.stay_days or (rule.total if rule is not None and rule.on_visa else None)
    confirmed = [catalogue.destinations[code].confirmed_on for code in states] if place == SCHENGEN else []
    return Side(
        place=place,
        regime=destination.regime,
        days=days,
        rule=rule,
        months=destination.passport_validity_months,
        confirmed_on=min(confirmed, default=destination.confirmed_on),
        fee=_answer(catalogue, place, Practical.FEE),
        processing=_answer(catalogue, place, Practical.PROCESSING_TIME),
    )


def sides_of(catalogue: Catalogue, places: Sequence[str]) -> tuple[Side, ...]:
    """Return the places to compare, each once, as many as fit side by side."""
    found = [side for place in dict.fromkeys(places) if (side := side_of(catalogue, place)) is not None]
    return tuple(found[:MOST_SIDES])


def easier(sides: Sequence[Side]) -> tuple[Side, ...]:
    """Return those that are easier to enter than the others; none where all are alike."""
    ranks = [tuple(Regime).index(side.regime) for side in sides]
    best = [side for side, rank in zip(sides, ranks, strict=True) if rank == min(ranks)]
    return tuple(best) if len(best) < len(sides) else ()


def longer(sides: Sequence[Side]) -> tuple[Side, ...]:
    """Return those that let one stay longer than the others; none where all are alike or one is not known."""
    if any(side.days is None for side in sides):
        return ()
    most = max(side.days or 0 for side in sides)
    best = [side for side in sides if side.days == most]
    return tuple(best) if len(best) < len(sides) else ()


def is_one_area(catalogue: Catalogue, sides: Sequence[Side]) -> bool:
    """Tell whether one visa and one rule serve all of them: they are in Schengen."""
    return all(side.place == SCHENGEN or side.place in catalogue.schengen for side in sides)


def similar(catalogue: Catalogue, places: Sequence[str], language: Language, count: int) -> tuple[str, ...]:
    """Return places that others may be compared with: of the same region first, then where people go most."""
    regions = {catalogue.destinations[place].region for place in places if place in catalogue.destinations}
    others = [one for one in catalogue.destinations.values() if one.iso2 not in places]

    def nearness(iso2: str) -> tuple[bool, bool, str]:
        is_near = catalogue.destinations[iso2].region in regions
        return not is_near, iso2 not in POPULAR, catalogue.name(iso2, language)

    near = sorted((one.iso2 for one in others), key=nearness)
    return tuple(near[:count])


def _answer(catalogue: Catalogue, place: str, practical: Practical) -> Howto | None:
    found = catalogue.howto_for(place, practical)
    return None if found is None else found[0]
