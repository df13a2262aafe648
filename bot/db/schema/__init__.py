"""The tables. Alembic's migrations build them; a test holds both together."""

from bot.db.schema.base import Id, Instant, metadata
from bot.db.schema.campaigns import campaign, campaign_count, delivery, progress_message
from bot.db.schema.facts import (
    destination,
    destination_change,
    destination_version,
    editor_alias,
    howto,
    phrase,
    place_name,
    revision,
    seed_file,
)
from bot.db.schema.people import audit, chore, conversation, question_count, report, subscription, unanswered, users
from bot.db.schema.talks import source_check, talks_event, talks_peer, talks_stage, talks_topic
from bot.db.schema.travel import paper, reminder, trip
from bot.db.schema.watch import feed, news_draft, news_item, news_notice

__all__ = [
    "Id",
    "Instant",
    "audit",
    "campaign",
    "campaign_count",
    "chore",
    "conversation",
    "delivery",
    "destination",
    "destination_change",
    "destination_version",
    "editor_alias",
    "feed",
    "howto",
    "metadata",
    "news_draft",
    "news_item",
    "news_notice",
    "paper",
    "phrase",
    "place_name",
    "progress_message",
    "question_count",
    "reminder",
    "report",
    "revision",
    "seed_file",
    "source_check",
    "subscription",
    "talks_event",
    "talks_peer",
    "talks_stage",
    "talks_topic",
    "trip",
    "unanswered",
    "users",
]
