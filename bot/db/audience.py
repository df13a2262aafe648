"""Whom a campaign reaches, as SQL."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.schema import delivery, subscription, users
from bot.domain.campaign import Audience, DeliveryState
from bot.domain.language import Language
from bot.domain.user import UserState

COUNTED_AT_ONCE = 20_000
"""People up to whom an audience is counted before its first message: a million takes a third of a second."""


def recipients(audience: Audience, languages: tuple[Language, ...], before: datetime) -> sa.Select[Any]:
    """Return the query of (id, language) of everybody an audience holds.

    languages: those the campaign has a text in. before: people and subscriptions of this moment or older.
    """
    # A topic's people are read in the order of its own key: by the users' one, SQLite would sort them all each time.
    person = users.c.telegram_id if audience.topic is None else subscription.c.user_id
    query = sa.select(person, users.c.language).where(users.c.state == UserState.ACTIVE, users.c.created_at <= before)
    if set(languages) != set(Language):
        query = query.where(users.c.language.in_([str(language) for language in languages]))
    if audience.language is not None:
        query = query.where(users.c.language == str(audience.language))
    if audience.topic is not None:
        query = query.select_from(users.join(subscription, subscription.c.user_id == users.c.telegram_id)).where(
            subscription.c.topic == str(audience.topic), subscription.c.created_at <= before
        )
    if audience.active_days is not None:
        query = query.where(users.c.last_seen_at >= before - timedelta(days=audience.active_days))
    if audience.user_ids:
        query = query.where(users.c.telegram_id.in_(audience.user_ids))
    return query


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
