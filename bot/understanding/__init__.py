"""Text → Question: deterministic, explainable, without input or output."""

from bot.understanding.engine import Understanding
from bot.understanding.names import Context, PlaceName

__all__ = ["Context", "PlaceName", "Understanding"]
