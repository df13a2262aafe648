"""The 13 stages: as a stepper that fits a phone, and each explained."""

from html import escape

from bot.domain.talks import Stage
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.talks_state import Progress, Step, TalksState
from bot.telegram.callbacks import TalksCallback
from bot.telegram.keyboards import button, keyboard
from bot.telegram.reply import Reply

MARKS = {Progress.DONE: "✓", Progress.NOW: "●", Progress.PAUSED: "⏸", Progress.AHEAD: "○"}
NEAR_BEFORE, NEAR_AFTER = 2, 1
"""Steps around the present one that are never folded."""
NOT_WORTH_FOLDING = 2


def stepper(catalogue: Catalogue, texts: Texts, state: TalksState) -> str:
    """Return the stages, one a line; those far from the present one fold away under a tap."""
    first, last = state.position - NEAR_BEFORE, state.position + NEAR_AFTER
    if first - 1 <= NOT_WORTH_FOLDING:
        first = 1
    if len(state.steps) - last <= NOT_WORTH_FOLDING:
        last = len(state.steps)
    lines = {step.position: _line(catalogue, texts, step) for step in state.steps}
    before = [line for position, line in lines.items() if position < first]
    near = [line for position, line in lines.items() if first <= position <= last]
    after = [line for position, line in lines.items() if position > last]
    return "\n".join([*_folded(before), f"<blockquote>{chr(10).join(near)}</blockquote>", *_folded(after)])


def stages(catalogue: Catalogue, texts: Texts, state: TalksState) -> Reply:
    """Return every stage with what happens in it and who acts."""
    lines: list[str] = [texts("stages-title")]
    for step in state.steps:
        info = catalogue.stage(step.stage)
        lines.append(_line(catalogue, texts, step))
        if info is not None:
            who = texts("stages-who", who=info.who[texts.language])
            lines.append(f"<i>{escape(info.about[texts.language], quote=False)} {who}.</i>")
    drawn = button(texts.plain("button-stages-picture"), TalksCallback(page="picture"))
    return Reply(
        "\n".join(lines), keyboard([drawn], [button(texts.plain("button-back"), TalksCallback(page="status"))])
    )


def stage_title(catalogue: Catalogue, texts: Texts, stage: Stage) -> str:
    """Return a stage's title, unescaped; its id where it is none of the 13."""
    info = catalogue.stage(stage)
    return info.titles[texts.language] if info is not None else stage.value


def stage_words(catalogue: Catalogue, texts: Texts, stage: Stage) -> str:
    """Return a stage's title as it stands within a sentence: «раунды переговоров», but «ЕО Кеңесінің мандаты»."""
    title = stage_title(catalogue, texts, stage)
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _line(catalogue: Catalogue, texts: Texts, step: Step) -> str:
    key = "talks-step" if step.date is None else "talks-step-dated"
    date = texts.short_date(step.date) if step.date is not None else ""
    told = texts(key, number=str(step.position), stage=stage_title(catalogue, texts, step.stage), date=date)
    return f"{MARKS[step.progress]} " + (f"<b>{told}</b>" if step.progress in (Progress.NOW, Progress.PAUSED) else told)


def _folded(lines: list[str]) -> list[str]:
    return [f"<blockquote expandable>{chr(10).join(lines)}</blockquote>"] if lines else []
