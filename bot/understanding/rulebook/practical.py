"""Rules for documents, fees, times and lengths of stay."""

from bot.domain.question import Intent
from bot.understanding.case import WITHIN, Case, Rule

_LIFE = frozenset(["off_job", "off_learning", "off_realty", "off_law", "off_misc"])
_QUEUES = ("rasm", "karau", "karal", "kezek", "kezeg", "oCered")
_INVITED = ("priglaS", "Sakirt")
_QUESTIONS = ("vopros", "kake", "surak", "kandai")
MOST_STRANGE_PAPERS = 3
_PAPERS = ("documents", "consent", "biometrics", "insurance", "photo")


def _is_documents(c: Case) -> bool:
    if not c.has(*_PAPERS):
        return _is_validity(c)
    if c.has_all("consent", "child"):
        return True
    if c.is_only("cost") or c.has_all("visa", "how_many", "cost_verb"):
        return False  # what is asked is the price
    if c.visa_needed and c.starts("documents", *_INVITED) and not c.has("or"):
        return False  # «шақырту жіберді, всё равно виза керек пе»
    if c.has_all("visa_free", "entry") and not c.has("need", "which", "list"):
        return False
    if c.has("photo") and not (c.visa or c.has("need", "which", "documents")):
        return False
    if c.has_all("booking", "when"):
        return False
    certificate = c.starts("documents", "spravk", "vipisk", "aniktama")
    if c.has("processing_sure") and c.has("how_many", "stay_sure") and not (c.has("need") or certificate):
        return False  # how long the papers take
    if c.off and not c.visa and not c.starts("documents", "spravk"):
        return False
    return c.visa or bool(c.places) or c.strangers <= 2


def _is_validity(c: Case) -> bool:
    if c.has_all("passport", "term"):
        return True
    return c.has("validity") and (c.has("passport", "entry") or (bool(c.places) and not (c.visa or c.off)))


def _is_asked_by_consul(c: Case) -> bool:
    """«Какие вопросы задаёт консул США»."""
    return bool(c.states) and c.has("office", "entry") and c.has("help", "question") and c.starts("help", *_QUESTIONS)


def _is_needed_for_visa(c: Case) -> bool:
    """«Для немецкой визы трудовой договор нужен?»: something is needed, and it is not the visa."""
    if not c.for_visa or not c.has("need") or c.off or not 0 < c.strangers <= MOST_STRANGE_PAPERS:
        return False
    return not c.has("how_many", "cost", "office", "travel", "entry", "processing", "countries", "where", "or", "child")


def _is_other_paper(c: Case) -> bool:
    """Hotels, tickets and money are papers where they are for a visa."""
    if (c.shengen or c.has("for_visa")) and c.has("need") and c.has("off_hotel", "off_ticket"):
        return True
    if c.visa and c.has("money") and (c.has("off_bank") or c.has_all("shown", "need")):
        return True
    if c.for_visa and c.has("need") and c.starts("travel", "priglaSen"):
        return True
    return c.has_all("agreement", "child") and not c.has("talks")


def _is_fee(c: Case) -> bool:
    if c.visa and c.has("or") and not (c.has("how_many", "compare") or c.numbered or _is_free_or_not(c)):
        return False
    if c.has_all("free_of_charge", "visa_free") and not c.has("cost", "cost_verb"):
        return False
    if not _is_price(c) or (c.has("worth") and not c.has("cost")):
        return False
    if c.visa or c.has("entry", "registration", "extension"):
        return True
    if c.buys_trip:
        return False
    if c.off or c.strangers > (c.has("cost") and bool(c.places)) or c.has("neutral_translit"):
        return False
    return c.has("cost", "cost_verb", "free_of_charge") or not c.has("money")


