"""«А на сколько дней?» is about what the chat was just about."""

import pytest

from bot.domain.question import Intent, Practical
from bot.understanding import Context, Understanding

TURKEY = Context(("TR",))


@pytest.mark.parametrize(
    ("text", "intent", "practical"),
    [
        ("а на сколько дней?", Intent.STAY, Practical.STAY),
        ("ал құжаттар?", Intent.DOCUMENTS, Practical.DOCUMENTS),
        ("сколько стоит", Intent.FEE, Practical.FEE),
        ("қанша тұрады?", Intent.FEE, Practical.FEE),
        ("куда подавать?", Intent.WHERE_TO_APPLY, Practical.WHERE_TO_APPLY),
        ("а там?", Intent.COUNTRY, None),
        ("ал онда ше?", Intent.COUNTRY, None),
        ("там виза нужна?", Intent.COUNTRY, None),
        ("а для ребёнка?", Intent.DOCUMENTS, Practical.CHILDREN),
        ("а транзитом?", Intent.COUNTRY, Practical.TRANSIT),
        ("следи за ней", Intent.SUBSCRIBE, None),
    ],
)
def test_a_follow_up_is_about_the_last_place(
    understanding: Understanding, text: str, intent: Intent, practical: Practical | None
) -> None:
    question = understanding.understand(text, TURKEY)
    assert (question.intent, question.places, question.practical) == (intent, ("TR",), practical)
    assert "context" in question.trace


def test_several_last_places_are_all_meant(understanding: Understanding) -> None:
    assert understanding.understand("а документы?", Context(("TH", "VN"))).places == ("TH", "VN")


@pytest.mark.parametrize(
    "text", ["погода там", "спасибо", "подпиши на новости", "куда можно без визы", "когда следующий раунд", "помощь"]
)
def test_other_subjects_leave_the_last_place_alone(understanding: Understanding, text: str) -> None:
    assert understanding.understand(text, TURKEY).places == ()


def test_a_place_of_its_own_wins(understanding: Understanding) -> None:
    assert understanding.understand("а в Грузию?", TURKEY).places == ("GE",)


def test_without_a_context_a_practical_question_has_no_place(understanding: Understanding) -> None:
    question = understanding.understand("а на сколько дней?")
    assert (question.intent, question.places) == (Intent.STAY, ())
