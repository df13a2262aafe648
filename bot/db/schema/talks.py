"""The EU talks."""

import sqlalchemy as sa

from bot.db.schema.base import Id, Instant, metadata, text

talks_stage = sa.Table(
    "talks_stage",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, nullable=False, unique=True),
    *(text(f"{part}_{lang}") for part in ("title", "who", "trace") for lang in ("en", "ru", "kk")),
    text("legal_basis"),
    text("about_ru"),
    text("about_kk"),
)

talks_peer = sa.Table(
    "talks_peer",
    metadata,
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("partner", sa.String(2), nullable=False),
    text("stage"),
    text("date"),
    text("value"),
    text("note_en"),
    text("source_url"),
)

talks_topic = sa.Table(
    "talks_topic",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, nullable=False),
    text("title_en"),
    text("title_ru"),
    text("title_kk"),
    text("today_en"),
    text("typical_en"),
    text("source_url"),
)

talks_event = sa.Table(
    "talks_event",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    text("date"),
    text("stage"),
    sa.Column("moves", sa.Boolean, nullable=False, server_default=sa.false()),
    text("title_en"),
    text("title_ru"),
    text("title_kk"),
    text("details_en"),
    text("details_ru"),
    text("details_kk"),
    text("source_name"),
    text("source_url"),
    text("confidence"),
    text("origin"),  # file or desk
    sa.Column("seed_key", sa.Text, unique=True),  # which row of the file it is, whatever an editor made of it since
    sa.Column("published_by", sa.BigInteger),
    sa.Column("published_at", Instant),
    sa.Column("edited_at", Instant),
    sa.Column("withdrawn_at", Instant),
)

source_check = sa.Table(  # when the sources of a subject were looked at last
    "source_check",
    metadata,
    sa.Column("subject", sa.Text, primary_key=True),
    sa.Column("checked_on", sa.Date, nullable=False),
    sa.Column("newest_report", sa.Date, nullable=False),
)
