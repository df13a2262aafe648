"""The talks: where they stand on the shipped facts, how long others took, what may be published."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.language import Language
from bot.domain.talks import PAUSES, STEPS, NewEvent, PartialDate, Stage, TalksEvent
from bot.services.catalogue import Catalogue
from bot.services.event_rules import EventError, check_event, parse_date, parse_stage, read_event, site_of
from bot.services.talks_peers import peers_of
from bot.services.talks_state import Agreement, Progress, standing_before, standing_of, state_of
from tests.facts import shipped

TODAY = date(2026, 11, 23)
TITLES = {Language.RU: "Третий раунд", Language.KK: "Үшінші раунд"}


def event(number: int, day: str, stage: Stage, *, moves: bool = True) -> TalksEvent:
    return TalksEvent(number, PartialDate.parse(day), stage, moves, TITLES, {}, "S", ("https://a.kz",), "high")


def with_events(*events: TalksEvent) -> Catalogue:
    newest_first = sorted(events, key=lambda one: (one.date.first_day, one.id), reverse=True)
    return replace(shipped(), events=tuple(newest_first))


def test_the_shipped_facts_tell_two_rounds_and_how_long_ago() -> None:
    state = state_of(shipped(), date(2026, 11, 22))
    assert (state.stage, state.position, len(state.rounds)) == (Stage.ROUND, 5, 2)
    assert state.now is not None
    assert (str(state.now.event.date), state.now.round) == ("2026-03-03", 2)
    assert (state.days_since_mandate, state.days_since_launch, state.days_since_last_round) == (605, 355, 264)
    assert state.days_from_mandate_to_launch == 250
    assert str(state.since) == "2025-12-02"
    assert state.next_stage is Stage.NEGOTIATORS_CONCLUSION
    assert (state.newest_report, state.checked_on) == (date(2026, 3, 3), date(2026, 11, 22))


def test_both_agreements_are_tracked_side_by_side() -> None:
    agreements = state_of(shipped(), TODAY).agreements
    assert agreements == ((Agreement.VISAS, Stage.ROUND, 2), (Agreement.READMISSION, Stage.ROUND, 2))


def test_the_stepper_has_what_is_done_what_is_now_and_what_lies_ahead() -> None:
    steps = state_of(shipped(), TODAY).steps
    assert [step.stage for step in steps] == list(STEPS)
    assert [step.progress for step in steps] == [Progress.DONE] * 4 + [Progress.NOW] + [Progress.AHEAD] * 8
    assert [str(step.date) if step.date else "" for step in steps[:5]] == [
        "2023-05-15", "", "2025-03-27", "2025-12-01", "2025-12-02",
    ]  # fmt: skip


def test_ratification_by_kazakhstan_says_nothing_of_the_european_parliament() -> None:
    catalogue = with_events(*shipped().events, event(900, "2027-01-01", Stage.PARTNER_RATIFICATION))
    steps = {step.stage: step.progress for step in state_of(catalogue, date(2027, 2, 1)).steps}
    assert steps[Stage.SIGNATURE] is Progress.DONE
    assert steps[Stage.EP_CONSENT] is steps[Stage.COUNCIL_CONCLUSION] is Progress.AHEAD
    assert steps[Stage.PARTNER_RATIFICATION] is Progress.NOW


@pytest.mark.parametrize("pause", PAUSES)
def test_paused_talks_keep_the_step_they_had_reached(pause: Stage) -> None:
    state = state_of(with_events(*shipped().events, event(900, "2026-10-01", pause)), TODAY)
    assert state.pause is pause
    assert state.stage is Stage.ROUND
    assert [step.stage for step in state.steps if step.progress is Progress.PAUSED] == [Stage.ROUND]
    assert not [step for step in state.steps if step.progress is Progress.NOW]


def test_talks_that_go_on_after_a_pause_are_paused_no_more() -> None:
    paused = event(900, "2026-10-01", Stage.STALLED)
    state = state_of(with_events(*shipped().events, paused, event(901, "2026-11-01", Stage.ROUND)), TODAY)
    assert state.pause is None
    assert state.steps[state.position - 1].progress is Progress.NOW


def test_a_statement_is_told_beside_the_step_until_the_talks_move_again() -> None:
    said = event(900, "2026-10-01", Stage.ROUND, moves=False)
    background = event(901, "2026-10-05", Stage.CONTEXT, moves=False)
    state = state_of(with_events(*shipped().events, said, background), TODAY)
    assert state.statement == said
    assert state.now is not None
    assert state.now.event.id != said.id
    moved = state_of(with_events(*shipped().events, said, event(902, "2026-11-01", Stage.ROUND)), TODAY)
    assert moved.statement is None


def test_without_events_the_talks_have_not_begun() -> None:
    state = state_of(with_events(), TODAY)
    assert (state.now, state.position, state.rounds, state.days_since_launch) == (None, 1, (), None)


def test_an_event_moves_the_talks_from_where_they_stood() -> None:
    third = event(900, "2026-11-20", Stage.ROUND)
    before = standing_before(shipped().events, third)
    assert before is not None
    assert (before.stage, before.round, str(before.event.date)) == (Stage.ROUND, 2, "2026-03-03")
    assert standing_of(shipped().events, third).round == 3


@pytest.mark.parametrize(
    "one",
    [
        event(900, "2026-11-20", Stage.ROUND, moves=False),
        event(900, "2026-11-20", Stage.CONTEXT, moves=False),
        event(900, "2025-06-01", Stage.RECOMMENDATION),
    ],
    ids=["a statement", "the background", "what came to light late"],
)
def test_what_does_not_move_the_talks_has_no_before(one: TalksEvent) -> None:
    assert standing_before(shipped().events, one) is None


def test_peers_took_what_the_facts_say() -> None:
    peers = peers_of(shipped())
    spans = {peer.iso2: [span.days if span else None for span in (*peer.spans, peer.whole)] for peer in peers.countries}
    assert spans["AM"] == [70, 234, 60, 380, 674]
    assert spans["GE"] == [126, 237, 204, 257, 698]
    assert spans["AZ"] == [73, 515, 123, 276, 914]
    assert spans["CV"] == [39, 1016, 185, 766, 1967]
    assert spans["BY"] == [1067, 1964, 205, 175, 2344]
    assert spans["UA"] == [None, None, None, 197, None]
    assert [peer.whole.months for peer in peers.full if peer.whole] == [22, 23, 30, 65, 77]
    assert peers.range_in_months == (22, 77)


def test_a_month_without_a_day_makes_a_length_inexact() -> None:
    moldova = next(peer for peer in peers_of(shipped()).countries if peer.iso2 == "MD")
    assert moldova.spans[3] is not None
    assert not moldova.spans[3].exact


def test_kazakhstan_has_passed_the_time_of_two() -> None:
    assert [peer.iso2 for peer in peers_of(shipped()).initialled_within(356)] == ["AM", "GE"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-03-03", "2026-03-03"),
        ("03.03.2026", "2026-03-03"),
        ("3.3.2026", "2026-03-03"),
        (" 03.2026 ", "2026-03"),
        ("2026", "2026"),
        ("2026-11-23", "2026-11-23"),
    ],
)
def test_dates_are_read_as_people_write_them(written: str, read: str) -> None:
    assert str(parse_date(written, TODAY)) == read


@pytest.mark.parametrize("written", ["", "завтра", "30.02.2026", "2026-13", "03/03/2026", "1999", "2026-11-24", "2027"])
def test_a_date_that_is_none_or_lies_ahead_is_refused(written: str) -> None:
    with pytest.raises(EventError) as caught:
        parse_date(written, TODAY)
    assert caught.value.field == "date"


def test_stages_are_read_by_name_and_number() -> None:
    assert parse_stage(" Round ") is parse_stage("5") is Stage.ROUND
    assert parse_stage("13") is Stage.ENTRY_INTO_FORCE
    with pytest.raises(EventError, match="'14' is no stage: dialogue, "):
        parse_stage("14")


def read(**values: object) -> NewEvent:
    good = {"stage": "round", "date": "2026-11-20", "titles": TITLES, "source_url": "https://www.gov.kz/a"}
    return read_event(today=TODAY, **(good | values))  # type: ignore[arg-type]


def test_an_event_is_tidied() -> None:
    done = read(titles={Language.RU: " Третий \n раунд ", Language.KK: "Үшінші раунд"})
    assert done.titles[Language.RU] == "Третий раунд"
    assert done.source_name == "gov.kz"
    assert done.moves
    assert not read(stage="context").moves


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"titles": {Language.RU: "Раунд"}}, "title"),
        ({"titles": {**TITLES, Language.KK: "  "}}, "title"),
        ({"titles": {**TITLES, Language.RU: "р" * 201}}, "title"),
        ({"details": {Language.RU: "р" * 1501}}, "details"),
        ({"source_url": "gov.kz"}, "source_url"),
        ({"source_url": "javascript:alert(1)"}, "source_url"),
        ({"source_url": "https://"}, "source_url"),
        ({"source_url": "http://[bad"}, "source_url"),
        ({"source_url": ""}, "source_url"),
        ({"source_name": "и" * 121}, "source_name"),
        ({"stage": "rounds"}, "stage"),
        ({"date": "soon"}, "date"),
    ],
)
def test_what_is_wrong_is_named_in_one_line(values: dict[str, object], field: str) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]+$") as caught:
        read(**values)
    assert isinstance(caught.value, EventError)
    assert caught.value.field == field


def test_an_event_may_have_several_sources() -> None:
    urls = "https://a.kz/1\nhttps://b.kz/2 ; https://c.kz/?q=1;2"
    assert (
        check_event(read(source_url=urls), TODAY).source_url == "https://a.kz/1 ; https://b.kz/2 ; https://c.kz/?q=1;2"
    )
    assert site_of("https://www.inform.kz/ru") == "inform.kz"
