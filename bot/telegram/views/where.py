"""«Where can I go»: three questions in one message, then the list. What was chosen is in the buttons."""

from aiogram.types import InlineKeyboardButton

from bot.domain.destination import Regime
from bot.domain.question import Filters
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.wishes import EASY, ELECTRONIC, Wish, count
from bot.telegram.callbacks import WhereCallback
from bot.telegram.keyboards import Row, button, grid, keyboard
from bot.telegram.list_codes import encode, list_button
from bot.telegram.reply import Reply
from bot.telegram.views.wishes import (
    Choice,
    days_choices,
    days_title,
    regime_choices,
    regime_title,
    region_choices,
    region_title,
)

STEPS = (Wish.REGIME, Wish.DAYS, Wish.REGION)
ASKED_REGIMES: tuple[tuple[Regime, ...], ...] = ((Regime.VISA_FREE,), EASY, ELECTRONIC, ())
"""What people tell apart when they look for a journey."""

NO_WISHES = Filters()


def where_page(catalogue: Catalogue, texts: Texts, step: Wish = Wish.REGIME, filters: Filters = NO_WISHES) -> Reply:
    """Return a question of the guide with its choices, each with how many destinations it leaves."""
    lines = [texts("where-title"), *_so_far(catalogue, texts, step, filters), "", texts(f"where-ask-{step}")]
    choices = [choice.button(_next(step, choice.filters)) for choice in _choices(catalogue, texts, step, filters)]
    rows: list[Row] = [*grid(choices, 1 if step is Wish.REGIME else 2), _ways(catalogue, texts, step, filters)]
    return Reply("\n".join(lines), keyboard(*rows))


def where_button(texts: Texts, filters: Filters) -> InlineKeyboardButton:
    """Return the button that asks anew, knowing what was chosen."""
    return button(texts.plain("button-where"), _step(Wish.REGIME, filters))


def _choices(catalogue: Catalogue, texts: Texts, step: Wish, filters: Filters) -> list[Choice]:
    match step:
        case Wish.DAYS:
            return days_choices(catalogue, texts, filters)
        case Wish.REGION:
            return region_choices(catalogue, texts, filters)
        case _:
            return regime_choices(catalogue, texts, filters, ASKED_REGIMES)


def _so_far(catalogue: Catalogue, texts: Texts, step: Wish, filters: Filters) -> list[str]:
    """Return what was chosen before this question, and how many are left."""
    told = [regime_title(texts, filters.regimes)] if step is not Wish.REGIME else []
    if filters.min_days and step is not Wish.DAYS:
        told.append(days_title(texts, filters.min_days))
    if filters.regions and step is not Wish.REGION:
        told.append(region_title(texts, filters.regions))
    return [texts("where-so-far", wishes=" · ".join(told), count=count(catalogue, filters))] if told else []


def _ways(catalogue: Catalogue, texts: Texts, step: Wish, filters: Filters) -> Row:
    """Return the way back, which keeps what was chosen, and the way to the list at once."""
    place = STEPS.index(step)
    back = [button(texts.plain("button-back"), _step(STEPS[place - 1], filters))] if place else []
    found = count(catalogue, filters)
    shown = [button(texts.plain("button-where-show", count=found), list_button(filters))] if place and found else []
    return [*back, *shown]


def _next(step: Wish, filters: Filters) -> WhereCallback:
    """Return what leads to the question after this one; after the last, to the list."""
    place = STEPS.index(step) + 1
    return _step(STEPS[place] if place < len(STEPS) else None, filters)


def _step(step: Wish | None, filters: Filters) -> WhereCallback:
    regime, region, days = encode(filters)
    return WhereCallback(step=step or "list", regime=regime, region=region, days=days)
