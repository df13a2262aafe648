"""What was not understood is kept, and nothing personal with it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.domain.question import Intent
from bot.services.questions import LONGEST, Unanswered, strip_personal
from bot.services.tally import Tally
from tests.services.test_tally import Store


class Kept:
    def __init__(self) -> None:
        self.texts: list[str] = []

    async def note(self, text: str, language: str, fold: str) -> None:
        self.texts.append(text)


@pytest.mark.parametrize(
    ("text", "stripped"),
    [
        ("звоните +7 701 123-45-67 срочно", "звоните ‹number› срочно"),
        ("мой паспорт N12345678", "мой паспорт ‹number›"),
        ("почта aigul@mail.kz", "почта ‹mail›"),
        ("пишите @aigul_90", "пишите ‹name›"),
        ("вот https://x.kz/a?b=1 ссылка", "вот ‹link› ссылка"),
        ("виза на 90 дней в 2026", "виза на 90 дней в 2026"),
    ],
)
def test_personal_data_is_taken_out(text: str, stripped: str) -> None:
    assert strip_personal(text) == stripped


@given(st.text())
def test_no_text_raises_or_stays_long(text: str) -> None:
    assert len(strip_personal(text)) <= LONGEST


async def test_questions_are_counted_and_only_the_odd_ones_kept() -> None:
    kept = Kept()
    tally = Tally(Store(), lambda: datetime(2026, 11, 23, tzinfo=UTC), ZoneInfo("Asia/Almaty"))
    unanswered = Unanswered(kept, tally)
    unanswered.answered(Intent.COUNTRY, Language.KK)
    await unanswered.note("абракадабра", Language.RU)
    await unanswered.note("   ", Language.RU)
    assert kept.texts == ["абракадабра"]
    assert tally.since_start == {("country", "kk"): 1, ("not_understood", "ru"): 2}
