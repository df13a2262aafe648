"""Editing destinations: the panel of fields and the questions."""

from collections.abc import Sequence
from datetime import date, timedelta

from aiogram.types import InlineKeyboardButton

from bot.domain.destination_edit import EditOrigin
from bot.domain.review import stay_contradicts
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.destination_draft import REASON, SOURCE, WORDING, DestinationDraft
from bot.services.destination_fields import CHOICES, FIELDS, OPTIONAL, PHRASES, FieldError
from bot.services.event_rules import site_of, split_urls
from bot.telegram.commands import find_command
from bot.telegram.desk_callbacks import DestinationDraftCallback
from bot.telegram.keyboards import Row, button, grid, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.destination_phrases import candidates, mark
from bot.telegram.views.destination_values import (
    changed_lines,
    choice_in_words,
    in_words,
    label,
    names,
    phrase_in_words,
    title,
)

OFFERED = 8
"""Phrases that are offered as buttons."""
LONGEST_BUTTON = 60


def panel(catalogue: Catalogue, texts: Texts, draft: DestinationDraft) -> Reply:
    """Return what was changed so far, and a button for each field."""
    lines: list[str] = [texts("destinations-edit-title", **title(catalogue, texts, draft.row.iso2)), ""]
    lines += changed_lines(catalogue, texts, draft.changes[0]) or [texts("destinations-edit-nothing")]
    lines += ["", texts("destinations-edit-hint")]
    fields = [button(label(texts, field), act_of(draft, "field", field)) for field in FIELDS]
    going = [] if draft.is_empty else [button_to(texts, draft, "go")]
    return Reply("\n".join(lines), keyboard(*grid(fields, 2), going, [button_to(texts, draft, "cancel")]))


def ask(
    catalogue: Catalogue,
    texts: Texts,
    draft: DestinationDraft,
    today: date,
    error: FieldError | None = None,
    found: Sequence[str] = (),
) -> Reply:
    """Return the question the draft asks. error: what was wrong with the last answer. found: phrases like it."""
    lines: list[str] = [texts(error.key, **error.arguments), ""] if error is not None else []
    if draft.asking.startswith(WORDING):
        return Reply("\n".join([*lines, *_wording(texts, draft)]), keyboard([_back(texts, draft)]))
    if found:
        lines.append(texts("destinations-found", text=draft.wording["typed"]))
    else:
        differs = draft.asking == "stay_rule" and stay_contradicts(draft.row)
        lines.append(texts(f"destinations-ask-{_dashed(draft.asking)}{'-differs' if differs else ''}"))
    rows = _choices(catalogue, texts, draft, today, found)
    return Reply("\n".join(lines), keyboard(*rows, [_back(texts, draft)]))


def other_draft(catalogue: Catalogue, texts: Texts, draft: DestinationDraft) -> Reply:
    """Return that another edit is under way."""
    what = names(catalogue, texts, tuple(change.iso2 for change in draft.changes), most=3)
    going_on = button(texts.plain("button-destinations-continue"), act_of(draft, "panel"))
    drop = button(texts.plain("button-destinations-drop"), act_of(draft, "cancel"))
    return Reply(texts("destinations-edit-other", what=what), keyboard([going_on], [drop]))


def closed(texts: Texts) -> str:
    """Return what a button of a closed draft answers."""
    return texts.plain("destinations-closed", command=command_of(texts, "destination"))


def _wording(texts: Texts, draft: DestinationDraft) -> list[str]:
    said = next(iter(draft.wording.values()))
    language = draft.asking.partition(".")[2]
    return [texts("destinations-ask-wording", phrase=said), texts(f"destinations-ask-wording-{language}")]


def _choices(
    catalogue: Catalogue, texts: Texts, draft: DestinationDraft, today: date, found: Sequence[str]
) -> list[Row]:
    field = draft.asking
    rows: list[Row] = []
    if field in CHOICES:
        choices = [(choice_in_words(texts, field, one.value), one.value) for one in CHOICES[field]]
        rows += [[button(words, act_of(draft, "set", value))] for words, value in choices]
    elif field in PHRASES:
        rows += _phrases(catalogue, texts, draft, found)
    elif field == "as_of":
        days = (("today-date", today), ("yesterday", today - timedelta(days=1)))
        row = [(texts.plain(f"button-destinations-{key}"), day) for key, day in days]
        rows.append([button(words, act_of(draft, "set", day.isoformat())) for words, day in row])
    elif field == "source_name":
        site = site_of(split_urls(draft.row.source_url)[0]) if draft.row.source_url else ""
        rows.append([button(texts.plain("button-destinations-site", site=site), act_of(draft, "site"))] if site else [])
    elif field == REASON:
        rows.append([button_to(texts, draft, "skip")])
    if field in SOURCE and draft.going and getattr(draft.row, field):
        rows.append([_keep(catalogue, texts, draft, field)])
    if field in OPTIONAL:
        words = "button-destinations-no-days" if field == "stay_days" else "button-destinations-empty"
        rows.append([button(texts.plain(words), act_of(draft, "set", ""))])
    return rows


def _phrases(catalogue: Catalogue, texts: Texts, draft: DestinationDraft, found: Sequence[str]) -> list[Row]:
    field = draft.asking
    offered = found or candidates(catalogue, draft, field)
    rows: list[Row] = [
        [
            button(
                shortened(phrase_in_words(catalogue, texts, draft.row, field, one)), act_of(draft, "phrase", mark(one))
            )
        ]
        for one in offered[:OFFERED]
    ]
    return [*rows, [button_to(texts, draft, "new")]] if found else rows


def _keep(catalogue: Catalogue, texts: Texts, draft: DestinationDraft, field: str) -> InlineKeyboardButton:
    value = in_words(catalogue, texts, draft.row, field)
    value = site_of(split_urls(value)[0]) if field == "source_url" else value
    return button(shortened(texts.plain("button-destinations-keep", value=value)), act_of(draft, "keep", field))


def _back(texts: Texts, draft: DestinationDraft) -> InlineKeyboardButton:
    if draft.origin is EditOrigin.DESK:
        return button_to(texts, draft, "panel", "button-destinations-fields")
    return button_to(texts, draft, "cancel")


def button_to(texts: Texts, draft: DestinationDraft, act: str, key: str = "") -> InlineKeyboardButton:
    """Return the button of an act; key: its text where that is not the act's own."""
    return button(texts.plain(key or f"button-destinations-{act}"), act_of(draft, act))


def act_of(draft: DestinationDraft, act: str, value: str = "") -> DestinationDraftCallback:
    """Return what a button of a draft carries."""
    return DestinationDraftCallback(act=act, draft=draft.name, value=value)


def shortened(words: str) -> str:
    return words if len(words) <= LONGEST_BUTTON else words[: LONGEST_BUTTON - 1] + "…"


def command_of(texts: Texts, name: str) -> str:
    """Return what a command is called in this language."""
    command = find_command(name)
    return command.latin[texts.language] if command is not None else name


def _dashed(part: str) -> str:
    return part.replace("_", "-")
