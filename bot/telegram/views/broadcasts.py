"""The broadcast desk: the draft, its steps, the last look before it is sent."""

from dataclasses import dataclass
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.domain.campaign import Message
from bot.domain.draft import Draft, Recipients
from bot.domain.language import Language
from bot.i18n import Html, Texts
from bot.services.broadcasts import fingerprint
from bot.services.catalogue import Catalogue
from bot.telegram.broadcast_content import links_of, takes_links
from bot.telegram.desk_callbacks import DraftCallback
from bot.telegram.keyboards import Row, button, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.audiences import audience_in_words
from bot.telegram.views.moments import moment_in_words
from bot.telegram.views.settings import zone_title

BOTH = "both"


@dataclass(frozen=True, slots=True)
class Desk:
    """What a page of the desk is drawn with. zone: the bot's; channel: whether the bot has one."""

    texts: Texts
    catalogue: Catalogue
    zone: ZoneInfo
    now: datetime
    channel: bool = False

    def when(self, draft: Draft) -> str:
        """Return when the draft will be sent, in words."""
        if draft.scheduled_at is None:
            return self.texts("broadcast-when-now")
        return moment_in_words(self.texts, draft.scheduled_at, self.zone, self.now)

    def audience(self, draft: Draft) -> str:
        """Return whom the draft is for, in words."""
        return audience_in_words(self.texts, draft.audience, self.catalogue)


def unfinished(texts: Texts, draft: Draft) -> Reply:
    """Return the question what to do with a draft from before."""
    rows = [
        [_step(texts, "button-broadcast-continue", draft, "open")],
        [_step(texts, "button-broadcast-anew", draft, "anew")],
        [_drop(texts, draft)],
    ]
    return Reply(texts("broadcast-unfinished"), keyboard(*rows))


def ask_content(texts: Texts, draft: Draft, language: Language) -> Reply:
    """Return the request to send the message of a language."""
    others = [other for other in draft.content.by_language if other is not language]
    rows: list[Row] = [
        [_step(texts, "button-broadcast-same", draft, "same", language)] if others else [],
        [_step(texts, f"button-broadcast-skip-{language}", draft, "skip", language)],
        [_drop(texts, draft)],
    ]
    key = "broadcast-ask-next" if others else "broadcast-ask-first"
    return Reply(texts(key, language=texts(f"broadcast-in-{language}")), keyboard(*rows))


def panel(desk: Desk, draft: Draft) -> Reply:
    """Return the draft as it stands, with everything that can be changed."""
    texts = desk.texts
    lines = [
        texts("broadcast-title"),
        *[content_line(texts, draft, language) for language in Language],
        texts("broadcast-for", audience=desk.audience(draft)),
        texts("broadcast-when", when=desk.when(draft)),
    ]
    if desk.channel:
        lines.append(texts("broadcast-channel-yes" if draft.to_channel else "broadcast-channel-no"))
    rows: list[Row] = [
        [_step(texts, f"button-broadcast-content-{language}", draft, "content", language) for language in Language],
        [
            _step(texts, "button-broadcast-links", draft, "links"),
            _step(texts, "button-broadcast-audience", draft, "audience"),
        ],
        [_step(texts, "button-broadcast-when", draft, "when"), *([_channel(texts, draft)] if desk.channel else [])],
        [_step(texts, "button-broadcast-preview", draft, "preview")] if draft.content.by_language else [],
        [_drop(texts, draft)],
    ]
    return Reply("\n".join(lines), keyboard(*rows))


def content_line(texts: Texts, draft: Draft, language: Language) -> str:
    """Return what people of a language get, in a line."""
    message = draft.content.by_language.get(language)
    name = texts(f"broadcast-language-{language}")
    if message is None:
        return texts("broadcast-content-none", language=name)
    buttons = len(links_of(message))
    parts = [kind_in_words(texts, message), *([texts.plain("broadcast-buttons", count=buttons)] if buttons else [])]
    return texts("broadcast-content", language=name, content=", ".join(parts))


def kind_in_words(texts: Texts, message: Message) -> str:
    """Return what kind of message it is: «текст, 120 знаков», «альбом из 3»."""
    if message.method == "sendMessage":
        return texts.plain("broadcast-kind-text", length=len(message.params["text"]))
    if message.method == "sendMediaGroup":
        return texts.plain("broadcast-kind-album", count=len(message.params["media"]))
    kind = message.method.removeprefix("send").lower()
    return texts.plain(f"broadcast-kind-{kind if texts.has(f'broadcast-kind-{kind}') else 'other'}")


