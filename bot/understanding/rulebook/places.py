"""Rules for one country, for several to compare, and for lists."""

from itertools import pairwise

from bot.domain.question import Intent
from bot.understanding.case import Case, Rule

MOST_LIST_WORDS = 4
_PRACTICAL = ("documents", "consent", "biometrics", "insurance", "photo", "cost", "processing", "office", "stay")
_ENTRY = ("entry", "eta", "on_arrival", "border_tips", "tips", "refusal", "transit_word")
_WISHES = ("need", "can", "kinds", "refusal", "travel", "apply")
_LETTING_IN = ("pus", "vpus", "nepus", "popas", "popad", "kirgiz", "jiber", "otkiz", "vehat", "proeh")
_TO_WHICH = ("kaisisi", "kaisina", "kaisilarina")
_DENIED = ("nelz", "almaim", "almais", "almait", "jiberme", "kirgizbe", "otkizbe")
_DENIED_VERBS = (
    "jd",
    "sova",
    "suna",
    "sune",
    "moj",
    "mog",
    "smoj",
    "smog",
    "pusk",
    "pust",
    "vpusk",
    "vpust",
    "popa",
    "vehat",
)
_BESIDE_THE_POINT = frozenset(
    ["off_cars", "off_learning", "off_love", "off_sport", "off_food", "off_health", "off_hotel", "off_shopping"]
)


def _is_compare(c: Case) -> bool:
    if len(c.places) < 2:
        return False
    if c.has("compare"):
        return not _is_which_visa_free(c) and (c.visa or not c.off)
    if c.has("better"):
        asks_where = c.eu and c.has_all("where", "apply")
        return not asks_where and (c.visa or not (c.off or c.has("cheap")))
    return _joined_by_or(c) and not c.off and not c.has_all("need", "visa")


def _is_which_visa_free(c: Case) -> bool:
    """«Тунис, Марокко, Алжир қайсысы визасыз»: a question about each of them."""
    if c.has("better", "stay", "stay_sure", "cheap"):
        return False
    return c.has("visa_free", "need") and c.starts("compare", *_TO_WHICH)


def _joined_by_or(c: Case) -> bool:
    ors = c.reading.concepts.get("or", [])
    asked = c.parts.asked
    return any(left.end <= index < right.start <= index + 2 for left, right in pairwise(asked) for index in ors)


def _is_list(c: Case) -> bool:
    if c.states or c.shengen or (c.off and not c.visa):
        return False
    return _names_countries(c) or _asks_where(c) or _is_european_list(c) or _is_bare_list(c)


def _names_countries(c: Case) -> bool:
    if not c.has("countries"):
        return False
    if c.has("many_countries") and not (c.strangers or c.places or c.has("help")) and c.length <= MOST_LIST_WORDS:
        return True
    asks = c.has("where", "which", "how_many", "list")
    return c.visa or c.has("open", "entry", "on_arrival") or (asks and (c.region or c.has("can", "need", "travel")))


def _asks_where(c: Case) -> bool:
    if c.has("documents") or (c.places and not c.europe):
        return False
    if not c.places and c.has_all("open", "of_own"):
        return True
    somewhere = c.has("can", "open") and c.has("travel", "entry", "days") and not c.in_own_city
    if c.has("where") and (c.visa or somewhere):
        return True
    return c.visa and (c.region or c.has("list", "islands"))


def _is_european_list(c: Case) -> bool:
    if not c.europe:
        return False
    return c.has("countries") or c.has_all("list", "visa_free") or (c.visa and c.has("where"))


def _is_bare_list(c: Case) -> bool:
    if c.places or not c.has("visa_free") or c.has("when"):
        return False
    if c.has_all("travel", "advice"):
        return True
    return not c.strangers and not c.has(*_PRACTICAL) and (c.length <= MOST_LIST_WORDS - 1 or c.has("which"))


def _is_required(c: Case) -> bool:
    if not _is_list(c) or c.has("on_arrival", "evisa"):
        return False
    if c.has("barred") or c.has_all("opposite", "visa_free", "need") or (c.has("visa_free") and _is_denied(c)):
        return True
    if c.has("no_need") or (c.has("visa_free") and not c.has("no_visa_free")):
        return False
    if c.has("with_visa") or c.starts("visa", "vizov", "vizalik"):
        return True
    if c.has_all("visa", "which", "apply") and not c.has("can", "evisa"):
        return True  # «қандай елдерге виза аламыз»
    return c.has("need") and c.has("visa", "no_visa_free") and not c.has("open")


def _is_denied(c: Case) -> bool:
    """«Не можем въехать», «кіре алмаймыз»."""
    keys = [token.key for token in c.reading.tokens]
    return any(key.startswith(_DENIED) for key in keys) or any(
        first == "ne" and second.startswith(_DENIED_VERBS) for first, second in pairwise(keys)
    )


def _is_country(c: Case) -> bool:
    if not c.places:
        return not c.off and (c.has("refusal") or (c.visa and (c.has(*_WISHES) or c.strangers <= 2)))
    if c.visa or _lets_in(c):
        return True
    if c.off or c.buys_trip or (c.has("money", "news", "photo") and not c.has("entry", "need")):
        return False
    if c.has(*_ENTRY):
        return True
    known = c.has("travel", "own", "of_own", "regime", "abolish", "need", "apply")
    return c.strangers <= (1 if known else 0)


def _lets_in(c: Case) -> bool:
    """«Улан-Батор на авто пустят?»: what they come by or for is beside the point."""
    return c.starts("entry", *_LETTING_IN) and _BESIDE_THE_POINT.issuperset(c.reading.off_topics)


def _is_about_life_there(c: Case) -> bool:
    """«Где покататься в Грузии», «когда лучше ехать в Таиланд»."""
    if not c.states or c.visa or not c.has("where", "when"):
        return False
    return not c.has("apply", "office", "need", "stay", "stay_sure", "better", "abolish", *_ENTRY)


RULES = (
    Rule(78, Intent.COMPARE, "compare", _is_compare),
    Rule(72, Intent.LIST_REQUIRED, "countries with a visa", _is_required),
    Rule(71, Intent.LIST_FREE, "countries without a visa", _is_list),
    Rule(61, Intent.OUT_OF_SCOPE, "life there", _is_about_life_there),
    Rule(60, Intent.COUNTRY, "country", _is_country),
)
