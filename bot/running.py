"""A bot at work: intake, delivery and jobs, the same for the real Telegram and for the playground.

Shutdown, in this order (tested): no new updates are taken → handlers in hand finish → the delivery loop settles
what is in flight → jobs and background tasks end → last seen times and counts of questions are written. The HTTP
server, the session and the database are closed by those who opened them. All within ten seconds; what is left stays
queued.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import structlog
from aiogram import Bot, Dispatcher
from aiogram.fsm.storage.base import BaseStorage
from aiogram.types import Update
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import clock
from bot.assembly import App, place_names
from bot.db.campaigns import DatabaseCampaigns
from bot.db.chores import DatabaseChores
from bot.db.conversation import DatabaseStorage
from bot.db.deliveries import DatabaseDeliveries
from bot.db.migrate import HEAD, schema_version
from bot.db.news_intake import DatabaseIntake
from bot.db.progress import DatabaseProgress
from bot.dispatch import build_dispatcher, watch_notices
from bot.figures import crash_figure, figures_of
from bot.jobs import Job, build_scheduler
from bot.keeping import Keeping, build_keeping
from bot.services.channel import Channel
from bot.services.delivery import DeliveryLoop
from bot.services.measures import Measures
from bot.services.watch import Watch
from bot.tasks import Supervisor
from bot.telegram.ageing import AgeingList
from bot.telegram.bulk_sender import BulkSender
from bot.telegram.cached_storage import CachedStorage
from bot.telegram.forgiving_storage import ForgivingStorage
from bot.telegram.intake import Intake
from bot.telegram.middlewares.measuring import measure
from bot.telegram.middlewares.pacing import RepliesFirst
from bot.telegram.notices import Notices
from bot.telegram.pacing import Limiter
from bot.telegram.progress import ProgressBoard
from bot.telegram.queue_notices import QueueNotices
from bot.telegram.stay_session import LASTS, Counting
from bot.telegram.transport import Transport
from bot.telegram.trouble_notices import TroubleNotices
from bot.telegram.views.channel import channel_messages
from bot.telegram.views.digests import compose_digest
from bot.understanding import Understanding
from bot.watching import build_watch, read_feeds, watch_figures
from bot.web.metrics import Figure, Shown
from bot.work_figures import measured_figures, queue_figures, release_figure, sending_figures

log = structlog.get_logger(__name__)

DRAFTS_LAST = timedelta(days=30)
PATIENCE = 4.0
"""Seconds that handlers in hand get at a stop."""


@dataclass(slots=True)
class Work:
    """The moving parts of a bot."""

    app: App
    bot: Bot
    dispatcher: Dispatcher
    intake: Intake
    delivery: DeliveryLoop
    tasks: Supervisor
    scheduler: AsyncIOScheduler
    keeping: Keeping
    measures: Measures
    sender: BulkSender
    after_intake: Callable[[], Awaitable[None]] | None = None
    """What confirms to Telegram the updates that were taken."""

    watch: Watch | None = None

    async def stop(self) -> None:
        """Stop taking updates, finish what is in hand, settle, write what is pending."""
        await self.tasks.stop("updates")
        if not await self.intake.drain(PATIENCE):
            log.warning("handlers still at work at the stop: given up")
        if self.after_intake is not None:
            await self.after_intake()
        await self.delivery.stop()
        self.scheduler.shutdown(wait=False)
        await self.tasks.stop()
        try:
            await self.app.users.flush()
        finally:
            await self.app.unanswered.tally.flush()

    async def ready(self) -> dict[str, str]:
        """Return what is not well, by part."""
        unwell = {name: h.last_error or "not running" for name, h in self.tasks.health.items() if not h.running}
        return unwell | await self._database_problems()

    async def figures(self) -> tuple[Shown, ...]:
        """Return what /metrics shows of the bot; without what is in the database when that does not answer."""
        crashes = {name: health.crashes for name, health in self.tasks.health.items()}
        rate, in_hand = self.sender.limiter.current_rate, self.intake.in_hand
        own = (release_figure(), crash_figure(crashes), *measured_figures(self.measures), *self.keeping.figures())
        sending = sending_figures(self.sender.outcomes, rate, in_hand)
        return (*own, *sending, *await figures_of(self.app), *await self._stored_figures())

    async def _stored_figures(self) -> tuple[Figure, ...]:
        try:
            queued = queue_figures(await DatabaseCampaigns(self.app.db).running(), clock.now())
            return (*queued, *await watch_figures(self.app.db, self.watch))
        except Exception as error:  # sapar_trouble tells what is wrong
            log.warning("what the database holds can't be shown by /metrics", error=type(error).__name__)
            return ()

    async def _database_problems(self) -> dict[str, str]:
        try:
            version = await schema_version(self.app.db)
        except Exception as error:
            return {"database": type(error).__name__}
        return {} if version == HEAD else {"schema": f"at {version}, not at {HEAD}"}


@asynccontextmanager
async def at_work(app: App, bot: Bot, transport: Transport, bot_name: str) -> AsyncIterator[Work]:
    """Yield a bot whose delivery and jobs run; what brings updates is started by the caller as task `updates`."""
    Update.model_rebuild()  # or the first message would wait for it (docs/decisions/0002-start-up.md)
    storage, tasks = DatabaseStorage(app.db), Supervisor()
    limiter = Limiter(app.settings.send_rate)
    bot.session.middleware(RepliesFirst(limiter))
    sender, measures = BulkSender(transport, limiter), Measures()
    delivery = _delivery(app, sender)
    app.bell.ring = delivery.wake
    board = ProgressBoard(
        bot,
        DatabaseProgress(app.db),
        app.campaigns,
        app.users,
        app.translator,
        app.holder,
        app.settings.zone,
        clock.now,
    )
    dispatcher = build_dispatcher(app, bot, _storage_for(app, storage), bot_name=bot_name, board=board)
    measure(dispatcher, bot, measures)
    keeping = build_keeping(app, TroubleNotices(Notices(bot, app.users, app.translator)).tell)
    jobs = (*_jobs(app, bot, delivery, board, storage), *keeping.jobs())
    scheduler = build_scheduler(jobs, app.settings.timezone)
    work = Work(
        app, bot, dispatcher, Intake(dispatcher, bot, tasks), delivery, tasks, scheduler, keeping, measures, sender
    )
    tasks.start("delivery", delivery.run)
    await read_feeds(app.settings, app.db)
    if app.settings.watch_interval:
        work.watch = build_watch(app, watch_notices(app, bot), bot_name)
        tasks.start("watch", work.watch.run)
    scheduler.start()
    try:
        yield work
    finally:
        await work.stop()


def _delivery(app: App, sender: BulkSender) -> DeliveryLoop:
    campaigns, channel = DatabaseCampaigns(app.db), None
    if chat := app.settings.channel_id:
        target = int(chat) if chat.lstrip("-").isdigit() else chat
        channel = Channel(target, campaigns, sender, channel_messages)
    deliveries = DatabaseDeliveries(app.db, app.settings.zone)
    return DeliveryLoop(deliveries, campaigns, sender, clock.now, compose_digest(app.translator), channel)


def _storage_for(app: App, storage: DatabaseStorage) -> BaseStorage:
    return ForgivingStorage(CachedStorage(storage) if app.db.is_sqlite else storage)


def _jobs(
    app: App, bot: Bot, delivery: DeliveryLoop, board: ProgressBoard, storage: DatabaseStorage
) -> tuple[Job, ...]:
    notices, chores = Notices(bot, app.users, app.translator), DatabaseChores(app.db)
    reports = QueueNotices(app.queue, notices, chores, clock.now)
    ageing = AgeingList(notices, app.destinations, app.holder, chores)

    async def refresh() -> None:
        known = app.holder.current.place_names
        if await app.holder.refresh() and app.holder.current.place_names != known:
            # In a thread: it takes a fifth of a second, in which people would wait.
            names = place_names(app.holder.current)
            app.responder.understanding = await asyncio.to_thread(Understanding.load, names)

    async def drop_old_drafts() -> None:
        await storage.drop_older_than(DRAFTS_LAST)

    async def forget_calculations() -> None:
        await storage.drop_begun(Counting.__name__, timedelta(seconds=LASTS))

    async def tell_of_old_facts() -> None:
        await ageing.tell(clock.now().astimezone(app.settings.zone))

    async def forget_news() -> None:
        await DatabaseIntake(app.db).forget(clock.now())

    return (
        Job("refresh facts", refresh, seconds=1),
        Job("redraw progress", board.tick, seconds=1),
        Job("write last seen", app.users.flush, seconds=10),
        Job("tell of reports", reports.look, seconds=60),
        Job("write counts of questions", app.unanswered.tally.flush, seconds=10),
        Job("count ahead", app.insights.readings.count_ahead, seconds=60),
        Job("queue reminders", app.reminders.queue_due, seconds=60),
        Job("prune reminders", app.reminders.prune, hour=4),
        Job("prune deliveries", delivery.prune, seconds=60),
        Job("drop old drafts", drop_old_drafts, hour=4),
        Job("forget calculations", forget_calculations, seconds=600),
        Job("tell of old facts", tell_of_old_facts, hour="10-20", minute=0, weekday="mon"),
        Job("forget old news", forget_news, hour=4),
    )
