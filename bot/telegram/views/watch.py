"""The watch as editors see it: what the feeds reported, and how to publish it."""

from collections.abc import Sequence
from html import escape
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.domain.destination import flag
from bot.domain.talks import STEPS
from bot.domain.user import Role
from bot.domain.watch import NewsDraft, NewsSource, NewsState, Subject, WatchHealth
from bot.i18n import Html, Texts
from bot.services.catalogue import Catalogue
from bot.services.event_draft import STATEMENT
from bot.telegram.callbacks import MenuCallback
from bot.telegram.desk_callbacks import DestinationCallback, FeedCallback, NewsCallback
from bot.telegram.keyboards import Row, button, grid, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.admin import person
from bot.telegram.views.talks_stepper import stage_title

PAGE = 8
MOST_SOURCES = 10
MOST_LINES = 20
LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_BUTTON = 200, 300, 40
SINGLY = 10
"""Drafts that are told in messages of their own; more of them at once are told in one."""


def draft_page(catalogue: Catalogue, texts: Texts, draft: NewsDraft, zone: ZoneInfo, role: Role) -> Reply:
    """Return a draft with all its sources, and what this role may do with it."""
    first = draft.sources[0].item
    lines = [
        f"📡 {_concern(catalogue, texts, draft)}",
        f"<b>{_cut(first.title, LONGEST_TITLE)}</b>",
        *([_cut(first.summary, LONGEST_SUMMARY)] if first.summary else []),
        "",
        *_sources(texts, draft.sources, zone),
        *_decision(texts, draft, zone),
    ]
    rows = _choices(catalogue, texts, draft, role) if draft.state.is_open else []
    return Reply("\n".join(lines), keyboard(*rows, [_to_list(texts)]))


