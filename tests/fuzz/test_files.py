"""Files, feeds and init data as no honest program writes them: refused in words or read, never a crash."""

from datetime import UTC, datetime
from pathlib import Path

import bot
from bot.db.csv_rows import FactsError
from bot.db.facts_files import read_destinations, shipped_territories
from bot.db.users_file import SortedPeople, UsersFileError
from bot.playground.web_app import init_data
from bot.web.init_data import InitDataError, Stamp
from tests.fuzz.mutations import SCALE, mutants

DATA = Path(bot.__file__).parent / "data"
SAMPLES = Path(__file__).parent.parent / "feeds" / "samples"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TOKEN = "42:fuzz"


def test_any_file_of_destinations_is_read_or_refused() -> None:
    whole = (DATA / "destinations.csv").read_bytes().split(b"\n")
    known, outcomes = shipped_territories(), [0, 0]
    for data in mutants([b"\n".join(whole[:6]), b"\n".join(whole[:1] + whole[50:60])], 60 * SCALE, seed=1):
        try:
            read_destinations(data, known, "x.csv")
        except FactsError as error:
            assert "x.csv" in str(error)
            outcomes[1] += 1
        else:
            outcomes[0] += 1
    assert all(outcomes), "both happen, or the changes are too mild or too wild"


def test_any_file_of_people_is_read_or_refused(tmp_path: Path) -> None:
    rows = ["telegram_id,language,topics", *(f"{100 + n},{'ru' if n % 2 else 'kk'},eu|country:TR" for n in range(20))]
    file = tmp_path / "people.csv"
    for data in mutants(["\n".join(rows).encode()], 60 * SCALE, seed=2):
        file.write_bytes(data)
        people = SortedPeople(tmp_path)
        try:
            people.read(file, frozenset({"TR"}))
        except UsersFileError as error:
            assert "people.csv" in str(error)
        else:
            found = [person for batch in people.batches(7) for person in batch]
            assert len(found) == people.good
            assert all(0 < who < 2**52 and language in ("ru", "kk") for who, language, _ in found)


def test_no_init_data_but_the_signed_is_believed() -> None:
    genuine = init_data(TOKEN, {"id": 42, "first_name": "Асель", "language_code": "kk"}, NOW)
    stamp = Stamp(TOKEN)
    assert stamp.visitor(genuine, NOW).telegram_id == 42
    for data in mutants([genuine.encode()], 200 * SCALE, seed=5):
        text = data.decode("utf-8", "surrogateescape")
        try:
            visitor = stamp.visitor(text, NOW)
        except InitDataError as error:
            assert error.reason in ("forged", "stale")
        else:
            assert visitor.telegram_id == 42, text
