"""Any text of any kind is understood or refused, never raises, and takes no time to speak of."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.question import Question
from bot.understanding import Context, Understanding

pytestmark = pytest.mark.no_cover  # counting lines would take five times as long

LONG = 10_000
SLOWEST = 0.05
WORDS = "виза в турцию не емес через қытайға 🇹🇷 🇪 🇺 - ' ` . ?! 90/180 kerek dbpf yflj ЕС іі юю"
SCRAPS = st.sampled_from([*WORDS.split(), "\u200b", "\ufe0f", "а\u0301", "\x00", "\ud7ff"])


@given(st.text(max_size=300))
@example("")
@example("\U0001f1f9")
@example("\ud7ff\U0010ffff")
@settings(max_examples=400, deadline=None)
def test_no_text_raises(understanding: Understanding, text: str) -> None:
    question = understanding.understand(text, Context(("TR",)))
    assert isinstance(question, Question)
    assert len(set(question.places)) == len(question.places)


@given(st.lists(SCRAPS, max_size=60), st.sampled_from(["", " ", ", "]))
@settings(max_examples=400, deadline=None)
def test_no_mixture_of_our_words_raises(understanding: Understanding, scraps: list[str], glue: str) -> None:
    question = understanding.understand(glue.join(scraps))
    assert question == understanding.understand(glue.join(scraps))
    assert not set(question.places) & set(question.transit)


def _fastest(understanding: Understanding, text: str) -> float:
    times = []
    for _ in range(5):
        began = time.thread_time()
        understanding.understand(text)
        times.append(time.thread_time() - began)
    return min(times)


@pytest.mark.parametrize(
    "scrap",
    [
        "а", "виза ", "қытйға ", "zxq vbn ", "🇹🇷", "\u200b", "ыфвапр олдж ", "не ", ".", "ащрпоыукшгзй ",
        "аб", "e\u0301", "turciay gruzyia kitya ", "через Стамбул в Рим, ", "1", "\n",
        "اب", "漢字", "👨‍👩‍👧", "q" * 500 + " ", "шри лнака ",
    ],
)  # fmt: skip
def test_ten_thousand_characters_of_anything_take_no_time(understanding: Understanding, scrap: str) -> None:
    text = (scrap * LONG)[:LONG]
    assert _fastest(understanding, text) < SLOWEST


@given(st.text(min_size=500, max_size=2000))
@settings(max_examples=60, deadline=None)
def test_long_random_texts_take_no_time(understanding: Understanding, text: str) -> None:
    assert _fastest(understanding, text) < SLOWEST


def test_a_question_at_the_start_of_a_long_text_is_understood(understanding: Understanding) -> None:
    assert understanding.understand("Нужна ли виза в Грузию? " + "ля " * LONG).places == ("GE",)
