"""Checklists of the shipped facts."""

from dataclasses import replace

import pytest

from bot.domain.checklist import MOST_ITEMS
from bot.domain.howto import GENERAL
from bot.domain.language import Language
from bot.domain.question import SCHENGEN, Practical
from bot.services.catalogue import Catalogue
from bot.services.checklists import CONDITIONS, checklist_of, citations_of, is_borne_out, shipped_items
from tests.facts import shipped


@pytest.mark.parametrize("place", shipped_items())
def test_every_shipped_item_is_what_the_facts_say(place: str) -> None:
    items = shipped_items()[place]
    assert [item.words[Language.RU] for item in items if not is_borne_out(shipped(), item)] == []
    assert len(items) <= MOST_ITEMS


@pytest.mark.parametrize("place", shipped_items())
def test_every_checklist_names_its_sources(place: str) -> None:
    checklist = checklist_of(shipped(), place)
    if checklist is not None:
        assert {cited.url[:4] for cited in citations_of(shipped(), checklist)} == {"http"}


def test_items_are_cut_from_what_is_known() -> None:
    known = {(item.place, item.subject) for items in shipped_items().values() for item in items}
    assert {subject for _, subject in known} <= {*Practical, CONDITIONS}
    assert {place for place, _ in known} <= {SCHENGEN, GENERAL, *shipped().destinations}


def test_a_schengen_state_has_the_items_of_all_of_them_first() -> None:
    area, latvia = checklist_of(shipped(), SCHENGEN), checklist_of(shipped(), "LV")
    assert area is not None
    assert latvia is not None
    assert latvia.items[: len(area.items)] == area.items
    assert len(latvia.items) > len(area.items)


@pytest.mark.parametrize("place", ["TD", "??", "GENERAL", ""])
def test_there_is_no_checklist_where_the_facts_name_too_little(place: str) -> None:
    assert checklist_of(shipped(), place) is None


def test_an_item_goes_with_the_fact_behind_it_and_takes_the_revision_along() -> None:
    before = checklist_of(shipped(), "JP")
    after = checklist_of(without(shipped(), "JP", "Билеты не нужны, есть паспорт и копия, выписка из банка."), "JP")
    assert before is not None
    assert after is not None
    assert [item.words[Language.RU] for item in after.items] == ["Паспорт и копия", "Выписка из банка"]
    assert after.revision != before.revision


def without(catalogue: Catalogue, place: str, told: str) -> Catalogue:
    """Return the facts with other documents in Russian."""
    key = (place, Practical.DOCUMENTS)
    changed = replace(catalogue.howto[key], answers={**catalogue.howto[key].answers, Language.RU: told})
    return replace(catalogue, howto={**catalogue.howto, key: changed})
