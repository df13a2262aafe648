"""Telegram's stand-in: the Bot API in memory, people to talk through it, and a chat page to see it.

The thing we test is the thing we show. A test needs three lines::

    telegram = StandIn()
    bot = Bot(telegram.token, session=StandInSession(telegram), default=DefaultBotProperties(parse_mode="HTML"))
    town = Town(telegram, dispatcher, bot)       # without a dispatcher, updates wait for getUpdates

    aigul = town.person("Айгүл", language="kk")
    answers = await aigul.say("Түркия")          # handlers have run; what the bot sent or edited meanwhile
    await aigul.tap("Документы")                 # a button by its text, callback data or CallbackData object
    assert aigul.last.html.startswith("🇹🇷 <b>Түркия</b>")
    assert aigul.alerts[-1].text == "Готово"     # answers to taps
    await aigul.block_bot()                      # a my_chat_member update; sending to her is now a 403

    telegram.fail_next(429, retry_after=7, method="sendMessage")   # fails as Telegram would
    telegram.lose_next(after=True)               # the connection breaks after the message was delivered
    telegram.last("sendMessage").params["text"]  # every call is recorded: calls, last(), sent_to(chat_id)

Three doors to one core: `StandInSession` (an aiogram session), `build_bot_api(standin, token)` (an aiohttp app that
TELEGRAM_API_URL can point at), and `await standin.call(method, params, files)`.

The page: `add_playground(app, Playground())`, then feed its updates to a dispatcher with `playground.run(…)`.
"""

from bot.playground.calls import Call
from bot.playground.errors import ConnectionLost
from bot.playground.files import Upload
from bot.playground.http import build_bot_api
from bot.playground.people import Alert, Person
from bot.playground.playground import Playground
from bot.playground.server import add_playground
from bot.playground.session import StandInSession
from bot.playground.shown import Button, Shown
from bot.playground.standin import Limits, StandIn
from bot.playground.town import Channel, Group, Town

__all__ = [
    "Alert",
    "Button",
    "Call",
    "Channel",
    "ConnectionLost",
    "Group",
    "Limits",
    "Person",
    "Playground",
    "Shown",
    "StandIn",
    "StandInSession",
    "Town",
    "Upload",
    "add_playground",
    "build_bot_api",
]
