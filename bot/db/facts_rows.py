"""How the rows of the shipped files become rows of the database."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from bot.db.csv_rows import Row
from bot.domain.destination import Confidence, Destination, MfaGroup, Regime, Region
from bot.domain.howto import GENERAL
from bot.domain.question import SCHENGEN, Practical
from bot.domain.talks import STEPS, Stage

LONGEST_STAY = 3650
DESTINATION_COLUMNS = tuple(field.name for field in fields(Destination))
NAME_LANGUAGES = ("en", "ru", "kk")
AREAS = (SCHENGEN, "EU")
ALIAS_KINDS = ("country", "capital", "city", "resort", "region", "short", "abbr", "former", "colloquial")
CHECK_COLUMNS = ("subject", "checked_on", "newest_report")
STAGE_TEXTS = (
    *(f"{part}_{language}" for part in ("title", "who", "trace") for language in NAME_LANGUAGES),
    "legal_basis",
    "about_ru",
    "about_kk",
)

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """What rows of one file may refer to in the others.

    iso3: alpha-3 codes of all territories by alpha-2. destinations: codes that have a row. moves: (date, stage) of
    the events that move the stepper.
    """

    iso3: Mapping[str, str]
    destinations: frozenset[str] = frozenset()
    moves: frozenset[tuple[str, str]] = frozenset()


def read_destination(row: Row, known: Known) -> Destination:
    """Return the destination of a row of destinations.csv; FactsError when something in it can't be."""
    iso2 = row.word("iso2", known.iso3, "no ISO 3166 alpha-2 code")
    if row.code("iso3", 3) != known.iso3[iso2]:
        raise row.error(f"iso3 {row.values['iso3']!r} does not belong to {iso2}, which is {known.iso3[iso2]}")
    _refuse_formulas(row)
    as_of, confirmed_on = row.day("as_of"), row.day("confirmed_on")
    if confirmed_on < as_of:
        raise row.error(f"confirmed_on {confirmed_on} is before as_of {as_of}")
    return Destination(
        iso2=iso2,
        iso3=row.code("iso3", 3),
        name_en=row.text("name_en"),
        region=row.enum("region", Region),
        regime=row.enum("regime", Regime),
        stay_days=row.number("stay_days", 1, LONGEST_STAY),
        stay_rule=row.optional("stay_rule"),
        conditions=row.optional("conditions"),
        passport_validity_months=row.number("passport_validity_months", 1, 120),
        mfa_group=row.optional_enum("mfa_group", MfaGroup),
        source_name=row.text("source_name"),
        source_url=row.urls("source_url"),
        as_of=as_of,
        confirmed_on=confirmed_on,
        second_source_url=row.urls("second_source_url") if row.optional("second_source_url") else "",
        agreement=row.optional("agreement"),
        confidence=row.enum("confidence", Confidence),
        notes=row.optional("notes"),
    )


def _refuse_formulas(row: Row) -> None:
    """Refuse texts that a spreadsheet would run: kept out here, they need not be disguised in an export."""
    for column, value in row.values.items():
        if value.strip().startswith(("=", "+", "-", "@")):
            raise row.error(f"{column} begins with {value.strip()[0]!r}, which spreadsheets take for a formula")


def destination_values(destination: Destination) -> Values:
    """Return a destination as a row of the table, column for column."""
    values = {name: getattr(destination, name) for name in DESTINATION_COLUMNS}
    for name in ("region", "regime", "mfa_group", "confidence"):
        values[name] = None if values[name] is None else str(values[name])
    return values


def destination_rows(row: Row, known: Known) -> list[Values]:
    return [destination_values(read_destination(row, known))]


def name_rows(row: Row, known: Known) -> list[Values]:
    iso2 = row.code("iso2")
    return [{"iso2": iso2, "name": row.text(lang), "language": lang, "kind": "cldr"} for lang in NAME_LANGUAGES]


def usual_name_rows(row: Row, known: Known) -> list[Values]:
    return [
        {
            "iso2": row.word("iso2", [*known.iso3, *AREAS], "no ISO 3166 alpha-2 code"),
            "name": row.text("name"),
            "language": row.word("language", NAME_LANGUAGES),
            "kind": "usual",
        }
    ]


