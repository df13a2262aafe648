"""Campaigns and deliveries."""

import sqlalchemy as sa

from bot.db.schema.base import Id, Instant, metadata

campaign = sa.Table(
    "campaign",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("audience", sa.Text, nullable=False),
    sa.Column("content", sa.JSON, nullable=False),
    sa.Column("total", sa.Integer, nullable=False, server_default="0"),
    sa.Column("fanned_out", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("fanned_to", sa.BigInteger),  # the last user id that has its row
    sa.Column("event_id", sa.BigInteger, sa.ForeignKey("talks_event.id")),
    sa.Column("iso2", sa.String(2)),
    sa.Column("target_id", sa.BigInteger, sa.ForeignKey("campaign.id")),  # whose sent messages this one changes
    sa.Column("to_channel", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("channel_message_id", sa.BigInteger),  # 0: Telegram refused it
    sa.Column("channel_posts", sa.JSON(none_as_null=True)),  # [[message_id, count], …]
    sa.Column("created_by", sa.BigInteger),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("scheduled_at", Instant),
    sa.Column("started_at", Instant),
    sa.Column("finished_at", Instant),
    sa.Index("ix_campaign_state", "state"),
)

campaign_count = sa.Table(  # settled deliveries by outcome, written with the settling: progress costs no count(*)
    "campaign_count",
    metadata,
    sa.Column("campaign_id", sa.BigInteger, sa.ForeignKey("campaign.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("outcome", sa.Text, primary_key=True),
    sa.Column("count", sa.Integer, nullable=False),
)

progress_message = sa.Table(  # where admins watch a campaign: edited while it runs, also after a restart
    "progress_message",
    metadata,
    sa.Column("campaign_id", sa.BigInteger, sa.ForeignKey("campaign.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("chat_id", sa.BigInteger, primary_key=True),
    sa.Column("message_id", sa.BigInteger, nullable=False),
)

delivery = sa.Table(
    "delivery",
    metadata,
    sa.Column("campaign_id", sa.BigInteger, sa.ForeignKey("campaign.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("user_id", sa.BigInteger, primary_key=True),
    sa.Column("language", sa.String(2), nullable=False),
    sa.Column("state", sa.Text, nullable=False, server_default="pending"),
    sa.Column("reason", sa.Text),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("not_before", Instant),
    sa.Column("first_tried_at", Instant),
    sa.Column("message_id", sa.BigInteger),  # the first one's of an album
    sa.Column("message_count", sa.Integer, nullable=False, server_default="1"),
    sa.Index(
        "ix_delivery_waiting",
        "not_before",
        sqlite_where=sa.text("state IN ('later', 'held')"),
        postgresql_where=sa.text("state IN ('later', 'held')"),
    ),
    sqlite_with_rowid=False,
)
