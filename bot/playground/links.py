"""Which addresses Telegram takes for links."""

from urllib.parse import urlsplit

OWN_SCHEMES = ("tg", "ton", "tonsite")
LOOPBACK = ("127.0.0.1", "::1")


def checked_link(url: str) -> str | None:
    """Return the address as Telegram would keep it, None when it is no link.

    A name without a dot is none either (checked by many with http://localhost), a bare loopback address is.
    """
    url = url.strip()
    if not url or any(char.isspace() for char in url):
        return None
    if "://" not in url and not url.lower().startswith(("mailto:", "javascript:", "data:", "tel:")):
        url = f"http://{url}"
    return url if _is_link(url) else None


def is_web_app(url: str) -> bool:
    """Tell whether a web app may live there: https, or the loopback (as on Telegram's test servers)."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    is_local = parts.scheme == "http" and (parts.hostname or "") in (*LOOPBACK, "localhost")
    return is_local or (parts.scheme == "https" and checked_link(url) is not None)


def _is_link(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return False
    if parts.scheme in OWN_SCHEMES:
        return True
    has_name = "." in host.strip(".") or host in LOOPBACK
    return parts.scheme in ("http", "https") and has_name and ".." not in host
