"""Sources as links, by the names people know them by."""

import re
from html import escape

from bot.i18n import Html
from bot.services.event_rules import site_of

_ADDRESS = re.compile(r"https?://[^\s;]+")


def link_to(url: str, text: str) -> Html:
    """Return a link in HTML; the address and the words may come from anywhere."""
    return Html(f'<a href="{escape(url)}">{escape(text, quote=False)}</a>')


def source_links(urls: tuple[str, ...], name: str = "") -> Html:
    """Return links to the sources, called as the name says (several by `;`), else by their sites."""
    names = [part.strip() for part in name.split(";") if part.strip()]
    if len(names) != len(urls):
        names = [name] if len(urls) == 1 and name else [site_of(url) for url in urls]
    return Html(", ".join(link_to(url, called) for url, called in zip(urls, names, strict=True)))


def named_sources(url: str, name: str) -> Html:
    """Return links to a source and to those that its name mentions by their address.

    `Zakon.kz; fine of 300 lari: Kazinform https://…` becomes two links, with no bare address to be read.
    """
    found: list[tuple[str, str]] = []
    for part in filter(None, (part.strip() for part in name.split(";"))):
        address = _ADDRESS.search(part)
        if address is None and found:
            found[-1] = (found[-1][0], f"{found[-1][1]}; {part}")
            continue
        where = address[0].rstrip(".,)") if address else url
        words = " ".join(_ADDRESS.sub("", part).split()).rstrip(" .,:")
        found.append((where, words if _names_somebody(part) else f"{words}: {site_of(where)}".removeprefix(": ")))
    return Html("; ".join(link_to(where, words) for where, words in found or [(url, site_of(url))]))


def _names_somebody(part: str) -> bool:
    """Tell whether a part says whose page its address is: `downloads: https://…` does not."""
    before = _ADDRESS.split(part)[0].rstrip()
    return bool(before) and not before.endswith(":")
