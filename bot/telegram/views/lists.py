"""Lists of destinations, paged in place."""

from html import escape

from aiogram.types import InlineKeyboardButton

from bot.domain.destination import Destination, Regime, Region
from bot.domain.question import Filters
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.lists import (
    MINISTRY_VISA_FREE,
    MINISTRY_VISA_REQUIRED,
    count_by_regime,
    identified_of_ministry,
    regions_of,
    select,
)
from bot.telegram.callbacks import CardCallback, FollowCallback, ListMenuCallback
from bot.telegram.keyboards import Row, button, grid, keyboard
from bot.telegram.list_codes import encode, list_button
from bot.telegram.reply import Reply
from bot.telegram.views.cards import short_stay

PAGE = 12
STAYS = (14, 30, 60, 90)
"""Stays in days that the filter offers."""

MAIN_REGIMES = (Regime.VISA_FREE, Regime.VISA_ON_ARRIVAL, Regime.EVISA, Regime.ETA, Regime.VISA_REQUIRED)


def listing(catalogue: Catalogue, texts: Texts, filters: Filters, page: int = 0) -> Reply:
    """Return a page of the destinations that meet the wishes; a page past the end shows the last."""
    found = select(catalogue, filters, texts.language)
    last = max(0, (len(found) - 1) // PAGE)
    page = min(max(page, 0), last)
    shown = found[page * PAGE : (page + 1) * PAGE]
    lines = [
        _title(texts, filters, len(found)),
        *_relation(catalogue, texts, filters),
        "",
        *[_line(catalogue, texts, destination, filters) for destination in shown],
        *([] if found else [texts("list-empty")]),
    ]
    rows = [
        *grid([_flag_button(destination) for destination in shown], 6),
        _pager(filters, page, last),
        *_filter_rows(texts, filters),
    ]
    return Reply("\n".join(lines), keyboard(*rows))


def list_menu(catalogue: Catalogue, texts: Texts, filters: Filters, menu: str) -> Reply:
    """Return the choices of one filter; an unknown menu is the regimes'."""
    choices = {"region": _region_choices, "days": _days_choices}.get(menu, _regime_choices)
    rows = grid(choices(catalogue, texts, filters), 2)
    back = button(texts.plain("button-back"), list_button(filters))
    return Reply(
        texts(f"list-menu-{menu}" if menu in ("region", "days") else "list-menu-regime"), keyboard(*rows, [back])
    )


def region_title(texts: Texts, regions: tuple[Region, ...]) -> str:
    """Return the regions in words, a group of Asian ones as Asia."""
    if not regions:
        return texts.plain("region-any")
    if len(regions) > 1 and all("Asia" in region or region is Region.MIDDLE_EAST for region in regions):
        return texts.plain("region-asia")
    if len(regions) > 3:
        return texts.plain("region-several", count=len(regions))
    return ", ".join(texts.plain(_region_key(region)) for region in regions)


def _region_key(region: Region) -> str:
    return f"region-{region.lower().replace(' ', '-')}"


def _title(texts: Texts, filters: Filters, count: int) -> str:
    regimes = [r.replace("_", "-") for r in filters.regimes]
    key = f"list-title-{regimes[0]}" if len(regimes) == 1 else "list-title"
    wishes = []
    if filters.regions:
        wishes.append(region_title(texts, filters.regions))
    if filters.min_days:
        wishes.append(texts.plain("list-wish-days", days=filters.min_days))
    return texts(key, count=count) + (f"\n<i>{escape(', '.join(wishes), quote=False)}</i>" if wishes else "")


def _relation(catalogue: Catalogue, texts: Texts, filters: Filters) -> list[str]:
    """Return how our count relates to the ministry's, on the whole lists only."""
    if filters.regions or filters.min_days:
        return []
    counts = count_by_regime(catalogue)
    if filters.regimes == (Regime.VISA_FREE,):
        identified = identified_of_ministry(catalogue)
        return [
            texts(
                "list-ministry-free",
                ministry=MINISTRY_VISA_FREE,
                identified=identified,
                missing=MINISTRY_VISA_FREE - identified,
                ours=counts.get(Regime.VISA_FREE, 0),
            )
        ]
    if filters.regimes == (Regime.VISA_REQUIRED,):
        ours = counts.get(Regime.VISA_REQUIRED, 0)
        electronic = counts.get(Regime.EVISA, 0)
        return [texts("list-ministry-required", ministry=MINISTRY_VISA_REQUIRED, ours=ours, electronic=electronic)]
    return []


def _line(catalogue: Catalogue, texts: Texts, destination: Destination, filters: Filters) -> str:
    name = escape(catalogue.name(destination.iso2, texts.language), quote=False)
    marker = "" if len(filters.regimes) == 1 else f"{destination.regime.marker} "
    stay = short_stay(texts, destination)
    return f"{destination.flag} {marker}{name}" + (f" — {stay}" if stay else "")


def _flag_button(destination: Destination) -> InlineKeyboardButton:
    return button(destination.flag, CardCallback(iso2=destination.iso2))


def _pager(filters: Filters, page: int, last: int) -> Row:
    if not last:
        return []
    previous, following = (page - 1) % (last + 1), (page + 1) % (last + 1)
    return [
        button("◀️", list_button(filters, previous)),
        button(f"{page + 1} / {last + 1}", list_button(filters, page)),
        button("▶️", list_button(filters, following)),
    ]


def _filter_rows(texts: Texts, filters: Filters) -> list[Row]:
    regime, region, days = encode(filters)

    def menu(name: str) -> ListMenuCallback:
        return ListMenuCallback(menu=name, regime=regime, region=region, days=days)

    follow = FollowCallback(topic="list", on=True, origin="list")
    stay = texts.plain("list-any-days") if not days else texts.plain("list-wish-days", days=days)
    return [
        [
            button("🌍 " + region_title(texts, filters.regions), menu("region")),
            button("📅 " + stay, menu("days")),
        ],
        [
            button(texts.plain("button-list-regime"), menu("regime")),
            button(texts.plain("button-follow-list"), follow),
        ],
    ]


def _regime_choices(catalogue: Catalogue, texts: Texts, filters: Filters) -> list[InlineKeyboardButton]:
    counts = count_by_regime(catalogue)
    return [
        button(
            f"{regime.marker} {texts.plain('list-regime-' + regime.replace('_', '-'))} · {counts[regime]}",
            list_button(Filters((regime,), filters.regions, filters.min_days)),
        )
        for regime in MAIN_REGIMES
        if regime in counts
    ]


def _region_choices(catalogue: Catalogue, texts: Texts, filters: Filters) -> list[InlineKeyboardButton]:
    regions = regions_of(catalogue, filters.regimes)
    every = button(texts.plain("region-any"), list_button(Filters(filters.regimes, (), filters.min_days)))
    return [every] + [
        button(
            texts.plain(_region_key(region)),
            list_button(Filters(filters.regimes, (region,), filters.min_days)),
        )
        for region in regions
    ]


def _days_choices(catalogue: Catalogue, texts: Texts, filters: Filters) -> list[InlineKeyboardButton]:
    every = button(texts.plain("list-any-days"), list_button(Filters(filters.regimes, filters.regions)))
    return [every] + [
        button(
            texts.plain("list-wish-days", days=days),
            list_button(Filters(filters.regimes, filters.regions, days)),
        )
        for days in STAYS
    ]
