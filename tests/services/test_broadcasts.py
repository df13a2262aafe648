"""Drafts and their confirmation, on both databases."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.clock import now
from bot.db.audit import DatabaseAudit
from bot.db.drafts import DatabaseDrafts
from bot.db.engine import Database
from bot.domain.campaign import Audience, CampaignState, Content, Message
from bot.domain.draft import Draft
from bot.domain.language import Language
from bot.services.broadcasts import Broadcasts, Launch, fingerprint

AIGUL, ERLAN = 101, 102
HELLO = Message("sendMessage", {"text": "Привет"})
SALEM = Message("sendMessage", {"text": "Сәлем"})


@dataclass
class EngineOfTest:
    """Counts people and keeps what it is asked to send."""

    people: dict[Language, int] = field(default_factory=lambda: {Language.RU: 5, Language.KK: 3})
    created: list[tuple[Audience, Content, dict[str, Any]]] = field(default_factory=list)
    woken: int = 0

    def wake(self) -> None:
        self.woken += 1

    async def count(self, audience: Audience) -> int:
        return sum(n for language, n in self.people.items() if audience.language in (None, language))

    async def create(self, kind: object, audience: Audience, content: Content, **rest: Any) -> int:
        self.created.append((audience, content, rest))
        return 77


@dataclass
class Bench:
    """The service with what it works on."""

    service: Broadcasts
    drafts: DatabaseDrafts
    audit: DatabaseAudit
    engine: EngineOfTest

    async def written(self, language: Language = Language.RU, message: Message = HELLO) -> Draft:
        return await self.service.put(await self.service.begin(AIGUL), language, message)

    async def acts(self) -> list[str]:
        return [entry.action for entry in reversed(await self.audit.newest())]


@pytest.fixture
def bench(database: Database) -> Bench:
    drafts, audit, engine = DatabaseDrafts(database), DatabaseAudit(database), EngineOfTest()
    service = Broadcasts(drafts, engine, audit, now)
    return Bench(service, drafts, audit, engine)


async def test_a_draft_keeps_everything(bench: Bench) -> None:
    draft = await bench.written()
    draft = await bench.service.put(draft, Language.KK, SALEM)
    later = datetime(2027, 1, 1, tzinfo=UTC)
    audience = Audience.parse("lang:kk,country:TR,active:30")
    await bench.service.change(replace(draft, audience=audience, scheduled_at=later, to_channel=True))
    found = await bench.service.newest(AIGUL)
    assert found == Draft(draft.id, AIGUL, audience, Content({Language.RU: HELLO, Language.KK: SALEM}), later, True)


async def test_an_admin_has_one_draft_and_sees_no_other(bench: Bench) -> None:
    first = await bench.service.begin(AIGUL)
    theirs = await bench.service.begin(ERLAN)
    second = await bench.service.begin(AIGUL)
    assert await bench.service.newest(AIGUL) == second
    assert await bench.service.newest(ERLAN) == theirs
    assert await bench.service.find(theirs.id, AIGUL) is None
    assert first.id == second.id or await bench.service.find(first.id, AIGUL) is None


async def test_recipients_are_counted_by_language_and_the_others_named(bench: Bench) -> None:
    found = await bench.service.recipients(await bench.written())
    assert (found.by_language, found.left_out, found.total) == ({Language.RU: 5}, {Language.KK: 3}, 5)


async def test_an_audience_of_one_language_leaves_nobody_out(bench: Bench) -> None:
    draft = replace(await bench.written(), audience=Audience(language=Language.RU))
    found = await bench.service.recipients(draft)
    assert (found.total, found.left_out) == (5, {})


async def test_confirming_starts_it_once(bench: Bench) -> None:
    draft = await bench.written()
    seen = fingerprint(draft)
    launches = [await bench.service.confirm(draft.id, AIGUL, seen) for _ in range(3)]
    assert launches == [Launch.STARTED, Launch.ALREADY, Launch.ALREADY]
    found = await bench.drafts.find(draft.id, AIGUL)
    assert found is not None
    assert found.state is CampaignState.RUNNING
    assert (bench.engine.woken, await bench.acts()) == (1, ["broadcast.confirm"])


async def test_two_taps_at_once_start_it_once(bench: Bench) -> None:
    draft = await bench.written()
    launches = await asyncio.gather(*[bench.service.confirm(draft.id, AIGUL, fingerprint(draft)) for _ in range(5)])
    assert sorted(launches) == [Launch.ALREADY] * 4 + [Launch.STARTED]


async def test_what_was_not_previewed_is_not_sent(bench: Bench) -> None:
    draft = await bench.written()
    seen = fingerprint(draft)
    await bench.service.put(draft, Language.RU, SALEM)
    assert await bench.service.confirm(draft.id, AIGUL, seen) is Launch.CHANGED
    assert await bench.service.newest(AIGUL) is not None


async def test_the_fingerprint_survives_the_database(bench: Bench) -> None:
    draft = await bench.written()
    await bench.service.change(replace(draft, scheduled_at=now() + timedelta(hours=1, microseconds=1)))
    found = await bench.service.newest(AIGUL)
    assert found is not None
    assert await bench.service.confirm(draft.id, AIGUL, fingerprint(found)) is Launch.SCHEDULED


async def test_a_time_that_passed_meanwhile_is_asked_for_again(bench: Bench) -> None:
    draft = await bench.service.change(replace(await bench.written(), scheduled_at=now() - timedelta(minutes=1)))
    found = await bench.service.newest(AIGUL)
    assert found is not None
    assert await bench.service.confirm(draft.id, AIGUL, fingerprint(found)) is Launch.PAST


async def test_an_empty_draft_is_not_sent(bench: Bench) -> None:
    draft = await bench.service.begin(AIGUL)
    assert await bench.service.confirm(draft.id, AIGUL, fingerprint(draft)) is Launch.EMPTY


async def test_somebody_elses_draft_is_not_confirmed(bench: Bench) -> None:
    draft = await bench.written()
    assert await bench.service.confirm(draft.id, ERLAN, fingerprint(draft)) is Launch.ALREADY
    assert await bench.service.newest(AIGUL) is not None


async def test_a_sent_draft_can_neither_change_nor_be_dropped(bench: Bench) -> None:
    draft = await bench.written()
    await bench.service.confirm(draft.id, AIGUL, fingerprint(draft))
    await bench.service.put(draft, Language.RU, SALEM)
    assert not await bench.service.drop(draft.id, AIGUL)
    await bench.service.begin(AIGUL)
    found = await bench.drafts.find(draft.id, AIGUL)
    assert found is not None
    assert found.content.by_language[Language.RU] == HELLO


async def test_a_test_goes_to_the_admin_alone_in_any_language(bench: Bench) -> None:
    await bench.service.test(await bench.written(), AIGUL)
    audience, content, rest = bench.engine.created[0]
    assert audience == Audience(user_ids=(AIGUL,))
    assert content.by_language == {Language.RU: HELLO, Language.KK: HELLO}
    assert rest["created_by"] == AIGUL
    assert await bench.acts() == ["broadcast.test"]
    assert await bench.service.newest(AIGUL) is not None


async def test_dropping_is_written_down(bench: Bench) -> None:
    draft = await bench.written()
    assert await bench.service.drop(draft.id, AIGUL)
    assert not await bench.service.drop(draft.id, AIGUL)
    assert await bench.service.newest(AIGUL) is None
    assert await bench.acts() == ["broadcast.drop"]
