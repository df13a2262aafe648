"""Decides the intent: a list of rules, the weightiest that fits wins."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from bot.domain.question import SCHENGEN, Intent
from bot.understanding.reading import Reading
from bot.understanding.roles import Parts

MOST_ORDER_WORDS = 7
_VISA = ("visa", "visa_free", "barred", "evisa", "eta", "kinds", "no_visa_free", "work_study", "multiple")
_PRACTICAL = ("documents", "consent", "biometrics", "insurance", "photo", "cost", "processing", "office", "stay")
_EUROPE = ("evrop", "europ", "es", "eo", "eu", "eurosoiuz", "evrosoiuz")


@dataclass
class Case:
    """A reading with the parts of its places, and what rules ask of it."""

    reading: Reading
    parts: Parts

    def has(self, *concepts: str) -> bool:
        """Tell whether any of these concepts was found."""
        return self.reading.has(*concepts)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Return the codes asked about."""
        return self.parts.places

    @cached_property
    def states(self) -> int:
        """Return how many single states are asked about."""
        return sum(place != SCHENGEN for place in self.places)

    @cached_property
    def eu(self) -> bool:
        """Tell whether Schengen or the EU as a whole is asked about, or nothing."""
        return SCHENGEN in self.places

    @cached_property
    def visa(self) -> bool:
        """Tell whether a visa is spoken of; «шенген» is one."""
        shengen = any(m.place == SCHENGEN and not self._is_europe(m.start) for m in self.reading.mentions)
        return self.has(*_VISA) or shengen

    @cached_property
    def shengen(self) -> bool:
        """Tell whether the Schengen visa is asked about."""
        return any(m.place == SCHENGEN and not self._is_europe(m.start) for m in self.parts.asked)

    @cached_property
    def europe(self) -> bool:
        """Tell whether the EU or Europe is named, not the Schengen visa."""
        return any(m.place == SCHENGEN and self._is_europe(m.start) for m in self.parts.asked)

    def _is_europe(self, index: int) -> bool:
        token = self.reading.tokens[index]
        return token.is_flag or token.key.startswith(_EUROPE)

    @cached_property
    def off(self) -> bool:
        """Tell whether a topic that is not ours is spoken of."""
        return bool(self.reading.off_topics)

    @cached_property
    def strangers(self) -> int:
        """Return how many words mean nothing to us."""
        return len(self.reading.unknown)

    @cached_property
    def region(self) -> bool:
        """Tell whether a region of the world is named."""
        return any(concept.startswith("region_") for concept in self.reading.concepts)


@dataclass(frozen=True, slots=True)
class Rule:
    """name: shown in the trace. weight: the heavier goes first."""

    weight: int
    intent: Intent
    name: str
    fits: Callable[[Case], bool]


def decide(case: Case) -> Rule | None:
    """Return the weightiest rule that fits, None when nothing is understood."""
    return next((rule for rule in RULES if rule.fits(case)), None)


def _bank_card(c: Case) -> bool:
    if c.has("documents") and c.visa:
        return False
    return c.has("off_bank") and not (c.places and c.has("need", "visa_free", "cost", "documents")) and not c.has("office")


def _unsubscribe(c: Case) -> bool:
    if c.has("unsubscribe"):
        return True
    if c.has("no_need") and c.has("subscribe") and not c.visa:
        return True
    if c.has("enough") and (len(c.reading.tokens) <= 2 or (c.has("news") and not c.visa)):
        return not (c.off or c.places)
    return c.has("enough", "give_up") and c.has("subscribe", "notify")


def _subscribe(c: Case) -> bool:
    if c.has("subscribe"):
        return not c.off or c.visa
    if not c.has("notify"):
        return False
    return c.has("if", "when", "abolish", "simplify", "sign", "news", "talks", "agreement")


def _language(c: Case) -> bool:
    if c.off or c.visa or c.states or c.has("documents", "entry"):
        return False
    if c.has("lang_kk", "lang_ru"):
        return c.has("lang_verb", "lang_word", "can") or len(c.reading.tokens) <= MOST_ORDER_WORDS
    return c.has("lang_word") and (c.has("lang_verb") or len(c.reading.tokens) == 1)


def _compare(c: Case) -> bool:
    if len(c.places) < 2:
        return False
    if c.has("compare"):
        return not c.off or c.visa
    if c.has("better"):
        if c.has("where") and c.has("apply") and c.eu:
            return False
        return c.visa or not (c.off or c.has("cheap"))
    return _joined_by_or(c) and not c.off and not (c.has("need") and c.has("visa"))


def _joined_by_or(c: Case) -> bool:
    places = [(m.start, m.end) for m in c.parts.asked]
    pairs = zip(places, places[1:], strict=False)
    return any(any(left[1] <= i < right[0] and right[0] - i <= 2 for i in c.reading.concepts.get("or", [])) for left, right in pairs)


