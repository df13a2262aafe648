"""What happened in the talks: all events, newest first, and one at a time."""

from enum import StrEnum
from html import escape

from bot.domain.destination import Confidence
from bot.domain.talks import PAUSES, Stage, TalksEvent
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.talks import Talks
from bot.telegram.callbacks import EventCallback, TalksCallback
from bot.telegram.desk_callbacks import EventDeskCallback
from bot.telegram.keyboards import Row, button, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.sources import source_links
from bot.telegram.views.talks import back_to_status, source_name
from bot.telegram.views.talks_stepper import stage_title

PAGE = 6


class Kind(StrEnum):
    """Which events are shown; the values are the pages of `TalksCallback`."""

    ALL = "timeline"
    STEPS = "steps"
    STATEMENTS = "statements"

    def holds(self, event: TalksEvent) -> bool:
        """Tell whether an event is of this kind."""
        return self is Kind.ALL or (event.moves if self is Kind.STEPS else event.is_statement)


def timeline(talks: Talks, catalogue: Catalogue, texts: Texts, offset: int = 0, kind: Kind = Kind.ALL) -> Reply:
    """Return a page of the events, newest first. offset: events passed over; past the end is the last page."""
    events = tuple(event for event in talks.timeline() if kind.holds(event))
    last = max(0, (len(events) - 1) // PAGE)
    page = min(max(offset, 0) // PAGE, last)
    shown = events[page * PAGE : (page + 1) * PAGE]
    lines = [
        texts(f"timeline-title-{kind.name.lower()}", count=len(events)),
        texts(f"timeline-legend-{kind.name.lower()}"),
        "",
        *[_line(catalogue, texts, number, event) for number, event in enumerate(shown, 1)],
    ]
    opening = [button(str(number), EventCallback(id=event.id)) for number, event in enumerate(shown, 1)]
    return Reply(
        "\n".join(lines), keyboard(opening, _pager(page, last, kind), _kinds(texts, kind), [back_to_status(texts)])
    )


def event_page(talks: Talks, catalogue: Catalogue, texts: Texts, event: TalksEvent, *, is_owner: bool = False) -> Reply:
    """Return an event with its details and sources. is_owner: with what an owner may do to it."""
    lines = [
        texts("event-title", title=event.titles[texts.language], date=texts.long_date(event.date)),
        "",
        _stage_line(catalogue, texts, event),
        *_details(texts, event),
        "",
        texts("event-sources", sources=source_links(event.source_urls, source_name(catalogue, texts, event))),
    ]
    offset = next((number for number, one in enumerate(talks.timeline()) if one.id == event.id), 0)
    back = button(texts.plain("button-timeline"), TalksCallback(page="timeline", offset=offset))
    desk = _desk_rows(texts, event) if is_owner else []
    return Reply("\n".join(lines), keyboard(*desk, [back, back_to_status(texts)]))


def event_gone(texts: Texts) -> Reply:
    """Return that an event was taken back."""
    return Reply(texts("event-gone"), keyboard([back_to_status(texts)]))


def _line(catalogue: Catalogue, texts: Texts, number: int, event: TalksEvent) -> str:
    return texts(
        "timeline-event-moves" if event.moves else "timeline-event",
        number=str(number),
        date=texts.short_date(event.date),
        title=event.titles[texts.language],
        source=source_links(event.source_urls[:1]),
    )


def _kinds(texts: Texts, shown: Kind) -> Row:
    return [
        button(texts.plain(f"button-timeline-{kind.name.lower()}"), TalksCallback(page=kind))
        for kind in Kind
        if kind is not shown
    ]


def _pager(page: int, last: int, kind: Kind) -> Row:
    if not last:
        return []
    previous, following = (page - 1) % (last + 1), (page + 1) % (last + 1)
    return [
        button("◀️", TalksCallback(page=kind, offset=previous * PAGE)),
        button(f"{page + 1} / {last + 1}", TalksCallback(page=kind, offset=page * PAGE)),
        button("▶️", TalksCallback(page=kind, offset=following * PAGE)),
    ]


def _stage_line(catalogue: Catalogue, texts: Texts, event: TalksEvent) -> str:
    if event.stage is Stage.CONTEXT:
        return texts("event-context")
    if event.stage in PAUSES:
        return texts(f"event-{event.stage}")
    key = "event-moved" if event.moves else "event-statement"
    return texts(key, stage=stage_title(catalogue, texts, event.stage))


def _details(texts: Texts, event: TalksEvent) -> list[str]:
    lines = []
    if details := event.details.get(texts.language, ""):
        lines += ["", escape(details, quote=False)]
    if event.confidence != Confidence.HIGH:
        lines += ["", texts("event-unsure")]
    return lines


def _desk_rows(texts: Texts, event: TalksEvent) -> list[Row]:
    return [
        [
            button(texts.plain("button-event-correct"), EventDeskCallback(act="correct", id=event.id)),
            button(texts.plain("button-event-withdraw"), EventDeskCallback(act="withdraw", id=event.id)),
        ]
    ]