def links_menu(texts: Texts, draft: Draft) -> Reply:
    """Return the choice whose buttons to set."""
    lines: list[str] = [texts("broadcast-links-title")]
    rows: list[Row] = []
    for language, message in draft.content.by_language.items():
        name = texts(f"broadcast-language-{language}")
        if not takes_links(message):
            lines.append(texts("broadcast-links-album", language=name))
            continue
        lines += [f"{name}: {_links(message) or texts('broadcast-links-none')}"]
        rows.append([_step(texts, f"button-broadcast-links-{language}", draft, "links-for", language)])
    if len(rows) > 1:
        rows.append([_step(texts, "button-broadcast-links-both", draft, "links-for", BOTH)])
    if any(links_of(message) for message in draft.content.by_language.values()):
        rows.append([_step(texts, "button-broadcast-unlink", draft, "unlink")])
    return Reply("\n".join(lines), keyboard(*rows, [back(texts, draft)]))


def ask_links(texts: Texts, draft: Draft) -> Reply:
    """Return the request to type buttons."""
    return Reply(texts("broadcast-links-ask"), keyboard([_step(texts, "button-back", draft, "links")]))


def when_menu(desk: Desk, draft: Draft) -> Reply:
    """Return the request to type a time."""
    texts = desk.texts
    example = texts.plain("broadcast-when-example")
    rows = [[_step(texts, "button-broadcast-now", draft, "now")], [back(texts, draft)]]
    zone = zone_title(texts, str(desk.zone), desk.now)
    return Reply(texts("broadcast-when-ask", when=desk.when(draft), example=example, zone=zone), keyboard(*rows))


def preview_label(texts: Texts, language: Language) -> Reply:
    """Return the line above a preview."""
    return Reply(texts("broadcast-preview-label", language=texts(f"broadcast-in-{language}")))


def summary(desk: Desk, draft: Draft, recipients: Recipients) -> Reply:
    """Return the last look: who gets it, how many, when; with the button that sends it."""
    texts = desk.texts
    lines = [
        texts("broadcast-check"),
        texts("broadcast-for", audience=desk.audience(draft)),
        texts("broadcast-total", total=recipients.total),
        *[
            texts("broadcast-total-part", language=texts(f"broadcast-language-{language}"), count=count)
            for language, count in recipients.by_language.items()
        ],
        *[
            texts("broadcast-left-out", language=texts(f"broadcast-language-{language}"), count=count)
            for language, count in recipients.left_out.items()
        ],
        texts("broadcast-when", when=desk.when(draft)),
    ]
    if draft.to_channel:
        lines.append(texts("broadcast-channel-yes"))
    if not recipients.total:
        lines.append(texts("broadcast-nobody"))
    later = draft.scheduled_at is not None
    label = texts.plain("button-broadcast-plan" if later else "button-broadcast-send", count=recipients.total)
    sends = button(label, DraftCallback(act="send", draft=draft.id, value=fingerprint(draft)))
    anybody = recipients.total or draft.to_channel
    rows: list[Row] = [
        [sends] if anybody else [],
        [_step(texts, "button-broadcast-test", draft, "test")],
        [_step(texts, "button-broadcast-change", draft, "open")],
        [_drop(texts, draft)],
    ]
    return Reply("\n".join(lines), keyboard(*rows))


def refused(texts: Texts, draft: Draft, language: Language, reason: str) -> Reply:
    """Return what Telegram said against a message."""
    name = texts(f"broadcast-in-{language}")
    return Reply(texts("broadcast-refused", language=name, reason=reason), keyboard([back(texts, draft)]))


def back(texts: Texts, draft: Draft) -> InlineKeyboardButton:
    """Return the button to the draft."""
    return _step(texts, "button-back", draft, "open")


def _links(message: Message) -> Html:
    shown = [f'<a href="{escape(url)}">{escape(text, quote=False)}</a>' for text, url in links_of(message)]
    return Html(" · ".join(shown))


def _channel(texts: Texts, draft: Draft) -> InlineKeyboardButton:
    key = "button-broadcast-channel-off" if draft.to_channel else "button-broadcast-channel-on"
    return _step(texts, key, draft, "channel", "0" if draft.to_channel else "1")


def _drop(texts: Texts, draft: Draft) -> InlineKeyboardButton:
    return _step(texts, "button-broadcast-drop", draft, "drop")


def _step(texts: Texts, key: str, draft: Draft, act: str, value: str = "") -> InlineKeyboardButton:
    return button(texts.plain(key), DraftCallback(act=act, draft=draft.id, value=value))
