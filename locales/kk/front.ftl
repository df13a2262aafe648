# The front page of the bot's web address.

front-title = Сапар – Қазақстан азаматтарына виза туралы
front-lead = Телеграм-бот. Қай елге виза керек, неше күн болуға болады, қандай құжат қажет – соны айтады.
# $free (Number): destinations without a visa. $all (Number): all destinations.
front-count = Базада { $all } бағыт бар, оның { $free } бағытына виза қажет емес.
# $stage (String): the stage's title. $date (String): since when.
front-talks = Еуроодақпен визаны жеңілдету жөніндегі келіссөз: { $stage } ({ $date }). Жеңілдету деген визасыз режим емес.
front-sources = Әр жауаптың дереккөзі мен күні бар. Сапар алдында елшіліктен нақтылап алыңыз.
front-open = Ботты Телеграмда ашу
front-playground = Телеграмсыз, осы жерде байқап көру
front-data = Бағдарламаларға арналған деректер
front-destinations = бағыттар
front-events = келіссөз
