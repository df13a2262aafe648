"""How alerts are delivered: each setting in its place, one tap each."""

from datetime import datetime

from aiogram.types import InlineKeyboardButton

from bot.domain.language import Language
from bot.domain.user import Cadence, User
from bot.domain.waiting import DIGEST_AT
from bot.i18n import Texts
from bot.services.quiet_hours import PRESETS, packed, written
from bot.services.timezones import HOME, OFFERED, city, offset
from bot.telegram.callbacks import MenuCallback, SettingsCallback
from bot.telegram.keyboards import Row, button, grid, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.start import NATIVE_NAMES

CHOSEN = "✓ "
OWN = "own"
OFF = "off"


def settings_page(texts: Texts, user: User, home: str, moment: datetime) -> Reply:
    """Return a person's settings. home: the zone of those who chose none; moment: now."""
    zone = user.timezone or home
    lines = [
        texts("settings-title"),
        texts("settings-language", language=NATIVE_NAMES[user.language]),
        texts("settings-cadence", cadence=_cadence_in_words(texts, user.cadence)),
        texts("settings-quiet", hours=written(user.quiet)) if user.quiet else texts("settings-quiet-off"),
        texts("settings-zone", zone=zone_title(texts, zone, moment)),
        texts("settings-silent-on" if user.silent else "settings-silent-off"),
    ]
    return Reply("\n".join(lines), keyboard(*_page_rows(texts, user)))


def quiet_menu(texts: Texts, user: User) -> Reply:
    """Return the choice of quiet hours."""
    spans = [
        button(_mark(written(span), user.quiet == span), SettingsCallback(item="quiet", value=packed(span)))
        for span in PRESETS
    ]
    own = user.quiet is not None and user.quiet not in PRESETS
    label = texts.plain("button-settings-own") + (f": {written(user.quiet)}" if own and user.quiet else "")
    rows: list[Row] = [
        spans,
        [button(_mark(label, own), SettingsCallback(item="quiet", value=OWN))],
        [button(_mark(texts.plain("button-settings-quiet-off"), user.quiet is None), _set("quiet", OFF))],
        [_back(texts)],
    ]
    return Reply(texts("settings-quiet-choose"), keyboard(*rows))


def zone_menu(texts: Texts, user: User, home: str, moment: datetime) -> Reply:
    """Return the choice of time zones."""
    current = user.timezone or home
    zones = [button(_mark(zone_title(texts, zone, moment), zone == current), _set("zone", zone)) for zone in OFFERED]
    rows = [zones[:1], *grid(zones[1:], 2), [button(texts.plain("button-settings-zone-own"), _set("zone", OWN))]]
    return Reply(texts("settings-zone-choose"), keyboard(*rows, [_back(texts)]))


def ask_quiet(texts: Texts, *, again: bool = False) -> Reply:
    """Return the request to type quiet hours."""
    return Reply(texts("settings-quiet-wrong" if again else "settings-quiet-ask"), keyboard([_back(texts)]))


def ask_zone(texts: Texts, *, again: bool = False) -> Reply:
    """Return the request to type a city."""
    return Reply(texts("settings-zone-wrong" if again else "settings-zone-ask"), keyboard([_back(texts)]))


def zone_title(texts: Texts, zone: str, moment: datetime) -> str:
    """Return a zone in words: «Казахстан, UTC+5», «Берлин, UTC+1»."""
    name = texts.plain("settings-zone-home") if zone == HOME else city(zone, texts.language)
    return ", ".join(part for part in (name, offset(zone, moment)) if part)


def _page_rows(texts: Texts, user: User) -> list[Row]:
    other = next(language for language in Language if language is not user.language)
    cadences = [
        button(
            _mark(texts.plain(f"button-settings-cadence-{_dashed(cadence)}"), cadence is user.cadence),
            _set("cadence", cadence),
        )
        for cadence in Cadence
    ]
    sound = "button-settings-silent-on" if user.silent else "button-settings-silent-off"
    return [
        cadences,
        [
            button(texts.plain("button-settings-quiet"), _set("quiet")),
            button(texts.plain("button-settings-zone"), _set("zone")),
        ],
        [
            button(texts.plain(sound), _set("silent", "0" if user.silent else "1")),
            button(NATIVE_NAMES[other], _set("language", other)),
        ],
        [
            button(texts.plain("button-subscriptions"), MenuCallback(page="subscriptions")),
            button(texts.plain("button-reminders"), MenuCallback(page="reminders")),
        ],
    ]


def _cadence_in_words(texts: Texts, cadence: Cadence) -> str:
    key = f"settings-cadence-{_dashed(cadence)}"
    return texts.plain(key) if cadence is Cadence.AT_ONCE else texts.plain(key, time=f"{DIGEST_AT:%H:%M}")


def _set(item: str, value: str = "") -> SettingsCallback:
    return SettingsCallback(item=item, value=value)


def _back(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("button-back"), _set("page"))


def _mark(label: str, chosen: bool) -> str:
    return CHOSEN + label if chosen else label


def _dashed(cadence: Cadence) -> str:
    return cadence.replace("_", "-")
