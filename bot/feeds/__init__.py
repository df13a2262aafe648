"""Feeds from outside: asked politely, bounded in every way, read into plain items."""
