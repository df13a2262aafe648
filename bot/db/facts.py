"""Reads all facts at once, for the snapshot that answers are made from."""

import re
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db import schema
from bot.db.engine import Database
from bot.db.facts_rows import DESTINATION_COLUMNS
from bot.db.revision import read_revision
from bot.domain.destination import Confidence, Destination, MfaGroup, Regime, Region
from bot.domain.facts import ALIAS, Facts, PlaceName, RegimeChange, SourceCheck
from bot.domain.howto import Howto
from bot.domain.language import Language
from bot.domain.question import Practical
from bot.domain.talks import PartialDate, PeerStep, Stage, StageInfo, TalksEvent, TalksTopic

Phrases = Mapping[str, Mapping[Language, str]]
Record = Mapping[str, Any]


class DatabaseFacts:
    """The facts in the database; what bot.services.catalogue asks for as a FactsStore."""

    def __init__(self, db: Database) -> None:
        """Read from this database."""
        self._db = db

    async def read_revision(self) -> int:
        """Return the number that grows with every change, 0 before the first facts."""
        async with self._db.read() as c:
            return await read_revision(c)

    async def read_facts(self) -> Facts:
        """Return all facts as of one moment."""
        async with self._db.read() as c:
            return await read_facts(c)


async def read_facts(c: AsyncConnection) -> Facts:
    """Return all facts that this connection sees."""
    phrases = {row["en"]: {lang: row[lang] for lang in Language} for row in await _all(c, schema.phrase)}
    stages = await _all(c, sa.select(schema.talks_stage).order_by(schema.talks_stage.c.position))
    topics = await _all(c, sa.select(schema.talks_topic).order_by(schema.talks_topic.c.position))
    peers = await _all(c, sa.select(schema.talks_peer).order_by(schema.talks_peer.c.position))
    return Facts(
        revision=await read_revision(c),
        destinations=tuple(map(destination_of, await _all(c, schema.destination))),
        names=await _names(c),
        howto=tuple(map(_howto, await _all(c, schema.howto))),
        phrases=phrases,
        events=await _events(c, phrases),
        stages=tuple(map(_stage, stages)),
        peers=tuple(map(_peer, peers)),
        topics=tuple(_topic(row, phrases) for row in topics),
        changes=await _changes(c),
        checks={
            row["subject"]: SourceCheck(row["checked_on"], row["newest_report"])
            for row in await _all(c, schema.source_check)
        },
    )


def destination_of(row: Record) -> Destination:
    """Return the destination of a row of the table."""
    values = {name: row[name] for name in DESTINATION_COLUMNS}
    values |= {
        "region": Region(row["region"]),
        "regime": Regime(row["regime"]),
        "mfa_group": MfaGroup(row["mfa_group"]) if row["mfa_group"] else None,
        "confidence": Confidence(row["confidence"]),
    }
    return Destination(**values)


def event_of(row: Record, phrases: Phrases) -> TalksEvent:
    """Return the event of a row of the table; details that have no translation stay English."""
    return TalksEvent(
        id=row["id"],
        date=PartialDate.parse(row["date"]),
        stage=Stage(row["stage"]),
        moves=row["moves"],
        titles={lang: row[f"title_{lang}"] for lang in Language},
        details={lang: row[f"details_{lang}"] or _translated(row["details_en"], lang, phrases) for lang in Language},
        source_name=row["source_name"],
        source_urls=_links(row["source_url"]),
        confidence=row["confidence"],
        withdrawn=row["withdrawn_at"] is not None,
    )


async def _all(c: AsyncConnection, table: "sa.Table | sa.Select[Any]") -> list[dict[str, Any]]:
    query = sa.select(table) if isinstance(table, sa.Table) else table
    return [dict(row) for row in (await c.execute(query)).mappings()]


async def _names(c: AsyncConnection) -> tuple[PlaceName, ...]:
    """Return the shipped names, then those that editors added."""
    shipped = [PlaceName(**row) for row in await _all(c, schema.place_name)]
    added = await _all(c, sa.select(schema.editor_alias).order_by(schema.editor_alias.c.added_at))
    return (*shipped, *(PlaceName(row["iso2"], row["name"], row["language"], ALIAS) for row in added))


async def _events(c: AsyncConnection, phrases: Phrases) -> tuple[TalksEvent, ...]:
    query = sa.select(schema.talks_event).where(schema.talks_event.c.withdrawn_at.is_(None))
    events = [event_of(row, phrases) for row in await _all(c, query)]
    return tuple(sorted(events, key=lambda event: (event.date.first_day, event.id), reverse=True))


async def _changes(c: AsyncConnection) -> tuple[RegimeChange, ...]:
    changes = [_change(row) for row in await _all(c, schema.destination_change)]
    return tuple(sorted(changes, key=lambda change: change.date, reverse=True))


def _change(row: Record) -> RegimeChange:
    return RegimeChange(
        iso2=row["iso2"],
        date=PartialDate.parse(row["date"]),
        old=Regime(row["old_regime"]) if row["old_regime"] else None,
        new=Regime(row["new_regime"]),
        stay_days=row["stay_days"],
        source_url=row["source_url"],
        note=row["note"],
    )


def _howto(row: Record) -> Howto:
    return Howto(
        place=row["place"],
        practical=Practical(row["practical"]),
        answers={lang: row[f"answer_{lang}"] for lang in Language},
        source_name=row["source_name"],
        source_url=row["source_url"],
        as_of=row["as_of"],
        confidence=Confidence(row["confidence"]),
    )


def _stage(row: Record) -> StageInfo:
    return StageInfo(
        stage=Stage(row["id"]),
        titles={lang: row[f"title_{lang}"] for lang in Language},
        who={lang: row[f"who_{lang}"] for lang in Language},
        trace={lang: row[f"trace_{lang}"] for lang in Language},
        about={lang: row[f"about_{lang}"] for lang in Language},
    )


def _peer(row: Record) -> PeerStep:
    return PeerStep(
        partner=row["partner"],
        stage=Stage(row["stage"]),
        date=PartialDate.parse(row["date"]) if row["date"] else None,
        value=row["value"],
        note=row["note_en"],
        source_url=row["source_url"],
    )


def _topic(row: Record, phrases: Phrases) -> TalksTopic:
    return TalksTopic(
        id=row["id"],
        titles={lang: row[f"title_{lang}"] for lang in Language},
        today={lang: _translated(row["today_en"], lang, phrases) for lang in Language},
        typical={lang: _translated(row["typical_en"], lang, phrases) for lang in Language},
        source_urls=_links(row["source_url"]),
    )


def _translated(text: str, language: Language, phrases: Phrases) -> str:
    return phrases.get(text, {}).get(language) or text


def _links(text: str) -> tuple[str, ...]:
    """Take the addresses out of the file's form, where a remark in brackets may follow each."""
    return tuple(re.sub(r" \(.*\)$", "", part.strip()) for part in text.split(" ; ") if part.strip())
