"""The EU talks on the page: where they are, the stepper, the timeline, as HTML."""

from datetime import date
from html import escape

from bot.domain.talks import Stage, TalksEvent
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.event_rules import site_of
from bot.services.talks_state import Progress, Step, TalksState, state_of

HERE = (Progress.NOW, Progress.PAUSED)


def talks_part(catalogue: Catalogue, texts: Texts, today: date) -> str:
    """Return the whole part, headings included."""
    state = state_of(catalogue, today)
    return (
        f'<p class="stage">{texts("page-talks-position", position=str(state.position))}: '
        f"<b>{_title(catalogue, texts, state.stage)}</b></p>"
        f"{_last(texts, state)}<p>{_checked(texts, state)}</p>"
        f'<p class="note">{texts(_notice(state))}</p><p><button type="button" class="button follow" id="follow-eu" '
        f'data-topic="eu" hidden>{texts("page-follow-talks")}</button></p>'
        f'<h3>{texts("page-stepper")}</h3><ol class="stepper">'
        + "".join(_step(catalogue, texts, step) for step in state.steps)
        + f'</ol><h3>{texts("page-timeline")}</h3><ol class="timeline" reversed>'
        + "".join(_event(texts, event) for event in catalogue.events)
        + "</ol>"
    )


def _notice(state: TalksState) -> str:
    return "talks-not-visa-free-now" if state.stage is Stage.ENTRY_INTO_FORCE else "talks-not-visa-free"


def _last(texts: Texts, state: TalksState) -> str:
    if state.now is None:
        return f"<p>{texts('talks-nothing')}</p>"
    event = state.now.event
    return f"<p>{texts('talks-last', date=texts.long_date(event.date), event=event.titles[texts.language])}</p>"


def _checked(texts: Texts, state: TalksState) -> str:
    checked = texts.long_date(state.checked_on)
    if state.newest_report < state.checked_on:
        return texts("talks-silence", since=texts.long_date(state.newest_report), checked=checked)
    return texts("talks-checked", checked=checked)


def _step(catalogue: Catalogue, texts: Texts, step: Step) -> str:
    info = catalogue.stage(step.stage)
    day = f' <span class="when">{texts.short_date(step.date)}</span>' if step.date else ""
    here = ' aria-current="step"' if step.progress in HERE else ""
    about = f"<p>{escape(info.about[texts.language])}</p>" if info else ""
    return (
        f'<li class="{step.progress}"{here}><details{" open" if here else ""}><summary>'
        f"{_title(catalogue, texts, step.stage)}{day} "
        f'<span class="progress">{texts(f"page-step-{step.progress}")}</span></summary>{about}</details></li>'
    )


def _event(texts: Texts, event: TalksEvent) -> str:
    moved = f' <span class="moved">{texts("page-moved")}</span>' if event.moves else ""
    links = ", ".join(
        f'<a href="{escape(url)}" rel="noopener" target="_blank">{escape(site_of(url))}</a>'
        for url in event.source_urls
    )
    kind = ' class="moves"' if event.moves else ""
    return (
        f'<li{kind}><time datetime="{event.date}">{texts.short_date(event.date)}</time>'
        f'{moved}<span class="what">{escape(event.titles[texts.language])}</span>'
        f'<span class="sources">{links}</span></li>\n'
    )


def _title(catalogue: Catalogue, texts: Texts, stage: Stage) -> str:
    info = catalogue.stage(stage)
    return escape(info.titles[texts.language] if info else stage.value)
