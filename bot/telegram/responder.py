"""A question in, an answer out: the one place that decides what a person sees.

The walk of a message: text → `Understanding` → Question → here → a view of facts → Reply. What the answer changes
(a subscription, the language) is done through `Acts`, so that the command line can show answers without acting.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.domain.destination import Regime
from bot.domain.language import Language
from bot.domain.question import SCHENGEN, Filters, Guide, Intent, Practical, Question
from bot.domain.topic import EU, LIST, NEWS, Topic
from bot.i18n import Texts, Translator
from bot.services.catalogue import Catalogue, CatalogueHolder
from bot.services.lists import list_filters
from bot.services.namesakes import called_place, prefer_official
from bot.services.talks import Talks
from bot.telegram.acts import Acts, NoActs
from bot.telegram.list_codes import filters_of_payload
from bot.telegram.reply import Reply
from bot.telegram.views import (
    answers,
    cards,
    compare,
    howto,
    lists,
    places,
    schengen,
    start,
    subscriptions,
    talks,
    where,
)
from bot.understanding import Context, Understanding
from bot.understanding.guide_words import asked_for_guide, guided

PRACTICAL_OF_INTENT = {
    Intent.DOCUMENTS: Practical.DOCUMENTS,
    Intent.FEE: Practical.FEE,
    Intent.PROCESSING_TIME: Practical.PROCESSING_TIME,
    Intent.WHERE_TO_APPLY: Practical.WHERE_TO_APPLY,
    Intent.STAY: Practical.STAY,
}

DRAWN_CARDS = 2_000
"""Bound of the cards kept drawn: about 6 MB."""

KEPT_QUESTIONS, SHORT_TEXT = 5_000, 100
"""Bound of the questions kept understood, and characters up to which one is: about 10 MB."""

BETTER_ON_CARD = (Practical.STAY, Practical.CHILDREN)
"""Subjects that a card serves better than the word that nothing is known."""

ACTING = (Intent.SUBSCRIBE, Intent.UNSUBSCRIBE, Intent.LANGUAGE)


@dataclass(slots=True)
class Responder:
    """Answers questions from the current facts."""

    holder: CatalogueHolder
    translator: Translator
    understanding: Understanding
    talks: Talks
    today: Callable[[], date]
    bot_name: str = ""
    _cards: dict[tuple[Any, ...], Reply] = field(default_factory=dict)
    _questions: dict[tuple[str, Context | None], Question] = field(default_factory=dict)
    _read_by: Understanding | None = None

    def understand(self, text: str, language: Language, context: Context | None = None) -> Question:
        """Return what a person of this language asks."""
        return prefer_official(self._understood(text, context), text, language, self.holder.current)

    def _understood(self, text: str, context: Context | None) -> Question:
        """Return a question, understood once for all who ask it in the same words."""
        if self._read_by is not self.understanding:
            self._questions, self._read_by = {}, self.understanding
        key = (text, context)
        if (known := self._questions.get(key)) is not None:
            return known
        question = self.understanding.understand(text, context)
        if (asked := asked_for_guide(text)) is not None:
            question = guided(question, *asked, self.wishes(asked[1]))
        if len(text) <= SHORT_TEXT:
            if len(self._questions) >= KEPT_QUESTIONS:
                self._questions.clear()
            self._questions[key] = question
        return question

    def wishes(self, words: str) -> Filters:
        """Return the wishes about a list in these words (`Азия 30 дней`); without a regime, no visa is wished."""
        return list_filters(self.understanding.understand(f"страны {words}"))

    async def preview(
        self, text: str, language: Language | None = None, context: Context | None = None
    ) -> tuple[Question, Reply]:
        """Return what was understood and the answer, changing nothing."""
        question = self.understand(text, language or Language.RU, context)
        texts = self.translator[question.language or language or Language.RU]
        return question, await self.respond(question, texts, NoActs())

    async def respond(self, question: Question, texts: Texts, acts: Acts) -> Reply:
        """Return the answer to a question in the language of these texts."""
        catalogue = self.holder.current
        if question.ask_back:
            return places.ask_back(catalogue, texts, question.namesakes)
        if question.guide is not None:
            return self._guide(catalogue, question, texts, question.guide)
        if question.intent in ACTING:
            return await self._act(question, texts, acts)
        match question.intent:
            case Intent.LIST_FREE | Intent.LIST_REQUIRED:
                return lists.listing(catalogue, texts, list_filters(question))
            case Intent.STATUS:
                return talks.status(self.talks, catalogue, texts, self.today())
            case Intent.TOPICS:
                return talks.topics(self.talks, catalogue, texts)
            case Intent.HELP:
                return start.help_page(texts)
            case Intent.GREETING:
                return start.greeting(texts, thanks=question.subject == "thanks")
            case Intent.OUT_OF_SCOPE:
                return self._not_ours(catalogue, question, texts)
            case _:
                return await self._about_places(catalogue, question, texts, acts)

    def _guide(self, catalogue: Catalogue, question: Question, texts: Texts, guide: Guide) -> Reply:
        match guide:
            case Guide.WHERE if question.filters.regions or question.filters.min_days:
                return lists.listing(catalogue, texts, question.filters)
            case Guide.WHERE:
                return where.where_page(catalogue, texts)
            case Guide.COMPARE if question.places:
                return compare.which_other(catalogue, texts, question.places)
            case Guide.COMPARE:
                return compare.which_two(catalogue, texts)
            case _:
                return schengen.schengen_page(catalogue, texts, guide.removeprefix("schengen-"), self.today())

    async def _act(self, question: Question, texts: Texts, acts: Acts) -> Reply:
        if question.intent is Intent.SUBSCRIBE:
            return await self._subscribe(question, texts, acts)
        if question.intent is Intent.UNSUBSCRIBE:
            return await self._unsubscribe(question, texts, acts)
        return await self._language(question, texts, acts)

    async def deep_link(self, payload: str, texts: Texts, acts: Acts) -> Reply | None:
        """Return the page of `?start=…`: a code, `eu`, `free`, `help`, `list-asia`; None for none of ours."""
        catalogue = self.holder.current
        match payload.lower():
            case "eu":
                return talks.status(self.talks, catalogue, texts, self.today())
            case "free":
                return lists.listing(catalogue, texts, Filters((Regime.VISA_FREE,)))
            case "help":
                return start.help_page(texts)
            case code if code.upper() == SCHENGEN or code.upper() in catalogue.destinations:
                return await self.card(texts, code.upper(), acts)
        filters = filters_of_payload(payload)
        return None if filters is None else lists.listing(catalogue, texts, filters)

    async def card(self, texts: Texts, iso2: str, acts: Acts, question: Question | None = None) -> Reply:
        """Return the card of a destination as this person sees it; a place without facts is said to have none."""
        catalogue = self.holder.current
        if iso2 == SCHENGEN:
            return schengen.schengen_card(catalogue, texts)
        if iso2 not in catalogue.destinations:
            return places.no_facts(catalogue, texts, iso2)
        called = dict(question.mentioned).get(iso2, "") if question else ""
        return self._drawn(
            catalogue,
            texts,
            iso2,
            followed=await acts.follows(Topic.country(iso2)),
            namesakes=question.namesakes if question else (),
            called=called_place(called, iso2, texts.language, catalogue) if called else "",
            passing=bool(question and question.transit),
        )

    def _drawn(self, catalogue: Catalogue, texts: Texts, iso2: str, **details: Any) -> Reply:
        """Return a card, drawn once for everybody who sees the same."""
        today = self.today()
        key = (catalogue.revision, today, texts.language, iso2, *details.values())
        if (drawn := self._cards.get(key)) is not None:
            return drawn
        if len(self._cards) >= DRAWN_CARDS:
            self._cards.clear()
        reply = cards.card(catalogue, texts, iso2, today, bot_name=self.bot_name, **details)
        self._cards[key] = reply
        return reply

    async def _about_places(self, catalogue: Catalogue, question: Question, texts: Texts, acts: Acts) -> Reply:
        asked = question.places
        practical = question.practical or PRACTICAL_OF_INTENT.get(question.intent)
        if not asked:
            return self._about_nowhere(catalogue, question, texts, practical)
        if question.intent is Intent.COMPARE and len(asked) > 1:
            return compare.comparison(catalogue, texts, asked)
        if len(asked) > 1:
            return places.several(catalogue, texts, asked, practical)
        if practical in BETTER_ON_CARD and catalogue.howto_for(asked[0], practical) is None:
            practical = None
        if practical is not None and (asked[0] in catalogue.destinations or asked[0] == SCHENGEN):
            return answers.answer(catalogue, texts, asked[0], practical)
        return await self.card(texts, asked[0], acts, question)

    def _about_nowhere(
        self, catalogue: Catalogue, question: Question, texts: Texts, practical: Practical | None
    ) -> Reply:
        if practical is not None:
            return howto.for_which_place(catalogue, texts, practical)
        if question.nearest:
            return places.not_understood(catalogue, texts, question.nearest)
        return Reply(texts("start-visa-prompt"))

    def _not_ours(self, catalogue: Catalogue, question: Question, texts: Texts) -> Reply:
        if question.nearest or not question.understood:
            return places.not_understood(catalogue, texts, question.nearest)
        return places.off_topic(texts)

    async def _subscribe(self, question: Question, texts: Texts, acts: Acts) -> Reply:
        topics = _topics(question) or (EU,)
        known = tuple(t for t in topics if not t.iso2 or t.iso2 in self.holder.current.destinations)
        fresh = [topic for topic in known if await acts.subscribe(topic)]
        return subscriptions.subscribed(self.holder.current, texts, known, new=bool(fresh))

    async def _unsubscribe(self, question: Question, texts: Texts, acts: Acts) -> Reply:
        topics = _topics(question)
        if not topics:
            had = await acts.unsubscribe(None)
            return subscriptions.unsubscribed(self.holder.current, texts, (), had=had)
        had_any = [await acts.unsubscribe(topic) for topic in topics]
        return subscriptions.unsubscribed(self.holder.current, texts, topics, had=any(had_any))

    async def _language(self, question: Question, texts: Texts, acts: Acts) -> Reply:
        wanted = question.wanted_language
        if wanted is None:
            return start.language_page(texts)
        await acts.speak(wanted)
        return Reply(self.translator[wanted]("start-language-now"))


def _topics(question: Question) -> tuple[Topic, ...]:
    named = {"eu": EU, "list": LIST, "news": NEWS}.get(question.subject or "")
    found = [EU if place == SCHENGEN else Topic.country(place) for place in question.places]
    return tuple(dict.fromkeys([*found, *([named] if named else [])]))
