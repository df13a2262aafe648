"""The command line. One module a group of commands; each command imports what it needs when it runs."""

import sys
from collections.abc import Sequence
from typing import NoReturn

import typer

from bot.cli import asking, campaigns, destinations, diagnosis, feeds, keeping, serving, statistics, talks, users
from bot.cli.frame import BAD_INPUT, FAILURE, BadInputError, complain, complain_unexpected

GROUPS = (serving, asking, talks, campaigns, users, destinations, feeds, statistics, keeping, diagnosis)


def build() -> typer.Typer:
    """Return the command line with every command."""
    app = typer.Typer(
        name="sapar",
        help="Sapar tells citizens of Kazakhstan where they need a visa, and alerts them when it changes.",
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"max_content_width": 110},
    )
    for group in GROUPS:
        group.add_to(app)
    return app


def main() -> NoReturn:
    """Run the command of this process and exit: 0 on success, 2 on bad input, 1 when something else failed."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; what is wrong is said in one line on stderr."""
    try:
        return build()(args=list(arguments) or ["--help"], prog_name="sapar", standalone_mode=False) or 0
    except typer.TyperException as error:
        told: str = getattr(error, "format_message", error.__str__)()
        return complain(f"{told.rstrip('.')} (see --help)", BAD_INPUT)
    except BadInputError as error:
        return complain(str(error), BAD_INPUT)
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # or the interpreter complains once more at its end
        return FAILURE
    except Exception as error:
        return complain_unexpected(error)
