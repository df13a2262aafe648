"""The editors' desk for destinations: the first page, the page of one, history, what needs a look."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.domain.desk import COMMAND_LINE
from bot.domain.destination import Destination
from bot.domain.destination_edit import Version
from bot.domain.review import Concern
from bot.i18n import Html, Texts
from bot.services.catalogue import Catalogue
from bot.services.destination_fields import FIELDS
from bot.telegram.callbacks import CardCallback, MenuCallback
from bot.telegram.desk_callbacks import DestinationCallback
from bot.telegram.keyboards import Row, button, grid, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.admin import person
from bot.telegram.views.destination_values import changed_lines, in_words, label, names, title

Concerned = Sequence[tuple[Destination, tuple[Concern, ...]]]

OLDEST = 5
RECENT = 5
PAGE = 5
"""Edits on a page of the history."""
ROOM = 3300
"""Letters of the edits on a page, in HTML."""
ROWS = 15
"""Rows on a page of those that need a look."""
AGEING = 10


def home(catalogue: Catalogue, texts: Texts, concerned: Concerned, recent: Sequence[Version], zone: ZoneInfo) -> Reply:
    """Return where editors begin: what needs a look, what was changed last."""
    lines: list[str] = [texts("destinations-home"), ""]
    lines.append(texts("destinations-home-concerned", count=len(concerned), total=len(catalogue.destinations)))
    old = [one for one, why in concerned if Concern.OLD in why][:OLDEST]
    if old:
        lines += ["", texts("destinations-home-oldest"), *[_old_line(catalogue, texts, one) for one in old]]
    if recent:
        lines += ["", texts("destinations-home-recent")]
        lines += [_version_head(texts, one, zone) + " · " + _place(catalogue, texts, one.iso2) for one in recent]
    rows: list[Row] = [
        *grid([_open(catalogue, texts, one.iso2) for one in old], 2),
        [_to(texts, "concerned"), _to(texts, "history", label_key="button-destinations-recent")],
        [_to(texts, "import"), _to(texts, "export")],
        [button(texts.plain("button-admin-home"), MenuCallback(page="admin"))],
    ]
    return Reply("\n".join(lines), keyboard(*rows))


def page(catalogue: Catalogue, texts: Texts, row: Destination, why: tuple[Concern, ...], *, note: str = "") -> Reply:
    """Return everything about a destination as editors need it. note: what has just been done."""
    lines = [texts(note), ""] if note else []
    lines.append(texts("destinations-page-title", **title(catalogue, texts, row.iso2), code=row.iso2))
    for field in FIELDS:
        value = in_words(catalogue, texts, row, field)
        lines.append(texts("destinations-page-line", label=label(texts, field), value=value))
    lines.append(texts("destinations-page-confirmed", date=texts.short_date(row.confirmed_on)))
    lines += [texts("destinations-page-concern", why=texts.plain(f"destinations-concern-{one}")) for one in why]
    return Reply("\n".join(lines), keyboard(*_page_rows(texts, row.iso2)))


def _page_rows(texts: Texts, iso2: str) -> list[Row]:
    return [
        [_to(texts, "edit", iso2), _to(texts, "today", iso2)],
        [_to(texts, "history", iso2), _to(texts, "undo", iso2, label_key="button-destinations-undo-last")],
        [
            _to(texts, "export", iso2, label_key="button-destinations-export-row"),
            button(texts.plain("button-destinations-card"), CardCallback(iso2=iso2)),
        ],
        [_to(texts, "home")],
    ]


def which(catalogue: Catalogue, texts: Texts, places: Sequence[str], *, guessed: bool) -> Reply:
    """Return the question which of several places is meant. guessed: none was named, these are near."""
    if not places:
        return Reply(texts("destinations-unknown"), keyboard([_to(texts, "home")]))
    rows = grid([_open(catalogue, texts, iso2) for iso2 in places], 2)
    return Reply(texts("destinations-nearest" if guessed else "destinations-which"), keyboard(*rows))


def concerned_page(catalogue: Catalogue, texts: Texts, concerned: Concerned, offset: int) -> Reply:
    """Return the rows that need a look, a page of them, each with a button that opens it."""
    if not concerned:
        return Reply(texts("destinations-concerned-none"), keyboard([_to(texts, "home")]))
    shown = concerned[offset : offset + ROWS]
    lines: list[str] = [texts("destinations-concerned-title", count=len(concerned))]
    for one, why in shown:
        told = ", ".join(texts.plain(f"destinations-concern-{concern}") for concern in why)
        date = texts.short_date(one.confirmed_on)
        place = title(catalogue, texts, one.iso2)
        lines.append(texts("destinations-concerned-line", **place, why=told, date=date))
    turning = []
    if offset:
        turning.append(_to(texts, "concerned", "", str(max(0, offset - ROWS)), label_key="button-destinations-back"))
    if offset + ROWS < len(concerned):
        turning.append(_to(texts, "concerned", "", str(offset + ROWS), label_key="button-destinations-more"))
    opening = grid([_open(catalogue, texts, one.iso2) for one, _ in shown], 3)
    return Reply("\n".join(lines), keyboard(*opening, turning, [_to(texts, "home")]))


def history(
    catalogue: Catalogue, texts: Texts, iso2: str, versions: Sequence[Version], zone: ZoneInfo, *, newest: bool
) -> Reply:
    """Return a page of edits, of one destination or of all. versions: one more than PAGE when older ones follow."""
    told = [_version(catalogue, texts, one, zone, named=not iso2) for one in versions[:PAGE]]
    shown = versions[: _fitting(told)]
    if iso2:
        lines: list[str] = [texts("destinations-history-title", **title(catalogue, texts, iso2))]
    else:
        lines = [texts("destinations-history-all")]
    lines += ["\n" + one for one in told[: len(shown)]]
    if not shown:
        lines.append(texts("destinations-history-none"))
    undoing = [_undo(texts, one) for one in shown if one.before is not None and not one.undone_by]
    paging = []
    if not newest:
        paging.append(_to(texts, "history", iso2, label_key="button-destinations-newest"))
    if len(versions) > len(shown):
        paging.append(_to(texts, "history", iso2, str(shown[-1].id), label_key="button-destinations-older"))
    back = _open(catalogue, texts, iso2) if iso2 else _to(texts, "home")
    return Reply("\n".join(lines), keyboard(*grid(undoing, 2), paging, [back]))


def _fitting(parts: Sequence[str]) -> int:
    """Return how many of these fit into one message, the first always."""
    used = 0
    for number, part in enumerate(parts):
        used += len(part)
        if number and used > ROOM:
            return number
    return len(parts)


def ageing(catalogue: Catalogue, texts: Texts, concerned: Concerned) -> Reply:
    """Return the weekly list: the longest not confirmed, what conflicts, what lacks a source."""
    old = [one for one, why in concerned if Concern.OLD in why][:AGEING]
    lines: list[str] = [texts("destinations-ageing-title")]
    if old:
        lines += ["", texts("destinations-ageing-oldest"), *[_old_line(catalogue, texts, one) for one in old]]
    for concern in (Concern.CONFLICTING, Concern.UNSOURCED):
        codes = tuple(one.iso2 for one, why in concerned if concern in why)
        if codes:
            every = names(catalogue, texts, codes, most=len(codes))
            lines += ["", texts(f"destinations-ageing-{concern}", names=every)]
    first = dict.fromkeys([one.iso2 for one in old] + [one.iso2 for one, _ in concerned])
    opening = grid([_open(catalogue, texts, iso2) for iso2 in list(first)[:AGEING]], 2)
    return Reply("\n".join(lines), keyboard(*opening, [_to(texts, "concerned")]))


def _version(catalogue: Catalogue, texts: Texts, one: Version, zone: ZoneInfo, *, named: bool) -> str:
    lines = [_version_head(texts, one, zone) + (" · " + _place(catalogue, texts, one.iso2) if named else "")]
    if one.undoes:
        lines.append(texts("destinations-history-undoes", number=str(one.undoes)))
    if one.before is None:
        lines.append(texts("destinations-history-added"))
    else:
        lines += changed_lines(catalogue, texts, one.difference)
    if one.reason:
        lines.append(texts("destinations-reason", reason=one.reason))
    if one.sent:
        lines.append(texts("destinations-history-sent", count=one.sent))
    elif one.campaigns:
        lines.append(texts("destinations-history-sending", campaigns=", ".join(map(str, one.campaigns))))
    if one.undone_by:
        lines.append(texts("destinations-history-undone", number=str(one.undone_by)))
    return "\n".join(lines)


def _version_head(texts: Texts, one: Version, zone: ZoneInfo) -> Html:
    who = texts("audit-command-line") if one.by == COMMAND_LINE else person(one.by)
    return texts(
        "destinations-history-line",
        number=str(one.id),
        moment=one.at.astimezone(zone).strftime("%d.%m.%Y %H:%M"),
        who=who,
        how=texts.plain(f"destinations-origin-{one.origin}"),
    )


def _old_line(catalogue: Catalogue, texts: Texts, one: Destination) -> Html:
    date = texts.short_date(one.confirmed_on)
    return texts("destinations-line-old", **title(catalogue, texts, one.iso2), date=date)


def _place(catalogue: Catalogue, texts: Texts, iso2: str) -> Html:
    return texts("destinations-line", **title(catalogue, texts, iso2))


def _open(catalogue: Catalogue, texts: Texts, iso2: str) -> InlineKeyboardButton:
    words = texts.plain("destinations-line", **title(catalogue, texts, iso2))
    return button(words, DestinationCallback(act="open", iso2=iso2))


def _undo(texts: Texts, one: Version) -> InlineKeyboardButton:
    words = texts.plain("button-destinations-undo", number=str(one.id))
    return button(words, DestinationCallback(act="undo", iso2=one.iso2, value=str(one.id)))


def _to(texts: Texts, act: str, iso2: str = "", value: str = "", *, label_key: str = "") -> InlineKeyboardButton:
    words = texts.plain(label_key or f"button-destinations-{act}")
    return button(words, DestinationCallback(act=act, iso2=iso2, value=value))
