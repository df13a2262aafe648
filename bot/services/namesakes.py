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
