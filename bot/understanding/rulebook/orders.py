"""Rules for what the bot itself is asked to do, for courtesies and for what is not ours."""

from bot.domain.question import Intent
from bot.understanding.case import Case, Rule

MOST_ORDER_WORDS = 7
MOST_STOP_WORDS = 4
_OCCASIONS = ("if", "when", "abolish", "simplify", "sign", "news", "talks", "agreement")


def _is_bank_card(c: Case) -> bool:
    if not c.has("off_bank") or c.has("office") or (c.visa and c.has("documents")):
        return False
    if c.visa and c.has("money") and not c.starts("off_bank", "kart"):
        return False
    return not (c.places and c.has("need", "visa_free", "cost", "documents"))


def _is_stop(c: Case) -> bool:
    if c.has("no_need") and c.has("subscribe"):
        return not c.visa
    if c.has("enough") and (c.length <= 2 or (c.has("news") and not c.visa)):
        return not (c.off or c.places)
    if (
        c.has("enough")
        and c.places
        and not c.visa
        and c.length <= MOST_ORDER_WORDS
        and c.starts("enough", "bolS", "endi")
    ):
        return True
    if c.has_all("abolish", "subscribe") and not (c.visa or c.places or c.has("notify", "when", "if")):
        return True
    if c.has("give_up") and c.length <= MOST_STOP_WORDS:
        return not (c.visa or c.places or c.off)
    return c.has("enough", "give_up") and c.has("subscribe", "notify")


def _is_subscribing(c: Case) -> bool:
    if not c.has("subscribe") or (c.has("office", "booking") and not c.has("news", "talks")):
        return False  # «елшілікке қалай жазыламын»: an appointment
    return c.visa or not c.off


def _is_what_else(c: Case) -> bool:
    """«Ты что умеешь кроме виз?»."""
    besides = any(token.key in ("krome", "pomimo", "baska") for token in c.reading.tokens)
    return besides and c.has("help") and not c.places and c.length <= MOST_ORDER_WORDS


def _is_language(c: Case) -> bool:
    if c.has("lang_verb", "can") and not (c.places or c.visa) and c.names_tongue:
        return True
    if c.off or c.visa or c.states or c.has("documents", "entry"):
        return False
    if c.has("lang_kk", "lang_ru", "lang_en"):
        return c.has("lang_verb", "lang_word", "can") or c.length <= MOST_ORDER_WORDS
    return c.has("lang_word") and (c.has("lang_verb") or c.length == 1)


def _is_courtesy(c: Case) -> bool:
    return not (c.off or c.visa or c.has("entry", "need", "money")) and c.strangers <= (3 if c.has("thanks") else 1)


def _is_geography(c: Case) -> bool:
    return bool(c.places) and c.has("located") and not (c.visa or c.has("office", "center"))


def _is_help(c: Case) -> bool:
    if c.starts("help", "umee") and not c.states:
        return True
    if c.states or c.has("thanks") or (c.visa and c.has("need", "apply", "visa_free")):
        return False
    return not (c.strangers and c.starts("help", "pomog", "komektes") and c.length <= MOST_ORDER_WORDS)


RULES = (
    Rule(98, Intent.OUT_OF_SCOPE, "bank card", _is_bank_card),
    Rule(90, Intent.UNSUBSCRIBE, "unsubscribe", lambda c: c.has("unsubscribe") and not (c.visa and c.has("travel"))),
    Rule(89, Intent.UNSUBSCRIBE, "enough of the alerts", _is_stop),
    Rule(87, Intent.HELP, "what else", _is_what_else),
    Rule(86, Intent.LANGUAGE, "language", _is_language),
    Rule(84, Intent.SUBSCRIBE, "subscribe", _is_subscribing),
    Rule(84, Intent.SUBSCRIBE, "tell me if it changes", lambda c: c.has("tell") and c.starts("if", "ozger")),
    Rule(84, Intent.SUBSCRIBE, "tell me when", lambda c: c.has("notify") and (c.has(*_OCCASIONS) or c.is_condition)),
    Rule(65, Intent.OUT_OF_SCOPE, "where it lies", _is_geography),
    Rule(50, Intent.OUT_OF_SCOPE, "off topic", lambda c: c.off),
    Rule(40, Intent.HELP, "help", lambda c: c.has("help") and _is_help(c)),
    Rule(30, Intent.GREETING, "courtesy", lambda c: c.has("greeting", "thanks") and _is_courtesy(c)),
)
