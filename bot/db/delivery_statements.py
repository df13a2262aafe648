"""The statements of bot.db.deliveries, and the values that go in and come out."""

from datetime import datetime, time
from typing import Any

import sqlalchemy as sa

from bot.db.audience import still_wanted
from bot.db.schema import campaign, delivery, users
from bot.domain.campaign import Campaign, CampaignState, DeliveryState
from bot.domain.delivery import Claimed
from bot.domain.user import QuietHours

_SENT = delivery.alias("sent")


# As it stands in the index, not bound: only so does SQLite see that the partial index holds exactly these.
_WAITING = sa.text("delivery.state IN ('later', 'held')")


def waiting(limit: int, now: datetime) -> sa.Select[Any]:
    people = due(now).order_by(delivery.c.not_before).limit(limit).subquery()  # as the index has it: nothing to sort
    source = (
        delivery.join(campaign, campaign.c.id == delivery.c.campaign_id)
        .outerjoin(users, users.c.telegram_id == delivery.c.user_id)
        .outerjoin(_SENT, (_SENT.c.campaign_id == campaign.c.target_id) & (_SENT.c.user_id == delivery.c.user_id))
    )
    columns = [
        users.c.state.label("user_state"),
        users.c.silent,
        campaign.c.audience,
        campaign.c.target_id,
        _SENT.c.message_id.label("target_message_id"),
        _SENT.c.message_count.label("target_count"),
    ]
    return (
        sa.select(delivery, *columns)
        .select_from(source)
        .where(
            _WAITING,
            delivery.c.not_before <= now,
            campaign.c.state == CampaignState.RUNNING,
            delivery.c.user_id.in_(sa.select(people.c.user_id)),
        )
        .order_by(delivery.c.not_before, delivery.c.user_id, delivery.c.campaign_id)  # what came first stands first
        .with_for_update(of=delivery, skip_locked=True)
    )


def due(now: datetime) -> sa.Select[Any]:
    # The + 0 keeps the planner from walking through all rows of a running campaign instead of those that wait.
    return (
        sa.select(delivery.c.user_id)
        .join(campaign, campaign.c.id == delivery.c.campaign_id + 0)
        .where(_WAITING, delivery.c.not_before <= now, campaign.c.state == CampaignState.RUNNING)
    )


def locked_states(ids: list[int]) -> sa.Select[Any]:
    return sa.select(campaign.c.id, campaign.c.state).where(campaign.c.id.in_(ids)).with_for_update(read=True)


CLAIM = (
    sa.update(delivery)
    .where(delivery.c.campaign_id == sa.bindparam("c_id"), delivery.c.user_id == sa.bindparam("u_id"))
    .values(state=str(DeliveryState.CLAIMED))
)


def pending(one: Campaign, after: int, limit: int) -> sa.Select[Any]:
    wanted = still_wanted(one.audience, delivery.c.user_id) if one.target_id is None else None
    unsubscribed: sa.ColumnElement[Any] = sa.literal(False) if wanted is None else sa.not_(wanted)
    columns = [
        users.c.state.label("user_state"),
        users.c.cadence,
        users.c.quiet_start,
        users.c.quiet_end,
        users.c.timezone,
        users.c.silent,
        unsubscribed.label("unsubscribed"),
    ]
    source = delivery.outerjoin(users, users.c.telegram_id == delivery.c.user_id)
    sent = delivery.alias("sent")
    if one.target_id is not None:
        source = source.join(sent, (sent.c.campaign_id == one.target_id) & (sent.c.user_id == delivery.c.user_id))
        columns += [sent.c.message_id.label("target_message_id"), sent.c.message_count.label("target_count")]
    query = sa.select(delivery, *columns).select_from(source)
    return (
        query.where(
            delivery.c.campaign_id == one.id,
            delivery.c.user_id > after,
            delivery.c.state == DeliveryState.PENDING,
        )
        .order_by(delivery.c.user_id)
        .limit(limit)
        .with_for_update(of=delivery)
    )


def claimed_in(*states: CampaignState) -> sa.ColumnElement[bool]:
    """Return what holds for the rows in hand of campaigns in these states."""
    campaigns = sa.select(campaign.c.id).where(campaign.c.state.in_([str(state) for state in states]))
    return sa.and_(delivery.c.campaign_id.in_(campaigns), delivery.c.state == DeliveryState.CLAIMED)


def claimed_of(row: Any, *, held: bool = False) -> Claimed:
    return Claimed(
        campaign_id=row["campaign_id"],
        user_id=row["user_id"],
        language=row["language"],
        attempts=row["attempts"],
        first_tried_at=row["first_tried_at"],
        silent=bool(row["silent"]),
        held=held,
        target_message_id=row.get("target_message_id"),
        target_count=row.get("target_count") or 1,
    )


def quiet_hours(start: int | None, end: int | None) -> QuietHours | None:
    if start is None or end is None:
        return None
    return QuietHours(time(start // 60, start % 60), time(end // 60, end % 60))
