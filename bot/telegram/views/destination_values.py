"""Fields of a destination in words, as editors read them."""

from dataclasses import replace
from typing import Any

from bot.domain.destination import Confidence, Destination, MfaGroup, Regime
from bot.domain.review import Difference
from bot.domain.stay_rule import parse_stay_rule
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.destination_fields import PHRASES
from bot.telegram.reply import to_plain
from bot.telegram.views.cards import stay_sentence

LONGEST_VALUE = 300
LONGEST_CHANGED = 120


def label(texts: Texts, field: str) -> str:
    """Return what a field is called."""
    return texts.plain(f"destinations-field-{field.replace('_', '-')}")


def in_words(
    catalogue: Catalogue, texts: Texts, row: Destination | None, field: str, longest: int = LONGEST_VALUE
) -> str:
    """Return the value of a field in words, unescaped; a dash where nothing is known."""
    value = getattr(row, field, None)
    if row is None or value in (None, ""):
        return texts.plain("destinations-none")
    words = _words(catalogue, texts, row, field, value)
    return words if len(words) <= longest else words[: longest - 1] + "…"


def changed_lines(catalogue: Catalogue, texts: Texts, change: Difference) -> list[str]:
    """Return before → after, a line a field."""
    return [
        texts(
            "destinations-difference-line",
            label=label(texts, column),
            before=in_words(catalogue, texts, change.before, column, LONGEST_CHANGED),
            after=in_words(catalogue, texts, change.after, column, LONGEST_CHANGED),
        )
        for column in change.columns
    ]


def regime_in_words(texts: Texts, regime: Regime) -> str:
    """Return a regime with its marker."""
    return f"{regime.marker} {texts.plain(f'regime-{_dashed(regime)}')}"


def choice_in_words(texts: Texts, field: str, value: str) -> str:
    """Return a value that is chosen by a button, in words."""
    if field == "regime":
        return regime_in_words(texts, Regime(value))
    return texts.plain(f"destinations-{'group' if field == 'mfa_group' else 'confidence'}-{_dashed(value)}")


def phrase_in_words(catalogue: Catalogue, texts: Texts, row: Destination, field: str, phrase: str) -> str:
    """Return a phrase as people would read it; a rule of stay as a card tells it."""
    if field == "stay_rule" and parse_stay_rule(phrase) is not None:
        return to_plain(stay_sentence(catalogue, texts, replace(row, stay_rule=phrase)))
    return catalogue.phrase(phrase, texts.language)


def title(catalogue: Catalogue, texts: Texts, iso2: str) -> dict[str, Any]:
    """Return flag and name, as texts take them; a code where the place is not known."""
    row = catalogue.destinations.get(iso2)
    return {"flag": row.flag if row else "🏳", "name": catalogue.name(iso2, texts.language)}


def names(catalogue: Catalogue, texts: Texts, codes: tuple[str, ...], most: int = 10) -> str:
    """Return the names of destinations in one line, unescaped, at most so many."""
    named = [catalogue.name(code, texts.language) for code in codes[:most]]
    if rest := len(codes) - most if len(codes) > most else 0:
        named.append(texts.plain("destinations-ageing-more", count=rest))
    return ", ".join(named)


def _words(catalogue: Catalogue, texts: Texts, row: Destination, field: str, value: Any) -> str:
    match value:
        case Regime() | Confidence() | MfaGroup():
            return choice_in_words(texts, field, str(value))
        case int() if field == "stay_days":
            return texts.plain("stay-short", days=value)
        case int():
            return texts.plain("destinations-months", count=value)
    if field in ("as_of", "confirmed_on"):
        return texts.short_date(value)
    if field in PHRASES or field == "source_name":
        return phrase_in_words(catalogue, texts, row, field, value)
    return str(value)


def _dashed(value: str) -> str:
    return value.replace("_", "-")
