"""What the buttons of the desk carry; the rules are those of callbacks.py.

A tap on any of these is checked for rights where it is handled: the buttons of a former editor stay in their chat.
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

Number = Annotated[int, Field(ge=0, le=2**53)]
"""Of a thing: no longer than what fits into a button's data again."""

Page = Annotated[int, Field(ge=0, le=9999)]
"""Of a list, from 0."""


class DraftCallback(CallbackData, prefix="b1"):
    """Moves a broadcast's draft on. draft: its number; value: what was chosen, with `.` for a colon.

    act: `open`, `anew`, `content`, `skip`, `same`, `links`, `links-for`, `unlink`, `audience`, `for`, `country`,
    `days`, `when`, `now`, `channel`, `preview`, `test`, `send`, `drop`.
    """

    act: str
    draft: int
    value: str = ""


class CampaignsCallback(CallbackData, prefix="k1"):
    """Shows a page of the history of campaigns, from 0."""

    page: int = 0


class CampaignCallback(CallbackData, prefix="kk1"):
    """Does something with a campaign: `show`, `pause`, `resume`, `edit`; `cancel` and `delete` ask first,
    `cancel-yes` and `delete-yes` do it. language: whose text to edit, empty while that is open.
    """

    act: str
    id: int
    language: str = ""


class QueueCallback(CallbackData, prefix="q2"):
    """Works on what people wrote: `home`, `mistakes`, `feedback`, `answer`, `fixed`, `fixed-all`, `close`.

    id: the report. page: from 0.
    """

    act: str
    id: int = 0
    page: int = 0


class QuestionCallback(CallbackData, prefix="qu1"):
    """Works on questions that were not understood: `list`, `show`, `fixed`, `dropped`, `solved` (asks), `solved-yes`.

    Naming a place in one: `alias` (which word), `word`, `place`, `store`. key: the question. value: what was chosen.
    """

    act: str
    key: str = ""
    value: str = ""
    page: int = 0


class AliasCallback(CallbackData, prefix="al1"):
    """Works on the names that editors added: `list`, `remove` (asks first), `remove-yes`. key: the name."""

    act: str
    key: str = ""
    page: int = 0


class EventDeskCallback(CallbackData, prefix="ed1"):
    """What an owner does to a published event: `correct`, `withdraw` (asks first), `withdraw-yes`."""

    act: str
    id: int


class PublishCallback(CallbackData, prefix="pb1"):
    """Moves an event in the making on. draft: its name, so that buttons of an older one do nothing.

    act: `stage`, `date`, `skip`, `site`, `edit`, `confirm` or `cancel`. value: what was chosen.
    """

    act: str
    draft: str
    value: str = ""


class PreviewCallback(CallbackData, prefix="pv1"):
    """A button of a previewed alert: it works only in the real one."""


class NewsCallback(CallbackData, prefix="n1"):
    """What is done with a draft of the watch: `list`, `show`, `no`, `later`, `done`, `as` (asks which stage), `stage`.

    value: the stage that was chosen, or `statement`. id: for the list, the draft from whose message it is opened.
    """

    act: str
    id: Number = 0
    value: str = ""
    page: Page = 0


class FeedCallback(CallbackData, prefix="fd1"):
    """What is done with the feeds: `list`, `show`, `add`, `test`, `mute`, `unmute`, `remove` (asks), `remove-yes`."""

    act: str
    id: Number = 0
    page: Page = 0


class EditorCallback(CallbackData, prefix="d1"):
    """Changes the editors: `add` (asks for a person), `remove` (asks first), `remove-yes`, `list`."""

    act: str
    id: int = 0


class AuditCallback(CallbackData, prefix="a1"):
    """Shows a page of the log. before: entries older than this number, 0 for the newest. refused: refusals alone."""

    before: int = 0
    refused: bool = False


BELOW = "below"
"""Value of a button that opens a page under its message, which stays: it may be drawn anew at any time."""


class DestinationCallback(CallbackData, prefix="ds1"):
    """Opens something of the destinations' desk.

    act: `home`, `open`, `edit`, `history`, `undo`, `today`, `export`, `import`, `concerned`.
    iso2: whose; empty for all. value: the number of an edit to undo or to page on from, rows passed over, or BELOW.
    """

    act: str
    iso2: str = ""
    value: str = ""


class DestinationDraftCallback(CallbackData, prefix="dd1"):
    """Moves an edit of destinations on. draft: its name, so that buttons of an older one do nothing.

    act: `panel`, `field`, `set`, `phrase`, `new`, `keep`, `site`, `skip`, `go`, `notify`, `rebase`, `confirm`,
    `cancel`.
    value: a field, what was chosen, or the mark of a phrase.
    """

    act: str
    draft: str
    value: str = ""


class StatsCallback(CallbackData, prefix="st1"):
    """Shows the statistics of so many days: act `show`, or `picture` below."""

    act: str = "show"
    days: int = 30


_EVERY = tuple(one for one in tuple(vars().values()) if isinstance(one, type) and issubclass(one, CallbackData))
DESK_PREFIXES = frozenset(one.__prefix__ for one in _EVERY if one is not CallbackData)
"""By which a button is known as one of the desk, even where the rest of it can't be read."""

OWNERS_PREFIXES = frozenset(one.__prefix__ for one in (EventDeskCallback, PublishCallback, EditorCallback))
"""Those that editors may not press."""
