"""The doctor's look at the settings and the machine: no network, no database."""

import importlib.util
import os
import re
import shutil
import stat
from pathlib import Path
from urllib.parse import urlsplit

from bot.domain.trouble import LEAST_ROOM
from bot.services.doctor import Finding, fine, note, wrong
from bot.settings import Settings

GOOD_ROOM = 1024 * 1024 * 1024
TELEGRAM_PORTS = (443, 80, 88, 8443)
SHORTEST_SECRET = 16


def check_settings(settings: Settings) -> list[Finding]:
    """Return what the settings say and where they don't fit together."""
    return [
        *_who(settings),
        *_webhook(settings),
        *_extras(settings),
    ]


def check_files(database_file: Path | None) -> list[Finding]:
    """Return the rights of the database's file and folder and the room on the disk; None: no file is used."""
    if database_file is None:
        return [_room(Path.cwd())]
    folder = database_file.parent
    if not folder.is_dir():
        return [wrong("files", f"{folder}/ is not there", "run `python -m bot migrate`")]
    return [*_rights(database_file), _room(folder)]


def _who(settings: Settings) -> list[Finding]:
    if settings.is_playground:
        return [note("token", "BOT_TOKEN is empty: `run` opens the playground")]
    if not re.fullmatch(r"\d{5,20}:[A-Za-z0-9_-]{20,}", settings.bot_token.get_secret_value()):
        return [wrong("token", "BOT_TOKEN does not look like a token", "it is like 1234567890:AA… of @BotFather")]
    if not settings.admin_ids:
        return [note("owners", "ADMIN_IDS is empty: nobody can open the desk")]
    return [fine("owners", f"{len(settings.admin_ids)} in ADMIN_IDS")]


def _webhook(settings: Settings) -> list[Finding]:
    if not settings.webhook_url:
        return []
    secret = settings.webhook_secret.get_secret_value()
    findings = []
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        findings.append(wrong("webhook", "WEBHOOK_SECRET: Telegram allows A-Z, a-z, 0-9, _ and - only, 256 at most"))
    elif len(secret) < SHORTEST_SECRET:
        findings.append(note("webhook", f"WEBHOOK_SECRET is short: {SHORTEST_SECRET} letters are safe"))
    parts = urlsplit(settings.webhook_url)
    if parts.scheme == "https" and (parts.port or 443) not in TELEGRAM_PORTS:
        findings.append(
            note("webhook", f"WEBHOOK_URL: Telegram calls ports {', '.join(map(str, TELEGRAM_PORTS))} only")
        )
    return findings


def _extras(settings: Settings) -> list[Finding]:
    findings = []
    if settings.sentry_dsn.get_secret_value() and importlib.util.find_spec("sentry_sdk") is None:
        findings.append(wrong("sentry", "SENTRY_DSN is set, sentry-sdk is not installed", "install the extra `sentry`"))
    if settings.database_url.startswith("postgresql") and importlib.util.find_spec("asyncpg") is None:
        findings.append(wrong("database", "asyncpg is not installed", "install the extra `postgres`"))
    return findings


def _rights(file: Path) -> list[Finding]:
    if not os.access(file.parent, os.W_OK | os.X_OK):
        return [wrong("files", f"{file.parent}/ can't be written", f"give this user the right to write {file.parent}/")]
    if not file.exists():
        return []
    if not os.access(file, os.R_OK | os.W_OK):
        return [wrong("files", f"{file} can't be read and written", "give this user the right to")]
    if file.stat().st_mode & stat.S_IROTH and file.parent.stat().st_mode & stat.S_IXOTH:
        return [note("files", f"{file} can be read by every user of this machine", f"chmod o-rwx {file.parent}")]
    return [fine("files", f"{file} can be written, by its owner only")]


def _room(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    text = f"{free / 1024**3:.1f} GB free at {folder}"
    if free < LEAST_ROOM:
        return wrong("disk", text, "make room: the database can't grow")
    return note("disk", text) if free < GOOD_ROOM else fine("disk", text)
