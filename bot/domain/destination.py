"""A destination and the regime that awaits a citizen of Kazakhstan there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any


class Regime(StrEnum):
    """How one may enter; the value is the word of destinations.csv."""

    VISA_FREE = "visa_free"
    VISA_ON_ARRIVAL = "visa_on_arrival"
    EVISA = "evisa"
    ETA = "eta"
    VISA_REQUIRED = "visa_required"
    NOT_ADMITTED = "not_admitted"

    @property
    def marker(self) -> str:
        """Return the coloured sign that stands for the regime everywhere."""
        return _MARKERS[self]


_MARKERS = {
    Regime.VISA_FREE: "🟢",
    Regime.VISA_ON_ARRIVAL: "🔵",
    Regime.EVISA: "🟣",
    Regime.ETA: "🟡",
    Regime.VISA_REQUIRED: "🔴",
    Regime.NOT_ADMITTED: "⚫",
}


class Region(StrEnum):
    """A geographic region, as in destinations.csv."""

    AFRICA = "Africa"
    CARIBBEAN = "Caribbean"
    CAUCASUS = "Caucasus"
    CENTRAL_AMERICA = "Central America"
    CENTRAL_ASIA = "Central Asia"
    EAST_ASIA = "East Asia"
    EUROPE = "Europe"
    MIDDLE_EAST = "Middle East"
    NORTH_AMERICA = "North America"
    OCEANIA = "Oceania"
    SOUTH_AMERICA = "South America"
    SOUTH_ASIA = "South Asia"
    SOUTHEAST_ASIA = "Southeast Asia"


class Confidence(StrEnum):
    """How sure the sources make us ; LOW means that they differ."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class MfaGroup(StrEnum):
    """The ministry's count a destination belongs to, where that is known."""

    VISA_FREE_42 = "visa_free_42"
    VISA_REQUIRED_111 = "visa_required_111"


@dataclass(frozen=True, slots=True)
class Destination:
    """One destination's facts; column for column a row of destinations.csv.

    stay_days: days; None where there is no fixed number.
    stay_rule, conditions, agreement, notes: English phrases, translated through the phrase table.
    as_of: date of the main source. confirmed_on: the last day a source was seen to agree.
    """

    iso2: str
    iso3: str
    name_en: str
    region: Region
    regime: Regime
    stay_days: int | None
    stay_rule: str
    conditions: str
    passport_validity_months: int | None
    mfa_group: MfaGroup | None
    source_name: str
    source_url: str
    as_of: date
    confirmed_on: date
    second_source_url: str
    agreement: str
    confidence: Confidence
    notes: str

    @property
    def flag(self) -> str:
        """Return the flag emoji: two regional indicator symbols."""
        return flag(self.iso2)

    @property
    def is_schengen(self) -> bool:
        """Tell whether this is one of the 29 Schengen states."""
        return re.match(r"Schengen\b", self.notes) is not None

    @property
    def is_disputed(self) -> bool:
        """Tell whether the sources disagree, so that a card must warn."""
        return self.confidence is Confidence.LOW

    def to_texts(self) -> dict[str, str]:
        """Return it as a row of destinations.csv: every value by its column, as text."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: "" if value is None else str(value) for name, value in values.items()}

    @classmethod
    def from_texts(cls, texts: Mapping[str, str]) -> "Destination":
        """Return what `to_texts` wrote; KeyError or ValueError when it did not."""
        days, months, group = texts["stay_days"], texts["passport_validity_months"], texts["mfa_group"]
        values: dict[str, Any] = {field.name: texts[field.name] for field in fields(cls)}
        values |= {
            "region": Region(texts["region"]),
            "regime": Regime(texts["regime"]),
            "stay_days": int(days) if days else None,
            "passport_validity_months": int(months) if months else None,
            "mfa_group": MfaGroup(group) if group else None,
            "as_of": date.fromisoformat(texts["as_of"]),
            "confirmed_on": date.fromisoformat(texts["confirmed_on"]),
            "confidence": Confidence(texts["confidence"]),
        }
        return cls(**values)


def flag(iso2: str) -> str:
    """Return the flag emoji of an ISO alpha-2 code, the EU's for SCHENGEN."""
    code = "EU" if iso2 == "SCHENGEN" else iso2
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in code)
