# The editors' desk for destinations: page, editing, CSV, history, undo; and the alerts that come of it.

button-admin-destination = 🌍 Елдер
menu-destination = Елдер туралы дерек
audit-action-destinations-undo = ел туралы түзету қайтарылды
audit-action-destinations-confirm = ел туралы дерек расталды
# $topic (String): a topic's name.
audience-without = «{ $topic }» жазылушыларынан басқасы

# -- alerts: $regime (Html) is marker, regime and stay; $stay (Html), $condition (String) are sentences.

regime-alert-back = { $flag } <b>{ $name }</b> · кіру тәртібі бұрынғыдай
regime-alert-sorry = Өзгеріс туралы хабар расталмады. Шатастырғанымыз үшін кешіріңіз.
regime-back-before = Былай деп жаздық: { $regime }
regime-back-after = Шын мәнінде: <b>{ $regime }</b>
regime-back-same = Тәртіп: { $regime }
regime-back-conditions = Талаптар: { $condition }
regime-back-no-conditions = ерекше талап жоқ
regime-back-no-passport = Паспорт мерзіміне ерекше талап жоқ.
regime-alert-stay = Мерзімі: { $stay }
regime-alert-same = Тәртіп бұрынғыдай: { $regime }
regime-alert-nothing = көрсетілмеген
regime-alert-stay-before = Мерзімі бұған дейін: { $stay }
regime-alert-stay-after = Мерзімі енді: { $stay }
regime-alert-condition-new = Жаңа талап: <b>{ $condition }</b>
regime-alert-condition-gone = Мына талап енді жоқ: { $condition }
regime-alert-condition-before = Талаптар бұған дейін: { $condition }
regime-alert-condition-after = Талаптар енді: <b>{ $condition }</b>
# $months (Number): how long the passport must be valid.
regime-alert-passport-new = Паспорт енді тағы кемінде <b>{ $months } ай</b> жарамды болуы керек.
regime-alert-passport-gone = Бұған дейін паспорт тағы { $months } ай жарамды болуы керек еді. Енді ондай талап жоқ.
# $before, $months (Number): months before and now.
regime-alert-passport = Паспорт енді тағы кемінде <b>{ $months } ай</b> жарамды болуы керек. Бұған дейін { $before } ай жететін.
# $count (Number): countries.
regime-summary-title = 🌍 <b>Кіру тәртібі { $count } елде өзгерді</b>
regime-summary-back = 🌍 <b>Кіру тәртібі { $count } елде бұрынғыдай</b>
regime-summary-line = { $before } → <b>{ $after }</b>
regime-summary-stay = { $regime } · <b>күндер басқаша есептеледі</b>
regime-summary-conditions = { $regime } · <b>талаптар өзгерді</b>
regime-summary-passport = { $regime } · <b>паспорт мерзіміне талап өзгерді</b>
regime-summary-more = Тағы { $count } ел: олар тізімде.
button-change-country-off = 🔕 Бұл елді бақыламау
button-change-country-on = 🔔 Бұл елді бақылау
button-change-list-off = 🔕 Тізімді бақыламау
button-change-list-on = 🔔 Тізімді бақылау

# -- the first page

destinations-home = 🌍 <b>Елдер туралы дерек</b>
    Елдің атын жазыңыз – дерегін ашамын. Немесе CSV файлын жіберіңіз.
# $count, $total (Number): rows.
destinations-home-concerned = Тексеруді күткен ел: <b>{ $count }</b>, барлығы { $total }
destinations-home-oldest = <b>Көптен расталмаған</b>
destinations-home-conflicting = <b>Дереккөздер әртүрлі айтады</b>
destinations-home-recent = <b>Соңғы түзетулер</b>
# $flag, $name (String): the country. $date (String).
destinations-line-old = { $flag } { $name } – { $date }
destinations-line = { $flag } { $name }
destinations-concerned-title = 🕰 <b>Назар аудару керек: { $count }</b>
destinations-concerned-none = ✅ Бәрі соңғы бір жылда расталған, қайшылық жоқ.
# $why (String): destinations-concern-*, joined. $date (String): last confirmed.
destinations-concerned-line = { $flag } <b>{ $name }</b> – { $why } · { $date } расталған
destinations-concern-old = көптен расталмаған
destinations-concern-conflicting = дереккөздер әртүрлі айтады
destinations-concern-unsourced = дереккөзі жоқ
destinations-which = Мұндай ел бірнешеу. Қайсысы керек?
destinations-unknown = Мұндай ел таппадым. Атын не кодын жазыңыз, мысалы: <b>Түркия</b> не <b>TR</b>.
destinations-nearest = Мұндай ел таппадым. Мүмкін, мыналардың бірі шығар?

