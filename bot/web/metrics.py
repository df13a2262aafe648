"""Prometheus' page: the process, the webhook, and the figures that the rest of the program hands in."""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from aiohttp import web
from prometheus_client import CollectorRegistry, Counter, GCCollector, PlatformCollector, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, or one for each value of its labels.

    name: without the ending `_total`, which counters get. samples: by the values of the labels, in their order;
    `{(): 5}` for a figure without labels.
    """

    name: str
    help: str
    samples: Mapping[tuple[str, ...], float]
    labels: tuple[str, ...] = ()
    kind: Literal["gauge", "counter"] = "gauge"

    def family(self) -> Metric:
        """Return the form that Prometheus' library writes."""
        make = CounterMetricFamily if self.kind == "counter" else GaugeMetricFamily
        family = make(self.name, self.help, labels=self.labels)
        for values, number in self.samples.items():
            family.add_metric(values, number)
        return family


@dataclass(frozen=True, slots=True)
class Distribution:
    """How often something took how long, for each value of its labels.

    samples: by the values of the labels, how many took no longer than each bound (the last is infinite), and the sum.
    """

    name: str
    help: str
    samples: Mapping[tuple[str, ...], tuple[Sequence[tuple[float, int]], float]]
    labels: tuple[str, ...] = ()

    def family(self) -> Metric:
        """Return the form that Prometheus' library writes."""
        family = HistogramMetricFamily(self.name, self.help, labels=self.labels)
        for values, (bounds, total) in self.samples.items():
            family.add_metric(values, [(_written(bound), count) for bound, count in bounds], total)
        return family


def _written(bound: float) -> str:
    return "+Inf" if bound == float("inf") else f"{bound:g}"


Shown = Figure | Distribution


class _Handed(Collector):
    """Gives the figures of one scrape."""

    def __init__(self, figures: Iterable[Shown]) -> None:
        self.figures = tuple(figures)

    def collect(self) -> Iterator[Metric]:
        return (figure.family() for figure in self.figures)


class Metrics:
    """The page, and the counters that this room itself keeps."""

    def __init__(self, figures: Callable[[], Awaitable[Iterable[Shown]]]) -> None:
        """Take where the figures come from; they are asked for at each scrape."""
        self._figures, self._own = figures, CollectorRegistry()
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=self._own)
        self.webhook = Counter(
            "sapar_webhook_requests", "Requests to the webhook by outcome.", ["outcome"], registry=self._own
        )

    async def page(self, _request: web.Request) -> web.Response:
        """Return everything in Prometheus' text format."""
        handed = CollectorRegistry()
        handed.register(_Handed(await self._figures()))
        body = generate_latest(self._own) + generate_latest(handed)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST, "Cache-Control": "no-store"})
