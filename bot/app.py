"""The bot from its settings to its stop: `run` for the real one, `demo` for the playground."""

import asyncio
import signal
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

import structlog
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.base import BaseSession
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.types import User as BotUser
from aiogram.utils.token import TokenValidationError

from bot.assembly import App, assemble, open_app
from bot.playground import Playground, StandInSession, add_playground
from bot.running import Work, at_work
from bot.settings import Settings
from bot.telegram import menu
from bot.telegram.lean_session import LeanSession
from bot.telegram.networks import is_telegrams
from bot.telegram.polling import Polling
from bot.telegram.transport import HttpTransport, StandInTransport
from bot.web.server import Site, build_web_app, serve

__all__ = ["App", "assemble", "demo", "open_app", "run"]

log = structlog.get_logger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0


class TokenError(Exception):
    """Telegram doesn't know the token."""


def run(settings: Settings) -> int:
    """Run the real bot until SIGTERM or SIGINT; return the exit code. TokenError when the token is refused."""
    return _loop(_run(settings))


def demo(settings: Settings, port: int) -> int:
    """Run the playground until SIGTERM or SIGINT; return the exit code."""
    return _loop(_demo(settings, port))


def _loop(work: Coroutine[Any, Any, int]) -> int:
    try:
        import uvloop
    except ImportError:  # Windows
        return asyncio.run(work)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(work)


def _bot(token: str, session: BaseSession) -> Bot:
    try:
        return Bot(token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    except (TokenValidationError, ValueError) as error:
        raise TokenError("BOT_TOKEN does not look like a token of @BotFather, such as 123456:ABC-DEF") from error


async def _run(settings: Settings) -> int:
    stop = _stop_signal()
    async with AsyncExitStack() as stack:
        app = await stack.enter_async_context(open_app(settings))
        session = LeanSession(settings.telegram_api_url, limit=100)
        bot = _bot(settings.bot_token.get_secret_value(), session)
        stack.push_async_callback(session.close)
        me = await _introduce(bot, stop)
        if me is None:
            return 0
        transport = HttpTransport(settings.telegram_api_url, settings.bot_token.get_secret_value())
        stack.push_async_callback(transport.close)
        work = await stack.enter_async_context(at_work(app, bot, transport, me.username or ""))
        await stack.enter_async_context(_served(work, settings, webhook=bool(settings.webhook_url)))
        await _receive(work, settings, stack)
        work.tasks.spawn("menu", _publish_menus(work, settings.site))
        log.info("at work", bot=me.username, webhook=bool(settings.webhook_url), database=app.db.url.get_backend_name())
        await stop.wait()
        log.info("stopping")
    return 0


async def _demo(settings: Settings, port: int) -> int:
    stop = _stop_signal()
    playground = Playground()
    settings = settings.model_copy(
        update={"admin_ids": frozenset({playground.owner_id}), "webhook_url": "", "http_port": port}
    )
    async with AsyncExitStack() as stack:
        app = await stack.enter_async_context(open_app(settings))
        bot = _bot(playground.token, StandInSession(playground.standin))
        me = await bot.me()
        transport = StandInTransport(playground.standin)
        work = await stack.enter_async_context(at_work(app, bot, transport, me.username or ""))
        bound = await stack.enter_async_context(_served(work, settings, playground=playground))
        await _publish_menus(work, f"http://{settings.http_host}:{bound}/")
        work.tasks.start("updates", lambda: playground.pump(work.intake.take))
        print(f"The playground is open: http://{settings.http_host}:{bound}/playground", flush=True)  # noqa: T201
        await stop.wait()
    return 0


async def _publish_menus(work: Work, page_url: str) -> None:
    await menu.publish(work.bot, work.app.translator)
    await menu.publish_page(work.bot, work.app.translator[menu.DEFAULT], page_url)
    await work.dispatcher["desk_menu"].publish()


def _stop_signal() -> asyncio.Event:
    """Return an event that SIGTERM and SIGINT set."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop


async def _introduce(bot: Bot, stop: asyncio.Event) -> BotUser | None:
    """Return who the bot is; None when it was stopped before Telegram could be reached.

    TokenError when Telegram refuses the token.
    """
    pause = FIRST_PAUSE
    while not stop.is_set():
        try:
            return await bot.me()
        except (TelegramUnauthorizedError, TelegramNotFound) as error:
            raise TokenError("Telegram refuses the BOT_TOKEN: copy it again from @BotFather") from error
        except (TelegramAPIError, OSError, TimeoutError) as error:
            log.warning("Telegram can't be reached: trying again", seconds=pause, error=type(error).__name__)
        try:
            async with asyncio.timeout(pause):
                await stop.wait()
        except TimeoutError:
            pause = min(pause * 2, LONGEST_PAUSE)
    return None


async def _receive(work: Work, settings: Settings, stack: AsyncExitStack) -> None:
    """Begin to take updates: by webhook if an address is set, else by long polling."""
    allowed = work.dispatcher.resolve_used_update_types()
    if settings.webhook_url:
        secret = settings.webhook_secret.get_secret_value()
        await work.bot.set_webhook(settings.webhook_url, allowed_updates=allowed, secret_token=secret)
        return
    await work.bot.delete_webhook()
    polling = Polling(work.bot, work.intake, allowed)
    work.after_intake = polling.confirm
    work.tasks.start("updates", polling.run)


@asynccontextmanager
async def _served(
    work: Work, settings: Settings, *, webhook: bool = False, playground: Playground | None = None
) -> AsyncIterator[int]:
    """Serve pages, health and metrics; yield the port."""
    site = build_site(
        work.app,
        work.bot.token,
        ready=work.ready,
        figures=work.figures,
        take=work.intake.take if webhook else None,
        webhook_secret=settings.webhook_secret.get_secret_value(),
        webhook_path=urlsplit(settings.webhook_url).path or "/webhook",
        is_sender=is_telegrams if settings.webhook_from_telegram_only else None,
        playground=playground is not None,
    )
    web_app = build_web_app(site)
    if playground is not None:
        add_playground(web_app, playground)
    async with serve(web_app, settings.http_host, settings.http_port) as port:
        yield port


def build_site(app: App, token: str, **more: Any) -> Site:
    """Return the site of an app. token: the bot's. more: what Site wants of the bot at work."""
    return Site(
        holder=app.holder,
        translator=app.translator,
        understand=app.responder.understand,
        card=app.page_card,
        followers=app.followers,
        token=token,
        today=app.talks.today,
        bot_name=app.responder.bot_name,
        **more,
    )
