"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.BigInteger(), nullable=False),
        sa.Column("action", sa.Text(), server_default="", nullable=False),
        sa.Column("details", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_table(
        "conversation",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("data", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_conversation")),
    )
    op.create_table(
        "destination",
        sa.Column("iso2", sa.String(length=2), nullable=False),
        sa.Column("iso3", sa.String(length=3), nullable=False),
        sa.Column("name_en", sa.Text(), server_default="", nullable=False),
        sa.Column("region", sa.Text(), server_default="", nullable=False),
        sa.Column("regime", sa.Text(), server_default="", nullable=False),
        sa.Column("stay_days", sa.Integer(), nullable=True),
        sa.Column("stay_rule", sa.Text(), server_default="", nullable=False),
        sa.Column("conditions", sa.Text(), server_default="", nullable=False),
        sa.Column("passport_validity_months", sa.Integer(), nullable=True),
        sa.Column("mfa_group", sa.Text(), nullable=True),
        sa.Column("source_name", sa.Text(), server_default="", nullable=False),
        sa.Column("source_url", sa.Text(), server_default="", nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=False),
        sa.Column("second_source_url", sa.Text(), server_default="", nullable=False),
        sa.Column("agreement", sa.Text(), server_default="", nullable=False),
        sa.Column("confidence", sa.Text(), server_default="", nullable=False),
        sa.Column("notes", sa.Text(), server_default="", nullable=False),
        sa.Column("edited_at", sa.BigInteger(), nullable=True),
        sa.Column("edited_by", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("iso2", name=op.f("pk_destination")),
    )
    op.create_table(
        "howto",
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("practical", sa.Text(), nullable=False),
        sa.Column("answer_en", sa.Text(), server_default="", nullable=False),
        sa.Column("answer_ru", sa.Text(), server_default="", nullable=False),
        sa.Column("answer_kk", sa.Text(), server_default="", nullable=False),
        sa.Column("source_name", sa.Text(), server_default="", nullable=False),
        sa.Column("source_url", sa.Text(), server_default="", nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("confidence", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("place", "practical", name=op.f("pk_howto")),
    )
    op.create_table(
        "phrase",
        sa.Column("en", sa.Text(), nullable=False),
        sa.Column("ru", sa.Text(), server_default="", nullable=False),
        sa.Column("kk", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("en", name=op.f("pk_phrase")),
    )
    op.create_table(
        "place_name",
        sa.Column("iso2", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("iso2", "name", "language", "kind", name=op.f("pk_place_name")),
    )
    op.create_table(
        "report",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.Column("subject", sa.Text(), server_default="", nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("answered_by", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
    )
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
    )
    op.create_table(
        "seed_file",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("seeded_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_seed_file")),
    )
    op.create_table(
        "source_check",
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("newest_report", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_source_check")),
    )
    op.create_table(
        "talks_event",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("date", sa.Text(), server_default="", nullable=False),
        sa.Column("stage", sa.Text(), server_default="", nullable=False),
        sa.Column("moves", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("title_en", sa.Text(), server_default="", nullable=False),
        sa.Column("title_ru", sa.Text(), server_default="", nullable=False),
        sa.Column("title_kk", sa.Text(), server_default="", nullable=False),
        sa.Column("details_en", sa.Text(), server_default="", nullable=False),
        sa.Column("details_ru", sa.Text(), server_default="", nullable=False),
        sa.Column("details_kk", sa.Text(), server_default="", nullable=False),
        sa.Column("source_name", sa.Text(), server_default="", nullable=False),
        sa.Column("source_url", sa.Text(), server_default="", nullable=False),
        sa.Column("confidence", sa.Text(), server_default="", nullable=False),
        sa.Column("origin", sa.Text(), server_default="", nullable=False),
        sa.Column("seed_key", sa.Text(), nullable=True),
        sa.Column("published_by", sa.BigInteger(), nullable=True),
        sa.Column("published_at", sa.BigInteger(), nullable=True),
        sa.Column("edited_at", sa.BigInteger(), nullable=True),
        sa.Column("withdrawn_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talks_event")),
        sa.UniqueConstraint("seed_key", name=op.f("uq_talks_event_seed_key")),
    )
    op.create_table(
        "talks_peer",
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("partner", sa.String(length=2), nullable=False),
        sa.Column("stage", sa.Text(), server_default="", nullable=False),
        sa.Column("date", sa.Text(), server_default="", nullable=False),
        sa.Column("value", sa.Text(), server_default="", nullable=False),
        sa.Column("note_en", sa.Text(), server_default="", nullable=False),
        sa.Column("source_url", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_talks_peer")),
    )
    op.create_table(
        "talks_stage",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title_en", sa.Text(), server_default="", nullable=False),
        sa.Column("title_ru", sa.Text(), server_default="", nullable=False),
        sa.Column("title_kk", sa.Text(), server_default="", nullable=False),
        sa.Column("who_en", sa.Text(), server_default="", nullable=False),
        sa.Column("who_ru", sa.Text(), server_default="", nullable=False),
        sa.Column("who_kk", sa.Text(), server_default="", nullable=False),
        sa.Column("trace_en", sa.Text(), server_default="", nullable=False),
        sa.Column("trace_ru", sa.Text(), server_default="", nullable=False),
        sa.Column("trace_kk", sa.Text(), server_default="", nullable=False),
        sa.Column("legal_basis", sa.Text(), server_default="", nullable=False),
        sa.Column("about_ru", sa.Text(), server_default="", nullable=False),
        sa.Column("about_kk", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talks_stage")),
        sa.UniqueConstraint("position", name=op.f("uq_talks_stage_position")),
    )
    op.create_table(
        "talks_topic",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title_en", sa.Text(), server_default="", nullable=False),
        sa.Column("title_ru", sa.Text(), server_default="", nullable=False),
        sa.Column("title_kk", sa.Text(), server_default="", nullable=False),
        sa.Column("today_en", sa.Text(), server_default="", nullable=False),
        sa.Column("typical_en", sa.Text(), server_default="", nullable=False),
        sa.Column("source_url", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talks_topic")),
    )
    op.create_table(
        "unanswered",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), server_default="1", nullable=False),
        sa.Column("last_asked_at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("text", name=op.f("pk_unanswered")),
    )
    op.create_table(
        "users",
        sa.Column("telegram_id", Id, autoincrement=False, nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("language_chosen", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("state", sa.Text(), server_default="active", nullable=False),
        sa.Column("is_editor", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("cadence", sa.Text(), server_default="at_once", nullable=False),
        sa.Column("quiet_start", sa.Integer(), nullable=True),
        sa.Column("quiet_end", sa.Integer(), nullable=True),
        sa.Column("timezone", sa.Text(), nullable=True),
        sa.Column("silent", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("last_seen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("telegram_id", name=op.f("pk_users")),
    )
    op.create_table(
        "campaign",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("total", sa.Integer(), server_default="0", nullable=False),
        sa.Column("fanned_out", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("fanned_to", sa.BigInteger(), nullable=True),
        sa.Column("event_id", sa.BigInteger(), nullable=True),
        sa.Column("iso2", sa.String(length=2), nullable=True),
        sa.Column("target_id", sa.BigInteger(), nullable=True),
        sa.Column("to_channel", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("channel_message_id", sa.BigInteger(), nullable=True),
        sa.Column("created_by", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("scheduled_at", sa.BigInteger(), nullable=True),
        sa.Column("started_at", sa.BigInteger(), nullable=True),
        sa.Column("finished_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["talks_event.id"], name=op.f("fk_campaign_event_id")),
        sa.ForeignKeyConstraint(["target_id"], ["campaign.id"], name=op.f("fk_campaign_target_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
    )
    op.create_index("ix_campaign_state", "campaign", ["state"], unique=False)
    op.create_table(
        "destination_change",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("iso2", sa.String(length=2), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("old_regime", sa.Text(), server_default="", nullable=False),
        sa.Column("new_regime", sa.Text(), server_default="", nullable=False),
        sa.Column("stay_days", sa.Integer(), nullable=True),
        sa.Column("source_url", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("origin", sa.Text(), server_default="", nullable=False),
        sa.Column("changed_by", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["iso2"], ["destination.iso2"], name=op.f("fk_destination_change_iso2")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_destination_change")),
        sa.UniqueConstraint(
            "iso2",
            "date",
            "old_regime",
            "new_regime",
            "note",
            name=op.f("uq_destination_change_iso2_date_old_regime_new_regime_note"),
        ),
    )
    op.create_table(
        "subscription",
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.telegram_id"], name=op.f("fk_subscription_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("topic", "user_id", name=op.f("pk_subscription")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_subscription_user_id", "subscription", ["user_id"], unique=False)
    op.create_table(
        "campaign_count",
        sa.Column("campaign_id", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_campaign_count_campaign_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("campaign_id", "outcome", name=op.f("pk_campaign_count")),
    )
    op.create_table(
        "progress_message",
        sa.Column("campaign_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_progress_message_campaign_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("campaign_id", "chat_id", name=op.f("pk_progress_message")),
    )
    op.create_table(
        "delivery",
        sa.Column("campaign_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("state", sa.Text(), server_default="pending", nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=True),
        sa.Column("first_tried_at", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("message_count", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_delivery_campaign_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("campaign_id", "user_id", name=op.f("pk_delivery")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_delivery_waiting",
        "delivery",
        ["not_before"],
        unique=False,
        sqlite_where=sa.text("state IN ('later', 'held')"),
        postgresql_where=sa.text("state IN ('later', 'held')"),
    )


def downgrade() -> None:
    op.drop_table("delivery")
    op.drop_table("progress_message")
    op.drop_table("campaign_count")
    op.drop_index("ix_subscription_user_id", "subscription")
    op.drop_table("subscription")
    op.drop_table("destination_change")
    op.drop_index("ix_campaign_state", "campaign")
    op.drop_table("campaign")
    op.drop_table("users")
    op.drop_table("unanswered")
    op.drop_table("talks_topic")
    op.drop_table("talks_stage")
    op.drop_table("talks_peer")
    op.drop_table("talks_event")
    op.drop_table("source_check")
    op.drop_table("seed_file")
    op.drop_table("revision")
    op.drop_table("report")
    op.drop_table("place_name")
    op.drop_table("phrase")
    op.drop_table("howto")
    op.drop_table("destination")
    op.drop_table("conversation")
    op.drop_table("audit")
