"""The finer wishes of a question: filters of a list, the practical subject, the language wanted."""

from bot.domain.destination import Regime, Region
from bot.domain.language import Language
from bot.domain.question import Filters, Intent, Practical
from bot.understanding.case import Case

_ASIA = (Region.CENTRAL_ASIA, Region.EAST_ASIA, Region.MIDDLE_EAST, Region.SOUTH_ASIA, Region.SOUTHEAST_ASIA)
_LATIN = (Region.CARIBBEAN, Region.CENTRAL_AMERICA, Region.SOUTH_AMERICA)
REGIONS: dict[str, tuple[Region, ...]] = {
    "region_asia": _ASIA,
    "region_africa": (Region.AFRICA,),
    "region_europe": (Region.EUROPE,),
    "region_balkans": (Region.EUROPE,),
    "region_latin": _LATIN,
    "region_south_america": (Region.SOUTH_AMERICA,),
    "region_north_america": (Region.NORTH_AMERICA,),
    "region_central_america": (Region.CENTRAL_AMERICA,),
    "region_caribbean": (Region.CARIBBEAN,),
    "region_caucasus": (Region.CAUCASUS,),
    "region_oceania": (Region.OCEANIA,),
    "region_middle_east": (Region.MIDDLE_EAST,),
    "region_southeast_asia": (Region.SOUTHEAST_ASIA,),
    "region_east_asia": (Region.EAST_ASIA,),
    "region_south_asia": (Region.SOUTH_ASIA,),
    "region_central_asia": (Region.CENTRAL_ASIA,),
    "region_cis": (Region.CAUCASUS, Region.CENTRAL_ASIA),
}
_REGIMES = (("on_arrival", Regime.VISA_ON_ARRIVAL), ("evisa", Regime.EVISA), ("eta", Regime.ETA))
_PRACTICAL = {
    Intent.DOCUMENTS: (
        ("photo", Practical.PHOTO),
        ("insurance", Practical.INSURANCE),
        ("biometrics", Practical.BIOMETRICS),
        ("consent", Practical.CHILDREN),
        ("validity", Practical.PASSPORT_VALIDITY),
        ("border_tips", Practical.BORDER_TIPS),
        ("child", Practical.CHILDREN),
        ("refusal", Practical.REFUSAL),
        ("multiple", Practical.MULTIPLE_ENTRY),
        ("work_study", Practical.WORK_STUDY),
        ("documents", Practical.DOCUMENTS),
        ("passport", Practical.PASSPORT_VALIDITY),
        ("", Practical.DOCUMENTS),
    ),
    Intent.FEE: (("", Practical.FEE),),
    Intent.PROCESSING_TIME: (("", Practical.PROCESSING_TIME),),
    Intent.WHERE_TO_APPLY: (("evisa", Practical.EVISA_PORTAL), ("", Practical.WHERE_TO_APPLY)),
    Intent.STAY: (
        ("extension", Practical.EXTENSION),
        ("registration", Practical.REGISTRATION),
        ("", Practical.STAY),
    ),
    Intent.COUNTRY: (
        ("refusal", Practical.REFUSAL),
        ("multiple", Practical.MULTIPLE_ENTRY),
        ("work_study", Practical.WORK_STUDY),
        ("border_tips", Practical.BORDER_TIPS),
    ),
}
_UNITS = (
    (("den", "dn", "sutok", "sutki", "kun", "day", "taulik"), 1),
    (("nedel", "apta", "week"), 7),
    (("mesac", "mesiac", "ai", "month"), 30),
    (("god", "let", "jil", "year"), 365),
)
_NUMBERS = {
    "odin": 1, "odnu": 1, "dva": 2, "dve": 2, "tri": 3, "cetire": 4, "Cetire": 4, "piat": 5, "Sest": 6, "desiat": 10,
    "dvadcat": 20, "tridcat": 30, "bir": 1, "eki": 2, "uS": 3, "tort": 4, "bes": 5, "alti": 6, "on": 10, "jiirma": 20,
    "jirma": 20, "otiz": 30, "two": 2, "three": 3, "one": 1, "a": 1, "paru": 2, "para": 2,
}  # fmt: skip
_HALF_YEAR = frozenset(["polgoda", "jarti"])
LONGEST_STAY = 366


def filters_of(case: Case, intent: Intent) -> Filters:
    """Return the wishes about a list."""
    if intent not in (Intent.LIST_FREE, Intent.LIST_REQUIRED):
        return Filters()
    return Filters(_regimes(case, intent), _regions(case), min_days(case))


def _regimes(case: Case, intent: Intent) -> tuple[Regime, ...]:
    if intent is Intent.LIST_REQUIRED:
        return (Regime.VISA_REQUIRED,)
    named = [regime for concept, regime in _REGIMES if case.has(concept)]
    too = [Regime.VISA_FREE] if case.has("visa_free") and case.joins_regimes else []
    return (*too, *named) or (Regime.VISA_FREE,)


def _regions(case: Case) -> tuple[Region, ...]:
    found: dict[Region, None] = {}
    for concept, regions in REGIONS.items():
        if case.has(concept):
            found |= dict.fromkeys(regions)
    if case.europe:
        found[Region.EUROPE] = None
    return tuple(found)


def min_days(case: Case) -> int | None:
    """Return the length of stay wished for, in days, None when none is named."""
    keys = [token.key for token in case.reading.tokens]
    for index, key in enumerate(keys):
        if key in _HALF_YEAR:
            return 180
        unit = _unit(key)
        if unit is None:
            continue
        number = _number(keys[index - 1]) if index else None
        if number is None and unit == 1:
            continue
        days = (number or 1) * unit
        if 1 < days <= LONGEST_STAY:
            return days
    last = keys[-1] if keys else ""
    return int(last) if last.isdigit() and len(keys) <= 3 and 1 < int(last[:4]) <= LONGEST_STAY else None


def _unit(key: str) -> int | None:
    if key in ("ai", "aiga", "aidi"):
        return 30
    return next((days for stems, days in _UNITS for stem in stems if stem != "ai" and key.startswith(stem)), None)


def _number(key: str) -> int | None:
    if key.isdigit():
        return int(key[:4])
    return _NUMBERS.get(key)


def practical_of(case: Case, intent: Intent) -> Practical | None:
    """Return the finer subject, None where the intent has none."""
    if intent is Intent.COUNTRY and case.has("transit_word") and not case.parts.transit and len(case.places) < 2:
        return Practical.TRANSIT
    if intent is Intent.COUNTRY and not case.has("visa", "with_visa", "visa_free", "evisa"):
        if case.has("child"):
            return Practical.CHILDREN  # «Германияға баламен барғанда не керек»
        if case.has("at_border"):
            return Practical.BORDER_TIPS
    subjects = _PRACTICAL.get(intent, ())
    return next((practical for concept, practical in subjects if not concept or case.has(concept)), None)


def wanted_language_of(case: Case) -> Language | None:
    """Return the language asked for, None when it was not named or both were."""
    russian, kazakh = case.has("lang_ru"), case.has("lang_kk")
    if russian == kazakh:
        return None
    return Language.RU if russian else Language.KK


def subject_of(case: Case, intent: Intent) -> str | None:
    """Return what a subscription or a greeting is about where that is no place."""
    if intent is Intent.GREETING:
        return "thanks" if case.has("thanks") else None
    if intent not in (Intent.SUBSCRIBE, Intent.UNSUBSCRIBE) or case.states:
        return None
    if case.eu or case.has("talks", "agreement"):
        return "eu"
    if case.has("list_subject", "list", "countries", "visa_free"):
        return "list"
    return "news" if case.has("news") else None