def _topics(c: Case) -> bool:
    if c.states:
        return False
    if c.has("agreement", "talks") and c.has("multiple"):
        return True
    if c.has("topics_sure"):
        return c.visa or c.eu or c.has("talks", "agreement") or not c.off
    return c.has("topics") and (c.eu or c.has("talks", "agreement", "simplify"))


def _status(c: Case) -> bool:
    if c.states:
        return c.has("talks") and c.eu
    if c.has("talks"):
        return not c.off or c.eu or c.visa
    if c.has("sign") and c.has("when", "agreement") and not c.off:
        return True
    if c.has("agreement") and (c.eu or c.has("sign", "when", "effect", "news", "simplify", "change")):
        return True
    if c.eu and c.has("abolish", "simplify", "agreement", "eu_institution", "change", "effect"):
        return True
    if c.eu and c.has("when", "news", "waiting") and (c.has("visa_free", "regime", "news", "waiting")):
        return not c.off or c.visa
    if c.eu and c.has("when") and c.has("visa") and not c.has("processing", "cost", "apply", "office", "documents"):
        return True
    if c.eu and (c.has("visa_free", "regime", "visa") or c.shengen) and c.has("future") and not c.has("need", "where"):
        return True
    if c.has("stage") and not c.places and not c.strangers:
        return True
    if c.europe and c.has("visa_free") and c.has("already"):
        return True
    if c.has("eu_institution") or (c.eu and c.has("regime") and c.has("visa_free")):
        return True
    return not c.places and _hoped_for(c)


def _hoped_for(c: Case) -> bool:
    if c.has("simplify") and (c.visa or c.has("regime", "effect", "when", "news")):
        return True
    return c.has("visa_free", "abolish") and c.visa and c.has("when") and not c.has("countries", "where")


def _list(c: Case) -> bool:
    if c.states or (c.eu and not c.europe) or c.shengen:
        return False
    if c.off and not c.visa:
        return False
    asks = c.has("where", "which", "how_many", "list")
    ours = c.visa or c.has("open", "entry")
    if c.has("countries") and (ours or (c.region and asks) or (asks and c.has("can", "need", "travel", "open"))):
        return True
    if c.has("countries") and c.region and not c.strangers:
        return True
    if c.has("where") and (c.visa or (c.has("can", "open") and c.has("travel", "entry", "days"))):
        return True
    if (c.region or c.has("list", "islands")) and c.visa:
        return True
    if c.europe and c.has("list") and c.has("visa_free"):
        return True
    if c.europe and (c.has("countries") or (c.has("where") and c.visa)):
        return True
    if c.has("visa_free") and not c.places and c.has("travel") and c.has("advice") and not c.has("when"):
        return True
    return c.has("visa_free") and not c.eu and not c.strangers and not c.has("when", *_PRACTICAL) and _bare(c)


def _bare(c: Case) -> bool:
    return len(c.reading.tokens) <= 3 or c.has("where", "which")


def _required(c: Case) -> bool:
    if not _list(c) or c.has("on_arrival", "evisa"):
        return False
    if c.has("barred"):
        return True
    if c.has("no_need") or (c.has("visa_free") and not c.has("no_visa_free")):
        return False
    if c.has("with_visa"):
        return True
    visa_words = [c.reading.tokens[index].key for index in c.reading.concepts.get("visa", [])]
    if any(word.startswith(("vizov", "vizalik")) for word in visa_words):
        return True
    return c.has("need") and c.has("visa", "no_visa_free") and not c.has("open")


def _where_to_apply(c: Case) -> bool:
    if c.has("on_arrival") and not c.places and c.has("where"):
        return False
    if c.has("insurance", "photo", "consent"):
        return False
    if c.has("booking"):
        return c.visa or bool(c.places) or c.has("office")
    if c.has("office") and c.has("or") and c.has("evisa") and not c.has("apply", "where"):
        return False
    if c.has("office") and not (c.has("documents") and not c.has("where")):
        return c.visa or bool(c.places) or not c.off
    if c.has("where") and c.has("apply") and not (c.off or c.strangers or c.places or c.visa or c.has("travel")):
        return True
    return c.has("where") and c.has("apply", "documents") and (c.visa or bool(c.places)) and not c.has("countries") and not (
        c.has("visa_free") and not c.places
    ) and not c.off and (c.has("apply") or c.has("center"))


def _center(c: Case) -> bool:
    return c.has("center") and c.has("visa") and not c.has("need", "cost")


def _documents(c: Case) -> bool:
    papers = c.has("documents", "consent", "biometrics", "insurance", "photo")
    if (c.has("for_visa") or c.shengen) and c.has("off_hotel", "off_ticket") and c.has("need"):
        return True
    if c.visa and c.has("off_bank") and c.has("money"):
        return True
    if c.has("agreement") and c.has("child") and not c.has("talks"):
        return True
    if not papers:
        return c.has("validity") and c.has("passport", "entry")
    if c.off and not c.visa:
        return False
    return c.visa or bool(c.places) or c.strangers <= 2


