"""The small tools: keys, layouts, Kazakh endings, distances."""

import pytest

from bot.understanding.inflect import russian_forms
from bot.understanding.keys import key
from bot.understanding.layout import readings
from bot.understanding.suffixes import splits
from bot.understanding.tokens import clean, tokenise
from bot.understanding.typos import NearIndex, budget, distance


@pytest.mark.parametrize(
    "spellings",
    [
        ("қытайға", "кытайга", "qytaiga", "kytaygha", "qıtayğa"),
        ("турцию", "turciyu", "turtsiyu", "turtsiiu"),
        ("филиппины", "филипины", "filippiny"),
        ("чехию", "chehiyu", "chekhiyu"),
        ("шенген", "shengen", "schengen", "şengen"),
        ("үшін", "uşin", "ushin", "ушин"),
        ("жүруге", "juruge", "zhuruge"),
        ("йемен", "yemen"),
        ("қайтсам", "qaitsam", "каитсам"),
    ],
)
def test_spellings_of_one_word_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({key(word) for word in spellings}) == 1


def test_numbers_keep_their_doubled_digits() -> None:
    assert key("2026") == "2026"
    assert key("90") != key("9000")


def test_flags_words_and_signs_are_told_apart() -> None:
    tokens = tokenise(clean("Кот-д’Ивуар 🇪🇸🇵🇹, виза?"))
    assert [token.key for token in tokens] == ["kot", "divuar", "ES", "PT", "viza"]
    assert [token.is_flag for token in tokens] == [False, False, True, True, False]
    assert tokens[4].gap == ", "


def test_look_alike_letters_of_the_other_alphabet_are_put_right() -> None:
    assert tokenise("кeрек")[0].word == "керек"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("dbpf d nehwb.", "виза в турцию"), (",tpdbpjdst cnhfys", "безвизовые страны"), ("вгифш", "dubai")],
)
def test_the_wrong_layout_is_undone(typed: str, meant: str) -> None:
    assert meant in readings(typed)


def test_the_kazakh_layout_has_letters_on_the_digits() -> None:
    assert ")snfq5f".translate({}) != "Қытайға"
    assert "Қытайға виза керек пе" in readings(")snfq5f dbpf rthtr gt")


@pytest.mark.parametrize(
    ("word", "stem", "case"),
    [
        ("түркияға", "turkia", "dat"),
        ("ирактан", "irak", "abl"),
        ("ираннан", "iran", "abl"),
        ("арабиясына", "arabiasi", "dat"),
        ("грузиядағы", "gruzia", "loc"),
        ("қытаймен", "kitai", "ins"),
        ("омскіге", "omsk", "dat"),
        ("түркиялықтарға", "turkia", "people"),
    ],
)
def test_kazakh_endings_come_off(word: str, stem: str, case: str) -> None:
    assert (stem, case) in splits(key(word))


def test_short_stems_take_endings_only_by_the_rules() -> None:
    assert ("oman", "dat") in splits(key("оманға"))
    assert ("oman", "dat") not in splits(key("оманка"))


def test_likely_mistakes_are_cheaper() -> None:
    assert distance("turciu", "turciu") == 0
    assert distance("tursiu", "turciu") < distance("turmiu", "turciu")
    assert distance("trciu", "turciu") < distance("turcxiu", "turciu")
    assert distance("cturiu", "turciu") > distance("turicu", "turciu")


def test_the_longer_a_word_the_more_may_be_wrong_in_it() -> None:
    budgets = [budget(length) for length in range(1, 30)]
    assert budgets == sorted(budgets)
    assert budget(3) == 0


def test_near_words_are_found_nearest_first() -> None:
    index = NearIndex(["avstralia", "avstria", "turcia"])
    assert [word for _, word in index.near("avstralai")][:1] == ["avstralia"]
    assert index.near("zzzzzz") == []
    assert index.near("") == []


def test_rules_decline_russian_names() -> None:
    assert {"швеции", "швецию", "швецией"} <= set(russian_forms("швеция"))
    assert {"перми", "пермью"} <= set(russian_forms("пермь"))
    assert russian_forms("токио") == ("токио",)
