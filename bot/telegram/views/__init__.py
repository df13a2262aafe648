"""Domain values as Telegram messages."""
