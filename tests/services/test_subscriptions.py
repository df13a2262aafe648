"""Subscriptions: kept in a real database, named in any language."""

import pytest

from bot.clock import now
from bot.db.engine import Database
from bot.db.subscriptions import DatabaseSubscriptions
from bot.db.users import DatabaseUsers
from bot.domain.language import Language
from bot.domain.question import Intent, Question
from bot.domain.topic import EU, LIST, NEWS, Topic
from bot.domain.user import User
from bot.services.subscriptions import Subscriptions, find_topics, topics_of
from bot.understanding import Context, Understanding

TURKIYE, GEORGIA = Topic.country("TR"), Topic.country("GE")


class Gazetteer(Understanding):
    """Knows a few words: what the real one understands is its own tests' matter."""

    def __init__(self) -> None:
        """Know nothing else."""

    def understand(self, text: str, context: Context | None = None) -> Question:
        known = {"турцию": ("TR",), "түркия": ("TR",), "грузию": ("GE",), "шенгенская зона": ("SCHENGEN",)}
        if text == "конго":
            return Question(Intent.COUNTRY, ("CD",), namesakes=("CD", "CG"), ask_back=True)
        if text == "турцыю":
            return Question(Intent.OUT_OF_SCOPE, nearest=("TR",), understood=False)
        places = tuple(place for word, found in known.items() if word in text for place in found)
        return Question(Intent.COUNTRY if places else Intent.OUT_OF_SCOPE, places)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("eu", (EU,)),
        ("ЕС", (EU,)),
        ("ео", (EU,)),
        ("переговоры", (EU,)),
        ("Келіссөздер", (EU,)),
        ("шенгенская зона", (EU,)),
        ("список", (LIST,)),
        ("тізім", (LIST,)),
        ("новости", (NEWS,)),
        ("«Жаңалықтар»", (NEWS,)),
        ("турцию", (TURKIYE,)),
        ("Түркия", (TURKIYE,)),
        ("турцию и грузию", (TURKIYE, GEORGIA)),
        ("ес, турцию; новости", (EU, TURKIYE, NEWS)),
        ("турцию, турцию", (TURKIYE,)),
        ("луну", ()),
        (" , ", ()),
    ],
)
def test_topics_are_named_in_any_language(text: str, topics: tuple[Topic, ...]) -> None:
    assert find_topics(text, Gazetteer()).topics == topics


def test_what_is_not_certain_is_offered_and_not_followed() -> None:
    assert find_topics("конго", Gazetteer()).nearest == ("CD", "CG")
    wish = find_topics("ес, турцыю", Gazetteer())
    assert (wish.topics, wish.nearest) == ((), ("TR",))


def test_a_question_may_name_places_and_a_subject() -> None:
    assert topics_of(Question(Intent.SUBSCRIBE, ("TR",), subject="news")) == (TURKIYE, NEWS)
    assert topics_of(Question(Intent.SUBSCRIBE)) == ()


async def test_following_and_not(database: Database) -> None:
    await DatabaseUsers(database).add(User(7, Language.KK, created_at=now(), last_seen_at=now()))
    subscriptions = Subscriptions(DatabaseSubscriptions(database))
    assert await subscriptions.subscribe(7, EU)
    assert not await subscriptions.subscribe(7, EU)
    assert await subscriptions.subscribe(7, TURKIYE)
    assert await subscriptions.of(7) == (EU, TURKIYE)
    assert await subscriptions.follows(7, EU)
    assert dict(await subscriptions.counts()) == {TURKIYE: 1, EU: 1}
    assert await subscriptions.unsubscribe(7, EU)
    assert not await subscriptions.unsubscribe(7, EU)
    assert await subscriptions.unsubscribe_all(7) == 1
    assert await subscriptions.of(7) == ()
