"""What answers are made from: destinations, names, practical answers, translations."""

import sqlalchemy as sa

from bot.db.schema.base import Id, Instant, metadata, text

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
    text("name_en"),
    text("region"),
    text("regime"),
    sa.Column("stay_days", sa.Integer),
    text("stay_rule"),
    text("conditions"),
    sa.Column("passport_validity_months", sa.Integer),
    sa.Column("mfa_group", sa.Text),
    text("source_name"),
    text("source_url"),
    sa.Column("as_of", sa.Date, nullable=False),
    sa.Column("confirmed_on", sa.Date, nullable=False),
    text("second_source_url"),
    text("agreement"),
    text("confidence"),
    text("notes"),
    sa.Column("edited_at", Instant),
    sa.Column("edited_by", sa.BigInteger),
)

destination_change = sa.Table(  # history of regimes, shipped and edited
    "destination_change",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("iso2", sa.String(2), sa.ForeignKey("destination.iso2"), nullable=False),
    sa.Column("date", sa.Text, nullable=False),
    text("old_regime"),
    text("new_regime"),
    sa.Column("stay_days", sa.Integer),
    text("source_url"),
    text("note"),
    text("origin"),  # file or desk
    sa.Column("changed_by", sa.BigInteger),
    sa.UniqueConstraint("iso2", "date", "old_regime", "new_regime", "note"),
)

destination_version = sa.Table(  # every edit of a destination: what changed, when, by whom, why; what undo goes back to
    "destination_version",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("iso2", sa.String(2), nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("by", sa.BigInteger, nullable=False),  # 0: the command line
    text("origin"),  # desk, import or undo
    text("reason"),
    sa.Column("before", sa.JSON(none_as_null=True)),  # a row of destinations.csv as column → text; NULL: was not there
    sa.Column("after", sa.JSON, nullable=False),
    sa.Column("undoes", sa.BigInteger, sa.ForeignKey("destination_version.id")),
    text("key"),  # of the confirmation it came by: the same one writes nothing twice
    sa.Column("campaigns", sa.JSON, nullable=False),  # ids of those that told of it
    sa.Index("ix_destination_version_iso2", "iso2"),
    sa.Index("ix_destination_version_key", "key"),
)

place_name = sa.Table(
    "place_name",
    metadata,
    sa.Column("iso2", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("language", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
)

editor_alias = sa.Table(  # names that editors added, out of questions that were not understood
    "editor_alias",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("iso2", sa.Text, primary_key=True),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("added_by", sa.BigInteger, nullable=False),
    sa.Column("added_at", Instant, nullable=False),
)

howto = sa.Table(
    "howto",
    metadata,
    sa.Column("place", sa.Text, primary_key=True),
    sa.Column("practical", sa.Text, primary_key=True),
    text("answer_en"),
    text("answer_ru"),
    text("answer_kk"),
    text("source_name"),
    text("source_url"),
    sa.Column("as_of", sa.Date, nullable=False),
    text("confidence"),
)

phrase = sa.Table(  # translations of the English facts, by their exact text
    "phrase",
    metadata,
    sa.Column("en", sa.Text, primary_key=True),
    text("ru"),
    text("kk"),
    sa.Column("edited_at", Instant),  # of those that an editor added
    sa.Column("edited_by", sa.BigInteger),
)
