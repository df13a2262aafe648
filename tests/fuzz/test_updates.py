"""Whatever Telegram sends, or somebody in its name: nothing crashes, and the next question is answered."""

import pytest

from bot.playground import Person
from bot.tasks import Supervisor
from bot.telegram.intake import Intake
from tests.fuzz.mutations import SCALE
from tests.fuzz.updates import Fuzzer
from tests.handlers.conftest import House, aigul, erlan, house, owner, town

__all__ = ["aigul", "erlan", "house", "owner", "town"]

pytestmark = pytest.mark.no_cover  # thousands of cases: counting lines would take several times as long

COUNT = 1000 * SCALE


@pytest.mark.parametrize("seed", [1, 2])
async def test_any_update_is_survived(
    house: House, owner: Person, erlan: Person, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    await owner.start()
    tasks, fuzzer = Supervisor(), Fuzzer(seed)
    intake = Intake(house.town._dispatcher, house.bot, tasks)
    for _ in range(COUNT):
        await intake.take(fuzzer.update())
    assert await intake.drain(60 * SCALE)
    await tasks.stop()
    told = capsys.readouterr().out
    assert "update failed" not in told, told[told.index("update failed") - 200 :][:4000]
    assert "Traceback" not in told
    [answer] = await erlan.say("Турция")
    assert answer.text.startswith("🇹🇷 Турция")


def test_updates_of_a_seed_are_the_same_every_time() -> None:
    assert [Fuzzer(5).update() for _ in range(3)] == [Fuzzer(5).update() for _ in range(3)]


def test_intake_is_asked_for_all_kinds() -> None:
    fuzzer = Fuzzer(1)
    kinds = {next(key for key in fuzzer.update() if key != "update_id") for _ in range(4000)}
    assert len(kinds) > 20
