"""What a person types, commands included, answered as their chat would answer it, changing nothing."""

from bot.domain.language import Language
from bot.domain.question import Intent, Question
from bot.telegram.acts import NoActs
from bot.telegram.commands import find_command, split_command
from bot.telegram.reply import Reply
from bot.telegram.responder import Responder

INTENT_OF_COMMAND = {
    "visa": Intent.COUNTRY,
    "free": Intent.LIST_FREE,
    "required": Intent.LIST_REQUIRED,
    "eu": Intent.STATUS,
    "topics": Intent.TOPICS,
    "subscribe": Intent.SUBSCRIBE,
    "unsubscribe": Intent.UNSUBSCRIBE,
    "language": Intent.LANGUAGE,
    "start": Intent.HELP,
    "help": Intent.HELP,
}


async def preview_typed(responder: Responder, text: str, language: Language | None) -> tuple[Question, Reply]:
    """Return what was understood and the answer; ValueError for a command that only a chat can answer."""
    parts = split_command(text)
    if parts is None:
        return await responder.preview(text, language)
    spelling, _, argument = parts
    command = find_command(spelling)
    intent = INTENT_OF_COMMAND.get(command.name) if command else None
    if intent is None:
        raise ValueError(f"/{spelling} can only be asked in a chat")
    if intent is Intent.COUNTRY and argument:
        return await responder.preview(argument, language)
    question = _question(responder, intent, argument)
    return question, await responder.respond(question, responder.translator[language or Language.RU], NoActs())


def _question(responder: Responder, intent: Intent, argument: str) -> Question:
    if intent in (Intent.LIST_FREE, Intent.LIST_REQUIRED):
        # «страны» makes a wish of a bare «в Азии», as the command's handler does
        return Question(intent, filters=responder.understanding.understand(f"страны {argument}").filters)
    found = responder.understanding.understand(argument) if argument else None
    return Question(intent, places=found.places if found else (), subject=found.subject if found else None)
