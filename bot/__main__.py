"""`python -m bot …`: the same as the installed command `sapar`."""

from bot.cli import main

main()
