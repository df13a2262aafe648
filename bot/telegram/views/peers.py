"""How long other countries' agreements with the EU took, beside Kazakhstan's so far."""

from bot.domain.destination import flag
from bot.i18n import Html, Texts
from bot.services.catalogue import Catalogue
from bot.services.talks import Talks
from bot.services.talks_peers import Peer, Peers, Span
from bot.services.talks_state import TalksState
from bot.telegram.callbacks import TalksCallback
from bot.telegram.keyboards import button, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.sources import source_links

HOME = "KZ"
UNKNOWN = "–"


def peers(talks: Talks, catalogue: Catalogue, texts: Texts) -> Reply:
    """Return each country's way in days, the quickest first, and the range in months."""
    found, state = talks.peers(), talks.state()
    lines = [
        texts("peers-title"),
        *_range(texts, found),
        "",
        f"<i>{texts('peers-legend')}</i>",
        *[line for peer in found.countries for line in _country(catalogue, texts, peer)],
        "",
        *_home(catalogue, texts, state, found),
        texts("peers-caveat"),
        "",
        texts("topic-sources", sources=_sources(catalogue, texts, found)),
    ]
    return Reply("\n".join(lines), keyboard([button(texts.plain("button-back"), TalksCallback(page="status"))]))


def _range(texts: Texts, found: Peers) -> list[str]:
    if found.range_in_months is None:
        return []
    shortest, longest = found.range_in_months
    arguments = {"from": shortest, "to": longest, "count": len(found.full)}
    return [texts("peers-range", **arguments)]


def _country(catalogue: Catalogue, texts: Texts, peer: Peer) -> list[str]:
    name = f"{flag(peer.iso2)} {catalogue.name(peer.iso2, texts.language)}"
    spans = " → ".join(map(_days, peer.spans))
    if peer.whole is not None:
        return [texts("peers-country", country=name, months=peer.whole.months), spans]
    if peer.entered is None:
        return [name, spans]
    return [texts("peers-country-part", country=name, date=texts.short_date(peer.entered)), spans]


def _days(span: Span | None) -> str:
    if span is None:
        return UNKNOWN
    return str(span.days) if span.exact else f"≈{span.days}"


def _home(catalogue: Catalogue, texts: Texts, state: TalksState, found: Peers) -> list[str]:
    until_launch, since_launch = state.days_from_mandate_to_launch, state.days_since_launch
    if until_launch is None or since_launch is None:
        return []
    home = f"{flag(HOME)} {catalogue.name(HOME, texts.language)}"
    lines: list[str] = [texts("peers-kazakhstan", country=home, first=str(until_launch), second=str(since_launch))]
    passed = [catalogue.name(peer.iso2, texts.language) for peer in found.initialled_within(since_launch)]
    if passed and not state.is_past_initialling:
        lines.append(texts("peers-passed", countries=", ".join(passed)))
    return lines


def _sources(catalogue: Catalogue, texts: Texts, found: Peers) -> Html:
    links = [source_links((peer.source_url,), catalogue.name(peer.iso2, texts.language)) for peer in found.countries]
    return Html(", ".join(links))
