"""Which addresses may be looked at: an editor's link must not lead into the machine's own network."""

import ipaddress
import socket
from typing import Any
from urllib.parse import urlsplit

from aiohttp import ThreadedResolver
from aiohttp.abc import AbstractResolver, ResolveResult

PORTS = (80, 443)
_SHARED = ipaddress.ip_network("100.64.0.0/10")  # carriers' own, RFC 6598


class PrivateAddressError(OSError):
    """The address is not public, and only public ones are allowed."""


def is_public(host: str) -> bool:
    """Tell whether an IP address is one of the public internet; text that is none is not."""
    try:
        address = ipaddress.ip_address(host.split("%", 1)[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        for inner in (address.ipv4_mapped, address.sixtofour, (address.teredo or (None, None))[1]):
            if inner is not None:
                return is_public(str(inner))
    if address.version == 4 and address in _SHARED:
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def check_address(url: str, *, allow_private: bool) -> None:
    """Raise PrivateAddressError when a URL may not be asked, ValueError when it is none.

    Names are checked once more where they are resolved: what a name leads to can change between two looks.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{url[:80]!r} is no web address")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    if allow_private:
        return
    if port not in PORTS or parts.username or parts.password:
        raise PrivateAddressError(f"port {port} and names of users are not for public feeds")
    if _is_literal(parts.hostname) and not is_public(parts.hostname):
        raise PrivateAddressError(f"{parts.hostname} is not public")


def _is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host.replace(".", "").isdigit() or host.lower().startswith("0x")  # 2130706433, 0x7f000001
    return True


class PublicResolver(AbstractResolver):
    """Resolves names to public addresses alone: the connection is made to what was checked."""

    def __init__(self) -> None:
        """Use the system's resolver."""
        self._inner = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return the public addresses of a name; PrivateAddressError when there are none."""
        found: list[ResolveResult] = await self._inner.resolve(host, port, family)
        public = [one for one in found if is_public(str(one["host"]))]
        if found and not public:
            raise PrivateAddressError(f"{host} is not public")
        return public

    async def close(self) -> Any:
        """Close the system's resolver."""
        await self._inner.close()
