"""A broadcast in the making."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.campaign import Audience, CampaignState, Content
from bot.domain.language import Language


@dataclass(frozen=True, slots=True)
class Draft:
    """A campaign that is not confirmed yet; it becomes one under the same id.

    state: DRAFT, or what it has become since. scheduled_at: None to start at once when confirmed.
    """

    id: int
    created_by: int
    audience: Audience
    content: Content
    scheduled_at: datetime | None = None
    to_channel: bool = False
    state: CampaignState = CampaignState.DRAFT

    @property
    def is_open(self) -> bool:
        """Tell whether it still can be changed."""
        return self.state is CampaignState.DRAFT


@dataclass(frozen=True, slots=True)
class Recipients:
    """How many people an audience has, by language; left_out: those whose language has no message."""

    by_language: Mapping[Language, int]
    left_out: Mapping[Language, int]

    @property
    def total(self) -> int:
        """Return how many will get a message."""
        return sum(self.by_language.values())


@dataclass(frozen=True, slots=True)
class Watched:
    """A message in which an admin watches a campaign."""

    campaign_id: int
    chat_id: int
    message_id: int
