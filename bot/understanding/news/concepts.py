"""What a headline speaks of, whatever the language: a concept is known by the beginnings of its words.

A beginning matches at the start of a word; one that ends in `$` must be the whole word, a space stands for any gap.
"""

import re
from enum import Enum, auto
from functools import cache


class Concept(Enum):
    """A thing that reports speak of."""

    KAZAKHSTAN = auto()
    OUR_CITIZENS = auto()
    UNION = auto()
    SCHENGEN = auto()
    VISA = auto()
    VISA_FREE = auto()
    E_PERMIT = auto()
    EASE = auto()
    TALKS = auto()
    ROUND = auto()
    READMISSION = auto()
    COUNTED = auto()
    LISTED = auto()
    ADVERT = auto()
    CRIME = auto()
    INTO_KAZAKHSTAN = auto()
    FOREIGNERS = auto()
    MUTUAL = auto()
    CHANGE = auto()
    HELD = auto()
    SAID = auto()
    START = auto()
    FIRST = auto()
    SECOND = auto()
    THIRD = auto()
    FOURTH = auto()
    MANDATE = auto()
    INITIALLED = auto()
    SIGNED = auto()
    AUTHORISED = auto()
    CONSENT = auto()
    RATIFIED = auto()
    IN_FORCE = auto()
    SUSPENDED = auto()
    MINISTRY = auto()
    DEPUTY = auto()
    AMBASSADOR = auto()
    PRESIDENT = auto()
    TIMING = auto()
    DOCUMENTS = auto()
    FEE = auto()
    PARLIAMENT = auto()
    GROUPS = auto()


