"""Trips, papers and reminders."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _id_and_user() -> "tuple[sa.Column[int], sa.Column[int]]":
    return (
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
    )


def _of_user(table: str) -> tuple[sa.ForeignKeyConstraint, sa.PrimaryKeyConstraint]:
    name = op.f(f"fk_{table}_user_id_users")
    return (
        sa.ForeignKeyConstraint(["user_id"], ["users.telegram_id"], name=name, ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def upgrade() -> None:
    op.create_table(
        "trip",
        *_id_and_user(),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("kept", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("followed", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        *_of_user("trip"),
        sa.UniqueConstraint("user_id", "place", "first", name=op.f("uq_trip_user_id_place_first")),
    )
    op.create_index("ix_trip_place", "trip", ["place", "user_id"])
    op.create_table(
        "paper",
        *_id_and_user(),
        sa.Column("kind", sa.Text(), nullable=False),
        _text("place"),
        sa.Column("expires", sa.Date(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        *_of_user("paper"),
        sa.UniqueConstraint("user_id", "kind", "place", name=op.f("uq_paper_user_id_kind_place")),
    )
    op.create_table(
        "reminder",
        *_id_and_user(),
        sa.Column("kind", sa.Text(), nullable=False),
        _text("place"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("days_before", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("campaign_id", sa.BigInteger(), nullable=True),
        *_of_user("reminder"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_reminder_campaign_id_campaign")),
        sa.UniqueConstraint(
            "user_id",
            "kind",
            "place",
            "day",
            "days_before",
            name=op.f("uq_reminder_user_id_kind_place_day_days_before"),
        ),
    )
    op.create_index(
        "ix_reminder_waiting",
        "reminder",
        ["due_at"],
        sqlite_where=sa.text("campaign_id IS NULL"),
        postgresql_where=sa.text("campaign_id IS NULL"),
    )
    op.create_index("ix_reminder_campaign_id", "reminder", ["campaign_id"])


def downgrade() -> None:
    for table in ("reminder", "paper", "trip"):
        op.drop_table(table)
