"""Questions that were not understood, and the names that editors add so that they are."""

import hashlib
from collections.abc import Sequence
from html import escape

from aiogram.types import InlineKeyboardButton

from bot.domain.destination import flag
from bot.domain.facts import PlaceName
from bot.i18n import Html, Texts
from bot.services.catalogue import Catalogue
from bot.services.queue import Missed, key_of
from bot.telegram.desk_callbacks import AliasCallback, QuestionCallback, QueueCallback
from bot.telegram.keyboards import Row, button, grid, keyboard
from bot.telegram.reply import Reply, to_plain

PAGE = 10
LONGEST = 80
LONGEST_ANSWER = 300


def question_list(texts: Texts, missed: Sequence[Missed], page: int) -> Reply:
    """Return a page of the questions, the most asked first."""
    home = [button(texts.plain("button-back"), QueueCallback(act="home"))]
    if not missed:
        return Reply(texts("queue-no-questions"), keyboard(home))
    last = (len(missed) - 1) // PAGE
    page = min(max(page, 0), last)
    shown = list(enumerate(missed[page * PAGE : (page + 1) * PAGE], page * PAGE + 1))
    lines = [f"{n}. {_cut(one.text)} — <b>{one.count}</b>" for n, one in shown]
    opening = [button(str(n), QuestionCallback(act="show", key=key_of(one), page=page)) for n, one in shown]
    solved = button(texts.plain("button-questions-solved"), QuestionCallback(act="solved", page=page))
    rows = [*grid(opening, 5), _pager(page, last), [solved], home]
    return Reply("\n".join([texts("queue-questions-title", count=len(missed)), *lines]), keyboard(*rows))


def question_page(texts: Texts, one: Missed, answer: Reply, page: int, *, is_understood: bool) -> Reply:
    """Return a question: how it is spelt, how often it was asked, what it would be answered now."""
    others = [spelling for spelling in one.spellings if spelling != one.text]
    told = to_plain(answer.html)
    lines = [
        f"❓ <b>{_cut(one.text, 300)}</b>",
        texts("questions-asked", count=one.count, date=texts.short_date(one.last_asked_at.date())),
        *([texts("questions-also", spellings="; ".join(others))] if others else []),
        "",
        texts("questions-answer-good" if is_understood else "questions-answer-bad"),
        f"<blockquote>{_cut(told, LONGEST_ANSWER)}</blockquote>",
    ]

    def act(name: str) -> QuestionCallback:
        return QuestionCallback(act=name, key=key_of(one), page=page)

    rows: list[Row] = [
        [] if is_understood else [button(texts.plain("button-questions-alias"), act("alias"))],
        [
            button(texts.plain("button-questions-fixed"), act("fixed")),
            button(texts.plain("button-questions-drop"), act("dropped")),
        ],
        [button(texts.plain("button-back"), QuestionCallback(act="list", page=page))],
    ]
    return Reply("\n".join(lines), keyboard(*rows))


def ask_solved(texts: Texts, count: int, page: int) -> Reply:
    """Return the question before all that are understood by now are taken off."""
    back = button(texts.plain("button-back"), QuestionCallback(act="list", page=page))
    if not count:
        return Reply(texts("questions-none-solved"), keyboard([back]))
    yes = button(texts.plain("button-questions-solved-yes"), QuestionCallback(act="solved-yes", page=page))
    return Reply(texts("questions-solved-ask", count=count), keyboard([yes], [back]))


def ask_word(texts: Texts, one: Missed, choices: Sequence[str], problem: str = "") -> Reply:
    """Return the question which words of a question are a name. problem: why the last answer was none."""
    buttons = [
        button(word[:40], QuestionCallback(act="word", key=key_of(one), value=str(number)))
        for number, word in enumerate(choices)
    ]
    lines = [*([problem, ""] if problem else []), texts("alias-ask-word", question=one.text[:300])]
    return Reply("\n".join(lines), keyboard(*grid(buttons, 2), [_back(texts, one)]))


