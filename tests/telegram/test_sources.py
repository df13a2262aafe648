"""Sources are links by name: no bare address is to be read."""

import csv
import re
from pathlib import Path

import pytest

from bot.telegram.views.sources import named_sources

DATA = Path(__file__).parents[2] / "bot" / "data"


def links(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<a href="([^"]+)">([^<]+)</a>', html)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Zakon.kz", [("https://a.kz", "Zakon.kz")]),
        (
            "Zakon.kz; fine of 300 lari: Kazinform https://b.kz/x/",
            [("https://a.kz", "Zakon.kz"), ("https://b.kz/x/", "fine of 300 lari: Kazinform")],
        ),
        (
            "VisaVerge: strategy; Council, 2023: https://www.c.it/en?x=1",
            [("https://a.kz", "VisaVerge: strategy"), ("https://www.c.it/en?x=1", "Council, 2023: c.it")],
        ),
        ("A; B (2025); C https://d.kz (no date)", [("https://a.kz", "A; B (2025)"), ("https://d.kz", "C (no date)")]),
        ("Times; https://b.kz/", [("https://a.kz", "Times"), ("https://b.kz/", "b.kz")]),
        ("", [("https://a.kz", "a.kz")]),
    ],
)
def test_sources_that_a_name_mentions_are_links_too(name: str, expected: list[tuple[str, str]]) -> None:
    assert links(named_sources("https://a.kz", name)) == expected


def test_words_from_outside_are_escaped() -> None:
    assert named_sources('https://a.kz/?a=1&b="2', "<b>A</b> & co") == (
        '<a href="https://a.kz/?a=1&amp;b=&quot;2">&lt;b&gt;A&lt;/b&gt; &amp; co</a>'
    )


def test_no_shipped_source_shows_a_bare_address() -> None:
    with (DATA / "phrases.csv").open(encoding="utf-8") as file:
        phrases = {row["en"]: row for row in csv.DictReader(file)}
    for name in ("howto.csv", "destinations.csv"):
        with (DATA / name).open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                for words in (row["source_name"], *phrases.get(row["source_name"], {}).values()):
                    shown = re.sub(r"<[^>]+>", "", named_sources(row["source_url"], words))
                    assert "http" not in shown, shown
