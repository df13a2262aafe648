"""Whom a campaign is for."""

from dataclasses import dataclass
from typing import Any

from bot.domain.language import Language
from bot.domain.topic import Topic


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a campaign is for; the empty one is everybody who can be reached.

    language: only these. topic: only its subscribers; also: those of these topics too, each person once.
    trips: those with a followed trip to one of these places that has not ended, besides the topics' subscribers.
    without: nobody who follows this topic. active_days: seen in the last N days.
    user_ids: exactly these (a test to oneself). reminders: those whose reminder this campaign delivers.
    Written as `all`, `lang:ru`, `topic:eu`, `country:TR`, `topics:country:TR|list`, `trips:FR|SCHENGEN`, `not:list`,
    `active:30`, `users:1|2`, `reminders:7`; parts are joined by a comma.
    """

    language: Language | None = None
    topic: Topic | None = None
    active_days: int | None = None
    user_ids: tuple[int, ...] = ()
    also: tuple[Topic, ...] = ()
    without: Topic | None = None
    trips: tuple[str, ...] = ()
    reminders: int | None = None

    def __post_init__(self) -> None:
        """Raise ValueError when there are further topics without a first one, or one stands twice."""
        if len(set(self.topics)) != len(self.topics) or (self.also and self.topic is None):
            raise ValueError(f"{self.also} can't be added to {self.topic}")

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Return every topic whose subscribers are meant; none when topics don't matter."""
        return (*((self.topic,) if self.topic else ()), *self.also)

    def __str__(self) -> str:
        """Return the written form."""
        parts = []
        if self.language:
            parts.append(f"lang:{self.language}")
        if self.also:
            parts.append("topics:" + "|".join(map(str, self.topics)))
        elif self.topic:
            parts.append(str(self.topic) if self.topic.iso2 else f"topic:{self.topic}")
        if self.trips:
            parts.append("trips:" + "|".join(self.trips))
        if self.without:
            parts.append(f"not:{self.without}")
        if self.active_days is not None:
            parts.append(f"active:{self.active_days}")
        if self.user_ids:
            parts.append("users:" + "|".join(map(str, self.user_ids)))
        if self.reminders is not None:
            parts.append(f"reminders:{self.reminders}")
        return ",".join(parts) or "all"

    @classmethod
    def parse(cls, text: str) -> "Audience":
        """Return the audience of a written form; ValueError when it is none."""
        found: dict[str, Any] = {}
        for part in text.split(","):
            found |= _audience_part(part.strip())
        return cls(**found)


def _audience_part(part: str) -> dict[str, Any]:
    name, _, value = part.partition(":")
    try:
        found = {} if part == "all" else _wishes(name, value) or _people(name, value)
    except ValueError as error:
        raise ValueError(f"{part!r} is no audience: {error}") from error
    if found is None:
        raise ValueError(f"{part!r} is no audience: all, lang:ru, topic:eu, country:TR, active:30")
    return found


def _wishes(name: str, value: str) -> dict[str, Any] | None:
    """Return the part of an audience that is about what people follow, None when it is another."""
    match name:
        case "topic":
            return {"topic": Topic.parse(value)}
        case "country":
            return {"topic": Topic.parse(f"{name}:{value}")}
        case "topics":
            first, *also = dict.fromkeys(Topic.parse(one) for one in value.split("|"))
            return {"topic": first, "also": tuple(also)}
        case "trips" if all(value.split("|")):
            return {"trips": tuple(dict.fromkeys(value.split("|")))}
        case "not":
            return {"without": Topic.parse(value)}
    return None


def _people(name: str, value: str) -> dict[str, Any] | None:
    """Return the part of an audience that is about the people themselves, None when it is another."""
    match name:
        case "lang":
            return {"language": Language(value)}
        case "active" if int(value) > 0:
            return {"active_days": int(value)}
        case "users":
            return {"user_ids": tuple(int(one) for one in value.split("|"))}
        case "reminders":
            return {"reminders": int(value)}
    return None
