"""What each shipped file of facts holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.db.csv_rows import FactsError, Row, parse_rows, read_rows, refuse_repeats
from bot.db.facts_rows import (
    CHECK_COLUMNS,
    DESTINATION_COLUMNS,
    NAME_LANGUAGES,
    STAGE_TEXTS,
    Known,
    Values,
    alias_rows,
    change_rows,
    check_rows,
    destination_rows,
    event_rows,
    howto_rows,
    move_rows,
    name_rows,
    peer_rows,
    phrase_rows,
    read_destination,
    stage_rows,
    topic_rows,
    usual_name_rows,
)
from bot.domain.destination import Destination

DATA = Path(__file__).parent.parent / "data"


@dataclass(frozen=True, slots=True)
class FactsFile:
    """One file: its columns, which of them make a row unique, and what a row becomes.

    required: the file must be there; the others come with the code when a folder lacks them.
    """

    name: str
    columns: tuple[str, ...]
    unique: tuple[str, ...]
    parse: Callable[[Row, Known], list[Values]]
    required: bool = True

    def rows(self, data: bytes, known: Known) -> list[Values]:
        """Return the rows for the database; FactsError naming file and line when one is bad."""
        rows = list(read_rows(self.name, data, self.columns))
        parsed = parse_rows(rows, lambda row: self.parse(row, known))
        refuse_repeats(rows, self.unique)
        return [values for several in parsed for values in several]


def read_destinations(data: bytes, known: Known, name: str = "destinations.csv") -> list[Destination]:
    """Return the destinations of a CSV file, in its order; FactsError naming what is wrong line by line."""
    rows = list(read_rows(name, data, DESTINATION_COLUMNS))
    found = parse_rows(rows, lambda row: read_destination(row, known))
    refuse_repeats(rows, ("iso2",))
    return found


def shipped_territories() -> Known:
    """Return the codes of all territories, from the names that come with the code."""
    return Known(territories((DATA / NAMES.name).read_bytes()))


def territories(names: bytes) -> dict[str, str]:
    """Return the alpha-3 codes by alpha-2 code of names.csv."""
    rows = read_rows(NAMES.name, names, NAMES.columns)
    return dict(parse_rows(rows, lambda row: (row.code("iso2"), row.code("iso3", 3))))


_TITLES = ("title_en", "title_ru", "title_kk")

NAMES = FactsFile("names.csv", ("iso2", "iso3", *NAME_LANGUAGES), ("iso2",), name_rows, required=False)
USUAL_NAMES = FactsFile(
    "usual_names.csv", ("iso2", "language", "name"), ("iso2", "language"), usual_name_rows, required=False
)
DESTINATIONS = FactsFile("destinations.csv", DESTINATION_COLUMNS, ("iso2",), destination_rows)
ALIASES = FactsFile("aliases.csv", ("iso2", "alias", "lang", "kind"), ("iso2", "alias", "lang", "kind"), alias_rows)
HOWTO = FactsFile(
    "howto.csv",
    (
        "iso2_or_group", "topic", "answer_en", "answer_ru", "answer_kk", "source_name", "source_url", "as_of",
        "confidence",
    ),
    ("iso2_or_group", "topic"),
    howto_rows,
)  # fmt: skip
CHANGES = FactsFile(
    "regime_changes.csv",
    ("date", "iso2", "old_regime", "new_regime", "stay_days", "source_url", "note"),
    ("date", "iso2", "old_regime", "new_regime", "note"),
    change_rows,
)
EVENTS = FactsFile(
    "negotiation_timeline.csv",
    ("date", "stage", *_TITLES, "details_en", "source_name", "source_url", "confidence"),
    ("date", "stage", "title_en"),
    event_rows,
)
TOPICS = FactsFile(
    "negotiation_topics.csv",
    ("topic_id", *_TITLES, "today_en", "typical_vfa_en", "source_url"),
    ("topic_id",),
    topic_rows,
)
MOVES = FactsFile("talks_moves.csv", ("date", "stage"), ("date", "stage"), move_rows, required=False)
STAGES = FactsFile("stages.csv", ("position", "id", *STAGE_TEXTS), ("id",), stage_rows, required=False)
PEERS = FactsFile(
    "peers.csv",
    ("partner", "stage", "date", "value", "note_en", "source_url"),
    ("partner", "stage", "date", "value", "note_en"),
    peer_rows,
    required=False,
)
PHRASES = FactsFile("phrases.csv", NAME_LANGUAGES, ("en",), phrase_rows, required=False)
CHECKS = FactsFile("checks.csv", CHECK_COLUMNS, ("subject",), check_rows, required=False)

FILES = (
    NAMES, USUAL_NAMES, DESTINATIONS, ALIASES, HOWTO, CHANGES, MOVES, EVENTS, TOPICS, STAGES, PEERS, PHRASES,
    CHECKS,
)  # fmt: skip


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return the files' bytes by name; optional ones that the folder lacks are the shipped ones."""
    found: dict[str, bytes] = {}
    for file in FILES:
        path = folder / file.name
        if not path.exists() and not file.required:
            path = DATA / file.name
        if path.exists():
            found[file.name] = path.read_bytes()
        elif file.required:
            raise FactsError(f"{folder / file.name} is missing")
    return found


def parse_folder(data: Mapping[str, bytes]) -> dict[str, list[Values]]:
    """Return the database rows of every file by its name; FactsError when one is bad.

    A file that is not there has no entry.
    """
    known = Known(territories(data[NAMES.name]))
    rows: dict[str, list[Values]] = {}
    for file in FILES:
        if file.name not in data:
            continue
        rows[file.name] = file.rows(data[file.name], known)
        if file is DESTINATIONS:
            codes = frozenset(values["iso2"] for values in rows[file.name])
            known = Known(known.iso3, codes, known.moves)
        if file is MOVES:
            moves = frozenset((values["date"], values["stage"]) for values in rows[file.name])
            known = Known(known.iso3, known.destinations, moves)
    return rows