# -- the page of a destination

destinations-page-title = { $flag } <b>{ $name }</b> · { $code }
# $label (String): destinations-field-*. $value (String).
destinations-page-line = { $label }: <b>{ $value }</b>
destinations-page-confirmed = Расталған күні: <b>{ $date }</b>
destinations-page-edited = ✏️ Редакция өзгерткен
destinations-page-concern = ⚠️ { $why }
destinations-none = —
# $count (Number): months.
destinations-months = { $count } ай
destinations-field-regime = Кіру тәртібі
destinations-field-stay-days = Мерзімі
destinations-field-stay-rule = Күндер қалай есептеледі
destinations-field-conditions = Талаптар
destinations-field-passport-validity-months = Паспорт мерзімі
destinations-field-agreement = Негізі
destinations-field-source-url = Дереккөз сілтемесі
destinations-field-source-name = Дереккөз
destinations-field-as-of = Дереккөз күні
destinations-field-second-source-url = Екінші дереккөз
destinations-field-confidence = Сенімділігі
destinations-field-notes = Ескертпе
destinations-field-mfa-group = СІМ есебі
destinations-field-confirmed-on = Расталған күні
destinations-field-name-en = Ағылшынша атауы
destinations-field-region = Аймақ
destinations-field-iso2 = Коды
destinations-field-iso3 = Үш әріпті коды
destinations-confidence-high = жоғары
destinations-confidence-medium = орташа
destinations-confidence-low = төмен, дереккөздер әртүрлі айтады
destinations-group-visa-free-42 = 42 визасыз елдің қатарында
destinations-group-visa-required-111 = визалық 111 елдің қатарында
destinations-confirmed-now = ✅ Белгіленді: бүгін тексерілді.
destinations-confirmed-already = Бүгін белгіленіп қойған.
destinations-confirmed-unsourced = Алдымен дереккөзін көрсетіңіз: онсыз растайтын ештеңе жоқ.

# -- editing

destinations-edit-title = ✏️ <b>Түзету</b> · { $flag } { $name }
destinations-edit-hint = Нені өзгертетініңізді таңдаңыз. Бірнеше өрісті қатар өзгертуге болады, содан кейін – «Әрі қарай».
destinations-edit-nothing = Әзірге ештеңе өзгерген жоқ.
# $label, $before, $after (String).
destinations-difference-line = { $label }: { $before } → <b>{ $after }</b>
destinations-edit-other = Сізде басқа түзету басталған: <b>{ $what }</b>. Жалғастырасыз ба, әлде тастайсыз ба?
destinations-ask-regime = Кіру тәртібі енді қандай?
destinations-ask-stay-days = Неше күн болуға болады? Санын жазыңыз, мысалы: <b>30</b>
destinations-ask-stay-rule = Күндер қалай есептеледі? Барынан таңдаңыз не өзіңіз жазыңыз. Қысқа жазуды да түсінемін: <b>90 in 180</b>, <b>30 per entry</b>.
destinations-ask-stay-rule-differs = Күн саны мен ереже екі түрлі айтып тұр. Күндер енді қалай есептеледі?
destinations-ask-conditions = Қандай талаптар бар? Барынан таңдаңыз, сөзбен іздеңіз не өзіңіз жазыңыз.
destinations-ask-passport-validity-months = Паспорт тағы неше ай жарамды болуы керек? Санын жазыңыз, мысалы: <b>6</b>
destinations-ask-agreement = Неге негізделген? Барынан таңдаңыз, сөзбен іздеңіз не өзіңіз жазыңыз.
destinations-ask-confidence = Мәлімет қаншалықты сенімді?
destinations-ask-notes = Ескертпе: дереккөздер не дейді. Сенімділігі төмен болса, оны жұрт көреді. Таңдаңыз, сөзбен іздеңіз не өзіңіз жазыңыз.
destinations-ask-mfa-group = Ел СІМ-нің қай есебіне кіреді?
destinations-ask-source-url = 🔗 Бұл қайдан белгілі? <b>https://</b> деп басталатын сілтемесін жіберіңіз
destinations-ask-source-name = 📰 Дереккөз қалай аталады? Мысалы: <i>Қазинформ</i>
destinations-ask-as-of = 📅 Бұл мәлімет қай күнгі? Мысалы: <b>20.11.2026</b> не <b>20 қараша</b>
destinations-ask-second-source-url = 🔗 Екінші дереккөздің <b>https://</b> деп басталатын сілтемесін жіберіңіз
destinations-ask-reason = ✍️ Себебі неде? Жауабыңыз тарихта қалады. Өткізіп жіберуге болады.
# $phrase (String): what is to be translated.
destinations-ask-wording = Мұндай тұжырым әлі жоқ: <i>{ $phrase }</i>
destinations-ask-wording-ru = 🇷🇺 Оны орысша жазыңыз – жұрт осылай көреді.
destinations-ask-wording-kk = 🇰🇿 Оны қазақша жазыңыз – жұрт осылай көреді.
destinations-ask-wording-en = 🇬🇧 Ағылшынша да жазыңыз – кестеде осы мәтінмен сақталады.
# $text (String): what was typed.
destinations-found = «{ $text }» дегенге ұқсасын таптым. Таңдаңыз не жаңа тұжырым қосыңыз.

