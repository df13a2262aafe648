"""What reaches the editors, and what is one event: the samples of real feeds, and headlines written for this."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.talks import Stage
from bot.domain.watch import FeedKind, Item, Judgement, Subject
from bot.feeds.http import Answer
from bot.feeds.reading import read
from bot.understanding.gazetteer import Gazetteer
from bot.understanding.news import NewsReader, same_event

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "feeds" / "samples"
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
Told = tuple[Item, Judgement]


@cache
def reader() -> NewsReader:
    """Return a reader that knows the shipped names."""
    return NewsReader(Gazetteer.load(()))


@cache
def sample_items() -> tuple[Item, ...]:
    """Return the items of all samples."""
    files = sorted(SAMPLES.glob("*.xml"))
    answers = [(Answer(200, "https://a.kz", f.read_bytes()), f.name.split("_")[1]) for f in files]
    read_all = [read(answer, FeedKind.RSS, language, NOW) for answer, language in answers]
    return tuple(item for _, items in read_all for item in items)


@cache
def relevant_links() -> frozenset[str]:
    """Return the links that the labels call relevant."""
    with (SAMPLES / "labels.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["link"] for row in csv.DictReader(file) if row["expected"] == "relevant")


def headlines(name: str) -> Iterator[tuple[dict[str, str], Item]]:
    """Yield the rows of a file of headlines, each as an item."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            published = datetime.fromisoformat(row["date"]).replace(tzinfo=UTC)
            link = f"https://a.kz/{number}"
            yield row, Item(link, link, row["title"], row["summary"], published, row["language"])


def judged(items: Iterator[Item] | tuple[Item, ...]) -> list[Told]:
    return [(item, found) for item in items if (found := reader().judge(item)) is not None]


def folded(told: list[Told]) -> list[list[Told]]:
    """Return the reports by event, as the watch folds them: each joins the first event that has one like it."""
    events: list[list[Told]] = []
    for one in told:
        mine = next((event for event in events if any(same_event(reader(), one, other) for other in event)), None)
        if mine is None:
            events.append([one])
        else:
            mine.append(one)
    return events


def test_of_the_samples_all_that_is_relevant_reaches_the_editors_and_nothing_else() -> None:
    assert len(sample_items()) == 43
    assert {item.link for item, _ in judged(sample_items())} == relevant_links()
    assert all(found.subject is Subject.TALKS for _, found in judged(sample_items()))


def test_reports_of_one_event_in_the_samples_are_one() -> None:
    events = [{item.link for item, _ in event} for event in folded(judged(sample_items()))]
    parts = ("inform.kz/ru/kazahstantsam", "qazaq24.com", "6505244", "6075225")  # 22 January 2026, two languages
    january = next(event for event in events if any("qazaq24" in link for link in event))
    assert all(any(part in link for link in january) for part in parts)
    assert len(january) == 4
    first_round = next(
        event for event in events if any("tass.ru/mezhdunarodnaya-panorama/25807921" in one for one in event)
    )
    assert len(first_round) == 6
    announced = next(event for event in events if any("26010245" in one for one in event))
    assert any("qazinform" in link for link in announced)
    assert len(announced) == 2
    assert len(events) == 8


def test_the_steps_of_the_samples_are_told_from_statements() -> None:
    steps = {item.link: found.stage for item, found in judged(sample_items())}
    held = {link for link, stage in steps.items() if stage is not None}
    assert len(held) == 7
    assert {steps[link] for link in held} == {Stage.ROUND, Stage.LAUNCH}


@pytest.mark.parametrize(("name", "least", "most_false"), [("headlines.csv", 1.0, 0), ("headlines_aside.csv", 0.95, 1)])
def test_headlines_are_judged_rightly(name: str, least: float, most_false: int) -> None:
    wanted = right = false = 0
    for row, item in headlines(name):
        found = reader().judge(item)
        if row["subject"]:
            wanted += 1
            right += found is not None and (found.subject, "|".join(found.places)) == (row["subject"], row["places"])
        else:
            false += found is not None
    assert right / wanted >= least
    assert false <= most_false


@pytest.mark.parametrize("name", ["headlines.csv", "headlines_aside.csv"])
def test_headlines_of_one_event_and_of_no_other_fold(name: str) -> None:
    told = [
        (row["event"], (item, found))
        for row, item in headlines(name)
        if (found := reader().judge(item)) and row["event"]
    ]
    wrong = [
        (one[0].title, other[0].title)
        for (mine, one), (theirs, other) in combinations(told, 2)
        if same_event(reader(), one, other) != (mine == theirs)
    ]
    assert wrong == []


def test_with_all_dates_alike_a_held_round_is_no_announced_one() -> None:
    today = [(replace(item, published=NOW), found) for item, found in judged(sample_items())]
    for event in folded(today):
        assert len({found.stage is None for _, found in event}) == 1
    rounds = [event for event in folded(today) if event[0][1].stage is not None]
    assert len(rounds) == 2, "the first round and the second"


WORDS = (
    "Казахстан ЕС виза визы упрощение переговоры раунд Франция казахстанцы безвиз отменил подписал Иордания"
    " EU visa <b> \x00 ә"
)
TEXTS = st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join) | st.text(max_size=80)
ITEMS = st.builds(
    Item,
    key=st.just("k"),
    link=st.sampled_from(["", "https://a.kz/1", "https://a.kz/2"]),
    title=TEXTS,
    summary=TEXTS,
    published=st.none() | st.datetimes(datetime(2025, 1, 1), datetime(2026, 12, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    language=st.sampled_from(["", "ru", "kk", "en"]),
)


@given(ITEMS)
def test_any_text_is_judged_and_capitals_of_letters_do_not_matter_for_the_talks(item: Item) -> None:
    found = reader().judge(item)
    if found is not None and found.subject is Subject.REGIME:
        assert found.places == tuple(sorted(found.places)) != ()
    if found is not None and found.subject is Subject.TALKS:
        assert found.places == ()


@given(ITEMS, ITEMS)
def test_sameness_is_symmetric_and_each_is_the_same_as_itself(one: Item, other: Item) -> None:
    told = judged((one, other))
    for each in told:
        assert same_event(reader(), each, each) or each[0].published is None
    if len(told) == 2:
        assert same_event(reader(), told[0], told[1]) == same_event(reader(), told[1], told[0])


def test_endless_text_is_read_at_its_beginning_only() -> None:
    item = Item("k", "", "Казахстан и ЕС начали переговоры по визам " + "а" * 100_000, "б " * 100_000)
    found = reader().judge(item)
    assert found is not None
    assert found.subject is Subject.TALKS
