"""Small facts for tests of services."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.domain.destination import Confidence, Destination, Regime, Region

_PLAIN = Destination(
    iso2="XX",
    iso3="XXX",
    name_en="",
    region=Region.EUROPE,
    regime=Regime.VISA_REQUIRED,
    stay_days=None,
    stay_rule="",
    conditions="",
    passport_validity_months=None,
    mfa_group=None,
    source_name="Source",
    source_url="https://example.org/",
    as_of=date(2026, 1, 1),
    confirmed_on=date(2026, 2, 17),
    second_source_url="",
    agreement="",
    confidence=Confidence.HIGH,
    notes="",
)


def destination(iso2: str, **values: Any) -> Destination:
    """Return a destination that needs a visa, with these values on top."""
    return replace(_PLAIN, **{"iso2": iso2, "iso3": iso2 + "X", "name_en": f"Name of {iso2}", **values})
