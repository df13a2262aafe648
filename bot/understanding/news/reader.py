"""Reads news: what concerns the editors, and which reports are of one event."""

from functools import cached_property, lru_cache

from bot.domain.watch import Item, Judgement
from bot.understanding.gazetteer import Gazetteer
from bot.understanding.news.concepts import Concepts
from bot.understanding.news.events import is_same_event
from bot.understanding.news.judging import judge
from bot.understanding.news.report import Report, read

MOST_KEPT = 512
"""Reports remembered: a new item is compared with every source of the open drafts."""
Judged = tuple[Item, Judgement]


class NewsReader:
    """Reads items of feeds."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        """Take the names of places; without them the shipped ones are loaded at the first item."""
        self._known = gazetteer
        self._read = lru_cache(maxsize=MOST_KEPT)(self._report)

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return self._known or Gazetteer.load(())

    @cached_property
    def _concepts(self) -> Concepts:
        return Concepts()

    def judge(self, item: Item) -> Judgement | None:
        """Return why an item concerns the editors, None where it concerns nobody here."""
        return judge(self._read(item))

    def same_event(self, one: Judged, other: Judged) -> bool:
        """Tell whether two items report one event; the order does not matter."""
        return is_same_event(self._read(one[0]), one, self._read(other[0]), other)

    def _report(self, item: Item) -> Report:
        return read(item, self._concepts, self._gazetteer)
