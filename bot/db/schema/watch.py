"""Feeds, what they brought, and what editors made of it."""

import sqlalchemy as sa

from bot.db.schema.base import Id, Instant, metadata, text

feed = sa.Table(  # a source of news that is looked at
    "feed",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("url", sa.Text, nullable=False, unique=True),
    text("name"),
    text("kind"),
    text("language"),
    text("what"),
    text("origin"),  # file or desk
    sa.Column("added_by", sa.BigInteger),
    sa.Column("added_at", Instant, nullable=False),
    sa.Column("muted_at", Instant),
    sa.Column("removed_at", Instant),
    text("etag"),
    text("last_modified"),
    sa.Column("next_look_at", Instant),  # NULL: at once
    sa.Column("looked_at", Instant),
    sa.Column("succeeded_at", Instant),  # NULL: the first look is still to come
    sa.Column("newest_item_at", Instant),
    text("outcome"),  # of the last look
    text("detail"),  # an HTTP status or so
    sa.Column("failures", sa.Integer, nullable=False, server_default="0"),  # in a row
    sa.Column("failing_since", Instant),
    sa.Column("told_failing_at", Instant),  # when the editors were told of the present failure
)

news_draft = sa.Table(  # an event as the feeds report it, until an editor has decided
    "news_draft",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    text("subject"),  # talks or regime
    text("places"),  # ISO codes joined by |
    text("stage"),  # the guess, empty where there is none
    text("state"),
    sa.Column("found_at", Instant, nullable=False),
    sa.Column("told_at", Instant),  # when the editors were told
    sa.Column("changed_at", Instant, nullable=False),  # the last source or decision
    sa.Column("decided_by", sa.BigInteger),
    sa.Column("decided_at", Instant),
    sa.Column("event_id", sa.BigInteger, sa.ForeignKey("talks_event.id", ondelete="SET NULL")),
    sa.Index("ix_news_draft_state", "state"),
)

news_item = sa.Table(  # what a feed brought; of what concerns nobody the key alone is kept
    "news_item",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("feed_id", sa.BigInteger, sa.ForeignKey("feed.id", ondelete="CASCADE"), nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("seen_at", Instant, nullable=False),
    sa.Column("draft_id", sa.BigInteger, sa.ForeignKey("news_draft.id", ondelete="CASCADE")),
    text("link"),
    text("title"),
    text("summary"),
    text("language"),
    sa.Column("published_at", Instant),
    sa.UniqueConstraint("feed_id", "key"),
    sa.Index("ix_news_item_draft_id", "draft_id"),
)

news_notice = sa.Table(  # the messages in which editors see a draft: redrawn when a source or a decision comes
    "news_notice",
    metadata,
    sa.Column("draft_id", sa.BigInteger, sa.ForeignKey("news_draft.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("chat_id", sa.BigInteger, primary_key=True),
    sa.Column("message_id", sa.BigInteger, nullable=False),
)
