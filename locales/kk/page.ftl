# The page: map, search, list, cards, the talks. Opened in Telegram or in any browser.

page-title = Сапар – Қазақстан азаматтарына виза туралы
page-lead = Қай елге виза керек, неше күн болуға болады және бұл қайдан белгілі.
# $free (Number): destinations without a visa. $all (Number): all destinations.
page-count = Базада { $all } бағыт бар, оның { $free } бағытына виза қажет емес.
page-brand = Сапар
page-skip = Бірден елдер тізіміне
# The name of the other language, in that language.
page-other-language = Русский
page-countries = Елдер
page-talks = ЕО-мен келіссөз
page-search = Ел, қала не сұрақ
page-legend = Қалай кіруге болады
page-region = Аймақ
page-days = Сапар мерзімі
page-reset = Бәрін тазарту
# $shown, $all (String): how many destinations.
page-shown = Көрсетілді: { $shown }, барлығы { $all }
page-nothing = Ештеңе табылмады. Атауын тексеріңіз немесе шарттарды тазартыңыз.
page-nearest = Мүмкін, мынаны айтқан шығарсыз:
page-about-talks = ЕО-мен келіссөз туралы – бөлек бетте.
page-map = Әлем картасы: Қазақстан азаматтары басқа елдерге қалай кіреді. Сол елдер тізімде де бар.
page-zoom-in = Жақындату
page-zoom-out = Алыстату
page-zoom-all = Бүкіл әлемді көрсету
page-home = Қазақстан
page-close = Жабу
page-loading = Жүктеліп жатыр…
page-retry = Қайталау
page-follow-talks = 🔔 Келіссөзді бақылау
page-followed = Бірдеңе өзгерсе, Телеграмға жазамыз.
page-unfollowed = Бұл туралы енді жазбаймыз.
page-unreachable = Хабарлама алу үшін ботты ашып, «Бастау» түймесін басыңыз.
page-open-bot = Ботты Телеграмда ашу
page-ask-bot = Боттан сұрау
page-try-bot = Ботты осы жерде байқап көру
page-error-network = Байланыс жоқ. Қайталап көріңіз.
page-error-stale = Бет тым көп ашық тұрды. Жауып, боттан қайта ашыңыз.
page-error-forged = Сізді тани алмадық. Бетті боттан ашыңыз.
page-error-often = Сұрау тым көп болды. Сәл күте тұрыңыз.
page-noscript = JavaScript қосылмаса, карта мен іздеу істемейді. Елдер тізімі төменде.
page-sources = Әр жауаптың дереккөзі мен күні бар. Сапар алдында елшіліктен нақтылап алыңыз.
page-data = Бағдарламаларға арналған деректер:
page-data-destinations = бағыттар
page-data-talks = келіссөз
# $position (String): 1..13.
page-talks-position = 13 кезеңнің { $position }-кезеңі
page-stepper = Келісімнің жолы
page-step-done = өтті
page-step-now = қазір
page-step-paused = тоқтап тұр
page-step-ahead = алда
page-timeline = Шежіре
page-moved = Жаңа кезең
page-menu = 🗺 Карта
