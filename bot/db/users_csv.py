"""Moves whole audiences in and out: `telegram_id,language,topics`, a million lines in bounded memory."""

import asyncio
import csv
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import now
from bot.db.engine import Database
from bot.db.schema import destination, subscription, users
from bot.db.users_file import COLUMNS, Person, SortedPeople
from bot.domain.user import UserState

_BATCH = 10_000


@dataclass(slots=True)
class ImportReport:
    """What an import found and did.

    lines: good ones. problems: `line N: reason` of bad lines, the first 10,000; bad: how many there are in all.
    users, subscriptions: rows written that were not there before. written: False when bad lines stopped everything.
    """

    lines: int
    bad: int
    problems: list[str]
    users: int = 0
    subscriptions: int = 0
    written: bool = False


async def import_users(db: Database, path: Path, *, skip_bad: bool = False) -> ImportReport:
    """Add the people of a file and their topics.

    Known people keep the language they chose and all they had, and gain the topics. Nothing is written when a line
    is bad, unless skip_bad. The writing goes in short transactions, so that a running bot is not held up; an import
    that was cut off can simply be run again.
    Raises UsersFileError when the file as a whole is not a list of people.
    """
    with tempfile.TemporaryDirectory() as folder:
        people = SortedPeople(Path(folder))
        await asyncio.to_thread(people.read, path, await _codes(db))
        report = ImportReport(people.good, people.bad, people.problems)
        if report.bad and not skip_bad:
            return report
        for batch in people.batches(_BATCH):
            async with db.write() as c:
                await _write(c, batch, report)
    report.written = True
    return report


async def export_users(db: Database, path: Path) -> int:
    """Write everybody whose account exists, by id; return how many. The file is there whole or not at all."""
    partial = path.with_name(path.name + ".part")
    count = 0
    with partial.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        async with db.read() as c:
            last = 0
            while rows := await _page(c, last):
                writer.writerows(rows)
                last, count = rows[-1][0], count + len(rows)
    partial.replace(path)
    return count


async def _codes(db: Database) -> frozenset[str]:
    async with db.read() as c:
        return frozenset((await c.scalars(sa.select(destination.c.iso2))).all())


async def _page(c: AsyncConnection, after: int) -> list[tuple[int, str, str]]:
    left = users.c.state == UserState.DEACTIVATED.value
    query = sa.select(users.c.telegram_id, users.c.language).where(users.c.telegram_id > after, sa.not_(left))
    people = (await c.execute(query.order_by(users.c.telegram_id).limit(_BATCH))).all()
    if not people:
        return []
    topics: dict[int, list[str]] = {}
    chosen = subscription.c.user_id.between(people[0][0], people[-1][0])
    for who, topic in await c.execute(sa.select(subscription.c.user_id, subscription.c.topic).where(chosen)):
        topics.setdefault(who, []).append(topic)
    return [(who, language, "|".join(sorted(topics.get(who, [])))) for who, language in people]


async def _write(c: AsyncConnection, lines: list[Person], report: ImportReport) -> None:
    people = json.dumps([(who, language) for who, language, _ in lines])
    topics = json.dumps(sorted((topic, who) for who, _, wanted in lines for topic in wanted))
    moment = round(now().timestamp() * 1000)
    added = (await c.execute(_sql(c, _ADD_USERS), {"rows": people, "moment": moment})).rowcount
    if added < len(lines):
        await c.execute(_sql(c, _SET_LANGUAGES), {"rows": people})
    gained = (await c.execute(_sql(c, _ADD_TOPICS), {"rows": topics, "moment": moment})).rowcount
    report.users, report.subscriptions = report.users + added, report.subscriptions + gained


# One JSON text a chunk and one statement: many times faster than a row at a time, and the same on both engines.
_ADD_USERS = """
    INSERT INTO users (telegram_id, language, language_chosen, created_at, last_seen_at)
    SELECT CAST(value ->> 0 AS BIGINT), value ->> 1, TRUE, CAST(:moment AS BIGINT), CAST(:moment AS BIGINT)
    FROM {rows} WHERE TRUE ON CONFLICT DO NOTHING
"""
_SET_LANGUAGES = """
    UPDATE users SET language = value ->> 1, language_chosen = TRUE
    FROM {rows} WHERE telegram_id = CAST(value ->> 0 AS BIGINT) AND NOT language_chosen
"""
_ADD_TOPICS = """
    INSERT INTO subscription (topic, user_id, created_at)
    SELECT value ->> 0, CAST(value ->> 1 AS BIGINT), CAST(:moment AS BIGINT)
    FROM {rows} WHERE TRUE ON CONFLICT DO NOTHING
"""


def _sql(c: AsyncConnection, statement: str) -> sa.TextClause:
    on_sqlite = c.dialect.name == "sqlite"
    rows = "json_each(:rows)" if on_sqlite else "json_array_elements(CAST(:rows AS json)) AS rows (value)"
    return sa.text(statement.format(rows=rows))
