"""What the understanding is given: the names of places, and what a chat was just about."""

from dataclasses import dataclass

from bot.domain.language import Language


@dataclass(frozen=True, slots=True)
class PlaceName:
    """One name of a place.

    iso2: ISO code or SCHENGEN. language: ru, kk, en or translit. kind: country, capital, city, resort, colloquial,
    abbr, short, former or region.
    """

    iso2: str
    name: str
    language: str
    kind: str


@dataclass(frozen=True, slots=True)
class Context:
    """What the chat was just about: makes follow-ups work («а на сколько дней?», «ал құжаттар?»)."""

    places: tuple[str, ...] = ()
    language: Language | None = None
