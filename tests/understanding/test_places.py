"""Which of the named places is asked about."""

import pytest

from bot.domain.question import Intent
from bot.understanding import Understanding


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("не Австрия, а Австралия, нужна виза?", ("AU",)),
        ("Мне Грузия, а не Джорджия. Виза?", ("GE",)),
        ("Нигерия емес, Нигер! Виза керек пе", ("NE",)),
        ("Словакия, не путать со Словенией, виза?", ("SK",)),
        ("виза в Иран, не в Ирак", ("IR",)),
        ("Не нужна ли виза в Турцию?", ("TR",)),
        ("с американской визой в Мексику пустят?", ("MX",)),
        ("Болгарияға шенгенмен кіре аламын ба", ("BG",)),
        ("из Турции в Грузию нужна виза?", ("GE",)),
        ("Үндістаннан Тайландқа ұшамын, виза керек пе", ("TH",)),
        ("живу в России, хочу в Италию, виза нужна?", ("IT",)),
        ("Лаос с Камбоджей, визы нужны?", ("LA", "KH")),
        ("Латвия, Литва, Латвия, Эстония", ("LV", "LT", "EE")),
        ("адрес посольства Ирландии в Москве", ("IE",)),
        ("Гайана нужна виза? та, что рядом с Суринамом", ("GY",)),
        ("в Непал не едем, передумали. Теперь Бангладеш, там визу по прилёту дают?", ("BD",)),
        ("на Багамы, нет, не на Багамы, а на Тринидад и Тобаго, виза есть?", ("TT",)),
        ("нет-нет, Гвинея-Бисау, а не просто Гвинея, виза?", ("GW",)),
        ("Гайана емес, Гана да емес, Гамбияға виза керек пе?", ("GM",)),
        ("В Россию понятно, что можно. А в Беларусь визу не спросят?", ("BY",)),
        ("Взяли машину в Черногории, хотим заехать в Албанию, виза нужна?", ("AL",)),
        ("Прагада оқып жүрмін, Лондонға барғым келеді, виза керек пе", ("GB",)),
        ("У меня грин-карта США, в Мексику без визы пустят?", ("MX",)),
        ("Корабль из Майами, американские визы есть, заходим в Белиз, визу спросят?", ("BZ",)),
        ("сын боксёр, турнир в Ташкенте, а потом в Хьюстоне, это летом. в штаты ему визу делать?", ("US",)),
        ("в Белорусь без визы ездим?", ("BY",)),
        ("ОАР емес, ОАР-мен шектес Лесото. Виза керек пе соған?", ("LS",)),
        ("Перу мен Колумбияға қатар барамыз, екеуі де визасыз ба?", ("PE", "CO")),
        ("АҚШ визасы қымбат па, әлде Канаданікі ме?", ("US", "CA")),
        ("Сказал Словакия, имел в виду Словения, виза?", ("SI",)),
    ],
)  # fmt: skip
def test_ruled_out_and_passing_places_are_not_asked_about(
    understanding: Understanding, text: str, places: tuple[str, ...]
) -> None:
    assert understanding.understand(text).places == places


@pytest.mark.parametrize(
    ("text", "places", "transit"),
    [
        ("через Стамбул в Рим", ("IT",), ("TR",)),
        ("а если через дубай в тай", ("TH",), ("AE",)),
        ("Пекин арқылы Кореяға ұшамын, виза керек пе", ("KR",), ("CN",)),
        ("пересадка в Дохе, лечу в Кейптаун, виза?", ("ZA",), ("QA",)),
        ("через Улан-Батор в Монголию", ("MN",), ()),
        ("Лечу Алматы-Доха-Кейптаун, виза нужна?", ("ZA",), ("QA",)),
    ],
)
def test_places_on_the_way_are_told_apart(
    understanding: Understanding, text: str, places: tuple[str, ...], transit: tuple[str, ...]
) -> None:
    question = understanding.understand(text)
    assert (question.places, question.transit) == (places, transit)


def test_a_transit_alone_is_a_question_about_transit(understanding: Understanding) -> None:
    question = understanding.understand("остановка в Сингапуре на 48 часов, нужна виза?")
    assert (question.places, question.practical) == (("SG",), "transit")


@pytest.mark.parametrize("text", ["Конго", "нужна виза в Конго?", "Конгоға виза керек пе"])
def test_the_bot_asks_back_where_no_reading_is_likelier(understanding: Understanding, text: str) -> None:
    question = understanding.understand(text)
    assert question.ask_back
    assert set(question.namesakes) == {"CG", "CD"}


@pytest.mark.parametrize(
    ("text", "place", "namesakes"),
    [
        ("Гвинея", "GN", {"GW", "GQ", "PG"}),
        ("Доминика", "DM", {"DO"}),
        ("Корея", "KR", {"KP"}),
        ("Судан", "SD", {"SS"}),
        ("Экваториальная Гвинея", "GQ", set()),
        ("Республика Конго", "CG", set()),
        ("Турция", "TR", set()),
    ],
)
def test_an_exact_name_is_answered_with_its_namesakes_beside(
    understanding: Understanding, text: str, place: str, namesakes: set[str]
) -> None:
    question = understanding.understand(text)
    assert not question.ask_back
    assert question.places == (place,)
    assert set(question.namesakes) == namesakes


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("dbpf d nehwb.", "TR"),
        (")snfq5f dbpf rthtr gt", "CN"),
        ("виза в трцию", "TR"),
        ("австралеи виза", "AU"),
        ("виза в Ис\u200bпа\u0301нию", "ES"),
        ("шриланка виза", "LK"),
        ("qazaqstannan türkiyağa viza kerek pe", "TR"),
        ("в ГРУЗИЮ БЕЗ ВИЗЫ МОЖНО", "GE"),
        ("БАӘ-ге виза", "AE"),
        ("visa for Georgia, the country", "GE"),
        ("flying to Atlanta, Georgia, visa?", "US"),
        ("штат Джорджия, виза?", "US"),
        ("TR", "TR"),
        ("К-ЕТА нужна?", "KR"),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_typed(understanding: Understanding, text: str, place: str) -> None:
    assert understanding.understand(text).places == (place,)


@pytest.mark.parametrize(
    "text",
    [
        "того же самого хочу", "мало времени", "обман", "кубик рубика", "здании школы", "данные утеряны",
        "рис с курицей",
        "деле не поможешь", "чат не работает", "балы и танцы", "вам рядом", "or not us", "қазан айында", "бәрі жақсы",
        "барып келем", "мал бағамын", "санап бер", "котором часу",
    ],
)  # fmt: skip
def test_everyday_words_are_no_places(understanding: Understanding, text: str) -> None:
    assert understanding.understand(text).places == ()


def test_what_the_person_called_a_place_is_kept(understanding: Understanding) -> None:
    question = understanding.understand("надо визу на Пхукет или в Шри-Ланку?")
    assert dict(question.mentioned) == {"TH": "Пхукет", "LK": "Шри-Ланку"}


def test_a_guess_is_offered_but_not_answered(understanding: Understanding) -> None:
    question = understanding.understand("расскажи сказку про Иран")
    assert question.intent is Intent.OUT_OF_SCOPE
    assert question.places == ()
