"""What became of an event that was published."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Publication:
    """An event of the talks and the campaign that tells of it. is_new: False when it had been published before."""

    event_id: int
    campaign_id: int
    is_new: bool = True
