"""Telegram's side of the bot: how answers look, what buttons carry, how messages leave."""
