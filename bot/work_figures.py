"""What /metrics shows of the work itself: updates, handlers, calls to Telegram, and the queue of deliveries."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version

from bot.db.migrate import HEAD
from bot.domain.campaign import Campaign
from bot.services.measures import Measures
from bot.web.metrics import Distribution, Figure, Shown


def measured_figures(measures: Measures) -> tuple[Shown, ...]:
    """Return what was counted and timed since the start."""
    times: dict[tuple[str, ...], tuple[tuple[tuple[float, int], ...], float]] = {
        (name,): (one.cumulative(), one.total) for name, one in sorted(measures.handlers.items())
    }
    calls: dict[tuple[str, ...], float] = {key: float(count) for key, count in sorted(measures.calls.items())}
    return (
        _counter("sapar_updates", "Updates handed to handlers, by kind.", "kind", measures.updates),
        Distribution("sapar_handler_seconds", "Seconds a handler took, its answer sent.", times, ("handler",)),
        _counter("sapar_handler_failures", "Handlers that ended in an error.", "handler", measures.failures),
        Figure(
            "sapar_telegram_calls",
            "Calls that are not bulk.",
            calls,
            ("method", "outcome"),
            "counter",
        ),
    )


def queue_figures(running: Sequence[Campaign], now: datetime) -> tuple[Figure, ...]:
    """Return how much waits to be sent and since when. running: the campaigns at work."""
    waiting = [one for one in running if one.pending or not one.fanned_out]
    kinds: dict[tuple[str, ...], float] = {}
    for one in waiting:
        kinds[(str(one.kind),)] = kinds.get((str(one.kind),), 0.0) + one.pending
    began = [moment for one in waiting if (moment := one.started_at or one.created_at) is not None]
    age = max(0.0, (now - min(began)).total_seconds()) if began else 0.0
    return (
        Figure("sapar_deliveries_waiting", "Messages of running campaigns not settled yet.", kinds, ("kind",)),
        Figure("sapar_delivery_age_seconds", "Seconds since the oldest unfinished campaign began.", {(): age}),
    )


def sending_figures(outcomes: Mapping[str, int], rate: float, in_hand: int) -> tuple[Figure, ...]:
    """Return what became of bulk messages, the rate of now, and how many chats are being served."""
    return (
        _counter("sapar_bulk_messages", "Bulk messages by outcome.", "outcome", outcomes),
        Figure("sapar_send_rate", "Bulk messages a second as of now; lower after refusals.", {(): rate}),
        Figure("sapar_chats_in_hand", "Chats whose updates are being handled.", {(): float(in_hand)}),
    )


def release_figure() -> Figure:
    """Return which release runs."""
    try:
        release = version("sapar")
    except PackageNotFoundError:  # run from a folder that was not installed
        release = "unknown"
    return Figure("sapar_release_info", "The release and its schema.", {(release, HEAD): 1.0}, ("version", "schema"))


def _counter(name: str, text: str, label: str, counts: Mapping[str, int]) -> Figure:
    samples: dict[tuple[str, ...], float] = {(key,): float(count) for key, count in sorted(counts.items())}
    return Figure(name, text, samples, (label,), "counter")
