"""Puts the routes together and serves them."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime

from aiohttp import web

from bot import clock
from bot.i18n import Translator
from bot.services.catalogue import CatalogueHolder
from bot.services.followers import Followers
from bot.web.asking import Asking, DrawCard, Understand
from bot.web.assets import Assets
from bot.web.facts import FactsApi
from bot.web.health import Health
from bot.web.home import Home
from bot.web.init_data import Stamp
from bot.web.me import Me
from bot.web.metrics import Metrics, Shown
from bot.web.thumbnails import Thumbnails
from bot.web.webhook import LARGEST_BODY, Webhook

SECONDS_TO_FINISH = 2.0
_HEADERS = {
    "Server": "sapar",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


@dataclass(frozen=True, slots=True)
class Site:
    """What the pages need.

    ready: what is not well, by part; empty when all is. figures: what /metrics shows beside the process itself.
    take: where updates of the webhook go; None where there is no webhook. webhook_path: where else than /webhook a
    proxy may deliver them; is_sender: which addresses may; None: any. playground: whether /playground is there to be
    linked.
    understand, card: what the search and the cards are made with. followers: who lets visitors follow topics; their
    init data is signed with the token.
    """

    holder: CatalogueHolder
    translator: Translator
    understand: Understand
    card: DrawCard
    followers: Followers
    token: str
    ready: Callable[[], Awaitable[Mapping[str, str]]]
    figures: Callable[[], Awaitable[Iterable[Shown]]]
    bot_name: str = ""
    take: Callable[[object], Awaitable[object]] | None = None
    webhook_secret: str = ""
    webhook_path: str = "/webhook"
    is_sender: Callable[[str], bool] | None = None
    playground: bool = False
    today: Callable[[], date] = clock.today
    now: Callable[[], datetime] = clock.now


def build_web_app(site: Site) -> web.Application:
    """Return the application with every route; more can be added before it is served."""
    app = web.Application(client_max_size=LARGEST_BODY)
    app.on_response_prepare.append(_add_headers)
    health, metrics = Health(site.ready), Metrics(site.figures)
    app.add_routes(
        [
            *_page_routes(site),
            *_api_routes(site),
            web.get("/healthz", health.alive),
            web.get("/readyz", health.ready),
            web.get("/metrics", metrics.page),
            web.get("/thumbnails/{name}", Thumbnails().picture),
        ]
    )
    if site.take is not None:
        webhook = Webhook(site.take, site.webhook_secret, metrics, is_sender=site.is_sender)
        app.add_routes([web.post(path, webhook.receive) for path in sorted({"/webhook", site.webhook_path})])
    return app


def _page_routes(site: Site) -> list[web.RouteDef]:
    assets = Assets()
    home = Home(site.holder, site.translator, assets, site.today, bot_name=site.bot_name, playground=site.playground)
    return [web.get("/", home.page), web.get("/page/{version}/{name}", assets.file)]


def _api_routes(site: Site) -> list[web.RouteDef]:
    facts = FactsApi(site.holder)
    asking = Asking(site.holder, site.understand, site.card)
    me = Me(site.followers, Stamp(site.token), site.now)
    return [
        web.get("/api/destinations", facts.destinations),
        web.get("/api/talks", facts.talks),
        web.get("/api/search", asking.search),
        web.get("/api/card/{iso2}", asking.card),
        web.post("/api/me/subscriptions", me.subscriptions),
        web.post("/api/me/follow", me.follow),
        web.post("/api/me/unfollow", me.unfollow),
    ]


@asynccontextmanager
async def serve(app: web.Application, host: str, port: int) -> AsyncIterator[int]:
    """Serve until the block ends, and yield the port, which the system chooses for 0.

    Raises OSError when the address is taken or not ours.
    """
    runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=SECONDS_TO_FINISH)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


async def _add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)
