"""The table of goals.md, with what was measured."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Figure:
    """One row. most: the bar is the greatest allowed instead of the least. unit: printed behind the number."""

    name: str
    value: float
    bar: float
    goal: float
    most: bool = False
    unit: str = ""

    def meets(self, mark: float) -> bool:
        """Tell whether the figure reaches a mark."""
        return self.value <= mark if self.most else self.value >= mark

    @property
    def verdict(self) -> str:
        """Return the verdict in words."""
        if self.meets(self.goal):
            return "goal reached"
        return "bar reached" if self.meets(self.bar) else "SHORT OF THE BAR"


def show(figures: Iterable[Figure]) -> None:
    """Print the table."""
    table = Table("what", "measured", "first bar", "goal", "verdict")
    for one in figures:
        sign = "≤" if one.most else "≥"
        table.add_row(
            one.name, f"{one.value:.3g}{one.unit}", f"{sign} {one.bar:g}", f"{sign} {one.goal:g}", one.verdict
        )
    Console(width=130).print(table)
