"""An edit of destinations on its way into the database, and what history keeps of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.campaign import Audience, Content
from bot.domain.destination import Destination
from bot.domain.language import Language
from bot.domain.review import Difference


class ChangedMeanwhileError(RuntimeError):
    """A row is no longer what the shown difference started from. iso2: whose."""

    def __init__(self, iso2: str) -> None:
        """Take the destination's code."""
        super().__init__(f"{iso2} was changed meanwhile: look at the difference again")
        self.iso2 = iso2


class EditOrigin(StrEnum):
    """How an edit came about."""

    DESK = "desk"
    IMPORT = "import"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Wording:
    """An English phrase of the facts with its translations."""

    en: str
    translations: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Alert:
    """What goes out because of an edit. iso2: the one destination it is about, empty for a summary of several.

    to_channel: whether it is posted in the bot's channel too. changes: the codes of all it tells of.
    """

    audience: Audience
    content: Content
    changes: tuple[str, ...]
    iso2: str = ""
    to_channel: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    """A confirmed edit: all of it is written in one transaction or nothing.

    by: the admin, 0 for the command line. key: the same key writes once, however often it is confirmed; empty: none.
    undoes: the version that is taken back, 0 for none. action: the word for the audit log.
    """

    changes: tuple[Difference, ...]
    by: int
    origin: EditOrigin = EditOrigin.DESK
    reason: str = ""
    key: str = ""
    undoes: int = 0
    wordings: tuple[Wording, ...] = ()
    alerts: tuple[Alert, ...] = ()
    action: str = "destinations.change"


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of an edit: its versions by destination, and the campaigns of its alerts.

    is_new: False when the same key had been written before.
    """

    versions: Mapping[str, int]
    campaigns: tuple[int, ...] = ()
    is_new: bool = True


@dataclass(frozen=True, slots=True)
class Version:
    """One edit of one destination as history keeps it. before: None where the destination was added.

    undoes: the version it took back, undone_by: the one that took it back; 0 for none.
    campaigns: those that told of it. sent: how many people had the alert.
    """

    id: int
    iso2: str
    at: datetime
    by: int
    origin: EditOrigin
    reason: str
    difference: Difference
    undoes: int = 0
    undone_by: int = 0
    campaigns: tuple[int, ...] = field(default=())
    sent: int = 0

    @property
    def before(self) -> Destination | None:
        """Return what the destination was."""
        return self.difference.before

    @property
    def after(self) -> Destination:
        """Return what it became."""
        return self.difference.after
