"""Wishes about where to go, in words, and what can be chosen, each with how many destinations it leaves."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.domain.destination import Regime, Region
from bot.domain.question import Filters
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.lists import ASIA, regions_of
from bot.services.wishes import AMERICA, EASY, ELECTRONIC, STAYS, count
from bot.telegram.keyboards import button

REGIMES: tuple[tuple[Regime, ...], ...] = (
    (Regime.VISA_FREE,),
    EASY,
    (Regime.VISA_ON_ARRIVAL,),
    (Regime.EVISA,),
    (Regime.ETA,),
    (Regime.VISA_REQUIRED,),
    (),
)
"""Regimes that a list can be of."""

CHOSEN = "✓"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose. label: its words; filters: the wishes with it; count: how many meet them."""

    label: str
    filters: Filters
    count: int
    is_chosen: bool

    def button(self, data: CallbackData) -> InlineKeyboardButton:
        """Return its button, with how many there are."""
        mark = f"{CHOSEN} " if self.is_chosen else ""
        return button(f"{mark}{self.label} · {self.count}", data)


def regime_title(texts: Texts, regimes: tuple[Regime, ...]) -> str:
    """Return the regimes in words, with their markers."""
    if not regimes:
        return "🌐 " + texts.plain("list-regime-any")
    if set(regimes) == set(EASY):
        return "".join(regime.marker for regime in EASY) + " " + texts.plain("list-regime-easy")
    if set(regimes) == set(ELECTRONIC):
        return "".join(regime.marker for regime in ELECTRONIC) + " " + texts.plain("list-regime-electronic")
    names = [texts.plain(f"list-regime-{regime.replace('_', '-')}") for regime in regimes]
    return "".join(regime.marker for regime in regimes) + " " + ", ".join(names)


def days_title(texts: Texts, days: int | None) -> str:
    """Return the wished stay in words."""
    return texts.plain("list-any-days") if not days else texts.plain("list-wish-days", days=days)


def region_title(texts: Texts, regions: tuple[Region, ...]) -> str:
    """Return the regions in words, a group of them by its name."""
    if not regions:
        return texts.plain("region-any")
    if set(regions) == set(AMERICA):
        return texts.plain("region-america")
    if len(regions) > 1 and all("Asia" in region or region is Region.MIDDLE_EAST for region in regions):
        return texts.plain("region-asia")
    if len(regions) > 3:
        return texts.plain("region-several", count=len(regions))
    return ", ".join(texts.plain(f"region-{region.lower().replace(' ', '-')}") for region in regions)


def regime_choices(
    catalogue: Catalogue, texts: Texts, filters: Filters, offered: Iterable[tuple[Regime, ...]] = REGIMES
) -> list[Choice]:
    """Return the regimes that can be chosen, without those that nothing meets."""
    wishes = [(regime_title(texts, regimes), replace(filters, regimes=regimes)) for regimes in offered]
    return _choices(catalogue, filters, wishes)


def days_choices(catalogue: Catalogue, texts: Texts, filters: Filters) -> list[Choice]:
    """Return the stays that can be chosen, without those that nothing allows."""
    wishes = [(days_title(texts, days), replace(filters, min_days=days)) for days in (None, *STAYS)]
    return _choices(catalogue, filters, wishes)


def region_choices(catalogue: Catalogue, texts: Texts, filters: Filters) -> list[Choice]:
    """Return the parts of the world that can be chosen, the great ones first, without those where nothing is."""
    single = [(region,) for region in regions_of(catalogue, filters.regimes)]
    wishes = [(region_title(texts, regions), replace(filters, regions=regions)) for regions in ((), ASIA, AMERICA)]
    wishes += [(region_title(texts, regions), replace(filters, regions=regions)) for regions in single]
    return _choices(catalogue, filters, wishes)


def _choices(catalogue: Catalogue, now: Filters, wishes: list[tuple[str, Filters]]) -> list[Choice]:
    counted = [(label, filters, count(catalogue, filters)) for label, filters in wishes]
    return [Choice(label, filters, found, filters == now) for label, filters, found in counted if found]
