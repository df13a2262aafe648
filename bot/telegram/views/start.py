"""First contact, help, the choice of language."""

from bot.domain.language import Language
from bot.i18n import Texts
from bot.telegram.callbacks import LanguageCallback, ListCallback, MenuCallback, TalksCallback
from bot.telegram.keyboards import Row, button, keyboard
from bot.telegram.reply import Reply

NATIVE_NAMES = {Language.KK: "🇰🇿 Қазақша", Language.RU: "🇷🇺 Русский"}


def welcome(texts: Texts, *, ask_language: bool) -> Reply:
    """Return the first message; with the choice of language on top while it is only guessed."""
    head = [texts("start-choose-language"), ""] if ask_language else []
    rows = _language_row(texts, start=True) if ask_language else []
    return Reply("\n".join([*head, texts("start-welcome")]), keyboard(rows, *_first_steps(texts)))


def help_page(texts: Texts) -> Reply:
    """Return what the bot can do."""
    language = [button(texts.plain("button-language"), MenuCallback(page="language"))]
    return Reply(texts("help-text"), keyboard(*_first_steps(texts), language))


def language_page(texts: Texts) -> Reply:
    """Return the choice of language."""
    return Reply(texts("language-choose"), keyboard(_language_row(texts, start=False)))


def greeting(texts: Texts, *, thanks: bool) -> Reply:
    """Return an answer to a greeting or to thanks."""
    if thanks:
        return Reply(texts("thanks-answer"))
    return Reply(texts("greeting-answer"), keyboard(*_first_steps(texts)))


def group_greeting(texts: Texts, bot_name: str) -> Reply:
    """Return what a group is told when the bot is added to it."""
    return Reply(texts("group-greeting", bot=f"@{bot_name}"))


def _first_steps(texts: Texts) -> list[Row]:
    return [
        [
            button(texts.plain("button-list-free"), ListCallback()),
            button(texts.plain("button-talks"), TalksCallback(page="status")),
        ],
        [
            button(texts.plain("button-subscriptions"), MenuCallback(page="subscriptions")),
            button(texts.plain("button-help"), MenuCallback(page="help")),
        ],
    ]


def _language_row(texts: Texts, *, start: bool) -> Row:
    return [
        button(("✓ " if language is texts.language else "") + name, LanguageCallback(code=language, start=start))
        for language, name in NATIVE_NAMES.items()
    ]
