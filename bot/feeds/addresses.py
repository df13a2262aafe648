"""Which addresses are asked: an editor's link must not lead into the machine's own network."""

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any
from urllib.parse import urlsplit

from bot.feeds.problems import PrivateAddressError

PORTS = (80, 443)
_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(text: str) -> bool:
    """Tell whether this is an IP address of the public internet, also where an IPv4 one hides in an IPv6 one."""
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    hidden = _hidden(address) if isinstance(address, IPv6Address) else None
    if hidden is not None:
        return is_public(str(hidden))
    if isinstance(address, IPv6Address) and address.is_site_local:
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def check_url(url: str) -> None:
    """Raise ValueError when this is no address of the web: http or https, a host, a port that can be."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
        raise ValueError("no address of the web")


@dataclass(slots=True)
class Gate:
    """Makes the sockets of one look, and only to addresses that may be asked.

    It sees the very address that is connected to, so a name that resolves otherwise the second time gains nothing.
    has_refused: whether an address was refused, for the connector may hide the error among others.
    """

    allow_private: bool
    has_refused: bool = False

    def __call__(self, info: tuple[Any, ...]) -> socket.socket:
        """Return a socket for this address as getaddrinfo gives it; PrivateAddressError when it may not be asked."""
        family, kind, protocol, _, (host, port, *_) = info
        if not self.allow_private and not (is_public(host) and port in PORTS):
            self.has_refused = True
            raise PrivateAddressError(f"{host}, port {port}, is not public")
        return socket.socket(family, kind, protocol)


def _hidden(address: IPv6Address) -> IPv4Address | None:
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
