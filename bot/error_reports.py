"""Error reports to Sentry, where a DSN is set: masked like the logs, without what people wrote."""

from typing import TYPE_CHECKING, Any

import structlog

if TYPE_CHECKING:
    from bot.secrets import Secrets
    from bot.settings import Settings

log = structlog.get_logger(__name__)


def start_reports(settings: "Settings", secrets: "Secrets") -> bool:
    """Begin to report errors; False when no DSN is set or the extra `sentry` is not installed."""
    dsn = settings.sentry_dsn.get_secret_value()
    if not dsn:
        return False
    try:
        import sentry_sdk
    except ImportError:
        log.warning("SENTRY_DSN is set, but sentry-sdk is not installed: no error reports")
        return False

    def mask(event: Any, _hint: Any) -> Any:
        return secrets.hide_deep(event)

    sentry_sdk.init(
        dsn,
        before_send=mask,
        before_breadcrumb=mask,
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
    )
    return True
