"""What the buttons of the desk carry; the rules are those of callbacks.py.

A tap on any of these is checked for rights where it is handled: the buttons of a former editor stay in their chat.
"""

from aiogram.filters.callback_data import CallbackData


class DraftCallback(CallbackData, prefix="b1"):
    """Moves a broadcast's draft on. draft: its number; value: what was chosen, with `.` for a colon.

    act: `open`, `content`, `skip`, `same`, `links`, `unlink`, `audience`, `for`, `when`, `now`, `channel`,
    `preview`, `test`, `send`, `drop`.
    """

    act: str
    draft: int
    value: str = ""


class CampaignsCallback(CallbackData, prefix="k1"):
    """Shows a page of the history of campaigns, from 0."""

    page: int = 0


class CampaignCallback(CallbackData, prefix="kk1"):
    """Does something with a campaign: `show`, `pause`, `resume`, `edit`, `keep`; `cancel` and `delete` ask first,
    `cancel-yes` and `delete-yes` do it.
    """

    act: str
    id: int


class QueueCallback(CallbackData, prefix="q1"):
    """Works on the queue: `home`, `reports`, `answer`, `close`, `questions`, `solve`.

    id: the report. page: from 0. key: the question.
    """

    act: str
    id: int = 0
    page: int = 0
    key: str = ""
