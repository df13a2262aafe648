"""Sapar: visa answers for citizens of Kazakhstan, and alerts on the EU talks."""

from bot import lazy_models

lazy_models.install()
