"""The watch as editors see it: what the feeds reported, and how to publish it."""

from html import escape
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.domain.destination import flag
from bot.domain.talks import PAUSES, STEPS, Stage
from bot.domain.user import Role
from bot.domain.watch import NewsDraft, NewsSource, NewsState, Subject
from bot.i18n import Html, Texts
from bot.services.catalogue import Catalogue
from bot.services.event_draft import STATEMENT
from bot.services.link_buttons import is_address
from bot.telegram.callbacks import EventCallback
from bot.telegram.commands import find_command
from bot.telegram.desk_callbacks import BELOW, DestinationCallback, NewsCallback
from bot.telegram.keyboards import Row, button, grid, keyboard, link
from bot.telegram.reply import Reply
from bot.telegram.views.admin import person
from bot.telegram.views.talks_stepper import stage_title

STAGES = (STATEMENT, *STEPS, Stage.CONTEXT, *PAUSES)
"""What a draft may be published as."""

MOST_SOURCES, MOST_LINKS, MOST_PLACES = 10, 3, 8
LONGEST_TITLE, LONGEST_OTHER, LONGEST_SUMMARY = 200, 120, 300
LONGEST_OUTLET, LONGEST_BUTTON = 60, 40
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Marks that turn the direction of what follows: an outlet's title must not turn our words."""


def draft_page(catalogue: Catalogue, texts: Texts, draft: NewsDraft, zone: ZoneInfo, role: Role) -> Reply:
    """Return a draft with all its sources, and what this role may do with it."""
    first = draft.sources[0].item
    lines = [
        f"📡 {concern(catalogue, texts, draft)}",
        f"<b>{cut(first.title, LONGEST_TITLE)}</b>",
        *([cut(first.summary, LONGEST_SUMMARY)] if first.summary else []),
        "",
        *_sources(texts, draft, zone),
        *_decision(texts, draft, zone),
        *_hint(texts, draft, role),
    ]
    rows = _choices(catalogue, texts, draft, role) if draft.state.is_open else _event(texts, draft)
    return Reply("\n".join(lines), keyboard(*rows, *_links(draft), [to_list(texts, draft.id)]))


def ask_stage(catalogue: Catalogue, texts: Texts, draft: NewsDraft) -> Reply:
    """Return the choice of what a draft on the talks is published as; the likeliest first."""
    likely = draft.judgement.stage or STATEMENT
    rows: list[Row] = [
        [button(_choice(catalogue, texts, value, is_likely=value == likely), _stage(draft, value))]
        for value in sorted(STAGES, key=lambda one: one != likely)
    ]
    back = button(texts.plain("button-back"), NewsCallback(act="show", id=draft.id))
    return Reply(f"{texts('watch-ask-stage')}\n<b>{cut(draft.title, LONGEST_TITLE)}</b>", keyboard(*rows, [back]))


def gone(texts: Texts) -> Reply:
    """Return that there is no such draft."""
    return Reply(texts("watch-gone"), keyboard([to_list(texts)]))


def decided(texts: Texts, draft: NewsDraft | None) -> str:
    """Return why a button of a draft does nothing any more."""
    return texts.plain("watch-gone" if draft is None else f"watch-already-{draft.state}")


def other_event(texts: Texts) -> str:
    """Return that another event is being written, which must not be lost."""
    command = find_command("publish")
    return texts.plain("watch-other-event", command=command.latin[texts.language] if command else "publish")


def concern(catalogue: Catalogue, texts: Texts, draft: NewsDraft) -> str:
    """Return what a draft is about: a step of the talks, a statement, or places with their flags."""
    judgement = draft.judgement
    if judgement.subject is Subject.REGIME:
        names = [f"{flag(one)} {escape(catalogue.name(one, texts.language), quote=False)}" for one in _places(draft)]
        return texts("watch-regime", places=Html(", ".join(names)))
    if judgement.stage is None:
        return texts("watch-statement")
    if judgement.stage in STEPS:
        return texts("watch-step", stage=stage_title(catalogue, texts, judgement.stage))
    return texts(f"watch-{judgement.stage}")


def cut(text: str, limit: int) -> str:
    """Return text from outside as markup, no longer on the screen than the limit."""
    text = text.translate(_TURNING)
    return escape(text if len(text) <= limit else text[: limit - 1].rstrip() + "…", quote=False)


