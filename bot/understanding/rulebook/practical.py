"""Rules for documents, fees, times, places to apply, lengths of stay."""

from bot.domain.question import Intent
from bot.understanding.case import Case, Rule

_LIFE = frozenset(["off_job", "off_learning", "off_realty", "off_law", "off_misc"])
_PAPERS = ("documents", "consent", "biometrics", "insurance", "photo")


def _is_office(c: Case) -> bool:
    if c.has("insurance", "photo", "consent") or _on_arrival_somewhere(c):
        return False
    if (c.has("processing_sure") or (c.has("issue_verb") and c.has("how_many", "stay_sure"))) and not c.has("where"):
        return False  # how long an embassy takes
    if c.has("booking"):
        return c.visa or bool(c.places) or c.has("office", "documents")
    if c.has("cost") and not c.has("where"):
        return False
    if not c.has("office") or (c.has("documents") and not c.has("where")):
        return False
    if c.has_all("or", "evisa") and not c.has("apply", "where"):
        return False
    return c.visa or bool(c.places) or not c.off


def _is_where_to_apply(c: Case) -> bool:
    if c.has("apply") and c.has("own_city", "to_own_city") and c.has("or") and (c.visa or c.places):
        return True  # «здесь подать или ехать в Алматы»
    if (c.off and not c.visa) or not c.has("where") or not c.has("apply", "documents"):
        return False
    if c.has("insurance", "photo", "consent") or (not c.places and c.has_all("travel", "can")):
        return False
    if _on_arrival_somewhere(c) or c.has("countries"):
        return False
    if not (c.visa or c.places):
        return c.has("apply") and not (c.strangers or c.has("travel"))
    return c.has("apply", "center") and (bool(c.places) or not c.has("visa_free"))


def _on_arrival_somewhere(c: Case) -> bool:
    return not c.places and c.has_all("on_arrival", "where")


def _is_documents(c: Case) -> bool:
    if not c.has(*_PAPERS):
        return _is_validity(c)
    if c.has_all("consent", "child"):
        return True
    if c.has_all("visa_free", "entry") and not c.has("need", "which", "list"):
        return False
    if c.has("photo") and not (c.visa or c.has("need", "which", "documents")):
        return False
    if (c.off and not c.visa and not c.starts("documents", "spravk")) or (
        c.has("processing_sure") and c.has("how_many", "stay_sure")
    ):
        return False
    return c.visa or bool(c.places) or c.strangers <= 2


def _is_validity(c: Case) -> bool:
    return c.has("validity") and (c.has("passport", "entry") or (bool(c.places) and not (c.visa or c.off)))


def _is_other_paper(c: Case) -> bool:
    """Hotels, tickets and money are papers where they are for a visa."""
    if (c.shengen or c.has("for_visa")) and c.has("need") and c.has("off_hotel", "off_ticket"):
        return True
    if c.visa and c.has_all("off_bank", "money"):
        return True
    return c.has_all("agreement", "child") and not c.has("talks")


def _is_fee(c: Case) -> bool:
    if c.visa and c.has("or") and not c.has("how_many", "compare"):
        return False
    if not _is_price(c) or (c.has("worth") and not c.has("cost")):
        return False
    if c.visa or c.has("entry", "registration", "extension"):
        return True
    if c.off or c.strangers > (c.has("cost") and bool(c.places)) or c.has("neutral_translit"):
        return False
    return c.has("cost", "cost_verb", "free_of_charge") or not c.has("money")


def _is_price(c: Case) -> bool:
    if c.has("cost", "free_of_charge"):
        return True
    if c.has_all("refusal", "money"):
        return c.visa and not c.has("documents")  # whether the fee is lost
    if c.has("cost_verb", "money") and c.has("how_many"):
        return True
    if c.starts("cost_verb", "stoi") and c.has("visa") and not c.has("worth", "need"):
        return True  # «скольо стоит виза»: with the question word mistyped
    if c.has_all("money", "visa") and (c.numbered or c.has("cost_verb")):
        return True
    return c.visa and len(c.places) < 2 and c.has("cheap") and not c.has("travel", "need", "countries", "where")


