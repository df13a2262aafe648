"""The EU talks: where they are, and what they are about."""

from datetime import date
from html import escape

from aiogram.types import InlineKeyboardButton

from bot.domain.talks import Stage, TalksEvent, TalksTopic
from bot.i18n import Html, Texts
from bot.services.catalogue import Catalogue
from bot.services.talks import Talks
from bot.services.talks_state import TalksState
from bot.telegram.callbacks import EventCallback, FollowCallback, TalksCallback, TalksTopicCallback
from bot.telegram.keyboards import Row, button, grid, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.sources import source_links
from bot.telegram.views.talks_stepper import stage_words, stepper

MOST_SOURCES = 3


def status(talks: Talks, catalogue: Catalogue, texts: Texts, today: date, *, followed: bool = False) -> Reply:
    """Return where the talks are, as far as the sources tell. followed: by the person who asks."""
    state = talks.state(today)
    lines = [
        _title(texts, state),
        *_now(catalogue, texts, state),
        *_last_event(catalogue, texts, state),
        *_statement(catalogue, texts, state),
        _checked(texts, state),
        "",
        stepper(catalogue, texts, state),
        "",
        *_agreements(catalogue, texts, state),
        *_next(catalogue, texts, state),
        *_days(texts, state),
        "",
        texts("talks-not-visa-free-now" if state.stage is Stage.ENTRY_INTO_FORCE else "talks-not-visa-free"),
    ]
    return Reply("\n".join(lines), keyboard(*_status_rows(texts, state, followed=followed)))


def topics(talks: Talks, catalogue: Catalogue, texts: Texts) -> Reply:
    """Return the subjects of the talks: the four that the ministry named, then the others."""
    named, others = talks.topics()
    lines = [
        texts("topics-title"),
        texts("topics-article"),
        *[f"• <b>{_title_of(topic, texts)}</b>" for topic in named],
        "",
        texts("topics-others"),
        *[f"• {_title_of(topic, texts)}" for topic in others],
        "",
        texts("topics-hint"),
    ]
    buttons = [button(topic.titles[texts.language], TalksTopicCallback(id=topic.id)) for topic in (*named, *others)]
    return Reply("\n".join(lines), keyboard(*grid(buttons, 1), [back_to_status(texts)]))


def topic_page(texts: Texts, topic: TalksTopic) -> Reply:
    """Return a subject: today's rule and what other agreements gave."""
    lines = [
        texts("topic-title", title=topic.titles[texts.language]),
        "",
        texts("topic-today", text=topic.today[texts.language]),
        "",
        texts("topic-typical", text=topic.typical[texts.language]),
        "",
        texts("topic-open"),
        texts("topic-sources", sources=source_links(topic.source_urls[:MOST_SOURCES])),
    ]
    rows: list[Row] = [[button(texts.plain("button-back"), TalksCallback(page="topics")), back_to_status(texts)]]
    return Reply("\n".join(lines), keyboard(*rows))


def back_to_status(texts: Texts) -> InlineKeyboardButton:
    """Return the button to the first page on the talks."""
    return button(texts.plain("button-talks-status"), TalksCallback(page="status"))


def source_name(catalogue: Catalogue, texts: Texts, event: TalksEvent) -> str:
    """Return the name of an event's source in the language."""
    return catalogue.phrase(event.source_name, texts.language)


def _title(texts: Texts, state: TalksState) -> str:
    if state.pause is not None and state.now is not None:
        return texts(f"talks-title-{state.pause}", date=texts.long_date(state.now.event.date))
    return texts("talks-title", position=state.position)


def _now(catalogue: Catalogue, texts: Texts, state: TalksState) -> list[str]:
    if state.now is None:
        return [texts("talks-nothing")]
    stage = stage_words(catalogue, texts, state.stage)
    if state.stage is Stage.ROUND and state.rounds:
        first = texts.long_date(state.rounds[0].date)
        return [texts("talks-now-rounds", stage=stage, count=len(state.rounds), date=first)]
    return [texts("talks-now", stage=stage, date=texts.long_date(state.since))] if state.since else []


def _last_event(catalogue: Catalogue, texts: Texts, state: TalksState) -> list[str]:
    if state.now is None:
        return []
    event = state.now.event
    return [texts("talks-last", date=texts.long_date(event.date), event=_told(catalogue, texts, event))]


def _statement(catalogue: Catalogue, texts: Texts, state: TalksState) -> list[str]:
    event = state.statement
    if event is None:
        return []
    return [texts("talks-statement", date=texts.long_date(event.date), event=_told(catalogue, texts, event))]


def _told(catalogue: Catalogue, texts: Texts, event: TalksEvent) -> Html:
    title = Html(f"<b>{escape(event.titles[texts.language], quote=False)}</b>")
    links = source_links(event.source_urls, source_name(catalogue, texts, event))
    return Html(f"{title} ({links})" if links else title)


def _checked(texts: Texts, state: TalksState) -> str:
    checked = texts.long_date(state.checked_on)
    if state.newest_report < state.checked_on:
        return texts("talks-silence", since=texts.long_date(state.newest_report), checked=checked)
    return texts("talks-checked", checked=checked)


def _agreements(catalogue: Catalogue, texts: Texts, state: TalksState) -> list[str]:
    lines: list[str] = [texts("talks-agreements")]
    for agreement, stage, count in state.agreements:
        key = "talks-agreement-rounds" if stage is Stage.ROUND else "talks-agreement"
        title = stage_words(catalogue, texts, stage)
        lines.append("• " + texts(key, agreement=texts.plain(f"talks-agreement-{agreement}"), stage=title, count=count))
    return lines


def _next(catalogue: Catalogue, texts: Texts, state: TalksState) -> list[str]:
    if state.next_stage is None or state.pause is not None:
        return []
    stage = stage_words(catalogue, texts, state.next_stage)
    if state.stage is Stage.ROUND:
        return [texts("talks-next-round", number=str(len(state.rounds) + 1), stage=stage)]
    return [texts("talks-next", stage=stage)]


def _days(texts: Texts, state: TalksState) -> list[str]:
    counted = [
        ("talks-days-mandate", state.days_since_mandate),
        ("talks-days-launch", state.days_since_launch),
        ("talks-days-round", state.days_since_last_round),
    ]
    told = [texts.plain(key, days=days) for key, days in counted if days is not None]
    return [texts("talks-days", list=" · ".join(told))] if told else []


def _status_rows(texts: Texts, state: TalksState, *, followed: bool) -> list[Row]:
    follow = FollowCallback(topic="eu", on=not followed, origin="talks")
    label = texts.plain("button-unfollow" if followed else "button-follow")
    event = state.now.event if state.now else None
    opened = [button(texts.plain("button-event-open"), EventCallback(id=event.id))] if event else []
    return [
        [button(label, follow), *opened],
        [
            button(texts.plain("button-timeline"), TalksCallback(page="timeline")),
            button(texts.plain("button-topics"), TalksCallback(page="topics")),
        ],
        [
            button(texts.plain("button-peers"), TalksCallback(page="peers")),
            button(texts.plain("button-stages"), TalksCallback(page="stages")),
        ],
    ]


def _title_of(topic: TalksTopic, texts: Texts) -> str:
    return escape(topic.titles[texts.language], quote=False)
