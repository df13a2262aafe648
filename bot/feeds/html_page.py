"""Reads a page: its links that read like headlines."""

import re
from html.parser import HTMLParser
from urllib.parse import urldefrag

from bot.feeds.plain import LONGEST_TITLE, line, tamed, web_link
from bot.feeds.problems import NoFeedError
from bot.feeds.raw import MOST_ITEMS, Raw

LEAST_WORDS, LEAST_LETTERS = 3, 15
"""A shorter link leads to a section, not to a report."""

LONGEST_PAGE = 1_000_000
"""Characters that are read."""

_NUMBERS = re.compile(r"[\W\d_]+")


class _Links(HTMLParser):
    """Collects the links with their words. base: what relative links are relative to."""

    def __init__(self, base: str) -> None:
        super().__init__(convert_charrefs=True)
        self.base = base
        self.found: dict[str, str] = {}
        self._link, self._words = "", list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "base":
            self.base = web_link(self.base, given.get("href")) or self.base
        elif tag == "a":
            self._end()
            self._link = urldefrag(web_link(self.base, given.get("href")))[0]
        elif self._link:
            self._words.append(" ")

    def handle_data(self, data: str) -> None:
        if self._link:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._end()

    def close(self) -> None:
        super().close()
        self._end()

    def _end(self) -> None:
        words = line("".join(self._words), LONGEST_TITLE)
        if self._link and len(words) > len(self.found.get(self._link, "")):
            self.found[self._link] = words
        self._link, self._words = "", []


def read_page(text: str, url: str) -> list[Raw]:
    """Return the links that read like headlines, in their order; NoFeedError when there are none."""
    links = _Links(url)
    try:
        links.feed(tamed(text[:LONGEST_PAGE])[0])
        links.close()
    except (AssertionError, ValueError):
        raise NoFeedError("no page") from None
    found = [Raw(words, link, link) for link, words in links.found.items() if _is_headline(words)]
    if not found:
        raise NoFeedError("no links in it that read like headlines")
    return found[:MOST_ITEMS]


def _is_headline(words: str) -> bool:
    letters = _NUMBERS.sub("", words)
    return len(words.split()) >= LEAST_WORDS and len(letters) >= LEAST_LETTERS
