"""The walk of a typed message: understood, answered, remembered, counted."""

from dataclasses import dataclass

from bot.domain.question import ABOUT_A_PLACE, Intent, Question
from bot.domain.user import User
from bot.i18n import Texts, Translator
from bot.services.conversations import Conversations
from bot.services.questions import Unanswered
from bot.telegram.acts import PersonActs
from bot.telegram.reply import Reply
from bot.telegram.responder import Responder

MOST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Answering:
    """Turns what a person typed into a reply."""

    responder: Responder
    translator: Translator
    conversations: Conversations
    unanswered: Unanswered

    async def reply(self, text: str, chat_id: int, user: User, acts: PersonActs) -> Reply:
        """Return the answer, in the language of the question when that is clearly the other one."""
        question = self.responder.understand(text, user.language, self.conversations.context(chat_id))
        texts = self.translator[question.language or user.language]
        reply = await self.responder.respond(question, texts, acts)
        self.conversations.remember(chat_id, question.places, question.language)
        await self._count(question, text, texts)
        return reply

    async def _count(self, question: Question, text: str, texts: Texts) -> None:
        if self._is_missed(question, text):
            await self.unanswered.note(text, texts.language)
        else:
            self.unanswered.answered(question.intent, texts.language)

    def _is_missed(self, question: Question, text: str) -> bool:
        """Tell whether editors should see a question: not understood, or about a place of a name nobody knows."""
        if question.intent is Intent.OUT_OF_SCOPE:
            return not question.understood
        if question.places or question.ask_back or question.intent not in ABOUT_A_PLACE:
            return False
        understand = self.responder.understanding.understand
        return any(not understand(word).understood for word in text.split()[:MOST_WORDS])
