"""The editors' desk: history of destinations, the watch, aliases, counted questions."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def upgrade() -> None:
    op.create_table(
        "destination_version",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("iso2", sa.String(length=2), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=False),
        _text("origin"),
        _text("reason"),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("undoes", sa.BigInteger(), nullable=True),
        _text("key"),
        sa.Column("campaigns", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["undoes"], ["destination_version.id"], name=op.f("fk_destination_version_undoes_destination_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_destination_version")),
    )
    op.create_index("ix_destination_version_iso2", "destination_version", ["iso2"])
    op.create_index("ix_destination_version_key", "destination_version", ["key"])
    op.add_column("phrase", sa.Column("edited_at", sa.BigInteger(), nullable=True))
    op.add_column("phrase", sa.Column("edited_by", sa.BigInteger(), nullable=True))
    op.create_table(
        "editor_alias",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("iso2", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("added_by", sa.BigInteger(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", "iso2", name=op.f("pk_editor_alias")),
    )
    op.create_table(
        "feed",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        *(_text(name) for name in ("name", "kind", "language", "what", "origin")),
        sa.Column("added_by", sa.BigInteger(), nullable=True),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.Column("muted_at", sa.BigInteger(), nullable=True),
        sa.Column("removed_at", sa.BigInteger(), nullable=True),
        _text("etag"),
        _text("last_modified"),
        sa.Column("next_look_at", sa.BigInteger(), nullable=True),
        sa.Column("looked_at", sa.BigInteger(), nullable=True),
        sa.Column("succeeded_at", sa.BigInteger(), nullable=True),
        sa.Column("newest_item_at", sa.BigInteger(), nullable=True),
        _text("outcome"),
        _text("detail"),
        sa.Column("failures", sa.Integer(), server_default="0", nullable=False),
        sa.Column("failing_since", sa.BigInteger(), nullable=True),
        sa.Column("told_failing_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed")),
        sa.UniqueConstraint("url", name=op.f("uq_feed_url")),
    )
    op.create_table(
        "news_draft",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        *(_text(name) for name in ("subject", "places", "stage", "state")),
        sa.Column("found_at", sa.BigInteger(), nullable=False),
        sa.Column("told_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("decided_by", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("event_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"], ["talks_event.id"], name=op.f("fk_news_draft_event_id_talks_event"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news_draft")),
    )
    op.create_index("ix_news_draft_state", "news_draft", ["state"])
    op.create_table(
        "news_item",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("feed_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.Column("draft_id", sa.BigInteger(), nullable=True),
        *(_text(name) for name in ("link", "title", "summary", "language")),
        sa.Column("published_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["feed_id"], ["feed.id"], name=op.f("fk_news_item_feed_id_feed"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["news_draft.id"], name=op.f("fk_news_item_draft_id_news_draft"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news_item")),
        sa.UniqueConstraint("feed_id", "key", name=op.f("uq_news_item_feed_id_key")),
    )
    op.create_index("ix_news_item_draft_id", "news_item", ["draft_id"])
    op.create_table(
        "news_notice",
        sa.Column("draft_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["news_draft.id"], name=op.f("fk_news_notice_draft_id_news_draft"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("draft_id", "chat_id", name=op.f("pk_news_notice")),
    )
    op.add_column("campaign", sa.Column("channel_posts", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("unanswered", _text("fold"))
    op.add_column("unanswered", _text("closed_as"))
    op.execute("UPDATE unanswered SET fold = text")
    op.create_index("ix_unanswered_fold", "unanswered", ["fold"])
    op.create_table(
        "question_count",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("intent", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "intent", "language", name=op.f("pk_question_count")),
    )
    op.create_table(
        "chore",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_chore")),
    )


def downgrade() -> None:
    for table in ("chore", "question_count", "news_notice", "news_item", "news_draft", "feed", "editor_alias"):
        op.drop_table(table)
    op.drop_table("destination_version")
    with op.batch_alter_table("campaign") as batch:
        batch.drop_column("channel_posts")
    with op.batch_alter_table("phrase") as batch:
        batch.drop_column("edited_by")
        batch.drop_column("edited_at")
    op.drop_index("ix_unanswered_fold", "unanswered")
    with op.batch_alter_table("unanswered") as batch:
        batch.drop_column("closed_as")
        batch.drop_column("fold")
