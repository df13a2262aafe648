"""The composition root: everything that answers is made here and handed to who needs it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot import clock
from bot.db.aliases import DatabaseAliases
from bot.db.audit import DatabaseAudit
from bot.db.campaigns import DatabaseCampaigns
from bot.db.destinations import DatabaseDestinations
from bot.db.drafts import DatabaseDrafts
from bot.db.engine import Database
from bot.db.events import DatabaseEvents
from bot.db.facts import DatabaseFacts
from bot.db.feeds import DatabaseFeeds
from bot.db.followed_trips import DatabaseFollowedTrips
from bot.db.migrate import migrate
from bot.db.news import DatabaseNews
from bot.db.papers import DatabasePapers
from bot.db.question_counts import DatabaseQuestionCounts
from bot.db.reminders import DatabaseReminders
from bot.db.reports import DatabaseReports
from bot.db.seed import seed
from bot.db.statistics import DatabaseStatistics
from bot.db.storage import check_integrity
from bot.db.subscriptions import DatabaseSubscriptions
from bot.db.trips import DatabaseTrips
from bot.db.unanswered import DatabaseUnanswered
from bot.db.users import DatabaseUsers
from bot.domain.language import Language
from bot.feeds.probe import FeedProbe
from bot.i18n import Translator
from bot.pictures.rendering import Renderer
from bot.services.aliases import Aliases
from bot.services.broadcasts import Broadcasts
from bot.services.campaign_desk import CampaignDesk
from bot.services.campaigns import Campaigns
from bot.services.catalogue import Catalogue, CatalogueHolder
from bot.services.conversations import Conversations
from bot.services.destinations import Destinations
from bot.services.editors import Editors
from bot.services.followed_trips import FollowedTrips
from bot.services.followers import Followers
from bot.services.insight import Insights
from bot.services.news_desk import FeedDesk, NewsDesk
from bot.services.papers import Papers
from bot.services.questions import Unanswered
from bot.services.queue import Queue
from bot.services.readings import Readings
from bot.services.refusals import Refusals
from bot.services.reminders import Reminders
from bot.services.stay import StayCalculator
from bot.services.subscriptions import Subscriptions
from bot.services.talks import Talks
from bot.services.tally import Tally
from bot.services.users import Users
from bot.settings import Settings
from bot.telegram.acts import NoActs
from bot.telegram.answering import Answering
from bot.telegram.paper_talk import PaperTalk
from bot.telegram.responder import Responder
from bot.telegram.stay_talk import StayTalk
from bot.telegram.views.alerts import compose_event_alert
from bot.telegram.views.regime_alerts import compose_plan
from bot.telegram.views.reminders import compose_reminder
from bot.understanding import PlaceName, Understanding
from bot.understanding.news import NewsReader


@dataclass(slots=True)
class Bell:
    """Tells the delivery loop that there is work; silent until one listens."""

    ring: Callable[[], None] = lambda: None

    def __call__(self) -> None:
        """Ring."""
        self.ring()


@dataclass(frozen=True, slots=True)
class App:
    """Everything that answers, with no Telegram yet: also what the command line works with."""

    settings: Settings
    db: Database
    bell: Bell
    holder: CatalogueHolder
    translator: Translator
    aliases: Aliases
    users: Users
    subscriptions: Subscriptions
    talks: Talks
    campaigns: Campaigns
    conversations: Conversations
    unanswered: Unanswered
    responder: Responder
    answering: Answering
    broadcasts: Broadcasts
    campaign_desk: CampaignDesk
    editors: Editors
    audit: DatabaseAudit
    refusals: Refusals
    queue: Queue
    news_desk: NewsDesk
    feed_desk: FeedDesk
    news_reader: NewsReader
    insights: Insights
    destinations: Destinations
    renderer: Renderer
    stay: StayTalk
    reminders: Reminders
    paper_talk: PaperTalk

    @property
    def followers(self) -> Followers:
        """Return who lets people who came by the page follow topics."""
        return Followers(self.users, self.subscriptions, self.holder)

    async def page_card(self, language: Language, iso2: str) -> str:
        """Return a destination's card for the page, in the chat's HTML."""
        return (await self.responder.card(self.translator[language], iso2, NoActs())).html


@asynccontextmanager
async def open_app(settings: Settings) -> AsyncIterator[App]:
    """Yield the app on a database that is migrated and seeded; close the database at the end.

    Raises DamagedDatabaseError, NewerDatabaseError and FactsError.
    """
    async with Database.open(settings.database_url) as db:
        await check_integrity(db)
        await migrate(db)
        await seed(db)
        yield await assemble(settings, db)


async def assemble(settings: Settings, db: Database) -> App:
    """Return the app on a database that is ready."""
    holder, wake = CatalogueHolder(DatabaseFacts(db)), Bell()
    await holder.refresh()
    translator, audit = Translator(), DatabaseAudit(db)
    understanding = Understanding.load(place_names(holder.current))
    reminder_store = DatabaseReminders(db, settings.zone)
    users = Users(DatabaseUsers(db), settings.admin_ids, clock.now, reminder_store.reschedule)
    campaigns = Campaigns(DatabaseCampaigns(db), clock.now, wake)
    events = DatabaseEvents(db, to_channel=bool(settings.channel_id))
    talks = Talks(holder, events, compose_event_alert(translator), lambda: clock.today(settings.timezone), wake)
    tally = Tally(DatabaseQuestionCounts(db), clock.now, settings.zone)
    conversations, unanswered = Conversations(), Unanswered(DatabaseUnanswered(db), tally)
    responder = Responder(holder, translator, understanding, talks, talks.today)
    missed = DatabaseUnanswered(db)
    reminders = Reminders(reminder_store, holder, compose_reminder(translator), clock.now, settings.zone, wake)
    return App(
        settings=settings,
        db=db,
        bell=wake,
        holder=holder,
        translator=translator,
        aliases=Aliases(DatabaseAliases(db), lambda: responder.understanding, lambda: holder.current),
        users=users,
        subscriptions=Subscriptions(DatabaseSubscriptions(db), users.drop),
        talks=talks,
        campaigns=campaigns,
        conversations=conversations,
        unanswered=unanswered,
        responder=responder,
        answering=Answering(responder, translator, conversations, unanswered),
        broadcasts=Broadcasts(DatabaseDrafts(db), campaigns, audit, clock.now),
        campaign_desk=CampaignDesk(campaigns, audit),
        editors=Editors(users, audit),
        audit=audit,
        refusals=Refusals(audit, clock.now),
        queue=Queue(DatabaseReports(db), missed),
        news_desk=NewsDesk(DatabaseNews(db)),
        feed_desk=FeedDesk(DatabaseFeeds(db), FeedProbe(allow_private=settings.feeds_allow_private)),
        news_reader=NewsReader(understanding.gazetteer),
        insights=Insights(
            Readings(DatabaseStatistics(db, settings.zone), clock.now),
            missed,
            holder,
            lambda: clock.today(settings.timezone),
        ),
        renderer=Renderer(),
        stay=StayTalk(
            StayCalculator(DatabaseTrips(db), holder, lambda: clock.today(settings.timezone), clock.now),
            responder,
            translator,
        ),
        reminders=reminders,
        paper_talk=PaperTalk(
            Papers(DatabasePapers(db, settings.zone), holder, talks.today, clock.now),
            reminders,
            FollowedTrips(DatabaseFollowedTrips(db), holder, talks.today, clock.now),
            responder,
        ),
        destinations=build_destinations(settings, db, holder, translator, wake),
    )


def build_destinations(
    settings: Settings,
    db: Database,
    holder: CatalogueHolder,
    translator: Translator,
    wake: Callable[[], None] = lambda: None,
) -> Destinations:
    """Return the use case of editing destinations: also what the command line works with."""
    return Destinations(
        DatabaseDestinations(db),
        holder,
        compose_plan(translator),
        Campaigns(DatabaseCampaigns(db), clock.now, wake).count,
        bool(settings.channel_id),
        lambda: clock.today(settings.timezone),
        wake,
    )


def place_names(catalogue: Catalogue) -> tuple[PlaceName, ...]:
    """Return every name people use, as understanding wants them."""
    return tuple(PlaceName(*name) for name in catalogue.place_names)
