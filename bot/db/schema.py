"""The tables. Alembic's migrations build them; a test holds both together."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """A moment, kept as milliseconds since 1970 UTC: the same order and arithmetic on both engines."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> int | None:
        return None if value is None else round(value.timestamp() * 1000)

    def process_result_value(self, value: int | None, dialect: Any) -> datetime | None:
        return None if value is None else datetime.fromtimestamp(value / 1000, UTC)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")

# -- facts -----------------------------------------------------------------------------------------

revision = sa.Table(  # one row; grows with every change of what is shown, so that snapshots know they are old
    "revision",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("number", sa.BigInteger, nullable=False),
)

seed_file = sa.Table(  # which shipped file was read last: an unchanged one is not read again
    "seed_file",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("seeded_at", Instant, nullable=False),
)

destination = sa.Table(
    "destination",
    metadata,
    sa.Column("iso2", sa.String(2), primary_key=True),
    sa.Column("iso3", sa.String(3), nullable=False),
    _text("name_en"),
    _text("region"),
    _text("regime"),
    sa.Column("stay_days", sa.Integer),
    _text("stay_rule"),
    _text("conditions"),
    sa.Column("passport_validity_months", sa.Integer),
    sa.Column("mfa_group", sa.Text),
    _text("source_name"),
    _text("source_url"),
    sa.Column("as_of", sa.Date, nullable=False),
    sa.Column("confirmed_on", sa.Date, nullable=False),
    _text("second_source_url"),
    _text("agreement"),
    _text("confidence"),
    _text("notes"),
    sa.Column("edited_at", Instant),
    sa.Column("edited_by", sa.BigInteger),
)

destination_change = sa.Table(  # history of regimes, shipped and edited
    "destination_change",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("iso2", sa.String(2), sa.ForeignKey("destination.iso2"), nullable=False),
    sa.Column("date", sa.Text, nullable=False),
    _text("old_regime"),
    _text("new_regime"),
    sa.Column("stay_days", sa.Integer),
    _text("source_url"),
    _text("note"),
    _text("origin"),  # file or desk
    sa.Column("changed_by", sa.BigInteger),
    sa.UniqueConstraint("iso2", "date", "old_regime", "new_regime", "note"),
)

place_name = sa.Table(
    "place_name",
    metadata,
    sa.Column("iso2", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("language", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
)

howto = sa.Table(
    "howto",
    metadata,
    sa.Column("place", sa.Text, primary_key=True),
    sa.Column("practical", sa.Text, primary_key=True),
    _text("answer_en"),
    _text("answer_ru"),
    _text("answer_kk"),
    _text("source_name"),
    _text("source_url"),
    sa.Column("as_of", sa.Date, nullable=False),
    _text("confidence"),
)

phrase = sa.Table(  # translations of the English facts, by their exact text
    "phrase",
    metadata,
    sa.Column("en", sa.Text, primary_key=True),
    _text("ru"),
    _text("kk"),
)

# -- the talks -------------------------------------------------------------------------------------

talks_stage = sa.Table(
    "talks_stage",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, nullable=False, unique=True),
    *(_text(f"{part}_{lang}") for part in ("title", "who", "trace") for lang in ("en", "ru", "kk")),
    _text("legal_basis"),
    _text("about_ru"),
    _text("about_kk"),
)

talks_peer = sa.Table(
    "talks_peer",
    metadata,
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("partner", sa.String(2), nullable=False),
    _text("stage"),
    _text("date"),
    _text("value"),
    _text("note_en"),
    _text("source_url"),
)

talks_topic = sa.Table(
    "talks_topic",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, nullable=False),
    _text("title_en"),
    _text("title_ru"),
    _text("title_kk"),
    _text("today_en"),
    _text("typical_en"),
    _text("source_url"),
)

talks_event = sa.Table(
    "talks_event",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    _text("date"),
    _text("stage"),
    sa.Column("moves", sa.Boolean, nullable=False, server_default=sa.false()),
    _text("title_en"),
    _text("title_ru"),
    _text("title_kk"),
    _text("details_en"),
    _text("details_ru"),
    _text("details_kk"),
    _text("source_name"),
    _text("source_url"),
    _text("confidence"),
    _text("origin"),  # file or desk
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

# -- people ----------------------------------------------------------------------------------------

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
)

report = sa.Table(  # people's reports of mistakes and their feedback
    "report",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("user_id", sa.BigInteger, nullable=False),
    _text("language"),
    _text("subject"),  # ISO code or empty
    _text("text"),
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
    _text("action"),
    sa.Column("details", sa.JSON),
)

# -- campaigns and deliveries ----------------------------------------------------------------------

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
    sa.Column("channel_message_id", sa.BigInteger),
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
