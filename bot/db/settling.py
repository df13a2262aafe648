"""What became of deliveries, written down: all in one transaction of the caller's, on either engine."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from bot.db.delivery_statements import locked_states
from bot.db.schema import campaign_count, delivery, users
from bot.domain.campaign import CampaignState, DeliveryState, Reason
from bot.domain.delivery import Settled
from bot.domain.user import UserState

_SETTLE = (
    sa.update(delivery)
    .where(delivery.c.campaign_id == sa.bindparam("c_id"), delivery.c.user_id == sa.bindparam("u_id"))
    .values(
        state=sa.bindparam("to"),
        reason=sa.bindparam("why"),
        attempts=delivery.c.attempts + sa.bindparam("tries"),
        not_before=sa.bindparam("until"),
        first_tried_at=sa.func.coalesce(
            delivery.c.first_tried_at, sa.bindparam("tried_at", type_=delivery.c.first_tried_at.type)
        ),
        message_id=sa.func.coalesce(sa.bindparam("m_id"), delivery.c.message_id),
        message_count=sa.bindparam("m_count"),
    )
)
_MARK = sa.update(users).where(users.c.telegram_id == sa.bindparam("u_id")).values(state=sa.bindparam("to"))
_GONE = {
    Reason.BLOCKED: UserState.BLOCKED,
    Reason.DEACTIVATED: UserState.DEACTIVATED,
    Reason.NOT_FOUND: UserState.DEACTIVATED,
}


def outcome(state: DeliveryState, reason: str | None) -> str:
    """Return the key under which a last word is counted."""
    return f"{state}:{reason}" if reason else str(state)


def settle_rows(c: sa.Connection, results: Sequence[Settled]) -> None:
    """Write outcomes, count the last words among them, mark people who are gone."""
    if not results:
        return
    results = _without_cancelled(c, results)
    c.execute(_SETTLE, [_values(one) for one in results])
    last_words = Counter((one.campaign_id, outcome(one.state, one.reason)) for one in results if one.state.is_settled)
    for campaign_id in sorted({number for number, _ in last_words}):
        count_outcomes(c, campaign_id, {key: n for (number, key), n in last_words.items() if number == campaign_id})
    gone = [{"u_id": one.user_id, "to": str(_GONE[one.reason])} for one in results if one.reason in _GONE]
    if gone:
        c.execute(_MARK, gone)


def settle_claimed(c: sa.Connection, results: Sequence[Settled]) -> None:
    """Write the outcomes of rows that are still in hand; the others have theirs."""
    last = {(one.campaign_id, one.user_id): one for one in results}
    settle_rows(c, [one for key, one in last.items() if _state(c, *key) == DeliveryState.CLAIMED])


def count_outcomes(c: sa.Connection, campaign_id: int, counts: Mapping[str, int]) -> None:
    """Add to the settled deliveries of a campaign, by outcome."""
    for key, number in sorted(counts.items()):  # one order: two writers never wait for each other
        if not number:
            continue
        where = (campaign_count.c.campaign_id == campaign_id, campaign_count.c.outcome == key)
        done = c.execute(sa.update(campaign_count).where(*where).values(count=campaign_count.c.count + number))
        if not done.rowcount:
            c.execute(sa.insert(campaign_count).values(campaign_id=campaign_id, outcome=key, count=number))


def _without_cancelled(c: sa.Connection, results: Sequence[Settled]) -> Sequence[Settled]:
    """Give rows that would wait on their last word when their campaign was cancelled meanwhile."""
    over = _cancelled(c, {one.campaign_id for one in results if not one.state.is_settled})
    return [
        replace(one, state=DeliveryState.SKIPPED, reason=Reason.CANCELLED, not_before=None)
        if one.campaign_id in over and not one.state.is_settled
        else one
        for one in results
    ]


def _cancelled(c: sa.Connection, ids: Iterable[int]) -> set[int]:
    wanted = sorted(ids)
    rows = c.execute(locked_states(wanted)).all() if wanted else ()
    return {campaign_id for campaign_id, state in rows if state == CampaignState.CANCELLED}


def _state(c: sa.Connection, campaign_id: int, user_id: int) -> str | None:
    where = (delivery.c.campaign_id == campaign_id, delivery.c.user_id == user_id)
    found: str | None = c.execute(sa.select(delivery.c.state).where(*where)).scalar()
    return found


def _values(one: Settled) -> dict[str, Any]:
    return {
        "c_id": one.campaign_id,
        "u_id": one.user_id,
        "to": str(one.state),
        "why": str(one.reason) if one.reason else None,
        "tries": one.tries,
        "until": one.not_before,
        "tried_at": one.tried_at,
        "m_id": one.message_id,
        "m_count": one.message_count,
    }
