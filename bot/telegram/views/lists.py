"""Lists of destinations, paged in place."""

from html import escape

from aiogram.types import InlineKeyboardButton

from bot.domain.destination import Destination, Regime
from bot.domain.question import Filters
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.lists import (
    MINISTRY_VISA_FREE,
    MINISTRY_VISA_REQUIRED,
    count_by_regime,
    identified_of_ministry,
    select,
)
from bot.services.wishes import Loosening, Wish, loosenings, without_stay
from bot.telegram.callbacks import CardCallback, FollowCallback, ListMenuCallback
from bot.telegram.keyboards import Row, button, grid, keyboard
from bot.telegram.list_codes import encode, list_button
from bot.telegram.reply import Reply
from bot.telegram.views.cards import short_stay
from bot.telegram.views.where import where_button
from bot.telegram.views.wishes import (
    days_choices,
    days_title,
    regime_choices,
    regime_title,
    region_choices,
    region_title,
)

PAGE = 12


def listing(catalogue: Catalogue, texts: Texts, filters: Filters, page: int = 0) -> Reply:
    """Return a page of the destinations that meet the wishes; a page past the end shows the last."""
    found = select(catalogue, filters, texts.language)
    last = max(0, (len(found) - 1) // PAGE)
    page = min(max(page, 0), last)
    shown = found[page * PAGE : (page + 1) * PAGE]
    loosened = () if found else loosenings(catalogue, filters)
    lines = [
        _title(texts, filters, len(found)),
        *_relation(catalogue, texts, filters),
        "",
        *[_line(catalogue, texts, destination, filters) for destination in shown],
        *_empty(texts, loosened, is_empty=not found),
        *_unknown_stay(catalogue, texts, filters),
    ]
    rows = [
        *grid([_flag_button(destination) for destination in shown], 6),
        *[[_loosened_button(texts, one)] for one in loosened],
        _pager(filters, page, last),
        *_filter_rows(texts, filters),
    ]
    return Reply("\n".join(lines), keyboard(*rows))


def list_menu(catalogue: Catalogue, texts: Texts, filters: Filters, menu: str) -> Reply:
    """Return the choices of one filter, each with how many it leaves; an unknown menu is the regimes'."""
    choices = {"region": region_choices, "days": days_choices}.get(menu, regime_choices)
    buttons = [choice.button(list_button(choice.filters)) for choice in choices(catalogue, texts, filters)]
    back = button(texts.plain("button-back"), list_button(filters))
    title = texts(f"list-menu-{menu}" if menu in ("region", "days") else "list-menu-regime")
    return Reply(title, keyboard(*grid(buttons, 2), [back]))


def _title(texts: Texts, filters: Filters, count: int) -> str:
    regimes = [r.replace("_", "-") for r in filters.regimes]
    key = f"list-title-{regimes[0]}" if len(regimes) == 1 else "list-title"
    wishes = [regime_title(texts, filters.regimes)] if len(filters.regimes) > 1 else []
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


def _empty(texts: Texts, loosened: tuple[Loosening, ...], *, is_empty: bool) -> list[str]:
    """Return that nothing meets all wishes, and which one to give up."""
    if not is_empty:
        return []
    if not loosened:
        return [texts("list-empty"), texts("list-loosen-none")]
    best = loosened[0]
    match best.wish:
        case Wish.DAYS if best.filters.min_days:
            told = texts("list-loosen-days", days=best.filters.min_days, count=best.count)
        case Wish.DAYS:
            told = texts("list-loosen-any-days", count=best.count)
        case Wish.REGIME:
            told = texts("list-loosen-regime", regime=regime_title(texts, best.filters.regimes), count=best.count)
        case _:
            told = texts("list-loosen-region", region=region_title(texts, best.filters.regions), count=best.count)
    return [texts("list-empty"), told]


def _loosened_button(texts: Texts, loosened: Loosening) -> InlineKeyboardButton:
    filters = loosened.filters
    words = {
        Wish.DAYS: "📅 " + days_title(texts, filters.min_days),
        Wish.REGIME: regime_title(texts, filters.regimes),
        Wish.REGION: "🌍 " + region_title(texts, filters.regions),
    }
    return button(f"{words[loosened.wish]} · {loosened.count}", list_button(filters))


def _unknown_stay(catalogue: Catalogue, texts: Texts, filters: Filters) -> list[str]:
    """Return how many are not in the list because no source says how long one may stay."""
    unknown = without_stay(catalogue, filters)
    return ["", texts("list-unknown-stay", count=unknown)] if unknown else []


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
    return [
        [
            button("🌍 " + region_title(texts, filters.regions), menu("region")),
            button("📅 " + days_title(texts, filters.min_days), menu("days")),
        ],
        [
            button(texts.plain("button-list-regime"), menu("regime")),
            button(texts.plain("button-follow-list"), follow),
        ],
        [where_button(texts, filters)],
    ]
