"""How the bot is doing, in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.language import Language
from bot.domain.topic import Topic
from bot.domain.user import UserState


@dataclass(frozen=True, slots=True)
class Statistics:
    """Numbers of one moment.

    by_state: all people. by_language, seen_day, seen_month, new_week: people who can be reached.
    followers: people who can be reached by topic, the most followed first. deliveries: by outcome (`sent`,
    `failed:blocked` …), of all campaigns that are kept.
    """

    by_state: Mapping[UserState, int]
    by_language: Mapping[Language, int]
    seen_day: int
    seen_month: int
    new_week: int
    followers: Mapping[Topic, int]
    deliveries: Mapping[str, int]

    def delivered(self, state: str) -> int:
        """Return how many deliveries ended in this state: `sent`, `failed` or `skipped`."""
        return sum(count for outcome, count in self.deliveries.items() if outcome.partition(":")[0] == state)
