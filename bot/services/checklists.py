"""Checklists: what the facts say one must have, item by item, cut from their own words."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from bot.domain.checklist import MOST_ITEMS, Checklist, ChecklistItem, is_said
from bot.domain.howto import Howto
from bot.domain.language import Language
from bot.domain.question import SCHENGEN, Practical
from bot.services.catalogue import Catalogue

FILE = Path(__file__).parents[1] / "data" / "checklist.csv"
CONDITIONS = "conditions"
"""The subject of items cut from a destination's conditions; the others are topics of howto.csv."""

FEWEST_ITEMS = 2


@dataclass(frozen=True, slots=True)
class Citation:
    """A source with the date of what it says. name: in English, to be translated."""

    name: str
    url: str
    as_of: date


def checklist_of(catalogue: Catalogue, place: str) -> Checklist | None:
    """Return the checklist of a place, None where the facts name too little for one.

    A Schengen state has the items of all of them and its own. An item that the facts no longer bear out is left out.
    """
    places = (SCHENGEN, place) if place in catalogue.schengen else (place,)
    items = [item for one in places for item in shipped_items().get(one, ()) if is_borne_out(catalogue, item)]
    return Checklist(place, tuple(items[:MOST_ITEMS])) if len(items) >= FEWEST_ITEMS else None


def citations_of(catalogue: Catalogue, checklist: Checklist) -> tuple[Citation, ...]:
    """Return the sources that the items rest on, each once."""
    return tuple(dict.fromkeys(cited for item in checklist.items if (cited := _cited(catalogue, item)) is not None))


def is_borne_out(catalogue: Catalogue, item: ChecklistItem) -> bool:
    """Tell whether the facts still say what an item says, in every language."""
    return all(is_said(item.words[language], _said(catalogue, item, language)) for language in Language)


@cache
def shipped_items(path: Path = FILE) -> dict[str, tuple[ChecklistItem, ...]]:
    """Return the items by place; the file is read once."""
    found: dict[str, list[ChecklistItem]] = {}
    for place, item in _read(path):
        found.setdefault(place, []).append(item)
    return {place: tuple(items) for place, items in found.items()}


def _read(path: Path) -> Iterator[tuple[str, ChecklistItem]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words = {language: row[f"item_{language}"] for language in Language}
            yield row["iso2_or_group"], ChecklistItem(row["source"], row["topic"], words)


def _said(catalogue: Catalogue, item: ChecklistItem, language: Language) -> str:
    if item.subject == CONDITIONS:
        destination = catalogue.destinations.get(item.place)
        return catalogue.phrase(destination.conditions, language) if destination else ""
    answer = _answer(catalogue, item)
    return answer.answers[language] if answer else ""


def _cited(catalogue: Catalogue, item: ChecklistItem) -> Citation | None:
    if item.subject == CONDITIONS:
        destination = catalogue.destinations.get(item.place)
        return Citation(destination.source_name, destination.source_url, destination.as_of) if destination else None
    answer = _answer(catalogue, item)
    return Citation(answer.source_name, answer.source_url, answer.as_of) if answer else None


def _answer(catalogue: Catalogue, item: ChecklistItem) -> Howto | None:
    return None if item.subject == CONDITIONS else catalogue.howto.get((item.place, Practical(item.subject)))
