"""Whether somebody asks for one of our guides: a few phrases that mean nothing else.

They are looked for beside the reading of the question, whose intent they leave as it is.
"""

import re
from dataclasses import replace

from bot.domain.question import SCHENGEN, Filters, Guide, Intent, Question

LONGEST = 80
_GO = r"(?:по|с)?(?:ехать|ездить|лететь|летать|лечу|еду)|отправиться|махнуть|рвануть|отдохнуть|отдыхать|путешествовать"
_GO_KK = r"барайын|барсам|барсақ|барамын|барамыз|барайық|барғым|саяхаттайын|демалайын|демалсам"
_SCHENGEN = r"шенген\w*|ес|европ\w*|еуропа\w*|ео"
_FIRST = r"(?:а |ну |и |подскажи\w* |посоветуй\w* )?"
_MAY = r"(?:бы |мне |нам |лучше |можно |еще )*"
_APPLY = rf"(?:по)?да(?:ва)?ть(?: документы)?(?: (?:на )?(?:визу|документы|{_SCHENGEN}))*"
_HOW = r"(?:(?:что такое|как работает|как считать|как посчитать|как считается|объясни\w*|правило) )*"
_WHAT = r"(?: (?:что это|это что|что такое|деген не|не|нужен ли|нужен|керек пе|туралы))?"
_YEAR = r"(?: (?:в )?20\d\d(?: году)?)?"
_PHRASES = {
    Guide.WHERE: (
        r"куда",
        r"қайда|кайда",
        rf"{_FIRST}куда {_MAY}(?:{_GO})(?P<rest> .+)?",
        rf"(?:(?P<before>.+) )?(?:қайда|кайда) (?:{_GO_KK})(?: (?:екен\w*|болады|келеді|жақсы))*",
        r"подбери\w* (?:мне )?(?:страну|направление)|помоги\w* выбрать страну|ел таңдауға көмектес\w*",
    ),
    Guide.COMPARE: (
        r"сравни\w*|сравнить|сравнение|сравнить страны|сравни\w* страны|салыстыр\w*|елдерді салыстыр\w*",
        r"(?:сравни\w*|сравнить)(?: мне)? (?P<one>[\w -]+?)(?: с| и)?",
        r"(?P<one_kk>[\w -]+?) салыстыр\w*",
    ),
    Guide.SCHENGEN_WHERE: (
        rf"(?:в |через )?какую страну (?:{_SCHENGEN} )?(?:мне |нам |надо |нужно |лучше )*{_APPLY}",
        rf"(?:в |через )?какую страну (?:по)?да(?:вать|ть) (?:документы )?на (?:визу )?(?:{_SCHENGEN})",
        rf"(?:{_SCHENGEN}) (?:үшін |визасына )?(?:қай|қандай) елге (?:құжат |өтініш )?(?:тапсыр|бер)\w*",
        rf"(?:қай|қандай) (?:{_SCHENGEN}) еліне (?:құжат |өтініш )?(?:тапсыр|бер)\w*",
    ),
    Guide.SCHENGEN_DAYS: (
        rf"{_HOW}(?:{_SCHENGEN}|)\s?90[ /](?:из |в |на )?180(?: дней)?(?: (?:правило|(?:в )?(?:{_SCHENGEN})))*",
        r"(?:шенген\w* )?90[ /]180 ереже\w*(?: деген не| қалай есептеледі| қалай)?",
    ),
    Guide.SCHENGEN_NEW: (
        rf"(?:что такое |а |про )*(?:ees|еес|etias|этиас|етиас){_WHAT}",
        rf"что (?:изменилось|нового|меняется|поменялось)(?: с визами)? (?:в|по|для) (?:{_SCHENGEN}){_YEAR}",
        rf"(?:новые правила|изменения|новости правил)(?: въезда)?(?: в| для)? (?:{_SCHENGEN}){_YEAR}",
        rf"(?:{_SCHENGEN})(?: 20\d\d)?(?: жылғы| жылы)? (?:өзгеріс\w*|жаңа ереже\w*|жаңалық\w*|не өзгерді)",
        rf"(?:20\d\d жылы )?(?:{_SCHENGEN}) не өзгерді",
    ),
}
_GUIDES = {guide: [re.compile(phrase) for phrase in phrases] for guide, phrases in _PHRASES.items()}
_TRAIT = re.compile(
    "куд|қайд|кайд|сравн|салыстыр|стран|елге|еліне|180|ees|еес|etias|тиас|нового|измен|менял|меня|өзгер|жаңа|новые"
    "|ел таңда|подбер|направлен"
)
"""What any of the phrases has: nearly all questions are done with it."""


def asked_for_guide(text: str) -> tuple[Guide, str] | None:
    """Return the guide that is asked for and what it is wanted of (`на 90 дней`, `турцию`); None when none is."""
    plain = " ".join(re.sub(r"[?!.,:;«»\"]+", " ", text.lower().replace("ё", "е")).split())
    if len(plain) > LONGEST or not _TRAIT.search(plain):
        return None
    for guide, phrases in _GUIDES.items():
        for phrase in phrases:
            if (found := phrase.fullmatch(plain)) is not None:
                return guide, next((words.strip() for words in found.groupdict().values() if words), "")
    return None


_IDLE = re.compile(
    r"(?:(?:в|на|с|и|по|отдыхать|отдохнуть|отпуск\w*|летом|зимой|осенью|весной|новый|год|каникул\w*|выходн\w*|семьей|детьми|море|"
    r"январ\w*|феврал\w*|март\w*|апрел\w*|ма[йе]|июн\w*|июл\w*|август\w*|сентябр\w*|октябр\w*|ноябр\w*|декабр\w*|без|визы|"
    r"жазда|қыста|демалысқа|теңізге)\s*)*"
)
"""Words that a wish to travel may have and that no list can be narrowed by."""

_LISTS = (Intent.LIST_FREE, Intent.LIST_REQUIRED)
_MEANT = {Guide.WHERE: Intent.LIST_FREE, Guide.COMPARE: Intent.COMPARE}


def guided(question: Question, guide: Guide, words: str, wishes: Filters) -> Question:
    """Return the question with the guide it asks for, or as it is where its own answer is better.

    words: what the guide is wanted of; wishes: the same as filters of a list.
    """
    if guide is Guide.COMPARE and (question.intent is Intent.COMPARE or len(question.places) > 1):
        return question
    if guide is Guide.WHERE:
        if question.places or question.intent in _LISTS or not (_narrows(wishes) or _IDLE.fullmatch(words)):
            return question
        question = replace(question, filters=wishes)
    if not question.understood:
        meant = _MEANT.get(guide, Intent.COUNTRY)
        question = replace(question, intent=meant, places=() if guide in _MEANT else (SCHENGEN,), understood=True)
    return replace(question, guide=guide)


def _narrows(wishes: Filters) -> bool:
    return bool(wishes.regions or wishes.min_days)
