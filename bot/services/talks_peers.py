"""How long other countries' agreements with the EU took, computed from their dates."""

from dataclasses import dataclass

from bot.domain.talks import PartialDate, PeerStep, Stage
from bot.services.catalogue import Catalogue

SPANS = (
    (Stage.MANDATE, Stage.LAUNCH),
    (Stage.LAUNCH, Stage.INITIALLING),
    (Stage.INITIALLING, Stage.SIGNATURE),
    (Stage.SIGNATURE, Stage.ENTRY_INTO_FORCE),
)
DAYS_A_MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time in days. exact: False where a source gives only the month of an end."""

    days: int
    exact: bool = True

    @property
    def months(self) -> int:
        """Return the length in whole months, rounded."""
        return round(self.days / DAYS_A_MONTH)


@dataclass(frozen=True, slots=True)
class Peer:
    """One country's agreement.

    spans: as SPANS, None where a date is missing. whole: from launch to entry into force, whose date is `entered`.
    """

    iso2: str
    spans: tuple[Span | None, ...]
    whole: Span | None
    entered: PartialDate | None
    source_url: str


@dataclass(frozen=True, slots=True)
class Peers:
    """The countries, the quickest first, those without all dates last."""

    countries: tuple[Peer, ...]

    @property
    def full(self) -> tuple[Peer, ...]:
        """Return those whose whole way is known."""
        return tuple(peer for peer in self.countries if peer.whole is not None)

    @property
    def range_in_months(self) -> tuple[int, int] | None:
        """Return the shortest and the longest way from launch to entry into force; None when none is known."""
        months = [peer.whole.months for peer in self.countries if peer.whole is not None]
        return (min(months), max(months)) if months else None

    def initialled_within(self, days: int) -> tuple[Peer, ...]:
        """Return those that came from launch to initialling in fewer days."""
        return tuple(peer for peer in self.countries if (span := peer.spans[1]) is not None and span.days < days)


def peers_of(catalogue: Catalogue) -> Peers:
    """Return the countries of these facts for which at least one length of time is known."""
    partners = dict.fromkeys(step.partner for step in catalogue.peers)
    found = [_peer(iso2, [step for step in catalogue.peers if step.partner == iso2]) for iso2 in partners]
    known = [peer for peer in found if any(peer.spans)]
    return Peers(tuple(sorted(known, key=lambda peer: (peer.whole is None, peer.whole.days if peer.whole else 0))))


def _peer(iso2: str, steps: list[PeerStep]) -> Peer:
    dates = {step.stage: step.date for step in steps if step.date is not None}
    return Peer(
        iso2=iso2,
        spans=tuple(_span(dates.get(start), dates.get(end)) for start, end in SPANS),
        whole=_span(dates.get(Stage.LAUNCH), dates.get(Stage.ENTRY_INTO_FORCE)),
        entered=dates.get(Stage.ENTRY_INTO_FORCE),
        source_url=steps[0].source_url,
    )


def _span(start: PartialDate | None, end: PartialDate | None) -> Span | None:
    if start is None or end is None or not (start.month and end.month):
        return None
    return Span((end.first_day - start.first_day).days, exact=bool(start.day and end.day))
