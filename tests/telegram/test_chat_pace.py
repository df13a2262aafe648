"""What a single chat may get: a bulk message a second, a group twenty messages a minute."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.chat_pace import APART, GROUP_LIMIT, GROUP_WINDOW, ChatPace


def test_a_person_gets_a_bulk_message_a_second_and_replies_at_once() -> None:
    pace = ChatPace()
    assert pace.bulk(7, 100.0) == 0
    assert pace.bulk(7, 100.4) == pytest.approx(0.6)
    assert pace.bulk(8, 100.4) == 0
    assert pace.reply(7, 100.4) == 0
    assert pace.bulk(7, 101.0) == 0


@pytest.mark.parametrize("chat", [-100, "@channel"])
def test_a_group_gets_twenty_a_minute_whatever_they_are(chat: int | str) -> None:
    pace = ChatPace()
    for number in range(GROUP_LIMIT):
        assert (pace.reply if number % 2 else pace.bulk)(chat, 100.0 + number) == 0
    assert pace.reply(chat, 125.0) == pace.bulk(chat, 125.0) == pytest.approx(35.1)
    assert pace.reply(-200, 125.0) == 0
    assert pace.reply(chat, 160.2) == 0


def test_a_person_may_get_any_number_of_replies() -> None:
    pace = ChatPace()
    assert all(pace.reply(7, 100.0) == 0 for _ in range(100))


chats = st.sampled_from([-2, -1, 1, 2])


@given(st.lists(st.tuples(chats, st.booleans(), st.floats(0, 9)), max_size=200))
def test_no_minute_of_a_group_holds_more_and_nothing_is_remembered_for_ever(
    story: list[tuple[int, bool, float]],
) -> None:
    pace, now = ChatPace(), 0.0
    sent: list[tuple[int, bool, float]] = []
    for chat, is_bulk, pause in story:
        now += pause
        if (pace.bulk if is_bulk else pace.reply)(chat, now) == 0:
            sent.append((chat, is_bulk, now))
    for chat, is_bulk, moment in sent:
        before = [(kind, at) for other, kind, at in sent if other == chat and moment - GROUP_WINDOW < at <= moment]
        assert chat > 0 or len(before) <= GROUP_LIMIT
        assert not is_bulk or len([at for kind, at in before if kind and at > moment - APART]) <= 1
    pace.bulk(5, now + 100)
    pace.reply(-5, now + 100)
    assert (len(pace._last), len(pace._groups)) == (1, 1)
