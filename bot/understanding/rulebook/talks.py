"""Rules for the talks with the European Union."""

from bot.domain.question import Intent
from bot.understanding.case import Case, Rule

_PRACTICAL = ("processing", "cost", "apply", "office", "documents")
_WHAT_GETS_EASIER = ("cost", "documents", "processing_sure", "multiple", "cheap")
_OTHER_FUTURE = ("need", "where", "stay", "stay_sure", "processing_sure", "if")


def _of_eu(c: Case) -> bool:
    return c.eu and not c.states


def _is_talks(c: Case) -> bool:
    if not c.has("talks") or (c.states and not c.eu):
        return False
    return c.visa or c.eu or not c.off or c.has("stage", "news")


def _is_agreement(c: Case) -> bool:
    if c.states or not c.has("agreement", "sign"):
        return False
    if c.has("sign") and (c.union or c.has("when", "agreement")):
        return not c.off
    if c.eu or c.has("when", "effect", "news", "simplify", "change", "progress"):
        return c.has("agreement")
    return not (c.off or c.visa or c.has("need", "child", "documents", "travel"))


def _is_eu_news(c: Case) -> bool:
    if not _of_eu(c) or not c.has("when", "news", "waiting"):
        return False
    if c.has("when") and c.has("open", "future"):
        return True
    if c.has("visa_free", "regime", "news", "waiting"):
        return c.visa or not c.off
    return c.has("when") and c.has("visa") and not c.has(*_PRACTICAL)


def _is_eu_future(c: Case) -> bool:
    hoped = c.shengen or c.has("visa_free", "regime", "visa")
    return _of_eu(c) and hoped and c.has("future") and not c.has(*_OTHER_FUTURE)


def _is_eu_progress(c: Case) -> bool:
    if not _of_eu(c) or not c.has("progress"):
        return False
    return not c.has("need", "stay", "stay_sure", "processing_sure", "validity", "if", *_PRACTICAL)


def _is_union(c: Case) -> bool:
    """«Безвиз с ЕС»: nobody travels to the Union by that name."""
    if not c.union or c.states or not c.has("visa_free"):
        return False
    return not c.has("need", "can", "travel", "entry", "countries", "where", *_PRACTICAL)


def _is_hoped_for(c: Case) -> bool:
    if c.places:
        return False
    if c.has("simplify") and (c.visa or c.has("regime", "effect", "when", "news")):
        return True
    return c.visa and c.has("visa_free", "abolish") and c.has("when") and not c.has("countries", "where")


def _is_topics(c: Case) -> bool:
    if c.states and not (c.europe and c.has("topics_sure")):
        return False
    if c.has("topics_sure"):
        return c.visa or c.eu or c.has("talks", "agreement") or not c.off
    if c.has("simplify") and not c.places and sum(map(c.has, _WHAT_GETS_EASIER)) > 1:
        return True  # «упрощение: дешевле сбор, меньше справок?»
    if c.has("agreement", "talks") and c.has("multiple"):
        return True
    if c.has("question") and c.has("which", "talks") and not c.has("when"):
        return c.eu or c.has("talks", "agreement")
    return c.has("topics") and (c.eu or c.has("talks", "agreement", "simplify"))


_EU_CHANGES = ("abolish", "simplify", "agreement", "eu_institution", "change", "effect")

RULES = (
    Rule(76, Intent.TOPICS, "topics of the talks", _is_topics),
    Rule(74, Intent.STATUS, "the talks", _is_talks),
    Rule(74, Intent.STATUS, "the agreement", _is_agreement),
    Rule(74, Intent.STATUS, "the EU changes its visas", lambda c: _of_eu(c) and c.has(*_EU_CHANGES)),
    Rule(74, Intent.STATUS, "news of the EU", _is_eu_news),
    Rule(74, Intent.STATUS, "progress with the EU", _is_eu_progress),
    Rule(74, Intent.STATUS, "the future with the EU", _is_eu_future),
    Rule(74, Intent.STATUS, "visa-free with the Union", _is_union),
    Rule(74, Intent.STATUS, "why the EU", lambda c: c.europe and not c.states and c.visa and c.has("why")),
    Rule(74, Intent.STATUS, "visa-free yet", lambda c: c.europe and not c.states and c.has_all("visa_free", "already")),
    Rule(74, Intent.STATUS, "visa-free regime", lambda c: _of_eu(c) and c.has_all("visa_free", "regime")),
    Rule(74, Intent.STATUS, "an EU institution", lambda c: not c.states and c.has("eu_institution")),
    Rule(74, Intent.STATUS, "a stage", lambda c: c.has("stage") and not c.places and not c.strangers),
    Rule(74, Intent.STATUS, "easier visas hoped for", _is_hoped_for),
)
