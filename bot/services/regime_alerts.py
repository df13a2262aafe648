"""Whom a change of destinations is told, and in how many messages (docs/decisions/0042-regime-alerts.md)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.campaign import Audience, Content
from bot.domain.destination_edit import Alert
from bot.domain.review import Difference
from bot.domain.topic import LIST, Topic
from bot.services.catalogue import Catalogue
from bot.services.followed_trips import trip_places

MOST_SINGLE = 3
"""Changes up to which followers of the list get an alert for each; more are told them in one summary."""
MOST_IN_SUMMARY = 20
"""Changes that a summary tells in full; of those beyond, their countries' followers get an alert each."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One alert that is to go out. is_correction: it takes back what was told. A summary has several changes."""

    audience: Audience
    changes: tuple[Difference, ...]
    is_correction: bool = False
    left_out: int = 0
    to_channel: bool = True

    @property
    def iso2(self) -> str:
        """Return the destination it is about, empty for a summary."""
        return self.changes[0].iso2 if len(self.changes) == 1 else ""


Compose = Callable[[Catalogue, Plan], Content]
"""Makes the messages of an alert, one a language."""


def plan_alerts(changes: Sequence[Difference], *, correction: bool = False) -> tuple[Plan, ...]:
    """Return the alerts of these changes; none where nothing concerns travellers. Nobody is told a change twice.

    A new destination is nothing that anybody followed, so it is not told.
    """
    told = [change for change in changes if change.before is not None and change.concerns_travellers]
    if len(told) <= MOST_SINGLE:
        return tuple(_single(change, _followers(change, also=(LIST,)), correction) for change in told)
    full, rest = tuple(told[:MOST_IN_SUMMARY]), told[MOST_IN_SUMMARY:]
    return (
        Plan(Audience(topic=LIST), full, correction, left_out=len(rest)),
        *(_single(one, _followers(one, without=LIST), correction, to_channel=False) for one in full),
        *(_single(one, _followers(one), correction, to_channel=False) for one in rest),
    )


def make_alert(catalogue: Catalogue, plan: Plan, compose: Compose, *, to_channel: bool) -> Alert:
    """Return a planned alert with its messages."""
    return Alert(
        audience=plan.audience,
        content=compose(catalogue, plan),
        changes=tuple(change.iso2 for change in plan.changes),
        iso2=plan.iso2,
        to_channel=to_channel and plan.to_channel,
    )


def _single(change: Difference, audience: Audience, correction: bool, *, to_channel: bool = True) -> Plan:
    return Plan(audience, (change,), correction, to_channel=to_channel)


def _followers(change: Difference, *, also: tuple[Topic, ...] = (), without: Topic | None = None) -> Audience:
    """Return who follows the country, or a trip there."""
    trips = trip_places(change.iso2, schengen=change.after.is_schengen)
    return Audience(topic=Topic.country(change.iso2), also=also, without=without, trips=trips)
