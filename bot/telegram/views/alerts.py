"""What subscribers get when something happens in the talks, and what every alert is made of."""

from collections.abc import Callable
from html import escape
from typing import Any

from bot.domain.campaign import Content, Message
from bot.domain.language import Language
from bot.domain.talks import PAUSES, Stage
from bot.domain.topic import EU, Topic
from bot.i18n import Html, Texts, Translator
from bot.services.catalogue import Catalogue
from bot.services.talks import AlertNote, Compose, EventAlert
from bot.services.talks_state import Standing
from bot.telegram.callbacks import EventCallback, FollowCallback, TalksCallback
from bot.telegram.keyboards import Row, button, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.sources import source_links
from bot.telegram.views.talks import source_name
from bot.telegram.views.talks_stepper import stage_words


def compose_event_alert(translator: Translator) -> Compose:
    """Return what makes the alert of an event, in every language."""
    return lambda catalogue, alert: content(translator, lambda texts: event_alert(catalogue, texts, alert))


def event_alert(catalogue: Catalogue, texts: Texts, alert: EventAlert) -> Reply:
    """Return the alert of an event in one language; of a withdrawn one, that it is withdrawn."""
    title = alert.event.titles[texts.language]
    if alert.note is AlertNote.WITHDRAWN:
        return Reply(texts("alert-withdrawn", title=title), keyboard(*_rows(texts, EU)))
    lines = [
        texts("alert-title", title=title),
        *_movement(catalogue, texts, alert),
        *_details(texts, alert),
        "",
        texts("alert-rules-new" if alert.event.stage is Stage.ENTRY_INTO_FORCE else "alert-rules-same"),
        texts("alert-source", source=_sources(catalogue, texts, alert)),
        *([texts("alert-corrected")] if alert.note is AlertNote.CORRECTED else []),
    ]
    opening = button(texts.plain("button-event-open"), EventCallback(id=alert.event.id, below=True))
    return Reply("\n".join(lines), keyboard([opening], *_rows(texts, EU)))


def content(translator: Translator, view: Callable[[Texts], Reply]) -> Content:
    """Return a view in every language, as the calls that send it."""
    return Content({language: message_of(view(translator[language])) for language in Language})


def message_of(reply: Reply) -> Message:
    """Return the call that sends a reply, without its chat."""
    params: dict[str, Any] = {"text": reply.html, "parse_mode": "HTML"}
    params["link_preview_options"] = {"is_disabled": True}
    if reply.keyboard is not None:
        params["reply_markup"] = reply.keyboard.model_dump(mode="json", exclude_none=True)
    return Message("sendMessage", params)


def follow_label(texts: Texts, *, on: bool) -> str:
    """Return what an alert's button says that turns its topic on again, or off."""
    return texts.plain("button-alert-again" if on else "button-alert-stop")


def _movement(catalogue: Catalogue, texts: Texts, alert: EventAlert) -> list[str]:
    """Return from where to where the talks moved; for a statement, that they did not."""
    day = texts.long_date(alert.event.date)
    if alert.before is None or alert.after is None:
        return [texts("alert-date", date=day), *_unmoved(catalogue, texts, alert)]
    lines = [_standing(catalogue, texts, alert.before, "alert-before", was=True)]
    return [*lines, _standing(catalogue, texts, alert.after, "alert-after", was=False)]


def _unmoved(catalogue: Catalogue, texts: Texts, alert: EventAlert) -> list[str]:
    if alert.event.moves or alert.event.stage.position is None:
        return []
    return [texts("alert-same", stage=stage_words(catalogue, texts, alert.event.stage))]


def _standing(catalogue: Catalogue, texts: Texts, standing: Standing, key: str, *, was: bool) -> str:
    date = texts.long_date(standing.event.date)
    if standing.stage in PAUSES:
        return texts(f"alert-was-{standing.stage}" if was else f"alert-now-{standing.stage}", date=date)
    if standing.round:
        return texts(key, stage=texts.plain("alert-round", number=str(standing.round)), date=date)
    return texts(key, stage=stage_words(catalogue, texts, standing.stage), date=date)


def _details(texts: Texts, alert: EventAlert) -> list[str]:
    details = alert.event.details.get(texts.language, "")
    return ["", escape(details, quote=False)] if details else []


def _sources(catalogue: Catalogue, texts: Texts, alert: EventAlert) -> Html:
    return source_links(alert.event.source_urls, source_name(catalogue, texts, alert.event))


def _rows(texts: Texts, topic: Topic) -> list[Row]:
    return [
        [button(texts.plain("button-alert-status"), TalksCallback(page="open"))],
        _stop_row(texts, topic),
    ]


def _stop_row(texts: Texts, topic: Topic) -> Row:
    stop = FollowCallback(topic=str(topic).replace(":", "."), on=False, origin="alert")
    return [button(follow_label(texts, on=False), stop)]
