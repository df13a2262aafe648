"""What is wrong with this installation: settings, database, token, webhook, feeds, rights, room on the disk.

Nothing is changed. Each check returns findings; what it needs from outside comes through the protocols here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol


class Verdict(StrEnum):
    """How a part is. Only WRONG makes the whole not well."""

    FINE = "fine"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found about one part, and what to do about it."""

    part: str
    verdict: Verdict
    text: str
    remedy: str = ""


def fine(part: str, text: str) -> Finding:
    """Return a finding that all is well."""
    return Finding(part, Verdict.FINE, text)


def note(part: str, text: str, remedy: str = "") -> Finding:
    """Return a finding that one should know of."""
    return Finding(part, Verdict.NOTE, text, remedy)


def wrong(part: str, text: str, remedy: str = "") -> Finding:
    """Return a finding that has to be mended."""
    return Finding(part, Verdict.WRONG, text, remedy)


def is_well(findings: Iterable[Finding]) -> bool:
    """Tell whether nothing has to be mended."""
    return all(finding.verdict is not Verdict.WRONG for finding in findings)


class UnreachableError(Exception):
    """A part that does not answer; the text says why, without secrets."""


class RefusedError(Exception):
    """Telegram's refusal. code: HTTP's number. description: Telegram's words."""

    def __init__(self, code: int, description: str) -> None:
        """Keep both."""
        super().__init__(description)
        self.code, self.description = code, description


class Telegram(Protocol):
    """A Bot API server, asked with our token."""

    async def call(self, method: str) -> dict[str, Any]:
        """Return the result of a method without parameters; UnreachableError, RefusedError."""
        ...


@dataclass(frozen=True, slots=True)
class StoreState:
    """What a database holds. schema: None when it is empty. destinations: how many are known."""

    schema: str | None
    newest_schema: str
    revision: int
    destinations: int


class Store(Protocol):
    """The database."""

    async def state(self) -> StoreState:
        """Return what it holds, without changing it; UnreachableError."""
        ...


MAKE = "run `python -m bot migrate`"


async def check_store(store: Store) -> list[Finding]:
    """Return how the database is: reached, of today's schema, with facts."""
    try:
        state = await store.state()
    except UnreachableError as error:
        return [wrong("database", str(error), "check DATABASE_URL")]
    if state.schema is None:
        return [wrong("database", "it is empty", MAKE)]
    if state.schema != state.newest_schema:
        return [wrong("schema", f"at {state.schema}, this release needs {state.newest_schema}", MAKE)]
    findings = [fine("database", "reached"), fine("schema", f"at {state.schema}, the newest")]
    if not state.destinations:
        return [*findings, wrong("facts", "there are none", MAKE)]
    return [*findings, fine("facts", f"{state.destinations} destinations, revision {state.revision}")]


async def check_telegram(telegram: Telegram, webhook_url: str) -> list[Finding]:
    """Return whether Telegram knows the token, and how its side of the webhook is."""
    try:
        me = await telegram.call("getMe")
        info = await telegram.call("getWebhookInfo")
    except UnreachableError as error:
        return [wrong("telegram", str(error), "check TELEGRAM_API_URL and the network")]
    except RefusedError as error:
        return [_refusal(error)]
    return [fine("token", f"@{me.get('username', '?')}"), *_webhook_findings(info, webhook_url)]


def _refusal(error: RefusedError) -> Finding:
    if error.code in (401, 404):  # 404 is what a token of a wrong form gets
        return wrong("token", "Telegram does not know this BOT_TOKEN", "take the token from @BotFather anew")
    return wrong("telegram", f"it answered {error.code}: {error.description}", "try again later")


def _webhook_findings(info: dict[str, Any], wanted: str) -> Sequence[Finding]:
    known = info.get("url") or ""
    if not wanted:
        if known:
            return [note("webhook", "set at Telegram, not in the settings: `run` takes it away and polls")]
        return [fine("webhook", "none: long polling")]
    if known != wanted:
        return [note("webhook", "not set at Telegram yet: `run` does that")]
    findings = [fine("webhook", "set at Telegram")]
    if info.get("last_error_message"):
        findings.append(note("webhook", f"Telegram's last error: {info['last_error_message']}"))
    if (waiting := info.get("pending_update_count", 0)) > 100:
        findings.append(note("webhook", f"{waiting} updates wait at Telegram", "is the bot running?"))
    return findings
