"""Every destination, asked by its Russian and its Kazakh CLDR name, gets its own card."""

import csv
from pathlib import Path

from babel import Locale

from bot.assembly import assemble
from bot.db.engine import Database
from bot.domain.destination import Regime, flag
from bot.domain.language import Language
from bot.domain.question import Intent
from bot.settings import Settings


async def test_every_cldr_name_finds_its_destination_and_its_regime(sqlite_facts: Database) -> None:
    app = await assemble(Settings(_env_file=None), sqlite_facts)  # type: ignore[call-arg]
    with Path("bot/data/destinations.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    wrong = []
    for language in Language:
        names = Locale(language.value).territories
        for row in rows:
            question, reply = await app.responder.preview(names[row["iso2"]], language)
            first = reply.plain.splitlines()[0]
            right = first.startswith(flag(row["iso2"])) and Regime(row["regime"]).marker in first
            if question.intent is not Intent.COUNTRY or question.places != (row["iso2"],) or not right:
                wrong.append((language, names[row["iso2"]], question.places, first))
    assert not wrong
