# Statistics of the desk, as text and as a picture. Counts are Numbers; shares come as words: «97%», «<1%».

# $days (Number): of the period.
stats-title = 📊 <b>{ $days } күндік статистика</b>
# $moment (String): date and time. $zone (String): settings' title of a time zone.
stats-moment = { $moment } ({ $zone })

stats-people = 👥 <b>Адамдар: { $count }</b>
# $share (String)
stats-reachable = Хабарлама алатыны: { $count } ({ $share })
stats-line = • { $name } — { $count } ({ $share })
stats-plain-line = • { $name } — { $count }
stats-seen = Кіргені: бір күнде { $day }, бір аптада { $week }, бір айда { $month }
stats-blocked = Ботты бұғаттағаны: { $count } ({ $share })
stats-deactivated = Аккаунтын жойғаны: { $count } ({ $share })

stats-joined = 📈 <b>Жаңа адамдар: { $count }</b>
# $days (Number): of the period, $count (Number): who came.
stats-joined-before = Оның алдындағы { $days } күнде: { $count }
# $day (String): a date in words.
stats-joined-most = Ең көп қосылған күн – { $day }: { $count }

stats-questions = 💬 <b>Сұрақтар: { $count }</b>
stats-understood = Бот { $share }-ын түсінді
# $days (Number): of the period, $count (Number): questions.
stats-questions-before = Оның алдындағы { $days } күнде: { $count } сұрақ, { $share }-ы түсінікті болды
# $languages (String): «қазақша 30%, орысша 70%».
stats-asked-in = Сұрақ тілі: { $languages }
stats-in-ru = орысша { $share }
stats-in-kk = қазақша { $share }
stats-missed = Ең жиі түсініксіз болғандары:

stats-followers = 🔔 <b>Жазылымдар: { $count }</b>
stats-others = Қалғаны

stats-deliveries = 📬 <b>Таратулар мен хабарламалар</b>
stats-delivered = Жетті: { $count } ({ $share })
# $reasons (String): each with its count.
stats-failed = Жетпеді: { $count } ({ $reasons })
stats-skipped = Жіберілмеді: { $count } ({ $reasons })
stats-deliveries-none = Бұл уақытта ештеңе таратылған жоқ
stats-in-all = Барлық уақытта: жетті { $sent }, жетпеді { $failed }, жіберілмеді { $skipped }
stats-campaigns = Соңғы таратулар:
# $id, $day (String): the campaign's number and date. $total (Number): people it was for.
stats-campaign = { $sign } { $id } · { $day } · { $total } адамның { $share }-ы алды

stats-facts = 📅 <b>Елдер туралы деректер</b>
stats-facts-old = Бір жылдан бері расталмағаны: { $old }, жақында бір жыл болатыны: { $soon }
stats-facts-doubtful = Дереккөздері сәйкес емесі: { $conflicting }, дереккөзі жоғы: { $unsourced }
stats-facts-oldest = Расталғанына ең көп уақыт өткендері:
# $day (String): when it was confirmed.
stats-fact = • { $flag } { $name } — { $day }

# What people ask about: Intent.
stats-intent-country = Елге виза
stats-intent-list-free = Визасыз елдер
stats-intent-list-required = Виза керек елдер
stats-intent-status = ЕО-мен келіссөз
stats-intent-topics = Келіссөз тақырыптары
stats-intent-documents = Құжаттар
stats-intent-fee = Виза қанша тұрады
stats-intent-processing-time = Визаны қанша күту керек
stats-intent-where-to-apply = Қайда тапсыру керек
stats-intent-stay = Қанша күн болуға болады
stats-intent-subscribe = Жазылу
stats-intent-unsubscribe = Жазылымнан шығу
stats-intent-language = Тілді ауыстыру
stats-intent-help = Бот не істей алады
stats-intent-compare = Елдерді салыстыру
stats-intent-out-of-scope = Виза туралы емес
stats-intent-greeting = Сәлемдесу

button-stats-refresh = 🔄 Жаңарту
button-stats-picture = 🖼 Суретпен
# $days (Number)
button-stats-days = { $days } күн

stats-drawing = Суретін салып жатырмын
stats-picture-failed = Сурет шықпады. Барлық сан мәтінде бар: /stats. Суретті сәл кейінірек сұраңыз.
# Under the picture. $days (Number), $moment (String).
stats-caption = 📊 { $days } күндік статистика. { $moment }

# In the picture.
stats-picture-title = Sapar: статистика
# $first, $last (String): dates in words. $days (Number).
stats-picture-period = { $first } – { $last }, { $days } күн
stats-tile-people = Адамдар
stats-tile-reachable = байланыста { $share }
stats-tile-joined = Жаңа
stats-tile-before = бұған дейін { $count }
stats-tile-understood = Түсінгені
# $count (Number)
stats-tile-questions = { $count } сұрақтан
stats-tile-no-questions = сұрақ болған жоқ
stats-panel-growth = Бот қанша адамды біледі
stats-panel-people = Адамдар: тілі мен байланысы
stats-panel-questions = Не туралы сұрайды
stats-panel-followers = Неге жазылған
stats-panel-deliveries = Хабарламалар қалай жетті
stats-panel-facts = Елдер туралы деректер
stats-picture-old = бір жылдан ескі
# $name (String): a country.
stats-picture-oldest = ең ескісі: { $name }
stats-picture-conflicting = дереккөзі сәйкес емес
stats-state-active = байланыста
stats-state-blocked = ботты бұғаттаған
stats-state-deactivated = аккаунтын жойған
stats-outcome-sent = жетті
stats-outcome-failed = жетпеді
stats-outcome-skipped = жіберілмеді
stats-nobody-yet = Әзірге ешкім жоқ
stats-nothing-asked = Бұл уақытта ештеңе сұралған жоқ
stats-nothing-followed = Әзірге жазылым жоқ
