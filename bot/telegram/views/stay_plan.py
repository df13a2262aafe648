"""Plans in a chat: when a person wants to go, and what comes of it."""

from collections.abc import Iterable

from bot.i18n import Html, Texts
from bot.services.catalogue import Catalogue
from bot.services.stay import Judgement
from bot.telegram.callbacks import StayCallback
from bot.telegram.keyboards import button, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.stay import honest, wrong_lines
from bot.telegram.views.stay_words import limit_words, place_label, span
from bot.understanding.trips import TripProblem


def ask_plan(catalogue: Catalogue, texts: Texts, place: str, problems: tuple[TripProblem, ...] = ()) -> Reply:
    """Return the question when the person wants to go."""
    lines = [*wrong_lines(texts, problems), texts("stay-ask-plan", place=place_label(catalogue, texts, place))]
    rows = [
        [button(texts.plain("button-stay-calendar"), StayCallback(act="month", place=place))],
        [button(texts.plain("button-stay-answer"), StayCallback(act="answer", place=place))],
    ]
    return Reply("\n".join([*lines, texts("stay-year-rule")]), keyboard(*rows))


def judged(catalogue: Catalogue, texts: Texts, place: str, judgements: Iterable[Judgement]) -> Reply:
    """Return what plans come to."""
    label = place_label(catalogue, texts, place)
    blocks = ["\n".join(_judgement_lines(texts, label, one)) for one in judgements]
    rows = [
        [button(texts.plain("button-stay-plan"), StayCallback(act="plan", place=place))],
        [button(texts.plain("button-stay-answer"), StayCallback(act="answer", place=place))],
    ]
    return Reply("\n\n".join([*blocks, honest(texts, place)]), keyboard(*rows))


def _judgement_lines(texts: Texts, label: str, judgement: Judgement) -> list[str]:
    plan, verdict = judgement.plan, judgement.verdict
    words = span(texts, plan)
    if verdict.first_breach is None or verdict.trip is None or verdict.limit is None:
        lines = [texts("stay-plan-fine", place=label, plan=words, days=plan.days)]
        if judgement.left_after is not None:
            lines.append(texts("stay-plan-left", left=judgement.left_after))
        return [*lines]
    if verdict.first_breach > (plan.last or plan.first):
        spoilt = span(texts, verdict.trip)
        lines = [texts("stay-plan-spoils", place=label, plan=words, trip=spoilt, over=verdict.over)]
    else:
        date = texts.long_date(verdict.first_breach)
        lines = [texts("stay-plan-over", place=label, plan=words, over=verdict.over, date=date)]
    lines.append(texts("stay-plan-rule", rule=Html(limit_words(texts, verdict.limit))))
    if judgement.fits_from is not None:
        lines.append(texts("stay-plan-fits", date=texts.long_date(judgement.fits_from)))
    return [*lines]