def _fee(c: Case) -> bool:
    if c.has("or") and c.visa and not c.has("how_many", "compare"):
        return False
    price = c.has("cost", "free_of_charge") or (c.has("cost_verb") and c.has("how_many", "cost", "money")) or (
        c.has("money") and c.has("how_many")
    )
    price = price or (len(c.places) == 1 and c.has("cheap") and c.visa and not c.has("travel"))
    price = price or (c.has("money") and c.has("visa") and any(token.key.isdigit() for token in c.reading.tokens))
    if not price or c.has("worth") and not c.has("cost"):
        return False
    if c.visa or c.has("entry", "registration", "extension"):
        return True
    return not c.off and not c.strangers and (not c.places or not c.has("money"))


def _processing(c: Case) -> bool:
    if c.visa and c.has("apply", "issue_verb") and _within_days(c):
        return True
    if not (c.has("processing", "processing_sure") or (c.has("issue_verb") and c.has("how_many", "stay_sure"))):
        return False
    if c.has("stay") and not c.has("issue_verb", "processing_sure"):
        return False
    if not (c.visa or not (c.off or c.places or c.strangers)):
        return False
    return not c.has("need") or c.has("how_many", "processing_sure")


def _within_days(c: Case) -> bool:
    """«За 5 дней», «за неделю»."""
    keys = [token.key for token in c.reading.tokens]
    days = c.reading.concepts.get("days", [])
    return any("za" in keys[max(index - 2, 0) : index] for index in days)


def _stay(c: Case) -> bool:
    if c.has("registration", "extension") and (c.visa or not c.off):
        return True
    if not c.has("stay", "stay_sure"):
        return _days_asked(c)
    if c.off and not c.visa and not c.has("can", "stay_sure"):
        return False
    asked = c.has("how_many", "stay_sure") and not (c.has("need") and c.has("visa", "no_need") and not c.has("can"))
    if c.has("need", "no_need") and c.has("visa") and not asked:
        return False
    return bool(c.places) or c.strangers <= 1 or c.visa


def _days_asked(c: Case) -> bool:
    """«45 дней разрешат?»: a number of days, and no question about the visa itself."""
    if not (c.has("days") and c.places) or c.off:
        return False
    numbered = any(token.key.isdigit() for token in c.reading.tokens)
    if c.has("how_many") and not c.has("processing", "cost"):
        return True
    return numbered and not c.has("visa", "need", "where", "countries")


def _country(c: Case) -> bool:
    if not c.places:
        return c.visa and not c.off and (c.has("need", "can", "kinds", "refusal", "travel", "apply") or c.strangers <= 2) or (
            c.has("refusal") and not c.off
        )
    if c.visa:
        return True
    if c.off or (c.has("money") and not c.has("entry")):
        return False
    if c.has("entry", "eta", "on_arrival", "border_tips", "refusal", "transit_word"):
        return True
    if c.has("travel"):
        return c.strangers <= 1
    return c.strangers == 0 or (c.strangers == 1 and c.has("own", "of_own", "regime", "abolish"))


def _help(c: Case) -> bool:
    return c.has("help") and not c.states and not c.off and not (c.visa and c.has("need", "apply", "visa_free"))


def _greeting(c: Case) -> bool:
    return c.has("greeting", "thanks") and not c.off and not c.visa and c.strangers <= 2 and not c.has("entry", "need")


def _any(*concepts: str) -> Callable[[Case], bool]:
    return lambda case: case.has(*concepts)


RULES = tuple(
    sorted(
        (
            Rule(98, Intent.OUT_OF_SCOPE, "bank card", _bank_card),
            Rule(90, Intent.UNSUBSCRIBE, "unsubscribe", _unsubscribe),
            Rule(86, Intent.LANGUAGE, "language", _language),
            Rule(84, Intent.SUBSCRIBE, "subscribe", _subscribe),
            Rule(78, Intent.COMPARE, "compare", _compare),
            Rule(76, Intent.TOPICS, "topics of the talks", _topics),
            Rule(74, Intent.STATUS, "state of the talks", _status),
            Rule(73, Intent.WHERE_TO_APPLY, "where to apply", _where_to_apply),
            Rule(72, Intent.LIST_REQUIRED, "countries with a visa", _required),
            Rule(71, Intent.LIST_FREE, "countries without a visa", _list),
            Rule(70, Intent.DOCUMENTS, "documents", _documents),
            Rule(68, Intent.FEE, "fee", _fee),
            Rule(66, Intent.PROCESSING_TIME, "processing time", _processing),
            Rule(64, Intent.STAY, "length of stay", _stay),
            Rule(63, Intent.WHERE_TO_APPLY, "visa centre", _center),
            Rule(60, Intent.COUNTRY, "country", _country),
            Rule(50, Intent.OUT_OF_SCOPE, "off topic", lambda case: case.off),
            Rule(40, Intent.HELP, "help", _help),
            Rule(30, Intent.GREETING, "greeting", _greeting),
        ),
        key=lambda rule: -rule.weight,
    )
)
