"""Who follows what, and how people name it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.domain.question import SCHENGEN, Question
from bot.domain.topic import EU, LIST, NEWS, Topic
from bot.understanding import Understanding

WORDS = {
    EU: (
        "eu", "ес", "евросоюз", "европа", "переговоры", "переговоры с ес", "шенген", "schengen",
        "ео", "еуроодақ", "еуропалық одақ", "еуропа", "келіссөз", "келіссөздер", "ео-мен келіссөз",
    ),
    LIST: (
        "list", "список", "список стран", "безвиз", "безвизовые", "безвизовый список",
        "тізім", "тизим", "визасыз", "визасыз тізім", "визасыз елдер",
    ),
    NEWS: ("news", "новости", "новости бота", "жаңалық", "жаңалықтар", "жаналыктар", "бот жаңалықтары"),
}  # fmt: skip
"""Topics that are no country, by the words people type after /subscribe."""

_BY_WORD = {word: topic for topic, words in WORDS.items() for word in words}


class SubscriptionStore(Protocol):
    """What this needs of a database."""

    async def add(self, user_id: int, topic: Topic) -> bool:
        """Subscribe a stored person; False when subscribed already."""
        ...

    async def remove(self, user_id: int, topic: Topic) -> bool:
        """Unsubscribe; False when there was no subscription."""
        ...

    async def remove_all(self, user_id: int) -> int:
        """Unsubscribe from everything; return from how many topics."""
        ...

    async def of(self, user_id: int) -> tuple[Topic, ...]:
        """Return a person's topics, in the order of subscribing."""
        ...

    async def has(self, user_id: int, topic: Topic) -> bool:
        """Tell whether a person is subscribed."""
        ...

    async def counts(self) -> Mapping[Topic, int]:
        """Return how many people who can be reached follow each topic."""
        ...


@dataclass(frozen=True, slots=True)
class Subscriptions:
    """Subscriptions of people. changed: told whose were changed."""

    store: SubscriptionStore
    changed: Callable[[int], None] = lambda _: None

    async def subscribe(self, user_id: int, topic: Topic) -> bool:
        """Follow a topic; False when it was followed already."""
        try:
            return await self.store.add(user_id, topic)
        finally:
            self.changed(user_id)

    async def unsubscribe(self, user_id: int, topic: Topic) -> bool:
        """Follow a topic no more; False when it was not followed."""
        try:
            return await self.store.remove(user_id, topic)
        finally:
            self.changed(user_id)

    async def unsubscribe_all(self, user_id: int) -> int:
        """Follow nothing more; return how many topics were followed."""
        try:
            return await self.store.remove_all(user_id)
        finally:
            self.changed(user_id)

    async def of(self, user_id: int) -> tuple[Topic, ...]:
        """Return what a person follows, in the order of subscribing."""
        return await self.store.of(user_id)

    async def follows(self, user_id: int, topic: Topic) -> bool:
        """Tell whether a person follows a topic."""
        return await self.store.has(user_id, topic)

    async def counts(self) -> Mapping[Topic, int]:
        """Return how many people who can be reached follow each topic, the most followed first."""
        return await self.store.counts()


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to follow. nearest: places that may have been meant when no topic was understood."""

    topics: tuple[Topic, ...]
    nearest: tuple[str, ...] = ()


def find_topics(text: str, understanding: Understanding) -> Wish:
    """Return the topics that a text names: `eu`, `list`, `news` in any language, or countries in any spelling."""
    found: list[Topic] = []
    for part in filter(None, (part.strip(" .!?«»\"'").lower() for part in text.replace(";", ",").split(","))):
        if part in _BY_WORD:
            found.append(_BY_WORD[part])
            continue
        question = understanding.understand(part)
        named = topics_of(question)
        if not named:
            return Wish((), question.namesakes if question.ask_back else question.nearest)
        found += named
    return Wish(tuple(dict.fromkeys(found)))


def topics_of(question: Question) -> tuple[Topic, ...]:
    """Return the topics that a question is about, the Schengen area being the talks; none when it asks back."""
    if question.ask_back:
        return ()
    named = {"eu": EU, "list": LIST, "news": NEWS}.get(question.subject or "")
    found = [EU if place == SCHENGEN else Topic.country(place) for place in question.places]
    return tuple(dict.fromkeys([*found, *([named] if named else [])]))
