"""Rules for the places where one applies: embassies, visa centres, towns."""

from bot.domain.question import Intent
from bot.understanding.case import Case, Rule

_FORMS = ("anket", "saualnam", "spravk", "blank", "obraz", "ulgi")
_INTERVIEW = ("sobes", "interv", "suhbat", "angimeles")
_TO_VISA = ("vizasina", "vizaga")
_TOWNS = ("v", "almati", "astana", "Simk")


def _is_office(c: Case) -> bool:
    if c.through_office and c.has_all("visa", "need") and not c.has("where"):
        return False  # «виза через посольство керек пе»
    if c.has("insurance", "photo", "consent") or _on_arrival_somewhere(c):
        return False
    if not c.has("where") and _is_about_time(c):
        return False
    if c.has("booking"):
        return c.visa or bool(c.places) or c.has("office", "documents")
    if c.has("cost") and not c.has("where"):
        return False
    if not c.has("office") or (c.has("documents") and not c.has("where")):
        return False
    if c.has_all("or", "evisa") and not c.has("apply", "where"):
        return False
    return c.visa or bool(c.places) or not c.off


def _is_about_time(c: Case) -> bool:
    """How long an embassy takes, how long one waits for an appointment."""
    takes = c.has("processing_sure") or (c.has("issue_verb") and c.has("how_many", "stay_sure"))
    return takes or (c.has("when") and c.has("booking", "passport"))


def _on_arrival_somewhere(c: Case) -> bool:
    return not c.places and c.has_all("on_arrival", "where")


def _is_which_town(c: Case) -> bool:
    if c.has_all("apply", "or") and c.has("own_city", "to_own_city") and (c.visa or c.places):
        return True  # «здесь подать или ехать в Алматы»
    if not (c.visa and c.places):
        return False
    if c.has_all("need", "travel") and c.starts("to_own_city", *_TOWNS):
        return True  # «за японской визой обязательно лететь в Астану?»
    if c.has("apply", "issue_verb") and c.in_own_city and not c.has("need", "cost", "visa_free"):
        return not c.starts("documents", *_FORMS)  # «Англия визасын Астанада қабылдай ма»
    if c.starts("documents", *_FORMS):
        return False
    return c.has_all("where", "own_city") and not c.has("countries", "cost")


def _is_where_to_apply(c: Case) -> bool:
    if c.visa and c.has_all("apply", "or") and (c.has("center") or c.in_person):
        return True  # «подать онлайн или только лично»
    if not c.has("where") or c.starts("documents", *_FORMS):
        return False
    if c.has("biometrics") or c.starts("documents", *_INTERVIEW):
        return c.visa or bool(c.places)
    if c.visa and c.has("travel") and (c.starts("documents", "kujat", "dokument") or c.starts("visa", *_TO_VISA)):
        return True  # «шенгенге қайда барамын құжатпен», «Чехия визасына қайда барамын»
    if c.visa and c.states and c.has("issue_verb") and not c.has("on_arrival", "countries", "visa_free"):
        return True  # «визасын қайда жасайды»
    return c.has("apply", "documents") and _is_application(c)


def _is_application(c: Case) -> bool:
    if (c.off and not c.visa) or c.has("insurance", "photo", "consent", "countries"):
        return False
    if (not c.places and c.has_all("travel", "can")) or _on_arrival_somewhere(c):
        return False
    if not (c.visa or c.places):
        return c.has("apply") and not (c.strangers or c.has("travel"))
    return c.has("apply", "center") and (bool(c.places) or not c.has("visa_free"))


def _is_centre(c: Case) -> bool:
    return c.has_all("center", "visa") and not c.has("need", "cost")


RULES = (
    Rule(73, Intent.WHERE_TO_APPLY, "an office", _is_office),
    Rule(73, Intent.WHERE_TO_APPLY, "which town", _is_which_town),
    Rule(73, Intent.WHERE_TO_APPLY, "where to apply", _is_where_to_apply),
    Rule(63, Intent.WHERE_TO_APPLY, "visa centre", _is_centre),
)
