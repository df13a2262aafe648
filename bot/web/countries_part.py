"""The countries on the page: legend, filters and the list, as HTML."""

from html import escape

from bot.domain.destination import Destination, Regime, Region
from bot.domain.language import Language
from bot.domain.question import Filters
from bot.domain.stay_rule import YEAR
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.lists import ASIA, count_by_regime, regions_of, select

STAYS = (14, 30, 60, 90)


def counts(catalogue: Catalogue) -> dict[Regime, int]:
    """Return how many destinations each regime has, in the order of the markers."""
    return count_by_regime(catalogue)


def legend(catalogue: Catalogue, texts: Texts) -> str:
    """Return a switch for each regime, with its pattern, name and count."""
    return "".join(
        f'<button type="button" class="switch" data-regime="{regime}" aria-pressed="false">'
        f'<i class="swatch {regime}" aria-hidden="true"></i>{_called(texts, regime)} <b>{count}</b></button>'
        for regime, count in counts(catalogue).items()
    )


def region_options(catalogue: Catalogue, texts: Texts) -> str:
    """Return the choices of the region; the value holds one or several, separated by bars."""
    choices = [("", texts.plain("region-any")), ("|".join(ASIA), texts.plain("region-asia"))]
    choices += [(region, texts.plain(_region_key(region))) for region in regions_of(catalogue, ())]
    return _options(choices)


def day_options(texts: Texts) -> str:
    """Return the choices of the stay."""
    choices = [("", texts.plain("list-any-days"))]
    return _options(choices + [(str(days), texts.plain("list-wish-days", days=days)) for days in STAYS])


def rows(catalogue: Catalogue, texts: Texts, other: Language) -> str:
    """Return a row for each destination, by the alphabet. other: the language whose names can be typed too."""
    return "".join(_row(catalogue, texts, one, other) for one in select(catalogue, Filters(), texts.language))


def _row(catalogue: Catalogue, texts: Texts, one: Destination, other: Language) -> str:
    name, second = catalogue.name(one.iso2, texts.language), catalogue.name(one.iso2, other)
    also = f' data-also="{escape(second)}"' if second != name else ""
    schengen = " data-schengen" if one.is_schengen else ""
    return (
        f'<li id="row-{one.iso2}" data-regime="{one.regime}" data-region="{one.region}"'
        f' data-days="{one.stay_days or 0}"{also}{schengen}>'
        f'<a href="#{one.iso2}"><span aria-hidden="true">{one.flag}</span> <b>{escape(name)}</b> '
        f'<span class="how"><i class="swatch {one.regime}" aria-hidden="true"></i>{_called(texts, one.regime)}'
        f"{_stay(texts, one)}</span></a></li>\n"
    )


def _stay(texts: Texts, one: Destination) -> str:
    if not one.stay_days or one.regime is Regime.VISA_REQUIRED:
        return ""
    return " · " + (texts("stay-short-year") if one.stay_days == YEAR else texts("stay-short", days=one.stay_days))


def _called(texts: Texts, regime: Regime) -> str:
    return texts(f"list-regime-{regime.replace('_', '-')}")


def _region_key(region: Region) -> str:
    return f"region-{region.lower().replace(' ', '-')}"


def _options(choices: list[tuple[str, str]]) -> str:
    return "".join(f'<option value="{escape(value)}">{escape(words)}</option>' for value, words in choices)
