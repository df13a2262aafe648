"""Every name of every place is found, in every form that grammar gives it."""

import csv
from functools import lru_cache
from pathlib import Path

import pymorphy3
import pytest
from babel import Locale

from bot.domain.question import Intent
from bot.understanding import PlaceName, Understanding
from bot.understanding.build import FORMS, compile_forms, read_names

pytestmark = pytest.mark.no_cover  # counting lines would take five times as long

DATA = Path(__file__).parents[2] / "bot" / "data"
ASKS_BACK = "Конго"
EVERYDAY = {"того", "котором", "которе"}
"""Forms that are too common as other words to name a place in lower case."""
TEMPLATES = ["{} виза керек пе", "{} барамын", "ертең {}, визасыз ба?"]
BACK = "аоұыуяюё"
FRONT = "әеөүіэи"
VOICELESS = "кқпстфхцчшщ"
VOICED_STOPS = "бвгд"
SONANTS = "лмнңрйуи"


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CODES = [row["iso2"] for row in _rows("destinations.csv")]
CLDR = [(code, str(Locale(lang).territories[code])) for code in CODES for lang in ("ru", "kk", "en")]
ALIASES = [(row["iso2"], row["alias"], row["lang"], row["kind"]) for row in _rows("aliases.csv")]


@pytest.mark.parametrize("template", ["{}", "{}?", "виза {}", "Do I need a visa for {}?", "{} визасы керек пе"])
def test_every_cldr_name_is_found(understanding: Understanding, template: str) -> None:
    missed = []
    for code, name in CLDR:
        question = understanding.understand(template.format(name))
        if name != ASKS_BACK and (question.places, question.intent) != ((code,), Intent.COUNTRY):
            missed.append((code, name, question.intent, question.places))
    assert missed == []


def test_every_alias_is_found(understanding: Understanding) -> None:
    found = {alias: understanding.understand(alias).places for _, alias, _, _ in ALIASES}
    missed = [(code, alias) for code, alias, _, _ in ALIASES if alias != ASKS_BACK and found[alias] != (code,)]
    assert missed == []


def test_every_flag_is_found(understanding: Understanding) -> None:
    flags = {code: "".join(chr(ord(letter) - ord("A") + 0x1F1E6) for letter in code) for code in CODES}
    assert [code for code, flag in flags.items() if understanding.understand(flag).places != (code,)] == []


@lru_cache(maxsize=1)
def _morph() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


def russian_forms(name: str) -> list[str]:
    """Return the cases of a name of one word that the dictionary knows as a place."""
    places = [parse for parse in _morph().parse(name.lower()) if "Geox" in parse.tag and "nomn" in parse.tag]
    return [form.word for form in places[0].lexeme if form.tag.number == places[0].tag.number] if places else []


def test_every_russian_case_of_a_name_finds_its_place(understanding: Understanding) -> None:
    names = [
        (code, alias) for code, alias, lang, _ in ALIASES if lang == "ru" and alias.isalpha() and alias != ASKS_BACK
    ]
    checked, missed = 0, []
    for code, name in names:
        for form in set(russian_forms(name)) - EVERYDAY - {ASKS_BACK.lower()}:
            checked += 1
            if code not in understanding.understand(f"нужна ли виза: {form}").places:
                missed.append((code, form))
    assert checked > 1500
    assert missed == []


def kazakh_forms(name: str) -> list[str]:
    """Return the cases of a Kazakh noun, and some with a question particle, by the rules of harmony and voicing."""
    vowels = [letter for letter in name.lower() if letter in BACK + FRONT]
    back = not vowels or vowels[-1] in BACK
    last = name[-1].lower()
    hard = last in VOICELESS or last in VOICED_STOPS
    nasal = last in "мнң"
    a, y = ("а", "ы") if back else ("е", "і")
    k = ("қ" if back else "к") if hard else ("ғ" if back else "г")
    t = "т" if hard else "д"
    endings = {
        "genitive": ("т" if hard else "н" if nasal or last in BACK + FRONT else "д") + y + "ң",
        "dative": k + a,
        "accusative": ("т" if hard else "н" if last in BACK + FRONT else "д") + y,
        "locative": t + a,
        "ablative": ("н" if nasal else t) + a + "н",
        "instrumental": "пен" if hard else "бен" if last in "зж" else "мен",
    }
    plain = [name + ending for ending in endings.values()]
    return [*plain, name + endings["locative"] + "ғы", name + endings["dative"] + "ма", name + k + a + " ше"]


SOUND_ALIKE = {"Доминика", "Фукуок"}
"""With an ending they sound like another place's name: Доминиканы, Фукуокқа (Фукуока)."""
KAZAKH = [
    (code, alias)
    for code, alias, lang, kind in ALIASES
    if lang == "kk" and kind in ("country", "short", "capital", "city", "resort")
    and alias not in {ASKS_BACK, *SOUND_ALIKE} and not alias.endswith(("ы", "і", "Вары", "ь"))
]  # fmt: skip


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_kazakh_form_of_a_name_finds_its_place(understanding: Understanding, template: str) -> None:
    texts = [(code, template.format(form)) for code, name in KAZAKH for form in kazakh_forms(name)]
    assert len(texts) > 2000
    assert [text for code, text in texts if code not in understanding.understand(text).places] == []


def test_every_kazakh_form_without_diacritics_finds_its_place(understanding: Understanding) -> None:
    typed = str.maketrans("әғқңөұүһі", "агкноуухи")
    texts = [(code, form.lower().translate(typed)) for code, name in KAZAKH for form in kazakh_forms(name)[:6]]
    found = {text: understanding.understand(f"{text} виза керек пе").places for _, text in texts}
    assert [text for code, text in texts if code not in found[text]] == []


def test_names_that_editors_add_are_inflected() -> None:
    added = [PlaceName("TR", "Зулькарния", "ru", "city"), PlaceName("TR", "Көктөбел", "kk", "city")]
    fresh = Understanding.load(added)
    for text in ("виза в Зулькарнию", "Зулькарнией интересуюсь, виза нужна?", "Көктөбелге виза керек пе"):
        assert fresh.understand(text).places == ("TR",), text
    assert Understanding.load().understand("виза в Зулькарнию").places == ()


def test_kazakhstan_itself_is_no_destination() -> None:
    fresh = Understanding.load([PlaceName("KZ", "Казахстан", "ru", "country")])
    assert fresh.understand("Казахстан").places == ()


def test_the_shipped_forms_are_up_to_date() -> None:
    assert FORMS.read_text(encoding="utf-8") == compile_forms(read_names()), "run python -m bot.understanding.build"
