"""Comparing, ticking documents, the Schengen guide and «where can I go»: through the dispatcher, in both languages."""

from dataclasses import replace

import pytest
import time_machine

from bot.domain.question import Practical
from bot.pictures.rendering import PictureError, Renderer
from bot.playground import Person
from bot.services.checklists import checklist_of
from bot.telegram.callbacks import ChecklistCallback, CompareCallback, SchengenCallback, WhereCallback
from handlers.compare import WAITS
from tests.facts import shipped
from tests.handlers.conftest import House


def labels(person: Person) -> list[str]:
    return [label for row in person.last.labels for label in row]


def starting(person: Person, words: str) -> str:
    """Return the button whose label starts so: most end with a count."""
    return next(label for label in labels(person) if label.startswith(words))


# -- comparing --------------------------------------------------------------------------------------


async def test_a_card_is_compared_with_a_typed_country(erlan: Person) -> None:
    await erlan.say("Турция")
    await erlan.tap("⚖️ Сравнить")
    assert erlan.last.text.startswith("🇹🇷 Турция: с какой страной сравнить?")
    await erlan.say("грузия")
    assert "≠Дней    90       1 год" in erlan.last.text
    assert erlan.last.text.endswith("Дольше можно остаться: Грузия.")
    await erlan.tap("➕ Ещё страна")
    await erlan.say("оаэ")
    assert "🇦🇪 30" in erlan.last.text


async def test_a_card_is_compared_with_an_offered_country_in_kazakh(aigul: Person) -> None:
    await aigul.say("Түркия")
    await aigul.tap("⚖️ Салыстыру")
    await aigul.tap(starting(aigul, "🇶🇦"))
    assert "🇶🇦 Катар" in aigul.last.text
    assert "Ұзағырақ болуға болады: Түркия." in aigul.last.text


async def test_another_question_meanwhile_is_answered_as_one(erlan: Person) -> None:
    await erlan.say("Турция")
    await erlan.tap("⚖️ Сравнить")
    await erlan.say("куда без визы?")
    assert erlan.last.text.startswith("🟢 Без визы")
    await erlan.say("Грузия")
    assert "≠" not in erlan.last.text


async def test_a_country_typed_much_later_is_a_question_again(erlan: Person) -> None:
    with time_machine.travel(1_800_000_000) as clock:
        await erlan.say("Турция")
        await erlan.tap("⚖️ Сравнить")
        clock.shift(WAITS + 1)
        await erlan.say("Грузия")
    assert erlan.last.text.startswith("🇬🇪 Грузия · 🟢")


async def test_what_is_not_clear_is_asked_once_more_and_given_up_by_a_button(erlan: Person) -> None:
    await erlan.say("Турция")
    await erlan.tap("⚖️ Сравнить")
    await erlan.say("Конго")
    assert {label[:2] for label in labels(erlan)} >= {"🇨🇬", "🇨🇩"}
    await erlan.tap("Не сравнивать")
    assert erlan.last.text == "Хорошо, не сравниваем."
    await erlan.say("Грузия")
    assert erlan.last.text.startswith("🇬🇪 Грузия · 🟢")


async def test_the_same_country_again_is_asked_once_more(aigul: Person) -> None:
    await aigul.say("Түркияны салыстыр")
    await aigul.tap("🇦🇪 Біріккен Араб Әмірліктері")
    await aigul.tap("➕ Тағы бір ел")
    await aigul.say("Түркия")
    assert "қай ел" in aigul.last.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("сравни Турцию, ОАЭ и Таиланд", "Дольше можно остаться: Турция."),
        ("Турция или Египет", "Въехать проще: Турция."),
        ("сравни Германию и Францию", "Правила одни: это всё Шенген, виза общая."),
        ("сравни", "Какие страны сравнить?"),
        ("Түркия мен Грузияны салыстыр", "Ұзағырақ болуға болады: Грузия."),
        ("салыстыр", "Қай елдерді салыстырайын?"),
    ],
)
async def test_places_are_compared_in_words(erlan: Person, aigul: Person, text: str, told: str) -> None:
    person = aigul if set(text) & set("ұәқғ") or text == "салыстыр" else erlan
    await person.say(text)
    assert told in person.last.text


