"""Who asks for a guide, and who asks for something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.question import Guide
from bot.understanding.guide_words import asked_for_guide


@pytest.mark.parametrize(
    ("text", "guide"),
    [
        ("куда", Guide.WHERE),
        ("Куда поехать на 30 дней?", Guide.WHERE),
        ("подскажите, куда можно полететь в мае", Guide.WHERE),
        ("подберите мне страну", Guide.WHERE),
        ("жазда қайда барсам екен", Guide.WHERE),
        ("ел таңдауға көмектесші", Guide.WHERE),
        ("сравни", Guide.COMPARE),
        ("сравни Турцию", Guide.COMPARE),
        ("Түркияны салыстыр", Guide.COMPARE),
        ("в какую страну подавать на шенген?", Guide.SCHENGEN_WHERE),
        ("шенгенге қай елге тапсырамын", Guide.SCHENGEN_WHERE),
        ("шенген үшін қай елге тапсырамын", Guide.SCHENGEN_WHERE),
        ("правило 90/180", Guide.SCHENGEN_DAYS),
        ("как считать 90 из 180", Guide.SCHENGEN_DAYS),
        ("90/180 ережесі деген не", Guide.SCHENGEN_DAYS),
        ("что такое EES", Guide.SCHENGEN_NEW),
        ("etias нужен ли", Guide.SCHENGEN_NEW),
        ("что нового в шенгене", Guide.SCHENGEN_NEW),
        ("шенген жаңа ережелері", Guide.SCHENGEN_NEW),
        ("нужна ли виза в турцию", None),
        ("куда подавать документы", None),
        ("", None),
        ("куда " * 40, None),
    ],
)
def test_a_guide_is_asked_for(text: str, guide: Guide | None) -> None:
    asked = asked_for_guide(text)
    assert (asked[0] if asked else None) == guide


@given(st.text(alphabet="абвгкудақйсрвни ?180/90ees", max_size=120))
def test_whatever_is_written_is_read(text: str) -> None:
    asked = asked_for_guide(text)
    assert asked is None or asked[0] in Guide
