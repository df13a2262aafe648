# The broadcast desk: a draft, its steps, the last look.

broadcast-unfinished = Аяқталмаған таратуыңыз бар.
# $language (String): broadcast-in-*.
broadcast-ask-first = 📣 <b>Жаңа тарату</b>
    Хабарламаны { $language } жіберіңіз: мәтін, фото, видео, құжат, дауыс хабарламасы немесе альбом. Безендіруі сақталады.
broadcast-ask-next = Енді соны { $language } жіберіңіз.
broadcast-in-ru = <b>орыс тілінде</b>
broadcast-in-kk = <b>қазақ тілінде</b>
broadcast-language-ru = Орысша
broadcast-language-kk = Қазақша
broadcast-corrected = Түзетуіңіз нобайға енгізілді.
broadcast-title = 📣 <b>Таратудың нобайы</b>
# $language, $content (String): what people of the language get.
broadcast-content = { $language }: { $content }
broadcast-content-none = { $language }: жіберілмейді
# $length (Number): letters.
broadcast-kind-text = мәтін, { $length } таңба
# $count (Number): parts.
broadcast-kind-album = альбом, { $count } файл
broadcast-kind-photo = фото
broadcast-kind-video = видео
broadcast-kind-animation = анимация
broadcast-kind-document = құжат
broadcast-kind-audio = аудио
broadcast-kind-voice = дауыс хабарламасы
broadcast-kind-videonote = бейнехабарлама
broadcast-kind-sticker = стикер
broadcast-kind-other = хабарламаның көшірмесі
# $count (Number): buttons with links.
broadcast-buttons = { $count } түйме
# $audience (String): in words.
broadcast-for = 👥 Кімге: { $audience }
# $when (String): in words.
broadcast-when = 🕒 Қашан: { $when }
broadcast-when-now = растағаннан кейін бірден
broadcast-channel-yes = 📢 Арнаға да: иә
broadcast-channel-no = 📢 Арнаға да: жоқ

broadcast-wrong-kind = Мұндай хабарламаны тарату мүмкін емес. Мәтін, фото, видео, құжат, дауыс хабарламасы, альбом, сауалнама жарайды.
# $length, $limit (Number): letters.
broadcast-wrong-text = Мәтін тым ұзын: { $length } таңба, ал Telegram { $limit } таңбаға дейін қабылдайды. Қысқартып, қайта жіберіңіз.
broadcast-wrong-caption = Жазуы тым ұзын: { $length } таңба, ал фото мен файлдың астына { $limit } таңба ғана сыяды. Қысқартыңыз немесе мәтінді бөлек жіберіңіз.
# $limit (Number): parts.
broadcast-wrong-album-size = Альбомға { $limit } файлға дейін сыяды; артығын алмадым.
broadcast-wrong-album-kinds = Бір альбомда не фото мен видео, не тек құжаттар, не тек аудио бола алады.

broadcast-links-title = 🔘 <b>Хабарламаның астындағы түймелер</b>
broadcast-links-none = жоқ
# $language (String).
broadcast-links-album = { $language }: альбомның астында Telegram түйме көрсетпейді
broadcast-links-ask = Әр түймені жаңа жолдан жазып жіберіңіз: <code>Мәтін | https://мекенжай</code>
# $line (Number): of the typed text, from 1.
broadcast-links-no-bar = { $line }-жол: мәтін, сызық, мекенжай керек. Мысалы: <code>Толығырақ | https://gov.kz</code>
broadcast-links-bad-url = { $line }-жол: бұл мекенжайға ұқсамайды. Ол https:// деп басталады, ішінде бос орын болмайды.
broadcast-links-long-text = { $line }-жол: түймеге 64 таңбаға дейін сыяды.
broadcast-links-too-many = { $line }-жол: хабарламаның астына 20 түймеге дейін сыяды.

# $when (String): chosen now. $zone (String): time zone in words. $example (String).
broadcast-when-ask = 🕒 <b>Қашан жіберілсін</b>
    Қазір таңдалғаны: { $when }.
    Басқа уақыт керек болса, жазып жіберіңіз: <b>{ $example }</b>. Белдеу: { $zone }.
broadcast-when-example = 25.11 18:00
broadcast-when-wrong = Уақытты түсінбедім. Былай жазыңыз: <b>{ $example }</b> немесе <b>ертең 9:00</b>
broadcast-when-past = Бұл уақыт өтіп кеткен. Алдағы уақытты жазыңыз: <b>{ $example }</b> немесе <b>ертең 9:00</b>

