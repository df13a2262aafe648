# The EU talks: where they are, what happened, what they are about, how long others took.

# $position (Number): 1..13.
talks-title = 🇪🇺 <b>Визаны жеңілдету туралы ЕО-мен келіссөз</b> · 13 кезеңнің { $position }-кезеңі
# $date (String): since when, in words.
talks-title-suspended = ⏸ <b>Визаны жеңілдету туралы ЕО-мен келіссөз уақытша тоқтатылды</b> · { $date }
talks-title-stalled = ⏸ <b>Визаны жеңілдету туралы ЕО-мен келіссөз тоқырап тұр</b> · { $date }
# $stage (String): its title. $date (String): since when, in words.
talks-now = Қазір: <b>{ $stage }</b> · басталған күні: { $date }.
# $stage (String): its title. $count (Number): rounds held. $date (String): the first one.
talks-now-rounds = Қазір: <b>{ $stage }</b>. <b>{ $count } раунд</b> өтті, біріншісі – { $date }.
talks-nothing = Келіссөз туралы әзірге ештеңе белгісіз.
# $event (Html): its title as a link. $date (String): in words.
talks-last = Соңғы оқиға, { $date }: { $event }.
# What was said since then and moved nothing.
talks-statement = 💬 Содан бері айтылғаны, { $date }: { $event }.
# $since, $checked (String): dates in words.
talks-silence = Келіссөз туралы соңғы хабар: { $since }, одан бері жаңасы жоқ. Дереккөздер тексерілген күн: { $checked }.
# $checked (String): a date in words.
talks-checked = Дереккөздер тексерілген күн: { $checked }.

# $number (String): of the step, $stage (String), $date (String): in digits.
talks-step = { $number }. { $stage }
talks-step-dated = { $number }. { $stage } · { $date }

talks-agreements = 📄 <b>Екі келісім қатар жүріп жатыр</b>, ЕО бірін екіншісінсіз жасаспайды:
talks-agreement-visas = виза
talks-agreement-readmission = реадмиссия
# $agreement (String), $stage (String).
talks-agreement = { $agreement } – { $stage }
# $agreement (String), $stage (String), $count (Number): rounds held.
talks-agreement-rounds = { $agreement } – { $stage }, { $count } раунд

# $number (String): of the round, $stage (String): the step after the rounds.
talks-next-round = ➡️ Алда: <b>{ $number }-раунд</b>, күні дереккөздерде айтылмаған. Келесі кезең: { $stage }.
# $stage (String).
talks-next = ➡️ Алда: <b>{ $stage }</b>. Күні дереккөздерде айтылмаған.
# $days (Number).
talks-days-mandate = мандаттан бері { $days } күн
talks-days-launch = келіссөз ашылғалы { $days }
talks-days-round = соңғы раундтан бері { $days }
# $list (String): of the above.
talks-days = ⏱ { $list }.

talks-not-visa-free = Жеңілдету деген визасыз режим емес: виза қалады, бірақ оны алу оңайырақ болуға тиіс. Әзірге тәртіп бұрынғыдай.
talks-not-visa-free-now = Жеңілдету деген визасыз режим емес: виза бұрынғыдай керек, бірақ ол келісім шарттарымен беріледі.

# $count (Number): of events.
timeline-title-all = 📜 <b>Келіссөз шежіресі</b> · { $count } оқиға
timeline-legend-all = ● – келіссөз жаңа кезеңге өтті
timeline-title-steps = ● <b>Келіссөз қадамдары</b> · { $count } оқиға
timeline-legend-steps = Тек кезеңді өзгерткен оқиғалар.
timeline-title-statements = 💬 <b>Келіссөз туралы мәлімдемелер</b> · { $count }
timeline-legend-statements = Шенеуніктер мен дипломаттар айтқаны. Кезең бұдан өзгерген жоқ.
# $number (String), $date (String), $title (String), $source (Html).
timeline-event = <b>{ $number }.</b> { $date } · { $title } { $source }
timeline-event-moves = <b>{ $number }.</b> ● { $date } · <b>{ $title }</b> { $source }

