"""The country card, and places told in one line."""

from datetime import date
from html import escape
from urllib.parse import quote

from aiogram.types import CopyTextButton, InlineKeyboardButton

from bot.domain.destination import Destination, Regime
from bot.domain.question import SCHENGEN, Filters
from bot.domain.stay import Rule, rule_of
from bot.domain.stay_rule import YEAR, StayRule, parse_stay_rule
from bot.i18n import Html, Texts
from bot.services.catalogue import Catalogue
from bot.telegram.callbacks import (
    CardCallback,
    CompareCallback,
    FollowCallback,
    HowtoMenuCallback,
    MapCallback,
    ReportCallback,
)
from bot.telegram.keyboards import Row, button, grid, keyboard, link
from bot.telegram.list_codes import encode
from bot.telegram.reply import Reply
from bot.telegram.views.followed_trips import trip_button
from bot.telegram.views.howto import howto_buttons
from bot.telegram.views.sources import named_sources
from bot.telegram.views.stay import stay_button

OLD_AFTER_DAYS = 365


def card(
    catalogue: Catalogue,
    texts: Texts,
    iso2: str,
    today: date,
    *,
    followed: bool = False,
    namesakes: tuple[str, ...] = (),
    called: str = "",
    passing: bool = False,
    bot_name: str = "",
) -> Reply:
    """Return the card of a destination.

    called: what the person called it, when that is not the country's own name (a city, a resort).
    namesakes: other fair readings, offered as buttons. passing: the way leads through another country.
    bot_name: the bot's username, for a link that can be shared.
    """
    destination = catalogue.destinations[iso2]
    lines = [
        headline(catalogue, texts, destination),
        *_called(catalogue, texts, destination, called),
        *_body(catalogue, texts, destination),
        *_warnings(catalogue, texts, destination, today),
        *([texts("card-transit")] if passing else []),
        "",
        source_line(catalogue, texts, destination),
    ]
    rows = [
        *namesake_rows(catalogue, texts, namesakes),
        *grid(howto_buttons(catalogue, texts, iso2), 2),
        *_own_rows(catalogue, texts, destination, followed=followed, bot_name=bot_name),
    ]
    return Reply("\n".join(lines).replace("\n\n\n", "\n\n"), keyboard(*rows))


def headline(catalogue: Catalogue, texts: Texts, destination: Destination) -> str:
    """Return the first line of a card: flag, name, marker, regime."""
    name = escape(catalogue.name(destination.iso2, texts.language), quote=False)
    regime = texts(f"regime-{destination.regime.replace('_', '-')}")
    return f"{destination.flag} <b>{name}</b> · {destination.regime.marker} {regime}"


def one_line(catalogue: Catalogue, texts: Texts, destination: Destination) -> str:
    """Return a destination told in one line, with its stay when there is one."""
    stay = short_stay(texts, destination)
    return headline(catalogue, texts, destination) + (f" · {stay}" if stay else "")


def short_stay(texts: Texts, destination: Destination) -> str:
    """Return the stay in a few words (`90 дней`), empty when no number is known."""
    days = destination.stay_days
    if not days or destination.regime is Regime.VISA_REQUIRED:
        return ""
    return texts("stay-short-year") if days == YEAR else texts("stay-short", days=days)


def stay_sentence(catalogue: Catalogue, texts: Texts, destination: Destination) -> str:
    """Return how long one may stay and how the days are counted, empty when no source says it."""
    if not destination.stay_rule:
        return texts("stay-up-to", days=destination.stay_days) if destination.stay_days else Html("")
    rule = parse_stay_rule(destination.stay_rule)
    if rule is None:
        phrase = catalogue.phrase(destination.stay_rule, texts.language)
        return escape(phrase[:1].upper() + phrase[1:], quote=False).rstrip(".") + "."
    return _rule_sentence(texts, rule)


def _rule_sentence(texts: Texts, rule: StayRule) -> str:
    if rule.on_visa:
        return texts("stay-on-visa", days=rule.total, window=rule.window)
    if rule.longest == YEAR:
        return texts("stay-year")
    if rule.longest is None:
        key = "stay-window-first" if rule.from_first_entry else "stay-window"
        return texts(key, days=rule.total, window=rule.window)
    if rule.window is None:
        return texts("stay-per-entry" if rule.per_entry else "stay-up-to", days=rule.longest)
    return texts("stay-entry-window", days=rule.longest, total=rule.total, window=rule.window)


def _called(catalogue: Catalogue, texts: Texts, destination: Destination, called: str) -> list[str]:
    if not called:
        return []
    return [texts("card-called", place=called, country=catalogue.name(destination.iso2, texts.language))]


