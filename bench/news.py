"""Reports how well news is read, and how fast: `python -m bench.news`, over the sets in tests/understanding/news."""

import statistics
import time

from bot.understanding.news import NewsReader
from tests.understanding.news.labelled import SETS, Labelled, drafts, judged, labelled

ROUNDS = 5
MILLISECONDS = 1e3


def report(name: str, reader: NewsReader) -> None:
    """Print the figures of a set."""
    rows = labelled(name)
    found = judged(reader, rows)
    relevant = sum(bool(row.subject) for row in rows)
    reached = sum(bool(row.subject) for row, _ in found)
    events = {row.event for row, _ in found if row.event}
    mixed = sum(len({row.event for row in draft}) > 1 for draft in drafts(reader, rows))
    print(f"{name}: {reached} of {relevant} reached, {len(found) - reached} of {len(rows) - relevant} others did;")
    print(f"  {len(events)} events made {len(drafts(reader, rows))} drafts, {mixed} of them of more than one event")


def milliseconds(rows: list[Labelled]) -> list[float]:
    """Return how long every item took, on readers that remember none."""
    spent: list[float] = []
    for _ in range(ROUNDS):
        reader = NewsReader()
        reader.judge(rows[0].item)
        for row in rows[1:]:
            start = time.process_time()
            reader.judge(row.item)
            spent.append((time.process_time() - start) * MILLISECONDS)
    return sorted(spent)


def main() -> None:
    """Print the figures of all sets, and the times."""
    reader = NewsReader()
    for name in SETS:
        report(name, reader)
    spent = milliseconds([row for name in SETS for row in labelled(name)])
    typical, slow = statistics.median(spent), spent[int(len(spent) * 0.95)]
    print(f"an item: {typical:.2f} ms, one in twenty over {slow:.2f} ms")


if __name__ == "__main__":
    main()
