"""The way of the agreement as a picture: 13 stages on one line, done, present and ahead."""

from dataclasses import dataclass
from datetime import date

from bot.i18n import Texts
from bot.pictures import theme
from bot.pictures.canvas import Canvas
from bot.pictures.lettering import wrap
from bot.pictures.sheet import Sheet
from bot.services.catalogue import Catalogue
from bot.services.talks_state import Progress, Step, TalksState
from bot.telegram.views.talks_stepper import stage_title

_ROW = 82
_DOT = 20.0
_LEFT = 64.0
HERE = (Progress.NOW, Progress.PAUSED)
WAIT = "#B25E00"


def draw(catalogue: Catalogue, texts: Texts, state: TalksState, today: date, bot_name: str = "") -> str:
    """Return the picture as SVG. bot_name: without the @."""
    sheet = Sheet()
    position = texts.plain("page-talks-position", position=str(state.position))
    sheet.title(texts.plain("talks-picture-title"), f"{position}: {stage_title(catalogue, texts, state.stage)}")
    sheet.panel(texts.plain("page-stepper"), Stepper(tuple(_row(catalogue, texts, step) for step in state.steps)))
    sheet.panel(texts.plain("talks-picture-so-far"), Sentence(texts.plain("talks-not-visa-free")))
    told = [texts.plain("talks-picture-foot", date=texts.long_date(today)), f"@{bot_name}" if bot_name else ""]
    sheet.foot(" · ".join(filter(None, told)))
    return sheet.svg()


@dataclass(frozen=True, slots=True)
class Row:
    """A stage. note: its date, or that it is the present one."""

    title: str
    note: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class Stepper:
    """Stages one under another, joined by a line."""

    rows: tuple[Row, ...]

    def draw(self, canvas: Canvas, x: float, y: float, width: float) -> float:
        """Draw below the line y and return the line where it ends."""
        end = y + _ROW * len(self.rows)
        first, last = y + _ROW / 2, end - _ROW / 2
        canvas.rectangle(x + _DOT - 3, first, 6, last - first, theme.LINE)
        done = next((number for number, row in enumerate(self.rows) if row.progress in HERE), 0)
        canvas.rectangle(x + _DOT - 3, first, 6, _ROW * done, theme.GOOD)
        for number, row in enumerate(self.rows):
            self._row(canvas, row, x, first + _ROW * number, width)
        return end

    def _row(self, canvas: Canvas, row: Row, x: float, middle: float, width: float) -> None:
        _mark(canvas, x + _DOT, middle, row.progress)
        is_here, is_ahead = row.progress in HERE, row.progress is Progress.AHEAD
        note = 260.0 if row.note else 0.0
        fill = theme.MUTED if is_ahead else theme.INK
        room = width - _LEFT - note
        canvas.text(x + _LEFT, middle + 12, row.title, room, bold=is_here, fill=fill, shrink=True)
        if row.note:
            canvas.text(x + width, middle + 12, row.note, note - 16, size=theme.SMALL, fill=theme.MUTED, anchor="end")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in as many lines as it needs, three at most."""

    words: str

    def draw(self, canvas: Canvas, x: float, y: float, width: float) -> float:
        """Draw below the line y and return the line where it ends."""
        for line in wrap(self.words, theme.BODY, width, lines=3):
            y += 46
            canvas.text(x, y - 6, line, width)
        return y


def _row(catalogue: Catalogue, texts: Texts, step: Step) -> Row:
    note = texts.short_date(step.date) if step.date else ""
    if step.progress is Progress.PAUSED:
        note = texts.plain("page-step-paused")
    return Row(stage_title(catalogue, texts, step.stage), note, step.progress)


def _mark(canvas: Canvas, x: float, y: float, progress: Progress) -> None:
    if progress is Progress.AHEAD:
        canvas.circle(x, y, 15, theme.PANEL)
        canvas.ring(x, y, 14, theme.IDLE, 4)
        return
    canvas.circle(x, y, _DOT, {Progress.DONE: theme.GOOD, Progress.NOW: theme.ACCENT, Progress.PAUSED: WAIT}[progress])
    if progress is Progress.DONE:
        canvas.polyline([(x - 8, y), (x - 2, y + 7), (x + 9, y - 7)], theme.PANEL, thickness=4)
    elif progress is Progress.PAUSED:
        for left in (-7, 3):
            canvas.rectangle(x + left, y - 9, 4, 18, theme.PANEL)
    else:
        canvas.circle(x, y, 7, theme.PANEL)
