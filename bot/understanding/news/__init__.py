"""Reads news as an editor skims headlines: does it concern us, and is it what another report told already?"""

from bot.understanding.news.events import same_event
from bot.understanding.news.judging import NewsReader

__all__ = ["NewsReader", "same_event"]
