"""The rate of a campaign seen from outside."""

from bot.domain.campaign import Audience, Campaign, CampaignKind, CampaignState, Content
from bot.services.pace import Pace, Speed


class Clock:
    """Seconds, set by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def campaign(sent: int, state: CampaignState = CampaignState.RUNNING, *, fanned_out: bool = True) -> Campaign:
    counts = {"sent": sent}
    return Campaign(
        7, CampaignKind.BROADCAST, state, Audience(), Content({}), total=1000, fanned_out=fanned_out, counts=counts
    )


def test_the_first_look_tells_nothing() -> None:
    assert Pace(Clock()).look(campaign(5)) == Speed()


def test_rate_and_time_left_come_from_two_looks() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.look(campaign(0))
    clock.now += 4
    assert pace.look(campaign(100)) == Speed(25.0, 36.0)


def test_only_the_last_half_minute_counts() -> None:
    clock = Clock()
    pace = Pace(clock)
    for seconds in range(0, 63, 3):
        clock.now = 100.0 + seconds
        slow = pace.look(campaign(min(seconds, 30)))
    assert slow == Speed()  # nothing was settled in the last thirty seconds


def test_time_left_is_unknown_while_recipients_are_counted() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.look(campaign(0, fanned_out=False))
    clock.now += 2
    assert pace.look(campaign(50, fanned_out=False)) == Speed(25.0, None)


def test_a_pause_begins_anew() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.look(campaign(0))
    clock.now += 10
    assert pace.look(campaign(100, CampaignState.PAUSED)) == Speed()
    clock.now += 100
    assert pace.look(campaign(100)) == Speed()