_WORDS: dict[Concept, str] = {
    Concept.KAZAKHSTAN: "казахстан | рк$ | казахск | қазақстан | қр$ | kazakhstan | kazakh$ | kazakhs$ | астан$ | астана$ |"
    " астане$ | астаны$ | astana$ | акорд | ақорда | токаев | тоқаев | tokayev",
    Concept.OUR_CITIZENS: "казахстанц | казахстанск граждан | казахстанск студент | казахстанск турист | казахстанск водит | казахстанк$ | граждан казахстан | граждан рк$ | гражданам казахстан | гражданам рк$ |"
    " граждане казахстан | граждане рк$ | гражданами казахстан | обладател казахстанск | казахстанск паспорт |"
    " владельц казахстанск | қазақстандық | қазақстан азамат | қр азамат | қазақстан республикасы азамат |"
    " қазақстан төлқұжат | қазақстан паспорт | kazakhstani$ | kazakhstanis | citizens of kazakhstan | kazakh citizen |"
    " kazakhstani citizen | kazakhstan citizen | kazakh national | kazakhstan national | kazakhstani national |"
    " kazakh passport | kazakhstan passport | kazakhstani passport | kazakh travel | kazakhstani travel |"
    " kazakh tourist | kazakhstani tourist | nationals of kazakhstan | kazakhs$ | for kazakhstan$ | kazakh holder",
    Concept.UNION: "ес$ | евросоюз | европейск союз | европейского союза | еврокомисси | европейск комисси | европейской комисси |"
    " европа$ | европы$ | европу$ | европе$ | европой$ | евро$ | шенген | брюссел | совет ес | европарламент | ео$ | еуроодақ |"
    " еуропалық одақ | еуропалық комисс | еурокомисс | еуропа | европар | eu$ | eus$ | european union | european commission |"
    " europe$ | schengen | brussels | european parliament | коста$ | costa$ | каллас$ | kallas$",
    Concept.SCHENGEN: "шенген | schengen",
    Concept.VISA: "виза$ | визы$ | визе$ | визу$ | визой$ | визою$ | виз$ | визам$ | визами$ | визах$ | визов | безвиз | визасыз |"
    " визалық | визаны | визаға | визадан | визамен | визаның | визалар | visa | visas",
    Concept.VISA_FREE: "безвиз | освоб от виз | освобо от виз | освободят от виз | освобождены от виз | освобожд от виз | exempt from visa | без виз | без визы$ | визасыз | виза қажет емес | визадан босат | visa free | visa-free | visafree |"
    " visa waiver | visa exemption | without visa | without a visa | отмен виз | отменит виз | отменил виз | отменила виз |"
    " отменили виз | отмена виз | отмене виз | отмену виз | визы отмен | abolish visa | abolition of visa | lifts visa |"
    " scrap visa | scraps visa | виза талабын жой | визаны жой | визаларды жой | visa regime abol",
    Concept.E_PERMIT: "электронн виз | электронную виз | электронной виз | электронные виз | электронды виза | электронного разреш |"
    " электронное разреш | e visa | evisa | e-visa | electronic visa | eta$ | electronic travel auth | виз по прибыт |"
    " визу по прибыт | виза по прибыт | визы по прибыт | visa on arrival | visas on arrival | визу по прилет",
    Concept.EASE: "упрощ | упрост | облегч | проще$ | легче$ | либерализ | послабл | смягч | жеңілде | женілде | жеңілдік | оңайла |"
    " ырықтанд | facilitat | simplif | ease$ | eases$ | eased$ | easing | easier | liberali | visa cooperation | без сложных виз |"
    " облегчен",
    Concept.TALKS: "переговор | консультац | раунд | келіссөз | консультация | negotiat | talks$ | rounds$ | round$ | диалог |"
    " visa dialogue",
    Concept.ROUND: "раунд | round$ | rounds$",
    Concept.READMISSION: "реадмисс | readmission",
    Concept.COUNTED: "заявок | заявк$ | заявки$ | отказ$ | отказа$ | отказов$ | отказы$ | отказал | статист | рейтинг | процент |"
    " индекс паспорт | ranks$ | ranked | ranking | applications | refusal | rejected | rejection | statistic | percent |"
    " запросили | подали на виз | бас тарту | өтініш сан | өтінім | индексі | henley",
    Concept.LISTED: "куда | список стран | каких стран | какие стран | какой стран | топ$ | топ-$ | подборк | где отдохн | обзор |"
    " главное за | top$ | list of | where can | which countries | қайда | қай елге | қай елдер | тізімі | шолу | названы стран |"
    " перечень стран | сколько стран",
    Concept.ADVERT: "туропер | турагент | тур$ | туры$ | тура$ | скидк | бронир | авиарейс | рейс | авиакомпан | прямые рейс | flight |"
    " airline | airways | hotel | discount | отел | әуе рейс | әуерейс",
    Concept.CRIME: "мошенни | аферист | задержа | осужд | подделк | поддельн | суд$ | полици | алаяқ | fraud | arrest | forged |"
    " scam | police",
    Concept.INTO_KAZAKHSTAN: "в казахстане$ | въезд в казахстан | въезда в казахстан | въезде в казахстан | посещать казахстан |"
    " приезжать в казахстан | прибыть в казахстан | қазақстанда$ | қазақстанға кел | қазақстанға кір | in kazakhstan$ |"
    " to kazakhstan$ | enter kazakhstan | visit kazakhstan | visiting kazakhstan | казахстан ввел | казахстан вводит |"
    " казахстан введет | казахстан отменил | казахстан отменит | казахстан приостан | казахстан продлил | казахстан расшир |"
    " казахстан в одностор | kazakhstan introduc | kazakhstan extends | kazakhstan grants | kazakhstan opens | kazakhstan lifts |"
    " kazakhstan suspend | қазақстан енгіз",
    Concept.FOREIGNERS: "иностран | гражданам кита | шетелдік | foreigner | foreign citizen | foreign national | foreign tourist |"
    " шетел азамат | зарубежн турист",
    Concept.MUTUAL: "взаимн | соглашен | договор$ | договоренност | меморандум | ратиф | өзара | екіжақты | келісім | mutual |"
    " agreement$ | agreements$ | reciprocal | bilateral | безвиз между | между казахстан",
    Concept.CHANGE: "подпис | ратифиц | вступ в силу | вступил в силу | вступает в силу | вступит в силу | вступило в силу | введ |"
    " ввел$ | ввела$ | ввели$ | вводит | отмен | разреш | продл | приостан | возобнов | увелич | сократ | одобр | утверд |"
    " начнет действ | начинает действ | начал действ | заработа | запуст | запущ | открыл | откроет | откры | изменил | меняет |"
    " изменен | ужесточ | договорил | договори | установ | предостав | получат | получили | смогут | сможет | больше не нуж |"
    " не понадоб | қол қой | ратификац | күшіне ен | енгіз | жой | алып таст | бекіт | келіс | ұзарт | тоқтат | ашыл | ашты |"
    " рұқсат | қысқар | бастай | signed | signs$ | sign$ | ratif | enters into force | entered into force | enter into force |"
    " comes into force | came into force | takes effect | introduc | abolish | lift | launch | extend | suspend | scrap | cancel |"
    " allow | grant | approve | agree | reduce | tighten | resume | opens$ | starts$ | to start | will be able | can now",
    Concept.HELD: "провели | провел$ | прошел | прошли | прошла | состоял | начали$ | начал$ | началис | начат | стартовал | открыли$ |"
    " открыл$ | открыты | продолжили | завершил | подписал | парафир | согласовал | одобрил | утвердил | вступил | ратифицир |"
    " өтті | өткізді | парафта | gives consent | gave consent | initial visa | initial agreement | бастады | басталды | жалғастырды | аяқта | қол қойды | қол қойылды | мақұлда | күшіне енді | held$ |"
    " opened | launched | began$ | begin$ | begins$ | started | start$ | conclud | completed | continue talks | continued talks |"
    " authorises | authorizes | authorised | разрешил | рұқсат берді | hold first | hold second | hold third | hold round | signed | initialled | initialed | approved | adopted | entered into",
    Concept.SAID: "сказал | заявил | рассказал | ответил | назвал | напомнил | сообщил | прокомментир | пояснил | пообещал | обещ |"
    " отметил | подчеркнул | выразил | обсудил | говорит | речь | ожида | надеется | планир | возобновят | пройдет | состоится |"
    " брифинг | айтты | мәлімде | жауап | хабарлады | түсіндірді | атады | уәде | сұраққа | өтеді | жоспар | said$ | says$ | told$ |"
    " speaks$ | spoke$ | commented | expects | hopes | planned | plans$ | discuss | to hold | will hold | to simplify | promises |"
    " meets$ | met$",
    Concept.START: "начал | началис | начат | старт | открыл | открыт | официально откр | баста | launch | began | begin | begun | start |"
    " opened | open talks | opening",
    Concept.FIRST: "перв | бірінші | алғашқы | first$ | i раунд",
    Concept.SECOND: "втор | екінші | second$ | ii раунд",
    Concept.THIRD: "трет | үшінші | third$ | iii раунд",
    Concept.FOURTH: "четверт | төртінші | fourth$ | iv раунд",
    Concept.MANDATE: "мандат | mandate",
    Concept.INITIALLED: "парафир | парафта | initial visa | initial agreement | initial text | initialled | initialed | initialling",
    Concept.AUTHORISED: "разрешил подпис | разрешили подпис | одобрил подпис | решение о подпис | authorises sign | authorizes sign |"
    " authorised sign | decision on sign | decides to sign | қол қоюға рұқсат",
    Concept.SIGNED: "подписал | подписан | подпишут | қол қой | signed$ | signing | signature",
    Concept.CONSENT: "gives consent | gave consent | votes for visa | европарламент одобр | согласие европарл | european parliament consent | parliament gave consent |"
    " еуропарламент мақұл | европарламент дал",
    Concept.RATIFIED: "ратифиц | ратификац | ratif",
    Concept.IN_FORCE: "вступило в силу | вступил в силу | вступает в силу | вступит в силу | күшіне ен | entered into force |"
    " enters into force | came into force | takes effect",
    Concept.SUSPENDED: "переговоры приостан | приостановлен переговор | приостановил переговор | келіссөз тоқтат | talks suspended |"
    " suspends talks | suspended talks",
    Concept.MINISTRY: "мид$ | мида$ | миде$ | министерств иностр | сім$ | сыртқы істер | mfa$ | foreign ministry | ministry of foreign |"
    " официальн представит | ресми өкіл | spokes",
    Concept.DEPUTY: "вице-минист | вице минист | замминист | заместител министра | бакаев | бақаев | bakayev | василенко | vassilenko |"
    " deputy minister | deputy foreign | vice minister | vice-minister | министр орынбасар",
    Concept.AMBASSADOR: "посол$ | посла$ | послом$ | елші$ | елшісі | ambassador | envoy | шимкут | simkut | янкауск | jankausk",
    Concept.PRESIDENT: "коста$ | costa$ | токаев | тоқаев | tokayev | фон дер ляйен | von der leyen | каллас | kallas",
    Concept.TIMING: "когда$ | сроки$ | срок$ | сроках$ | дата$ | дату$ | қашан | мерзім | when$ | timeline | timing | deadline",
    Concept.DOCUMENTS: "документ | құжат | documents",
    Concept.FEE: "сбор$ | сбора$ | сборы$ | стоимост | алым | fee$ | fees$",
    Concept.PARLIAMENT: "сенат | мажилис | мәжіліс | парламент | senate | parliament | mazhilis",
    Concept.GROUPS: "рабоч групп | рабочих групп | рабочие групп | жұмыс тоб | working group | стади | кезең | stage",
}

