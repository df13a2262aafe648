# What the feeds reported, and the feeds themselves.

# $count (Number): of open drafts.
watch-title = 📡 <b>Қаралатын жаңалықтар: { $count }</b>
watch-none = 📡 <b>Қаралатын жаңалық жоқ</b>
# $works, $failing, $untried, $muted (Number): feeds.
watch-health = Таспалар: 🟢 { $works } · 🔴 { $failing }{ $untried ->
    [0] { "" }
   *[other] { " " }· ⏳ { $untried }
} · ⚪ { $muted }
# $published, $decided (Number): drafts. $share (Number): percent.
watch-precision = Қаралған жаңалық: { $decided }, оның керегі: { $published } ({ $share } %).
# $count (Number): drafts that are not shown one by one.
watch-many = 📡 Тағы { $count } жаңалық қарауды күтіп тұр.
# $places (Html): flags and names.
watch-regime = Кіру режимі: { $places }
watch-statement = ЕО-мен келіссөз · мәлімдеме
# $stage (String): a stage's title.
watch-step = ЕО-мен келіссөз · «{ $stage }» кезеңі болуы мүмкін
watch-suspended = ЕО-мен келіссөз · тоқтатылған сияқты
watch-stalled = ЕО-мен келіссөз · тоқырап қалған сияқты
watch-context = ЕО-мен келіссөз · жалпы ахуал
# $count (Number).
watch-more-sources = … және тағы { $count } дереккөз
# $who (Html), $moment (String).
watch-state-dismissed = ✖️ Тақырыпқа қатысы жоқ – { $who }, { $moment }
watch-state-later = 🕓 Кейінге қалдырылды – { $who }, { $moment }
watch-state-published = 📣 Жарияланды – { $who }, { $moment }
watch-state-done = ✅ Ескерілді – { $who }, { $moment }
watch-owners-publish = Мұны бот иесі жариялайды: бұл жаңалық оған да көрінеді.
watch-ask-stage = Қалай жариялаймыз? Әрі қарай әдеттегідей алдын ала көрсетемін, сіз растамайынша ештеңе жіберілмейді.
# $command (String): the command that goes on with it.
watch-other-event = Сізде басқа оқиғаның жобасы ашық тұр. Алдымен соны жариялаңыз не одан бас тартыңыз: /{ $command }
watch-meanwhile-dismissed = Сіз жазып жатқанда әріптесіңіз жаңалықтың тақырыпқа қатысы жоқ деп белгіледі, сондықтан ештеңе жарияламадым. Жазғаныңыз сақтаулы: оқиға бәрібір керек болса, қайта растаңыз.
watch-meanwhile-published = Сіз жазып жатқанда әріптесіңіз оқиғаны ескерілген деп белгіледі, сондықтан ештеңе жарияламадым. Жазғаныңыз сақтаулы: ол бәрібір керек болса, қайта растаңыз.
watch-did-no = Тақырыпқа қатысы жоқ деп белгіленді
watch-did-later = Кейінге қалдырылды
watch-did-done = Ескерілді деп белгіленді
watch-already-dismissed = Тақырыпқа қатысы жоқ деп белгіленіп қойған
watch-already-later = Бұл жаңалық кейінге қалдырылып қойған
watch-already-published = Бұл жаңалық бойынша бәрі істеліп қойған
watch-gone = Бұл жаңалық енді жоқ.
button-watch-publish = 📣 Жариялау…
button-watch-done = ✅ Енгізілді
button-watch-known = ✅ Шежіреде бар
button-watch-no = ✖️ Қатысы жоқ
button-watch-later = 🕓 Кейін
button-watch-list = 📡 Барлық жаңалық
button-watch-feeds = 📰 Таспалар
button-admin-watch = 📡 Жаңалықтар
menu-watch = Таспадан келген жаңалықтарды қарау

