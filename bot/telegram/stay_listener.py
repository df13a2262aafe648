"""What is typed to the stay calculator: places, trips, plans, or a question that is for others to answer."""

from dataclasses import dataclass

from bot.domain.question import Intent, Question
from bot.domain.stay import NotComputable
from bot.domain.user import User
from bot.i18n import Texts
from bot.services.stay import merged
from bot.telegram.stay_session import Counting, Session
from bot.telegram.stay_talk import MOST_TRIPS, StayTalk, Turn
from bot.telegram.views import stay as views
from bot.understanding.trips import ReadTrips, TripProblem, read_trips
from bot.understanding.trips.clauses import parted
from bot.understanding.trips.cues import sounds_like_plan, tells_of_trips, was_never_there


@dataclass(frozen=True, slots=True)
class _Both:
    """A message that may tell of trips and ask about a plan. told: the part that tells of trips."""

    told: str
    past: ReadTrips
    ahead: ReadTrips
    question: Question

    @property
    def problems(self) -> tuple[TripProblem, ...]:
        return (*self.past.problems, *self.ahead.problems)


@dataclass(frozen=True, slots=True)
class StayListener:
    """Hears what is typed, and answers by the talk."""

    talk: StayTalk

    async def hear_question(self, text: str, user: User) -> Turn | None:
        """Answer a question out of the blue; None where it names no trips or no place that can be counted."""
        both = self._read_both(text, user)
        area = self._area(both.question)
        told = tells_of_trips(both.told, both.past)
        if area is None or not told or isinstance(self.talk.calculator.rule(area), NotComputable):
            return None
        texts = self._texts(both.question, user)
        return self._with_plan(await self.talk.open(user, texts, area, both.past.trips, both.problems), texts, both)

    async def hear_place(self, text: str, user: User, session: Session | None) -> Turn:
        """Take a place, perhaps with trips; those told before the place was known are not lost."""
        read = read_trips(text, self.talk.calculator.today())
        question = self._understood(read, user)
        texts = self._texts(question, user)
        told = merged(session.trips if session else (), read.trips, MOST_TRIPS)
        if question.ask_back:
            reply = views.ask_which(self.talk.catalogue, texts, (*question.places, *question.namesakes))
            return Turn(reply, Session("", told), Counting.place)
        area = self._area(question)
        if area is None:
            reply = views.ask_place(self.talk.catalogue, texts, question.nearest, unknown=not read.trips)
            return Turn(reply, Session("", told), Counting.place)
        return await self.talk.open(user, texts, area, told, read.problems)

    async def hear(self, text: str, user: User, session: Session, *, asked: str) -> Turn | None:
        """Take what was typed about a place. asked: what the bot asked for; None where it is another question."""
        if asked != "plan" and parted(text)[1]:
            return await self._hear_both(text, user, session)
        planned = asked == "plan" or (asked == "done" and sounds_like_plan(text))
        read = read_trips(text, self.talk.calculator.today(), planned=planned)
        question = self._understood(read, user)
        texts, area = self._texts(question, user), self._area(question)
        if not read.trips and not read.problems:
            return await self._hear_no_days(text, user, texts, session, question, asked)
        if area is not None and area != session.place:
            past = read_trips(text, self.talk.calculator.today())
            return await self.talk.open(user, texts, area, past.trips, past.problems)
        if not planned:
            return await self._take(user, texts, session, read)
        if not read.trips:
            return self.talk.ask_plan(texts, session, read.problems)
        return self.talk.judge(texts, session, read.trips)

    async def _hear_both(self, text: str, user: User, session: Session) -> Turn:
        """Take trips and a plan of one message."""
        both = self._read_both(text, user)
        texts, area = self._texts(both.question, user), self._area(both.question) or session.place
        if area != session.place:
            turn = await self.talk.open(user, texts, area, both.past.trips, both.problems)
        else:
            turn = await self.talk.add(user, texts, session, both.past.trips, both.problems)
        return self._with_plan(turn, texts, both)

    def _read_both(self, text: str, user: User) -> _Both:
        told, planned = parted(text)
        today = self.talk.calculator.today()
        past, ahead = read_trips(told, today), read_trips(planned, today, planned=True)
        return _Both(told, past, ahead, self.talk.responder.understand(f"{past.rest} {ahead.rest}", user.language))

    def _with_plan(self, turn: Turn, texts: Texts, both: _Both) -> Turn:
        """Return what the plan comes to; the answer about the trips where there is none, or a part is not clear."""
        if both.problems or not both.ahead.trips or turn.session is None:
            return turn
        return self.talk.judge(texts, turn.session, both.ahead.trips)

    async def _take(self, user: User, texts: Texts, session: Session, read: ReadTrips) -> Turn:
        if not read.trips and not session.trips:
            reply = views.ask_trips(self.talk.catalogue, texts, session.place, problems=read.problems)
            return Turn(reply, session, Counting.trips)
        return await self.talk.add(user, texts, session, read.trips, read.problems)

    async def _hear_no_days(
        self, text: str, user: User, texts: Texts, session: Session, question: Question, asked: str
    ) -> Turn | None:
        if asked == "done":
            return None
        if was_never_there(text):
            return await self.talk.answer(user, texts, session)
        area = self._area(question)
        if area is not None and question.intent in (Intent.COUNTRY, Intent.STAY):
            return await self.talk.open(user, texts, area)
        return (
            None if question.understood and question.intent is not Intent.OUT_OF_SCOPE else Turn(views.no_days(texts))
        )

    def _understood(self, read: ReadTrips, user: User) -> Question:
        return self.talk.responder.understand(read.rest, user.language)

    def _texts(self, question: Question, user: User) -> Texts:
        return self.talk.translator[question.language or user.language]

    def _area(self, question: Question) -> str | None:
        if question.ask_back or not question.places:
            return None
        return self.talk.calculator.area(question.places[0])
