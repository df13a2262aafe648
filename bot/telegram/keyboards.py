"""Rows of inline buttons, built in one line."""

from collections.abc import Iterable, Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

Row = Sequence[InlineKeyboardButton]


def button(text: str, data: CallbackData) -> InlineKeyboardButton:
    """Return a button that comes back to us."""
    return InlineKeyboardButton(text=text, callback_data=data.pack())


def link(text: str, url: str) -> InlineKeyboardButton:
    """Return a button that opens an address."""
    return InlineKeyboardButton(text=text, url=url)


def keyboard(*rows: Row) -> InlineKeyboardMarkup:
    """Return a keyboard of these rows; empty ones are left out."""
    return InlineKeyboardMarkup(inline_keyboard=[list(row) for row in rows if row])


def grid(buttons: Iterable[InlineKeyboardButton], width: int) -> list[Row]:
    """Return the buttons in rows of this width."""
    every = list(buttons)
    return [every[start : start + width] for start in range(0, len(every), width)]
