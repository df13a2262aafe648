"""A practical question answered from what is known: the fact itself, else the card, else the rule for everywhere."""

from html import escape

from bot.domain.destination import Destination, Regime
from bot.domain.howto import GENERAL
from bot.domain.question import Practical
from bot.i18n import Html, Texts
from bot.services.catalogue import Catalogue
from bot.telegram.reply import Reply
from bot.telegram.views import cards
from bot.telegram.views.howto import answer_body, answer_rows, howto, howto_title, unknown_line

ABOUT_VISA = {
    Practical.DOCUMENTS: "howto-no-visa-documents",
    Practical.FEE: "howto-no-visa-fee",
    Practical.PROCESSING_TIME: "howto-no-visa-processing-time",
    Practical.WHERE_TO_APPLY: "howto-no-visa-where-to-apply",
    Practical.PHOTO: "howto-no-visa",
    Practical.BIOMETRICS: "howto-no-visa",
    Practical.REFUSAL: "howto-no-visa",
    Practical.MULTIPLE_ENTRY: "howto-no-visa",
    Practical.EVISA_PORTAL: "howto-no-visa",
}
"""What needs no further answer where no visa is needed."""


def answer(catalogue: Catalogue, texts: Texts, place: str, practical: Practical) -> Reply:
    """Return the answer about a place (ISO code, SCHENGEN or GENERAL); where nothing is known, that and whom to ask."""
    destination = catalogue.destinations.get(place)
    if destination is None or catalogue.howto_for(place, practical) is not None:
        return howto(catalogue, texts, place, practical)
    told = _by_card(catalogue, texts, destination, practical)
    lines = [howto_title(catalogue, texts, place, practical), *(told or [unknown_line(catalogue, texts, place)])]
    if not told or practical is Practical.DOCUMENTS:
        lines += _everywhere(catalogue, texts, practical)
    return Reply("\n".join(lines), answer_rows(catalogue, texts, place, practical))


def _by_card(catalogue: Catalogue, texts: Texts, destination: Destination, practical: Practical) -> list[str]:
    """Return what the card's facts say about it, with their source; nothing where they are silent."""
    told = _fact(catalogue, texts, destination, practical)
    if not told:
        return []
    return [told, *_conditions(catalogue, texts, destination), "", cards.source_line(catalogue, texts, destination)]


def _fact(catalogue: Catalogue, texts: Texts, destination: Destination, practical: Practical) -> str:
    if practical is Practical.PASSPORT_VALIDITY and (months := destination.passport_validity_months):
        return texts("card-passport", months=months)
    if practical is Practical.STAY:
        return cards.stay_sentence(catalogue, texts, destination)
    if practical in ABOUT_VISA and destination.regime is Regime.VISA_FREE:
        return texts(ABOUT_VISA[practical])
    return Html("")


def _conditions(catalogue: Catalogue, texts: Texts, destination: Destination) -> list[str]:
    if not destination.conditions:
        return []
    phrase = catalogue.phrase(destination.conditions, texts.language).strip()
    return [escape(phrase[:1].upper() + phrase[1:], quote=False).rstrip(".") + "."]


def _everywhere(catalogue: Catalogue, texts: Texts, practical: Practical) -> list[str]:
    """Return what holds everywhere, with its own source."""
    known = catalogue.howto.get((GENERAL, practical))
    return [] if known is None else ["", texts("howto-everywhere"), *answer_body(catalogue, texts, known)]
