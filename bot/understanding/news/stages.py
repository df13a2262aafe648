"""What step of the talks a text seems to report."""

from collections.abc import Callable

from bot.domain.talks import Stage
from bot.understanding.news.report import Report, Stretch

_TALKS = ("talks", "round")
_DEAL = ("agreement",)


def stage_of(report: Report) -> Stage | None:
    """Return the step that the title reports, or else the summary; None for a statement or an announcement."""
    title = report.title
    found = _step(title)
    if found is Stage.LAUNCH and report.whole.has("round") and not report.summary.has("future"):
        return Stage.ROUND
    if found is not None:
        return found
    if title.has("round") or (is_statement(title) and not report.summary.has("held")):
        return None
    return None if report.summary.has("speech") else _step(report.summary) or _step(report.whole)


def is_statement(stretch: Stretch) -> bool:
    """Tell whether a text tells what somebody said, or asks."""
    return stretch.has("speech", "timing")


def _step(stretch: Stretch) -> Stage | None:
    return next((stage for stage, fits in _STEPS if fits(stretch)), None)


def _is_suspended(text: Stretch) -> bool:
    return text.has("suspend") and text.has(*_TALKS, *_DEAL)


def _is_in_force(text: Stretch) -> bool:
    return text.has("in_force") and text.has(*_DEAL)


def _is_ratified(text: Stretch) -> bool:
    return text.has("ratified") and not text.has("future", "request")


def _has_consent(text: Stretch) -> bool:
    return text.has("parliament_eu") and text.has("approve") and text.has(*_DEAL)


def _is_concluded(text: Stretch) -> bool:
    return text.has("council") and text.has("conclusion") and text.has("decision", "approve")


def _is_to_be_signed(text: Stretch) -> bool:
    return text.has("council") and text.has("sign") and text.has("decision", "approve")


def _is_signed(text: Stretch) -> bool:
    return text.has("sign") and text.has(*_DEAL) and not text.has("future", "request", "propose")


def _is_initialled(text: Stretch) -> bool:
    return text.has("initial") and text.has(*_DEAL, "talks", "text")


def _is_agreed(text: Stretch) -> bool:
    wording = text.is_near(["settled"], ["text"], 4)
    return not text.has("round") and (wording or text.is_near(["settled"], ["talks"], 2))


def _is_recommended(text: Stretch) -> bool:
    return text.has("recommend") and text.has("commission", "eu")


def _is_mandated(text: Stretch) -> bool:
    return text.has("mandate") and text.has("approve") and not text.has("timing")


def _is_round(text: Stretch) -> bool:
    return (
        text.has("round")
        and not text.has("future", "aim", "postponed")
        and (text.has("held", "begin") or not text.has("speech"))
    )


def _is_launched(text: Stretch) -> bool:
    return text.is_near(["begin"], ["talks"], 4) and not text.has("future", "request", "timing", "held")


def _is_dialogue(text: Stretch) -> bool:
    return text.has("consultation") and text.has("begin", "held") and not text.has("future", "request")


_STEPS: tuple[tuple[Stage, Callable[[Stretch], bool]], ...] = (
    (Stage.SUSPENDED, _is_suspended),
    (Stage.ENTRY_INTO_FORCE, _is_in_force),
    (Stage.PARTNER_RATIFICATION, _is_ratified),
    (Stage.EP_CONSENT, _has_consent),
    (Stage.COUNCIL_CONCLUSION, _is_concluded),
    (Stage.SIGNING_DECISION, _is_to_be_signed),
    (Stage.SIGNATURE, _is_signed),
    (Stage.INITIALLING, _is_initialled),
    (Stage.NEGOTIATORS_CONCLUSION, _is_agreed),
    (Stage.RECOMMENDATION, _is_recommended),
    (Stage.MANDATE, _is_mandated),
    (Stage.ROUND, _is_round),
    (Stage.DIALOGUE, _is_dialogue),
    (Stage.LAUNCH, _is_launched),
)
"""The surest sign first: a ratified agreement was signed too."""
