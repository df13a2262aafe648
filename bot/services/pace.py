"""How fast a campaign goes, seen from outside: by what was settled between two looks."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.domain.campaign import Campaign, CampaignState

WINDOW = 30.0
"""Seconds over which the rate is the average."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Messages a second, and seconds until the last one; None while that can't be told."""

    rate: float | None = None
    left: float | None = None


@dataclass(slots=True)
class Pace:
    """Remembers the last looks at each running campaign."""

    clock: Callable[[], float] = time.monotonic
    _looks: dict[int, deque[tuple[float, int]]] = field(default_factory=dict)

    def look(self, campaign: Campaign) -> Speed:
        """Return the speed as of now; one that doesn't run has none and is forgotten."""
        if campaign.state is not CampaignState.RUNNING:
            self._looks.pop(campaign.id, None)
            return Speed()
        looks = self._looks.setdefault(campaign.id, deque())
        moment, settled = self.clock(), campaign.total - campaign.pending
        looks.append((moment, settled))
        while len(looks) > 2 and moment - looks[1][0] >= WINDOW:
            looks.popleft()
        began, before = looks[0]
        if moment - began < 1 or settled <= before:
            return Speed()
        rate = (settled - before) / (moment - began)
        return Speed(rate, campaign.pending / rate if campaign.fanned_out else None)
