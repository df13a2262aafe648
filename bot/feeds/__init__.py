"""Feeds from outside: fetched with care, read into plain items. Satisfies what bot.services.watch asks for."""
