"""What the statistics say in words, in the text and in the picture alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.domain.campaign import Reason
from bot.domain.language import Language
from bot.domain.statistics import largest
from bot.domain.topic import Topic
from bot.domain.watch import WatchHealth
from bot.i18n import Html, Texts
from bot.services.catalogue import Catalogue
from bot.services.insight import Insight
from bot.telegram.views.audiences import topic_in_words
from bot.telegram.views.settings import zone_title


@dataclass(frozen=True, slots=True)
class Board:
    """What the statistics are drawn with. zone: the bot's; health: of the watch."""

    texts: Texts
    catalogue: Catalogue
    insight: Insight
    zone: ZoneInfo
    health: WatchHealth

    @property
    def moment(self) -> Html:
        """Return when the numbers were counted: «23 ноября 2026, 12:05»."""
        local = self.insight.moment.astimezone(self.zone)
        return self.texts("moment", date=self.texts.long_date(local.date()), time=f"{local:%H:%M}")

    @property
    def moment_and_zone(self) -> Html:
        """Return the same with the time zone: «23 ноября 2026, 12:05 (Казахстан, UTC+5)»."""
        zone = zone_title(self.texts, str(self.zone), self.insight.moment)
        return self.texts("stats-moment", moment=self.moment, zone=zone)

    def followed(self, most: int) -> dict[str, int]:
        """Return how many follow what, by the topic's name, the most followed first, the rest as one."""
        named = {str(topic): count for topic, count in self.insight.followers.items()}
        return self._named(largest(named, most, ""), self._topic)

    def intents(self, most: int) -> dict[str, int]:
        """Return what was asked how often, by name, the most asked first, the rest as one."""
        return self._named(largest(self.insight.questions.by_intent, most, ""), self._intent)

    def language(self, language: Language) -> str:
        """Return a language's name."""
        return self.texts.plain(f"broadcast-language-{language}")

    def reasons(self, outcomes: Mapping[str, int], state: str) -> str:
        """Return why deliveries ended in a state, each reason with its count: «заблокировали бота — 12»."""
        counts = [(key.partition(":")[2], count) for key, count in outcomes.items() if key.startswith(f"{state}:")]
        return ", ".join(f"{self._reason(reason)} — {self.texts.number(count)}" for reason, count in counts if count)

    def _named(self, counts: Mapping[str, int], name: Callable[[str], str]) -> dict[str, int]:
        return {name(key) if key else self.texts.plain("stats-others"): count for key, count in counts.items()}

    def _topic(self, topic: str) -> str:
        return topic_in_words(self.texts, Topic.parse(topic), self.catalogue)

    def _intent(self, intent: str) -> str:
        key = f"stats-intent-{intent.replace('_', '-')}"
        return self.texts.plain(key) if self.texts.has(key) else intent  # counted by another release

    def _reason(self, reason: str) -> str:
        key = f"campaign-reason-{reason.replace('_', '-')}"
        return self.texts.plain(key if self.texts.has(key) else f"campaign-reason-{Reason.REFUSED}")
