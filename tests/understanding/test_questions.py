"""How many questions of the sets are understood: dev is the customer's, seen and aside ours, aside not tuned on."""

from pathlib import Path

import pytest

from bench.understanding import Row, false_answers, read
from bot.domain.question import Intent, Question
from bot.understanding import Understanding

pytestmark = pytest.mark.no_cover  # counting lines would take five times as long

HERE = Path(__file__).parent
Answers = list[tuple[Row, Question]]


def _answers(name: str, understanding: Understanding) -> Answers:
    return [(row, understanding.understand(row.text)) for row in read(HERE / f"{name}.csv")]


def _share(answers: Answers) -> float:
    return sum(row.is_right(question) for row, question in answers) / len(answers)


@pytest.mark.parametrize(("name", "floor"), [("dev", 0.98), ("seen", 0.98), ("aside", 0.95)])
def test_most_questions_are_understood(understanding: Understanding, name: str, floor: float) -> None:
    answers = _answers(name, understanding)
    wrong = [f"{row.id} {row.text}" for row, question in answers if not row.is_right(question)]
    assert _share(answers) >= floor, wrong


@pytest.mark.parametrize("name", ["dev", "seen", "aside"])
def test_hardly_any_off_topic_question_is_answered(understanding: Understanding, name: str) -> None:
    wrong, off = false_answers(_answers(name, understanding))
    assert wrong <= 0.03 * off


@pytest.mark.parametrize("name", ["dev", "seen", "aside"])
def test_hardly_any_real_question_is_refused(understanding: Understanding, name: str) -> None:
    ours = [(row, q) for row, q in _answers(name, understanding) if row.intent != Intent.OUT_OF_SCOPE]
    refused = [row.text for row, question in ours if question.intent is Intent.OUT_OF_SCOPE]
    assert len(refused) <= 0.02 * len(ours), refused


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_no_question_is_taken_for_the_other_language(understanding: Understanding, lang: str) -> None:
    clear = [(row, q.language) for row, q in _answers("dev", understanding) if row.lang == lang and q.language]
    other = [row.text for row, language in clear if language != lang]
    assert len(clear) > 100
    assert other == []


def test_the_sets_share_no_question() -> None:
    texts = [row.text.lower() for name in ("dev", "seen", "aside") for row in read(HERE / f"{name}.csv")]
    assert len(texts) == len(set(texts))


def test_a_place_named_with_a_plain_question_is_never_missed_in_real_questions(understanding: Understanding) -> None:
    with (HERE / "real_questions.csv").open(encoding="utf-8") as file:
        questions = [line for line in file.read().splitlines()[1:] if line]
    assert len(questions) > 150
    refused = [q for q in questions if not understanding.understand(q.split(",")[1]).understood]
    assert len(refused) <= 0.06 * len(questions), refused
