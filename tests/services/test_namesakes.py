"""Shared names, and what a mention is a form of."""

import pytest

from bot.domain.language import Language
from bot.domain.question import Intent, Question
from bot.services.namesakes import called_place, prefer_official
from tests.facts import shipped


@pytest.fixture(scope="module", autouse=True)
def _facts() -> None:
    shipped()


@pytest.mark.parametrize(
    ("mention", "iso2", "language", "name"),
    [
        ("пхукете", "TH", Language.RU, "Пхукет"),
        ("Пхукет", "TH", Language.RU, "Пхукет"),
        ("дубай", "AE", Language.RU, "Дубай"),
        ("Түркияға", "TR", Language.KK, ""),
        ("турцию", "TR", Language.RU, ""),
        ("🇹🇷", "TR", Language.RU, ""),
    ],
)
def test_a_city_is_named_in_its_own_form_and_a_country_is_not(
    mention: str, iso2: str, language: Language, name: str
) -> None:
    assert called_place(mention, iso2, language, shipped()) == name


def test_kongo_is_the_democratic_republic_for_a_kazakh_speaker_only() -> None:
    asked = Question(Intent.COUNTRY, ("CG", "CD"), namesakes=("CG", "CD"), ask_back=True)
    chosen = prefer_official(asked, " конго ", Language.KK, shipped())
    assert (chosen.places, chosen.namesakes, chosen.ask_back) == (("CD",), ("CG",), False)
    assert prefer_official(asked, "конго", Language.RU, shipped()) is asked
    assert prefer_official(Question(Intent.HELP), "конго", Language.KK, shipped()).intent is Intent.HELP
