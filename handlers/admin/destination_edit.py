"""An editor changes a destination: field by field, checked, shown as people will see it, confirmed once."""

import secrets
from dataclasses import replace
from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.domain.destination_edit import EditOrigin
from bot.domain.review import difference
from bot.domain.stay_rule import parse_stay_rule
from bot.i18n import Texts
from bot.services.destination_draft import REASON, SOURCE, WORDING, DestinationDraft
from bot.services.destination_fields import CHOICES, FIELDS, OPTIONAL, PHRASES, FieldError
from bot.services.event_rules import site_of, split_urls
from bot.telegram.desk_callbacks import DestinationCallback, DestinationDraftCallback
from bot.telegram.filters import ADMINS
from bot.telegram.reply import Reply, send, show, show_below
from bot.telegram.views import destination_edit as views
from bot.telegram.views import destination_phrases as phrases
from handlers.admin.destination_desk import AtDesk, AtDestinations, Desk, Tell


async def begin(query: CallbackQuery, callback_data: DestinationCallback, desk: Desk) -> None:
    """Start to edit a destination, or go on with the edit of it that is open."""
    row = await desk.destinations.find(callback_data.iso2)
    if row is None:
        await query.answer(desk.texts.plain("error-old-button"))
        return
    await query.answer()
    if desk.draft is not None and not is_of(desk.draft, callback_data.iso2):
        await show_below(query, views.other_draft(desk.catalogue, desk.texts, desk.draft))
        return
    draft = desk.draft or DestinationDraft(secrets.token_hex(4), (difference(row, row),))
    await desk.go_on(replace(draft, going=False, asking=""), lambda reply: show_below(query, reply))


async def show_panel(query: CallbackQuery, desk: Desk) -> None:
    """Show the fields again, or what a file or an undo would do."""
    await query.answer()
    if desk.draft is not None:
        going = desk.draft.origin is not EditOrigin.DESK
        draft = replace(desk.draft, going=going, asking="", target="", wording={})
        await desk.go_on(draft, lambda reply: show(query, reply))


async def choose_field(query: CallbackQuery, callback_data: DestinationDraftCallback, desk: Desk) -> None:
    """Ask for a field."""
    draft = desk.draft
    if draft is None or callback_data.value not in FIELDS or draft.origin is not EditOrigin.DESK:
        await old(query, desk.texts)
        return
    await query.answer()
    asking = replace(draft, going=False).ask(callback_data.value)
    await desk.ask(asking, lambda reply: show(query, reply))


async def choose(query: CallbackQuery, callback_data: DestinationDraftCallback, desk: Desk) -> None:
    """Take the answer of a button; a button of an earlier question only says that it is old."""
    draft = desk.draft
    answer = _answer(callback_data, draft, desk) if draft is not None else None
    if draft is None or answer is None:
        await old(query, desk.texts)
        return
    await query.answer()
    await _put(desk, draft, answer, lambda reply: show(query, reply))


async def keep(query: CallbackQuery, callback_data: DestinationDraftCallback, desk: Desk) -> None:
    """Leave a part of the source as it is."""
    draft = desk.draft
    if draft is None or not draft.going or draft.asking != callback_data.value or draft.asking not in SOURCE:
        await old(query, desk.texts)
        return
    await query.answer()
    await desk.go_on(draft.keep(draft.asking, desk.destinations.today()), lambda reply: show(query, reply))


async def take(message: Message, desk: Desk) -> None:
    """Take what was typed."""
    draft = desk.draft
    if draft is None or not draft.asking:
        await desk.state.set_state(None)
        return
    if message.text is None:
        await send(message, Reply(desk.texts("destinations-need-text")))
        return

    async def tell(reply: Reply) -> None:
        await send(message, reply)

    if draft.asking.startswith(WORDING):
        await _say(desk, draft, message.text, tell)
    elif draft.asking in PHRASES:
        await _phrase(desk, draft, message.text, tell)
    else:
        await _put(desk, draft, message.text, tell)


