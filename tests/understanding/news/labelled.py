"""The labelled headlines: what is expected of each."""

import csv
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.watch import Item, Judgement
from bot.understanding.news import NewsReader

HERE = Path(__file__).parent
SETS = ("samples", "headlines", "headlines_aside", "headlines_later", "headlines_last")


@dataclass(frozen=True, slots=True)
class Labelled:
    """An item and its label. subject, stage, event: empty where there is none."""

    item: Item
    subject: str
    stage: str
    places: str
    event: str


def labelled(name: str) -> list[Labelled]:
    """Return a set of labelled items."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [_labelled(f"{name}{number}", row) for number, row in enumerate(csv.DictReader(file))]


def _labelled(key: str, row: dict[str, str]) -> Labelled:
    published = datetime.fromisoformat(row["date"]).replace(tzinfo=UTC) if row["date"] else None
    link = row.get("link") or f"https://news.example/{key}"
    item = Item(key, link, row["title"], row["summary"], published, row["language"])
    return Labelled(item, row["subject"], row["stage"], row["places"], row["event"])


def judged(reader: NewsReader, rows: list[Labelled]) -> list[tuple[Labelled, Judgement]]:
    """Return the rows that reach the editors."""
    found = ((row, reader.judge(row.item)) for row in rows)
    return [(row, judgement) for row, judgement in found if judgement is not None]


def drafts(reader: NewsReader, rows: list[Labelled]) -> list[list[Labelled]]:
    """Return the drafts the rows become: an item joins the first draft that has a source of the same event."""
    made: list[list[tuple[Item, Judgement]]] = []
    sources: list[list[Labelled]] = []
    for row, judgement in judged(reader, rows):
        mine = (row.item, judgement)
        at = next((at for at, draft in enumerate(made) if any(reader.same_event(mine, one) for one in draft)), None)
        if at is None:
            made.append([mine])
            sources.append([row])
        else:
            made[at].append(mine)
            sources[at].append(row)
    return sources
