"""A bot process answers from what the command line changes, alerts whom it concerns, and has it back by an undo."""

import asyncio
from pathlib import Path

from bot.playground import Person, StandIn
from tests.cli.test_keeping import changed
from tests.running import bot_process, command, environment, people, telegram_server, until


async def card(person: Person) -> str:
    before = len(person.messages)
    await person.say("Турция")
    await until(lambda: len(person.messages) > before)
    return person.messages[before].text


async def until_card_says(person: Person, marker: str) -> None:
    for _ in range(40):
        if marker in (await card(person)).splitlines()[0]:
            return
        await asyncio.sleep(0.5)  # or the bot would think that a person who asks so often needs no answer
    raise AssertionError(f"the card never said {marker}")


async def test_a_change_reaches_followers_and_the_card_and_an_undo_restores_it(tmp_path: Path) -> None:
    telegram = StandIn()
    town = people(telegram)
    erlan, aigul, marat = (town.person(name, language="ru") for name in ("Ерлан", "Айгүл", "Марат"))
    async with telegram_server(telegram) as address:
        env = environment(telegram, address, tmp_path)
        async with bot_process(env):
            for person, topic in ((erlan, "Турция"), (aigul, "Франция"), (marat, "list")):
                count = len(person.messages)
                await person.say(f"/subscribe {topic}")
                await until(lambda: len(person.messages) > count)  # noqa: B023 - waited for within the loop
            seen = {person.id: len(person.messages) for person in (aigul, marat)}
            before = (await command(env, "destinations", "export"))[1]
            new = changed(before, "TR", regime="evisa", as_of="2026-11-20", confirmed_on="2026-11-20")
            (tmp_path / "new.csv").write_text(new, encoding="utf-8")
            code, out, err = await command(env, "destinations", "import", f"{tmp_path}/new.csv", "--notify")
            assert code == 0, err
            assert out.rstrip().endswith("alerts: TR 2")
            await until(lambda: any("Стало: 🟣" in one.text for one in erlan.messages))
            await until(lambda: len(marat.messages) > seen[marat.id])
            await until_card_says(erlan, "🟣")
            code, out, err = await command(env, "destinations", "undo", "TR", "--notify")
            assert code == 0, err
            await until(lambda: any("На самом деле: 🟢" in one.text for one in erlan.messages))
            await until_card_says(erlan, "🟢")
            assert (await command(env, "destinations", "export"))[1] == before
            assert len(aigul.messages) == seen[aigul.id], "who follows another country hears nothing"
            assert len([one for one in marat.messages if "Стало" in one.text]) == 1
