"""Words of news about visas, in Russian, Kazakh and English: concept → words.

`word*` is a beginning, `=word` is compared letter by letter (short words that mean something else in another alphabet),
`one_two` are words that follow each other, with at most one word between them.
"""

WORDS = {
    # what it is about
    "visa": (
        "electronic_author* виза визы визу визе визой виз визам визами визах визов* безвиз* визасыз* визалық* "
        "визалар* визаны визаға визадан визамен визасы* визаның виза_алу visa visas visafree evisa шенген* schengen* "
        "eta =eta keta электронн*_разрешени* =etravel"
    ),
    "entry": (
        "=id =ids въезд* въезж* пребыван* находиться пускает пустят удостоверени*_личност* страховк* кіру* кіреді "
        "болу_мерзім* болу_уақыт* жеке_куәлік* entry enter stay stays staying id_card id_cards"
    ),
    "free": (
        "безвиз* визасыз* visafree visa_free exempt* waiver* отмен* освобо* алып_таста* жой* without_visa без_виз*"
    ),
    "evisa": "электронн*_виз* электронды_виза* evisa e_visa",
    "permit": "electronic_author* =eta keta электронн*_разрешени* authorisation authorization электронды_рұқсат*",
    "immigrant": "иммиграц* immigrant* иммигра*",
    "service": "служебн* қызметтік service дипломатическ* diplomatic",
    # who takes part
    "kz": "казахск* казахстан* қазақстан* qazaqstan* kazakhstan* kazakh* =рк =қр",
    "kz_people": (
        "қазақстандықтар* отандас* соотечественник* наши*_граждан* біздің_азамат* казахстанц* kazakhs kazakhstanis"
    ),
    "kz_group": "центральн*_ази* орталық_ази* central_asia*",
    "kz_at": "казахстане қазақстанда* in_kazakhstan into_kazakhstan қазақстанға_кір* қазақстанға_визасыз",
    "kz_power": (
        "токаев* тоқаев* tokayev* tokaev* бакаев* бақаев* bakayev* bakaev* смадияров* smadiyarov* кошербаев* "
        "көшербаев* kosherbayev* kosherbaev* нуртлеу* нұртілеу* nurtleu* василенко* vassilenko* vasilenko* астан* "
        "astana* мажилис* мәжіліс* mazhilis* majilis* акорд* ақорда* akorda* курултай* құрылтай* kurultai*"
    ),
    "ministry": (
        "=мид =сім =мидом сыртқы_істер министерств*_иностранн* вицеминистр* вице_министр* foreign_ministry "
        "foreign_minister deputy_minister kazakh_ministry mfa ministry"
    ),
    "chamber": "сенат* senate* парламент* parliament* депутат* deputies",
    "eu": (
        "=ес =ео =eu =eus евросоюз* еуроодақ* еуропалық_одақ* европейск*_союз* european_union europeans_union "
        "евроком* еуроком* european_commission european_commissioner european_council европейск*_совет* евросовет* "
        "еуропалық_кеңес* шенген* schengen* европ* еуропа* europe europes европарламент* еуропарламент* meps "
        "european_parliament каллас* kallas* =кошта costa ляйен* leyen* симкич* simkic* лухнер* luchner* йоханссон* "
        "johansson*"
    ),
    "eu_capital": "брюссел* brussels",
    "parliament_eu": "европарламент* евродепутат* еуропарламент* meps european_parliament",
    "council": "совет совета советом кеңес кеңесі кеңесінің council",
    "commission": "евроком* еуроком* european_commission commission",
    # whose way it is
    "citizen": (
        "граждан* жител* туристов туристам туристы путешественник* азамат* тұрғындар* citizens citizen nationals "
        "national travellers travelers tourists holders паспорт* passport passports төлқұжат*"
    ),
    "foreigner": (
        "иностран* шетелдік* шетел_азамат* foreigner* foreign_tourist* foreign_citizen* foreign_national* инвестор* "
        "investor* investors"
    ),
    "nomad": "кочевник* nomad визаран* remote_worker*",
    "mutual": (
        "взаимн* взаимно өзара mutual mutually reciprocal* двух_стран обеих_стран both_countries екі_ел* "
        "екі_мемлекет* двусторонн*"
    ),
    "including": "включая including included соның_ішінде сред*",
    "like": "вслед как после after like following кейін сияқты",
    # the talks
    "ease": (
        "ослаб* босаңсы* смягч* льготн*_виз* streamlin* loosen* упрощ* упрост* облегч* послаблен* либерализ* "
        "жеңілде* ырықтандыр* simplif* facilitat* easing =ease =eases =eased liberalis* liberaliz* relax*"
    ),
    "easier": "проще легче доступнее easier simpler оңайла* softer дешевле",
    "aim": "добива* стремит* рассчитыва* надеет* хочет wants wishes aims seeks hopes үмітте* ұмтыл*",
    "talks": (
        "переговор* консультац* диалог* келіссөз* талқыла* обсужд* обсуд* talks negotiat* consultations dialogue "
        "discuss* визов*_вопрос* визов*_сотруднич* visa_cooperation =ведут_диалог"
    ),
    "consultation": "консультац* consultations",
    "round": "раунд* раундт* round rounds",
    "mandate": "мандат* mandate mandates green_light",
    "readmission": "реадмисс* readmission*",
    "agreement": (
        "соглашени* договор договора келісім келісімі келісімге келісімді келісімін келісіміне келісімдер* хаттама* "
        "меморандум* протокол* agreement agreements deal memorandum protocol pact визов*_порядок*"
    ),
    # what becomes of a regime
    "abolish": (
        "отмен* снял сняли сняла снимает снят* освобо* alып_таста* алып_таста* жойды жояды жоя жойылды босат* lift "
        "lifts lifted abolish* scrap* waive* waiver waivers exempt* drops"
    ),
    "introduce": (
        "require requires потребу* обязал* обяжет міндетте* возобнов* resum* ввел ввела ввели вводит вводят ввод "
        "введут введет введен* введение енгіз* introduc* grant grants granted granting enact* launches launched "
        "запуст* запуск* открыва* откроет imposes вернул* возвращает бере_баста*"
    ),
    "extend": "продл* увелич* продлен* ұзарт* арттыр* extend* prolong* raise raises increases",
    "shorten": (
        "сокра* қысқар* shorten* cut cuts reduce* reducing end ends ended ending прекра* больше_не stops halves "
        "ужесточ* қатайт*"
    ),
    "allow": (
        "открыл* могут can алады нач*_выда* рұқсат_ет* start_issuing разреш* рұқсат_бер* allow* permit permits "
        "permitted =пустят смогут"
    ),
    "change": "енді =now теперь измен* өзгер* new_rules changes changed новы*_правил* жаңа_ереже* жаңа_тәртіп*",
    "add": "включил* включен* включ*_казахстан* добавил* қосты қосыл* енгізді_тізім* add adds added includes",
    "agree": "договорен* уағдаластық* договорил* келісті уағдаласты agree agrees agreed",
    "approve": (
        "одобр* утверд* поддержал* согласи* дал_согласие дали_согласие мақұлда* бекіт* approv* adopt* endors* "
        "consent gives_green give_green backed backs vote votes voted выдал* получил* receives received"
    ),
    "sign": "подпис* қол_қой* =sign =signs signed signing signature подпись подписи қолтаңба*",
    "ratify": "ратифиц* ратификац* ratif*",
    "ratified": (
        "ратифицировал* ратифицирован* закон*_ратификац* ratifies ratified ратификациялады ратификациялау_заң*"
    ),
    "in_force": (
        "into_effect effective_from вступило_силу вступил_силу вступила_силу вступили_силу вступает_силу заработал* "
        "заработает күшіне_енді күшінде force_today enters_force entered_force comes_force came_force takes_effect "
        "took_effect in_force"
    ),
    "soon_in_force": "начн*_действ* вступит_силу вступят_силу күшіне_енеді enter_force take_effect",
    "suspend": (
        "запрет* запрещ* ban bans banned bars =тыйым огранич* restrict* шектеу* halt halts halted приостан* заморо* "
        "заморож* тоқтат* suspend* paus* on_hold freez* frozen froze"
    ),
    "propose": (
        "consider* рассматрива* намерен* қарастыр* предлож* предлаг* ұсын* propos* могут_отмен* могут_освоб* "
        "may_lift may_abolish"
    ),
    # steps of the talks
    "recommend": "рекоменд* recommend* ұсыныс* ұсыным*",
    "initial": (
        "парафир* парафта* парафтал* initialled initialed initialling initialing initials initial_agreement "
        "initial_deal initial_visa"
    ),
    "held": (
        "провел провела провели проведен* состоял* прошел прошла прошли прошло завершил* завершен* сверили held "
        "hosts hosted hold_held wraps wrapped completed took_place ended concluded concludes өтті өткізді аяқта* "
        "аяқталды"
    ),
    "begin": (
        "начал начала начали начало начались начался начаты старт* открыл* запустил* запуск* откроют баста* бастал* "
        "ашты began begun begin begins start starts started launch launches launched open opens opened opening kick* "
        "inaugural"
    ),
    "text": "текст* мәтін* text texts проект* drafts жоба*",
    "settled": "согласован* келісілді agreed finalised finalized conclude concluded concludes завершили завершены",
    "decision": "решени* решил* шешім* decision decisions authoris* authoriz*",
    "conclusion": "заключени* жасасу* conclusion",
    # how it is told
    "future": (
        "soon скоро жақында пройдет пройдут будет будут состоится состоятся начнут начнется начнутся возобнов* "
        "планиру* запланир* ожида* предсто* следующ* ближайш* назначен* намечен* дата дату проведут прилетит өтеді "
        "болады келесі жоспарла* басталады өткізеді өткізбек күтіл* келеді жалғасады will next scheduled planned "
        "plans upcoming due expected to_hold to_launch to_open to_start to_begin to_resume"
    ),
    "postponed": "перенес* перенос* отложи* отложен* delay* postpon* шегер* кейінге",
    "request": (
        "попросил* просит просят призвал* ускор* готов готовы готова готовност* дайын* сұрады сұрайды тездет* urge* "
        "urging ask asks asked seek seeks call calls hope hopes ready prepare prepares"
    ),
    "speech": (
        "рассказал* рассказыв* говорит говорят говорил* заявил* ответил* ответ ответы назвал* назвали напомнил* "
        "пообещ* обеща* прокоммент* сказал* комментар* объясн* пояснил* словам айтты атады жауап* түсіндір* білдір* "
        "сөйлеген пікір* speaks spoke said says saying told tells answer* comment* explain* reminded hails stressed"
    ),
    "timing": (
        "когда срок сроки сроков сроках стади* қашан мерзім* timing timeline when date деңгей* қашанғы дат years "
        "год_один не_один"
    ),
    "background": "ранее напомним напоминаем earlier бұған_дейін еске_сал* recall previously",
    # what is no news
    "easiest": "легче_всего проще_всего easiest ең_оңай*",
    "statistics": (
        "статист* рейтинг* ranks ranked ranking rankings index заявок заявки заявлений заявления заявку applications "
        "өтініш өтініштер* сколько қанша how_many процент* percent доля үлес* үлесі issued двадцатк* орында орынға"
    ),
    "refusal": "отказ* отказыв* refus* reject* denied бас_тарт* не_дали",
    "fee": "сбор стоимост* подорож* цена құны алым* қымбатта* fee fees cost costs price",
    "border": "=ees =etias =еес штамп* биометр* системы_въезд* система_въезд* entry_exit",
    "explainer": (
        "куда как_получить инструкц* список* подборк* топ список_стран тізім* қайда қай_ел* where how_to guide "
        "что_нужно_знать пошагов* полный_список full_list top steps подробн* документы_сроки"
    ),
    "advert": "тур туры туров тура скидк* бронир* под_ключ book booking discount* жеңілдік holidays cheap акция",
    "airline": "рейс* авиакомпан* airline* flights flight flyarystan scat air_astana ұшақ* әуе_рейс*",
    "crime": "мошенн* поддел* задерж* осужд* осужден* суд fake detained fraud* жалған ұстал* алая* полиц* police",
    "advice": "воздерж* призвал_казахст* предупред* advis* warn* шақыр* ескерт* бармауға",
    "centre": "визов*_центр* visa_centre visa_center визалық_орталық* запись очеред*",
    "payment": "mastercard kaspi карта карту карты картой картал* card cards платеж* payment банк* bank",
    "anniversary": "отмеча* юбиле* anniversar* marks",
    # what tells one event's reports from another's
    "spokesperson": (
        "представител* спикер* spokesperson spokesman брифинг* briefing ресми_өкіл* өкіл* журналист* reporters"
    ),
    "vice_minister": (
        "бакаев* бақаев* bakayev* bakaev* василенко* vassilenko* вице_министр* deputy_minister deputy_foreign_minister"
    ),
    "ambassador": "посол посла послом послы елші* ambassador* симкич* simkic*",
    "documents": "документов құжаттар* құжат_сан* құжат_азай* documents paperwork",
    "groups": "рабоч*_групп* групп* топ_жұмыс working_group*",
    "senate_hall": "сенат* senate*",
    "not_free": "безвизов*_режим* безвиз* визасыз* visafree visa_free отмен*",
    "conditions": "услови* требован* талап* мешает condition* conditions мигра* migration заңсыз*",
    "leaders": "токаев* тоқаев* tokayev* tokaev* президент* president* лидер* leaders",
    "bakayev": "бакаев* бақаев* bakayev* bakaev*",
    "smadiyarov": "смадияров* smadiyarov*",
    "kosherbayev": "кошербаев* көшербаев* kosherbayev* kosherbaev*",
    "nurtleu": "нуртлеу* нұртілеу* nurtleu*",
    "vassilenko": "василенко* vassilenko* vasilenko*",
    "kallas": "каллас* kallas*",
    "costa": "=кошта costa",
    "leyen": "ляйен* leyen*",
    "simkic": "симкич* simkic*",
    "luchner": "лухнер* luchner*",
    "first": "=1 1st первый перв* first inaugural бірінші алғашқы",
    "second": "=2 2nd втор* second екінші",
    "third": "=3 3rd трет* third үшінші",
    "fourth": "=4 4th четверт* fourth төртінші",
    "fifth": "=5 5th пят* fifth бесінші",
    "sixth": "=6 6th шест* sixth алтыншы",
    "seventh": "=7 7th седьм* seventh жетінші",
    "eighth": "=8 8th восьм* eighth сегізінші",
    "january": "январ* january қаңтар*",
    "february": "феврал* february ақпан*",
    "march": "=март =марта =марте march наурыз*",
    "april": "апрел* april сәуір*",
    "may": "=мая =май =мае =мамыр мамыр*",
    "june": "июн* june маусым*",
    "july": "июл* july шілде*",
    "august": "август* august тамыз*",
    "september": "сентябр* september қыркүйек*",
    "october": "октябр* october =қазан =қазанда =қазанның",
    "november": "ноябр* november қараша*",
    "december": "декабр* december желтоқсан*",
}
