"""What /metrics shows of the bot: what is at hand, and what is counted no oftener than every 90 seconds."""

from collections.abc import Mapping

import structlog

from bot.assembly import App
from bot.domain.statistics import Statistics, added
from bot.services.readings import KEPT
from bot.web.metrics import Figure

log = structlog.get_logger(__name__)


async def figures_of(app: App) -> tuple[Figure, ...]:
    """Return the figures of the app; without those of the database when that does not answer."""
    try:
        counted = counted_figures((await app.insights.readings.current(KEPT)).numbers)
    except Exception as error:  # the others tell what is wrong
        log.warning("people could not be counted for /metrics", error=type(error).__name__)
        counted = ()
    asked = app.unanswered.tally.since_start
    age, revision = app.insights.facts().oldest_days, app.holder.current.revision
    return (
        Figure(
            "sapar_questions", "Questions by intent and language.", _floats(asked), ("intent", "language"), "counter"
        ),
        Figure("sapar_catalogue_revision", "Revision of the facts.", {(): float(revision)}),
        Figure("sapar_oldest_fact_age_days", "Days since the oldest fact was confirmed.", {(): float(age)}),
        *counted,
    )


def counted_figures(numbers: Statistics) -> tuple[Figure, ...]:
    """Return the figures that are counted in the database."""
    people = {(str(state), str(language)): count for (state, language), count in numbers.people.counts.items()}
    kinds = added((topic.kind, count) for topic, count in numbers.followers.items())
    by_kind: dict[tuple[str, ...], float] = {(kind,): float(count) for kind, count in kinds.items()}
    return (
        Figure("sapar_users", "People by state and language.", _floats(people), ("state", "language")),
        Figure(
            "sapar_subscriptions",
            "Subscriptions of people who can be reached, by kind of topic.",
            by_kind,
            ("kind",),
        ),
    )


def crash_figure(crashes: Mapping[str, int]) -> Figure:
    """Return the crashes of background tasks, by name."""
    samples: dict[tuple[str, ...], float] = {(name,): float(count) for name, count in crashes.items()}
    return Figure("sapar_task_crashes", "Crashes of background tasks.", samples, ("task",), "counter")


def _floats(counts: Mapping[tuple[str, str], int]) -> dict[tuple[str, ...], float]:
    return {key: float(count) for key, count in counts.items()}
