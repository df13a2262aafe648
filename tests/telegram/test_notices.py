"""Messages to the people who run the bot."""

from types import SimpleNamespace
from typing import Any

import pytest
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError, TelegramNetworkError
from aiogram.methods import SendMessage

from bot.i18n import Translator
from bot.telegram.notices import Notices
from bot.telegram.reply import Reply

SEND = SendMessage(chat_id=1, text="x")


class Users:
    """Two owners and an editor who have not written."""

    owners = frozenset({1, 2})

    async def editors(self) -> tuple[int, ...]:
        return (2, 3)

    async def get(self, _person: int) -> None:
        return None


class Bot:
    """Fails for those named."""

    def __init__(self, failures: dict[int, TelegramAPIError]) -> None:
        self.failures = failures

    async def send_message(self, person: int, *_: Any, **__: Any) -> SimpleNamespace:
        if person in self.failures:
            raise self.failures[person]
        return SimpleNamespace(message_id=person * 10)


def notices(**failures: type[TelegramAPIError]) -> Notices:
    by_person = {int(name[1:]): error(method=SEND, message="no") for name, error in failures.items()}
    return Notices(Bot(by_person), Users(), Translator())  # type: ignore[arg-type]


def draw(*_: object) -> Reply:
    return Reply("text")


async def test_each_is_told_once_and_who_left_is_passed_over() -> None:
    assert await notices(p2=TelegramForbiddenError).tell(draw) == ((1, 10), (3, 30))


async def test_when_all_have_left_nobody_is_told() -> None:
    gone = TelegramForbiddenError
    assert await notices(p1=gone, p2=gone, p3=gone).tell(draw) == ()


async def test_when_telegram_is_out_of_reach_it_is_said_so() -> None:
    away = TelegramNetworkError
    with pytest.raises(TelegramNetworkError):
        await notices(p1=away, p2=TelegramForbiddenError, p3=away).tell(draw)
    assert await notices(p1=away).tell(draw) == ((2, 20), (3, 30))
