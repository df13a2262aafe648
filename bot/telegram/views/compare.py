"""Two or three places side by side: as text for a phone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from aiogram.types import InlineKeyboardButton

from bot.domain.destination import Regime, flag
from bot.domain.howto import Howto
from bot.domain.stay_rule import YEAR, StayRule
from bot.i18n import Html, Texts
from bot.services.catalogue import Catalogue
from bot.services.comparison import MOST_SIDES, Side, easier, is_one_area, longer, sides_of, similar
from bot.telegram.callbacks import CardCallback, CompareCallback, MenuCallback
from bot.telegram.keyboards import button, grid, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.places import no_facts

WIDEST = 34
"""Letters of a table's line that a phone shows without breaking it."""

DIFFERENT, SAME = "≠", "="
OFFERED, SHORT = 6, 12
CONFIRMED = "confirmed"
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")


@dataclass(frozen=True, slots=True)
class CompareRow:
    """What is compared. name: of its texts; values: one a side, in words."""

    name: str
    values: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Tell whether the rules are not alike for all; when we checked them is no rule."""
        return not self.is_same and self.name != CONFIRMED

    @property
    def is_same(self) -> bool:
        """Tell whether the words are the same for all."""
        return len(set(self.values)) == 1

    @property
    def mark(self) -> str:
        """Return the sign before the row."""
        return DIFFERENT if self.differs else SAME if self.name != CONFIRMED else " "


def comparison(catalogue: Catalogue, texts: Texts, places: Sequence[str]) -> Reply:
    """Return the places side by side; fewer than two known ones are what is known of them."""
    sides = sides_of(catalogue, places)
    lines = [_headline(catalogue, texts, side) for side in sides]
    if len(sides) > 1:
        lines += [
            "",
            *_table(catalogue, texts, sides),
            *_visa_lines(texts, sides),
            "",
            verdict(catalogue, texts, sides),
        ]
    unknown = [place for place in dict.fromkeys(places) if place not in {side.place for side in sides}]
    lines += _left_out(catalogue, texts, unknown)
    shown = [*(side.place for side in sides), *(place for place in unknown if place in catalogue.destinations)]
    rows = grid([_card_button(catalogue, texts, place) for place in shown], 2)
    return Reply("\n".join(lines), keyboard(*rows, _acts(texts, sides)))


def which_other(catalogue: Catalogue, texts: Texts, places: Sequence[str], offered: Sequence[str] = ()) -> Reply:
    """Ask which other place to compare with: typed, or one of a few."""
    names = Html(", ".join(named(catalogue, texts, place) for place in places))
    chosen = offered or similar(catalogue, places, texts.language, OFFERED)
    buttons = [_with(catalogue, texts, places, other) for other in chosen]
    key = "compare-which-offered" if offered else "compare-which"
    never_mind = button(texts.plain("button-compare-cancel"), MenuCallback(page="compare-cancel"))
    return Reply(texts(key, places=names), keyboard(*grid(buttons, 2), [never_mind]))


def which_two(catalogue: Catalogue, texts: Texts) -> Reply:
    """Ask for the places, where none is named."""
    examples = (("TR", "AE", "TH"), ("TR", "GE"), ("JP", "KR"))
    buttons = [
        button(" · ".join(_label(catalogue, texts, place) for place in group), _compare(group)) for group in examples
    ]
    return Reply(texts("compare-which-two"), keyboard(*[[one] for one in buttons]))


def named(catalogue: Catalogue, texts: Texts, place: str) -> Html:
    """Return flag and name of a place."""
    return Html(f"{flag(place)} <b>{escape(catalogue.name(place, texts.language), quote=False)}</b>")


def compare_rows(texts: Texts, sides: Sequence[Side]) -> list[CompareRow]:
    """Return the rows of which something is known: days, how they are counted, the passport, when it was confirmed."""
    rows = [
        CompareRow("days", tuple(_days(texts, side) for side in sides)),
        CompareRow("counted", tuple(_counted(texts, side.rule) for side in sides)),
        CompareRow("passport", tuple(_passport(texts, side) for side in sides)),
        CompareRow(CONFIRMED, tuple(side.confirmed_on.strftime("%d.%m.%y") for side in sides)),
    ]
    return [row for row in rows if set(row.values) != {_unknown(texts)}]


def visa_rows(texts: Texts, sides: Sequence[Side]) -> list[CompareRow]:
    """Return what the visa costs and how long it takes, where that is known of any."""
    answers = {"fee": [side.fee for side in sides], "processing": [side.processing for side in sides]}
    return [
        CompareRow(name, tuple(_of_visa(texts, side, one) for side, one in zip(sides, of_sides, strict=True)))
        for name, of_sides in answers.items()
        if any(of_sides)
    ]


def _headline(catalogue: Catalogue, texts: Texts, side: Side) -> str:
    regime = texts(f"regime-{side.regime.replace('_', '-')}")
    return f"{named(catalogue, texts, side.place)} · {side.regime.marker} {regime}"


def _table(catalogue: Catalogue, texts: Texts, sides: Sequence[Side]) -> list[str]:
    """Return the rows as a table where it fits, else a line a row; and what its marks mean."""
    rows = compare_rows(texts, sides)
    heads = ["", *(catalogue.name(side.place, texts.language) for side in sides)]
    cells = [heads, *([row.mark + texts.plain(f"compare-short-{row.name}"), *row.values] for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(heads))]
    if sum(widths) + len(sides) <= WIDEST:
        drawn = [" ".join(cell.ljust(wide) for cell, wide in zip(line, widths, strict=True)).rstrip() for line in cells]
        table = [f"<pre>{escape(chr(10).join(drawn), quote=False)}</pre>"]
    else:
        table = [_row_line(texts, row, sides) for row in rows]
    return [*table, *([texts("compare-legend")] if any(row.differs for row in rows) else [])]


def _row_line(texts: Texts, row: CompareRow, sides: Sequence[Side]) -> str:
    label = texts(f"compare-row-{row.name}")
    if row.is_same:
        return f"{row.mark} <b>{label}:</b> {texts('compare-everywhere', value=row.values[0])}".strip()
    values = [f"{flag(side.place)} {_unbroken(value)}" for side, value in zip(sides, row.values, strict=True)]
    return f"{row.mark} <b>{label}:</b> {' · '.join(values)}".strip()


def _unbroken(value: str) -> str:
    """Return a value as it stands in a line: a short one never falls apart."""
    told = escape(value, quote=False)
    return told.replace(" ", "\N{NO-BREAK SPACE}") if len(value) <= SHORT else told


def _visa_lines(texts: Texts, sides: Sequence[Side]) -> list[str]:
    lines: list[str] = []
    for row in visa_rows(texts, sides):
        lines += ["", f"<b>{texts(f'compare-row-{row.name}')}</b>"]
        if row.differs:
            pairs = zip(sides, row.values, strict=True)
            lines += [f"{flag(side.place)} {escape(value, quote=False)}" for side, value in pairs]
        else:
            lines.append(texts("compare-everywhere", value=row.values[0]))
    return lines


def _days(texts: Texts, side: Side) -> str:
    if side.days is None:
        return texts.plain("compare-by-visa") if side.regime is Regime.VISA_REQUIRED else _unknown(texts)
    return texts.plain("stay-short-year") if side.days == YEAR else str(side.days)


def _counted(texts: Texts, rule: StayRule | None) -> str:
    if rule is None:
        return _unknown(texts)
    if rule.window == YEAR and rule.longest is None:
        return texts.plain("compare-a-year")
    if rule.window is not None and rule.longest is None:
        return texts.plain("compare-of-window", window=rule.window)
    if rule.window is not None:
        return texts.plain("compare-entry-of-window", total=rule.total, window=rule.window)
    return texts.plain("compare-per-entry") if rule.per_entry else _unknown(texts)


def _passport(texts: Texts, side: Side) -> str:
    return _unknown(texts) if side.months is None else texts.plain("compare-months", months=side.months)


def _unknown(texts: Texts) -> str:
    return texts.plain("compare-unknown")


def _of_visa(texts: Texts, side: Side, answer: Howto | None) -> str:
    if answer is not None:
        return first_sentence(answer.answers[texts.language])
    return texts.plain("compare-no-visa" if side.regime is Regime.VISA_FREE else "compare-not-known")


def first_sentence(text: str) -> str:
    """Return the first sentence of an answer, without its end mark."""
    return _SENTENCE.split(text.strip(), maxsplit=1)[0].rstrip(".;")


def verdict(catalogue: Catalogue, texts: Texts, sides: Sequence[Side]) -> Html:
    """Return what sets the places apart: which is easier to enter, else which lets one stay longer."""
    if is_one_area(catalogue, sides):
        return texts("compare-both-schengen")
    for key, best in (("compare-easier", easier(sides)), ("compare-longer", longer(sides))):
        if best:
            return texts(key, name=", ".join(catalogue.name(side.place, texts.language) for side in best))
    return texts("compare-same")


def _left_out(catalogue: Catalogue, texts: Texts, places: Sequence[str]) -> list[str]:
    """Return what became of places that don't stand side by side: too many, or without facts."""
    nameless = [no_facts(catalogue, texts, place).html for place in places if place not in catalogue.destinations]
    too_many = [texts("compare-most", most=MOST_SIDES)] if len(nameless) < len(places) else []
    return [*([""] if nameless or too_many else []), *nameless, *too_many]


def _acts(texts: Texts, sides: Sequence[Side]) -> list[InlineKeyboardButton]:
    places = [side.place for side in sides]
    drawn = [button(texts.plain("button-compare-picture"), _compare(places, "picture"))] if len(sides) > 1 else []
    more = [button(texts.plain("button-compare-more"), _compare(places, "ask"))] if 0 < len(sides) < MOST_SIDES else []
    return [*drawn, *more]


def _with(catalogue: Catalogue, texts: Texts, places: Sequence[str], other: str) -> InlineKeyboardButton:
    return button(_label(catalogue, texts, other), _compare([*places, other]))


def _card_button(catalogue: Catalogue, texts: Texts, place: str) -> InlineKeyboardButton:
    return button(_label(catalogue, texts, place), CardCallback(iso2=place))


def _compare(places: Sequence[str], act: str = "show") -> CompareCallback:
    return CompareCallback(places=".".join(places), act=act)


def _label(catalogue: Catalogue, texts: Texts, place: str) -> str:
    return f"{flag(place)} {catalogue.name(place, texts.language)}"
