"""What buttons carry. The digit in a prefix is the format's version: buttons in old chats outlive releases.

Telegram allows 64 bytes a button, so these hold codes and never names.
"""

from aiogram.filters.callback_data import CallbackData


class CardCallback(CallbackData, prefix="c1"):
    """Opens a country card. edit: in place of the message the button is under."""

    iso2: str
    edit: bool = False


class HowtoCallback(CallbackData, prefix="h1"):
    """Opens the answer to a practical question about a place."""

    place: str
    practical: str


class HowtoMenuCallback(CallbackData, prefix="hm1"):
    """Shows the practical questions known for a place."""

    place: str


class ChecklistCallback(CallbackData, prefix="tl1"):
    """Shows a checklist with these ticks. revision: of the items that the ticks belong to, empty to begin anew.

    ticks: one bit an item, in hexadecimal. act: `show` in place, or `text` to be copied, below.
    """

    place: str
    revision: str = ""
    ticks: str = "0"
    act: str = "show"


class SchengenCallback(CallbackData, prefix="sg1"):
    """Shows a page on Schengen in place: `card`, `where`, `days` or `new`."""

    page: str


class CompareCallback(CallbackData, prefix="cp1"):
    """Compares places, two or three codes joined by dots. act: `show` below, `ask` for one more, or `picture`."""

    places: str
    act: str = "show"


class WhereCallback(CallbackData, prefix="wh1"):
    """Asks a step of «where can I go»: `regime`, `days` or `region`; the wishes so far as in `ListCallback`."""

    step: str = "regime"
    regime: str = "-"
    region: str = "-"
    days: int = 0


class ListCallback(CallbackData, prefix="l1"):
    """Shows a list in place. regime, region: the values of the enums shortened to codes, `-` for any.

    days: at least that long a stay, 0 for any. page: from 0.
    """

    regime: str = "f"
    region: str = "-"
    days: int = 0
    page: int = 0


class ListMenuCallback(CallbackData, prefix="lm1"):
    """Shows the choices of a list's filter: `regime`, `region` or `days`."""

    menu: str
    regime: str = "f"
    region: str = "-"
    days: int = 0


class MapCallback(CallbackData, prefix="w1"):
    """Shows the map. region: as in `ListCallback`. iso2: a destination to point out, below the card it comes from."""

    region: str = "-"
    iso2: str = ""


class TalksCallback(CallbackData, prefix="t1"):
    """Shows a page on the talks in place: `status`, `timeline`, `topics`, `peers`, `stages`.

    `open` shows the status below: it stands under alerts, which stay as they are. offset: events passed over.
    """

    page: str
    offset: int = 0


class EventCallback(CallbackData, prefix="e1"):
    """Shows one event of the talks. below: under the message, which is an alert and stays as it is."""

    id: int
    below: bool = False


class TalksTopicCallback(CallbackData, prefix="tt1"):
    """Shows one subject of the talks."""

    id: str


class FollowCallback(CallbackData, prefix="f1"):
    """Turns a subscription on or off. topic: written form (`eu`, `country:TR`), with `.` for the colon.

    origin: where the button stands, so that it can be redrawn: `card`, `talks`, `list`, `switches`, `alert`,
    `change` (an alert on a destination).
    """

    topic: str
    on: bool
    origin: str = "card"


class LanguageCallback(CallbackData, prefix="g1"):
    """Chooses the language. start: the choice at first contact, answered with the welcome."""

    code: str
    start: bool = False


class MenuCallback(CallbackData, prefix="m1"):
    """Opens a page by name: `start`, `help`, `subscriptions`, `visa`, `free`, `eu`, `settings` …"""

    page: str


class ReportCallback(CallbackData, prefix="r1"):
    """Starts a report of a mistake about a place; empty: about the bot as a whole."""

    iso2: str = ""


class SettingsCallback(CallbackData, prefix="s1"):
    """Changes how alerts are delivered, or opens a choice.

    item: `page`, `cadence`, `quiet`, `zone`, `silent` or `language`. value: what to set; empty: show the choices.
    """

    item: str
    value: str = ""


class PrivacyCallback(CallbackData, prefix="p1"):
    """What may be done with one's own data: `mydata`, `forget` (asks), `yes` (deletes), `no` (keeps)."""

    act: str


class StayCallback(CallbackData, prefix="sy1"):
    """Moves the stay calculator on. place: whose days are counted; a button of another calculation does nothing.

    act: `card` (begins), `place` (another one), `none` (no trips so far), `plan`, `add`, `answer`, `month` (of the
    calendar, value: 2026-03, empty for this one), `day` (value: 2026-03-12), `there` (still there), `drop` (which),
    `drop-one` (value: its first day), `keep`, `forget`, `picture`, `idle` (a cell that does nothing).
    """

    act: str
    place: str = ""
    value: str = ""


class PaperCallback(CallbackData, prefix="pp1"):
    """Works on a person's papers: `page`, `passport` and `visa` (ask for one), `open`, `change`, `remove`.

    kind: of the paper, as `ReminderKind` has it. place: whose visa.
    """

    act: str
    kind: str = ""
    place: str = ""


class ReminderCallback(CallbackData, prefix="rm1"):
    """Works on reminders: `page`, `open` (of a last legal day), `switch` (a distance), `off` (all of a thing),
    `keep` (of the last legal day that the calculator found).

    day: the last one (2027-03-12). days: before it. on: what the distance is to become.
    """

    act: str
    kind: str = ""
    place: str = ""
    day: str = ""
    days: int = 0
    on: bool = False


class TripCallback(CallbackData, prefix="tp1"):
    """Follows a trip or stops: `ask` (for its days), `follow`, `stop` (all to a place, under an alert), `off` (on the
    list). first, last: its days (2027-07-03).
    """

    act: str
    place: str = ""
    first: str = ""
    last: str = ""
