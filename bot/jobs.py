"""The periodic jobs, run by APScheduler: one at a time each, a late one is not made up for."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import structlog
from apscheduler.events import EVENT_JOB_ERROR, JobExecutionEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """Work done every so many seconds, or at an hour of the bot's time zone: daily, or on a weekday.

    hour, weekday: as cron has them (`4`, `"10-20"`; `"mon"`).
    """

    name: str
    work: Callable[[], Awaitable[Any]]
    seconds: float | None = None
    hour: int | str | None = None
    minute: int = 7
    weekday: str | None = None


def build_scheduler(jobs: tuple[Job, ...], timezone: str) -> AsyncIOScheduler:
    """Return a scheduler of these jobs, not started yet."""
    scheduler = AsyncIOScheduler(
        timezone=timezone, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": 30}
    )
    scheduler.add_listener(_log_failure, EVENT_JOB_ERROR)
    for job in jobs:
        if job.seconds is not None:
            scheduler.add_job(job.work, "interval", seconds=job.seconds, id=job.name)
        else:
            when = {"day_of_week": job.weekday, "hour": job.hour, "minute": job.minute}
            scheduler.add_job(job.work, "cron", **when, id=job.name)
    return scheduler


def _log_failure(event: JobExecutionEvent) -> None:
    if isinstance(event.exception, asyncio.CancelledError):
        return  # the bot is stopping
    log.error("job failed", job=event.job_id, exc_info=event.exception)