# $title (String), $date (String): in words.
event-title = 🇪🇺 <b>{ $title }</b>
    { $date }
# $stage (String): a stage's title.
event-moved = ● Осы күннен басталған кезең: <b>{ $stage }</b>
event-statement = 💬 Бұл – мәлімдеме, кезең одан өзгерген жоқ. Сол кездегі кезең: { $stage }
event-context = Бұл – жалпы ахуал: келіссөздің кезеңіне әсер еткен жоқ.
event-suspended = ⏸ Осы күннен бастап келіссөз уақытша тоқтатылды.
event-stalled = ⏸ Осы күннен бастап келіссөз орнынан жылжымай тұр.
event-unsure = ⚠️ Күні не егжей-тегжейі дереккөздерде әртүрлі.
# $sources (Html): links.
event-sources = <i>Дереккөз: { $sources }</i>
event-gone = Бұл оқиға шежіреде енді жоқ.

topics-title = 📋 <b>Не туралы келісіп жатыр</b>
topics-article = СІМ төрт тақырыпты атады (2025 жылғы 2 қараша):
topics-others = Мұндай келісімдерде тағы мыналар болады:
topics-hint = Тақырыпты басыңыз: қазір қандай тәртіп және басқа елдер не алды.
# $title (String).
topic-title = 📋 <b>{ $title }</b>
# $text (String).
topic-today = <b>Қазір.</b> { $text }
topic-typical = <b>Басқа елдердің келісімдерінде.</b> { $text }
topic-open = Қазақстан үшін қандай болатыны әлі шешілген жоқ.
# $sources (Html): links.
topic-sources = <i>Дереккөздер: { $sources }</i>

peers-title = ⏳ <b>Басқа елдерге қанша уақыт керек болды</b>
# $from, $to (Number): months. $count (Number): countries.
peers-range = Келіссөз ашылғаннан келісім күшіне енгенше <b>{ $from } айдан { $to } айға дейін</b> уақыт кетті. Барлық күні белгілі елдер саны: { $count }.
peers-legend = Күн санымен: мандат → келіссөздің ашылуы → парафтау → қол қою → күшіне ену
# $country (String): flag and name. $months (Number).
peers-country = { $country } · <b>{ $months } ай</b>
# $country (String): flag and name. $date (String): in digits.
peers-country-part = { $country } · { $date } күшіне енді
# $first, $second (String): days. 
peers-kazakhstan = { $country }: <b>{ $first } → { $second }</b>, әлі жүріп жатыр
# $countries (String): names.
peers-passed = Келіссөз ашылғалы Қазақстанда мына елдерде парафтауға дейін кеткеннен де көп уақыт өтті: { $countries }.
peers-caveat = Мысал аз, бұдан болжам жасауға болмайды.

stages-title = 🪜 <b>Келісімнің 13 кезеңі</b>
# $who (String): who acts.
stages-who = Кім: { $who }

button-timeline = 📜 Шежіре
button-timeline-all = 📜 Бәрі
button-timeline-steps = ● Қадамдар
button-timeline-statements = 💬 Мәлімдемелер
button-topics = 📋 Не туралы
button-peers = ⏳ Басқа елдер
button-stages = 🪜 Барлық кезең
button-stages-picture = 🖼 Сурет түрінде
talks-picture-title = ЕО мен Қазақстан: виза
talks-picture-so-far = Бұл нені білдіреді
# $date (String): the day of the picture.
talks-picture-foot = { $date }
talks-picture-caption = 🪜 <b>Визаны жеңілдету келісімінің жолы</b>
talks-picture-failed = Сурет қазір салынбай тұр. Кейінірек көріңіз; соның бәрі /eu ішінде бар.
button-talks-status = 🇪🇺 Қазір қай кезеңде
button-event-open = 🔎 Толығырақ
