"""What may stand as the address of a source."""

import re
from urllib.parse import urlsplit


def is_web_address(text: str) -> bool:
    """Tell whether this is an http or https address with a host and without blanks."""
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in host.strip(".") and not re.search(r"\s", text)