async def begin_wording(query: CallbackQuery, desk: Desk) -> None:
    """Add what was typed as a new phrase."""
    draft = desk.draft
    if draft is None or "typed" not in draft.wording or draft.asking not in PHRASES:
        await old(query, desk.texts)
        return
    await query.answer()
    new = draft.begin_wording(draft.wording["typed"], draft.asking)
    await desk.ask(new, lambda reply: show(query, reply))


def is_of(draft: DestinationDraft, iso2: str) -> bool:
    """Tell whether a draft is an edit in the chat of this destination."""
    return draft.origin is EditOrigin.DESK and draft.row.iso2 == iso2


async def _put(desk: Desk, draft: DestinationDraft, text: str, tell: Tell) -> None:
    try:
        changed = draft.put(draft.asking, text, desk.destinations.today())
    except FieldError as error:
        await desk.ask(draft, tell, error)
        return
    await desk.go_on(changed, tell)


async def _phrase(desk: Desk, draft: DestinationDraft, text: str, tell: Tell) -> None:
    """Take a phrase that is known in any language, offer those that are like it, or ask for a new one's languages."""
    catalogue, field = desk.catalogue, draft.asking
    known = phrases.same(catalogue, desk.texts, draft, field, text)
    if known or (field == "stay_rule" and parse_stay_rule(text) is not None):
        await _put(desk, draft, known or text, tell)
        return
    found = phrases.like(catalogue, desk.texts, draft, field, text)[: views.OFFERED]
    try:
        if found:
            typed = replace(draft, wording={"typed": " ".join(text.split())[:200]})
            await desk.keep(typed)
            await tell(views.ask(catalogue, desk.texts, typed, desk.destinations.today(), found=found))
        else:
            await desk.ask(draft.begin_wording(text, field), tell)
    except FieldError as error:
        await desk.ask(draft, tell, error)


async def _say(desk: Desk, draft: DestinationDraft, text: str, tell: Tell) -> None:
    try:
        said = draft.say(draft.asking.partition(".")[2], text, desk.destinations.today())
    except FieldError as error:
        await desk.ask(draft, tell, error)
        return
    await desk.go_on(said, tell)


def _answer(data: DestinationDraftCallback, draft: DestinationDraft, desk: Desk) -> str | None:
    """Return the text that a button answers, None when it answers another question than the present one."""
    field, value = draft.asking, data.value
    match data.act:
        case "skip" if field == REASON:
            return ""
        case "site" if field == "source_name" and draft.row.source_url:
            return site_of(split_urls(draft.row.source_url)[0])
        case "phrase" if field in PHRASES:
            every = phrases.candidates(desk.catalogue, draft, field)
            return next((one for one in every if phrases.mark(one) == value), None)
        case "set" if not value:
            return "" if field in OPTIONAL else None
        case "set" if field in CHOICES:
            return value if value in list(CHOICES[field]) else None
        case "set" if field == "as_of":
            return value if _is_day(value) else None
    return None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


async def old(query: CallbackQuery, texts: Texts) -> None:
    """Say that a button is of an earlier question."""
    await query.answer(texts.plain("error-old-button"))


def _act(*names: str) -> Any:
    return DestinationDraftCallback.filter(F.act.in_(names))


def build_router() -> Router:
    """Return the routes of the fields."""
    router = Router(name="destination-edit")
    words = ~F.text.startswith("/")
    router.message.register(take, ADMINS, AtDestinations.asking, words, AtDesk())
    query = router.callback_query
    query.register(begin, ADMINS, DestinationCallback.filter(F.act == "edit"), AtDesk())
    query.register(show_panel, ADMINS, _act("panel"), AtDesk(mine=True))
    query.register(choose_field, ADMINS, _act("field"), AtDesk(mine=True))
    query.register(choose, ADMINS, _act("set", "phrase", "site", "skip"), AtDesk(mine=True))
    query.register(keep, ADMINS, _act("keep"), AtDesk(mine=True))
    query.register(begin_wording, ADMINS, _act("new"), AtDesk(mine=True))
    return router
