"""All facts as read from the database in one go; bot.services.catalogue makes them fit for answering."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.destination import Destination, Regime
from bot.domain.howto import Howto
from bot.domain.language import Language
from bot.domain.talks import PartialDate, PeerStep, StageInfo, TalksEvent, TalksTopic

ALIAS = "alias"
"""The kind of names that editors added."""

TALKS = "talks"
"""The subject under which the last look at the talks' sources is kept."""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name of a place in one language.

    iso2: ISO code, SCHENGEN or EU. language: `ru`, `kk`, `en` or `translit`.
    kind: `cldr` and `usual` for territories' names, else what the name is of: country, capital, city, resort …
    """

    iso2: str
    name: str
    language: str
    kind: str


@dataclass(frozen=True, slots=True)
class RegimeChange:
    """A change of a regime in the past; the same regime before and after is a change of days or conditions.

    old: None where it is not known.
    """

    iso2: str
    date: PartialDate
    old: Regime | None
    new: Regime
    stay_days: int | None
    source_url: str
    note: str


@dataclass(frozen=True, slots=True)
class SourceCheck:
    """When the sources of a subject were last looked at, and the date of the newest report found."""

    checked_on: date
    newest_report: date


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the answers rest on, of one revision.

    events: newest first, without withdrawn ones. changes: newest first. stages, topics: in their order.
    phrases: translations of the English facts by their exact text. checks: by subject (`talks`, `destinations` …).
    """

    revision: int
    destinations: tuple[Destination, ...]
    names: tuple[PlaceName, ...]
    howto: tuple[Howto, ...]
    phrases: Mapping[str, Mapping[Language, str]]
    events: tuple[TalksEvent, ...]
    stages: tuple[StageInfo, ...]
    peers: tuple[PeerStep, ...]
    topics: tuple[TalksTopic, ...]
    changes: tuple[RegimeChange, ...]
    checks: Mapping[str, SourceCheck]
