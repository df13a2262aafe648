"""Written forms of topics and audiences, quiet hours, flags, campaigns."""

from datetime import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.campaign import Audience, Campaign, CampaignKind, CampaignState, Content, DeliveryState, Message
from bot.domain.destination import Regime, flag
from bot.domain.language import Language
from bot.domain.topic import EU, LIST, NEWS, Topic, TopicKind
from bot.domain.user import QuietHours, Role

codes = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2)
topics = st.sampled_from([EU, LIST, NEWS]) | codes.map(Topic.country)
followed = st.lists(topics, max_size=4, unique=True)
audiences = st.builds(
    lambda several, **others: Audience(topic=next(iter(several), None), also=tuple(several[1:]), **others),
    followed,
    language=st.none() | st.sampled_from(list(Language)),
    active_days=st.none() | st.integers(1, 9999),
    user_ids=st.lists(st.integers(1, 2**52), max_size=3).map(tuple),
    without=st.none() | topics,
    trips=st.lists(st.sampled_from(["TR", "FR", "SCHENGEN"]), unique=True, max_size=2).map(tuple),
    reminders=st.none() | st.integers(0, 9),
)


@given(topics)
def test_a_topic_is_read_as_written(topic: Topic) -> None:
    assert Topic.parse(str(topic)) == topic


@given(audiences)
def test_an_audience_is_read_as_written(audience: Audience) -> None:
    assert Audience.parse(str(audience)) == audience


def test_several_topics_are_written_as_they_are_read() -> None:
    audience = Audience(topic=Topic.country("TR"), also=(LIST,), without=NEWS)
    assert str(audience) == "topics:country:TR|list,not:news"
    assert audience.topics == (Topic.country("TR"), LIST)
    assert Audience.parse("topics:list|list") == Audience(topic=LIST)


@pytest.mark.parametrize("wrong", [{"also": (LIST,)}, {"topic": LIST, "also": (LIST,)}])
def test_a_further_topic_needs_another_first_one(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="can't be added"):
        Audience(**wrong)


@given(st.text(max_size=20) | st.text("topicsnt:|,ABCRU", max_size=20).map("topics:".__add__))
def test_any_text_is_an_audience_or_a_value_error(text: str) -> None:
    try:
        Audience.parse(text)
    except ValueError as error:
        assert str(error)


@pytest.mark.parametrize(
    "text", ["", "eu:TR", "country", "country:", "country:TUR", "country:T1", "weather", "country:ТР"]
)
def test_what_is_no_topic_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="topic"):
        Topic.parse(text)


def test_a_country_topic_needs_its_code() -> None:
    with pytest.raises(ValueError, match="can't be"):
        Topic(TopicKind.COUNTRY)


@pytest.mark.parametrize(
    ("start", "end", "moment", "quiet"),
    [
        ("22:00", "08:00", "23:30", True),
        ("22:00", "08:00", "07:59", True),
        ("22:00", "08:00", "08:00", False),
        ("13:00", "15:00", "14:00", True),
        ("13:00", "15:00", "12:59", False),
        ("10:00", "10:00", "10:00", False),
    ],
)
def test_quiet_hours_may_pass_midnight(start: str, end: str, moment: str, quiet: bool) -> None:
    hours = QuietHours(time.fromisoformat(start), time.fromisoformat(end))
    assert hours.cover(time.fromisoformat(moment)) is quiet


def test_flags_are_made_of_the_code() -> None:
    assert (flag("TR"), flag("SCHENGEN")) == ("🇹🇷", "🇪🇺")


def test_every_regime_has_its_own_marker() -> None:
    assert len({regime.marker for regime in Regime}) == len(Regime)


@pytest.mark.parametrize(
    ("code", "language"), [("kk", "kk"), ("kk-KZ", "kk"), ("ru", "ru"), ("en", "ru"), (None, "ru")]
)
def test_the_language_is_guessed_from_telegrams_tag(code: str | None, language: str) -> None:
    assert Language.guess(code) == language


def test_counts_of_a_campaign_add_up() -> None:
    campaign = Campaign(
        1,
        CampaignKind.ALERT,
        CampaignState.RUNNING,
        Audience(),
        Content({}),
        total=10,
        counts={"sent": 5, "failed:blocked": 2, "failed:refused": 1, "skipped:left": 1},
    )
    assert (campaign.pending, campaign.count(DeliveryState.FAILED)) == (1, 3)
    assert campaign.reasons == {"blocked": 2, "left": 1, "refused": 1}


def test_content_survives_the_database() -> None:
    content = Content({Language.RU: Message("sendMessage", {"text": "да"})})
    assert Content.from_json(content.to_json()) == content


def test_alerts_go_before_reminders_before_broadcasts_before_digests() -> None:
    assert [kind.priority for kind in CampaignKind] == [0, 1, 2, 3]
    assert CampaignState.DONE.is_over
    assert not CampaignState.PAUSED.is_over
    assert DeliveryState.SENT.is_settled
    assert not DeliveryState.HELD.is_settled


def test_only_editors_and_owners_are_admins() -> None:
    assert [role.is_admin for role in Role] == [False, True, True]
