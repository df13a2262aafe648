"""How the bot gets its updates."""

from typing import Any

from bot.playground.errors import Refusal, bad_request
from bot.playground.links import checked_link
from bot.playground.parameters import Given
from bot.playground.world import World

WITH_WEBHOOK = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


async def get_updates(world: World, given: Given) -> list[dict[str, Any]]:
    """Return what waits from the offset on, holding the line up to `timeout` seconds."""
    if world.webhook.get("url"):
        raise Refusal(409, WITH_WEBHOOK)
    if given.params.get("allowed_updates") is not None:
        world.updates.allow(given.rows("allowed_updates"))
    limit = min(max(given.number("limit", 100), 1), 100)
    timeout = min(max(given.number("timeout"), 0), 50)
    return await world.updates.fetch(given.number("offset"), limit, timeout)


def set_webhook(world: World, given: Given) -> bool:
    """Remember where updates should be posted; an empty address goes back to getUpdates."""
    url = given.text("url")
    if url and (checked_link(url) is None or not url.startswith(("https://", "http://127.0.0.1"))):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if given.flag("drop_pending_updates"):
        world.updates.drop()
    if given.params.get("allowed_updates") is not None:
        world.updates.allow(given.rows("allowed_updates"))
    world.webhook = {"url": url, "secret_token": given.text("secret_token")} if url else {}
    return True


def delete_webhook(world: World, given: Given) -> bool:
    """Go back to getUpdates."""
    if given.flag("drop_pending_updates"):
        world.updates.drop()
    world.webhook = {}
    return True


def get_webhook(world: World, given: Given) -> dict[str, Any]:
    """Tell where updates are posted."""
    pending = {"has_custom_certificate": False, "pending_update_count": len(world.updates)}
    return {"url": world.webhook.get("url", "")} | pending


METHODS = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook,
}
