"""A look at a feed on its way to the database: how it went, and what it brought that concerns the editors."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.watch import FeedKind, Item, Judgement, NewsDraft, Outcome


@dataclass(frozen=True, slots=True)
class Looked:
    """How a look went, as it is kept with the feed. detail: of the outcome, such as an HTTP status.

    etag, last_modified, newest_item_at: replace what was kept when the feed was read, and only then.
    """

    feed_id: int
    at: datetime
    outcome: Outcome
    next_look_at: datetime
    etag: str = ""
    last_modified: str = ""
    newest_item_at: datetime | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """An item that concerns the editors, and why."""

    item: Item
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Fold:
    """Reports of one event, at least one. draft_id: the draft they join, None when they make a new one."""

    reports: tuple[Report, ...]
    draft_id: int | None = None


FoldReports = Callable[[Sequence[NewsDraft], Sequence[Report]], Sequence[Fold]]
"""Decides which reports are of one event, given the drafts there are. Each report is in one fold."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a look made of the drafts. new, extended: ids of drafts made, and of open ones that gained a source."""

    new: tuple[int, ...] = ()
    extended: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a look at an address gave. items: as read, before anything is judged. detail: an HTTP status or so.

    kind: what was found there. etag, last_modified: to be given back at the next look. retry_after: seconds that the
    server asks us to stay away, None when it asks for nothing.
    """

    outcome: Outcome
    items: tuple[Item, ...] = ()
    detail: str = ""
    kind: FeedKind | None = None
    etag: str = ""
    last_modified: str = ""
    retry_after: float | None = None
