"""The log of what admins did."""

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.domain.desk import COMMAND_LINE, AuditEntry
from bot.i18n import Texts
from bot.telegram.callbacks import MenuCallback
from bot.telegram.desk_callbacks import AuditCallback
from bot.telegram.keyboards import button, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.admin import person

PAGE = 10
LONGEST_DETAIL = 60


def audit_page(
    texts: Texts, entries: Sequence[AuditEntry], zone: ZoneInfo, *, is_newest: bool, refused: bool = False
) -> Reply:
    """Return a page of the log, newest first. entries: one more than PAGE when older ones follow.

    refused: the page holds refusals alone.
    """
    shown = entries[:PAGE]
    lines = [
        texts("audit-title-refused" if refused else "audit-title"),
        "",
        *[_line(texts, entry, zone) for entry in shown],
    ]
    if not shown:
        lines.append(texts("audit-empty"))
    paging = []
    if not is_newest:
        paging.append(button(texts.plain("button-audit-newest"), AuditCallback(refused=refused)))
    if len(entries) > PAGE:
        paging.append(button(texts.plain("button-audit-older"), AuditCallback(before=shown[-1].id, refused=refused)))
    home = button(texts.plain("button-admin-home"), MenuCallback(page="admin"))
    return Reply("\n".join(lines), keyboard(paging, [_other(texts, refused), home]))


def _other(texts: Texts, refused: bool) -> InlineKeyboardButton:
    key = "button-audit-all" if refused else "button-audit-refused"
    return button(texts.plain(key), AuditCallback(refused=not refused))


def _line(texts: Texts, entry: AuditEntry, zone: ZoneInfo) -> str:
    who = texts("audit-command-line") if entry.actor == COMMAND_LINE else person(entry.actor)
    key = f"audit-action-{entry.action.replace('.', '-')}"
    return texts(
        "audit-line",
        moment=entry.at.astimezone(zone).strftime("%d.%m.%Y %H:%M"),
        who=who,
        action=texts.plain(key) if texts.has(key) else entry.action,
        details=_details(texts, entry),
    )


def _details(texts: Texts, entry: AuditEntry) -> str:
    told = [_detail(texts, name, value) for name, value in entry.details.items() if value not in (None, "", [], {})]
    return ": " + ", ".join(told) if told else ""


def _detail(texts: Texts, name: str, value: Any) -> str:
    key = f"audit-detail-{name.replace('_', '-')}"
    return f"{texts.plain(key) if texts.has(key) else name} {_short(_words(texts, name, value))}"


def _words(texts: Texts, name: str, value: Any) -> Any:
    """Return a value as people say it, where it is one of ours."""
    if name == "role" and texts.has(f"admin-role-{value}"):
        return texts.plain(f"admin-role-{value}")
    if isinstance(value, dict):
        return "; ".join(
            f"{one}: {', '.join(map(str, of))}" if isinstance(of, list) else f"{one}: {of}" for one, of in value.items()
        )
    return value


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= LONGEST_DETAIL else text[: LONGEST_DETAIL - 1] + "…"
