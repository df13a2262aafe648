"""Whom a campaign reaches, as SQL."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.local_days import local_day
from bot.db.schema import delivery, reminder, subscription, trip, users
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
    people = tuple(_people(audience, languages, before))
    arms = [*_subscribers(audience, before), *_travellers(audience, before), *_reminded(audience)]
    if not arms:
        return sa.select(users.c.telegram_id, users.c.language).where(*people)
    if len(arms) == 1:
        return arms[0].where(*people)
    every = sa.union_all(*(arm.where(*people) for arm in arms)).subquery("followers")
    return sa.select(every.c.user_id, every.c.language)


def _subscribers(audience: Audience, before: datetime) -> Iterator[sa.Select[Any]]:
    # A topic's people are read in the order of its own key: by the users' one, SQLite would sort them all each time.
    # Several topics are merged in that order, each leaving out whom an earlier one has: no person stands there twice,
    # and nothing is sorted (docs/decisions/0042-regime-alerts.md).
    for number, topic in enumerate(audience.topics):
        query = sa.select(subscription.c.user_id, users.c.language)
        yield query.select_from(users.join(subscription, subscription.c.user_id == users.c.telegram_id)).where(
            subscription.c.topic == str(topic),
            subscription.c.created_at <= before,
            *(sa.not_(_follows(earlier, before)) for earlier in audience.topics[:number]),
        )


def _travellers(audience: Audience, before: datetime) -> Iterator[sa.Select[Any]]:
    """Yield those who follow a trip that has not ended where they are, and none of the topics."""
    today = local_day(before)
    for number, place in enumerate(audience.trips):  # in the order of the users' ids too, by ix_trip_place
        query = sa.select(trip.c.user_id, users.c.language)
        yield query.select_from(users.join(trip, trip.c.user_id == users.c.telegram_id)).where(
            trip.c.place == place,
            lasts(trip, today),
            trip.c.created_at <= before,
            sa.not_(_travels(audience.trips[:number], place, today, before)),
            *(sa.not_(_follows(topic, before)) for topic in audience.topics),
        )


def _travels(earlier: tuple[str, ...], place: str, today: sa.ColumnElement[date], before: datetime) -> Any:
    """Return what holds for who has a trip to one of the earlier places, or an earlier one to this place."""
    other = trip.alias()
    same = sa.and_(other.c.place == place, other.c.first < trip.c.first)
    which = sa.or_(other.c.place.in_(earlier), same) if earlier else same
    mine = (other.c.user_id == users.c.telegram_id, other.c.created_at <= before)
    return sa.exists().where(*mine, which, lasts(other, today))


def _reminded(audience: Audience) -> Iterator[sa.Select[Any]]:
    if audience.reminders is not None:
        query = sa.select(reminder.c.user_id, users.c.language)
        query = query.select_from(users.join(reminder, reminder.c.user_id == users.c.telegram_id))
        query = query.where(reminder.c.campaign_id == audience.reminders)
        yield query.group_by(reminder.c.user_id, users.c.language)  # late ones of one day come as one


def lasts(trips: sa.FromClause, day: date | sa.ColumnElement[date]) -> sa.ColumnElement[bool]:
    """Return what holds for followed trips that have not ended by a day; one without an end is under way."""
    return sa.and_(trips.c.followed, sa.or_(trips.c.last.is_(None), trips.c.last >= day))


def still_wanted(audience: Audience, person: sa.ColumnElement[int]) -> sa.ColumnElement[bool] | None:
    """Return what holds for a person who has not left an audience meanwhile; None where nobody can leave it."""
    wishes: list[sa.ColumnElement[bool]] = []
    if audience.topics:
        topics = [str(topic) for topic in audience.topics]
        wishes.append(sa.exists().where(subscription.c.topic.in_(topics), subscription.c.user_id == person))
    if audience.trips:
        wishes.append(sa.exists().where(trip.c.user_id == person, trip.c.place.in_(audience.trips), trip.c.followed))
    if audience.reminders is not None:
        wishes.append(sa.exists().where(reminder.c.campaign_id == audience.reminders, reminder.c.user_id == person))
    return sa.or_(*wishes) if wishes else None


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