MONTHS = (
    "январ|қаңтар|january", "феврал|ақпан|february", "март|наурыз|march", "апрел|сәуір|april", "мая|мае|май|мамыр|may",
    "июн|маусым|june", "июл|шілде|july", "август|тамыз|august", "сентябр|қыркүйек|september", "октябр|қазан|october",
    "ноябр|қараша|november", "декабр|желтоқсан|december",
)  # fmt: skip


@cache
def patterns() -> dict[Concept, re.Pattern[str]]:
    """Return the expression of every concept, made at first use."""
    return {concept: re.compile("|".join(map(_pattern, words.split("|")))) for concept, words in _WORDS.items()}


@cache
def month_patterns() -> tuple[re.Pattern[str], ...]:
    """Return the expressions of the twelve months."""
    return tuple(re.compile(rf"\b(?:{words})\w*") for words in MONTHS)


def _pattern(words: str) -> str:
    words = words.strip()
    whole = words.endswith("$")
    parts = [re.escape(part) for part in words.rstrip("$").split()]
    return r"\b" + r"\w*\W+".join(parts) + (r"\b" if whole else "")


def normal(text: str) -> str:
    """Return text as the patterns want it: lower case, ё as е, dashes of one kind, Latin look-alikes left alone."""
    text = text.casefold().replace("ё", "е").replace("–", "-").replace("—", "-").replace("\u00a0", " ")
    return " ".join(text.split())
