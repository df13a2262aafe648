"""People, what they follow, what they asked and wrote; the log of the admins."""

import sqlalchemy as sa

from bot.db.schema.base import Id, Instant, metadata, text

users = sa.Table(
    "users",
    metadata,
    sa.Column("telegram_id", Id, primary_key=True, autoincrement=False),
    sa.Column("language", sa.String(2), nullable=False),
    sa.Column("language_chosen", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("state", sa.Text, nullable=False, server_default="active"),
    sa.Column("is_editor", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("cadence", sa.Text, nullable=False, server_default="at_once"),
    sa.Column("quiet_start", sa.Integer),  # minutes after midnight, local
    sa.Column("quiet_end", sa.Integer),
    sa.Column("timezone", sa.Text),
    sa.Column("silent", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("last_seen_at", Instant, nullable=False),
)

subscription = sa.Table(
    "subscription",
    metadata,
    sa.Column("topic", sa.Text, primary_key=True),
    sa.Column("user_id", sa.BigInteger, sa.ForeignKey("users.telegram_id", ondelete="CASCADE"), primary_key=True),
    sa.Column("created_at", Instant, nullable=False),
    sa.Index("ix_subscription_user_id", "user_id"),
    sqlite_with_rowid=False,
)

unanswered = sa.Table(  # questions not understood, without personal data, for the editors
    "unanswered",
    metadata,
    sa.Column("text", sa.Text, primary_key=True),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("count", sa.Integer, nullable=False, server_default="1"),
    sa.Column("last_asked_at", Instant, nullable=False),
    sa.Column("closed_at", Instant),
    text("fold"),  # the same for spellings of one question
    text("closed_as"),  # alias, fixed or dropped
    sa.Index("ix_unanswered_fold", "fold"),
)

question_count = sa.Table(  # questions of a day by what was asked: numbers only, nothing about who
    "question_count",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("intent", sa.Text, primary_key=True),
    sa.Column("language", sa.Text, primary_key=True),
    sa.Column("count", sa.Integer, nullable=False),
)

report = sa.Table(  # people's reports of mistakes and their feedback
    "report",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("user_id", sa.BigInteger, nullable=False),
    text("language"),
    text("subject"),  # ISO code or empty
    text("text"),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("answered_at", Instant),
    sa.Column("answered_by", sa.BigInteger),
)

conversation = sa.Table(  # aiogram's FSM, durable so that a draft survives a restart
    "conversation",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("state", sa.Text),
    sa.Column("data", sa.JSON(none_as_null=True)),
    sa.Column("updated_at", Instant, nullable=False),
)

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("at", Instant, nullable=False),
    sa.Column("actor", sa.BigInteger, nullable=False),  # 0: the command line
    text("action"),
    sa.Column("details", sa.JSON),
)

chore = sa.Table(  # when a periodic job was done last, so that a restart or a replica does not do it again
    "chore",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("done_at", Instant, nullable=False),
)
