"""What is asked, and the finer wishes of it."""

import pytest

from bot.domain.destination import Regime, Region
from bot.domain.language import Language
from bot.domain.question import Intent, Practical
from bot.understanding import Understanding
from bot.understanding.rulebook import RULES


@pytest.mark.parametrize(
    ("text", "regimes", "regions", "days"),
    [
        ("куда без визы на 30 дней в азии", (Regime.VISA_FREE,), {Region.EAST_ASIA, Region.SOUTH_ASIA}, 30),
        ("бір айға визасыз елдер", (Regime.VISA_FREE,), set(), 30),
        ("безвизовые страны на две недели", (Regime.VISA_FREE,), set(), 14),
        ("на полгода без визы куда", (Regime.VISA_FREE,), set(), 180),
        ("страны африки по прилёту", (Regime.VISA_ON_ARRIVAL,), {Region.AFRICA}, None),
        ("e-visa страны", (Regime.EVISA,), set(), None),
        ("где безвиз в латинской америке", (Regime.VISA_FREE,), {Region.SOUTH_AMERICA, Region.CARIBBEAN}, None),
        ("Еуропада визасыз елдер", (Regime.VISA_FREE,), {Region.EUROPE}, None),
        ("страны 45", (Regime.VISA_FREE,), set(), 45),
    ],
)
def test_wishes_about_a_list_become_filters(
    understanding: Understanding, text: str, regimes: tuple[Regime, ...], regions: set[Region], days: int | None
) -> None:
    question = understanding.understand(text)
    assert question.intent is Intent.LIST_FREE
    assert question.filters.regimes == regimes
    assert set(question.filters.regions) >= regions
    assert bool(question.filters.regions) == bool(regions)
    assert question.filters.min_days == days


def test_asia_is_all_of_asia(understanding: Understanding) -> None:
    regions = understanding.understand("безвизовые страны азии").filters.regions
    assert set(regions) == {region for region in Region if "Asia" in region} | {Region.MIDDLE_EAST}


@pytest.mark.parametrize(
    ("text", "intent", "practical"),
    [
        ("какого размера фото на китайскую визу", Intent.DOCUMENTS, Practical.PHOTO),
        ("страховка для шенгена нужна?", Intent.DOCUMENTS, Practical.INSURANCE),
        ("отпечатки на шенген сдавать?", Intent.DOCUMENTS, Practical.BIOMETRICS),
        ("согласие на ребёнка в Турцию", Intent.DOCUMENTS, Practical.CHILDREN),
        ("паспорт истекает через 3 месяца, пустят в Таиланд?", Intent.DOCUMENTS, Practical.PASSPORT_VALIDITY),
        ("как продлить визу на Бали", Intent.STAY, Practical.EXTENSION),
        ("регистрация в Узбекистане через сколько дней", Intent.STAY, Practical.REGISTRATION),
        ("отказали в визе США", Intent.COUNTRY, Practical.REFUSAL),
        ("многократная виза в Италию", Intent.COUNTRY, Practical.MULTIPLE_ENTRY),
        ("студенческая виза в Польшу", Intent.COUNTRY, Practical.WORK_STUDY),
        ("сайт для e-visa в Индию", Intent.WHERE_TO_APPLY, Practical.EVISA_PORTAL),
        ("Шенген визасы қанша тұрады", Intent.FEE, Practical.FEE),
        ("виза в Грузию нужна?", Intent.COUNTRY, None),
    ],
)
def test_a_practical_question_has_its_subject(
    understanding: Understanding, text: str, intent: Intent, practical: Practical | None
) -> None:
    question = understanding.understand(text)
    assert (question.intent, question.practical) == (intent, practical)