def _is_free_or_not(c: Case) -> bool:
    """«Тегін бе әлде ақылы ма»: the price is what is in doubt, not the visa."""
    return c.has("free_of_charge") and not c.has("visa_free", "need", "entry", "eta", "on_arrival")


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
    if c.has("how_long") and c.visa and not c.has("stay", "stay_sure", "can"):
        return True
    if c.has_all("booking", "when") and (c.visa or bool(c.places)) and not c.off:
        return True
    if c.has_all("passport", "office", "when") and c.places:
        return True  # «паспорт из посольства Италии когда вернут»
    if c.visa and c.states and c.has_all("when", "issue_verb"):
        return True  # «Словакия визасы қашан беріледі»
    if c.has_all("visa_free", "travel") or c.has("barred"):
        return False  # «срочно лечу, без визы никак?»
    if not _is_duration(c) or (c.has("stay") and not c.has("issue_verb", "processing_sure")):
        return False
    known = c.visa or c.has("office") or c.starts("processing_sure", *_QUEUES)
    if not known and (c.off or c.places or c.strangers):
        return False
    return not c.has("need") or c.has("how_many", "processing_sure")


def _is_duration(c: Case) -> bool:
    return c.has("processing", "processing_sure") or (c.has("issue_verb") and c.has("how_many", "stay_sure"))


def _is_handed_in(c: Case) -> bool:
    """«Подал на шенген три недели назад, тишина»."""
    if not c.has("handed_in") or not (c.visa or c.places) or c.off:
        return False
    return c.has("days", "processing", "issue_verb", "waiting", "when")


def _is_within_days(c: Case) -> bool:
    """«За 5 дней», «за неделю», «бес күнде»."""
    if not c.visa or c.has("need", "stay", "stay_sure", "travel"):
        return False
    keys = [token.key for token in c.reading.tokens]
    days = c.reading.concepts.get("days", ())
    if c.has("apply", "issue_verb") and any(keys[index].endswith(WITHIN) for index in days):
        return True
    return any("za" in keys[max(index - 2, 0) : index] for index in days)


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
    if c.has_all("stay", "days") and c.reading.off_topics == ["off_law"]:
        return True
    return c.has("can", "stay_sure") and _LIFE.issuperset(c.reading.off_topics)


def _is_days(c: Case) -> bool:
    """«45 дней разрешат?»: a number of days, and no question about the visa itself."""
    if c.off or not c.places or not c.has("days") or c.has("stay", "stay_sure"):
        return False
    if c.has("how_many") and not c.has("processing", "cost"):
        return True
    if c.has_all("better", "can") and not c.has("need", "visa"):
        return True  # «больше двух месяцев можно?»
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


def _is_passport_for(c: Case) -> bool:
    """«Нужен ли загран для Киргизии»."""
    if not c.places or c.visa or c.off or not c.has_all("passport", "need") or c.has("or", "travel"):
        return False
    return c.starts("passport", "zagran", "Setel") and c.strangers < 2


def _is_leaving(c: Case) -> bool:
    return c.has("abroad") and c.has("child", "need", "tips") and not (c.places or c.off)


RULES = (
    Rule(70, Intent.DOCUMENTS, "documents", _is_documents),
    Rule(70, Intent.DOCUMENTS, "papers for the visa", _is_other_paper),
    Rule(74, Intent.DOCUMENTS, "the consul's questions", _is_asked_by_consul),
    Rule(68, Intent.FEE, "fee", _is_fee),
    Rule(63, Intent.DOCUMENTS, "needed for the visa", _is_needed_for_visa),
    Rule(75, Intent.PROCESSING_TIME, "handed in", _is_handed_in),
    Rule(66, Intent.PROCESSING_TIME, "ready within", _is_within_days),
    Rule(66, Intent.PROCESSING_TIME, "processing time", _is_processing),
    Rule(66, Intent.PROCESSING_TIME, "the term of a visa", _is_term),
    Rule(61, Intent.FEE, "how much", _is_how_much),
    Rule(64, Intent.STAY, "registration or extension", _is_settled),
    Rule(64, Intent.STAY, "length of stay", _is_stay),
    Rule(64, Intent.STAY, "days", _is_days),
    Rule(62, Intent.DOCUMENTS, "a passport for the trip", _is_passport_for),
    Rule(71, Intent.DOCUMENTS, "the passport's term", lambda c: c.has_all("passport", "term", "need")),
    Rule(55, Intent.DOCUMENTS, "the passport itself", _is_passport),
    Rule(55, Intent.DOCUMENTS, "leaving the country", _is_leaving),
)
