"""Texts: complete in both languages, with the same arguments, escaped, with right plurals and dates."""

from datetime import date
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.domain.language import Language
from bot.domain.talks import PartialDate
from bot.i18n import LOCALES, Html, MissingTextError, Translator

translator = Translator()
RU, KK = translator[Language.RU], translator[Language.KK]


class Arguments(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def catalogue(language: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice in {language}"
                arguments = Arguments()
                arguments.visit(entry)
                found[entry.id.name] = arguments.names
    return found


def test_every_locale_has_the_same_keys_and_arguments() -> None:
    assert catalogue("kk") == catalogue("ru")


def test_every_locale_has_the_same_files() -> None:
    assert {p.name for p in (LOCALES / "ru").iterdir()} == {p.name for p in (LOCALES / "kk").iterdir()}


@pytest.mark.parametrize(
    ("days", "text"),
    [(1, "1 день"), (2, "2 дня"), (5, "5 дней"), (11, "11 дней"), (21, "21 день"), (90, "90 дней")],
)
def test_russian_plurals_are_right(days: int, text: str) -> None:
    assert RU.plain("stay-short", days=days) == text


def test_text_from_outside_is_escaped_and_markup_of_ours_is_not() -> None:
    assert RU("place-no-facts", name="<b>&") == RU("place-no-facts", name=Html("&lt;b&gt;&amp;"))
    assert "<i>" in RU("card-source", source=Html("<i>x</i>"), date="1")


def test_dates_are_as_exact_as_they_are_known() -> None:
    assert RU.long_date(date(2026, 3, 3)) == "3 марта 2026"
    assert RU.long_date(PartialDate.parse("2026-03")) == "март 2026"
    assert RU.long_date(PartialDate.parse("2017")) == "2017"
    assert KK.long_date(date(2026, 3, 3)) == "2026 жылғы 3 наурыз"
    assert KK.long_date(PartialDate.parse("2026-03")) == "2026 жылғы наурыз"
    assert RU.short_date(PartialDate.parse("2026-03")) == "03.2026"
    assert RU.short_date(date(2026, 3, 3)) == "03.03.2026"


@pytest.mark.parametrize(
    ("part", "whole", "russian"),
    [
        (0, 0, "0 %"), (0, 5, "0 %"), (5, 5, "100 %"), (1, 3, "33 %"), (1, 1000, "<1 %"), (999, 1000, ">99 %"),
        (1, 200, "<1 %"), (1, 100, "1 %"), (99, 100, "99 %"), (25, 1000, "3 %"), (10**15, 2 * 10**15, "50 %"),
    ],
)  # fmt: skip
def test_shares_claim_neither_all_nor_nothing_where_it_is_not_so(part: int, whole: int, russian: str) -> None:
    assert RU.share(part, whole).replace("\u00a0", " ") == russian
    assert KK.share(part, whole) == russian.replace(" ", "")


def test_thousands_are_set_apart() -> None:
    assert RU.number(1234567) == KK.number(1234567) == "1\u00a0234\u00a0567"
    assert RU.number(0) == "0"


def test_a_missing_key_or_argument_is_an_error_of_ours() -> None:
    with pytest.raises(MissingTextError, match="no text"):
        RU("no-such-key")
    with pytest.raises(MissingTextError, match="stay-short"):
        RU("stay-short")
    assert RU.has("stay-short")
    assert not RU.has("no-such-key")


def test_a_broken_file_stops_the_start_with_its_name(tmp_path: Path) -> None:
    for language in Language:
        (tmp_path / language).mkdir()
    (tmp_path / "ru" / "bad.ftl").write_text("key = { $a ->\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.ftl"):
        Translator(tmp_path)