# $count (Number): of feeds.
feeds-title = 📰 <b>Таспалар: { $count }</b>
feeds-legend = 🟢 жұмыс істейді · 🟡 іркілді · 🔴 істемейді · ⚪ өшірулі · ⏳ әлі қаралған жоқ
feeds-ask = Таспаның мекенжайын жіберіңіз: RSS, Atom, JSON немесе жаңалықтар беті. Алдымен ашылатынын тексеремін. Мекенжайдан кейін бос орын қалдырып, атауын да жазуға болады.
# $count (Number): of items.
feeds-added = ✅ Таспа қосылды. Қазір онда { $count } жазба бар.
feeds-gone = Мұндай таспа енді жоқ.
feeds-removed = Таспа жойылды
# $name (String): a feed's.
feeds-remove-ask = «{ $name }» таспасын жоямыз ба? Одан келген жаңалықтар қалады.
feeds-testing = Қарап жатырмын…
feeds-did-mute = Таспа өшіріп қойылды
feeds-did-unmute = Таспа қайта қосылды
feeds-unchanged = Бұл істеліп қойған
# $count, $concern (Number): items, and those that would be drafts.
feeds-tested = Жазба саны: { $count }. Біздің тақырыпқа қатысты: { $concern }.
# $name (String): a feed's.
feeds-failing = 🔴 «{ $name }» таспасы жұмыс істемейді
feeds-recovered = 🟢 «{ $name }» таспасы қайта істеп тұр
feeds-not-looked = Алғаш рет алдағы бірнеше минутта қаралады.
# $moment (String): date and time.
feeds-looked = Соңғы рет қаралған уақыты: { $moment }.
feeds-failing-since = Істемей қалған уақыты: { $moment }.
feeds-newest = Ең жаңа жазба: { $moment }.
feeds-outcome-read = Ашылады, оқылады.
feeds-outcome-unchanged = Ашылады, жаңасы жоқ.
# $detail (String): the HTTP status.
feeds-outcome-refused = Сервер қате қайтарды: HTTP { $detail }.
feeds-outcome-refused-bare = Сервер қате қайтарды.
feeds-outcome-no-feed = Мекенжайда таспа емес, басқа бірдеңе ашылады.
feeds-outcome-too-large = Жауап 5 МБ-тан үлкен.
feeds-outcome-too-slow = Сервер тым ұзақ жауап бермеді.
feeds-outcome-unreachable = Сервер қолжетімсіз.
feeds-outcome-redirects = Сервер бір мекенжайдан екіншісіне сілтей береді.
feeds-outcome-private = Мекенжай ішкі желіге апарады, ондайды ашпаймын.
feed-problem-address = Бұл мекенжай емес. https:// немесе http:// деп басталатын сілтеме керек.
feed-problem-known = Бұл таспаны онсыз да қарап жүрмін.
feed-problem-refused = Сервер қате қайтарды. Мекенжайды тексеріңіз.
feed-problem-no-feed = Бұл мекенжайда таспа да, жаңалықтар беті де жоқ.
feed-problem-too-large = Онда 5 МБ-тан көп дерек бар, оқымаймын.
feed-problem-too-slow = Сервер тым ұзақ жауап бермеді. Кейінірек көріңіз.
feed-problem-unreachable = Сервер қолжетімсіз. Мекенжайды тексеріңіз.
feed-problem-redirects = Сервер бір мекенжайдан екіншісіне сілтей береді.
feed-problem-private = Мекенжай ішкі желіге апарады, ондайды ашпаймын.
button-feeds-add = ➕ Таспа қосу
button-feeds-test = 🔎 Қазір тексеру
button-feeds-mute = 🔇 Өшіріп қою
button-feeds-unmute = 🔊 Қосу
button-feeds-remove = 🗑 Жою
button-feeds-remove-yes = Иә, жою
button-feeds-list = ← Таспаларға
button-feeds-open = 📰 Таспаны ашу

audit-action-feed-add = таспа қосылды
audit-action-feed-remove = таспа жойылды
audit-action-feed-mute = таспа өшіріп қойылды
audit-action-feed-unmute = таспа қайта қосылды
audit-action-news-dismiss = жаңалық қабылданбады
audit-action-news-later = жаңалық кейінге қалдырылды
audit-action-news-publish = жаңалық ескерілді
audit-detail-feed = таспа
audit-detail-name = атауы
audit-detail-url = мекенжайы
