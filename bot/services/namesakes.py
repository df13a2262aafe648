"""Names that two countries share, where one language has an official name for one of them."""

from dataclasses import replace

from bot.domain.language import Language
from bot.domain.question import Intent, Question
from bot.services.catalogue import Catalogue


def prefer_official(question: Question, text: str, language: Language, catalogue: Catalogue) -> Question:
    """Return the question with a namesake chosen when its CLDR name in the person's language is exactly this text.

    CLDR calls the Democratic Republic «Конго» in Kazakh, while in Russian neither Congo bears the bare name: a
    Kazakh speaker gets the card with a button to the other one, a Russian speaker is asked.
    """
    if not question.ask_back:
        return question
    asked = text.strip().casefold()
    official = {
        iso2
        for iso2, name, of, kind in catalogue.place_names
        if kind == "cldr" and of == language and iso2 in question.namesakes and name.casefold() == asked
    }
    if len(official) != 1:
        return question
    chosen = official.pop()
    others = tuple(place for place in question.namesakes if place != chosen)
    return replace(question, intent=Intent.COUNTRY, places=(chosen,), namesakes=others, ask_back=False)


WITHIN = frozenset({"capital", "city", "resort", "region"})
"""Kinds of names that are not the country's own."""

OWN = frozenset({"country", "cldr", "usual", "short", "abbr", "former"})


def called_place(mention: str, iso2: str, language: Language, catalogue: Catalogue) -> str:
    """Return the name of the city or resort that a mention is a form of («на пхукете» → «Пхукет»), else empty.

    Empty also for forms of the country's own name: «Түркияға – бұл Түркия» tells nobody anything.
    """
    found = [
        (of == language, len(name), name, kind)
        for name, of, kind in catalogue.names_by_place.get(iso2, ())
        if kind in WITHIN | OWN and _is_form(mention.casefold(), name.casefold())
    ]
    best = max(found, default=None, key=lambda one: (one[3] not in WITHIN, one[0], one[1]))
    return best[2] if best is not None and best[3] in WITHIN else ""


def _is_form(mention: str, name: str) -> bool:
    """Tell whether one word may be an inflected form of the other: they share all but an ending."""
    stem = name[: max(3, len(name) - 2)]
    return len(name) >= 3 and mention.startswith(stem) and abs(len(mention) - len(name)) <= 5
