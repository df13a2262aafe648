"""Reports of one event become one draft, whichever feeds bring them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit

import structlog

from bot.domain.look import Fold, Report
from bot.domain.watch import Item, Judgement, NewsDraft
from bot.services.watch_ports import SameEvent

log = structlog.get_logger(__name__)

_TRACKING = ("utm_", "fbclid", "gclid", "yclid", "from", "ref", "amp")

Member = tuple[Item, Judgement]


@dataclass(slots=True)
class _Event:
    """An event, its reports that are known, and those that join it now."""

    draft_id: int | None
    members: list[Member]
    links: set[str] = field(init=False)
    joining: list[Report] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.links = {link_mark(item.link) for item, _ in self.members} - {""}

    def join(self, report: Report) -> None:
        self.joining.append(report)
        self.members.append((report.item, report.judgement))
        self.links |= {link_mark(report.item.link)} - {""}


@dataclass(frozen=True, slots=True)
class Folding:
    """Decides which reports are of one event."""

    same_event: SameEvent

    def __call__(self, drafts: Sequence[NewsDraft], reports: Sequence[Report]) -> list[Fold]:
        """Put each report to the draft of its event, an open one rather than a decided one, or into a new draft."""
        ordered = sorted(drafts, key=lambda draft: not draft.state.is_open)
        events = [_Event(one.id, [(source.item, one.judgement) for source in one.sources]) for one in ordered]
        for report in reports:
            event = self._event_of(report, events)
            if event is None:
                event = _Event(None, [])
                events.append(event)
            event.join(report)
        return [Fold(tuple(event.joining), event.draft_id) for event in events if event.joining]

    def _event_of(self, report: Report, events: Sequence[_Event]) -> _Event | None:
        mark = link_mark(report.item.link)
        linked = (event for event in events if mark in event.links)
        same = (event for event in events if any(self._is_same(report, member) for member in event.members))
        return next(linked, None) or next(same, None)

    def _is_same(self, report: Report, member: Member) -> bool:
        try:
            return self.same_event((report.item, report.judgement), member)
        except Exception:  # a fault in understanding must not lose the news
            log.exception("two reports could not be compared", key=report.item.key)
            return False


def link_mark(link: str) -> str:
    """Return what is the same for two addresses of one report; empty for one that names no report, as a site's own."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    asked = [(name, value) for name, value in parse_qsl(parts.query) if not name.lower().startswith(_TRACKING)]
    path = parts.path.rstrip("/")
    if not parts.hostname or not (path or asked):
        return ""
    return f"{parts.hostname.removeprefix('www.')}{path}?{urlencode(sorted(asked))}"
