"""What a person follows: switches, and the answers to following and not."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.destination import flag
from bot.domain.topic import EU, LIST, NEWS, Topic, TopicKind
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.telegram.callbacks import FollowCallback, MenuCallback
from bot.telegram.commands import find_command
from bot.telegram.keyboards import Row, button, grid, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.alerts import follow_label
from bot.telegram.views.cards import place_buttons
from bot.telegram.views.regime_alerts import change_label

MOST_COUNTRIES = 60
"""Switches that fit under one message beside the others: Telegram takes 100 buttons."""

ON, OFF = "✅", "▫️"


def switches(catalogue: Catalogue, texts: Texts, followed: tuple[Topic, ...], shown: tuple[Topic, ...] = ()) -> Reply:
    """Return a switch for each topic. shown: countries that keep their switch though it is off now."""
    countries = _countries(catalogue, texts, (*followed, *shown))
    lines = [texts("subscriptions-title"), texts("subscriptions-hint")]
    left_out = len(countries) - MOST_COUNTRIES
    if left_out > 0:
        lines.append(texts("subscriptions-more", count=left_out, command=_command(texts, "unsubscribe")))
    lines.append(texts("subscriptions-hint-country", command=_command(texts, "subscribe")))
    rows: list[Row] = [[_switch(catalogue, texts, topic, followed)] for topic in (EU, LIST, NEWS)]
    of_countries = [_switch(catalogue, texts, topic, followed) for topic in countries[:MOST_COUNTRIES]]
    return Reply("\n".join(lines), keyboard(*rows, *grid(of_countries, 2)))


def subscribed(catalogue: Catalogue, texts: Texts, topics: tuple[Topic, ...], *, new: bool) -> Reply:
    """Return that these are followed now. new: any of them was not before. No topics: places without facts."""
    if not topics:
        return Reply(texts("subscribe-unknown"), _to_switches(texts))
    text = texts("subscribed-new" if new else "subscribed-already", topics=_titles(catalogue, texts, topics))
    return Reply(text, _to_switches(texts))


def unsubscribed(catalogue: Catalogue, texts: Texts, topics: tuple[Topic, ...], *, had: bool) -> Reply:
    """Return that these are followed no more, none standing for all. had: any of them was followed."""
    if not topics:
        return Reply(texts("unsubscribed-all" if had else "unsubscribed-nothing"), _to_switches(texts))
    if not had:
        return Reply(texts("unsubscribed-none"), _to_switches(texts))
    return Reply(texts("unsubscribed-done", topics=_titles(catalogue, texts, topics)), _to_switches(texts))


def which_topic(catalogue: Catalogue, texts: Texts, nearest: tuple[str, ...]) -> Reply:
    """Return that the topic was not understood, with the nearest places if there are any."""
    if not nearest:
        return Reply(texts("subscribe-unknown"), _to_switches(texts))
    return Reply(texts("subscribe-nearest"), keyboard(*grid(place_buttons(catalogue, texts, nearest), 2)))


def topic_title(catalogue: Catalogue, texts: Texts, topic: Topic) -> str:
    """Return a topic in words, unescaped: «переговоры с ЕС», «Турция»."""
    if topic.kind is TopicKind.COUNTRY:
        return catalogue.name(topic.iso2, texts.language)
    return texts.plain(f"topic-{topic.kind}")


def coded(topic: Topic) -> str:
    """Return a topic as buttons carry it: `country.TR`."""
    return str(topic).replace(":", ".")


def topic_of(code: str) -> Topic:
    """Return the topic that a button carries; ValueError when it is none."""
    return Topic.parse(code.replace(".", ":"))


def turned(texts: Texts, markup: InlineKeyboardMarkup, topic: Topic, *, followed: bool) -> InlineKeyboardMarkup:
    """Return a keyboard in which every button that follows this topic does the opposite of what was done."""
    rows = [[_turn(texts, one, topic, followed=followed) for one in row] for row in markup.inline_keyboard]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def followed_in(markup: InlineKeyboardMarkup) -> tuple[Topic, ...]:
    """Return the countries that have a switch on this keyboard."""
    found = [data for row in markup.inline_keyboard for one in row if (data := _follow_data(one)) is not None]
    return tuple(topic_of(data.topic) for data in found if data.topic.startswith(TopicKind.COUNTRY))


def _turn(texts: Texts, one: InlineKeyboardButton, topic: Topic, *, followed: bool) -> InlineKeyboardButton:
    data = _follow_data(one)
    if data is None or data.topic != coded(topic):
        return one
    label = _follow_label(texts, topic, data.origin, followed=followed)
    return button(label, FollowCallback(topic=data.topic, on=not followed, origin=data.origin))


def _follow_label(texts: Texts, topic: Topic, origin: str, *, followed: bool) -> str:
    if origin == "alert":
        return follow_label(texts, on=not followed)
    if origin == "change":
        return change_label(texts, topic, on=not followed)
    if topic == LIST:
        return texts.plain("button-unfollow-list" if followed else "button-follow-list")
    return texts.plain("button-unfollow" if followed else "button-follow")


def _follow_data(one: InlineKeyboardButton) -> FollowCallback | None:
    try:
        return FollowCallback.unpack(one.callback_data or "")
    except (TypeError, ValueError):
        return None


def _switch(catalogue: Catalogue, texts: Texts, topic: Topic, followed: tuple[Topic, ...]) -> InlineKeyboardButton:
    is_on = topic in followed
    label = f"{ON if is_on else OFF} {_switch_title(catalogue, texts, topic)}"
    return button(label, FollowCallback(topic=coded(topic), on=not is_on, origin="switches"))


def _switch_title(catalogue: Catalogue, texts: Texts, topic: Topic) -> str:
    if topic.kind is TopicKind.COUNTRY:
        return f"{flag(topic.iso2)} {catalogue.name(topic.iso2, texts.language)}"
    return texts.plain(f"button-switch-{topic.kind}")


def _countries(catalogue: Catalogue, texts: Texts, topics: tuple[Topic, ...]) -> list[Topic]:
    countries = {topic for topic in topics if topic.kind is TopicKind.COUNTRY}
    return sorted(countries, key=lambda topic: catalogue.name(topic.iso2, texts.language))


def _titles(catalogue: Catalogue, texts: Texts, topics: tuple[Topic, ...]) -> str:
    return ", ".join(topic_title(catalogue, texts, topic) for topic in topics)


def _to_switches(texts: Texts) -> InlineKeyboardMarkup:
    return keyboard([button(texts.plain("button-subscriptions"), MenuCallback(page="subscriptions"))])


def _command(texts: Texts, name: str) -> str:
    command = find_command(name)
    return command.latin[texts.language] if command is not None else name
