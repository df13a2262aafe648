"""News → whether it concerns the editors, and which reports tell of one event. Without input or output."""

from bot.understanding.news.reader import NewsReader

__all__ = ["NewsReader"]