def _body(catalogue: Catalogue, texts: Texts, destination: Destination) -> list[str]:
    lines = [stay_sentence(catalogue, texts, destination)]
    if destination.conditions:
        lines.append(_sentence(catalogue.phrase(destination.conditions, texts.language)))
    elif destination.regime is not Regime.VISA_FREE:
        lines.append(texts(f"card-explains-{destination.regime.replace('_', '-')}"))
    if not lines[0] and destination.regime in (Regime.VISA_FREE, Regime.VISA_ON_ARRIVAL):
        lines.append(texts("card-days-unknown"))
    if months := destination.passport_validity_months:
        key = "card-passport-after" if destination.is_schengen else "card-passport"
        lines.append(texts(key, months=months))
    if destination.regime is Regime.VISA_FREE and "work" not in destination.conditions:
        lines.append(texts("card-purpose"))
    if destination.agreement:
        lines.append(texts("card-agreement", agreement=catalogue.phrase(destination.agreement, texts.language)))
    return [line for line in lines if line]


def _warnings(catalogue: Catalogue, texts: Texts, destination: Destination, today: date) -> list[str]:
    lines = []
    if destination.is_disputed:
        lines.append(texts("card-disputed", notes=catalogue.phrase(destination.notes, texts.language)))
    if (today - destination.confirmed_on).days > OLD_AFTER_DAYS:
        lines.append(texts("card-old", date=texts.long_date(destination.confirmed_on)))
    return ["", *lines] if lines else []


def source_line(catalogue: Catalogue, texts: Texts, destination: Destination) -> str:
    """Return the source with its link, the date of the fact and when it was last confirmed."""
    source = named_sources(destination.source_url, catalogue.phrase(destination.source_name, texts.language))
    confirmed = destination.confirmed_on > destination.as_of
    return texts(
        "card-source-confirmed" if confirmed else "card-source",
        source=source,
        date=texts.short_date(destination.as_of),
        confirmed=texts.short_date(destination.confirmed_on),
    )


def _sentence(text: str) -> str:
    text = text.strip()
    return escape(text[:1].upper() + text[1:], quote=False).rstrip(".") + "."


def namesake_rows(catalogue: Catalogue, texts: Texts, namesakes: tuple[str, ...]) -> list[Row]:
    """Return the rows of buttons to other readings of a name."""
    return grid(place_buttons(catalogue, texts, namesakes), 2)


def place_buttons(
    catalogue: Catalogue, texts: Texts, places: tuple[str, ...], *, edit: bool = False
) -> list[InlineKeyboardButton]:
    """Return a button for each place, with flag and name."""
    known = [catalogue.destinations[place] for place in places if place in catalogue.destinations]
    return [
        button(f"{d.flag} {catalogue.name(d.iso2, texts.language)}", CardCallback(iso2=d.iso2, edit=edit))
        for d in known
    ]


def _own_rows(
    catalogue: Catalogue, texts: Texts, destination: Destination, *, followed: bool, bot_name: str
) -> list[Row]:
    iso2 = destination.iso2
    follow = FollowCallback(topic=f"country.{iso2}", on=not followed, origin="card")
    label = texts.plain("button-unfollow" if followed else "button-follow")
    stay = [stay_button(texts, iso2)] if isinstance(rule_of(destination), Rule) else []
    return [
        [*stay, trip_button(texts, iso2)],
        [button(label, follow), button(texts.plain("button-more-questions"), HowtoMenuCallback(place=iso2))],
        [_map_button(texts, destination), _share(catalogue, texts, destination, bot_name)],
        [_compare_button(texts, iso2), button(texts.plain("button-report"), ReportCallback(iso2=iso2))],
    ]


def _compare_button(texts: Texts, iso2: str) -> InlineKeyboardButton:
    return button(texts.plain("button-compare"), CompareCallback(places=iso2, act="ask"))


def _map_button(texts: Texts, destination: Destination) -> InlineKeyboardButton:
    _, region, _ = encode(Filters(regions=(destination.region,)))
    return button(texts.plain("button-map"), MapCallback(region=region, iso2=destination.iso2))


def _share(catalogue: Catalogue, texts: Texts, destination: Destination, bot_name: str) -> InlineKeyboardButton:
    text = texts.plain(
        "card-share-text",
        flag=destination.flag,
        name=catalogue.name(destination.iso2, texts.language),
        marker=destination.regime.marker,
        regime=texts.plain(f"regime-{destination.regime.replace('_', '-')}"),
    )
    if not bot_name:
        return InlineKeyboardButton(text=texts.plain("button-share"), copy_text=CopyTextButton(text=text[:256]))
    address = quote(f"https://t.me/{bot_name}?start={destination.iso2}", safe="")
    return link(texts.plain("button-share"), f"https://t.me/share/url?url={address}&text={quote(text)}")


def known_places(catalogue: Catalogue, places: tuple[str, ...]) -> tuple[str, ...]:
    """Return the places that have a card, and Schengen."""
    return tuple(place for place in places if place in catalogue.destinations or place == SCHENGEN)
