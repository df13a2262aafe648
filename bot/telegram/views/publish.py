"""The owner's desk for events of the talks: questions, preview, confirmation."""

from collections.abc import Mapping
from datetime import date, timedelta

from aiogram.types import InlineKeyboardButton

from bot.domain.campaign import Content, Message
from bot.domain.language import Language
from bot.domain.talks import PAUSES, STEPS, Stage, TalksEvent
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.event_draft import LIMITS, PARTS, STATEMENT, EventDraft
from bot.services.event_rules import EventError, site_of, split_urls
from bot.telegram.callbacks import EventCallback
from bot.telegram.commands import find_command
from bot.telegram.desk_callbacks import EventDeskCallback, PreviewCallback, PublishCallback
from bot.telegram.keyboards import Row, button, grid, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.talks_stepper import stage_title


def ask(catalogue: Catalogue, texts: Texts, draft: EventDraft, today: date, error: EventError | None = None) -> Reply:
    """Return the question for the part that the draft asks for; with what was wrong with the last answer."""
    part = draft.asking
    lines = [texts(error.key, **error.arguments), ""] if error is not None else []
    lines.append(texts(f"publish-ask-{_dashed(part)}", limit=LIMITS.get(part, 0)))
    rows = _choices(catalogue, texts, draft, today)
    return Reply("\n".join(lines), keyboard(*rows, [_cancel(texts, draft)]))


def need_text(texts: Texts, draft: EventDraft) -> Reply:
    """Return that an answer in words is needed."""
    return Reply(texts("publish-need-text"), keyboard([_cancel(texts, draft)]))


def panel(catalogue: Catalogue, texts: Texts, draft: EventDraft, recipients: Mapping[Language, int]) -> Reply:
    """Return what stands under the previews: how many get it, and the buttons. recipients: by language."""
    event = draft.event()
    counts = {str(language): recipients.get(language, 0) for language in Language}
    lines = [
        texts("publish-preview-correct" if draft.event_id else "publish-preview"),
        _movement(catalogue, texts, event.stage, moves=event.moves, day=texts.long_date(event.date)),
    ]
    if not draft.event_id:
        lines.append(texts("publish-recipients", total=sum(counts.values()), **counts))
    label = "button-publish-confirm-correct" if draft.event_id else "button-publish-confirm"
    edits = [button(texts.plain(f"button-publish-edit-{_dashed(part)}"), _act(draft, "edit", part)) for part in PARTS]
    confirm = button(texts.plain(label), _act(draft, "confirm"))
    return Reply("\n".join(lines), keyboard([confirm], *grid(edits, 2), [_cancel(texts, draft)]))


def previewed(content: Content) -> tuple[Message, ...]:
    """Return the messages as subscribers get them; their buttons only tell that this is a preview."""
    return tuple(_with_dead_buttons(message) for message in content.by_language.values())


def published(texts: Texts, campaign_id: int, event_id: int) -> Reply:
    """Return that it is published."""
    text = texts("publish-done", campaign=str(campaign_id), command=_command(texts, "campaigns"))
    return Reply(text, keyboard([button(texts.plain("button-event-open"), EventCallback(id=event_id, below=True))]))


def already(texts: Texts, campaign_id: int) -> Reply:
    """Return that it had been published before."""
    return Reply(texts("publish-already", campaign=str(campaign_id)))


def corrected(texts: Texts, event_id: int) -> Reply:
    """Return that the correction is on its way."""
    opening = button(texts.plain("button-event-open"), EventCallback(id=event_id, below=True))
    return Reply(texts("publish-corrected"), keyboard([opening]))


def cancelled(texts: Texts) -> Reply:
    """Return that nothing is published."""
    return Reply(texts("publish-cancelled"))


def withdrawn(texts: Texts) -> Reply:
    """Return that an event was taken back."""
    return Reply(texts("publish-withdrawn"))


def no_draft(texts: Texts) -> str:
    """Return what a button of a closed draft answers."""
    return texts.plain("publish-no-draft", command=_command(texts, "publish"))


def ask_withdraw(texts: Texts, event: TalksEvent) -> Reply:
    """Return the question before an event is taken back."""
    return Reply(
        texts("publish-withdraw-ask", title=event.titles[texts.language]),
        keyboard(
            [
                button(texts.plain("button-event-withdraw-yes"), EventDeskCallback(act="withdraw-yes", id=event.id)),
                button(texts.plain("button-event-withdraw-no"), EventCallback(id=event.id)),
            ]
        ),
    )


def _choices(catalogue: Catalogue, texts: Texts, draft: EventDraft, today: date) -> list[Row]:
    if draft.asking == "stage":
        return _stages(catalogue, texts, draft)
    if draft.asking == "date":
        days = (("button-publish-today", today), ("button-publish-yesterday", today - timedelta(days=1)))
        return [[button(texts.plain(key), _act(draft, "date", day.isoformat())) for key, day in days]]
    if draft.asking.startswith("details"):
        return [[button(texts.plain("button-publish-skip"), _act(draft, "skip", draft.asking))]]
    if draft.asking == "source_name" and "source_url" in draft.values:
        site = _site(draft)
        return [[button(texts.plain("button-publish-site", site=site), _act(draft, "site"))]]
    return []


def _stages(catalogue: Catalogue, texts: Texts, draft: EventDraft) -> list[Row]:
    steps = [
        button(f"{stage.position}. {stage_title(catalogue, texts, stage)}", _act(draft, "stage", stage))
        for stage in STEPS
    ]
    others = [
        button(texts.plain(f"button-publish-{name}"), _act(draft, "stage", name))
        for name in (STATEMENT, Stage.CONTEXT, *PAUSES)
    ]
    return [*grid(others[:1], 1), *grid(steps, 1), *grid(others[1:], 1)]


def _site(draft: EventDraft) -> str:
    return site_of(split_urls(draft.values["source_url"])[0])


def _movement(catalogue: Catalogue, texts: Texts, stage: Stage, *, moves: bool, day: str) -> str:
    if stage is Stage.CONTEXT:
        return texts("publish-context", date=day)
    if not moves:
        return texts("publish-stays", date=day)
    if stage in PAUSES:
        return texts(f"publish-{stage}", date=day)
    return texts("publish-moves", stage=stage_title(catalogue, texts, stage), date=day)


def _with_dead_buttons(message: Message) -> Message:
    markup = message.params.get("reply_markup", {})
    rows = [
        [{"text": one["text"], "callback_data": PreviewCallback().pack()} for one in row]
        for row in markup.get("inline_keyboard", ())
    ]
    return Message(message.method, {**message.params, "reply_markup": {"inline_keyboard": rows}})


def _cancel(texts: Texts, draft: EventDraft) -> InlineKeyboardButton:
    return button(texts.plain("button-publish-cancel"), _act(draft, "cancel"))


def _act(draft: EventDraft, act: str, value: str = "") -> PublishCallback:
    return PublishCallback(act=act, draft=draft.name, value=value)


def _command(texts: Texts, name: str) -> str:
    command = find_command(name)
    return command.latin[texts.language] if command is not None else name


def _dashed(part: str) -> str:
    return part.replace("_", "-")
