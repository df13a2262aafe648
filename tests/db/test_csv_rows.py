"""Whatever is in a file, the answer is rows or one clear error."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.db.csv_rows import FactsError, Row, read_rows
from bot.db.facts_files import FILES
from bot.db.facts_rows import Known
from bot.domain.web_address import is_web_address

KNOWN = Known({"TR": "TUR", "GE": "GEO"}, frozenset({"TR"}))
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


@given(data=st.binary(max_size=300))
def test_any_bytes_are_rows_or_a_facts_error(data: bytes) -> None:
    try:
        rows = list(read_rows("a.csv", b"x,y\n" + data, ("x", "y")))
    except FactsError as error:
        assert str(error).startswith("a.csv")
    else:
        assert all(set(row.values) == {"x", "y"} for row in rows)


@given(values=st.lists(st.tuples(TEXTS, TEXTS), max_size=8))
def test_what_a_csv_writer_wrote_is_read_with_the_lines_it_is_on(values: list[tuple[str, str]]) -> None:
    file = io.StringIO(newline="")
    writer, lines = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL), []
    writer.writerow(("x", "y"))
    for pair in values:
        lines.append(1 + len(io.StringIO(file.getvalue(), newline="").readlines()))
        writer.writerow(pair)
    rows = list(read_rows("a.csv", file.getvalue().encode(), ("x", "y")))
    assert [(row.values["x"], row.values["y"]) for row in rows] == values
    assert [row.line for row in rows] == lines


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
@given(data=st.data())
def test_no_row_makes_a_parser_fail_otherwise(file: object, data: st.DataObject) -> None:
    assert isinstance(file, type(FILES[0]))
    words = st.sampled_from(
        ["TR", "TUR", "ru", "country", "2026-01-01", "1", "visa_free", "https://a.kz", "round", "high"]
    )
    values = {column: data.draw(words | st.text(max_size=20)) for column in file.columns}
    try:
        assert file.parse(Row(file.name, 2, values), KNOWN)
    except FactsError as error:
        assert str(error).startswith(f"{file.name}, line 2: ")


@pytest.mark.parametrize(
    "text", ["https://a.kz", "http://a.kz/b?c=d#e", "https://xn--80a.xn--j1amh/", "https://мид.қаз/"]
)
def test_web_addresses(text: str) -> None:
    assert is_web_address(text)


@pytest.mark.parametrize(
    "text", ["", "a.kz", "ftp://a.kz", "https://", "https://a", "https://a.kz/b c", "https://[::1", "data:a"]
)
def test_no_web_addresses(text: str) -> None:
    assert not is_web_address(text)
