"""The side of conversations about papers, reminders and followed trips: what was typed or tapped → the answer."""

from dataclasses import dataclass, replace
from datetime import date

from bot.domain.followed_trip import FollowedTrip
from bot.domain.paper import Paper
from bot.domain.reminder import ReminderKind, Subject, ahead
from bot.domain.user import User
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.followed_trips import FollowedTrips
from bot.services.paper_reading import ReadPaper, read_paper
from bot.services.papers import Papers, Refusal
from bot.services.reminders import FARTHEST, Reminders
from bot.telegram.reply import Reply
from bot.telegram.responder import Responder
from bot.telegram.views import followed_trips as trip_views
from bot.telegram.views import papers as views
from bot.telegram.views import reminders as reminder_views

MOST_WORDS = 4
"""Words of an answer without a day; what is longer is a question."""
MOST_WORDS_OF_NAME = 2
"""Words of a name that is not known; what is longer leaves the day that was told behind."""


@dataclass(frozen=True, slots=True)
class PaperTurn:
    """The bot's turn. told: what is known of the paper while something is missing; None: nothing more is asked."""

    reply: Reply
    told: ReadPaper | None = None


@dataclass(frozen=True, slots=True)
class PaperTalk:
    """Answers about papers, reminders and followed trips."""

    papers: Papers
    reminders: Reminders
    trips: FollowedTrips
    responder: Responder

    @property
    def catalogue(self) -> Catalogue:
        """Return the facts of now."""
        return self.papers.holder.current

    async def all_papers(self, user: User, texts: Texts) -> Reply:
        """Return the list of papers."""
        papers = await self.papers.of(user.telegram_id)
        return views.papers_page(self.catalogue, texts, papers, self.papers.today())

    async def one_paper(
        self, user: User, texts: Texts, kind: ReminderKind, place: str, *, saved: bool = False
    ) -> Reply | None:
        """Return the page of a paper, None when it is not kept."""
        paper = await self.papers.find(user.telegram_id, kind, place)
        if paper is None:
            return None
        page = views.PaperPage(paper, self.papers.today(), await self._chosen(user, paper.subject))
        page = replace(page, possible=self._possible(user, paper.subject))
        if kind is ReminderKind.PASSPORT:
            trips = await self.trips.of(user.telegram_id)
            page = replace(page, demands=self.papers.demands(paper), trips=trips)
        return views.paper_page(self.catalogue, texts, page, saved=saved)

    async def last_day(self, user: User, texts: Texts, place: str, day: date | None = None) -> Reply | None:
        """Return the page of the reminder of a last legal day, None when there is none and no day is given."""
        pending = await self.reminders.of(user.telegram_id)
        thing = (ReminderKind.LAST_DAY, place)
        days = [one.subject.day for one in pending if (one.subject.kind, one.subject.place) == thing]
        if (found := next(iter(days), day)) is None:
            return None
        subject = Subject(ReminderKind.LAST_DAY, place, found)
        chosen, possible = await self._chosen(user, subject), self._possible(user, subject)
        return reminder_views.last_day_page(self.catalogue, texts, subject, chosen, possible)

    async def all_reminders(self, user: User, texts: Texts) -> Reply:
        """Return the list of what is still to come."""
        pending = await self.reminders.of(user.telegram_id)
        trips = await self.trips.of(user.telegram_id)
        return reminder_views.reminders_page(self.catalogue, texts, pending, trips)

    async def hear_paper(self, text: str, user: User, texts: Texts, earlier: ReadPaper) -> PaperTurn | None:
        """Take what was typed of a paper; None when it is no such thing."""
        read = read_paper(text, self.responder.understanding, self.papers.today())
        words = len(text.split())
        if read.is_nothing and earlier.expires is not None and words <= MOST_WORDS_OF_NAME:
            return PaperTurn(views.refused(texts, Refusal.NO_PLACE), earlier)
        if read.is_nothing or (not read.names_a_day and words > MOST_WORDS):
            return None
        told = read.over(earlier)
        if told.expires is None or (read.names_a_day and read.expires is None):
            return self._ask_day(texts, read, told)
        if told.kind is ReminderKind.PASSPORT:
            return await self._put(user, texts, told, Paper(told.kind, "", told.expires))
        if not told.place:
            return PaperTurn(views.ask_whose(texts, told.expires), told)
        place = self.papers.area(told.place) or told.place
        return await self._put(user, texts, told, Paper(ReminderKind.VISA, place, told.expires))

    async def hear_whole(self, text: str, user: User, texts: Texts) -> PaperTurn | None:
        """Take a paper that was told whole, without being asked for; None when it is no such thing."""
        read = read_paper(text, self.responder.understanding, self.papers.today())
        return await self.hear_paper(text, user, texts, ReadPaper()) if read.is_whole else None

    def is_worth_keeping(self, area: str, day: date) -> bool:
        """Tell whether a last legal day on a button can be reminded of: a place we know, a day not too far."""
        today = self.papers.today()
        return self.trips.is_known(area) and today <= day <= today + FARTHEST

    async def passport_and_offer(self, user: User, texts: Texts, one: FollowedTrip) -> Reply:
        """Return the offer to follow a trip, with what the passport comes to."""
        return trip_views.offer(self.catalogue, texts, one, await self.papers.passport(user.telegram_id))

    async def follow(self, user: User, texts: Texts, one: FollowedTrip) -> tuple[Reply, bool]:
        """Follow a trip; return the answer and whether it is followed."""
        refusal = await self.trips.follow(user.telegram_id, one)
        if refusal is not None:
            return trip_views.refused(texts, refusal), False
        passport = await self.papers.passport(user.telegram_id)
        return trip_views.followed(self.catalogue, texts, one, passport), True

    def _ask_day(self, texts: Texts, read: ReadPaper, told: ReadPaper) -> PaperTurn:
        kept = replace(told, expires=None, problems=(), days=0)
        if read.names_a_day:
            return PaperTurn(views.wrong_day(texts, read.problems, read.days), kept)
        kind = told.kind or (ReminderKind.VISA if told.place else None)
        return PaperTurn(views.ask_paper(self.catalogue, texts, kind, told.place), kept)

    async def _put(self, user: User, texts: Texts, told: ReadPaper, paper: Paper) -> PaperTurn:
        refusal = await self.papers.put(user.telegram_id, paper)
        if refusal is Refusal.TOO_MANY:
            return PaperTurn(views.refused(texts, refusal))
        if refusal is Refusal.NO_PLACE:
            return PaperTurn(views.refused(texts, refusal), replace(told, place=None))
        if refusal is not None:
            return PaperTurn(views.refused(texts, refusal), replace(told, expires=None))
        page = await self.one_paper(user, texts, paper.kind, paper.place, saved=True)
        return PaperTurn(page or await self.all_papers(user, texts))

    async def _chosen(self, user: User, subject: Subject) -> tuple[int, ...]:
        pending = await self.reminders.of(user.telegram_id)
        return tuple(one.days_before for one in pending if one.subject == subject)

    def _possible(self, user: User, subject: Subject) -> tuple[int, ...]:
        zone = self.reminders.zone_of(user)
        return tuple(ahead(subject.day, subject.kind.offered, zone, self.reminders.clock()))