async def test_a_comparison_is_sent_as_a_picture_with_buttons_to_the_cards(
    erlan: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    draw = Renderer.png

    async def png(self: Renderer, svg: str) -> bytes:
        drawn.append(svg)
        return await draw(self, svg)

    monkeypatch.setattr(Renderer, "png", png)
    await erlan.say("Турция или Грузия")
    asked = erlan.last
    await erlan.tap("🖼 Картинкой", asked)
    assert "Дольше можно остаться: Грузия." in erlan.last.text
    assert labels(erlan) == ["🇹🇷 Турция", "🇬🇪 Грузия"]
    await erlan.tap("🖼 Картинкой", asked)
    assert len(drawn) == 1


async def test_a_picture_that_fails_is_told(erlan: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    async def png(*_: object) -> bytes:
        raise PictureError("broken")

    monkeypatch.setattr(Renderer, "png", png)
    await erlan.say("Турция или Грузия")
    await erlan.tap("🖼 Картинкой")
    assert erlan.last.text == "Картинка не получилась. Попробуйте чуть позже."


# -- the checklist ----------------------------------------------------------------------------------


async def test_documents_are_ticked_in_place_and_copied(erlan: Person) -> None:
    await erlan.say("документы в Германию")
    await erlan.tap("☑️ Чек-лист")
    count = len(erlan.messages)
    assert "готово 0 из 8" in erlan.last.text
    await erlan.tap("▫️ Подписанная анкета")
    assert "готово 1 из 8" in erlan.last.text
    assert "✅ Подписанная анкета" in erlan.last.text
    await erlan.tap("✅ Подписанная анкета")
    assert "готово 0 из 8" in erlan.last.text
    assert len(erlan.messages) == count
    await erlan.tap("▫️ Визовый сбор")
    await erlan.tap("🖨 Текстом")
    assert "[x] Визовый сбор" in erlan.last.text
    assert "[ ] Подписанная анкета" in erlan.last.text


async def test_all_ticked_is_told_and_ticks_are_taken_back_at_once(aigul: Person) -> None:
    await aigul.say("Жапонияға қандай құжат керек")
    await aigul.tap("☑️ Тізім")
    for label in [label for label in labels(aigul) if label.startswith("▫️")]:
        await aigul.tap(label)
    assert "6/6, бәрі дайын" in aigul.last.text
    await aigul.tap("↺ Белгілерді алу")
    assert "0/6" in aigul.last.text
    assert "↺ Белгілерді алу" not in labels(aigul)


async def test_ticks_survive_a_restart_as_nothing_is_stored(erlan: Person, house: House) -> None:
    await erlan.say("документы в Японию")
    await erlan.tap("☑️ Чек-лист")
    await erlan.tap("▫️ Бронь авиабилетов")
    house.app.conversations.forget(erlan.id)
    await erlan.tap("▫️ Программа поездки")
    assert "готово 2 из 6" in erlan.last.text


async def test_a_list_that_changed_meanwhile_is_told_and_drawn_anew(
    aigul: Person, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await aigul.say("Жапонияға қандай құжат керек")
    await aigul.tap("☑️ Тізім")
    await aigul.tap("▫️ Сапар бағдарламасы")
    now = house.app.holder.current
    key = ("JP", Practical.DOCUMENTS)
    words = {
        language: text.replace("бағдарлама", "").replace("рограмм", "")
        for language, text in now.howto[key].answers.items()
    }
    changed = replace(now, howto={**now.howto, key: replace(now.howto[key], answers=words)})
    monkeypatch.setattr(type(house.app.holder), "current", property(lambda _: changed))
    await aigul.tap("✅ Сапар бағдарламасы")
    assert aigul.alerts[-1].text.startswith("Ереже жаңарды")
    assert "0/5" in aigul.last.text


OLD = "Эта кнопка из старого сообщения."
JAPAN = checklist_of(shipped(), "JP")
assert JAPAN is not None


@pytest.mark.parametrize(
    ("data", "alert"),
    [
        (ChecklistCallback(place="TD"), "Для этой страны списка пока нет."),
        (ChecklistCallback(place="??", act="text"), "Для этой страны списка пока нет."),
        (ChecklistCallback(place="JP", revision="0000", ticks="3"), "Правила обновились"),
        (ChecklistCallback(place="JP", revision=JAPAN.revision, ticks="ffff"), "Правила обновились"),
        (ChecklistCallback(place="JP", revision=JAPAN.revision, ticks="zz", act="text"), "Правила обновились"),
        (CompareCallback(places="TR"), OLD),
        (CompareCallback(places="..", act="ask"), OLD),
        (CompareCallback(places="TR.GE.AE", act="ask"), OLD),
        (CompareCallback(places="TR.??", act="picture"), OLD),
        (SchengenCallback(page="nowhere"), OLD),
        (WhereCallback(step="days", regime="%", region="-", days=0), OLD),
        (WhereCallback(step="days", regime="-", region="q", days=0), OLD),
        (WhereCallback(step="days", regime="-", region="-", days=-5), OLD),
    ],
)
async def test_a_forged_or_stale_button_gets_a_clear_answer(erlan: Person, data: object, alert: str) -> None:
    await erlan.say("Турция")
    await erlan.press(data.pack())  # type: ignore[attr-defined]
    told = erlan.alerts[-1].text
    assert told.startswith(alert), told


@pytest.mark.parametrize("data", ["cp1:TR", "wh1:days:-:-:many", "tl1:JP:0000:1:fly:x", "sg1:", "tl1:JP::0:fly"])
async def test_data_of_no_shape_leaves_nobody_waiting(erlan: Person, data: str) -> None:
    await erlan.say("Турция")
    await erlan.press(data)
    assert erlan.unanswered_taps == 0


# -- Schengen ---------------------------------------------------------------------------------------


async def test_the_guide_to_schengen_is_walked_in_place(erlan: Person) -> None:
    await erlan.say("Шенген")
    count = len(erlan.messages)
    await erlan.tap("🧭 В какую страну подавать")
    assert "4 дня в Италии" in erlan.last.text
    await erlan.tap("📏 Правило 90 из 180")
    assert "180 дней назад" in erlan.last.text
    await erlan.tap("🆕 Что нового: EES, ETIAS, сбор")
    assert "12 октября 2025" in erlan.last.text
    await erlan.tap("🇪🇺 О Шенгене")
    assert erlan.last.text.startswith("🇪🇺 Шенген · 🔴 нужна виза")
    assert len(erlan.messages) == count


async def test_the_guide_to_schengen_is_asked_for_in_words(erlan: Person, aigul: Person) -> None:
    await erlan.say("в какую страну подавать на шенген?")
    assert erlan.last.text.startswith("🇪🇺 Шенген · в какую страну подавать")
    await aigul.say("шенгенде не өзгерді")
    assert aigul.last.text.startswith("🇪🇺 Шенген аймағы · не өзгерді")


# -- where can I go ---------------------------------------------------------------------------------


async def test_three_questions_lead_to_a_list_in_place_and_back_keeps_choices(erlan: Person) -> None:
    await erlan.say("/kuda")
    count = len(erlan.messages)
    await erlan.tap(starting(erlan, "🟢 Без визы"))
    await erlan.tap(starting(erlan, "от 30 дней"))
    assert "Без визы · от 30 дней: 37" in erlan.last.text
    await erlan.tap("← Назад")
    assert starting(erlan, "✓ от 30 дней")
    await erlan.tap(starting(erlan, "✓ от 30 дней"))
    found = starting(erlan, "Азия").split(" · ")[1]
    await erlan.tap(starting(erlan, "Азия"))
    assert f"Без визы: {found} направлений\nАзия, от 30 дней" in erlan.last.text
    await erlan.tap("🧭 Подобрать заново")
    assert starting(erlan, f"✓ 🟢 Без визы · {found}")
    assert len(erlan.messages) == count


async def test_the_same_in_kazakh_and_the_list_at_once(aigul: Person) -> None:
    await aigul.say("/қайда")
    await aigul.tap(starting(aigul, "🟢 Визасыз"))
    await aigul.tap("44 бағытты көрсету")
    assert aigul.last.text.startswith("🟢 Визасыз: 44 бағыт")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("куда без визы на 30 дней в азии", "Азия, от 30 дней"),
        ("куда поехать на 30 дней", "от 30 дней"),
        ("/where Европа 60 дней", "Европа, от 60 дней"),
        ("визасыз 60 күнге қайда баруға болады", "кемінде 60 күн"),
        ("азияда визасыз 90 күнге қайда баруға болады", "Азия, кемінде 90 күн"),
    ],
)
async def test_wishes_in_plain_words_land_on_the_list(erlan: Person, text: str, told: str) -> None:
    await erlan.say(text)
    assert told in erlan.last.text


async def test_an_empty_list_says_what_to_give_up_and_does_it(erlan: Person, aigul: Person) -> None:
    await erlan.say("куда без визы на 90 дней в южной азии")
    assert "Мешает срок: если хватит и 30 дней, найдётся 1." in erlan.last.text
    await erlan.tap("📅 от 30 дней · 1")
    assert erlan.last.text.startswith("🟢 Без визы: 1 направление")
    await aigul.say("оңтүстік азияда визасыз 90 күнге қайда баруға болады")
    await aigul.tap("🌍 Азия · 4")
    assert aigul.last.text.startswith("🟢 Визасыз: 4 бағыт")


# -- practical answers ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("сколько ждать визу в Грузию", "Виза не нужна, ждать ничего не надо."),
        ("документы в Чад", "Об этом проверенных данных пока нет."),
        ("транзит через Японию", "Об этом проверенных данных пока нет."),
        ("страховка для Франции", "30 000"),
        ("Чадқа фото керек пе", "Бұл туралы тексерілген дерек әзірге жоқ."),
        ("Грузияға құжат керек пе", "Виза керек емес, сондықтан оған құжат жиналмайды."),
    ],
)
async def test_a_practical_question_is_answered_or_said_to_be_unknown(erlan: Person, text: str, told: str) -> None:
    await erlan.say(text)
    assert told in erlan.last.text
    assert any(word in erlan.last.text for word in ("Источник", "Дереккөз", "в посольстве", "елшіліктен"))
