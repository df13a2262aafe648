"""Every English fact text that people see has a Russian and a Kazakh wording that says the same."""

import re
from collections import Counter

import pytest

from tests.data.shipped import shipped

SEEN_BY_PEOPLE = {
    "destinations.csv": ("conditions", "agreement", "notes", "stay_rule", "source_name"),
    "negotiation_timeline.csv": ("details_en", "source_name"),
    "negotiation_topics.csv": ("today_en", "typical_vfa_en"),
    "howto.csv": ("source_name",),
    "regime_changes.csv": ("note",),
    "stages.csv": ("legal_basis",),
    "peers.csv": ("note_en",),
}
MONTHS = (
    ("Jan", "январ", "қаңтар"), ("Feb", "феврал", "ақпан"), ("Mar", "март", "наурыз"), ("Apr", "апрел", "сәуір"),
    ("May", "ма[йяе]", "мамыр"), ("Jun", "июн", "маусым"), ("Jul", "июл", "шілде"), ("Aug", "август", "тамыз"),
    ("Sep", "сентябр", "қыркүйек"), ("Oct", "октябр", "қазан"), ("Nov", "ноябр", "қараша"),
    ("Dec", "декабр", "желтоқсан"),
)  # fmt: skip
URL = re.compile(r"https?://\S+")
ISO_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
MONTH_WORD = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b"
)
# How a row is told apart within the ministry's count means nothing to a traveller, so it is not translated.
REMARK = re.compile(r" In the 42: [^.]*?(?:seen|Kazinform)(?:\. |$)")
KAZAKH_LETTERS = frozenset("әғқңөұүһі")
CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]", re.IGNORECASE)

PHRASES = {row["en"]: row for row in shipped("phrases.csv")}
NEEDED = {
    row[column]: (file, column)
    for file, columns in SEEN_BY_PEOPLE.items()
    for column in columns
    for row in shipped(file)
    if row[column].strip()
}
BOTH = ("ru", "kk")


def of_columns(*columns: str) -> list[str]:
    return [text for text, (_, column) in NEEDED.items() if column in columns]


def numbers(text: str) -> Counter[str]:
    """Return the numbers of a text, however they are grouped, days of dates without a leading zero."""
    text = URL.sub(" ", text)
    text = ISO_DAY.sub(lambda day: f"{day[1]}; {int(day[3])};", text)
    text = re.sub(r"(?<=\d)[,\u00a0 ](?=\d{3}(?!\d))", "", text)
    text = re.sub(r"(?<=\d),(?=\d)", ".", text)
    return Counter(re.findall(r"\d+(?:\.\d+)?", text))


def months(text: str) -> set[int]:
    """Return the months (0 to 11) of an English text, in dates or as words."""
    words = [word[:3] for word in MONTH_WORD.findall(text)]
    return {int(day[1]) - 1 for day in ISO_DAY.findall(text)} | {
        number for number, names in enumerate(MONTHS) if names[0] in words
    }


def test_every_text_that_people_see_has_a_row_and_no_row_is_unused() -> None:
    assert set(NEEDED) - set(PHRASES) == set()
    assert set(PHRASES) - set(NEEDED) == set()


def test_no_text_has_two_rows() -> None:
    assert [text for text, count in Counter(row["en"] for row in shipped("phrases.csv")).items() if count > 1] == []


@pytest.mark.parametrize("language", BOTH)
def test_every_row_is_filled_in_and_tidy(language: str) -> None:
    for row in PHRASES.values():
        assert row[language]
        assert row[language] == row[language].strip()
        assert "  " not in row[language]
        assert '"' not in row[language], "quotation marks are « »"


@pytest.mark.parametrize("language", BOTH)
def test_only_proper_names_stay_in_latin_letters(language: str) -> None:
    for text, row in PHRASES.items():
        if not CYRILLIC.search(row[language]):
            assert NEEDED[text][1] == "source_name", text
            assert row[language] == text


def test_kazakh_is_written_in_kazakh_letters() -> None:
    for row in PHRASES.values():
        if len(re.findall(r"[а-яёәғқңөұүһі]{3,}", row["kk"].lower())) > 5:
            assert KAZAKH_LETTERS & set(row["kk"].lower()), row["kk"]
        assert not KAZAKH_LETTERS & set(row["ru"].lower()), row["ru"]
    used = {letter for row in PHRASES.values() for letter in row["kk"].lower()}
    # һ stands in a handful of words only, none of which is needed here.
    assert KAZAKH_LETTERS - {"һ"} <= used


def test_the_two_languages_differ_wherever_there_are_words() -> None:
    assert [row["en"] for row in PHRASES.values() if row["ru"] == row["kk"] and CYRILLIC.search(row["ru"])] == []


@pytest.mark.parametrize("language", BOTH)
def test_no_word_mixes_latin_and_cyrillic_letters(language: str) -> None:
    mixed = re.compile(r"[A-Za-z][а-яёәғқңөұүһі]|[а-яёәғқңөұүһі][A-Za-z]", re.IGNORECASE)
    assert [row[language] for row in PHRASES.values() if mixed.search(row[language])] == []


@pytest.mark.parametrize("language", BOTH)
def test_conditions_and_rules_keep_every_number_as_often_as_it_is_said(language: str) -> None:
    texts = of_columns("conditions", "stay_rule")
    assert len(texts) > 50
    for text in texts:
        # «90 in 180» needs its unit twice in the languages of the reader; the numbers stay the same.
        assert numbers(PHRASES[text][language]) == numbers(text), text


@pytest.mark.parametrize("language", BOTH)
def test_no_number_is_lost_or_invented(language: str) -> None:
    for text, row in PHRASES.items():
        assert set(numbers(row[language])) == set(numbers(REMARK.sub(" ", text))), text


@pytest.mark.parametrize(("language", "column"), [("ru", 1), ("kk", 2)])
def test_months_stay_the_same(language: str, column: int) -> None:
    for text, row in PHRASES.items():
        found = {n for n, names in enumerate(MONTHS) if re.search(rf"\b{names[column]}", row[language].lower())}
        assert months(REMARK.sub(" ", text)) <= found, text


@pytest.mark.parametrize("language", BOTH)
def test_addresses_of_sources_are_kept(language: str) -> None:
    for text in of_columns("source_name"):
        assert URL.findall(PHRASES[text][language]) == URL.findall(text)
    for text in of_columns("notes"):
        assert set(URL.findall(PHRASES[text][language])) <= {url.rstrip(".") for url in URL.findall(text)} | set(
            URL.findall(text)
        )


@pytest.mark.parametrize("language", BOTH)
def test_texts_end_and_begin_as_their_place_needs(language: str) -> None:
    for text, (_, column) in NEEDED.items():
        said = PHRASES[text][language]
        if column == "notes":
            assert said.endswith((".", "/")) or URL.search(said.split()[-1]), said
        else:
            assert said.endswith(".") == text.endswith("."), said
        if column == "conditions":
            assert said[0].isupper() or said[0].isdigit(), said


@pytest.mark.parametrize("language", BOTH)
def test_internal_remarks_do_not_reach_people(language: str) -> None:
    for row in PHRASES.values():
        for word in ("CONFLICT", "APPROXIMATE", "In the 42"):
            assert word not in row[language]
