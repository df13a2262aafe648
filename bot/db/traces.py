"""Everything that the database keeps of one person, for /mydata and /forget."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db import schema
from bot.db.dialects import insert
from bot.domain.campaign import DeliveryState, Reason

# A claimed message is being sent this moment: the sender counts it when it settles.
_WAITING = [state.value for state in (DeliveryState.PENDING, DeliveryState.LATER, DeliveryState.HELD)]
_LEFT = f"{DeliveryState.SKIPPED}:{Reason.LEFT}"


async def everything(c: AsyncConnection, telegram_id: int) -> dict[str, object] | None:
    """Return all rows about a person by subject, dates written out; None when there are none.

    An editor's or owner's acts in the audit log are among them.
    """
    found = {
        name: [_plain(row) for row in (await c.execute(query)).mappings()]
        for name, query in _queries(telegram_id).items()
    }
    if not any(found.values()):
        return None
    user, *_ = found.pop("user") or [{}]
    return {"user": user, **found}


async def forget(c: AsyncConnection, telegram_id: int) -> bool:
    """Delete all rows about a person; tell whether there were any.

    Messages still to be sent are counted as skipped, so that their campaigns come to an end. The audit log of
    what an editor did stays: it is the record of the desk.
    """
    await _leave_campaigns(c, telegram_id)
    deleted = 0
    for table, condition in _owned(telegram_id):
        deleted += (await c.execute(sa.delete(table).where(condition))).rowcount
    return bool(deleted)


def _owned(telegram_id: int) -> tuple[tuple[sa.Table, sa.ColumnElement[bool]], ...]:
    return (
        (schema.subscription, schema.subscription.c.user_id == telegram_id),
        (schema.report, schema.report.c.user_id == telegram_id),
        (schema.conversation, schema.conversation.c.key.like(f"{telegram_id}:%")),
        (schema.delivery, schema.delivery.c.user_id == telegram_id),
        (schema.trip, schema.trip.c.user_id == telegram_id),
        (schema.paper, schema.paper.c.user_id == telegram_id),
        (schema.reminder, schema.reminder.c.user_id == telegram_id),
        (schema.users, schema.users.c.telegram_id == telegram_id),
    )


def _queries(telegram_id: int) -> dict[str, sa.Select[Any]]:
    audit = schema.audit
    names = {table.name: sa.select(table).where(condition) for table, condition in _owned(telegram_id)}
    return {
        "user": names["users"],
        "subscriptions": names["subscription"],
        "reports": names["report"],
        "conversations": names["conversation"],
        "messages": names["delivery"],
        "trips": names["trip"],
        "papers": names["paper"],
        "reminders": names["reminder"],
        "audit": sa.select(audit).where(audit.c.actor == telegram_id).order_by(audit.c.id),
    }


async def _leave_campaigns(c: AsyncConnection, telegram_id: int) -> None:
    delivery, count = schema.delivery, schema.campaign_count
    waiting = sa.select(delivery.c.campaign_id).where(delivery.c.user_id == telegram_id, delivery.c.state.in_(_WAITING))
    for campaign_id in (await c.scalars(waiting)).all():
        counted = insert(c, count).values(campaign_id=campaign_id, outcome=_LEFT, count=1)
        await c.execute(
            counted.on_conflict_do_update(index_elements=["campaign_id", "outcome"], set_={"count": count.c.count + 1})
        )


def _plain(row: Any) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, (date, datetime)) else value for name, value in row.items()}
