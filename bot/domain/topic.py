"""What one can subscribe to."""

from dataclasses import dataclass
from enum import StrEnum


class TopicKind(StrEnum):
    """The four kinds of topics."""

    EU = "eu"
    COUNTRY = "country"
    LIST = "list"
    NEWS = "news"


@dataclass(frozen=True, slots=True, order=True)
class Topic:
    """A subject of alerts. Written as `eu`, `list`, `news` or `country:TR`, in files and in the database alike.

    iso2: ISO code when the kind is COUNTRY, else empty.
    """

    kind: TopicKind
    iso2: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError when the code is missing or out of place."""
        if (self.kind is TopicKind.COUNTRY) != bool(self.iso2):
            raise ValueError(f"a topic of kind {self.kind} and code {self.iso2!r} can't be")

    def __str__(self) -> str:
        """Return the written form."""
        return f"{self.kind}:{self.iso2}" if self.iso2 else str(self.kind)

    @classmethod
    def parse(cls, text: str) -> "Topic":
        """Return the topic of a written form; ValueError when it is none."""
        kind, _, iso2 = text.strip().partition(":")
        code = iso2.strip().upper()
        if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
            raise ValueError(f"{text!r} is no topic: a country is written country:TR")
        try:
            return cls(TopicKind(kind.strip().lower()), code)
        except ValueError as error:
            raise ValueError(f"{text!r} is no topic: eu, list, news or country:XX") from error

    @classmethod
    def country(cls, iso2: str) -> "Topic":
        """Return the topic of one destination."""
        return cls(TopicKind.COUNTRY, iso2)


EU = Topic(TopicKind.EU)
LIST = Topic(TopicKind.LIST)
NEWS = Topic(TopicKind.NEWS)
