"""Whom a campaign is for: in words, and as switches."""

from dataclasses import replace

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.campaign import Audience
from bot.domain.draft import Draft
from bot.domain.language import Language
from bot.domain.topic import EU, LIST, NEWS, Topic
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.telegram.desk_callbacks import DraftCallback
from bot.telegram.keyboards import Row, button, keyboard
from bot.telegram.reply import Reply

DAYS = (7, 30, 90)
"""Days of activity that are offered."""


def audience_in_words(texts: Texts, audience: Audience, catalogue: Catalogue | None = None) -> str:
    """Return an audience in words: «все», «подписчики: Турция, по-русски, были за 30 дней»."""
    parts = []
    if audience.user_ids:
        parts.append(texts.plain("audience-users", count=len(audience.user_ids)))
    if audience.topics:
        topics = ", ".join(topic_in_words(texts, topic, catalogue) for topic in audience.topics)
        parts.append(texts.plain("audience-topic", topic=topics))
    if audience.trips:
        parts.append(texts.plain("audience-trips"))
    if audience.without is not None:
        parts.append(texts.plain("audience-without", topic=topic_in_words(texts, audience.without, catalogue)))
    if audience.language is not None:
        parts.append(texts.plain(f"audience-language-{audience.language}"))
    if audience.active_days is not None:
        parts.append(texts.plain("audience-active", days=audience.active_days))
    return ", ".join(parts) or texts.plain("audience-all")


def topic_in_words(texts: Texts, topic: Topic, catalogue: Catalogue | None) -> str:
    """Return a topic's name; a country's code where no catalogue is at hand."""
    if topic.iso2:
        return catalogue.name(topic.iso2, texts.language) if catalogue is not None else topic.iso2
    return texts.plain(f"audience-topic-{topic}")


def audience_menu(texts: Texts, draft: Draft, catalogue: Catalogue, count: int) -> Reply:
    """Return the switches of an audience. count: how many people it has now."""
    audience = draft.audience
    words = audience_in_words(texts, audience, catalogue)
    rows: list[Row] = [
        _languages(texts, draft),
        *_topics(texts, draft, catalogue),
        _days(texts, draft),
        [_typed(texts, draft, "country"), _typed(texts, draft, "days")],
        [button(texts.plain("button-audience-done"), DraftCallback(act="open", draft=draft.id))],
    ]
    return Reply(texts("audience-menu", audience=words, count=count), keyboard(*rows))


def ask_country(texts: Texts, draft: Draft, *, again: bool = False) -> Reply:
    """Return the request to type a country."""
    return Reply(texts("audience-country-wrong" if again else "audience-country-ask"), _back(texts, draft))


def ask_days(texts: Texts, draft: Draft, *, again: bool = False) -> Reply:
    """Return the request to type a number of days."""
    return Reply(texts("audience-days-wrong" if again else "audience-days-ask"), _back(texts, draft))


def packed(audience: Audience) -> str:
    """Return an audience as a button carries it, with `.` for the colon."""
    return str(audience).replace(":", ".")


def unpack(value: str) -> Audience | None:
    """Return the audience of a button, None when it is none."""
    try:
        return Audience.parse(value.replace(".", ":"))
    except (ValueError, TypeError):
        return None


def _languages(texts: Texts, draft: Draft) -> Row:
    choices: list[Language | None] = [None, *Language]
    return [
        _choice(
            draft,
            texts.plain(f"button-audience-language-{language or 'all'}"),
            replace(draft.audience, language=language),
        )
        for language in choices
    ]


def _topics(texts: Texts, draft: Draft, catalogue: Catalogue) -> list[Row]:
    current = draft.audience.topic
    own = [current] if current is not None and current.iso2 else []
    every = _choice(draft, texts.plain("button-audience-topic-all"), replace(draft.audience, topic=None))
    named = [
        _choice(draft, topic_in_words(texts, topic, catalogue), replace(draft.audience, topic=topic))
        for topic in (EU, LIST, NEWS, *own)
    ]
    return [[every, named[0]], named[1:]]


def _days(texts: Texts, draft: Draft) -> Row:
    current = draft.audience.active_days
    days = sorted({*DAYS, *([current] if current else [])})
    every = _choice(draft, texts.plain("button-audience-days-all"), replace(draft.audience, active_days=None))
    return [every] + [
        _choice(draft, texts.plain("button-audience-days", days=n), replace(draft.audience, active_days=n))
        for n in days
    ]


def _choice(draft: Draft, label: str, audience: Audience) -> InlineKeyboardButton:
    chosen = "✓ " if audience == draft.audience else ""
    return button(chosen + label, DraftCallback(act="for", draft=draft.id, value=packed(audience)))


def _typed(texts: Texts, draft: Draft, what: str) -> InlineKeyboardButton:
    return button(texts.plain(f"button-audience-{what}-own"), DraftCallback(act=what, draft=draft.id))


def _back(texts: Texts, draft: Draft) -> InlineKeyboardMarkup:
    return keyboard([button(texts.plain("button-back"), DraftCallback(act="audience", draft=draft.id))])
