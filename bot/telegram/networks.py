"""Which addresses are Telegram's, as core.telegram.org/bots/webhooks names them."""

from aiogram.webhook.security import IPFilter

_NETWORKS = IPFilter.default()


def is_telegrams(address: str) -> bool:
    """Tell whether updates may come from an address; what is no IPv4 address is not Telegram's."""
    try:
        return _NETWORKS.check(address)
    except ValueError:
        return False