def open_destination(catalogue: Catalogue, texts: Texts, iso2: str) -> InlineKeyboardButton:
    """Return the button that opens a destination on the desk, to be changed."""
    label = f"✏️ {flag(iso2)} {catalogue.name(iso2, texts.language)}"[:LONGEST_BUTTON]
    return button(label, DestinationCallback(act="open", iso2=iso2, value=BELOW))


def to_list(texts: Texts, draft_id: int = 0) -> InlineKeyboardButton:
    """Return the button that opens the list of drafts. draft_id: the draft under which it stands."""
    return button(texts.plain("button-watch-list"), NewsCallback(act="list", id=draft_id))


def _sources(texts: Texts, draft: NewsDraft, zone: ZoneInfo) -> list[str]:
    lines = [_source(source, zone, draft.title) for source in draft.sources[:MOST_SOURCES]]
    more = len(draft.sources) - MOST_SOURCES
    return [*lines, *([texts("watch-more-sources", count=more)] if more > 0 else [])]


def _source(source: NewsSource, zone: ZoneInfo, told: str) -> str:
    """Return a source in a line. told: the title that stands above already."""
    item = source.item
    day = f", {item.published.astimezone(zone):%d.%m.%Y}" if item.published is not None else ""
    outlet = cut(source.feed, LONGEST_OUTLET)
    linked = f'<a href="{escape(item.link)}">{outlet}</a>' if item.link else outlet
    title = f" — {cut(item.title, LONGEST_OTHER)}" if item.title != told else ""
    return f"• {linked}{day}{title}"


def _decision(texts: Texts, draft: NewsDraft, zone: ZoneInfo) -> list[str]:
    if draft.decided_by is None or draft.decided_at is None:
        return []
    moment = draft.decided_at.astimezone(zone).strftime("%d.%m.%Y %H:%M")
    is_done = draft.state is NewsState.PUBLISHED and draft.event_id is None
    key = "watch-state-done" if is_done else f"watch-state-{draft.state}"
    return ["", texts(key, who=person(draft.decided_by), moment=moment)]


def _hint(texts: Texts, draft: NewsDraft, role: Role) -> list[str]:
    if role is Role.OWNER or not draft.state.is_open or draft.judgement.subject is not Subject.TALKS:
        return []
    return ["", texts("watch-owners-publish")]


def _choices(catalogue: Catalogue, texts: Texts, draft: NewsDraft, role: Role) -> list[Row]:
    def act(label: str, name: str) -> InlineKeyboardButton:
        return button(texts.plain(label), NewsCallback(act=name, id=draft.id))

    is_talks = draft.judgement.subject is Subject.TALKS
    publishing = [act("button-watch-publish", "as")] if is_talks and role is Role.OWNER else []
    places = [] if is_talks else [open_destination(catalogue, texts, one) for one in _places(draft)]
    done = act("button-watch-known" if is_talks else "button-watch-done", "done")
    later = [act("button-watch-later", "later")] if draft.state is NewsState.NEW else []
    return [publishing, *grid(places, 2), [done], [act("button-watch-no", "no"), *later]]


def _event(texts: Texts, draft: NewsDraft) -> list[Row]:
    if draft.event_id is None:
        return []
    return [[button(texts.plain("button-event-open"), EventCallback(id=draft.event_id, below=True))]]


def _links(draft: NewsDraft) -> list[Row]:
    """Return buttons that open the first reports. An address Telegram refuses would cost the whole message."""
    outlets = {one.item.link: one.feed for one in reversed(draft.sources) if is_address(one.item.link)}
    first = list(reversed(outlets.items()))[:MOST_LINKS]
    return [[link(f"🔗 {outlet.translate(_TURNING)}"[:LONGEST_BUTTON], url)] for url, outlet in first]


def _places(draft: NewsDraft) -> tuple[str, ...]:
    return draft.judgement.places[:MOST_PLACES]


def _stage(draft: NewsDraft, value: str) -> NewsCallback:
    return NewsCallback(act="stage", id=draft.id, value=value)


def _choice(catalogue: Catalogue, texts: Texts, value: str, *, is_likely: bool) -> str:
    if value not in STEPS:
        label = texts.plain(f"button-publish-{value}")
    elif is_likely:
        label = stage_title(catalogue, texts, Stage(value))
    else:
        label = f"{Stage(value).position}. {stage_title(catalogue, texts, Stage(value))}"
    return f"⭐ {label}" if is_likely else label
