"""Updates, handlers and calls are counted, whatever becomes of them."""

from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import SendMessage
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.campaign import Audience, Campaign, CampaignKind, CampaignState, Content
from bot.services.measures import BOUNDS, Measures, Times
from bot.telegram.middlewares.measuring import CountedCalls
from bot.work_figures import measured_figures, queue_figures
from tests.databases import SqliteEngine
from tests.handlers.desk_town import desk_town
from tests.services.test_troubles import NOW

SEND = SendMessage(chat_id=1, text="x")


@given(st.lists(st.floats(0, 100)))
def test_times_add_up(seconds: list[float]) -> None:
    times = Times()
    for one in seconds:
        times.note(one)
    counts = times.cumulative()
    assert counts[-1] == (float("inf"), len(seconds))
    assert [bound for bound, _ in counts[:-1]] == list(BOUNDS)
    for bound, count in counts:
        assert count == sum(one <= bound for one in seconds)
    assert times.total == pytest.approx(sum(seconds))


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (None, "ok"),
        (TelegramRetryAfter(SEND, "slow", 3), "throttled"),
        (TelegramServerError(SEND, "502"), "server_error"),
        (TelegramNetworkError(SEND, "gone"), "lost"),
        (TelegramBadRequest(SEND, "no"), "refused"),
    ],
)
async def test_calls_count_by_their_outcome(error: Exception | None, outcome: str) -> None:
    async def make_request(*_: Any) -> None:
        if error is not None:
            raise error

    measures = Measures()
    with suppress(TelegramAPIError):
        await CountedCalls(measures)(make_request, None, SEND)  # type: ignore[arg-type]
    assert measures.calls == {("sendMessage", outcome): 1}


async def test_a_handler_that_fails_is_counted_by_its_name(
    sqlite_engine: SqliteEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object, **__: object) -> None:
        raise ValueError("broken")

    async with desk_town(sqlite_engine.copy("seeded")) as desk:
        measures = desk.work.measures
        assert measures.updates["message"] == 4
        assert not measures.failures
        monkeypatch.setattr(type(desk.app.subscriptions), "subscribe", fail)
        await desk.erlan.say("/subscribe eu")
    [(name, count)] = measures.failures.items()
    assert (name.partition(".")[0], count) == ("subscriptions", 1)
    assert measures.handlers[name].cumulative()[-1][1] == 1
    assert {figure.name for figure in measured_figures(measures)} > {"sapar_handler_seconds"}


def test_the_queue_is_as_old_as_its_oldest_campaign() -> None:
    def running(number: int, minutes: int, total: int, sent: int) -> Campaign:
        began = NOW - timedelta(minutes=minutes)
        counts, content = {"sent": sent}, Content({})
        state, kind = CampaignState.RUNNING, CampaignKind.ALERT
        return Campaign(number, kind, state, Audience(), content, total, True, counts, started_at=began)

    waiting, age = queue_figures([running(1, 9, 10, 10), running(2, 5, 10, 4), running(3, 2, 5, 0)], NOW)
    assert waiting.samples == {("alert",): 11}
    assert age.samples == {(): 300}
    waiting, age = queue_figures([], NOW)
    assert (waiting.samples, age.samples) == ({}, {(): 0})
