"""The stay calculator's side of a conversation: what was typed or picked → the answer and what is asked for next."""

from dataclasses import dataclass, replace
from datetime import date

from aiogram.fsm.state import State

from bot.domain.stay import NotComputable, Rule, Trip, used
from bot.domain.user import User
from bot.i18n import Texts, Translator
from bot.services.catalogue import Catalogue
from bot.services.stay import StayCalculator, merged, without
from bot.telegram.pictures import Picture
from bot.telegram.reply import Reply
from bot.telegram.responder import Responder
from bot.telegram.stay_session import Counting, Session
from bot.telegram.views import stay as views
from bot.telegram.views import stay_plan
from bot.telegram.views.stay_calendar import Calendar
from bot.telegram.views.stay_picture import Stay, draw
from bot.understanding.trips import TripProblem

MOST_TRIPS, MOST_PLANS = 50, 3


@dataclass(frozen=True, slots=True)
class Turn:
    """The bot's turn. step: what it asks for now; None: nothing changes."""

    reply: Reply
    session: Session | None = None
    step: State | None = None


@dataclass(frozen=True, slots=True)
class StayTalk:
    """Answers about stays."""

    calculator: StayCalculator
    responder: Responder
    translator: Translator

    async def ask_place(self, user: User, texts: Texts) -> Turn:
        """Ask for which place to count."""
        kept = await self.calculator.kept_places(user.telegram_id)
        return Turn(views.ask_place(self.catalogue, texts, kept), None, Counting.place)

    async def open(
        self, user: User, texts: Texts, area: str, trips: tuple[Trip, ...] = (), problems: tuple[TripProblem, ...] = ()
    ) -> Turn:
        """Begin with a place: answer where trips are known, ask for them where not, or say why it can't be counted."""
        rule = self.calculator.rule(area)
        if isinstance(rule, NotComputable):
            return Turn(views.cannot(self.catalogue, texts, area, rule), Session("", trips), Counting.place)
        kept = await self.calculator.kept(user.telegram_id, area)
        session = Session(area, merged(kept, trips, MOST_TRIPS))
        if session.trips:
            return await self.answer(user, texts, session, problems)
        return Turn(views.ask_trips(self.catalogue, texts, area, problems=problems), session, Counting.trips)

    async def answer(self, user: User, texts: Texts, session: Session, problems: tuple[TripProblem, ...] = ()) -> Turn:
        """Tell how many days are left."""
        rule = self.calculator.rule(session.place)
        if isinstance(rule, NotComputable):
            return Turn(views.cannot(self.catalogue, texts, session.place, rule), session, Counting.done)
        kept = await self.calculator.kept(user.telegram_id, session.place)
        standing = self.calculator.standing(rule, session.trips)
        reply = views.answer(
            self.catalogue, texts, session.place, session.trips, standing, kept=kept, problems=problems
        )
        return Turn(reply, replace(session, planning=False, picked=None), Counting.done)

    def ask_more(self, texts: Texts, session: Session) -> Turn:
        """Ask for further trips."""
        reply = views.ask_trips(self.catalogue, texts, session.place, more=bool(session.trips))
        return Turn(reply, replace(session, planning=False, picked=None), Counting.trips)

    def ask_plan(self, texts: Texts, session: Session, problems: tuple[TripProblem, ...] = ()) -> Turn:
        """Ask when the person wants to go."""
        reply = stay_plan.ask_plan(self.catalogue, texts, session.place, problems)
        return Turn(reply, replace(session, planning=True, picked=None), Counting.plan)

    def judge(self, texts: Texts, session: Session, plans: tuple[Trip, ...]) -> Turn:
        """Tell what plans come to."""
        rule = self.calculator.rule(session.place)
        judgements = [
            self.calculator.judge(rule, session.trips, plan) for plan in plans[:MOST_PLANS] if isinstance(rule, Rule)
        ]
        reply = stay_plan.judged(self.catalogue, texts, session.place, judgements)
        return Turn(reply, replace(session, picked=None), Counting.done)

    def picture(self, texts: Texts, session: Session) -> Picture | None:
        """Return today's window as a picture; None where the rule has no limit that could be drawn."""
        rule, today = self.calculator.rule(session.place), self.calculator.today()
        if isinstance(rule, NotComputable):
            return None
        usage = used(rule, session.trips, today)
        if usage is None:
            return None
        standing = self.calculator.standing(rule, session.trips)
        name = self.catalogue.name(session.place, texts.language)
        stay = Stay(name, today, session.trips, usage, standing.left, standing.last_day)
        return Picture(draw(texts, stay, self.responder.bot_name), texts("stay-picture-caption", place=name))

    def month(self, texts: Texts, session: Session, month: date) -> Reply:
        """Return a month of the calendar."""
        today = self.calculator.today()
        return Calendar(texts, session.place, today, session.trips, session.picked, session.planning).page(month)

    async def pick(self, user: User, texts: Texts, session: Session, day: date) -> Turn:
        """Take a day of the calendar: the first, then the last; one before the first is the first anew."""
        if session.picked is None or day < session.picked:
            session = replace(session, picked=day)
            step = Counting.plan if session.planning else Counting.trips
            return Turn(self.month(texts, session, day.replace(day=1)), session, step)
        trip = Trip(session.picked, day)
        if session.planning:
            return self.judge(texts, session, (trip,))
        return await self.add(user, texts, session, (trip,))

    async def add(
        self,
        user: User,
        texts: Texts,
        session: Session,
        trips: tuple[Trip, ...],
        problems: tuple[TripProblem, ...] = (),
    ) -> Turn:
        """Add trips and answer."""
        return await self.answer(
            user, texts, replace(session, trips=merged(session.trips, trips, MOST_TRIPS)), problems
        )

    async def drop(self, user: User, texts: Texts, session: Session, first: date) -> Turn:
        """Take the trip that begins on a day off the list and answer."""
        return await self.answer(user, texts, replace(session, trips=without(session.trips, first)))

    @property
    def catalogue(self) -> Catalogue:
        """Return the facts."""
        return self.calculator.holder.current
