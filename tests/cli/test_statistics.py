"""`stats`: the desk's numbers on the command line."""

import json
from pathlib import Path

import pytest

from bot.playground.pictures import picture_size
from tests.cli.conftest import Sapar, is_one_line


@pytest.fixture
def audience(sapar: Sapar, folder: Path) -> None:
    """Fill the database with three people."""
    people = "telegram_id,language,topics\n1,ru,eu|country:TR\n2,kk,eu\n3,ru,\n"
    (folder / "people.csv").write_text(people, encoding="utf-8")
    assert sapar("users", "import", "people.csv").code == 0


@pytest.mark.usefixtures("audience")
def test_numbers_are_printed_in_either_language(sapar: Sapar) -> None:
    told = sapar("stats")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("📊 Статистика за 30 дней")
    assert "👥 Люди: 3" in told.out
    assert "<b>" not in told.out
    assert "• ЕО-мен келіссөз — 2" in sapar("stats", "--lang", "kk", "--days", "7").out


@pytest.mark.usefixtures("audience")
def test_programs_get_json(sapar: Sapar) -> None:
    data = json.loads(sapar("stats", "--json", "--days", "7").out)
    assert set(data) == {
        "moment", "days", "people", "questions", "subscriptions", "deliveries", "campaigns", "facts",
    }  # fmt: skip
    assert (data["days"], data["people"]["total"], data["people"]["joined"]) == (7, 3, 3)
    assert data["subscriptions"] == {"eu": 2, "country:TR": 1}
    assert len(data["people"]["joined_by_day"]) == 7
    assert data["questions"]["before"] is None


def test_the_picture_is_written_to_a_file(sapar: Sapar, folder: Path) -> None:
    assert sapar("stats", "--picture", "stats.png", "--json").code == 0
    size = picture_size((folder / "stats.png").read_bytes())
    assert size is not None
    assert size[0] == 1080


@pytest.mark.parametrize(
    "arguments",
    [("--lang", "de"), ("--days", "8"), ("--days", "soon"), ("--picture", "nowhere/stats.png"), ("--picture", ".")],
)
def test_what_can_not_be_done_is_said_in_one_line(sapar: Sapar, arguments: tuple[str, str]) -> None:
    told = sapar("stats", *arguments)
    assert told.code == 2
    assert is_one_line(told.err)
