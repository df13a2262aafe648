"""The map and the stages as pictures, in both languages."""

import pytest

from bot.domain.language import Language
from bot.pictures.rendering import PictureError, Renderer
from bot.playground import Person
from bot.playground.files import FileStore
from bot.telegram.views.map_picture import WIDTH
from tests.handlers.conftest import House


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the drawings made in a test."""
    made: list[str] = []
    draw = Renderer.png

    async def png(self: Renderer, svg: str) -> bytes:
        made.append(svg)
        return await draw(self, svg)

    monkeypatch.setattr(Renderer, "png", png)
    return made


@pytest.mark.parametrize(
    ("command", "words"), [("/map", "Весь мир: без визы 44 из 198"), ("/карта Европа", "Европа: без визы")]
)
async def test_the_map_comes_as_a_photo(house: House, erlan: Person, command: str, words: str) -> None:
    await erlan.start()
    [sent] = await erlan.say(command)
    assert words in sent.text
    [photo] = sent.raw["photo"][-1:]
    assert photo["width"] == WIDTH


async def test_a_grandmother_asks_in_her_own_words(aigul: Person, drawings: list[str]) -> None:
    await aigul.start()
    [sent] = await aigul.say("Еуропа картасын көрсетіңізші")
    assert "Еуропа: 46 бағыттың ішінде визасызы – 8" in sent.text
    assert "Қазақстан азаматтарына" in drawings[0]


async def test_part_after_part_in_place_and_the_second_time_by_id(erlan: Person, drawings: list[str]) -> None:
    await erlan.start()
    await erlan.say("карта мира")
    before = len(erlan.messages)
    await erlan.tap("Африка")
    assert "Африка: без визы" in erlan.last.text
    await erlan.tap("Весь мир")
    assert len(erlan.messages) == before
    assert len(drawings) == 2
    await erlan.tap("• Весь мир •")  # the same again changes nothing and is no error
    assert erlan.unanswered_taps == 0
    await erlan.say("/map")
    assert len(drawings) == 2, "the world is sent by its id"
    await erlan.tap("📋 Списком")
    assert "Без визы" in erlan.last.text


async def test_a_card_shows_where_its_country_lies(erlan: Person, drawings: list[str]) -> None:
    await erlan.start()
    await erlan.say("Мальта")
    await erlan.tap("🗺 На карте")
    assert "Мальта на карте" in erlan.last.text
    assert ">Мальта<" in drawings[0]
    await erlan.tap("↩️ К карточке")
    assert erlan.last.text.startswith("🇲🇹")


async def test_a_country_can_be_named_with_the_command(erlan: Person) -> None:
    await erlan.start()
    [sent] = await erlan.say("/map Турцыя")
    assert "Турция на карте" in sent.text


async def test_a_picture_that_telegram_forgot_is_drawn_again(house: House, erlan: Person, drawings: list[str]) -> None:
    await erlan.start()
    await erlan.say("/map")
    house.telegram.world.files = FileStore()
    [sent] = await erlan.say("/map")
    assert sent.raw["photo"]
    assert len(drawings) == 2


async def test_who_can_have_no_picture_gets_the_list(erlan: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(self: Renderer, svg: str) -> bytes:
        raise PictureError("no picture")

    await erlan.start()
    await erlan.say("Мальта")
    monkeypatch.setattr(Renderer, "png", fail)
    await erlan.tap("🗺 На карте")
    assert "Вот то же самое списком" in erlan.last.text
    await erlan.say("/map")
    assert "Без визы: 44" in erlan.last.text
    await erlan.say("/eu")
    await erlan.tap("🪜 Все стадии")
    await erlan.tap("🖼 Картинкой")
    assert "не рисуется" in erlan.last.text


async def test_an_old_or_forged_button_says_so(erlan: Person) -> None:
    await erlan.start()
    await erlan.say("/map")
    for data in ("w1:zz:", "w1:eu:XX", "w1:-:<b>"):
        await erlan.press(data)
    assert erlan.unanswered_taps == 0


@pytest.mark.parametrize("language", list(Language))
async def test_the_stages_come_as_a_picture(
    erlan: Person, aigul: Person, drawings: list[str], language: Language
) -> None:
    person = erlan if language is Language.RU else aigul
    await person.start()
    await person.say("/eu")
    await person.tap({"ru": "🪜 Все стадии", "kk": "🪜 Барлық кезең"}[language])
    await person.tap({"ru": "🖼 Картинкой", "kk": "🖼 Сурет түрінде"}[language])
    assert person.last.raw["photo"]
    assert drawings[0].count("<circle") >= 13