@pytest.mark.parametrize(
    ("text", "intent", "subject"),
    [
        ("подпиши на новости", Intent.SUBSCRIBE, "news"),
        ("подписаться на список", Intent.SUBSCRIBE, "list"),
        ("сообщи, когда подпишут соглашение с ЕС", Intent.SUBSCRIBE, "eu"),
        ("следи за Грузией", Intent.SUBSCRIBE, None),
        ("хабарлама жібермеші енді", Intent.UNSUBSCRIBE, None),
        ("спасибо большое", Intent.GREETING, "thanks"),
        ("сәлем", Intent.GREETING, None),
    ],
)
def test_orders_name_their_subject(
    understanding: Understanding, text: str, intent: Intent, subject: str | None
) -> None:
    question = understanding.understand(text)
    assert (question.intent, question.subject) == (intent, subject)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("на казахском", Language.KK),
        ("орысша жазшы", Language.RU),
        ("смени язык", None),
        ("kazaksha soile", Language.KK),
    ],
)
def test_the_language_asked_for_is_named(understanding: Understanding, text: str, wanted: Language | None) -> None:
    question = understanding.understand(text)
    assert (question.intent, question.wanted_language) == (Intent.LANGUAGE, wanted)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("нужна ли виза в Турцию", Language.RU),
        ("Түркияға виза керек пе", Language.KK),
        ("turkiyaga viza kerek pe", Language.KK),
        ("nuzhna li viza v turciyu", Language.RU),
        ("dbpf d nehwb.", Language.RU),
        ("туркияга виза керек пе", Language.KK),
        ("do I need a visa for Turkey", None),
        ("Турция", None),
        ("🇹🇷", None),
        ("Сәлем, в Турцию виза керек пе нужна", None),
    ],
)
def test_the_language_is_told_where_it_is_clear(
    understanding: Understanding, text: str, language: Language | None
) -> None:
    assert understanding.understand(text).language is language


@pytest.mark.parametrize(
    "text",
    [
        "Мой друг из Индии хочет приехать в Алматы, какая ему нужна виза?",
        "Қытай азаматына Қазақстанға виза керек пе?",
        "Нужна ли виза узбекам в Дубай",
        "с российским паспортом в Грузию нужна виза?",
        "В какие страны россиянам можно без визы",
        "does my girlfriend from Brazil need a visa to come to Astana?",
        "Шетелдік қонағыма виза керек пе",
        "Каспи выпускает карты Visa?",
    ],
)
def test_visas_of_others_are_not_ours(understanding: Understanding, text: str) -> None:
    question = understanding.understand(text)
    assert (question.intent, question.places) == (Intent.OUT_OF_SCOPE, ())


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        (
            "Мы на пенсии, хотим посмотреть мир. С визами тяжело, консульства далеко. Куда можно без них попасть?",
            Intent.LIST_FREE,
        ),
        ("Құжаттарын білемін, Австралия визасының тек бағасын айтыңыз", Intent.FEE),
        ("Данияға тәтем шақырту жіберді, бәрібір виза керек пе?", Intent.COUNTRY),
        ("Паспорт из посольства Италии когда вернут?", Intent.PROCESSING_TIME),
        ("За какой срок хорваты рассматривают визы?", Intent.PROCESSING_TIME),
        ("Алжирге виза посольство арқылы керек пе?", Intent.COUNTRY),
        ("можно ли подать на визу Кореи онлайн или только лично?", Intent.WHERE_TO_APPLY),
        ("шангенская виза скок стоит щас", Intent.FEE),
        ("Визасыз елдердің тізімі керек емес. Виза сұрайтындарын жаз", Intent.LIST_REQUIRED),
        ("Bcgfybzlf ytit r8y ;8htv3y", Intent.STAY),
        ("Шенген бойынша келіссөз бітті ме?", Intent.STATUS),
        ("Солтүстік Корея шетелдікті кіргізе ме, виза бере ме бізге", Intent.COUNTRY),
        ("Вьетнам виза ережесін өзгертсе, маған бірден жазып жібер", Intent.SUBSCRIBE),
    ],
)
def test_what_is_asked_is_told_from_what_is_told(understanding: Understanding, text: str, intent: Intent) -> None:
    assert understanding.understand(text).intent is intent


def test_what_no_rule_recognises_is_told_from_what_is_not_ours(understanding: Understanding) -> None:
    assert not understanding.understand("ыва фыва олдж").understood
    assert understanding.understand("погода в Анталье").understood


def test_the_trace_names_the_rule_and_the_words(understanding: Understanding) -> None:
    trace = understanding.understand("через Стамбул в Рим нужна виза?").trace
    assert "rule:country" in trace
    assert "transit:TR" in trace
    assert any(line.startswith("IT=") for line in trace)


def test_rules_have_names_of_their_own() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert [rule.weight for rule in RULES] == sorted((rule.weight for rule in RULES), reverse=True)
