"""Reads the shipped files of facts as they lie there, for the tests of this folder."""

import csv
from pathlib import Path

DATA = Path(__file__).parent.parent.parent / "bot" / "data"


def shipped(name: str) -> list[dict[str, str]]:
    """Return the rows of a shipped CSV file by column."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
