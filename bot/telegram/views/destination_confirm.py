"""Confirming an edit of destinations: the difference, whom it is told, and what became of it."""

from collections.abc import Sequence
from html import escape

from bot.domain.destination_edit import Applied, EditOrigin
from bot.domain.review import Difference, stay_contradicts
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.destination_draft import DestinationDraft
from bot.services.destinations import Proposal
from bot.telegram.desk_callbacks import DestinationCallback
from bot.telegram.keyboards import Row, button, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.destination_edit import button_to, command_of
from bot.telegram.views.destination_values import changed_lines, names

MOST_SHOWN = 20
"""Destinations whose difference is shown."""
ROOM = 2500
"""Letters of the difference, in HTML; the rest of it is counted."""


def confirmation(catalogue: Catalogue, texts: Texts, draft: DestinationDraft, proposal: Proposal) -> Reply:
    """Return the difference, whom it will be told, and the buttons that write it or not."""
    lines: list[str] = [_heading(texts, draft), ""]
    lines += _differences(catalogue, texts, draft.changes)
    lines += ["", *_warnings(catalogue, texts, draft)]
    if draft.reason:
        lines.append(texts("destinations-reason", reason=draft.reason))
    lines.append(_recipients(texts, draft, proposal))
    return Reply("\n".join(lines), keyboard(*_buttons(texts, draft)))


def difference(catalogue: Catalogue, texts: Texts, draft: DestinationDraft) -> Reply:
    """Return what a file would change, before anything is asked."""
    return Reply("\n".join([_heading(texts, draft), "", *_differences(catalogue, texts, draft.changes)]))


def broken(texts: Texts, problems: str) -> Reply:
    """Return what is wrong with a file, line by line."""
    shown = problems if len(problems) <= ROOM else problems[:ROOM].rpartition("\n")[0] + "\n…"
    return Reply(texts("destinations-import-broken") + f"\n<pre>{escape(shown, quote=False)}</pre>")


def _recipients(texts: Texts, draft: DestinationDraft, proposal: Proposal) -> str:
    if not draft.concerns_travellers:
        return texts("destinations-recipients-none")
    key = "destinations-recipients" if draft.notify else "destinations-recipients-off"
    return texts(key, count=proposal.total)


def _buttons(texts: Texts, draft: DestinationDraft) -> list[Row]:
    rows: list[Row] = [[button_to(texts, draft, "confirm")]]
    if draft.concerns_travellers:
        key = f"button-destinations-notify-{'on' if draft.notify else 'off'}"
        rows.append([button_to(texts, draft, "notify", key)])
    if draft.origin is EditOrigin.DESK:
        rows.append([button_to(texts, draft, "panel", "button-destinations-fields")])
    return [*rows, [button_to(texts, draft, "cancel")]]


def written(texts: Texts, draft: DestinationDraft, done: Applied) -> Reply:
    """Return that an edit is written, or was before."""
    lines: list[str] = [texts("destinations-done" if done.is_new else "destinations-already")]
    if done.campaigns:
        campaigns = ", ".join(map(str, done.campaigns[:5]))
        lines.append(texts("destinations-done-alerts", campaigns=campaigns, command=command_of(texts, "campaigns")))
    iso2 = draft.changes[0].iso2 if len(draft.changes) == 1 else ""
    home = button(texts.plain("button-destinations-home"), DestinationCallback(act="home"))
    rows: list[Row] = [[home]]
    if iso2:
        past = button(texts.plain("button-destinations-history"), DestinationCallback(act="history", iso2=iso2))
        rows = [[past], [home]]
    return Reply("\n".join(lines), keyboard(*rows))


def overtaken(catalogue: Catalogue, texts: Texts, draft: DestinationDraft, iso2: str) -> Reply:
    """Return that somebody else changed the row meanwhile; nothing is lost."""
    text = texts("destinations-changed-meanwhile", name=catalogue.name(iso2, texts.language))
    return Reply(text, keyboard([button_to(texts, draft, "rebase")], [button_to(texts, draft, "cancel")]))


def _heading(texts: Texts, draft: DestinationDraft) -> str:
    if draft.origin is EditOrigin.UNDO:
        return texts("destinations-undo-title", version=str(draft.undoes))
    if draft.origin is EditOrigin.IMPORT:
        return texts("destinations-import-title", changed=len(draft.changes), rows=draft.rows)
    return texts("destinations-confirm-title")


def _differences(catalogue: Catalogue, texts: Texts, changes: Sequence[Difference]) -> list[str]:
    """Return the first differences in words, then how many there are besides."""
    lines: list[str] = []
    shown = 0
    for change in changes[:MOST_SHOWN]:
        own = _of_one(catalogue, texts, change)
        if lines and sum(map(len, (*lines, *own))) > ROOM:
            break
        lines += own
        shown += 1
    if rest := len(changes) - shown:
        lines.append(texts("destinations-import-more", count=rest))
    return lines


def _of_one(catalogue: Catalogue, texts: Texts, change: Difference) -> list[str]:
    place = {"flag": change.after.flag, "name": catalogue.name(change.iso2, texts.language)}
    if change.before is None:
        return [texts("destinations-import-added", **place)]
    return [f"<b>{texts('destinations-line', **place)}</b>", *changed_lines(catalogue, texts, change)]


def _warnings(catalogue: Catalogue, texts: Texts, draft: DestinationDraft) -> list[str]:
    if draft.origin is not EditOrigin.IMPORT:
        return []
    lines: list[str] = []
    told = [one for one in draft.changes if one.before and one.concerns_travellers]
    old = tuple(one.iso2 for one in told if not {"as_of", "source_url"} & set(one.columns))
    if old:
        lines.append(texts("destinations-import-unsourced", names=names(catalogue, texts, old)))
    odd = tuple(one.iso2 for one in draft.changes if stay_contradicts(one.after))
    if odd:
        lines.append(texts("destinations-import-contradicts", names=names(catalogue, texts, odd)))
    return lines