def _is_processing(c: Case) -> bool:
    if c.has_all("processing_sure", "documents", "stay_sure"):
        return True
    if not _is_duration(c) or (c.has("stay") and not c.has("issue_verb", "processing_sure")):
        return False
    if not c.visa and (c.off or c.places or c.strangers):
        return False
    return not c.has("need") or c.has("how_many", "processing_sure")


def _is_duration(c: Case) -> bool:
    return c.has("processing", "processing_sure") or (c.has("issue_verb") and c.has("how_many", "stay_sure"))


def _is_within_days(c: Case) -> bool:
    """«За 5 дней», «за неделю»."""
    if not c.visa or c.has("need", "stay", "stay_sure", "travel"):
        return False
    keys = [token.key for token in c.reading.tokens]
    return any("za" in keys[max(index - 2, 0) : index] for index in c.reading.concepts.get("days", ()))


def _is_stay(c: Case) -> bool:
    if not c.has("stay", "stay_sure") or (c.off and not c.visa and not _is_life_there(c)):
        return False
    asked = c.has("how_many", "stay_sure")
    if c.visa and not (asked or c.has("days")):
        return False
    about_visa = c.has("visa") and (c.has("need", "no_need") or not c.has("can"))
    if about_visa and not (asked and (c.has("can") or not c.has("need"))):
        return False
    return c.visa or bool(c.places) or c.strangers <= 1


def _is_life_there(c: Case) -> bool:
    """Work, study, rent and fines go with a stay; weather and parcels do not."""
    return c.has("can", "stay_sure") and _LIFE.issuperset(c.reading.off_topics)


def _is_days(c: Case) -> bool:
    """«45 дней разрешат?»: a number of days, and no question about the visa itself."""
    if c.off or not c.places or not c.has("days") or c.has("stay", "stay_sure"):
        return False
    if c.has("how_many") and not c.has("processing", "cost"):
        return True
    return c.numbered and not c.has("visa", "need", "where", "countries")


def _is_term(c: Case) -> bool:
    return c.has("term") and c.visa and not c.has("validity", "stay", "travel")


def _is_how_much(c: Case) -> bool:
    """«Шенген сколько сейчас?»"""
    if not (c.visa and c.has("how_many")) or c.strangers or len(c.places) != 1:
        return False
    return not c.has("days", "countries", "need", "can", "effect", "multiple", "travel", "term", "visa_free")


def _is_settled(c: Case) -> bool:
    return c.has("registration", "extension") and (c.visa or not c.off)


def _is_passport(c: Case) -> bool:
    """«Можно ли получить загранпаспорт за 1 день»."""
    return c.has("passport") and c.has("can", "apply", "need") and not (c.places or c.off or c.strangers > 1)


def _is_leaving(c: Case) -> bool:
    return c.has("abroad") and c.has("child", "need", "tips") and not (c.places or c.off)


def _is_centre(c: Case) -> bool:
    return c.has_all("center", "visa") and not c.has("need", "cost")


RULES = (
    Rule(73, Intent.WHERE_TO_APPLY, "an office", _is_office),
    Rule(73, Intent.WHERE_TO_APPLY, "where to apply", _is_where_to_apply),
    Rule(70, Intent.DOCUMENTS, "documents", _is_documents),
    Rule(70, Intent.DOCUMENTS, "papers for the visa", _is_other_paper),
    Rule(68, Intent.FEE, "fee", _is_fee),
    Rule(66, Intent.PROCESSING_TIME, "ready within", _is_within_days),
    Rule(66, Intent.PROCESSING_TIME, "processing time", _is_processing),
    Rule(66, Intent.PROCESSING_TIME, "the term of a visa", _is_term),
    Rule(61, Intent.FEE, "how much", _is_how_much),
    Rule(64, Intent.STAY, "registration or extension", _is_settled),
    Rule(64, Intent.STAY, "length of stay", _is_stay),
    Rule(64, Intent.STAY, "days", _is_days),
    Rule(55, Intent.DOCUMENTS, "the passport itself", _is_passport),
    Rule(55, Intent.DOCUMENTS, "leaving the country", _is_leaving),
    Rule(63, Intent.WHERE_TO_APPLY, "visa centre", _is_centre),
)
