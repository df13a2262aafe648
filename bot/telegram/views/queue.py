"""What people wrote to the editors, one report at a time."""

from collections.abc import Sequence
from html import escape

from aiogram.types import InlineKeyboardButton

from bot.domain.destination import flag
from bot.domain.language import Language
from bot.i18n import Html, Texts
from bot.services.catalogue import Catalogue
from bot.services.queue import Report
from bot.telegram.callbacks import CardCallback, MenuCallback
from bot.telegram.desk_callbacks import AliasCallback, DestinationCallback, QuestionCallback, QueueCallback
from bot.telegram.keyboards import Row, button, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.cards import one_line


def home(texts: Texts, mistakes: int, feedback: int, questions: int) -> Reply:
    """Return how much waits, by kind."""
    kinds = (
        (mistakes, "button-queue-mistakes", QueueCallback(act="mistakes")),
        (feedback, "button-queue-feedback", QueueCallback(act="feedback")),
        (questions, "button-queue-questions", QuestionCallback(act="list")),
    )
    rows: list[Row] = [[button(texts.plain(key, count=count), data)] for count, key, data in kinds if count]
    aliases = button(texts.plain("button-queue-aliases"), AliasCallback(act="list"))
    desk = button(texts.plain("button-admin-home"), MenuCallback(page="admin"))
    key = "queue-title" if rows else "queue-empty"
    numbers = {"mistakes": mistakes, "feedback": feedback, "questions": questions} if rows else {}
    return Reply(texts(key, **numbers), keyboard(*rows, [aliases, desk]))


def new_ones(texts: Texts, count: int) -> Reply:
    """Return the notice that people wrote."""
    opening = button(texts.plain("button-queue-open"), QueueCallback(act="home"))
    return Reply(texts("queue-new", count=count), keyboard([opening]))


def report_page(texts: Texts, catalogue: Catalogue, waiting: Sequence[Report], page: int, *, mistakes: bool) -> Reply:
    """Return one of the waiting reports; a page past the end shows the last."""
    if not waiting:
        return Reply(texts("queue-no-reports"), keyboard([_home(texts)]))
    page = min(max(page, 0), len(waiting) - 1)
    report = waiting[page]

    def act(name: str) -> QueueCallback:
        return QueueCallback(act=name, id=report.id, page=page)

    same = sum(one.subject == report.subject for one in waiting) if mistakes else 1
    rows: list[Row] = [[button(texts.plain("button-queue-answer"), act("answer"))]]
    if mistakes:
        fixed = [button(texts.plain("button-queue-fixed"), act("fixed"))]
        if same > 1:
            fixed.append(button(texts.plain("button-queue-fixed-all", count=same), act("fixed-all")))
        rows += [fixed, _subject_row(texts, catalogue, report)]
    rows += [
        [button(texts.plain("button-queue-close"), act("close"))],
        _pager("mistakes" if mistakes else "feedback", page, len(waiting) - 1),
        [_home(texts)],
    ]
    return Reply(_report(texts, catalogue, report, same), keyboard(*rows))


def ask_answer(texts: Texts, catalogue: Catalogue, report: Report) -> Reply:
    """Return the request to write an answer."""
    back = button(texts.plain("button-queue-cancel"), QueueCallback(act="mistakes" if report.subject else "feedback"))
    return Reply(f"{_report(texts, catalogue, report, 1)}\n\n{texts('queue-ask-answer')}", keyboard([back]))


def _subject_row(texts: Texts, catalogue: Catalogue, report: Report) -> Row:
    if report.subject not in catalogue.destinations:
        return []
    edit = DestinationCallback(act="open", iso2=report.subject)
    card = button(texts.plain("button-queue-card"), CardCallback(iso2=report.subject))
    return [card, button(texts.plain("button-queue-edit"), edit)]


def _report(texts: Texts, catalogue: Catalogue, report: Report, same: int) -> str:
    language = texts.plain(f"queue-language-{Language(report.language)}")
    date = texts.short_date(report.created_at.date())
    lines: list[str] = []
    if report.subject in catalogue.destinations:
        name = escape(catalogue.name(report.subject, texts.language), quote=False)
        lines.append(texts("queue-place", place=Html(f"{flag(report.subject)} {name}"), count=same))
        lines.append(one_line(catalogue, texts, catalogue.destinations[report.subject]))
    lines.append(texts("queue-report-title", id=str(report.id), date=date, language=language))
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
