"""The one HTTP server: webhook, public facts, health, metrics, the front page."""

from bot.web.metrics import Distribution, Figure
from bot.web.server import Site, build_web_app, serve

__all__ = ["Distribution", "Figure", "Site", "build_web_app", "serve"]