broadcast-counting = Көрсетуге дайындап, алушыларды санап жатырмын
# $language (String): broadcast-in-*.
broadcast-preview-label = 👁 { $language } былай көрінеді:
broadcast-check = <b>Тексеріп, растаңыз</b>
# $total (Number): people who will get it.
broadcast-total = Алушылар: <b>{ $total }</b>
# $language (String), $count (Number): people.
broadcast-total-part = • { $language }: { $count }
broadcast-left-out = • { $language }: { $count } адамға хабарлама бармайды, бұл тілде ол жоқ
broadcast-nobody = Бұл шартқа ешкім сай келмейді: кімге жіберілетінін таңдаңыз.
# $language (String), $reason (String): Telegram's own words.
broadcast-refused = Telegram хабарламаны қабылдамады ({ $language }): <i>{ $reason }</i>
    Оны ауыстырып, қайта қараңыз.
broadcast-empty = Әзірге жіберетін ештеңе жоқ: кемінде бір тілде хабарлама жіберіңіз.
broadcast-tested = Тек өзіңізге жіберемін
broadcast-launch-started = Тарату басталды
broadcast-launch-scheduled = Тарату жоспарланды
broadcast-launch-already = Бұл тарату жіберіліп қойған немесе өшірілген
broadcast-launch-changed = Нобай алдын ала қарағаннан кейін өзгерді. Оны қайта қараңыз.
broadcast-launch-past = Таңдалған уақыт өтіп кетті. Басқасын таңдаңыз.
broadcast-launch-empty = Әзірге жіберетін ештеңе жоқ: кемінде бір тілде хабарлама жіберіңіз.
broadcast-dropped = Нобай өшірілді, ешкімге ештеңе жіберілген жоқ.
broadcast-gone = Бұл нобай жіберіліп қойған немесе өшірілген. Жаңасы: /broadcast

button-broadcast-continue = ✅ Жалғастыру
button-broadcast-anew = 🆕 Басынан бастау
button-broadcast-same = ✅ Дәл соны жіберу
button-broadcast-skip-ru = Орысшасыз
button-broadcast-skip-kk = Қазақшасыз
button-broadcast-drop = ✖️ Нобайды өшіру
button-broadcast-content-ru = ✏️ Орысша
button-broadcast-content-kk = ✏️ Қазақша
button-broadcast-links = 🔘 Түймелер
button-broadcast-audience = 👥 Кімге
button-broadcast-when = 🕒 Қашан
button-broadcast-channel-on = 📢 Арнаға да
button-broadcast-channel-off = 📢 Арнасыз
button-broadcast-preview = ✅ Алдын ала қарау
button-broadcast-links-ru = ✏️ Орысша
button-broadcast-links-kk = ✏️ Қазақша
button-broadcast-links-both = ✏️ Бәріне бірдей
button-broadcast-unlink = 🗑 Түймелерді алып тастау
button-broadcast-now = ⚡️ Растағаннан кейін бірден
# $count (Number): people.
button-broadcast-send = ✅ Жіберу · { $count }
button-broadcast-plan = ✅ Жоспарлау · { $count }
button-broadcast-test = 🧪 Тек маған жіберу
button-broadcast-change = ✏️ Өзгерту

audience-all = бәріне
# $count (Number): people.
audience-users = { $count ->
    [1] тек өзіңізге, тексеру үшін
   *[other] таңдалған { $count } адамға
}
# $topic (String).
audience-topic = «{ $topic }» жазылушыларына
audience-topic-eu = ЕО-мен келіссөз
audience-topic-list = Визасыз елдер тізімі
audience-topic-news = Бот жаңалықтары
audience-language-ru = орысша оқитындарға
audience-language-kk = қазақша оқитындарға
# $days (Number)
audience-active = соңғы { $days } күнде кіргендерге
# $audience (String): in words. $count (Number): people.
audience-menu = 👥 <b>Кімге жіберілсін</b>
    Қазір: { $audience } – <b>{ $count } адам</b>
audience-country-ask = Елдің атын жазыңыз: таратуды сол елді бақылап жүргендер алады.
audience-country-wrong = Бір ел керек. Атын жазыңыз, мысалы: <b>Түркия</b>
audience-days-ask = Адам соңғы неше күнде кірген болуы керек? Санын жазыңыз.
audience-days-wrong = Күн саны 1 мен 3650 аралығында болуы керек, мысалы: <b>14</b>

button-audience-language-all = Барлық тіл
button-audience-language-ru = Орысша
button-audience-language-kk = Қазақша
button-audience-topic-all = Барлық адам
button-audience-days-all = Кез келген уақыт
# $days (Number)
button-audience-days = { $days } күн
button-audience-country-own = 🔎 Ел…
button-audience-days-own = 🔢 Күн саны…
button-audience-done = ✅ Дайын

# $date, $time (String)
moment = { $date }, { $time }
# $moment, $span (String)
moment-ahead = { $moment } – { $span } кейін
# $count (Number)
span-days = { $count } күннен
span-hours = { $count } сағаттан
span-minutes = { $count } минуттан
span-seconds = { $count } секундтан
