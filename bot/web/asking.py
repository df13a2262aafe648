"""Questions from the page: the search, as tolerant as the chat's, and the cards, the same as the chat's."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.domain.destination import Regime
from bot.domain.language import Language
from bot.domain.question import SCHENGEN, Filters, Intent, Question
from bot.services.catalogue import Catalogue, CatalogueHolder
from bot.web.allowance import Allowance, address_of
from bot.web.prepared import Prepared

Understand = Callable[[str, Language], Question]
"""What a person of this language asks."""

DrawCard = Callable[[Language, str], Awaitable[str]]
"""A destination's card in the chat's HTML (`b`, `i`, `a`), its headline first."""

LONGEST_QUESTION = 200
ABOUT_TALKS = (Intent.STATUS, Intent.TOPICS)
_LISTED = {Intent.LIST_FREE: Regime.VISA_FREE, Intent.LIST_REQUIRED: Regime.VISA_REQUIRED}


class Asking:
    """Answers `/api/search` and `/api/card/TR`."""

    def __init__(self, holder: CatalogueHolder, understand: Understand, card: DrawCard) -> None:
        """Take who understands and who draws."""
        self._holder, self._understand, self._card = holder, understand, card
        self._searches = Allowance(at_once=40, a_second=5)
        self._cards = Allowance(at_once=120, a_second=20)

    async def search(self, request: web.Request) -> web.Response:
        """Return the places and filters that a question means."""
        if not self._searches.spend(address_of(request)):
            return refusal(429, "often")
        text = request.query.get("q", "").strip()
        if not text or len(text) > LONGEST_QUESTION:
            return refusal(400, "question")
        question = self._understand(text, asked_language(request) or Language.RU)
        return web.json_response(found(self._holder.current, question), headers={"Cache-Control": "no-store"})

    async def card(self, request: web.Request) -> web.Response:
        """Return a destination's card in the language of `?lang=`."""
        if not self._cards.spend(address_of(request)):
            return refusal(429, "often")
        iso2 = request.match_info["iso2"].upper()
        if iso2 not in self._holder.current.destinations:
            return refusal(404, "destination")
        headline, _, body = (await self._card(asked_language(request) or Language.RU, iso2)).partition("\n")
        told = {"iso2": iso2, "headline": headline, "html": body.strip()}
        return Prepared.json(told, {"Cache-Control": "public, max-age=60"}).response(request)


def found(catalogue: Catalogue, question: Question) -> dict[str, Any]:
    """Return what the page shows for a question.

    places: codes in order, the Schengen area as its states. nearest: offered when nothing was certain.
    filters: wishes about the list; None when the question has none. talks: whether it is about the talks.
    """
    filters = _filters(question)
    named = question.namesakes if question.ask_back else (*question.places, *question.namesakes)
    return {
        "intent": question.intent.value,
        "talks": question.intent in ABOUT_TALKS,
        "places": _destinations(catalogue, named),
        "nearest": _destinations(catalogue, question.nearest),
        "filters": filters and {"regimes": filters.regimes, "regions": filters.regions, "min_days": filters.min_days},
    }


def asked_language(request: web.Request) -> Language | None:
    """Return the language of `?lang=`, None when it names none of ours."""
    chosen = request.query.get("lang")
    return Language(chosen) if chosen in set(Language) else None


def refusal(status: int, error: str) -> web.Response:
    """Return a refusal whose reason the page puts into words."""
    return web.json_response({"error": error}, status=status, headers={"Cache-Control": "no-store"})


def _filters(question: Question) -> Filters | None:
    if question.filters.regimes:
        return question.filters
    if question.intent in _LISTED and not question.places:
        return Filters((_LISTED[question.intent],), question.filters.regions, question.filters.min_days)
    return None


def _destinations(catalogue: Catalogue, places: tuple[str, ...]) -> list[str]:
    codes: list[str] = []
    for place in places:
        codes += sorted(catalogue.schengen) if place == SCHENGEN else [place]
    return [code for code in dict.fromkeys(codes) if code in catalogue.destinations]
