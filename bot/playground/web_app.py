"""Mini Apps as Telegram opens them: the address carries init data, signed with the bot's token."""

import hashlib
import hmac
import json
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from bot.playground.errors import bad_request
from bot.playground.links import is_web_app


def init_data(token: str, user: dict[str, Any], now: datetime) -> str:
    """Return Telegram.WebApp.initData for this user at this moment."""
    fields = {
        "auth_date": str(int(now.timestamp())),
        "query_id": f"AA{user['id']}",
        "user": json.dumps(user, ensure_ascii=False, separators=(",", ":")),
    }
    checked = "\n".join(f"{key}={fields[key]}" for key in sorted(fields))
    secret = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    return urlencode(fields | {"hash": hmac.new(secret, checked.encode(), hashlib.sha256).hexdigest()})


def signed_address(url: str, token: str, user: dict[str, Any], now: datetime) -> str:
    """Return the address with the launch parameters in its fragment; refuses what is no web app's address."""
    if not is_web_app(url):
        raise bad_request("Only HTTPS links are allowed")
    launch = {"tgWebAppData": init_data(token, user, now), "tgWebAppVersion": "8.0", "tgWebAppPlatform": "weba"}
    return f"{url.partition('#')[0]}#{urlencode(launch)}"