destinations-wrong-empty = Бұл жерге жауап керек.
destinations-wrong-choice = Нұсқалардың бірін түймемен таңдаңыз.
# $most (Number): the greatest number.
destinations-wrong-number = 1 мен { NUMBER($most, useGrouping: 0) } аралығындағы бүтін сан керек.
destinations-wrong-url = Бұл сілтеме емес. <b>https://</b> не <b>http://</b> деп басталатын толық мекенжай керек.
destinations-wrong-date = Бұл күнге ұқсамайды. Былай жазыңыз: <b>20.11.2026</b> не <b>2026 жылғы 20 қараша</b>.
destinations-wrong-ahead = Бұл күн әлі келген жоқ. Мәлімет қай күнгі екенін жазыңыз.
# $length, $limit (Number): letters.
destinations-wrong-long = Тым ұзақ: { $limit } таңбаның орнына { $length }. Қысқартып жазыңыз.
destinations-wrong-signs = Мәтін = + - @ белгілерінен басталмауы керек, ішінде көрінбейтін таңба болмауы керек.
destinations-wrong-language = Бұл жерге кирилл әрпімен аударма керек.
destinations-wrong-english = Бұл жерге ағылшынша мәтін керек.
destinations-need-text = Мәтінмен не түймемен жауап беріңіз.

# -- confirmation

destinations-preview-card = 👆 Карточка осындай болады.
destinations-confirm-title = <b>Тексеріп, растаңыз</b>
destinations-undo-title = ↩️ <b>№ { $version } түзетуді қайтару</b>
# $changed, $rows (Number).
destinations-import-title = 📥 <b>Файл оқылды: { $rows } жол, деректі өзгертетіні – { $changed }</b>
destinations-import-same = 📥 Файлда қазіргі дерек тұр. Өзгертетін ештеңе жоқ.
destinations-import-more = … тағы { $count } ел
destinations-import-added = { $flag } <b>{ $name }</b> – жаңа
destinations-import-unsourced = ⚠️ Ереже өзгереді, ал дереккөз бен күні бұрынғыдай: { $names }. Тексеріңіз.
destinations-import-contradicts = ⚠️ Күн саны мен ереже екі түрлі айтады: { $names }.
destinations-reason = Себебі: { $reason }
# $count (Number): people.
destinations-recipients = 🔔 Хабарлама алатындар: <b>{ $count }</b>
destinations-recipients-off = 🔕 Хабарлама жіберілмейді. Бақылап жүргендер: { $count }
destinations-recipients-none = Жолаушылар үшін ештеңе өзгермейді: хабарлама болмайды.
# $campaigns (String): numbers of campaigns, joined.
destinations-done = ✅ Жазылды. Бот енді жаңаша жауап береді.
destinations-done-alerts = 🔔 № { $campaigns } тарату, барысы – /{ $command }
destinations-already = Бұл түзету жазылып қойған.
destinations-closed = Бұл жоба жабылған. Жаңасын бастау: /{ $command }
destinations-cancelled = Жарайды, ештеңе өзгертпеймін.
destinations-changed-meanwhile = Сіз түзетіп жатқанда бұл деректі басқа біреу өзгертті: { $name }. Ештеңе жазылған жоқ, түзетуіңіз сақтаулы.

# -- CSV

