"""What /metrics shows of the bot."""

import pytest

from bot.assembly import App, assemble
from bot.db.engine import Database
from bot.domain.language import Language
from bot.figures import counted_figures, crash_figure, figures_of
from bot.settings import Settings
from tests.numbers import A_FEW, NOBODY, Numbers


@pytest.fixture
async def app(sqlite_facts: Database) -> App:
    return await assemble(Settings(_env_file=None), sqlite_facts)  # type: ignore[call-arg]


def test_people_and_subscriptions_are_gauges_by_kind() -> None:
    people, subscriptions = counted_figures(A_FEW)
    assert people.labels == ("state", "language")
    assert people.samples == {("active", "ru"): 2, ("active", "kk"): 1, ("blocked", "ru"): 1}
    assert subscriptions.samples == {("eu",): 2, ("country",): 1}
    assert [figure.samples for figure in counted_figures(NOBODY)] == [{}, {}]


async def test_questions_count_by_intent_and_language(app: App) -> None:
    app.unanswered.tally.count("country", Language.KK)
    by_name = {figure.name: figure for figure in await figures_of(app)}
    assert by_name["sapar_questions"].samples == {("country", "kk"): 1}
    assert by_name["sapar_questions"].kind == "counter"
    assert by_name["sapar_oldest_fact_age_days"].samples[()] > 365
    assert set(by_name) == {
        "sapar_questions", "sapar_catalogue_revision", "sapar_oldest_fact_age_days", "sapar_users",
        "sapar_subscriptions",
    }  # fmt: skip


async def test_scrapes_do_not_count_each_time(app: App) -> None:
    store = Numbers(A_FEW)
    app.insights.readings.store = store
    for _ in range(4):
        await figures_of(app)
    assert store.asked == 1


async def test_a_database_that_does_not_answer_leaves_the_other_figures(app: App) -> None:
    app.insights.readings.store = Numbers(A_FEW, fails=True)
    names = {figure.name for figure in await figures_of(app)}
    assert "sapar_questions" in names
    assert "sapar_users" not in names


def test_crashes_are_counted_by_task() -> None:
    assert crash_figure({"delivery": 2}).samples == {("delivery",): 2}
