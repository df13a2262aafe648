"""Secrets that come in files, as container secrets and systemd's credentials do: NAME_FILE in place of NAME."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

NAMES = ("bot_token", "database_url", "webhook_secret", "sentry_dsn")
"""The settings that may be in a file."""

LARGEST = 4096


def with_secrets(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings with those filled in that files hold. ValueError names a setting, never what it holds."""
    filled = dict(given)
    for name in NAMES:
        path = given.get(f"{name}_file")
        if not path:
            continue
        if given.get(name):
            raise ValueError(f"{name.upper()} and {name.upper()}_FILE are both set: keep one")
        filled[name] = _content(name, Path(str(path)))
    return filled


def _content(name: str, path: Path) -> str:
    setting = f"{name.upper()}_FILE"
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1).decode("utf-8").strip()
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or "it is no text"
        raise ValueError(f"{setting}: {path} can't be read ({told})") from None
    if not content or len(content) > LARGEST or "\n" in content:
        raise ValueError(f"{setting}: {path} has to hold one line and nothing else")
    return content