def ask_place(
    texts: Texts, catalogue: Catalogue, one: Missed, alias: str, nearest: Sequence[str], problem: str = ""
) -> Reply:
    """Return the question of which place a name is."""
    buttons = [
        button(
            f"{flag(iso2)} {catalogue.name(iso2, texts.language)}",
            QuestionCallback(act="place", key=key_of(one), value=iso2),
        )
        for iso2 in nearest
    ]
    lines = [*([problem, ""] if problem else []), texts("alias-ask-place", alias=alias)]
    return Reply("\n".join(lines), keyboard(*grid(buttons, 2), [_back(texts, one)]))


def preview(texts: Texts, catalogue: Catalogue, one: Missed, alias: PlaceName, answer: Reply, *, works: bool) -> Reply:
    """Return how the question would be answered with the new name."""
    place = Html(f"{flag(alias.iso2)} {escape(catalogue.name(alias.iso2, texts.language), quote=False)}")
    lines = [
        texts("alias-preview", alias=alias.name, place=place),
        texts("alias-answer" if works else "alias-answer-bad", question=one.text[:300]),
        f"<blockquote>{_cut(to_plain(answer.html), LONGEST_ANSWER)}</blockquote>",
    ]
    store = button(texts.plain("button-alias-store"), QuestionCallback(act="store", key=key_of(one)))
    return Reply("\n".join(lines), keyboard([store], [_back(texts, one)]))


def alias_list(texts: Texts, catalogue: Catalogue, aliases: Sequence[PlaceName], page: int) -> Reply:
    """Return a page of the names that editors added."""
    home = [button(texts.plain("button-back"), QueueCallback(act="home"))]
    if not aliases:
        return Reply(texts("alias-none"), keyboard(home))
    last = (len(aliases) - 1) // PAGE
    page = min(max(page, 0), last)
    shown = list(enumerate(aliases[page * PAGE : (page + 1) * PAGE], page * PAGE + 1))
    lines = [f"{n}. {_cut(one.name)} → {_place(catalogue, texts, one.iso2)}" for n, one in shown]
    removing = [button(f"✖️ {n}", AliasCallback(act="remove", key=alias_key(one), page=page)) for n, one in shown]
    turning = [
        button(mark, AliasCallback(act="list", page=to))
        for mark, to, is_there in (("◀️", page - 1, page > 0), ("▶️", page + 1, page < last))
        if is_there
    ]
    return Reply(
        "\n".join([texts("alias-title", count=len(aliases)), *lines]), keyboard(*grid(removing, 5), turning, home)
    )


def ask_remove(texts: Texts, catalogue: Catalogue, alias: PlaceName, page: int) -> Reply:
    """Return the question before a name is removed."""
    yes = button(texts.plain("button-alias-remove"), AliasCallback(act="remove-yes", key=alias_key(alias), page=page))
    no = button(texts.plain("button-back"), AliasCallback(act="list", page=page))
    place = Html(_place(catalogue, texts, alias.iso2))
    return Reply(texts("alias-remove-ask", alias=alias.name, place=place), keyboard([yes], [no]))


def alias_key(alias: PlaceName) -> str:
    """Return a short name of an alias that fits into a button."""
    return hashlib.blake2b(f"{alias.iso2}:{alias.name}".encode(), digest_size=6).hexdigest()


def _place(catalogue: Catalogue, texts: Texts, iso2: str) -> str:
    return f"{flag(iso2)} {escape(catalogue.name(iso2, texts.language), quote=False)}"


def _back(texts: Texts, one: Missed) -> InlineKeyboardButton:
    return button(texts.plain("button-back"), QuestionCallback(act="show", key=key_of(one)))


def _pager(page: int, last: int) -> Row:
    return [
        button(mark, QuestionCallback(act="list", page=to))
        for mark, to, is_there in (("◀️", page - 1, page > 0), ("▶️", page + 1, page < last))
        if is_there
    ]


def _cut(text: str, limit: int = LONGEST) -> str:
    return escape(text if len(text) <= limit else text[: limit - 1].rstrip() + "…", quote=False)