def alias_rows(row: Row, known: Known) -> list[Values]:
    return [
        {
            "iso2": row.word("iso2", [*known.iso3, *AREAS], "no ISO 3166 alpha-2 code"),
            "name": row.text("alias"),
            "language": row.word("lang", (*NAME_LANGUAGES, "translit")),
            "kind": row.word("kind", ALIAS_KINDS),
        }
    ]


def howto_rows(row: Row, known: Known) -> list[Values]:
    answers = {f"answer_{lang}": row.text(f"answer_{lang}") for lang in NAME_LANGUAGES}
    return [
        {
            "place": row.word("iso2_or_group", [*known.iso3, SCHENGEN, GENERAL], "no ISO 3166 alpha-2 code"),
            "practical": row.enum("topic", Practical).value,
            **answers,
            "source_name": row.text("source_name"),
            "source_url": row.urls("source_url"),
            "as_of": row.day("as_of"),
            "confidence": row.enum("confidence", Confidence).value,
        }
    ]


def change_rows(row: Row, known: Known) -> list[Values]:
    old = row.optional_enum("old_regime", Regime)
    return [
        {
            "iso2": row.word("iso2", known.destinations, "not among the destinations"),
            "date": str(row.partial_date("date")),
            "old_regime": old.value if old else "",
            "new_regime": row.enum("new_regime", Regime).value,
            "stay_days": row.number("stay_days", 1, LONGEST_STAY),
            "source_url": row.urls("source_url"),
            "note": row.optional("note"),
            "origin": "file",
        }
    ]


def event_rows(row: Row, known: Known) -> list[Values]:
    when, stage = str(row.partial_date("date")), row.enum("stage", Stage)
    titles = {f"title_{lang}": row.text(f"title_{lang}") for lang in NAME_LANGUAGES}
    return [
        {
            "date": when,
            "stage": stage.value,
            "moves": (when, stage.value) in known.moves,
            **titles,
            "details_en": row.optional("details_en"),
            "source_name": row.text("source_name"),
            "source_url": row.urls("source_url"),
            "confidence": row.enum("confidence", Confidence).value,
            "origin": "file",
        }
    ]


def move_rows(row: Row, known: Known) -> list[Values]:
    stage = row.word("stage", STEPS)
    return [{"date": str(row.partial_date("date")), "stage": str(stage)}]


def topic_rows(row: Row, known: Known) -> list[Values]:
    titles = {f"title_{lang}": row.text(f"title_{lang}") for lang in NAME_LANGUAGES}
    return [
        {
            "id": row.text("topic_id"),
            **titles,
            "today_en": row.text("today_en"),
            "typical_en": row.optional("typical_vfa_en"),
            "source_url": row.urls("source_url"),
        }
    ]


def stage_rows(row: Row, known: Known) -> list[Values]:
    stage = Stage(row.word("id", STEPS))
    if row.number("position", 1, len(STEPS)) != stage.position:
        raise row.error(f"position {row.values['position']!r} is not that of {stage}, which is {stage.position}")
    texts = {column: row.optional(column) for column in STAGE_TEXTS}
    for language in NAME_LANGUAGES:
        row.text(f"title_{language}")
    return [{"id": stage.value, "position": stage.position, **texts}]


def peer_rows(row: Row, known: Known) -> list[Values]:
    return [
        {
            "partner": row.word("partner", known.iso3, "no ISO 3166 alpha-2 code"),
            "stage": row.enum("stage", Stage).value,
            "date": str(row.partial_date("date")) if row.optional("date") else "",
            "value": row.optional("value"),
            "note_en": row.optional("note_en"),
            "source_url": row.urls("source_url") if row.optional("source_url") else "",
        }
    ]


def phrase_rows(row: Row, known: Known) -> list[Values]:
    return [{language: row.text(language) for language in NAME_LANGUAGES}]


def check_rows(row: Row, known: Known) -> list[Values]:
    return [{name: row.text(name) if name == "subject" else row.day(name) for name in CHECK_COLUMNS}]
