"""Whether a report concerns the editors: the talks, or a regime of Kazakhstan's citizens."""

from bot.domain.watch import Judgement, Subject
from bot.understanding.news.report import MEMBERS, Report, Stretch
from bot.understanding.news.stages import stage_of
from bot.understanding.news.whose import Whose, whose

_EASING = ("ease", "easier", "mandate", "round")
_SURE = ("talks", "round", "mandate", "agreement", "aim")
_HARD = ("airline", "advert", "crime", "centre", "border", "easiest")
"""What makes a title no news of the talks, whatever gets easier."""
_SOFT = ("explainer", "advice", "anniversary", "statistics", "refusal", "fee")
"""What makes a title no news, unless it tells of a change."""
_CHANGES = (
    "abolish", "introduce", "extend", "shorten", "allow", "change", "add", "agree", "approve", "sign", "ratify",
    "in_force", "soon_in_force", "suspend", "propose", "ease",
)  # fmt: skip
_FIRM = ("abolish", "introduce", "extend", "sign", "ratify", "in_force", "soon_in_force", "suspend", "add", "mutual")
_SOFT_FOR_GOOD = tuple(sign for sign in _SOFT if sign != "explainer")
_NEAR = 8
"""Words between a visa and what becomes of it, where the title names no visa."""


def judge(report: Report) -> Judgement | None:
    """Return why a report concerns the editors, None where it does not."""
    found = _judged(report.whole, report)
    if found is not None:
        return found
    for stretch, scope in report.later:
        if stretch.has("visa") and stretch.has(*_EASING, *_CHANGES, "talks"):
            found = _judged(scope, report, stretch)
            if found is not None:
                return found
    return None


def _judged(scope: Stretch, report: Report, claim: Stretch | None = None) -> Judgement | None:
    if not scope.has("visa", "entry") or _is_of_payments(scope):
        return None
    if _is_of_talks(scope, report, claim):
        return Judgement(Subject.TALKS, stage_of(report))
    places = _regime_of(scope, report, claim)
    return Judgement(Subject.REGIME, places=places) if places else None


def _is_of_payments(scope: Stretch) -> bool:
    return scope.has("payment") and not scope.has("citizen", "kz_people", "talks", "free", "entry")


# --- the talks


def _is_of_talks(scope: Stretch, report: Report, claim: Stretch | None) -> bool:
    """Tell whether a text speaks of the EU easing the visas of Kazakhstan's citizens."""
    said = claim or scope
    if not scope.has("visa") or not _is_eu(said) or not _is_kazakhstan(scope, report):
        return False
    if _is_no_talk(report.title) or (whose(scope) is Whose.THEIRS and not said.has("talks", "round", "mandate")):
        return False
    if said.has(*_EASING):
        return True
    if not said.has("eu"):
        return said.has("talks") and not said.has(*_FIRM)
    return said.has("talks", "readmission", "agreement", "aim") or (
        said.has("abolish", "free") and not said.has("service")
    )


def _is_no_talk(title: Stretch) -> bool:
    if title.has(*_SURE):
        return False
    return title.has(*_HARD) or (title.has(*_SOFT) and not title.has("ease", "abolish"))


def _is_eu(scope: Stretch) -> bool:
    if (
        scope.has("eu")
        or (scope.has("commission", "council") and scope.has("ease"))
        or not MEMBERS.isdisjoint(scope.codes("country", "adjective"))
    ):
        return True
    return any(
        scope.word(index - 1) not in ("в", "in") and not scope.word(index).endswith("де")
        for index in scope.at("eu_capital")
    )


def _is_kazakhstan(scope: Stretch, report: Report) -> bool:
    """Tell whether Kazakhstan is the party, and no other country outside the EU."""
    if _names_us(report.title):
        return True
    others = [code for code in report.title.codes("country", "town", "people", "adjective") if code not in MEMBERS]
    if others:
        return False
    if _names_us(scope) or scope.has("kz_group"):
        return True
    elsewhere = [code for code in scope.codes("country", "people", "adjective", "town") if code not in MEMBERS]
    return not elsewhere and (report.is_kazakh or scope.has("kz_power", "ministry"))


def _names_us(scope: Stretch) -> bool:
    """Tell whether Kazakhstan is named, and not only to compare («вслед за Казахстаном»)."""
    for index in scope.at("kz"):
        before = scope.part(max(0, index - 2), index)
        if not before.has("like") and "like" not in (scope.marks[index + 1] if index + 1 < len(scope.marks) else ()):
            return True
    return False


# --- a regime


def _regime_of(scope: Stretch, report: Report, claim: Stretch | None) -> tuple[str, ...]:
    """Return the places whose regime for Kazakhstan's citizens is said to change."""
    said = claim or scope
    if _is_no_change(report.title) or not _is_changed(said, report) or not _is_ours(scope, report):
        return ()
    return _destinations(report.title) or _destinations(scope)


def _is_no_change(title: Stretch) -> bool:
    if title.has(*_HARD, *_SOFT_FOR_GOOD):
        return True
    return title.has("explainer") and not title.has(*_FIRM)


def _is_changed(said: Stretch, report: Report) -> bool:
    if report.title.has("visa", "entry"):
        return said.has(*_CHANGES)
    return said.is_near(["visa", "entry"], _CHANGES, _NEAR)


def _is_ours(scope: Stretch, report: Report) -> bool:
    owner = whose(scope)
    if owner in (Whose.THEIRS, Whose.UNKNOWN):
        return False
    if owner is Whose.OURS or scope.has("kz"):
        return True
    alone = len(_destinations(scope)) == 1 and not scope.has("eu")
    return alone and (report.is_kazakh or scope.has("kz_power", "ministry") or scope.has("chamber"))


def _destinations(stretch: Stretch) -> tuple[str, ...]:
    for kinds in (("country",), ("adjective",), ("town",)):
        if codes := stretch.codes(*kinds, venues=kinds != ("town",)):
            return tuple(sorted(codes))
    return ()
