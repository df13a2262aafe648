"""Whom a campaign reaches, as SQL."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.db.schema import subscription, users
from bot.domain.campaign import Audience
from bot.domain.language import Language
from bot.domain.user import UserState


def recipients(audience: Audience, languages: tuple[Language, ...], before: datetime) -> sa.Select[Any]:
    """Return the query of (telegram_id, language) of everybody an audience holds.

    languages: those the campaign has a text in. before: people and subscriptions of this moment or older.
    """
    query = sa.select(users.c.telegram_id, users.c.language).where(
        users.c.state == UserState.ACTIVE, users.c.created_at <= before
    )
    if set(languages) != set(Language):
        query = query.where(users.c.language.in_([str(language) for language in languages]))
    if audience.language is not None:
        query = query.where(users.c.language == str(audience.language))
    if audience.topic is not None:
        query = query.join(subscription, subscription.c.user_id == users.c.telegram_id).where(
            subscription.c.topic == str(audience.topic), subscription.c.created_at <= before
        )
    if audience.active_days is not None:
        query = query.where(users.c.last_seen_at >= before - timedelta(days=audience.active_days))
    if audience.user_ids:
        query = query.where(users.c.telegram_id.in_(audience.user_ids))
    return query
