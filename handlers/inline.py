"""`@bot турция` in any chat: cards, lists and the talks to send there."""

from aiogram import Router
from aiogram.types import InlineQuery

from bot.domain.language import Language
from bot.i18n import Texts, Translator
from bot.services.catalogue import Catalogue
from bot.services.inline import offer
from bot.services.talks import Talks
from bot.settings import Settings
from bot.telegram.responder import Responder
from bot.telegram.views.inline import Counter

CACHED_FOR = 300
"""Seconds for which Telegram may give somebody the same answer without asking."""


async def answer(
    query: InlineQuery,
    texts: Texts,
    translator: Translator,
    catalogue: Catalogue,
    responder: Responder,
    talks: Talks,
    settings: Settings,
    bot_name: str,
) -> None:
    """Offer what fits the words typed so far, in the language they are in."""
    text = query.query.strip()
    question = responder.understand(text, texts.language) if text else None
    language = (question.language if question is not None else None) or texts.language
    offered = offer(catalogue, question, text, Language(language))
    counter = Counter(catalogue, translator[language], talks, talks.today(), bot_name, settings.site)
    page = int(query.offset) if query.offset.isascii() and query.offset.isdecimal() and len(query.offset) < 4 else 0
    articles, more = counter.page(offered, page)
    await query.answer(
        articles,
        cache_time=CACHED_FOR,
        is_personal=True,
        next_offset=str(page + 1) if more else "",
        button=counter.button(offered) if page == 0 else None,
    )


def build_router() -> Router:
    """Return the route of inline queries."""
    router = Router(name="inline")
    router.inline_query.register(answer)
    return router
