"""What every test may use."""

import structlog

pytest_plugins = ["tests.databases"]

# Plain tracebacks, as in production: the default ones draw every local variable and take minutes.
structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.processors.format_exc_info,
        structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
    ]
)
