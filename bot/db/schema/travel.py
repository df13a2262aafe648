"""What people asked to keep of their travels: trips, papers with a last day, and the reminders of both."""

import sqlalchemy as sa

from bot.db.schema.base import Id, Instant, metadata, text

trip = sa.Table(
    "trip",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("user_id", sa.BigInteger, sa.ForeignKey("users.telegram_id", ondelete="CASCADE"), nullable=False),
    sa.Column("place", sa.Text, nullable=False),  # ISO code or SCHENGEN
    sa.Column("first", sa.Date, nullable=False),
    sa.Column("last", sa.Date),  # NULL: still there
    sa.Column("kept", sa.Boolean, nullable=False, server_default=sa.false()),  # for the calculator
    sa.Column("followed", sa.Boolean, nullable=False, server_default=sa.false()),  # changes of rules until its end
    sa.Column("created_at", Instant, nullable=False),
    sa.UniqueConstraint("user_id", "place", "first"),
    sa.Index("ix_trip_place", "place", "user_id"),
)

paper = sa.Table(  # a passport or a visa
    "paper",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("user_id", sa.BigInteger, sa.ForeignKey("users.telegram_id", ondelete="CASCADE"), nullable=False),
    sa.Column("kind", sa.Text, nullable=False),  # passport or visa
    text("place"),  # whose visa; empty for a passport
    sa.Column("expires", sa.Date, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.UniqueConstraint("user_id", "kind", "place"),
)

reminder = sa.Table(
    "reminder",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("user_id", sa.BigInteger, sa.ForeignKey("users.telegram_id", ondelete="CASCADE"), nullable=False),
    sa.Column("kind", sa.Text, nullable=False),  # last_day, passport or visa
    text("place"),
    sa.Column("day", sa.Date, nullable=False),  # what it reminds of
    sa.Column("days_before", sa.Integer, nullable=False),
    sa.Column("due_at", Instant, nullable=False),
    sa.Column("campaign_id", sa.BigInteger, sa.ForeignKey("campaign.id")),  # what delivers it; NULL: not due yet
    sa.UniqueConstraint("user_id", "kind", "place", "day", "days_before"),
    sa.Index(  # those that wait: the others stay for as long as their day is ahead
        "ix_reminder_waiting",
        "due_at",
        sqlite_where=sa.text("campaign_id IS NULL"),
        postgresql_where=sa.text("campaign_id IS NULL"),
    ),
    sa.Index("ix_reminder_campaign_id", "campaign_id"),
)
