"""Error reports to Sentry, where a DSN is set: what failed and where in the code, and nothing of what people wrote.

A report is built anew from the few parts that are ours, so that what a later version of the library adds stays here.
"""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import structlog

if TYPE_CHECKING:
    from bot.secrets import Secrets
    from bot.settings import Settings

log = structlog.get_logger(__name__)

_KEPT = ("event_id", "timestamp", "level", "platform", "logger", "release", "environment", "sdk")
_FRAME = ("filename", "abs_path", "function", "module", "lineno", "in_app")
_IDS = ("update_id", "campaign", "job", "task", "handler")
"""What a log line may say beside its words: numbers and names of ours."""


def start_reports(settings: "Settings", secrets: "Secrets", **options: Any) -> bool:
    """Begin to report errors; False when no DSN is set or the extra `sentry` is not installed.

    options: for Sentry's library, such as another transport.
    """
    dsn = settings.sentry_dsn.get_secret_value()
    if not dsn:
        return False
    try:
        import sentry_sdk
        from sentry_sdk.integrations.logging import LoggingIntegration
    except ImportError:
        log.warning("SENTRY_DSN is set, but sentry-sdk is not installed: no error reports")
        return False

    def scrub(event: Any, hint: Any) -> Any:
        return secrets.hide_deep(scrubbed(event, hint))

    sentry_sdk.init(
        dsn,
        before_send=scrub,
        before_breadcrumb=lambda *_: None,
        # Every failure is logged; the library's other ways to notice one would report requests and arguments too.
        default_integrations=False,
        auto_enabling_integrations=False,
        integrations=[LoggingIntegration(level=None)],
        include_local_variables=False,
        include_source_context=False,
        max_breadcrumbs=0,
        max_request_body_size="never",
        auto_session_tracking=False,
        server_name="",
        **options,
    )
    return True


def scrubbed(event: Mapping[str, Any], hint: Mapping[str, Any]) -> dict[str, Any]:
    """Return what may leave of a report: the words of the log line, our ids, types and places of exceptions."""
    said = getattr(hint.get("log_record"), "msg", "")
    words = said if isinstance(said, Mapping) else {"event": said}
    exceptions = _exceptions(event) or _exceptions(_from_log_line(words))
    kept = {key: event[key] for key in _KEPT if key in event}
    kept["logentry"] = {"message": str(words.get("event", ""))}
    kept["tags"] = {key: words[key] for key in _IDS if key in words}
    if exceptions:
        kept["exception"] = {"values": exceptions}
    return kept


def _from_log_line(words: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a report of the exception in a line of structlog's, where Sentry's library does not look for it."""
    found = words.get("exc_info")
    if not found:
        return {}
    from sentry_sdk.utils import event_from_exception

    if isinstance(found, BaseException):
        found = (type(found), found, found.__traceback__)
    elif not isinstance(found, tuple):
        found = sys.exc_info()
    if found[1] is None:
        return {}
    report: Mapping[str, Any] = event_from_exception(found)[0]
    return report


def _exceptions(event: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return types and places; an exception's own words may quote a message, a name, or a query's parameters."""
    return [
        {
            "type": one.get("type"),
            "module": one.get("module"),
            "stacktrace": {"frames": [_frame(frame) for frame in (one.get("stacktrace") or {}).get("frames", ())]},
        }
        for one in (event.get("exception") or {}).get("values", ())
    ]


def _frame(frame: Mapping[str, Any]) -> dict[str, Any]:
    return {key: frame[key] for key in _FRAME if key in frame}