destinations-import-ask = 📥 CSV файлын жіберіңіз: бас жолы экспорттағыдай, ішінде тек өзгеретін жолдар. Алдымен айырмасын көрсетемін.
destinations-import-not-csv = <b>.csv</b> кеңейтімі бар файл керек.
destinations-import-large = Файл 1 МБ-тан үлкен. Тек өзгеретін жолдарды қалдырыңыз.
destinations-import-broken = Файл қабылданбады, ештеңе өзгерген жоқ. Қатесі мынада:
destinations-import-unreachable = Telegram файлды бермеді. Қайта жіберіңіз.
# $count (Number): phrases.
destinations-import-untranslated = Файлда аудармасы жоқ { $count } жаңа ағылшынша тұжырым бар – чат үшін бұл көп. Аудармаларын phrases.csv файлына қосыңыз не файлды бөліңіз.

# -- history

destinations-history-title = 🧾 <b>Тарихы</b> · { $flag } { $name }
destinations-history-all = 🧾 <b>Соңғы түзетулер</b>
destinations-history-none = Мұнда әлі ешкім ештеңе өзгерткен жоқ.
# $number (String): the edit's. $moment (String), $who (Html), $how (String): destinations-origin-*.
destinations-history-line = <b>№ { $number }</b> · { $moment } · { $who } · { $how }
destinations-history-added = ел қосылды
destinations-history-undoes = № { $number } түзетуді қайтарады
destinations-history-undone = ↩️ № { $number } түзетумен қайтарылды
destinations-history-sent = 🔔 Хабарлама алғандар: { $count }
destinations-history-sending = 🔔 № { $campaigns } тарату
destinations-origin-desk = чаттағы түзету
destinations-origin-import = файлдан
destinations-origin-undo = қайтару
destinations-undo-nothing = Қайтаратын ештеңе жоқ: мұнда әлі ешкім ештеңе өзгерткен жоқ.
destinations-undo-done = Бұл түзету қайтарылып қойған.
destinations-undo-added = Бұл түзетумен ел қосылған, оны алып тастауға болмайды: біреу бақылап жүрген болуы мүмкін. Дерегін өзгертіңіз.
# $columns (String): fields.
destinations-undo-later = Осы түзетуден кейін дәл сол өрістер өзгерген: { $columns }. Алдымен кейінгі түзетуді қайтарыңыз.
destinations-undo-gone = Бұл ел деректе енді жоқ.

# -- ageing

destinations-ageing-title = 🕰 <b>Тексеретін уақыты келген деректер</b>
destinations-ageing-oldest = Ең көптен расталмағандары:
destinations-ageing-conflicting = Дереккөздер әртүрлі айтады: { $names }
destinations-ageing-unsourced = Дереккөзі жоқ: { $names }
destinations-ageing-more = тағы { $count }

button-destinations-edit = ✏️ Өзгерту
button-destinations-today = ✅ Бүгін тексерілді
button-destinations-history = 🧾 Тарихы
button-destinations-undo-last = ↩️ Соңғысын қайтару
button-destinations-undo = ↩️ № { $number } қайтару
button-destinations-export-row = 📤 Осы жол
button-destinations-export = 📤 CSV экспорт
button-destinations-import = 📥 CSV импорт
button-destinations-concerned = 🕰 Назар аудару керек
button-destinations-recent = 🧾 Соңғы түзетулер
button-destinations-card = 👁 Карточка
button-destinations-home = 🌍 Елдерге
button-destinations-go = 👁 Әрі қарай
button-destinations-cancel = ✖️ Бас тарту
button-destinations-fields = ← Өрістерге
button-destinations-empty = ∅ Көрсетілмеген
button-destinations-no-days = ∅ Нақты саны жоқ
button-destinations-keep = ↩️ Бұрынғысы: { $value }
button-destinations-today-date = Бүгін
button-destinations-yesterday = Кеше
button-destinations-site = { $site }
button-destinations-new = ➕ Жаңа тұжырым
button-destinations-skip = Өткізіп жіберу
button-destinations-confirm = ✅ Жазу
button-destinations-notify-on = 🔔 Хабарлау: иә
button-destinations-notify-off = 🔕 Хабарлау: жоқ
button-destinations-rebase = 🔄 Қайта көрсету
button-destinations-continue = ✏️ Жалғастыру
button-destinations-drop = 🗑 Тастау
button-destinations-older = Бұрынғысы →
button-destinations-newest = ⇤ Жаңасына
button-destinations-more = Әрі қарай →
button-destinations-back = ← Артқа
