"""Places side by side, as a picture: a column each, in the colours of their regimes."""

from collections.abc import Sequence
from datetime import date

from bot.i18n import Texts
from bot.pictures import theme
from bot.pictures.atlas import TONES
from bot.pictures.charts import Words
from bot.pictures.columns import Head, Heads, Row, Rows
from bot.pictures.sheet import Sheet
from bot.services.catalogue import Catalogue
from bot.services.comparison import Side
from bot.telegram.callbacks import CardCallback
from bot.telegram.keyboards import button, grid, keyboard
from bot.telegram.pictures import Picture
from bot.telegram.reply import to_plain
from bot.telegram.views.compare import CompareRow, compare_rows, named, verdict, visa_rows


def compare_picture(
    catalogue: Catalogue, texts: Texts, sides: Sequence[Side], today: date, bot_name: str = ""
) -> Picture:
    """Return the places side by side with their names below and buttons to their cards."""
    names = ", ".join(named(catalogue, texts, side.place) for side in sides)
    cards = [button(to_plain(named(catalogue, texts, side.place)), CardCallback(iso2=side.place)) for side in sides]
    svg = draw(catalogue, texts, sides, today, bot_name)
    caption = f"{names}\n{verdict(catalogue, texts, sides)}"
    return Picture(svg, caption, keyboard(*grid(cards, 2)))


def draw(catalogue: Catalogue, texts: Texts, sides: Sequence[Side], today: date, bot_name: str = "") -> str:
    """Return the comparison as SVG. bot_name: without the @."""
    sheet = Sheet()
    sheet.title(texts.plain("compare-picture-title"), texts.plain("compare-picture-below"))
    rows = compare_rows(texts, sides)
    of_visa = visa_rows(texts, sides)
    sheet.panel(texts.plain("compare-picture-entry"), Heads(_heads(catalogue, texts, sides)), Rows(_rows(texts, rows)))
    if of_visa:
        sheet.panel(texts.plain("compare-picture-visa"), Rows(_rows(texts, of_visa), size=theme.SMALL))
    told = to_plain(verdict(catalogue, texts, sides))
    sheet.panel(told, *_legend(texts, [*rows, *of_visa]))
    date_told = texts.plain("map-picture-foot", date=texts.long_date(today))
    sheet.foot(" · ".join(filter(None, (f"@{bot_name}" if bot_name else "", date_told))))
    return sheet.svg()


def _heads(catalogue: Catalogue, texts: Texts, sides: Sequence[Side]) -> list[Head]:
    return [
        Head(
            catalogue.name(side.place, texts.language),
            texts.plain(f"regime-{side.regime.replace('_', '-')}"),
            TONES[side.regime],
        )
        for side in sides
    ]


def _rows(texts: Texts, rows: Sequence[CompareRow]) -> list[Row]:
    return [Row(texts.plain(f"compare-row-{row.name}"), row.values, row.differs) for row in rows]


def _legend(texts: Texts, rows: Sequence[CompareRow]) -> list[Words]:
    if not any(row.differs for row in rows):
        return []
    return [Words(texts.plain("compare-picture-legend"), size=theme.SMALL)]
