"""Counts updates and calls to Telegram and times the handlers: what /metrics shows of the work."""

import time
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot, Dispatcher
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.dispatcher.event.bases import CancelHandler, SkipHandler
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import Response, TelegramType
from aiogram.types import TelegramObject, Update

from bot.services.measures import Measures

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

_NOT_OBSERVED = ("update", "error")
"""Observers whose handlers are aiogram's own, or answer for another handler's failure."""

_OUTCOMES = (
    (TelegramRetryAfter, "throttled"),
    (TelegramServerError, "server_error"),
    (TelegramNetworkError, "lost"),
    (TelegramAPIError, "refused"),
)


def measure(dispatcher: Dispatcher, bot: Bot, measures: Measures) -> None:
    """Let everything that passes this dispatcher and this bot be counted."""
    dispatcher.update.outer_middleware(CountedUpdates(measures))
    for name, observer in dispatcher.observers.items():
        if name not in _NOT_OBSERVED:
            observer.middleware(TimedHandlers(measures))
    bot.session.middleware(CountedCalls(measures))


class CountedUpdates(BaseMiddleware):
    """Counts updates by kind."""

    def __init__(self, measures: Measures) -> None:
        """Count in these."""
        self._measures = measures

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Count it and hand it on."""
        if isinstance(event, Update):
            self._measures.updates[event.event_type] += 1
        return await handler(event, data)


class TimedHandlers(BaseMiddleware):
    """Times the handler that was chosen, the sending of its answer included."""

    def __init__(self, measures: Measures) -> None:
        """Keep the times in these."""
        self._measures = measures

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Run it and note how long it took; one that passes the update on does not count."""
        began, failed = time.perf_counter(), True
        try:
            result = await handler(event, data)
            failed = False
            return result
        except (SkipHandler, CancelHandler):
            began = 0.0
            raise
        finally:
            if began:
                self._measures.handled(_name(data), time.perf_counter() - began, failed=failed)


class CountedCalls(BaseRequestMiddleware):
    """Counts calls to Telegram by method and outcome."""

    def __init__(self, measures: Measures) -> None:
        """Count in these."""
        self._measures = measures

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType] | Any:
        """Make the call and count it."""
        outcome = "ok"
        try:
            return await make_request(bot, method)
        except TelegramAPIError as error:
            outcome = next(name for kind, name in _OUTCOMES if isinstance(error, kind))
            raise
        finally:
            self._measures.calls[method.__api_method__, outcome] += 1


def _name(data: dict[str, Any]) -> str:
    """Return a handler's name as in the code: `cards.open_card`."""
    callback = getattr(data.get("handler"), "callback", None)
    module = getattr(callback, "__module__", "").removeprefix("handlers.")
    return f"{module}.{getattr(callback, '__name__', 'unknown')}".removeprefix(".")
