"""Buttons with links, as an editor types them: one a line, «Текст | https://адрес»."""

from urllib.parse import urlsplit

MOST = 20
LONGEST_TEXT = 64
LONGEST_URL = 2000
SCHEMES = ("https", "http", "tg")


class BadLinkError(ValueError):
    """A line that is no button. key: the text that says why; line: from 1."""

    def __init__(self, key: str, line: int) -> None:
        """Take the text's key and the line's number."""
        super().__init__(f"line {line}: {key}")
        self.key, self.line = key, line


def parse_links(text: str) -> tuple[tuple[str, str], ...]:
    """Return (text, address) of every line; BadLinkError names the first line that is no button.

    An address without a scheme gets https://. Empty lines are passed over.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) > MOST:
        raise BadLinkError("broadcast-links-too-many", lines[MOST][0])
    return tuple(_link(line, number) for number, line in lines)


def _link(line: str, number: int) -> tuple[str, str]:
    label, separator, address = (part.strip() for part in line.rpartition("|"))
    if not separator or not label or not address:
        raise BadLinkError("broadcast-links-no-bar", number)
    if len(label) > LONGEST_TEXT:
        raise BadLinkError("broadcast-links-long-text", number)
    url = address if "://" in address else f"https://{address}"
    if not is_address(url):
        raise BadLinkError("broadcast-links-bad-url", number)
    return label, url


def is_address(url: str) -> bool:
    """Tell whether Telegram takes this for the address of a button: it refuses the whole message otherwise."""
    if len(url) > LONGEST_URL or any(c.isspace() or not c.isprintable() for c in url):
        return False
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port  # a port that is no number raises
    except ValueError:
        return False
    if parts.scheme == "tg":
        return bool(host)
    return parts.scheme in SCHEMES and "." in host.strip(".") and ".." not in host
