"""What an inline query offers: places, lists and the talks, also for words that are still being typed."""

from dataclasses import dataclass

from bot.domain.language import Language
from bot.domain.question import SCHENGEN, Filters, Intent, Question
from bot.services.catalogue import Catalogue
from bot.services.lists import list_filters, select

POPULAR = ("TR", "CN", "AE", "TH", "GE", "KR", "EG", "DE", "US", "JP")
"""Offered before anything is typed: where most questions go."""

MOST_BEGINNINGS = 10


@dataclass(frozen=True, slots=True)
class Offer:
    """What fits a query. filters: the list that is asked for, None where no list is. places: ISO codes or SCHENGEN."""

    talks: bool = False
    filters: Filters | None = None
    places: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing fits."""
        return not (self.talks or self.filters is not None or self.places)


def offer(catalogue: Catalogue, question: Question | None, text: str, language: Language) -> Offer:
    """Return what to offer for a query. question: as understood, None when nothing is typed yet."""
    if question is None:
        return Offer(talks=True, places=POPULAR)
    if question.intent in (Intent.STATUS, Intent.TOPICS):
        return Offer(talks=True)
    if question.intent in (Intent.LIST_FREE, Intent.LIST_REQUIRED):
        filters = list_filters(question)
        return Offer(filters=filters, places=tuple(one.iso2 for one in select(catalogue, filters, language)))
    named = (*question.places, *question.namesakes)
    begun = beginning_with(catalogue, text, language)
    sure = begun if not named else ()
    places = tuple(dict.fromkeys((*named, *sure, *(() if named or sure else question.nearest), *begun)))
    return Offer(places=tuple(one for one in places if one in catalogue.destinations or one == SCHENGEN))


def beginning_with(catalogue: Catalogue, text: str, language: Language) -> tuple[str, ...]:
    """Return the places a name of which begins with what is typed so far, those of this language first."""
    typed = " ".join(text.casefold().split())
    if len(typed) < 2:
        return ()
    found = {
        iso2: (of != language, len(name), name)
        for iso2, name, of, _ in sorted(catalogue.place_names, key=lambda one: len(one[1]), reverse=True)
        if name.casefold().startswith(typed)
    }
    return tuple(sorted(found, key=lambda iso2: found[iso2]))[:MOST_BEGINNINGS]
