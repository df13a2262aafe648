"""Reports how well questions are understood, and how fast: `python -m bench.understanding [FILE.csv …]`.

Without files, the sets in tests/understanding: dev (the customer's), seen (ours, tuned on), aside (ours, not tuned on).
"""

import csv
import statistics
import sys
import time
import tracemalloc
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.table import Figure
from bot.domain.question import Intent, Question
from bot.understanding import Understanding

QUESTIONS = Path(__file__).parents[1] / "tests" / "understanding"
MILLISECONDS = 1e3


@dataclass(frozen=True, slots=True)
class Row:
    """A question of a set, with what it should be understood as."""

    id: str
    lang: str
    text: str
    intent: str
    iso2: str
    kind: str
    note: str = ""

    @property
    def places(self) -> set[str]:
        """Return the codes that should be understood."""
        return set(filter(None, self.iso2.split("|")))

    def is_right(self, question: Question) -> bool:
        """Tell whether intent and places are right."""
        return question.intent == self.intent and set(question.places) == self.places


def read(path: Path) -> list[Row]:
    """Return the rows of a question set."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Row(**row) for row in csv.DictReader(file)]


def false_answers(answers: Iterable[tuple[Row, Question]]) -> tuple[int, int]:
    """Return how many off-topic rows got an answer, and how many there are."""
    off = [question for row, question in answers if row.intent == Intent.OUT_OF_SCOPE]
    return sum(question.intent is not Intent.OUT_OF_SCOPE for question in off), len(off)


def report(path: Path, understanding: Understanding) -> None:
    """Print the figures of a set, its confusions and each error."""
    answers = [(row, understanding.understand(row.text)) for row in read(path)]
    right = sum(row.is_right(question) for row, question in answers)
    wrong, off = false_answers(answers)
    refused = sum(q.intent is Intent.OUT_OF_SCOPE for row, q in answers if row.intent != Intent.OUT_OF_SCOPE)
    print(f"\n{path.stem}: {right}/{len(answers)} = {right / len(answers):.1%}")
    print(f"  false answers {wrong}/{off}, false refusals {refused}/{len(answers) - off}")
    for name in ("lang", "intent", "kind"):
        print(f"  by {name}: " + ", ".join(_groups(answers, name)))
    _print_errors(answers)


def _groups(answers: list[tuple[Row, Question]], name: str) -> Iterable[str]:
    total, right = Counter[str](), Counter[str]()
    for row, question in answers:
        total[getattr(row, name)] += 1
        right[getattr(row, name)] += row.is_right(question)
    return (f"{group} {right[group]}/{count}" for group, count in total.most_common())


def _print_errors(answers: list[tuple[Row, Question]]) -> None:
    errors = [(row, question) for row, question in answers if not row.is_right(question)]
    confusions = Counter((row.intent, str(q.intent)) for row, q in errors if row.intent != q.intent)
    for (wanted, got), count in confusions.most_common():
        print(f"  {count} × {wanted} understood as {got}")
    for row, question in errors:
        print(f"  {row.id} {row.text!r}: wanted {row.intent} {row.iso2}, got {question.intent}", end=" ")
        print("|".join(question.places), "—", "; ".join(question.trace))


def timings(understanding: Understanding, texts: list[str]) -> tuple[list[float], list[float]]:
    """Return the milliseconds of each text, by the clock and of this thread's processor time, sorted."""
    wall, processor = [], []
    for text in texts:
        began, busy = time.perf_counter(), time.thread_time()
        understanding.understand(text)
        wall.append((time.perf_counter() - began) * MILLISECONDS)
        processor.append((time.thread_time() - busy) * MILLISECONDS)
    return sorted(wall), sorted(processor)


def _print_speed(texts: list[str]) -> None:
    loads = []
    for _ in range(5):
        began = time.perf_counter()
        fresh = Understanding.load()
        loads.append((time.perf_counter() - began) * MILLISECONDS)
    tracemalloc.start()
    held = Understanding.load()
    memory = tracemalloc.get_traced_memory()[0] / 2**20
    tracemalloc.stop()
    print(f"\nload: median {statistics.median(loads):.0f} ms; memory {memory:.1f} MiB ({len(texts)} questions timed)")
    for name, engine in (("each question for the first time", fresh), ("again", fresh)):
        for clock, times in zip(("clock", "processor"), timings(engine, texts), strict=True):
            middle, late = statistics.median(times), times[int(len(times) * 0.99)]
            print(f"  {name}, {clock}: median {middle:.3f} ms, p99 {late:.2f} ms, worst {times[-1]:.2f} ms")
    del held


async def figures(_quick: bool) -> tuple[Figure, ...]:
    """Return the figures of goals.md."""
    understanding, out = Understanding.load(), []
    for name, bar, goal in (("dev", 0.98, 0.995), ("aside", 0.95, 0.98)):
        rows = read(QUESTIONS / f"{name}.csv")
        share = sum(row.is_right(understanding.understand(row.text)) for row in rows) / len(rows)
        out.append(Figure(f"questions understood, {name} set", share, bar, goal))
    times, _ = timings(Understanding.load(), [row.text for row in read(QUESTIONS / "seen.csv")])
    middle, late = statistics.median(times), times[int(len(times) * 0.99)]
    return (
        *out,
        Figure("understanding a question, median, ms", middle, 0.5, 0.1, most=True),
        Figure("understanding a question, 99th percentile, ms", late, 5, 1, most=True),
    )


def main() -> None:
    """Print the report."""
    paths = [Path(name) for name in sys.argv[1:]] or [QUESTIONS / f"{name}.csv" for name in ("dev", "seen", "aside")]
    understanding = Understanding.load()
    for path in paths:
        report(path, understanding)
    _print_speed([row.text for path in paths for row in read(path)])


if __name__ == "__main__":
    main()