def draft_list(
    catalogue: Catalogue, texts: Texts, drafts: Sequence[NewsDraft], total: int, page: int, health: WatchHealth
) -> Reply:
    """Return a page of the open drafts. drafts: those of the page."""
    lines = [
        texts("watch-title", count=total) if total else texts("watch-none"),
        *watch_lines(texts, health),
        "",
        *[f"{n}. {_concern(catalogue, texts, one)}\n{_cut(one.title, 120)}" for n, one in _numbered(drafts, page)],
    ]
    opening = [button(str(n), NewsCallback(act="show", id=one.id)) for n, one in _numbered(drafts, page)]
    last = max(0, (total - 1) // PAGE)
    turning = [
        button(sign, NewsCallback(act="list", page=to))
        for sign, to, is_there in (("◀️", page - 1, page > 0), ("▶️", page + 1, page < last))
        if is_there
    ]
    feeds = button(texts.plain("button-watch-feeds"), FeedCallback(act="list"))
    home = button(texts.plain("button-admin-home"), MenuCallback(page="admin"))
    return Reply("\n".join(lines).rstrip(), keyboard(*grid(opening, 4), turning, [feeds, home]))


def many(texts: Texts, drafts: Sequence[NewsDraft]) -> Reply:
    """Return what was found beyond what is told one by one: a line each."""
    lines = [texts("watch-many", count=len(drafts)), *[_line(draft) for draft in drafts[:MOST_LINES]]]
    return Reply("\n".join(lines), keyboard([_to_list(texts)]))


def _line(draft: NewsDraft) -> str:
    link = next((source.item.link for source in draft.sources if source.item.link), "")
    title = _cut(draft.title, 100)
    return f'• <a href="{escape(link)}">{title}</a>' if link else f"• {title}"


def ask_stage(catalogue: Catalogue, texts: Texts, draft: NewsDraft) -> Reply:
    """Return the choice of what a draft on the talks is published as; the likeliest first."""

    def choice(label: str, value: str) -> Row:
        return [button(label, NewsCallback(act="stage", id=draft.id, value=value))]

    guess = draft.judgement.stage
    steps = [stage for stage in STEPS if stage is not guess]
    likely = [choice(f"⭐ {stage_title(catalogue, texts, guess)}", guess.value)] if guess in STEPS and guess else []
    statement = choice(texts.plain("button-publish-statement"), STATEMENT)
    others = [choice(f"{stage.position}. {stage_title(catalogue, texts, stage)}", stage.value) for stage in steps]
    back = [button(texts.plain("button-back"), NewsCallback(act="show", id=draft.id))]
    rows = [*likely, statement, *others] if likely else [statement, *others]
    return Reply(f"{texts('watch-ask-stage')}\n<b>{_cut(draft.title, LONGEST_TITLE)}</b>", keyboard(*rows, back))


def watch_lines(texts: Texts, health: WatchHealth) -> list[str]:
    """Return how the feeds fare and how good the watch's eye is, for its own page and for the statistics."""
    failing = sum(one.failures > 0 and not one.is_muted for one in health.feeds)
    muted = sum(one.is_muted for one in health.feeds)
    works = len(health.feeds) - failing - muted
    lines: list[str] = [texts("watch-health", works=works, failing=failing, muted=muted)]
    share = health.precision.share
    if share is not None:
        decided = health.precision.published + health.precision.dismissed
        lines.append(texts("watch-precision", share=round(share * 100), decided=decided))
    return lines


def _concern(catalogue: Catalogue, texts: Texts, draft: NewsDraft) -> str:
    judgement = draft.judgement
    if judgement.subject is Subject.REGIME:
        names = [f"{flag(one)} {escape(catalogue.name(one, texts.language), quote=False)}" for one in judgement.places]
        return texts("watch-regime", places=Html(", ".join(names)))
    if judgement.stage is None:
        return texts("watch-statement")
    return texts("watch-step", stage=stage_title(catalogue, texts, judgement.stage))


def _sources(texts: Texts, sources: Sequence[NewsSource], zone: ZoneInfo) -> list[str]:
    lines = [_source(source, zone, is_first=not number) for number, source in enumerate(sources[:MOST_SOURCES])]
    more = len(sources) - MOST_SOURCES
    return [*lines, *([texts("watch-more-sources", count=more)] if more > 0 else [])]


def _source(source: NewsSource, zone: ZoneInfo, *, is_first: bool) -> str:
    item = source.item
    day = item.published.astimezone(zone).strftime("%d.%m.%Y") if item.published is not None else ""
    name = escape(source.feed, quote=False)
    linked = f'<a href="{escape(item.link)}">{name}</a>' if item.link else name
    title = "" if is_first else f" — {_cut(item.title, 120)}"
    return f"• {linked}{f', {day}' if day else ''}{title}"


def _decision(texts: Texts, draft: NewsDraft, zone: ZoneInfo) -> list[str]:
    if draft.decided_by is None or draft.decided_at is None:
        return []
    moment = draft.decided_at.astimezone(zone).strftime("%d.%m.%Y %H:%M")
    return ["", texts(f"watch-state-{draft.state}", who=person(draft.decided_by), moment=moment)]


def _choices(catalogue: Catalogue, texts: Texts, draft: NewsDraft, role: Role) -> list[Row]:
    rows: list[Row] = []
    if draft.judgement.subject is Subject.TALKS:
        if role is Role.OWNER:
            rows.append([button(texts.plain("button-watch-publish"), NewsCallback(act="as", id=draft.id))])
    else:
        rows += grid([open_destination(catalogue, texts, one) for one in draft.judgement.places], 2)
        rows.append([button(texts.plain("button-watch-done"), NewsCallback(act="done", id=draft.id))])
    refuse = button(texts.plain("button-watch-no"), NewsCallback(act="no", id=draft.id))
    later = button(texts.plain("button-watch-later"), NewsCallback(act="later", id=draft.id))
    return [*rows, [refuse, later] if draft.state is NewsState.NEW else [refuse]]


def open_destination(catalogue: Catalogue, texts: Texts, iso2: str) -> InlineKeyboardButton:
    """Return the button that opens a destination on the desk, to be changed."""
    label = f"✏️ {flag(iso2)} {catalogue.name(iso2, texts.language)}"[:LONGEST_BUTTON]
    return button(label, DestinationCallback(act="open", iso2=iso2))


def _numbered(drafts: Sequence[NewsDraft], page: int) -> list[tuple[int, NewsDraft]]:
    return list(enumerate(drafts, page * PAGE + 1))


def _to_list(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("button-watch-list"), NewsCallback(act="list"))


def _cut(text: str, limit: int) -> str:
    return escape(text if len(text) <= limit else text[: limit - 1].rstrip() + "…", quote=False)
