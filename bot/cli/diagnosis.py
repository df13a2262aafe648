"""`doctor`: what is wrong with this installation."""

from typing import TYPE_CHECKING

import typer

from bot.cli.frame import FAILURE, AsJson, BadInputError, finish, load_settings, print_json

if TYPE_CHECKING:
    from bot.cli.probes import DatabaseProbe, TelegramProbe
    from bot.services.doctor import Finding
    from bot.settings import Settings

_SIGNS = {"fine": ("✓", "green"), "note": ("•", "yellow"), "wrong": ("✗", "red")}


def add_to(app: typer.Typer) -> None:
    """Add the command of this group."""
    app.command("doctor")(doctor)


def doctor(as_json: AsJson = False) -> int:
    """Say what is wrong, from settings and rights to backups and the clock; exit 0 only if all is well."""
    from bot.services.doctor import is_well, wrong

    try:
        settings = load_settings()
    except BadInputError as error:
        findings = [wrong("settings", str(error), "see .env.example")]
    else:
        findings = finish(_examine(settings))
    well = is_well(findings)
    if as_json:
        print_json({"ok": well, "findings": [_as_json(finding) for finding in findings]})
    else:
        _print(findings)
    return 0 if well else FAILURE


async def _examine(settings: "Settings") -> "list[Finding]":
    from bot.cli.probes import DatabaseProbe, TelegramProbe, database_file
    from bot.services.doctor import check_store, wrong
    from bot.services.doctor_settings import check_files, check_settings

    findings = check_settings(settings)
    findings += check_files(database_file(settings.database_url))
    findings += _kept(settings)
    probe = DatabaseProbe(settings.database_url)
    if damage := await probe.damage():
        return [*findings, wrong("database", damage)]
    findings += await check_store(probe)
    findings += await _feeds(settings, probe)
    token = settings.bot_token.get_secret_value()
    if token and not any(one.part == "token" for one in findings):
        findings += await _telegram(settings, TelegramProbe(settings.telegram_api_url, token))
    return findings


async def _telegram(settings: "Settings", probe: "TelegramProbe") -> "list[Finding]":
    from bot import clock
    from bot.services.doctor import check_telegram
    from bot.services.doctor_keeping import check_clock

    return [*await check_telegram(probe, settings.webhook_url), *check_clock(probe.time, clock.now())]


def _kept(settings: "Settings") -> "list[Finding]":
    from pathlib import Path

    from bot import clock
    from bot.secret_files import NAMES
    from bot.services.backups import BackupFolder
    from bot.services.doctor_keeping import check_backups, check_secret_files

    folder, now = BackupFolder(Path(settings.backup_dir)), clock.now()
    named = [getattr(settings, f"{name}_file") for name in NAMES]
    return [
        *check_secret_files([Path(".env"), *(Path(name) for name in named if name)]),
        *check_backups(folder.path, settings.backup_keep, folder.newest(now), now),
    ]


async def _feeds(settings: "Settings", probe: "DatabaseProbe") -> "list[Finding]":
    from pathlib import Path

    from bot.db.feeds_file import read_feeds_file
    from bot.services.doctor_feeds import check_feeds

    file = read_feeds_file(Path(settings.feeds_file))
    return check_feeds(
        settings.watch_interval, settings.feeds_file, len(file.feeds), file.problems, await probe.feeds()
    )  # fmt: skip


def _as_json(finding: "Finding") -> dict[str, str]:
    return {
        "part": finding.part,
        "verdict": finding.verdict,
        "text": finding.text,
        "remedy": finding.remedy,
    }


def _print(findings: "list[Finding]") -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(soft_wrap=True)
    for finding in findings:
        sign, colour = _SIGNS[finding.verdict]
        remedy = f" — {finding.remedy}" if finding.remedy else ""
        console.print(Text(f"{sign} ", style=colour) + Text(f"{finding.part:<10}{finding.text}{remedy}"))
