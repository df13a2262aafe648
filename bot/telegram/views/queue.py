"""The editors' queue: reports one at a time, questions as a list."""

from collections.abc import Sequence
from html import escape

from aiogram.types import InlineKeyboardButton

from bot.domain.destination import flag
from bot.domain.language import Language
from bot.i18n import Html, Texts
from bot.services.catalogue import Catalogue
from bot.services.queue import Missed, Report, key_of
from bot.telegram.desk_callbacks import QueueCallback
from bot.telegram.keyboards import Row, button, grid, keyboard
from bot.telegram.reply import Reply

PAGE = 10


def home(texts: Texts, reports: int, questions: int) -> Reply:
    """Return how much waits."""
    if not reports and not questions:
        return Reply(texts("queue-empty"))
    to_reports = button(texts.plain("button-queue-reports", count=reports), QueueCallback(act="reports"))
    to_questions = button(texts.plain("button-queue-questions", count=questions), QueueCallback(act="questions"))
    rows = [[to_reports] if reports else [], [to_questions] if questions else []]
    return Reply(texts("queue-title", reports=reports, questions=questions), keyboard(*rows))


def report_page(texts: Texts, catalogue: Catalogue, waiting: Sequence[Report], page: int) -> Reply:
    """Return one of the waiting reports; a page past the end shows the last."""
    if not waiting:
        return Reply(texts("queue-no-reports"), keyboard([_home(texts)]))
    page = min(max(page, 0), len(waiting) - 1)
    report = waiting[page]
    rows = [
        [button(texts.plain("button-queue-answer"), QueueCallback(act="answer", id=report.id, page=page))],
        [button(texts.plain("button-queue-close"), QueueCallback(act="close", id=report.id, page=page))],
        _pager("reports", page, len(waiting) - 1),
        [_home(texts)],
    ]
    return Reply(_report(texts, catalogue, report), keyboard(*rows))


def ask_answer(texts: Texts, catalogue: Catalogue, report: Report) -> Reply:
    """Return the request to write an answer."""
    back = button(texts.plain("button-queue-cancel"), QueueCallback(act="reports"))
    return Reply(f"{_report(texts, catalogue, report)}\n\n{texts('queue-ask-answer')}", keyboard([back]))


def question_page(texts: Texts, missed: Sequence[Missed], page: int) -> Reply:
    """Return a page of the questions that were not understood, the most asked first."""
    if not missed:
        return Reply(texts("queue-no-questions"), keyboard([_home(texts)]))
    last = (len(missed) - 1) // PAGE
    page = min(max(page, 0), last)
    shown = missed[page * PAGE : (page + 1) * PAGE]
    numbered = list(enumerate(shown, page * PAGE + 1))
    lines = [f"{n}. {escape(one.text, quote=False)} — <b>{one.count}</b>" for n, one in numbered]
    buttons = [button(f"☑️ {n}", QueueCallback(act="solve", key=key_of(one), page=page)) for n, one in numbered]
    rows = [*grid(buttons, 5), _pager("questions", page, last), [_home(texts)]]
    return Reply("\n".join([texts("queue-questions-title", count=len(missed)), *lines]), keyboard(*rows))


def _report(texts: Texts, catalogue: Catalogue, report: Report) -> str:
    language = texts.plain(f"queue-language-{Language(report.language)}")
    date = texts.short_date(report.created_at.date())
    lines: list[str] = [texts("queue-report-title", id=str(report.id), date=date, language=language)]
    if report.subject in catalogue.destinations:
        name = escape(catalogue.name(report.subject, texts.language), quote=False)
        lines.append(f"{flag(report.subject)} {name}")
    lines.append(Html(f"<blockquote>{escape(report.text, quote=False)}</blockquote>"))
    return "\n".join(lines)


def _pager(act: str, page: int, last: int) -> Row:
    if not last:
        return []
    return [
        button("◀️", QueueCallback(act=act, page=(page - 1) % (last + 1))),
        button(f"{page + 1} / {last + 1}", QueueCallback(act=act, page=page)),
        button("▶️", QueueCallback(act=act, page=(page + 1) % (last + 1))),
    ]


def _home(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("button-back"), QueueCallback(act="home"))
