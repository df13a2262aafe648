"""Whom a campaign reaches, as SQL."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.schema import delivery, subscription, users
from bot.domain.campaign import Audience, DeliveryState
from bot.domain.language import Language
from bot.domain.topic import Topic
from bot.domain.user import UserState

COUNTED_AT_ONCE = 20_000
"""People up to whom an audience is counted before its first message: a million takes a third of a second."""


def recipients(audience: Audience, languages: tuple[Language, ...], before: datetime) -> sa.Select[Any]:
    """Return the query of (id, language) of everybody an audience holds.

    languages: those the campaign has a text in. before: people and subscriptions of this moment or older.
    """
    if not audience.topics:
        return sa.select(users.c.telegram_id, users.c.language).where(*_people(audience, languages, before))
    # A topic's people are read in the order of its own key: by the users' one, SQLite would sort them all each time.
    # Several topics are merged in that order, each leaving out whom an earlier one has: no person stands there twice,
    # and nothing is sorted (docs/decisions/0042-regime-alerts.md).
    arms = [
        sa.select(subscription.c.user_id, users.c.language)
        .select_from(users.join(subscription, subscription.c.user_id == users.c.telegram_id))
        .where(
            subscription.c.topic == str(topic),
            subscription.c.created_at <= before,
            *(sa.not_(_follows(earlier, before)) for earlier in audience.topics[:number]),
            *_people(audience, languages, before),
        )
        for number, topic in enumerate(audience.topics)
    ]
    if len(arms) == 1:
        return arms[0]
    every = sa.union_all(*arms).subquery("followers")
    return sa.select(every.c.user_id, every.c.language)


def _people(audience: Audience, languages: tuple[Language, ...], before: datetime) -> Iterator[sa.ColumnElement[bool]]:
    """Yield what holds for the people of an audience, whatever topics they follow."""
    yield users.c.state == UserState.ACTIVE
    yield users.c.created_at <= before
    if set(languages) != set(Language):
        yield users.c.language.in_([str(language) for language in languages])
    if audience.language is not None:
        yield users.c.language == str(audience.language)
    if audience.active_days is not None:
        yield users.c.last_seen_at >= before - timedelta(days=audience.active_days)
    if audience.user_ids:
        yield users.c.telegram_id.in_(audience.user_ids)
    if audience.without is not None:
        yield sa.not_(_follows(audience.without, before))


def _follows(topic: Topic, before: datetime) -> sa.ColumnElement[bool]:
    other = subscription.alias()
    following = (other.c.topic == str(topic), other.c.user_id == users.c.telegram_id, other.c.created_at <= before)
    return sa.exists().where(*following)


def targets(target_id: int, languages: tuple[Language, ...]) -> sa.Select[Any]:
    """Return the query of (user_id, language) of everybody of these languages who has a message of this campaign."""
    return sa.select(delivery.c.user_id, delivery.c.language).where(
        delivery.c.campaign_id == target_id,
        delivery.c.state == DeliveryState.SENT,
        delivery.c.message_id.is_not(None),
        delivery.c.language.in_([str(language) for language in languages]),
    )


def addressed(
    audience: Audience, languages: tuple[Language, ...], at: datetime, target_id: int | None
) -> sa.Select[Any]:
    """Return the query of (id, language) of everybody who gets a row: an audience, or who has a message to change."""
    return targets(target_id, languages) if target_id is not None else recipients(audience, languages, at)


async def count(c: AsyncConnection, query: sa.Select[Any]) -> int:
    """Return how many people a query holds."""
    return int((await c.execute(sa.select(sa.func.count()).select_from(query.subquery()))).scalar_one())


async def count_at_once(c: AsyncConnection, query: sa.Select[Any]) -> int:
    """Return how many people a query holds; 0 when counting would keep the first of them waiting."""
    found = await count(c, query.limit(COUNTED_AT_ONCE + 1))
    return found if found <= COUNTED_AT_ONCE else 0
