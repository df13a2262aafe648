"""The snapshot of facts and its renewal."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.destination import Confidence
from bot.domain.facts import Facts, PlaceName, SourceCheck
from bot.domain.howto import GENERAL, Howto
from bot.domain.language import Language
from bot.domain.question import SCHENGEN, Practical
from bot.domain.talks import PartialDate, Stage, TalksEvent
from bot.services.catalogue import Catalogue, CatalogueHolder
from tests.services.facts_for_tests import destination


def howto(place: str, practical: Practical) -> Howto:
    answers = {Language.RU: f"ответ {place}", Language.KK: f"жауап {place}"}
    return Howto(place, practical, answers, "s", "https://example.org/", date(2026, 1, 1), Confidence.HIGH)


def event(day: str, stage: Stage) -> TalksEvent:
    titles = dict.fromkeys(Language, "t")
    return TalksEvent(1, PartialDate.parse(day), stage, True, titles, {}, "s", ("https://example.org/",), "high")


FACTS = Facts(
    revision=1,
    destinations=(destination("TR"), destination("DE", notes="Schengen; EU"), destination("FR", notes="Schengen")),
    names=(
        PlaceName("TR", "Турция", "ru", "cldr"),
        PlaceName("TR", "Турецкая Республика", "ru", "country"),
        PlaceName("TR", "Түркия", "kk", "cldr"),
        PlaceName("US", "Соединенные Штаты", "ru", "cldr"),
        PlaceName("US", "США", "ru", "usual"),
        PlaceName("US", "Америка", "ru", "colloquial"),
        PlaceName(SCHENGEN, "Шенген", "ru", "usual"),
        PlaceName("FR", "Франция", "ru", "country"),
        PlaceName("FR", "Французская Республика", "ru", "country"),
    ),
    howto=(
        howto(SCHENGEN, Practical.FEE),
        howto("DE", Practical.FEE),
        howto("TR", Practical.STAY),
        howto(GENERAL, Practical.PHOTO),
    ),
    phrases={"up to 90 days": {Language.RU: "до 90 дней", Language.KK: ""}},
    events=(event("2026-07", Stage.CONTEXT), event("2026-03-03", Stage.ROUND)),
    stages=(),
    peers=(),
    topics=(),
    changes=(),
    checks={"talks": SourceCheck(date(2026, 11, 22), date(2026, 3, 3))},
)


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue.of(FACTS)


def test_the_usual_name_is_shown_before_cldrs_and_an_alias_when_there_is_no_other(
    catalogue: Catalogue,
) -> None:
    assert catalogue.name("US", Language.RU) == "США"
    assert catalogue.name("TR", Language.RU) == "Турция"
    assert catalogue.name("FR", Language.RU) == "Франция"
    assert catalogue.name(SCHENGEN, Language.RU) == "Шенген"


def test_a_place_without_a_name_is_shown_in_english_and_an_unknown_one_by_its_code(catalogue: Catalogue) -> None:
    assert catalogue.name("DE", Language.KK) == "Name of DE"
    assert catalogue.name("QQ", Language.KK) == "QQ"


def test_schengen_states_use_schengens_answers_unless_they_have_their_own(catalogue: Catalogue) -> None:
    own, schengens = catalogue.howto_for("DE", Practical.FEE), catalogue.howto_for("FR", Practical.FEE)
    assert own is not None
    assert schengens is not None
    assert (own[0].answers[Language.RU], own[1]) == ("ответ DE", "DE")
    assert (schengens[0].answers[Language.RU], schengens[1]) == ("ответ SCHENGEN", SCHENGEN)
    assert catalogue.howto_for("TR", Practical.FEE) is None
    assert catalogue.howto_for(SCHENGEN, Practical.FEE) == schengens


def test_the_subjects_that_can_be_answered_are_known(catalogue: Catalogue) -> None:
    assert catalogue.practicals_of("FR") == (Practical.FEE,)
    assert catalogue.practicals_of("TR") == (Practical.STAY,)
    assert catalogue.general_howto(Practical.PHOTO) is not None
    assert catalogue.general_howto(Practical.FEE) is None


def test_a_phrase_without_a_translation_stays_english(catalogue: Catalogue) -> None:
    assert catalogue.phrase("up to 90 days", Language.RU) == "до 90 дней"
    assert catalogue.phrase("up to 90 days", Language.KK) == "up to 90 days"
    assert catalogue.phrase("unheard of", Language.RU) == "unheard of"


def test_the_newest_report_is_of_the_talks_not_of_what_happens_around_them(catalogue: Catalogue) -> None:
    assert catalogue.newest_report == date(2026, 3, 3)
    assert catalogue.talks_checked_on == date(2026, 11, 22)


def test_an_event_later_than_the_last_look_is_a_look(catalogue: Catalogue) -> None:
    later = Catalogue.of(replace(FACTS, events=(event("2026-12-01", Stage.ROUND), *FACTS.events)))
    assert (later.newest_report, later.talks_checked_on) == (date(2026, 12, 1), date(2026, 12, 1))
    unchecked = Catalogue.of(replace(FACTS, checks={}))
    assert unchecked.talks_checked_on == date(2026, 3, 3)


def test_a_snapshot_cant_be_changed(catalogue: Catalogue) -> None:
    with pytest.raises(TypeError):
        catalogue.destinations["TR"] = destination("TR")  # type: ignore[index]


class Store:
    """Facts that count how often they are read."""

    def __init__(self) -> None:
        self.facts, self.reads = FACTS, 0

    async def read_revision(self) -> int:
        return self.facts.revision

    async def read_facts(self) -> Facts:
        self.reads += 1
        return self.facts


async def test_facts_are_read_again_only_when_the_revision_differs() -> None:
    store = Store()
    holder = CatalogueHolder(store)
    assert await holder.refresh()
    first = holder.current
    assert not await holder.refresh()
    assert store.reads == 1
    store.facts = replace(FACTS, revision=2, destinations=())
    assert await holder.refresh()
    assert (holder.current.revision, len(holder.current.destinations)) == (2, 0)
    assert len(first.destinations) == 3


def test_there_is_no_snapshot_before_the_first_refresh() -> None:
    with pytest.raises(RuntimeError, match="refresh"):
        _ = CatalogueHolder(Store()).current
