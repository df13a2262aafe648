"""The phrases of the facts, found by what an editor types in any language."""

import hashlib
from collections import Counter

from bot.domain.destination import Destination
from bot.domain.language import Language
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.destination_draft import DestinationDraft
from bot.services.destination_fields import rules_for
from bot.telegram.views.destination_values import phrase_in_words


def phrases_of(catalogue: Catalogue, field: str) -> tuple[str, ...]:
    """Return the English phrases that stand in a field somewhere, the most frequent first."""
    used = Counter(getattr(row, field) for row in catalogue.destinations.values())
    return tuple(phrase for phrase, _ in used.most_common() if phrase)


def mark(phrase: str) -> str:
    """Return what stands for a phrase in a button."""
    return hashlib.blake2b(phrase.encode(), digest_size=6).hexdigest()


def candidates(catalogue: Catalogue, draft: DestinationDraft, field: str) -> tuple[str, ...]:
    """Return every phrase that may be chosen for a field: the likely ones first."""
    rules = rules_for(draft.row.stay_days) if field == "stay_rule" else ()
    return tuple(dict.fromkeys((*rules, *phrases_of(catalogue, field))))


def like(catalogue: Catalogue, texts: Texts, draft: DestinationDraft, field: str, text: str) -> tuple[str, ...]:
    """Return the phrases of a field that hold this text, in any language."""
    wanted = " ".join(text.casefold().split())
    return tuple(
        phrase
        for phrase in candidates(catalogue, draft, field)
        if any(wanted in said.casefold() for said in _said(catalogue, texts, draft.row, field, phrase))
    )


def same(catalogue: Catalogue, texts: Texts, draft: DestinationDraft, field: str, text: str) -> str:
    """Return the phrase that a text is, in any language and case; empty when it is none."""
    wanted = " ".join(text.casefold().split()).rstrip(".")
    for phrase in candidates(catalogue, draft, field):
        if wanted in (said.casefold().rstrip(".") for said in _said(catalogue, texts, draft.row, field, phrase)):
            return phrase
    return ""


def _said(catalogue: Catalogue, texts: Texts, row: Destination, field: str, phrase: str) -> tuple[str, ...]:
    known = tuple(catalogue.phrase(phrase, language) for language in Language)
    return (phrase, *known, phrase_in_words(catalogue, texts, row, field, phrase))
